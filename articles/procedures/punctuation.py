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
    held = [item for item, _ in after if _has_another_place(writing, writing.structure.parent(item))]
    touched = [item for item, _ in before ^ after]
    for item in dict.fromkeys([*touched, *held, *_written(writing)]):
        if writing.structure.prints(item):
            _end(writing, item)


def _last_items(structure):
    """The items that end a list, each with whether a further part stands ahead of it: closing words do not belong to
    such a list. Excluded items that keep their number print, so they count.
    """
    found = set()
    for children in structure.children.values():
        after_a_part = False
        printed = [child for child in children if structure.is_visible(child)]
        for child, follower in zip(printed, [*printed[1:], None], strict=False):
            after_a_part |= child.kind == "passage"
            if child.kind in LISTED and not (follower and follower.kind in LISTED):
                found.add((child, after_a_part))
    return found


def _has_another_place(writing, row):
    """Whether the act has moved a provision or given it another level: the list in it may end otherwise there."""
    was = writing.structure.before.get(row.id)
    return was is not None and (was.parent_id, was.kind) != (row.parent_id, row.kind)


def _written(writing):
    """List items that the act itself has written so far."""
    rows = writing.structure.rows
    for row in [*writing.created, *writing.bases]:
        item = rows[getattr(row, "provision_id", row.id)]
        if item.kind in LISTED and row not in writing.structure.respaced:
            yield item


def end_as_sentence(writing, row):
    """The mark of a unit that has left a list: a full stop where the semicolon of an item stood, a colon ahead of the
    items that came with it.
    """
    if row.kind in LISTED:
        return
    children = writing.structure.visible(row)
    opens_a_list = bool(children) and children[0].kind in LISTED
    for wording in wordings_of(writing, [row]):
        text = ended(wording.text, True)
        writing.change(wording, text=text.removesuffix(".") + ":" if opens_a_list and text[-1:] == "." else text)


def _end(writing, item):
    """Sets the mark at the end of an item, in every language that it has words in."""
    for wording in wordings_of(writing, [item]):
        end, name = _ending(writing, item, wording.language)
        if end is not None:
            last, closing = _place(writing, item, wording.language)
            writing.change(end, **{name: ended(getattr(end, name), last, closing)})


def _ending(writing, item, language):
    """The wording and its field that are read last in an item: its own words, or those of the last unit in it."""
    children = writing.structure.visible(item)
    wording = _wording(writing, item, language)
    if children and not (children[-1].kind in LISTED and wording and wording.closing):
        return _ending(writing, children[-1], language)
    return wording, "closing" if wording and wording.closing else "text"


def _place(writing, item, language):
    """Whether the item ends its list, with the list above if it ends an item of that, and whether closing words
    follow it.
    """
    structure = writing.structure
    siblings = structure.siblings(item)
    place = siblings.index(item)
    if [sibling for sibling in siblings[place + 1 : place + 2] if sibling.kind in LISTED]:
        return False, False
    holder = structure.parent(item)
    closed = _wording(writing, holder, language)
    if closed and closed.closing and not any(sibling.kind == "passage" for sibling in siblings[:place]):
        return True, True
    if holder.kind in LISTED and siblings[-1] is item:
        return _place(writing, holder, language)
    return True, False


def _wording(writing, row, language):
    return next((wording for wording in wordings_of(writing, [row]) if wording.language == language), None)
