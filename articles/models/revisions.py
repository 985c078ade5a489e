"""History of rows: every history row belongs to an entry, and a row has each revision once."""

from django.db import models
from simple_history.models import HistoricalRecords


class PartOfEntry(models.Model):
    """Base of the history tables: a row without an entry is refused by the database."""

    entry = models.ForeignKey("articles.Entry", models.PROTECT, related_name="%(class)s_rows")

    class Meta:
        abstract = True


class Revisions(HistoricalRecords):
    """django-simple-history with the entry, and a unique (id, revision)."""

    def __init__(self, **options):
        super().__init__(bases=[PartOfEntry], **options)

    def get_meta_options(self, model):
        name = f"{model._meta.model_name}_revision"
        unique = models.UniqueConstraint(fields=["id", "revision"], name=name)
        return {**super().get_meta_options(model), "constraints": [unique]}
