"""Giving a provision a number of a person's choice."""

import re

from django.utils.translation import gettext as _

from ..lawtext.provision import NUMBERED
from ..models import Entry
from .act import procedure
from .errors import NotAllowedHere, NothingChanged
from .numbers import number_anew, require_free_number

NUMBER = re.compile(r"\d{1,4}[^\W\d_]?(?:-\d{1,4}[^\W\d_]?){0,3}")
"""As people number units: 5, 5-1, 15b; never longer than the column."""


@procedure(Entry.Act.RENUMBER, structural=True)
def renumber(writing, provision, number):
    """Locks the number of a provision, or frees it with an empty one; those after it count on from there.

    NumberIsTaken if another unit of the series has it, or one before this has a higher one.
    """
    structure = writing.structure
    row = structure.standing(provision)
    if row.kind not in NUMBERED:
        raise NotAllowedHere(_("A unit of this kind has no number."))
    if number and not NUMBER.fullmatch(number):
        raise NotAllowedHere(_("A number is figures, with hyphens between them: 5 or 5-1."))
    if row.fixed_number == number:
        raise NothingChanged(_("The provision has this number already."))
    if number:
        writing.change(row, fixed_number=number)
        require_free_number(writing, row)
    else:
        number_anew(writing, row)
    writing.subject = row.id
