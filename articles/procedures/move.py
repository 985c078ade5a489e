"""Moving a provision, also to another article or chapter."""

from django.utils.translation import gettext as _

from ..models import Entry
from .act import procedure
from .errors import NotAllowedHere, NothingChanged
from .numbers import moved_away
from .place import put, require_place, sibling_after
from .punctuation import list_marks_follow


@procedure(Entry.Act.MOVE, structural=True)
def move(writing, provision, parent, *, after=None):
    """Moves a provision with all that stands in it into ``parent``, right after ``after`` (None: ahead of all).

    Its id stays, numbers and references follow; in amending mode it gets an additional number. NotAllowedHere by the
    containment table or into itself.
    """
    structure = writing.structure
    row, parent = structure.standing(provision), structure.standing(parent)
    if row.parent_id is None:
        raise NotAllowedHere(_("The law itself cannot be moved."))
    require_place(structure, row.kind, parent, within=structure.within(row))
    after = sibling_after(structure, parent, after)
    if after is row or (row.parent_id == parent.id and structure.previous(row) is after):
        raise NothingChanged(_("The provision already stands there."))
    with list_marks_follow(writing):
        put(writing, row, parent, after)
        moved_away(writing, row)
    writing.subject = row.id
