"""Acts that need a long look at the law before their transaction: looked at again if somebody was quicker."""

import functools

from django.utils.translation import gettext as _

from ..models import Law
from .errors import ActRefused

ATTEMPTS = 5


class Overtaken(Exception):
    """An entry was written between the look and the transaction."""


def until_not_overtaken(function):
    """Makes ``function(law, …)`` start over with a fresh law whenever it raises Overtaken; ActRefused in the end."""

    @functools.wraps(function)
    def perform(law, *arguments, **options):
        for _attempt in range(ATTEMPTS):
            try:
                return function(Law.objects.get(pk=law.pk), *arguments, **options)
            except Overtaken:
                continue
        raise ActRefused(_("The law is being changed too quickly for this: try again."))

    return perform


def require_not_overtaken(writing, law):
    """Overtaken unless this act follows right after the entry up to which ``law`` was looked at."""
    if writing.law.sequence != law.sequence + 1:
        raise Overtaken
