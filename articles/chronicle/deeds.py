"""What an entry did to one provision, in words: told by comparing a row of history with the one before it."""

from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from ..lawtext.exporters.wordings import date_in_words
from ..lawtext.provision import FIELDS
from ..models import Entry, Provision
from ..words.names import interface_language, kind_name

END_MARKS = ";.,"


class Deed(NamedTuple):
    """«Перенесено: статья 19 → статья 18»: words, then the ids of the units or the names that they are about.

    ``entry`` is the sequence of an entry that they are about, 0 for none; ``languages`` are those whose words they are
    about, named only where the law has several; ``along`` is the id of the unit with which it only went.
    """

    words: str
    units: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    entry: int = 0
    languages: tuple[str, ...] = ()
    along: str = ""


def day_in_words(moment):
    """«24 сентября 2026 года»."""
    return date_in_words(timezone.localdate(moment), interface_language())


def undone(entry):
    """What an entry reversed, if it did."""
    if entry.undoes is None:
        if entry.act in (Entry.Act.RESTORE_DRAFT, Entry.Act.REPLACE):
            yield Deed(entry.get_act_display())
        return
    date = day_in_words(entry.undoes.moment)
    words = (
        _("Done again: “%(act)s” of %(date)s") if entry.act == Entry.Act.REDO else _("Undone: “%(act)s” of %(date)s")
    )
    undone = entry.undoes.undoes if entry.act == Entry.Act.REDO and entry.undoes.undoes else entry.undoes
    yield Deed(words % {"act": undone.get_act_display(), "date": date}, entry=undone.sequence)


def deeds_on_place(row, before):
    """What became of the place, level, status and number; ``before`` is the row before it, None for the first."""
    if before is None:
        return [_created(row)]
    found = [deed for tell in (_status, _parent, _level, _number) if (deed := tell(row, before))]
    moved = row.position != before.position and row.entry.subject == row.id
    return found or ([Deed(_("Moved within its unit"))] if moved else [])


def _created(row):
    if row.entry.act == Entry.Act.SPLIT and row.origin:
        return Deed(_("Split off from"), (str(row.origin),))
    return Deed(_("First text, brought in from a file") if row.entry.act == Entry.Act.LOAD else _("Put into the law"))


def _status(row, before):
    if row.status == before.status:
        return None
    if row.status == Provision.Status.STANDING:
        return Deed(_("Put back into the text"))
    if row.joined_to:
        return Deed(_("Joined to"), (str(row.joined_to),))
    kept = row.status == Provision.Status.EXCLUDED
    return Deed(_("Excluded, its number kept") if kept else _("Taken out of the text"))


def _parent(row, before):
    if row.parent_id != before.parent_id:
        return Deed(_("Moved"), (str(before.parent_id), str(row.parent_id)), along=_along(row))
    return None


def _level(row, before):
    if row.kind != before.kind:
        return Deed(_("Level changed"), names=(kind_name(before.kind), kind_name(row.kind)), along=_along(row))
    return None


def _along(row):
    """The unit whose act took this one along; empty if the act was about this one, or about no unit."""
    subject = row.entry.subject
    return str(subject) if subject and subject != row.id else ""


def _number(row, before):
    if row.fixed_number == before.fixed_number:
        return None
    if row.fixed_number:
        return Deed(_("Number fixed"), names=(row.fixed_number,))
    return Deed(_("Number no longer fixed"))


def deeds_on_words(row, before):
    """What became of the words of one language, in words."""
    if before is None:
        return [_("First words")]
    changed = [name for name in FIELDS if getattr(row, name) != getattr(before, name)]
    if _only_its_end(row, before, changed):
        return [_("The mark at its end follows its place")]
    phrases = {"heading": _("Heading changed"), "text": _("Words changed"), "closing": _("Closing words changed")}
    return [phrases[name] for name in changed]


def _only_its_end(row, before, changed):
    """Whether an act on another unit only gave this one the mark that its new place in the list asks for."""
    same = row.text.rstrip(END_MARKS) == before.text.rstrip(END_MARKS)
    return changed == ["text"] and same and row.entry.subject != row.provision_id
