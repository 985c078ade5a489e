"""Undoing an entry by a new one, and undoing that."""

from contextlib import nullcontext

from django.utils.translation import gettext as _

from ..models import Entry, Law, Provision, Wording
from .act import procedure
from .errors import ActRefused, LaterChange
from .past import before, has_no_effect_after, kept_order, was_only_respaced, was_touched
from .place import come_back, require_lawful, take_place
from .punctuation import list_marks_follow
from .rows import TRACKED
from .words import wordings_of

IRREVERSIBLE = {Entry.Act.LOAD, Entry.Act.FREEZE}
PLACE = ("parent_id", "position")


@procedure(Entry.Act.UNDO, structural=True)
def undo(writing, entry):
    """Reverses what an entry wrote, by a new entry.

    LaterChange, with the rows as they stand, if later entries that were not undone touched the same rows or depend on
    them; ProvisionIsExcluded if the unit to return to is not in the text; ActRefused for the loading of a law and for
    a frozen draft.
    """
    _reverse(writing, entry)


@procedure(Entry.Act.REDO, structural=True)
def redo(writing, entry):
    """Undoes an undo: the words and places are again as the first entry left them."""
    if entry.act not in (Entry.Act.UNDO, Entry.Act.REDO):
        raise ActRefused(_("Only something that was undone can be done again."))
    _reverse(writing, entry)


def _reverse(writing, entry):
    if entry.law_id != writing.law.pk or entry.act in IRREVERSIBLE:
        raise ActRefused(_("This entry cannot be undone."))
    is_exact = has_no_effect_after(entry)
    # Where nothing has happened since, the law has been so before: even marks that were wrong come back as they were.
    with nullcontext() if is_exact else list_marks_follow(writing):
        _reverse_places(writing, entry, is_exact)
        _reverse_words(writing, entry)
    _reverse_card(writing, entry)
    if writing.is_empty:
        raise ActRefused(_("This entry changed no words or places that could be undone."))
    if not is_exact:
        require_lawful(writing)
    writing.subject, writing.undoes = entry.subject, entry


def _written(model, entry):
    """The rows that an entry wrote, as it left them, by id."""
    return {row.id: row for row in model.history.model.objects.filter(entry=entry)}


def _untouched(rows, written):
    """The current rows; LaterChange if one of them says anything else than what the entry wrote."""
    later = [rows[key] for key, row in written.items() if was_touched(rows[key], row)]
    if later:
        raise LaterChange(later)
    return rows


def _reverse_places(writing, entry, is_exact):
    structure = writing.structure
    written = _written(Provision, entry)
    past = before(Provision, written)
    if not is_exact:
        written = {key: row for key, row in written.items() if not was_only_respaced(entry, row, past.get(key))}
    rows = _untouched(structure.rows, written)
    for key, row in written.items():
        if row.revision == 1:
            # What an entry created cannot be deleted: it leaves the text.
            writing.change(rows[key], status=Provision.Status.REMOVED)
        else:
            names = [name for name in TRACKED[Provision] if is_exact or name not in PLACE]
            writing.change(rows[key], **{name: getattr(past[key], name) for name in names})
    if is_exact:
        structure.arrange()
    else:
        _return_to_places(writing, entry, [(past[key], row) for key, row in written.items() if key in past])
        _require_nothing_new(writing, entry, [rows[key] for key in written])


def _return_to_places(writing, entry, pairs):
    """Puts rows back behind what stood before them, in the order of that time, whatever has happened there since."""
    structure = writing.structure
    order = kept_order(entry, {past.parent_id for past, _ in pairs})
    for past, row in sorted(pairs, key=lambda pair: pair[0].position):
        current = structure.rows[row.id]
        if (past.parent_id, past.position) != (row.parent_id, row.position):
            take_place(writing, current, past.parent_id, past.position, order[past.parent_id])
        elif current.status == Provision.Status.STANDING and current.parent_id:
            come_back(writing, current)


def _require_nothing_new(writing, entry, rows):
    """LaterChange if something that was put into a provision since would leave the text with it."""
    structure = writing.structure
    leaving = [row for row in rows if row.status != Provision.Status.STANDING and structure.visible(row)]
    order = kept_order(entry, {row.id for row in leaving})
    new = [child for row in leaving for child in structure.visible(row) if child.id not in order[row.id]]
    if new:
        raise LaterChange(new)


def _reverse_words(writing, entry):
    written = _written(Wording, entry)
    structure = writing.structure
    holders = [structure.rows[row.provision_id] for row in written.values()]
    rows = _untouched({wording.id: wording for wording in wordings_of(writing, holders)}, written)
    past = before(Wording, written)
    for key, row in written.items():
        if row.revision > 1:
            writing.change(rows[key], **{name: getattr(past[key], name) for name in TRACKED[Wording]})
        elif structure.rows[row.provision_id] not in writing.bases:
            writing.change(rows[key], heading="", text="", closing="")


def _reverse_card(writing, entry):
    law, written = writing.law, _written(Law, entry)
    _untouched({law.pk: law}, written)
    for past in before(Law, written).values():
        writing.change(law, **{name: getattr(past, name) for name in TRACKED[Law]})
