"""Who may see and do what on a law: one table. Every view starts here."""

from enum import StrEnum

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.utils.translation import get_language

from .models import Law, Membership, Role


class Right(StrEnum):
    """What a person may do on one law."""

    READ_DRAFTS = "read drafts"
    READ_WORKING_TEXT = "read the working text"
    EDIT = "edit the text"
    FREEZE = "freeze drafts"
    CHANGE_CARD = "change the card"
    GIVE_ROLES = "give roles"


RIGHTS = {
    Role.CHAIR: frozenset(Right),
    Role.SECRETARY: frozenset(
        {Right.READ_DRAFTS, Right.READ_WORKING_TEXT, Right.EDIT, Right.FREEZE, Right.CHANGE_CARD}
    ),
    Role.DRAFTER: frozenset({Right.READ_DRAFTS, Right.READ_WORKING_TEXT, Right.EDIT, Right.FREEZE}),
    Role.AGENCY: frozenset({Right.READ_DRAFTS}),
    Role.EXPERT: frozenset({Right.READ_DRAFTS}),
    Role.DEPUTY: frozenset({Right.READ_DRAFTS, Right.READ_WORKING_TEXT}),
    Role.LINGUIST: frozenset({Right.READ_DRAFTS, Right.READ_WORKING_TEXT, Right.EDIT}),
    Role.OBSERVER: frozenset({Right.READ_DRAFTS}),
}
"""Agencies, experts and observers read drafts, not the text in work; experts and agencies never touch it."""


READERS_OF_DRAFTS = [role for role, rights in RIGHTS.items() if Right.READ_WORKING_TEXT not in rights]

ROLE_OF_WHO_BEGINS = Role.CHAIR
"""Whoever has an account, which comes by invitation only, may begin a law, and chairs its group."""


def role_on(law, person):
    """The person's role in the working group of the law, or None."""
    if not person.is_authenticated:
        return None
    return Membership.objects.filter(law=law, person=person).values_list("role", flat=True).first()


def rights_on(law, person):
    """All rights of a person on a law, in one query; none for an outsider."""
    return RIGHTS.get(role_on(law, person), frozenset())


def laws_of(person):
    """The laws in whose working group the person is."""
    return Law.objects.filter(memberships__person=person)


def titled(laws, person, language):
    """The laws with titles, see ``LawQuerySet.with_titles``: who reads drafts alone reads the title that was frozen."""
    reading = Membership.objects.filter(law=OuterRef("pk"), person_id=person.pk, role__in=READERS_OF_DRAFTS)
    return laws.with_titles(language, Exists(reading))


def law_for(person, slug, right):
    """The law, with its title, and the person's rights on it.

    404 for an outsider, who must not learn that the law exists; 403 for a member without the right.
    """
    law = titled(Law.objects.filter(slug=slug), person, get_language()).first()
    rights = rights_on(law, person) if law else frozenset()
    if not rights:
        raise Http404
    if right not in rights:
        raise PermissionDenied
    return law, rights
