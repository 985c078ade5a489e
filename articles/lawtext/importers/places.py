"""Where a provision goes among those that are open."""

from dataclasses import dataclass

from ..numbering import sort_key
from ..provision import CONTAINS, GROUPS, LISTED
from ..said import Said, UnitName
from .opened import Open, State

HEADS = GROUPS | {"article", "annex"}

HOLDERS = ("passage", "clause", "article")
"""Kinds of which one without a number is made where a source leaves out a level."""


@dataclass(frozen=True, slots=True)
class Place:
    """Depth of the parent, the kind of an unnumbered provision between, and whether passages move into an item."""

    depth: int
    holder: str = ""
    adopts: bool = False
    guess: str = ""


def place(state: State, kind: str, number: str) -> Place | None:
    """Where a labelled provision goes; None if nothing open may hold it."""
    if kind == "note":
        return Place(state.deepest(lambda opened: opened.kind in ("article", "annex", "chapter", "law")) or 0)
    if kind == "subclause":
        return _subclause_place(state, number)
    return _inside(state, kind, state.parent_for(kind))


def table_place(state: State) -> Place:
    """A table belongs to the item or part two that announces it with a colon, else to the provision around it."""
    top = state.top
    if "table" in CONTAINS[top.kind] and top.text.endswith(":"):
        return Place(len(state.stack) - 1)
    depth = state.deepest(lambda opened: "table" in CONTAINS[opened.kind] and opened.kind not in LISTED | {"passage"})
    return _inside(state, "table", depth) or Place(
        0,
        "clause",
        guess=Said("%(unit)s in a %(other)s without number", unit=UnitName("table"), other=UnitName("clause")),
    )


def _inside(state: State, kind: str, depth: int | None) -> Place | None:
    """The place at this depth, unless a chapter or section is open further in: nothing jumps out of it."""
    group = state.group()
    if kind in HEADS or (depth is not None and (group is None or depth >= group)):
        return None if depth is None else Place(depth)
    holder = len(state.stack) - 1 if group is None else group
    between = next((one for one in HOLDERS if one in CONTAINS[state.stack[holder].kind] and kind in CONTAINS[one]), "")
    if not between:
        return None
    said = (
        "%(unit)s in an %(other)s without number" if between == "article" else "%(unit)s in a %(other)s without number"
    )
    return Place(holder, between, guess=Said(said, unit=UnitName(kind), other=UnitName(between)))


def _subclause_place(state: State, number: str) -> Place | None:
    """A list belongs to the part two that it follows; a number that goes on with the list above it belongs there."""
    depth = state.parent_for("subclause")
    found = _inside(state, "subclause", depth)
    if depth is None or not found or found.holder or state.stack[depth].kind not in ("passage", "note"):
        return found
    above = next((up for up in reversed(range(depth)) if "subclause" in CONTAINS[state.stack[up].kind]), None)
    if above is None or number == "1" or _goes_on(state.stack[depth], number):
        return found
    if not _goes_on(state.stack[above], number):
        return found
    adopts, item = _can_adopt(state.stack[above]), state.stack[above].last_subclause
    guess = Said("the passage above belongs to %(unit)s", unit=item.name) if adopts and item else ""
    return Place(above, adopts=adopts, guess=guess)


def _goes_on(opened: Open, number: str) -> bool:
    """Whether the number continues the list that this provision holds."""
    last = opened.last_subclause
    return last is not None and sort_key(last.number) < sort_key(number)


def _can_adopt(opened: Open) -> bool:
    """Whether all that stands behind the last item of a list may stand in that item."""
    for child in reversed(opened.children):
        if child.kind == "subclause":
            return True
        if child.marked or child.kind not in CONTAINS["subclause"] or child.kind == "note":
            return False
    return False
