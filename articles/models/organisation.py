from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


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

    class Meta:
        ordering = ["slug"]

    def __str__(self):
        return self.names.get(get_language() or "ru") or next(iter(self.names.values()), self.slug)
