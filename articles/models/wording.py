import uuid

from django.db import models

from .provision import Provision
from .revisions import Revisions


class Wordings(models.QuerySet):
    def since(self, law, sequence, provision=None):
        """Wordings written after this entry of the law, each with its history row as of that entry; two queries.

        The row is None for words that were not there yet. With the id of a ``provision`` its wordings only.
        """
        history = self.model.history.model.objects.filter(entry__law=law)
        later = history.filter(entry__sequence__gt=sequence, **({"provision_id": provision} if provision else {}))
        kept = history.filter(entry__sequence__lte=sequence, id__in=later.values("id")).order_by("revision")
        before = {row.id: row for row in kept}
        return [(wording, before.get(wording.pk)) for wording in self.filter(pk__in=later.values("id"))]

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
