"""Laws in Markdown, read line by line.

A CommonMark parser makes lists of «1)» but not of «3-1)», code of indented parts and HTML blocks of anchors, so only
the markup inside a line is left to it; what a line is within the law is for ``structure`` to say.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from . import html, structure
from .encoding import decoded
from .excluded import label_of
from .lines import Imported, Line
from .marks import mark_of
from .plain import TAB

INLINE = MarkdownIt("commonmark", {"html": True})
MARKUP = re.compile(r"[\\`*_<>&\[\]!]")
LONGEST_MARKED_UP = 10_000
"""Characters; in longer lines markup is left as it stands."""

QUOTE = re.compile(r"(?:[ \t]{0,20}>){1,20}[ \t]?")
HEADING = re.compile(r"(#{1,6})\s*(?=[^#\s])")
HEADING_END = re.compile(r"\s#{1,20}\s*$")
BULLET = re.compile(r"[-*+][ \t]+(?=\S)")
RULE = re.compile(r"[-*_](?:[ \t]{0,9}[-*_]){2,200}[ \t]*")
UNDERLINE = re.compile(r"=+[ \t]*|-+[ \t]*")
FENCE = re.compile(r"`{3,}|~{3,}")
DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,200}\|?[ \t]*")
CELL_END = re.compile(r"(?<!\\)\|")
LOOSE_STARS = re.compile(r"^[*_]+(?=\w)|(?<=\S)[*_]+$")
TABLE_TAG = re.compile(r"<table\b", re.IGNORECASE)
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)

STARTS = (BULLET, HEADING, UNDERLINE, FENCE, TABLE_TAG)

WRAPS = range(60, 121)
"""A source whose longest line has such a width has its paragraphs wrapped, if most lines come near it."""

NEAR_WIDEST = 0.75
LONGEST_UNDERLINED = 200
LONGEST_FRONT_MATTER = 60


@dataclass(frozen=True, slots=True)
class Source:
    """A line of the file without the marks of quotation and the leading blanks."""

    number: int
    text: str
    indent: int
    is_quoted: bool


def read(content: bytes, language: str) -> Imported:
    """A law from a Markdown file; ImportRefused for what is no text."""
    text, remarks = decoded(content)
    imported = structure.read(lines(text), language)
    return replace(imported, remarks=(*remarks, *imported.remarks))


def lines(text: str) -> list[Line]:
    """The lines and tables of a Markdown text; comments and front matter come as lines of role ``page``."""
    sources = list(_sources(_without_comments(text)))
    found = list(_comments(text))
    start = _front_matter(sources)
    found += [Line(source.number, source.text, role="page") for source in sources[:start]]
    width = _wrap_width(sources[start:])
    index = start
    while index < len(sources):
        read_lines, index = _block(sources, index, width)
        found += read_lines
    return sorted(found, key=lambda line: line.number)


def _sources(text: str) -> Iterator[Source]:
    for number, raw in enumerate(text.split("\n"), start=1):
        quote = QUOTE.match(raw)
        rest = raw[quote.end() :] if quote else raw
        words = rest.lstrip()
        leading = raw[: len(raw) - len(raw.lstrip())] if quote else rest[: len(rest) - len(words)]
        yield Source(number, words, len(leading.replace("\t", " " * TAB)), bool(quote))


# Comments and front matter


def _spans_of_comments(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield start, end + 3
        start = text.find("<!--", end + 3)


def _without_comments(text: str) -> str:
    parts, last = [], 0
    for start, end in _spans_of_comments(text):
        parts += [text[last:start], "\n" * text.count("\n", start, end)]
        last = end
    return "".join([*parts, text[last:]])


def _comments(text: str) -> Iterator[Line]:
    number, last = 1, 0
    for start, end in _spans_of_comments(text):
        number += text.count("\n", last, start)
        yield Line(number, text[start + 4 : end - 3].strip(), role="page")
        number += text.count("\n", start, end)
        last = end


def _front_matter(sources: list[Source]) -> int:
    """How many lines at the top hold data about the file between two lines «---»."""
    if not sources or sources[0].text.rstrip() != "---":
        return 0
    near = range(1, min(len(sources), LONGEST_FRONT_MATTER))
    return next((index + 1 for index in near if sources[index].text.rstrip() == "---"), 0)


# Blocks


def _block(sources: list[Source], index: int, width: int) -> tuple[list[Line], int]:
    """The lines of the block that starts here, and where the next one starts."""
    for read_block in BLOCKS:
        found = read_block(sources, index)
        if found:
            return found
    return _paragraph(sources, index, width)


Block = tuple[list[Line], int]


def _empty(sources: list[Source], index: int) -> Block | None:
    text = sources[index].text
    return ([], index + 1) if not text.strip() or RULE.fullmatch(text) else None


def _heading(sources: list[Source], index: int) -> Block | None:
    source = sources[index]
    found = HEADING.match(source.text)
    if not found:
        return None
    words = _inline(HEADING_END.sub("", source.text[found.end() :]))
    role = "note" if source.is_quoted else "heading"
    return [Line(source.number, words, source.indent, role, len(found[1]))], index + 1


def _fenced(sources: list[Source], index: int) -> Block | None:
    found = FENCE.match(sources[index].text)
    if not found:
        return None
    behind = range(index + 1, len(sources))
    end = next((at for at in behind if sources[at].text.startswith(found[0])), len(sources))
    opening = Line(sources[index].number, sources[index].text.strip("`~ "), role="page")
    inside = [Line(source.number, source.text, source.indent) for source in sources[index + 1 : end]]
    return [opening, *inside], end + 1


def _table(sources: list[Source], index: int) -> Block | None:
    if index + 1 >= len(sources) or "|" not in sources[index].text or "|" not in sources[index + 1].text:
        return None
    if not DELIMITER.fullmatch(sources[index + 1].text):
        return None
    end = next((at for at in range(index + 2, len(sources)) if "|" not in sources[at].text), len(sources))
    rows = tuple(_cells(source.text) for source in (sources[index], *sources[index + 2 : end]))
    return [Line(sources[index].number, "", sources[index].indent, "table", rows=rows)], end


def _cells(row: str) -> tuple[str, ...]:
    cells = CELL_END.split(row.strip())
    first = 0 if cells[0].strip() else 1
    last = len(cells) if cells[-1].strip() or len(cells) == first + 1 else -1
    return tuple(_inline(cell.replace("\\|", "|").strip()) for cell in cells[first:last])


def _html_table(sources: list[Source], index: int) -> Block | None:
    if not TABLE_TAG.match(sources[index].text):
        return None
    behind = range(index, len(sources))
    end = next((at + 1 for at in behind if "</table>" in sources[at].text.lower()), len(sources))
    found = html.lines("\n".join(source.text for source in sources[index:end]))
    first = sources[index].number
    return [replace(line, number=line.number + first - 1) for line in found], end


BLOCKS: tuple[Callable[[list[Source], int], Block | None], ...] = (_empty, _heading, _fenced, _table, _html_table)


# Paragraphs


def _wrap_width(sources: list[Source]) -> int:
    """The width at which the paragraphs of this source are wrapped; 0 if each is one line."""
    lengths = [len(source.text) for source in sources if source.text.strip()]
    widest = max(lengths, default=0)
    wide = sum(length >= NEAR_WIDEST * widest for length in lengths)
    return widest if widest in WRAPS and 2 * wide > len(lengths) else 0


def _paragraph(sources: list[Source], index: int, width: int) -> Block:
    """One line, or in a wrapped source the whole paragraph; a line of «===» or «---» below makes it a heading."""
    first = sources[index]
    end = index + 1
    while end < len(sources) and width and _goes_on(sources[end - 1], sources[end], width):
        end += 1
    words = " ".join(source.text.rstrip("\\ \t") for source in sources[index:end])
    bullet = BULLET.match(words)
    text = f"- {_inline(words[bullet.end() :])}" if bullet else _inline(words)
    line = Line(first.number, text, first.indent, "note" if first.is_quoted else "")
    if end < len(sources) and _is_underline(sources[end], words):
        return [replace(line, role="heading", level=1 if "=" in sources[end].text else 2)], end + 1
    return [line], end


def _goes_on(above: Source, source: Source, width: int) -> bool:
    """Whether a wrapped paragraph goes on: the first word of this line had no room on the line above."""
    starts = label_of(source.text) or mark_of(source.text) or any(one.match(source.text) for one in STARTS)
    if not source.text.strip() or starts or source.is_quoted != above.is_quoted or above.text.endswith(("  ", "\\")):
        return False
    return len(above.text.rstrip()) + 1 + len(source.text.split(None, 1)[0]) > width - TAB


def _is_underline(source: Source, words: str) -> bool:
    is_line = bool(UNDERLINE.fullmatch(source.text)) and not source.is_quoted
    return is_line and len(words) <= LONGEST_UNDERLINED


# Markup inside a line


def _inline(text: str) -> str:
    """The words of a line without its markup; targets of links are dropped."""
    if not MARKUP.search(text) or len(text) > LONGEST_MARKED_UP:
        return text
    children = INLINE.parseInline(text)[0].children or []
    return LOOSE_STARS.sub("", "".join(map(_words, children)).strip())


def _words(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "html_inline":
        return " " if BREAK.fullmatch(token.content) else ""
    if token.type == "image":
        return "".join(map(_words, token.children or []))
    return token.content
