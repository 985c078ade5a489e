from django.conf import settings
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


class Membership(models.Model):
    """A person's role in the working group of one law."""

    law = models.ForeignKey(Law, models.PROTECT, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role.choices)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True)

    class Meta:
        ordering = ["law", "person"]
        constraints = [models.UniqueConstraint(fields=["law", "person"], name="one_role_per_law")]

    def __str__(self):
        return f"{self.person_id} {self.role} {self.law_id}"
