from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """How far a bill has come, in order. Procedures change: a law may carry a stage that is not listed any more."""

    CONCEPT = "concept", _("Concept")
    WORKING_GROUP = "working-group", _("Working group")
    PORTAL = "portal", _("Portal and councils")
    APPROVAL = "approval", _("Approval by agencies")
    EXPERTISE = "expertise", _("Expert reviews")
    PARLIAMENT = "parliament", _("Parliament")
    PRESIDENT = "president", _("President")
    PUBLISHED = "published", _("Published")
