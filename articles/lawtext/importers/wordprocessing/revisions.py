"""Tracked changes: a document is read as if they were accepted, and the report says so."""

from collections.abc import Iterable

from ...said import Said, joined
from .names import Element, w

INSERTED = (w("ins"), w("cellIns"))
DELETED = (w("del"), w("cellDel"))
MOVED = (w("moveFromRangeStart"),)
MOVED_RUNS = (w("moveFrom"),)
"""Counted where a program writes moved runs without a range around them."""

NAMED = 5
LONGEST_NAME = 60


def _elements(parts: Iterable[Element], names: tuple[str, ...]) -> list[Element]:
    return [element for part in parts for element in part.iter(*names)]


COUNTED = {
    "insertion": ("%(number)s insertion", "%(number)s insertions"),
    "deletion": ("%(number)s deletion", "%(number)s deletions"),
    "move": ("%(number)s move", "%(number)s moves"),
}


def _counted(number: int, noun: str) -> str:
    return Said(COUNTED[noun][number != 1], number=number)


def _authors(elements: list[Element]) -> str:
    names = list(dict.fromkeys(" ".join(element.get(w("author"), "").split()) for element in elements))
    known = [name[:LONGEST_NAME] for name in names if name]
    others = len(known) - NAMED
    first = ", ".join(known[:NAMED])
    if others <= 0:
        return first
    said = "%(names)s and %(number)s other" if others == 1 else "%(names)s and %(number)s others"
    return Said(said, names=first, number=others)


def remark(parts: Iterable[Element]) -> str:
    """A sentence with the number of tracked insertions, deletions and moves and their authors; empty without any."""
    parts = tuple(parts)
    inserted, deleted = _elements(parts, INSERTED), _elements(parts, DELETED)
    moved = _elements(parts, MOVED) or _elements(parts, MOVED_RUNS)
    changes = ((inserted, "insertion"), (deleted, "deletion"), (moved, "move"))
    counts = joined((_counted(len(elements), noun) for elements, noun in changes if elements), "%(first)s, %(second)s")
    authors = _authors(inserted + deleted + moved)
    if not counts:
        return ""
    if not authors:
        return Said("Tracked changes were read as accepted: %(counts)s.", counts=counts)
    return Said("Tracked changes were read as accepted: %(counts)s, by %(authors)s.", counts=counts, authors=authors)


def mark_is_deleted(properties: Element | None) -> bool:
    """Whether the end of a paragraph is deleted or moved away, so that its words run into the next paragraph."""
    mark = None if properties is None else properties.find(w("rPr"))
    return mark is not None and (mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None)


def row_is_deleted(row: Element) -> bool:
    properties = row.find(w("trPr"))
    return properties is not None and properties.find(w("del")) is not None


def cell_is_deleted(cell: Element) -> bool:
    properties = cell.find(w("tcPr"))
    return properties is not None and properties.find(w("cellDel")) is not None
