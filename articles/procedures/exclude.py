"""Taking a provision out of the text and putting it back."""

from django.utils.translation import gettext as _

from ..models import Entry, Law, Provision
from .act import procedure
from .errors import NotAllowedHere, NothingChanged, ProvisionIsExcluded
from .place import come_back, require_place
from .punctuation import list_marks_follow


@procedure(Entry.Act.EXCLUDE, structural=True)
def exclude(writing, provision):
    """Takes a provision out, with all that stands in it.

    While drafting it is gone from print and the numbers close up; in amending mode it keeps its number and prints as
    excluded (Law No 480-V, article 27, point 6).
    """
    structure = writing.structure
    row = structure.standing(provision)
    if row.parent_id is None:
        raise NotAllowedHere(_("The law itself cannot be excluded."))
    keeps_number = writing.law.numbering == Law.Numbering.AMENDING
    with list_marks_follow(writing):
        writing.change(row, status=Provision.Status.EXCLUDED if keeps_number else Provision.Status.REMOVED)
    writing.subject = row.id


@procedure(Entry.Act.RESTORE, structural=True)
def restore(writing, provision):
    """Puts an excluded provision back where it stood.

    ProvisionIsExcluded if its parent is not in the text, NotAllowedHere if that is of another level now.
    """
    structure = writing.structure
    row = structure.row(provision)
    if row.status == Provision.Status.STANDING:
        raise NothingChanged(_("This unit is in the text already."))
    if not structure.stands(structure.parent(row)):
        raise ProvisionIsExcluded(_("The unit in which it stood is not in the text: restore that first."))
    require_place(structure, row.kind, structure.parent(row))
    with list_marks_follow(writing):
        writing.change(row, status=Provision.Status.STANDING, joined_to=None)
        come_back(writing, row)
    writing.subject = row.id
