from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .revisions import Revisions


class Law(models.Model):
    """A draft law or a law in force: one tree of provisions with wordings in its languages.

    ``languages`` is an ordered list of [code, authentic]. ``sequence`` is the number of the last entry: it is raised
    first in every act, which puts the acts on one law into one order. ``numbers_sequence`` is the last entry after
    which other numbers print.
    """

    class Profile(models.TextChoices):
        LAW = "law", _("Law")
        CODE = "code", _("Code")
        RULES = "rules", _("Rules")

    class Numbering(models.TextChoices):
        DRAFTING = "drafting", _("Drafting: numbered through continuously")
        AMENDING = "amending", _("Amending: numbers are frozen, insertions are 5-1")

    slug = models.SlugField(max_length=80, unique=True)
    languages = models.JSONField()
    profile = models.CharField(max_length=8, choices=Profile.choices, default=Profile.LAW)
    numbering = models.CharField(max_length=8, choices=Numbering.choices, default=Numbering.DRAFTING)
    stage = models.CharField(max_length=32, default="working-group")
    validity_basis = models.CharField(max_length=32, blank=True)
    validity_months = models.PositiveSmallIntegerField(null=True, blank=True)
    validity_date = models.DateField(null=True, blank=True)
    validity_scope = models.CharField(max_length=16, blank=True)
    revision = models.PositiveIntegerField(default=1)
    sequence = models.PositiveIntegerField(default=0)
    numbers_sequence = models.PositiveIntegerField(default=0)

    history = Revisions(excluded_fields=["sequence", "numbers_sequence"])

    class Meta:
        ordering = ["slug"]

    def __str__(self):
        return self.slug

    def get_absolute_url(self):
        return reverse("law", args=[self.slug])

    @property
    def language_codes(self):
        return [code for code, _authentic in self.languages]

    def is_authentic(self, language):
        """Whether the text in this language is a text of the law, not a translation."""
        return dict(self.languages).get(language, False)
