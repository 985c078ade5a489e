import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..lawtext.provision import KINDS
from .law import Law
from .revisions import Revisions


class Provisions(models.QuerySet):
    def excluded_ones(self):
        """What somebody took out of the text itself, with the entry that did: (row, entry).

        Neither what left with the unit it stands in, nor by joining, nor because an insertion or a split was undone.
        """
        rows = self.exclude(status=Provision.Status.STANDING).filter(joined_to=None).order_by("parent", "position")
        left = self._left_by(rows)
        return [(row, left[row.id]) for row in rows if left[row.id].takes_out]

    def _left_by(self, rows):
        """The entry by which each row last left the text, by its id."""
        history = Provision.history.filter(id__in=[row.id for row in rows])
        left = {}
        for past in history.select_related("entry__person", "entry__undoes").order_by("revision"):
            if past.status == Provision.Status.STANDING:
                left.pop(past.id, None)
            else:
                left.setdefault(past.id, past.entry)
        return left

    def printed_beside(self, row):
        """What prints in the unit in which the row stands, in order, the row included if it prints."""
        return self.filter(parent=row.parent_id).exclude(status=Provision.Status.REMOVED).order_by("position")


class Provision(models.Model):
    """One unit of a law, in all its languages. Its id survives every move and renumbering.

    ``number`` is what prints now: kept by a plain UPDATE, without history. ``fixed_number`` is a number that a person
    locked, that a file brought, or that amending mode froze. ``position`` orders siblings, with gaps.
    """

    class Status(models.TextChoices):
        STANDING = "standing", _("In the text")
        REMOVED = "removed", _("Taken out of the draft")
        EXCLUDED = "excluded", _("Excluded, its number kept")
        EXPIRED = "expired", _("Expired")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    law = models.ForeignKey(Law, models.PROTECT, related_name="provisions")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in KINDS])
    position = models.IntegerField(default=0)
    number = models.CharField(max_length=24, blank=True)
    fixed_number = models.CharField(max_length=24, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.STANDING)
    origin = models.UUIDField(null=True)
    joined_to = models.UUIDField(null=True)
    revision = models.PositiveIntegerField(default=1)

    history = Revisions(excluded_fields=["number"])

    objects = Provisions.as_manager()

    class Meta:
        ordering = ["law", "position"]
        indexes = [models.Index(fields=["law", "parent", "position"], name="provision_place")]
        constraints = [
            models.UniqueConstraint(fields=["law"], condition=models.Q(parent=None), name="one_root"),
            models.CheckConstraint(
                condition=models.Q(kind="law", parent=None) | (~models.Q(kind="law") & models.Q(parent__isnull=False)),
                name="only_the_law_is_a_root",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.number}".strip()
