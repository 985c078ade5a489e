from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .law import Law
from .written_once import WrittenOnce

LOOKED_AT = 500
"""So many of the latest entries are looked at for something to undo."""


class Entries(models.QuerySet):
    def last_one(self):
        """The last entry of a law."""
        return self.order_by("-sequence").first()

    def on_text(self):
        """All entries but those that changed the card alone, be it by undoing a change of it."""
        from .wording import Wording

        of_entry = {"entry": models.OuterRef("pk")}
        cards, words = (model.history.model.objects.filter(**of_entry) for model in (Law, Wording))
        return self.filter(~models.Exists(cards) | models.Exists(words))

    def undoable_by(self, person):
        """The person's last act that is in effect and can be undone, or None."""
        return next(
            (entry for entry, in_effect in self._with_effect(person) if in_effect and entry.act in Entry.REVERSIBLE),
            None,
        )

    def redoable_by(self, person):
        """The person's last undoing, unless another act of theirs came after it; else None."""
        for entry, in_effect in self._with_effect(person):
            if entry.act == Entry.Act.UNDO and in_effect:
                return entry
            if entry.act not in (Entry.Act.UNDO, Entry.Act.REDO):
                return None
        return None

    def last_on_provisions(self, language, *, after, until):
        """The last entry of a law that wrote each provision, or its words in the language, by the provision's id.

        Only entries from the sequence after ``after`` up to ``until`` count; an act on the provision itself goes before
        one that it only came along with, such as the mark at its end after a neighbour was moved away.
        """
        between = self.filter(sequence__gt=after, sequence__lte=until)
        words = between.filter(historicalwording_rows__language=language)
        written = [
            *words.values_list("historicalwording_rows__provision_id", "subject", "sequence"),
            *between.filter(historicalprovision_rows__isnull=False).values_list(
                "historicalprovision_rows__id", "subject", "sequence"
            ),
        ]
        last = {}
        for provision, subject, sequence in written:
            last[provision] = max((subject == provision, sequence), last.get(provision, (False, 0)))
        sequences = {sequence for _is_own, sequence in last.values()}
        found = between.filter(sequence__in=sequences).select_related("person")
        entries = {entry.sequence: entry for entry in found}
        return {str(provision): entries[sequence] for provision, (_is_own, sequence) in last.items()}

    def _with_effect(self, person):
        """The person's latest entries, newest first, each with whether nothing that is in effect undoes it."""
        undone = set()
        for entry in self.filter(person=person).order_by("-sequence")[:LOOKED_AT]:
            in_effect = entry.pk not in undone
            if in_effect and entry.undoes_id:
                undone.add(entry.undoes_id)
            yield entry, in_effect


class Entry(WrittenOnce):
    """One act on a law: the only way to change anything. Written once, never altered.

    ``sequence`` has no gaps in a law; it, never the clock, orders history. ``token`` comes from the client: a repeat
    with the same token finds this entry and does nothing. ``signed`` is the person's name and e-mail at that moment.
    ``fingerprint`` covers the entry, the rows it wrote and
    the entry before.
    """

    class Act(models.TextChoices):
        LOAD = "load", _("Loaded")
        REWORD = "reword", _("Reworded")
        HEADING = "heading", _("Heading changed")
        INSERT = "insert", _("Inserted")
        SPLIT = "split", _("Split")
        JOIN = "join", _("Joined")
        INDENT = "indent", _("Level lowered")
        OUTDENT = "outdent", _("Level raised")
        MOVE = "move", _("Moved")
        EXCLUDE = "exclude", _("Excluded")
        RESTORE = "restore", _("Restored")
        RENUMBER = "renumber", _("Renumbered")
        REPLACE = "replace", _("Replaced from a file")
        UNDO = "undo", _("Undone")
        REDO = "redo", _("Redone")
        FREEZE = "freeze", _("Frozen")
        RESTORE_DRAFT = "restore-draft", _("Draft restored")
        CARD = "card", _("Card changed")

    law = models.ForeignKey(Law, models.PROTECT, related_name="entries")
    sequence = models.PositiveIntegerField()
    moment = models.DateTimeField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="entries")
    signed = models.CharField(max_length=460, blank=True)
    act = models.CharField(max_length=16, choices=Act.choices)
    subject = models.UUIDField(null=True)
    reason = models.TextField(blank=True)
    undoes = models.ForeignKey("self", models.PROTECT, null=True, related_name="undone_by")
    token = models.UUIDField(null=True, unique=True)
    fingerprint = models.CharField(max_length=64)

    objects = Entries.as_manager()

    LONGEST_REASON = 2000

    REVERSIBLE = frozenset(Act) - {Act.LOAD, Act.FREEZE, Act.UNDO, Act.REDO}

    BRINGS_BACK = frozenset({Act.RESTORE, Act.RESTORE_DRAFT, Act.REPLACE})

    TAKES_OUT = frozenset({Act.EXCLUDE, Act.RESTORE_DRAFT, Act.REPLACE, Act.REDO})

    class Meta:
        ordering = ["law", "sequence"]
        constraints = [models.UniqueConstraint(fields=["law", "sequence"], name="entry_sequence")]

    @property
    def takes_out(self):
        """Whether what left the text by this entry was excluded, and not only an insertion or a split undone."""
        is_return_undone = self.act == self.Act.UNDO and self.undoes.act in self.BRINGS_BACK
        return self.act in self.TAKES_OUT or is_return_undone

    def __str__(self):
        return f"{self.law_id}:{self.sequence} {self.act}"
