"""Where a provision may stand: the rules that insert, move and changes of level share."""

from ..lawtext.provision import CONTAINS
from .errors import NotAllowedHere


def require_place(structure, kind, parent, within=()):
    """NotAllowedHere unless the parent may hold this kind and does not stand in ``within``."""
    if parent in within:
        raise NotAllowedHere("A provision cannot be put into itself.")
    if kind not in CONTAINS[parent.kind]:
        raise NotAllowedHere(f"A unit of kind “{kind}” cannot stand directly in one of kind “{parent.kind}”.")


def sibling_after(structure, parent, after):
    """The row after which to place something in ``parent``; it must stand there. None means ahead of all."""
    if after is None:
        return None
    row = structure.standing(after)
    if row.parent_id != parent.id:
        raise NotAllowedHere("The provision to follow does not stand in the same unit.")
    return row


def put(writing, row, parent, after):
    """Moves a row in structure and database to its place in ``parent`` right after ``after``."""
    structure = writing.structure
    structure.drop(row)
    position = structure.position(parent, after)
    writing.change(row, parent_id=parent.id, position=position)
    structure.add(row)
