"""Changing the words of a provision in one language."""

from django.utils.translation import gettext as _

from ..models import Entry, Wording
from .act import procedure
from .errors import NothingChanged, WordingHasChanged
from .words import new_wording, provision_of, require_language, reworded


@procedure(Entry.Act.REWORD)
def reword(writing, provision, language, *, base=None, **fields):
    """Gives a provision other words: ``text`` and, where it has them, ``heading`` and ``closing``.

    Words come as a person sees them: references none of whose words were touched stay references, and references
    that were typed are recognised. ``base`` is the revision from which the person started; WordingHasChanged, with
    both texts, if another has been saved since. NothingChanged if the words are the same.
    """
    _reword(writing, provision, language, base, fields)


@procedure(Entry.Act.HEADING)
def change_heading(writing, provision, language, heading, *, base=None):
    """Gives a provision another heading; the title of the law is the heading of its root."""
    _reword(writing, provision, language, base, {"heading": heading})


def _reword(writing, provision, language, base, fields):
    require_language(writing.law, language)
    row = provision_of(writing, provision)
    writing.subject = row.id
    wording = Wording.objects.select_related("provision").filter(provision=row, language=language).first()
    if wording is not None and base is not None and wording.revision != base:
        raise WordingHasChanged(wording, fields)
    if wording is not None:
        reworded(writing, wording, **fields)
    elif any(fields.values()):
        new_wording(writing, row, language, fields)
    if writing.is_empty:
        raise NothingChanged(_("The words are the same."))
