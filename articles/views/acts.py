"""One view for each act that a drafter asks for. The answer is the same for all, see ``acting``."""

import uuid
from datetime import timedelta

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from .. import procedures
from ..access import Right
from ..asked import number
from ..lawtext.breaks import between_words
from ..lawtext.numbering import without_typed_number
from ..models import Entry, Provision
from ..procedures.errors import ActRefused, ProvisionIsExcluded
from . import desks
from .acting import act, asked

OF_THIS_DAY = timedelta(hours=12)
"""What a person did longer ago is not undone by one key too many."""


@act
def reword(acting):
    """The words were saved on the way here."""


@act(saves_words=False)
def insert(acting):
    """A new provision with its first words, behind or at the beginning of the one that the address names."""
    row = acting.row
    is_inside = acting.request.POST.get("place") == "inside"
    kind = acting.request.POST.get("kind", "")
    typed = {name: without_typed_number(kind, text) for name, text in acting.words.items()}
    words = {name: text for name, text in typed.items() if text.strip()}
    if not words:
        raise ActRefused(_("Type the words of the new unit first."))
    parent, after = (row.pk, None) if is_inside else (row.parent_id, row.pk)
    by = acting.by()
    entry = procedures.insert(acting.law, parent, kind, {acting.language: words}, after=after, by=by)
    if acting.request.POST.get("then") == "next":
        acting.go_on_with(entry.subject, "after")
    return entry


@act(saves_words=False)
def split(acting):
    """Parts the text at the cursor, and that of the other languages at the places that were chosen.

    Until they are chosen nothing is written, so that whoever thinks better of it finds all as it was.
    """
    halves = {acting.language: _halves(acting, acting.language, acting.words.get("text", ""))}
    others = desks.other_texts(acting.law, acting.row, acting.language)
    if any(f"at_{language}" not in acting.request.POST for language, _text in others):
        return desks.parting(acting, others, halves[acting.language])
    halves.update({language: _other_halves(acting, language, text) for language, text in others})
    acting.save_words()
    second = uuid.uuid4()
    entry = procedures.split(acting.law, acting.pk, halves, id=second, by=acting.by())
    acting.go_on_with(second)
    return entry


@act
def join(acting):
    entry = procedures.join(acting.law, acting.pk, by=acting.by())
    acting.go_on_with(entry.subject, desks.seam(acting, entry.subject))
    return entry


@act
def indent(acting):
    return _stays_open(acting, procedures.indent(acting.law, acting.pk, by=acting.by()))


@act
def outdent(acting):
    return _stays_open(acting, procedures.outdent(acting.law, acting.pk, by=acting.by()))


@act
def up(acting):
    row, siblings = acting.row, _siblings(acting.row)
    place = siblings.index(row)
    if not place:
        raise ActRefused(_("This unit is the first one here already."))
    after = siblings[place - 2] if place > 1 else None
    return _stays_open(acting, procedures.move(acting.law, row, row.parent_id, after=after, by=acting.by()))


@act
def down(acting):
    row, siblings = acting.row, _siblings(acting.row)
    place = siblings.index(row)
    if place + 1 == len(siblings):
        raise ActRefused(_("This unit is the last one here already."))
    after = siblings[place + 1]
    return _stays_open(acting, procedures.move(acting.law, row, row.parent_id, after=after, by=acting.by()))


@act
def move(acting):
    """To another article or chapter: into the unit that was chosen, behind one in it or at its beginning."""
    into, after = acting.request.POST.get("into", ""), acting.request.POST.get("after") or None
    if not into:
        raise ActRefused(_("Choose where the unit is to stand."))
    return procedures.move(acting.law, acting.pk, into, after=after, by=acting.by())


@act
def exclude(acting):
    return procedures.exclude(acting.law, acting.pk, by=acting.by())


@act
def restore(acting):
    return procedures.restore(acting.law, acting.pk, by=acting.by())


@act
def undo(acting):
    """Reverses the person's last act that is in effect; asks first if it is of an earlier day."""
    entry = acting.law.entries.on_text().undoable_by(acting.request.user)
    if entry is None:
        raise ActRefused(_("There is nothing of yours to undo."))
    if timezone.now() - entry.moment > OF_THIS_DAY:
        return asked(acting, "law/_undo_asked.html", entry=entry)
    return procedures.undo(acting.law, entry, by=acting.by())


@act
def redo(acting):
    entry = acting.law.entries.on_text().redoable_by(acting.request.user)
    if entry is None:
        raise ActRefused(_("There is nothing of yours to do again."))
    return procedures.redo(acting.law, entry, by=acting.by())


@act
def undo_entry(acting, sequence):
    """Reverses one entry of the person's own; one that undid something is done again.

    Who may not change the card may not undo either what they did to it while they might.
    """
    entries = acting.law.entries.all() if Right.CHANGE_CARD in acting.rights else acting.law.entries.on_text()
    entry = get_object_or_404(entries, sequence=sequence, person=acting.request.user)
    reverse = procedures.redo if entry.act in (Entry.Act.UNDO, Entry.Act.REDO) else procedures.undo
    return reverse(acting.law, entry, by=acting.by())


def _siblings(row):
    """What prints in the same unit, in order, the row included."""
    found = list(Provision.objects.printed_beside(row))
    if row not in found:
        raise ProvisionIsExcluded(_("This provision is not in the text: restore it first."))
    return found


def _stays_open(acting, entry):
    """An act from within the desk leaves it open, with the cursor where it was."""
    if "base" in acting.request.POST:
        acting.go_on_with(acting.pk, acting.request.POST.get("at", ""))
    return entry


def _other_halves(acting, language, text):
    """The text of another language, parted where it was chosen; at its very end: left whole in the first half."""
    if number(acting.request.POST.get(f"at_{language}", "")) == len(text):
        return text, ""
    return _halves(acting, language, text)


def _halves(acting, language, text):
    at = acting.request.POST.get("at" if language == acting.language else f"at_{language}", "")
    place = between_words(text, number(at) or 0)
    before, after = text[:place].strip(), text[place:].strip()
    if not (before and after):
        raise ActRefused(_("Put the cursor where the text is to part: there must be words on both sides."))
    return before, after
