"""Tables: their grid with merged cells, and tables that only lay out text."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..lines import Line
from .names import Element, integer, value, w
from .revisions import cell_is_deleted, row_is_deleted

WIDEST = 63
"""Columns of a table in Word; a wider span is cut to it."""

WRAPPERS = frozenset({w("ins"), w("moveTo"), w("customXml"), w("smartTag")})
LONGEST_LINE = 200

BORDERS = (w("tblBorders"), w("tcBorders"))
UNRULED = frozenset({"nil", "none"})

CONTROL = w("sdt")
CONTROLLED = w("sdtContent")


class Cell(NamedTuple):
    """The lines of a cell and the number of columns it takes."""

    lines: list[Line]
    columns: int


Row = list[Cell]


def rows(table: Element, read: Callable[[Element], list[Line]]) -> list[Row]:
    """The rows that stand, each with its cells; ``read`` gives the lines of a w:tc."""
    return [_row(row, read) for row in children(table, w("tr")) if not row_is_deleted(row)]


def children(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those in content controls."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag in WRAPPERS:
            yield from children(child, name)
        elif child.tag == CONTROL:
            content = child.find(CONTROLLED)
            yield from () if content is None else children(content, name)


def _row(row: Element, read: Callable[[Element], list[Line]]) -> Row:
    properties = row.find(w("trPr"))
    cells = [
        Cell(read(cell), _columns(cell.find(w("tcPr")), "gridSpan"))
        for cell in children(row, w("tc"))
        if not cell_is_deleted(cell)
    ]
    ahead = _columns(properties, "gridBefore", least=0)
    return [Cell([], ahead), *cells] if ahead else cells


def _columns(properties: Element | None, name: str, least: int = 1) -> int:
    return max(least, min(integer(value(properties, name)) or least, WIDEST))


def is_layout(table: list[Row]) -> bool:
    """Whether the table only puts text somewhere on the page: no row has words in more than one cell.

    So are made the block at the right of an annex («Приложение 1 к Закону …») and frames around a text.
    """
    return all(sum(bool(cell.lines) for cell in row) <= 1 for row in table)


def is_line(element: Element, table: list[Row]) -> bool:
    """Whether the table is one line whose parts are set apart: one short row without rules, such as a signature."""
    if len(table) != 1 or _is_ruled(element):
        return False
    return sum(len(_text(cell)) for cell in table[0]) <= LONGEST_LINE


def _is_ruled(element: Element) -> bool:
    style = element.find(f"{w('tblPr')}/{w('tblStyle')}")
    borders = (border for group in element.iter(*BORDERS) for border in group)
    return style is not None or any(border.get(w("val"), "none") not in UNRULED for border in borders)


def one_line(table: list[Row]) -> str:
    """The words of all cells on one line."""
    return " ".join(text for row in table for cell in row if (text := _text(cell)))


def grid(table: list[Row]) -> tuple[tuple[str, ...], ...]:
    """The words of the cells, in rows of equal length without wholly empty rows.

    A merged cell has its words in the first of its columns and rows, and nothing in the others.
    """
    printed = [[text for cell in row for text in (_text(cell), *[""] * (cell.columns - 1))] for row in table]
    width = max((len(row) for row in printed), default=0)
    return tuple(tuple(row + [""] * (width - len(row))) for row in printed if any(row))


def _text(cell: Cell) -> str:
    """The words of a cell on one line; a table inside it is flattened."""
    return " ".join(text for line in cell.lines if line.role != "footnote" for text in words(line))


def words(line: Line) -> Iterator[str]:
    """The words of a line, or of the cells of a table."""
    if line.rows:
        yield from (cell for row in line.rows for cell in row if cell)
    elif line.text or line.closings:
        yield " ".join(filter(None, (line.text, *(closing.words for closing in line.closings))))


def footnotes(table: list[Row]) -> list[Line]:
    return [line for row in table for cell in row for line in cell.lines if line.role == "footnote"]
