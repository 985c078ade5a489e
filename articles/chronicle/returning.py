"""Giving a provision the words that it had in an earlier revision."""

from django.utils.translation import gettext as _

from ..lawtext.places import without_marks
from ..lawtext.provision import FIELDS, LISTED
from ..models import Wording
from ..procedures import By, reword
from ..procedures.errors import ActRefused


def return_revision(law, provision, language, number, base, person):
    """Rewords a provision as revision ``number`` had it; ``base`` is the revision that the person sees now.

    Words go in as they are stored, so references stay references. Returns the Entry; ActRefused as ``reword`` says,
    and for a revision that is not there.
    """
    wording = Wording.objects.filter(provision=provision, provision__law=law, language=language)
    wording = wording.select_related("provision").first()
    earlier = wording and wording.history.filter(revision=number).first()
    if earlier is None:
        raise ActRefused(_("This unit has no such revision."))
    fields = {name: getattr(earlier, name) for name in FIELDS if getattr(earlier, name) or getattr(wording, name)}
    if wording.provision.kind in LISTED and "text" in fields:
        fields["text"] = _ending_as(fields["text"], wording.text)
    reason = _("Revision %(number)s returned") % {"number": number}
    return reword(law, provision, language, base=base, by=By(person, reason), **fields)


def _ending_as(words, current):
    """The words with the final mark of those that stand there: in a list it follows the place, not the wording."""
    bare, _current, ends = without_marks(words, current)
    return bare + ends[1] if ends else words
