"""Undoing an entry by a new one, and undoing that."""

from ..models import Entry, Provision, Wording
from .act import procedure
from .errors import ActRefused, LaterChange
from .rows import TRACKED

IRREVERSIBLE = {Entry.Act.LOAD, Entry.Act.FREEZE}


@procedure(Entry.Act.UNDO, structural=True)
def undo(writing, entry):
    """Reverses what an entry wrote, by a new entry.

    LaterChange, with the rows as they stand, if later entries touched the same rows; ActRefused for the loading of a
    law and for a frozen draft.
    """
    _reverse(writing, entry)


@procedure(Entry.Act.REDO, structural=True)
def redo(writing, entry):
    """Undoes an undo: the words and places are again as the first entry left them."""
    if entry.act not in (Entry.Act.UNDO, Entry.Act.REDO):
        raise ActRefused("Only something that was undone can be done again.")
    _reverse(writing, entry)


def _reverse(writing, entry):
    if entry.law_id != writing.law.pk or entry.act in IRREVERSIBLE:
        raise ActRefused("This entry cannot be undone.")
    later = []
    for model in (Provision, Wording):
        _reverse_rows(writing, model, entry, later)
    if later:
        raise LaterChange(later)
    if writing.is_empty:
        raise ActRefused("This entry changed no words or places that could be undone.")
    writing.structure.arrange()
    writing.subject, writing.undoes = entry.subject, entry


def _reverse_rows(writing, model, entry, later):
    history = model.history.model.objects
    written = {row.id: row for row in history.filter(entry=entry)}
    rows = writing.structure.rows if model is Provision else model.objects.in_bulk(list(written))
    before = _before(history, written)
    for key, row in written.items():
        current = rows[key]
        if current.revision != row.revision:
            later.append(current)
        elif row.revision == 1:
            _take_back(writing, current)
        else:
            writing.change(current, **{name: getattr(before[key], name) for name in TRACKED[model]})


def _before(history, written):
    """The history row before each written one, in one query."""
    found = history.filter(id__in=list(written)).order_by("revision")
    return {row.id: row for row in found if row.revision == written[row.id].revision - 1}


def _take_back(writing, row):
    """What an entry created cannot be deleted: a provision leaves the text, words become empty."""
    if isinstance(row, Provision):
        writing.change(row, status=Provision.Status.REMOVED)
    elif row.provision_id not in {created.pk for created in writing.bases if isinstance(created, Provision)}:
        writing.change(row, heading="", text="", closing="")
