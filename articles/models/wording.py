import uuid

from django.db import models

from ..lawtext.provision import FIELDS
from .provision import Provision
from .revisions import Revisions


class Wordings(models.QuerySet):
    def revisions_of_reworded(self, law, provision=None):
        """Every revision in every language of the provisions of which a wording has more than one; one query.

        Tuples of the provision's id, language, sequence of the entry, revision, heading, text and closing words, by
        provision, the oldest first. With the id of a ``provision`` its revisions only.
        """
        history = self.model.history.model.objects.filter(entry__law=law)
        history = history.filter(provision=provision) if provision else history
        found = history.filter(provision__in=history.filter(revision__gt=1).values("provision"))
        return found.order_by("provision", "entry__sequence").values_list(
            "provision", "language", "entry__sequence", "revision", *FIELDS
        )

    def texts_of(self, provisions, language):
        """The stored text of these provisions in a language by their id."""
        found = self.filter(provision__in=provisions, language=language)
        return dict(found.values_list("provision_id", "text"))


class Wording(models.Model):
    """The words of a provision in one language, references in their stored form (see lawtext.references)."""

    id = models.UUIDField(primary_key=True, editable=False)
    provision = models.ForeignKey(Provision, models.PROTECT, related_name="wordings")
    language = models.CharField(max_length=2)
    heading = models.TextField(blank=True)
    text = models.TextField(blank=True)
    closing = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)

    objects = Wordings.as_manager()
    history = Revisions()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["provision", "language"], name="one_wording_per_language")]

    def __str__(self):
        return f"{self.provision_id} {self.language}"

    @classmethod
    def new(cls, provision_id, language, **words):
        """A wording not yet saved; its id follows from provision and language, so that it is the same everywhere."""
        return cls(id=uuid.uuid5(provision_id, language), provision_id=provision_id, language=language, **words)


class References(models.QuerySet):
    def left_behind_by(self, ids):
        """References to provisions with these ids from wordings of other provisions that are in the text."""
        return self.filter(target__in=ids, wording__provision__status="standing").exclude(wording__provision__in=ids)


class Reference(models.Model):
    """A wording that names a provision: derived, rebuilt in the act that writes the wording."""

    wording = models.ForeignKey(Wording, models.CASCADE, related_name="references")
    target = models.UUIDField(db_index=True)
    form = models.CharField(max_length=24)

    objects = References.as_manager()

    def __str__(self):
        return f"{self.wording_id} → {self.target}"


class Provenance(models.Model):
    """An editorial note of a publisher («Сноска.», «Ескерту.») or where in a source a provision came from."""

    provision = models.ForeignKey(Provision, models.PROTECT, related_name="provenance")
    language = models.CharField(max_length=2)
    text = models.TextField()
    source_line = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "provenance"

    def __str__(self):
        return self.text[:60]
