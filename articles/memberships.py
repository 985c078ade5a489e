"""Who is in the working group of a law: put in, given another role, taken out. A group is never without a chair."""

from uuid import uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .lawtext.transliteration import address
from .models import Membership, Organisation, Person, Role


class GroupRefused(Exception):
    """Nothing was changed. The message is one sentence for the person who asked, in the language of the moment."""


class NotInGroup(GroupRefused):
    """Somebody else has taken the person out."""

    def __init__(self):
        super().__init__(_("This person is no longer in the group."))


class UnknownRole(GroupRefused):
    """There are eight roles."""

    def __init__(self):
        super().__init__(_("Choose a role from the list."))


class NotAwaited(GroupRefused):
    """The person signs in already."""

    def __init__(self, person):
        super().__init__(_("%(name)s has set a password already and needs no invitation.") % {"name": person.name})


class LastChair(GroupRefused):
    """Nobody could give roles any more."""

    def __init__(self, person):
        super().__init__(
            _("%(name)s is the only chair. Make somebody else the chair first.") % {"name": person.name},
        )


class AlreadyInGroup(GroupRefused):
    """One person has one role."""

    def __init__(self, person):
        super().__init__(
            _("%(name)s is in the group already. The role is changed in the list below.") % {"name": person.name}
        )


class AccountIsClosed(GroupRefused):
    """The person has left; the account is not opened again from here."""

    def __init__(self, person):
        super().__init__(_("The account of %(name)s is closed: the person has left.") % {"name": person.name})


def put_in(law, person, role):
    """Puts a person into the group. AlreadyInGroup, AccountIsClosed."""
    if not person.is_active:
        raise AccountIsClosed(person)
    try:
        with transaction.atomic():
            return Membership.objects.create(
                law=law, person=person, role=Role(role), organisation_id=person.organisation_id
            )
    except IntegrityError as error:
        raise AlreadyInGroup(person) from error


def put_in_new(law, role, email, *, organisation=None, new_organisation=None, **fields):
    """Makes an account without a password and puts its person into the group; see ``put_in``.

    ``new_organisation`` is the name and the kind of one that is made in place of ``organisation``.
    """
    try:
        with transaction.atomic():
            organisation = _organisation(*new_organisation) if new_organisation else organisation
            return put_in(law, Person.objects.create_user(email, organisation=organisation, **fields), role)
    except IntegrityError:
        # Somebody else made the account in the same moment.
        return put_in(law, Person.objects.with_email(email), role)


def _organisation(name, kind):
    slug = f"{address(name, 30)}-{uuid4().hex[:8]}".strip("-")
    return Organisation.objects.create(slug=slug, names={get_language(): name}, kind=kind)


@transaction.atomic
def give_role(law, person_id, role):
    """Gives another role. NotInGroup, UnknownRole, LastChair."""
    if role not in Role.values:
        raise UnknownRole
    membership = _membership(law, person_id)
    if role != Role.CHAIR:
        _require_another_chair(law, membership)
    membership.role = role
    membership.save(update_fields=["role"])
    return membership


@transaction.atomic
def take_out(law, person_id):
    """Takes a person out of the group; what they did stays. NotInGroup, LastChair."""
    membership = _membership(law, person_id)
    _require_another_chair(law, membership)
    membership.delete()
    return membership


def awaited(law, person_id):
    """The person in the group who was invited and has no password yet. NotInGroup, NotAwaited."""
    person = _membership(law, person_id).person
    if not person.is_awaited:
        raise NotAwaited(person)
    return person


def _membership(law, person_id):
    found = law.memberships.select_related("person").filter(person_id=person_id).first()
    if found is None:
        raise NotInGroup
    return found


def _require_another_chair(law, membership):
    # The chairs are locked, so that two of them do not take each other out in the same moment.
    chairs = list(law.memberships.chairs().select_for_update().values_list("pk", flat=True))
    if chairs == [membership.pk]:
        raise LastChair(membership.person)
