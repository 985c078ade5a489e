from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class OrganisationQuerySet(models.QuerySet):
    def with_name(self, name):
        """The one that has this name in any language, in any case; None if there is none."""
        wanted = name.casefold()
        return next((one for one in self if wanted in {known.casefold() for known in one.names.values()}), None)


class Organisation(models.Model):
    """An institute, ministry, akimat, NGO or faculty that people act for."""

    class Kind(models.TextChoices):
        INSTITUTE = "institute", _("Institute")
        PARLIAMENT = "parliament", _("Parliament")
        MINISTRY = "ministry", _("Ministry")
        AKIMAT = "akimat", _("Akimat")
        NGO = "ngo", _("Non-governmental organisation")
        FACULTY = "faculty", _("Faculty")

    slug = models.SlugField(unique=True)
    names = models.JSONField(help_text="Name by language: kk, ru, en.")
    kind = models.CharField(max_length=16, choices=Kind.choices)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]

    def __str__(self):
        return self.names.get(get_language() or "ru") or next(iter(self.names.values()), self.slug)
