"""Why an act was not performed, named for the law. The message is one sentence for the person who asked for it."""

from django.utils.translation import gettext as _

from ..words.names import kind_name


class ActRefused(Exception):
    """Nothing was written."""


class NothingChanged(ActRefused):
    """The words or the place are already so."""


class NotAllowedHere(ActRefused):
    """The containment table does not allow this kind in that place."""


def misplaced(kind, parent):
    """NotAllowedHere that names both kinds."""
    named = {"kind": kind_name(kind), "parent": kind_name(parent)}
    return NotAllowedHere(_("A unit of kind “%(kind)s” cannot stand directly in one of kind “%(parent)s”.") % named)


class ProvisionIsExcluded(ActRefused):
    """The provision, or one it stands in, is not in the text."""


class NumberIsTaken(ActRefused):
    """Another provision of the series has this number."""


class WordingHasChanged(ActRefused):
    """Somebody saved the wording since: both texts are here, nothing is lost.

    ``current`` is the Wording as it stands, ``submitted`` the words by field that were not saved.
    """

    def __init__(self, current, submitted):
        super().__init__(_("This wording has been changed since you opened it."))
        self.current = current
        self.submitted = submitted


class LawHasChanged(ActRefused):
    """An entry was made since the person was shown what the act would do."""


class LaterChange(ActRefused):
    """Later entries touched what this entry wrote: ``rows`` are the rows as they stand now."""

    def __init__(self, rows):
        super().__init__(_("Later entries changed the same words or places, so this one cannot simply be undone."))
        self.rows = rows
