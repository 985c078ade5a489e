import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from .law import Law

KEPT = timedelta(days=7)
"""How long a text waits for the person who brought it."""

MOST_KEPT = 10
"""So many texts of one person wait at most."""


class UploadQuerySet(models.QuerySet):
    def of(self, person):
        """What the person brought: nobody else sees it."""
        return self.filter(person=person)

    def forgotten(self, now):
        """What was neither loaded nor discarded in time."""
        return self.filter(moment__lt=now - KEPT)

    def too_many(self, person):
        """What the person brought before the last MOST_KEPT files."""
        kept = self.of(person).order_by("-moment").values_list("pk", flat=True)[:MOST_KEPT]
        return self.of(person).exclude(pk__in=list(kept))


class Upload(models.Model):
    """A text from a file that waits until its report has been read; then it is loaded or discarded, and goes.

    ``law`` is the one whose text it is to be, none for a new law; ``language`` is empty where the words are to tell.
    The id is also the token of the act that loads it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="uploads")
    law = models.ForeignKey(Law, models.CASCADE, null=True, related_name="uploads")
    language = models.CharField(max_length=2, blank=True)
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    moment = models.DateTimeField(default=timezone.now)

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["-moment"]

    def __str__(self):
        return self.name
