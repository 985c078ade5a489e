from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .law import Law
from .written_once import WrittenOnce


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

    class Meta:
        ordering = ["law", "sequence"]
        constraints = [models.UniqueConstraint(fields=["law", "sequence"], name="entry_sequence")]

    def __str__(self):
        return f"{self.law_id}:{self.sequence} {self.act}"
