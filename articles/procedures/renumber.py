"""Giving a provision a number of a person's choice."""

from ..lawtext.numbering import SEGMENT
from ..lawtext.provision import NUMBERED
from ..models import Entry
from .act import procedure
from .errors import NotAllowedHere, NothingChanged, NumberIsTaken


@procedure(Entry.Act.RENUMBER, structural=True)
def renumber(writing, provision, number):
    """Locks the number of a provision, or frees it with an empty one; those after it count on from there."""
    structure = writing.structure
    row = structure.standing(provision)
    if row.kind not in NUMBERED:
        raise NotAllowedHere("A unit of this kind has no number.")
    if number and not SEGMENT.match(number):
        raise NotAllowedHere("A number is figures, with hyphens between them: 5 or 5-1.")
    if number and any(
        sibling.fixed_number == number and sibling.kind == row.kind and sibling is not row
        for sibling in structure.siblings(row)
    ):
        raise NumberIsTaken("Another unit beside this one is locked to the same number.")
    if row.fixed_number == number:
        raise NothingChanged("The provision has this number already.")
    writing.change(row, fixed_number=number)
    writing.subject = row.id
