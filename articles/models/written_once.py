"""Rows that are written once: entries, drafts and their documents."""

from django.db import models


class IsWrittenOnce(Exception):
    """Such a row is never changed and never deleted."""


class WrittenOnce(models.Model):
    """Refuses to be saved again or deleted."""

    class Meta:
        abstract = True

    def save(self, *args, **options):
        if not self._state.adding:
            raise IsWrittenOnce(f"“{self}” is written once and never changed.")
        super().save(*args, **options)

    def delete(self, *args, **options):
        raise IsWrittenOnce(f"“{self}” is never deleted.")
