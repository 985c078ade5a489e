"""The marks that end list items follow every act that changes a list."""

from contextlib import contextmanager

from ..lawtext.lists import ended
from ..lawtext.provision import LISTED
from .words import wordings_of


@contextmanager
def list_marks_follow(writing):
    """After the block, items that became the last of their list, or ceased to be, end as their place asks for."""
    before = _last_items(writing.structure)
    yield
    after = _last_items(writing.structure)
    holders = {holder for holder in before.keys() | after.keys() if before.get(holder) is not after.get(holder)}
    _mend(writing, holders, before, after)


def _last_items(structure):
    """The last standing item of each list, by the id of the provision that holds it."""
    return {
        holder: items[-1]
        for holder, children in structure.children.items()
        if (items := [child for child in children if child.kind in LISTED and child.status == "standing"])
    }


def _mend(writing, holders, before, after):
    structure = writing.structure
    touched = [items[holder] for items in (before, after) for holder in holders if holder in items]
    touched = [row for row in dict.fromkeys([*touched, *_written(writing)]) if structure.stands(row)]
    closings = _closings(writing, {row.parent_id for row in touched})
    for item in touched:
        _end(writing, item, _ends_sentence(structure, item, after), closings)


def _written(writing):
    """List items that the act itself has written so far."""
    rows = writing.structure.rows
    for row in [*writing.created, *writing.bases]:
        item = rows[getattr(row, "provision_id", row.id)]
        if item.kind in LISTED:
            yield item


def _ends_sentence(structure, item, last_items):
    """Whether the item is the last of its list, and of the list above if it ends an item of that."""
    if last_items.get(item.parent_id) is not item:
        return False
    holder = structure.parent(item)
    if holder.kind in LISTED and structure.visible(holder)[-1] is item:
        return _ends_sentence(structure, holder, last_items)
    return True


def _closings(writing, holders):
    """The (provision, language) pairs whose list is followed by closing words."""
    rows = [writing.structure.rows[holder] for holder in holders]
    return {(wording.provision_id, wording.language) for wording in wordings_of(writing, rows) if wording.closing}


def end_as_sentence(writing, row):
    """The mark of a unit that has left a list: a full stop where the semicolon of an item stood."""
    if row.kind not in LISTED:
        _end(writing, row, True, frozenset())


def _end(writing, item, last, closings):
    """Sets the mark at the end of an item; an item with units of its own ends where the last of them ends."""
    structure = writing.structure
    end = item
    while children := structure.visible(end):
        end = children[-1]
    for wording in wordings_of(writing, [end]):
        name = "closing" if wording.closing else "text"
        marked = ended(getattr(wording, name), last, (item.parent_id, wording.language) in closings)
        writing.change(wording, **{name: marked})
