"""Changing the level of a provision. The words keep the order in which they are read."""

from django.utils.translation import gettext as _

from ..lawtext.provision import CONTAINS
from ..models import Entry
from .act import procedure
from .errors import NotAllowedHere, misplaced
from .numbers import number_anew
from .place import put
from .punctuation import end_as_sentence, list_marks_follow
from .words import wordings_of

LOWER = {
    "section": "subsection",
    "chapter": "paragraph",
    "article": "clause",
    "clause": "subclause",
    "subclause": "indent",
}
HIGHER = {lower: higher for higher, lower in LOWER.items()}


@procedure(Entry.Act.INDENT, structural=True)
def indent(writing, provision):
    """Makes a provision the last unit of the one before it, one level down; what stands in it goes down too."""
    structure = writing.structure
    row = structure.standing(provision)
    holder = structure.previous(row)
    if holder is None or not structure.stands(holder):
        raise NotAllowedHere(_("There is no unit before this one that could take it in."))
    _require_no_heading(writing, row)
    with list_marks_follow(writing):
        put(writing, row, holder, structure.last(holder))
        _lower(writing, row)
    writing.subject = row.id


@procedure(Entry.Act.OUTDENT, structural=True)
def outdent(writing, provision):
    """Puts a provision behind the one it stands in, one level up; the units that followed it there come with it."""
    structure = writing.structure
    row = structure.standing(provision)
    holder = structure.rows.get(row.parent_id, row)
    grandparent = structure.rows.get(holder.parent_id)
    kind = HIGHER.get(row.kind)
    leaves_article = holder.kind == "article" and kind != "article"
    if grandparent is None or leaves_article or kind not in CONTAINS[grandparent.kind]:
        raise NotAllowedHere(_("This unit is already at the highest level it can have here."))
    with list_marks_follow(writing):
        followers = structure.following(row)
        ends_the_list = _closes(structure, row)
        put(writing, row, grandparent, holder)
        writing.change(row, kind=kind)
        number_anew(writing, row)
        for follower in followers:
            put(writing, follower, row, structure.last(row))
        if ends_the_list:
            _closing_follows(writing, holder, row)
        _require_contained(structure, row)
    end_as_sentence(writing, row)
    writing.subject = row.id


def _lower(writing, row):
    """One level down, with all that stands in it; what was taken out follows where it can, to be put back there."""
    structure = writing.structure
    kind = LOWER.get(row.kind)
    if kind is None or kind not in CONTAINS[structure.parent(row).kind]:
        raise NotAllowedHere(_("This unit, or one that stands in it, has no lower level here."))
    writing.change(row, kind=kind)
    number_anew(writing, row)
    for child in structure.children[row.id]:
        follows = structure.is_visible(child) or LOWER.get(child.kind) in CONTAINS[kind]
        if follows and child.kind not in CONTAINS[kind]:
            _lower(writing, child)


def _require_contained(structure, row):
    for child in structure.visible(row):
        if child.kind not in CONTAINS[row.kind]:
            raise misplaced(child.kind, row.kind)


def _require_no_heading(writing, row):
    """A level without headings would silently drop one."""
    if row.kind == "article" and any(wording.heading for wording in wordings_of(writing, [row])):
        raise NotAllowedHere(_("An article with a heading cannot become a clause: clear its heading first."))


def _closes(structure, row):
    """Whether items that follow the row end the list to which closing words belong: one ahead of any further part."""
    kinds = [sibling.kind for sibling in structure.siblings(row)]
    place = structure.siblings(row).index(row)
    return "passage" not in kinds[:place] and kinds[place + 1 : place + 2] in (["subclause"], ["indent"])


def _closing_follows(writing, holder, row):
    """Closing words go with the end of the list that they close."""
    taken = {wording.language: wording for wording in wordings_of(writing, [row])}
    for wording in wordings_of(writing, [holder]):
        if wording.closing and wording.language in taken:
            writing.change(taken[wording.language], closing=wording.closing)
            writing.change(wording, closing="")
