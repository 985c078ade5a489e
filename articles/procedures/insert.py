"""Inserting a provision."""

import uuid

from ..models import Entry, Provision
from .act import procedure
from .place import require_place, sibling_after
from .punctuation import list_marks_follow
from .words import new_wording


@procedure(Entry.Act.INSERT, structural=True)
def insert(writing, parent, kind, words, *, after=None, id=None):
    """Inserts a provision of ``kind`` into ``parent`` right after the sibling ``after`` (None: ahead of all).

    ``words`` maps a language to its fields, ``{"ru": {"text": "…"}}``; a language that is left out has no wording
    yet. ``id`` is for loaders that need the same ids everywhere. NotAllowedHere by the containment table;
    ProvisionIsExcluded if the parent is not in the text.
    """
    structure = writing.structure
    parent = structure.standing(parent)
    require_place(structure, kind, parent)
    after = sibling_after(structure, parent, after)
    row = Provision(
        id=id or uuid.uuid4(),
        law=writing.law,
        parent_id=parent.id,
        kind=kind,
        position=structure.position(parent, after),
    )
    with list_marks_follow(writing):
        structure.add(writing.create(row))
        for language, fields in words.items():
            new_wording(writing, row, language, fields)
    writing.subject = row.id
