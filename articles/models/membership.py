from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models
from django.utils.translation import gettext_lazy as _

from .law import Law
from .organisation import Organisation


class Role(models.TextChoices):
    CHAIR = "chair", _("Chair")
    SECRETARY = "secretary", _("Secretary")
    DRAFTER = "drafter", _("Drafter")
    AGENCY = "agency", _("Agency representative")
    EXPERT = "expert", _("Expert")
    DEPUTY = "deputy", _("Deputy")
    LINGUIST = "linguist", _("Linguist")
    OBSERVER = "observer", _("Observer")


class MembershipQuerySet(models.QuerySet):
    def chairs(self):
        """Those who can give roles: who has left, or was invited and has never set a password, cannot."""
        able = self.filter(role=Role.CHAIR, person__is_active=True)
        return able.exclude(person__password__startswith=UNUSABLE_PASSWORD_PREFIX)

    def as_listed(self):
        """With person and organisation, in the order of the roles and then by name."""
        ranks = [models.When(role=role, then=rank) for rank, role in enumerate(Role)]
        listed = self.select_related("person", "organisation", "person__organisation")
        return listed.order_by(models.Case(*ranks), "person__name")


class Membership(models.Model):
    """A person's role in the working group of one law."""

    law = models.ForeignKey(Law, models.PROTECT, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role.choices)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["law", "person"]
        constraints = [models.UniqueConstraint(fields=["law", "person"], name="one_role_per_law")]

    def __str__(self):
        return f"{self.person_id} {self.role} {self.law_id}"

    @property
    def acts_for(self):
        """The organisation on this law, else the person's own."""
        return self.organisation or self.person.organisation
