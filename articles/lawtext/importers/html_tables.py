"""Tables of web pages: those that hold data, told from those that only place words on the page."""

from collections.abc import Iterator

from lxml import etree

from ..characters import clean
from .excluded import label_of

INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup"),
        *("time", "tt", "u", "var", "wbr", "img"),
    )
)
"""Elements that do not end a paragraph; any other one does."""

UNSEEN = frozenset({"script", "style", "template", "head", "svg", "math", "iframe", "object", "noscript"})

FLOWING = ("table", "ol", "ul", "h1", "h2", "h3", "h4", "h5", "h6")
"""What stands in no cell of a table of data, but in layouts."""

STRUCTURAL = frozenset({"part", "section", "subsection", "chapter", "paragraph", "article", "annex"})
FEWEST_ROWS = 2
FEWEST_CELLS = 2
MOST_SPANNED = 50

Rows = tuple[tuple[str, ...], ...]


def rows_of(table: etree._Element) -> Rows:
    """The cells of a table of data; empty for a layout, whose words are to be read as paragraphs."""
    if next(table.iterdescendants(FLOWING), None) is not None:
        return ()
    rows = tuple(_rows(table))
    filled = [row for row in rows if any(row)]
    cells = [cell for row in filled for cell in row if cell]
    if len(filled) < FEWEST_ROWS or len(cells) < FEWEST_CELLS or any(map(_is_structural, cells)):
        return ()
    return rows if _letters(" ".join(cells)) == _letters(words_of(table)) else ()


def words_of(element: etree._Element) -> str:
    """The words of an element, with a blank where a paragraph ends."""
    return clean("".join(_pieces(element)))


def _pieces(element: etree._Element) -> Iterator[str]:
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, inner in walk:
        is_unseen = event == "start" and inner.tag in UNSEEN
        if is_unseen:
            walk.skip_subtree()
        if event in ("start", "end") and inner.tag not in INLINE:
            yield " "
        if event == "start" and not is_unseen:
            yield inner.text or ""
        if event != "start" and inner is not element:
            yield inner.tail or ""


def _rows(table: etree._Element) -> Iterator[tuple[str, ...]]:
    """Rows with a cell for each column: cells that span others are followed, or repeated below, by empty ones."""
    below: dict[int, int] = {}
    for row in table.iterdescendants("tr"):
        cells: list[str] = []
        for cell in row.iterchildren("td", "th"):
            _fill(cells, below)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            below |= dict.fromkeys(range(len(cells), len(cells) + width), height - 1)
            cells += [words_of(cell), *[""] * (width - 1)]
        _fill(cells, below)
        yield tuple(cells)


def _fill(cells: list[str], below: dict[int, int]) -> None:
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append("")


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name, "")
    return max(1, min(int(value), MOST_SPANNED)) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _is_structural(words: str) -> bool:
    label = label_of(words)
    return label is not None and label.kind in STRUCTURAL


def _letters(words: str) -> str:
    return "".join(sorted(filter(str.isalpha, words)))
