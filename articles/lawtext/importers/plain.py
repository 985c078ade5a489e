"""Laws in plain text: one paragraph a line, tables as lines of tab-separated cells."""

from collections.abc import Iterator
from dataclasses import replace

from . import structure, wrapped
from .encoding import decoded
from .excluded import label_of
from .lines import Imported, Line
from .marks import mark_of

TAB = 4
FEWEST_ROWS = 2


def read(content: bytes, language: str) -> Imported:
    """A law from a text file; ImportRefused for what is no text."""
    text, remarks = decoded(content)
    text, joined = wrapped.joined(text)
    imported = structure.read(lines(text), language)
    return replace(imported, remarks=(*remarks, *joined, *imported.remarks))


def lines(text: str) -> list[Line]:
    """The lines that hold anything, numbered from 1; two or more rows of a table in succession are one line."""
    result: list[Line] = []
    rows: list[tuple[int, str]] = []
    for number, raw in enumerate(text.split("\n"), start=1):
        if _is_row(raw):
            rows.append((number, raw))
            continue
        result.extend(_tabular(rows))
        rows = []
        if raw.strip():
            result.append(line(number, raw))
    result.extend(_tabular(rows))
    return result


def line(number: int, raw: str) -> Line:
    """One line of text with the width of its leading blanks."""
    text = raw.lstrip()
    leading = raw[: len(raw) - len(text)].replace("\t", " " * TAB)
    return Line(number, text, len(leading))


def _is_row(raw: str) -> bool:
    """Whether a line may be a row: cells with a tab between, not a label with a tab behind («1.\\tТекст»)."""
    tabs = raw.strip().count("\t")
    if not tabs or mark_of(raw.lstrip()):
        return False
    return tabs > 1 or not label_of(raw.strip())


def _tabular(rows: list[tuple[int, str]]) -> Iterator[Line]:
    if len(rows) < FEWEST_ROWS:
        yield from (line(number, raw) for number, raw in rows)
        return
    cells = [raw.lstrip(" ") for _, raw in rows]
    indented = min(len(row) - len(row.lstrip("\t")) for row in cells)
    number, first = rows[0]
    indent = len(first) - len(cells[0]) + indented * TAB
    yield Line(number, "", indent, "table", rows=tuple(tuple(row[indented:].split("\t")) for row in cells))
