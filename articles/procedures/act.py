"""An act on a law: one transaction, one entry, the rows it writes with their history.

Every procedure raises ``Law.sequence`` first. That row is then locked until the end, so acts on one law happen one
after another, and rows that are read within the act cannot go stale.
"""

import datetime
import functools
import uuid
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from ..lawtext import fingerprint
from ..lawtext.characters import clean, forbidden
from ..lawtext.references import Index
from ..models import Entry, Law, Person, Provenance, Provision, Wording
from .errors import ActRefused, WordingHasChanged
from .numbers import renumbered_rows
from .references import rebuild_references
from .rows import TRACKED, written
from .structure import Structure


@dataclass(frozen=True)
class By:
    """Who performs an act, why and when; a token makes a repeat of the same request harmless."""

    person: Person | None = None
    reason: str = ""
    moment: datetime.datetime | None = None
    token: uuid.UUID | None = None


class AlreadyPerformed(Exception):
    """An entry with this token is there: the request came twice."""

    def __init__(self, entry):
        self.entry = entry


def procedure(act, *, structural=False):
    """Makes a function ``(writing, …)`` a procedure ``(law, …, by=By(…)) -> Entry`` in one transaction.

    ``structural`` acts move, add or take out provisions, so that numbers are given anew.
    """

    def decorate(function):
        @functools.wraps(function)
        def perform(law, *arguments, by=By(), **options):
            try:
                with transaction.atomic():
                    writing = Writing(law, act, by)
                    function(writing, *arguments, **options)
                    return writing.finish(structural)
            except AlreadyPerformed as repeat:
                return repeat.entry

        return perform

    return decorate


class Writing:
    """What one act is about to write; ``finish`` writes it."""

    def __init__(self, law, act, by):
        by = replace(by, reason=_reason(by.reason))
        Law.objects.filter(pk=law.pk).update(sequence=F("sequence") + 1)
        self.law = Law.objects.get(pk=law.pk)
        self.by = by
        self.act = act
        self.subject = None
        self.undoes = None
        self.created = {}
        self.bases = {}
        self.notes = []
        self.wordings = {}
        if by.token and (entry := Entry.objects.filter(token=by.token).first()):
            if (entry.law_id, entry.act) != (law.pk, act):
                raise ActRefused(_("This form was already sent for another act: open the page again."))
            raise AlreadyPerformed(entry)

    @cached_property
    def structure(self):
        """All provisions of the law, loaded once."""
        return Structure(self.law, self.change)

    @cached_property
    def index(self):
        """What references print and resolve to: the numbers as they stood before the act."""
        return Index(self.structure.tree(), self.law.profile)

    def create(self, row):
        """Adds a new provision or wording."""
        self.created[row] = None
        return row

    def change(self, row, **fields):
        """Sets fields of a row; a row that already has them is left alone."""
        if all(getattr(row, name) == value for name, value in fields.items()):
            return row
        if row not in self.created and row not in self.bases:
            self.bases[row] = row.revision
            row.revision += 1
        for name, value in fields.items():
            setattr(row, name, value)
        return row

    @property
    def is_empty(self):
        return not self.created and not self.bases

    def finish(self, structural):
        """Numbers, history, references and the entry itself; returns the entry."""
        renumbered = renumbered_rows(self) if structural else []
        rows = [*self.created, *self.bases]
        entry = self._entry(rows)
        self._insert(entry)
        self._update(entry)
        Provision.objects.bulk_update(renumbered, ["number"], batch_size=500)
        Provenance.objects.bulk_create(self.notes, batch_size=500)
        if renumbered or self.act == Entry.Act.LOAD:
            Law.objects.filter(pk=self.law.pk).update(numbers_sequence=entry.sequence)
        rebuild_references([row for row in rows if isinstance(row, Wording)])
        return entry

    def _entry(self, rows):
        before = Entry.objects.filter(law=self.law).order_by("-sequence").values_list("fingerprint", flat=True).first()
        entry = Entry(
            law=self.law,
            sequence=self.law.sequence,
            moment=self.by.moment or timezone.now(),
            person=self.by.person,
            signed=self.by.person.signature if self.by.person else "",
            act=self.act,
            subject=self.subject,
            reason=self.by.reason,
            undoes=self.undoes,
            token=self.by.token,
        )
        entry.fingerprint = fingerprint.of_entry(entry_facts(entry, rows, before or ""))
        entry.save(force_insert=True)
        return entry

    def _history(self, entry):
        return {
            "custom_historical_attrs": {"entry": entry},
            "default_user": entry.person,
            "default_date": entry.moment,
            "default_change_reason": entry.reason,
            "batch_size": 500,
        }

    def _insert(self, entry):
        for model in (Provision, Wording):
            rows = [row for row in self.created if isinstance(row, model)]
            if rows:
                bulk_create_with_history(rows, model, **self._history(entry))
        laws = [row for row in self.created if isinstance(row, Law)]
        if laws:
            # The row had to be there before its first entry.
            Law.history.bulk_history_create(laws, **self._history(entry))

    def _update(self, entry):
        changed = defaultdict(list)
        for row in self.bases:
            changed[type(row)].append(row)
        for model, rows in changed.items():
            self._swap(model, rows)
            bulk_update_with_history(rows, model, fields=[], **self._history(entry))

    def _swap(self, model, rows):
        """Compare-and-swap: a row is written only if it still has the revision from which the change started."""
        fields = [*TRACKED[model], "revision"]
        if len(rows) > 1:
            model.objects.bulk_update(rows, fields, batch_size=200)
            return
        row = rows[0]
        values = {name: getattr(row, name) for name in fields}
        if not model.objects.filter(pk=row.pk, revision=self.bases[row]).update(**values):
            raise WordingHasChanged(model.objects.get(pk=row.pk), values)


def _reason(words):
    """The reason as it is kept; the remark on a draft is the reason for freezing it."""
    reason = clean(words)
    if forbidden(reason) or len(reason) > Entry.LONGEST_REASON:
        most = {"length": Entry.LONGEST_REASON}
        raise ActRefused(_("A reason or remark has at most %(length)s ordinary characters.") % most)
    return reason


def entry_facts(entry, rows, before):
    """What an entry's fingerprint covers, as plain values; the same from live rows and from history rows."""
    return {
        "sequence": entry.sequence,
        "moment": entry.moment.astimezone(datetime.UTC).isoformat(),
        "signed": entry.signed,
        "act": str(entry.act),
        "subject": str(entry.subject or ""),
        "reason": entry.reason,
        "undoes": entry.undoes.sequence if entry.undoes else 0,
        "rows": sorted((written(row) for row in rows), key=lambda row: (row["model"], row["id"])),
        "before": before,
    }
