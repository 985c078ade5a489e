from django.db import models
from django.utils import timezone

from ..lawtext.edition import Edition
from ..lawtext.importers import akn
from .entry import Entry
from .law import Law
from .written_once import WrittenOnce


class Drafts(models.QuerySet):
    def newest_first(self):
        """As a list shows them: with who froze them, the languages they hold and the draft before; three queries."""
        documents = models.Prefetch("documents", DraftDocument.objects.defer("akn"))
        return self.select_related("entry__person", "previous").prefetch_related(documents).order_by("-number")

    def newest(self):
        """The last draft with its entry, or None."""
        return self.select_related("entry").order_by("-number").first()

    def sequences(self):
        """The sequences of the entries that froze them, the first one first."""
        return self.order_by("number").values_list("entry__sequence", flat=True)

    def numbered(self, number):
        """The draft of this number with all that names it, or None."""
        return self.select_related("law", "entry", "previous").filter(number=number).first()


class Draft(WrittenOnce):
    """A frozen edition of a law: never changed, never deleted.

    ``entry`` is the entry that froze it: its sequence says which revisions the draft holds. ``fingerprint`` covers
    number, title, date, the entry's fingerprint, the draft before and every document.
    """

    law = models.ForeignKey(Law, models.PROTECT, related_name="drafts")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    remark = models.TextField(blank=True)
    entry = models.OneToOneField(Entry, models.PROTECT, related_name="draft")
    previous = models.OneToOneField("self", models.PROTECT, null=True, related_name="next")
    fingerprint = models.CharField(max_length=64)

    objects = Drafts.as_manager()

    class Meta:
        ordering = ["law", "number"]
        constraints = [models.UniqueConstraint(fields=["law", "number"], name="draft_number")]

    def __str__(self):
        return f"{self.law_id}@{self.number}"

    @property
    def language_codes(self):
        """The languages that it was frozen in, in the order of the law."""
        frozen = set(self.documents.values_list("language", flat=True))
        return [code for code in self.law.language_codes if code in frozen]

    def edition(self, language):
        """What names this draft in one language."""
        return Edition(
            slug=self.law.slug,
            language=language,
            draft=self.number,
            title=self.title,
            date=timezone.localdate(self.entry.moment),
            begun=self.law.begun,
            fingerprint=self.fingerprint,
            sequence=self.entry.sequence,
            previous=self.previous.fingerprint if self.previous else "",
            authentic=self.law.is_authentic(language),
        )


class DraftDocuments(models.QuerySet):
    def newest_of(self, law, language):
        """The document of the law's newest draft in this language, without its bytes; None if it has none."""
        found = self.filter(draft__law=law, language=language).select_related("draft").defer("akn")
        return found.order_by("-draft__number").first()


class DraftDocument(WrittenOnce):
    """A draft in one language: canonical Akoma Ntoso, kept as bytes. ``missing`` counts provisions without words."""

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="documents")
    language = models.CharField(max_length=2)
    akn = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    missing = models.PositiveIntegerField(default=0)

    objects = DraftDocuments.as_manager()

    class Meta:
        ordering = ["draft", "language"]
        constraints = [models.UniqueConstraint(fields=["draft", "language"], name="one_document_per_language")]

    def __str__(self):
        return f"{self.draft_id} {self.language}"

    def as_provision(self):
        """The frozen text as a tree, with ids."""
        return self.imported().root

    def imported(self):
        """The frozen text with its editorial notes, read back from the stored bytes."""
        return akn.read(bytes(self.akn))
