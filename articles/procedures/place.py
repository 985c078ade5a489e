"""Where a provision may stand: the rules that insert, move, changes of level and undoing share."""

from django.utils.translation import gettext as _

from ..lawtext.provision import CONTAINS
from ..models import Provision
from .errors import LaterChange, NotAllowedHere, ProvisionIsExcluded, misplaced


def require_place(structure, kind, parent, within=()):
    """NotAllowedHere unless the parent may hold this kind and does not stand in ``within``."""
    if parent in within:
        raise NotAllowedHere(_("A provision cannot be put into itself."))
    if kind not in CONTAINS[parent.kind]:
        raise misplaced(kind, parent.kind)


def sibling_after(structure, parent, after):
    """The row after which to place something in ``parent``; it must stand there. None means ahead of all."""
    if after is None:
        return None
    row = structure.standing(after)
    if row.parent_id != parent.id:
        raise NotAllowedHere(_("The provision to follow does not stand in the same unit."))
    return row


def put(writing, row, parent, after):
    """Moves a row in structure and database to its place in ``parent`` right after ``after``."""
    structure = writing.structure
    structure.drop(row)
    position = structure.position(parent, after)
    writing.change(row, parent_id=parent.id, position=position)
    structure.add(row)


def take_place(writing, row, parent_id, position, order):
    """Moves a row back into the unit in which it stood at ``position`` when ``order`` were the ids of its siblings.

    Where that position is no longer between the same siblings it comes right behind the nearest one ahead of it.
    LaterChange if that unit stands in the row itself by now.
    """
    structure = writing.structure
    if structure.rows[parent_id] in structure.within(row):
        raise LaterChange([structure.rows[parent_id]])
    structure.drop(row)
    siblings = {sibling.id: sibling for sibling in structure.children[parent_id]}
    place = order.index(row.id)
    ahead = [siblings[key] for key in order[:place] if key in siblings]
    behind = [siblings[key] for key in order[place + 1 :] if key in siblings]
    taken = {sibling.position for sibling in structure.visible(structure.rows[parent_id])}
    ahead_of, behind_of = ([row.position for row in rows if structure.is_visible(row)] for rows in (ahead, behind))
    if position in taken or not max(ahead_of, default=position - 1) < position < min(behind_of, default=position + 1):
        position = structure.position(structure.rows[parent_id], ahead[-1] if ahead else None)
    writing.change(row, parent_id=parent_id, position=position)
    structure.add(row)


def come_back(writing, row):
    """A row that is in the text again gets a position of its own where another has been given it meanwhile."""
    structure = writing.structure
    parent = structure.parent(row)
    same = [sibling for sibling in structure.visible(parent) if sibling is not row and sibling.position == row.position]
    if same:
        put(writing, row, parent, same[-1])


def require_lawful(writing):
    """What an undo has put back must be able to stand there now, for all that has happened since."""
    structure = writing.structure
    changed = [
        row for row in writing.bases if isinstance(row, Provision) and row.parent_id and structure.is_visible(row)
    ]
    for row in changed:
        misfits = [child for child in structure.visible(row) if child.kind not in CONTAINS[row.kind]]
        if misfits or row.kind not in CONTAINS[structure.parent(row).kind]:
            raise LaterChange(misfits or [structure.parent(row)])
        if not structure.stands(structure.parent(row)):
            raise ProvisionIsExcluded(_("The unit in which it stood is not in the text: restore that first."))
