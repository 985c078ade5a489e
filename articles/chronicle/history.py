"""The history of one provision as values: what was done to it, by whom and why, and which drafts it went into.

Everything is ordered by (id, revision) and by the sequence of entries, never by the clock.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Q
from django.utils.translation import gettext as _

from ..lawtext.frozen import address_in, frozen_eids
from ..models import DraftDocument, Entry, Provision, Wording
from ..words.names import language_name, moment_in_words
from .deeds import Deed, day_in_words, deeds_on_place, deeds_on_words, undone

KEPT = 64
"""The eIds of so many documents are kept."""

kept_eids = {}
"""The eIds in documents by their SHA-256: documents never change."""


@dataclass(frozen=True, slots=True)
class Revision:
    """The words of a provision in one language as one entry left them, references in their stored form."""

    number: int
    language: str
    heading: str
    text: str
    closing: str
    sequence: int
    act: str
    moment: datetime.datetime
    person: str

    @property
    def when(self):
        return moment_in_words(self.moment)

    @property
    def day(self):
        return day_in_words(self.moment)


@dataclass(slots=True)
class Event:
    """A line of the history: an entry that touched the provision, or a draft that it went into (or did not).

    ``deeds`` tell what was done; ``revision`` is the number of the wording, in the language asked for, that it left
    (0: none), ``undoes`` the sequence of the entry that this one reversed (0: none). Of a draft ``draft`` is the
    number, ``title`` its title, ``is_there`` whether it holds the provision, ``eid`` where that stands in it (the law
    itself stands nowhere) and ``address`` the units that this names.
    """

    sequence: int
    moment: datetime.datetime
    person: str
    reason: str = ""
    deeds: list[Deed] = field(default_factory=list)
    revision: int = 0
    undoes: int = 0
    draft: int = 0
    title: str = ""
    is_there: bool = False
    eid: str = ""
    address: tuple[tuple[str, str], ...] = ()

    @property
    def when(self):
        return moment_in_words(self.moment)

    @property
    def day(self):
        return day_in_words(self.moment)


@dataclass(frozen=True, slots=True)
class History:
    """``events`` the newest first; ``revisions`` by language, the oldest first; ``place`` is its last row of places."""

    events: tuple[Event, ...]
    revisions: dict[str, tuple[Revision, ...]]
    place: Provision

    @property
    def created(self):
        """The entry that brought the provision into the law."""
        return self.events[-1]

    @property
    def drafts(self):
        """The drafts that hold the provision, the oldest first."""
        return [event for event in reversed(self.events) if event.is_there]


def history_of(law, id, language):
    """The history of a provision of the law, with drafts and revisions read in one language; four queries."""
    places = list(_rows(Provision, id=id))
    wordings = list(_rows(Wording, provision_id=id))
    events = {}
    _tell_acts(events, law, id)
    _tell_places(events, places)
    _tell_words(events, law, language, places, wordings)
    lines = [*events.values(), *_drafts(law, id, language, places[0])]
    lines = [event for event in lines if event.deeds or event.draft]
    lines.sort(key=lambda event: event.sequence, reverse=True)
    return History(tuple(lines), _revisions(wordings), places[-1])


def _rows(model, **wanted):
    """History rows with their entries, in the order in which they were written."""
    found = model.history.model.objects.filter(**wanted)
    return found.select_related("entry__person", "entry__undoes__undoes").order_by("id", "revision")


def _event(events, entry):
    """The line of an entry, begun with its first row."""
    if entry.sequence not in events:
        event = events[entry.sequence] = Event(entry.sequence, entry.moment, _name(entry), entry.reason)
        event.deeds.extend(undone(entry))
        event.undoes = entry.undoes.sequence if entry.undoes else 0
    return events[entry.sequence]


def _name(entry):
    return entry.person.name if entry.person else ""


def _tell_acts(events, law, id):
    """Splits and joins that the provision came out of: what left it or came into it is told by other rows."""
    parted = _rows(Provision, entry__law=law, entry__subject=id, entry__act__in=[Entry.Act.SPLIT, Entry.Act.JOIN])
    for row in parted.filter(Q(origin=id, revision=1) | Q(joined_to=id)):
        words = _("Split: the second part is now") if row.entry.act == Entry.Act.SPLIT else _("Taken in")
        _event(events, row.entry).deeds.append(Deed(words, (str(row.id),)))


def _tell_places(events, places):
    for before, row in zip([None, *places], places, strict=False):
        if deeds := deeds_on_place(row, before):
            _event(events, row.entry).deeds.extend(deeds)


def _tell_words(events, law, language, places, wordings):
    """What became of the words: the same deed in several languages is told once."""
    before, told = {}, defaultdict(dict)
    for row in wordings:
        event = _event(events, row.entry)
        if row.entry_id != places[0].entry_id:
            for words in deeds_on_words(row, before.get(row.language)):
                told[event.sequence].setdefault(words, []).append(row.language)
        if row.language == language:
            event.revision = row.revision
        before[row.language] = row
    is_named = len(law.languages) > 1
    for sequence, deeds in told.items():
        for words, languages in deeds.items():
            named = tuple(language_name(code) for code in law.language_codes if code in languages and is_named)
            events[sequence].deeds.append(Deed(words, languages=named))


def _revisions(wordings):
    found = defaultdict(list)
    for row in wordings:
        entry = row.entry
        words = (row.heading, row.text, row.closing)
        found[row.language].append(
            Revision(row.revision, row.language, *words, entry.sequence, entry.act, entry.moment, _name(entry))
        )
    return {language: tuple(rows) for language, rows in found.items()}


def _drafts(law, id, language, born):
    """A line for each draft that was frozen since the provision came into the law."""
    documents = [one for one in _documents(law, language) if one.draft.entry.sequence > born.entry.sequence]
    known = _frozen_eids(documents)
    for document in documents:
        draft, entry, eids = document.draft, document.draft.entry, known[document.pk]
        event = Event(entry.sequence, entry.moment, _name(entry), draft=draft.number, title=draft.title)
        event.is_there = id in eids or born.parent_id is None
        if id in eids:
            event.eid, event.address = eids[id], address_in(eids[id], "annex_2" in eids.values())
        yield event


def folded(events):
    """Events, the newest first, as (event, 0); acts that were undone, with their undoing, as (None, how many acts).

    An act that a draft holds stays: the draft came between it and its undoing.
    """
    gone = _undone_again(events)
    for is_gone, run in groupby(events, key=lambda event: event.sequence in gone):
        if not is_gone:
            yield from ((event, 0) for event in run)
        elif acts := sum(not event.undoes for event in run):
            yield None, acts


def _undone_again(events):
    """Sequences of the entries that took each other back, told from the newest to the oldest."""
    by_sequence, gone = {event.sequence: event for event in events}, set()
    drafts = [event.sequence for event in events if event.draft]
    for event in events:
        is_apart = any(event.undoes < draft < event.sequence for draft in drafts)
        if event.undoes in by_sequence and event.sequence not in gone and not is_apart:
            gone |= {event.sequence, event.undoes}
    return gone


def _documents(law, language):
    """One document of each draft: in this language if it was frozen in it. Without their bytes."""
    found = DraftDocument.objects.filter(draft__law=law).select_related("draft__entry__person").defer("akn")
    by_draft = {}
    for document in found.order_by("draft__number", "language"):
        if document.language == language or document.draft_id not in by_draft:
            by_draft[document.draft_id] = document
    return by_draft.values()


def _frozen_eids(documents):
    """The eIds of each document by its id; one query for all those whose eIds are not kept."""
    found = {document.pk: kept_eids.get(document.sha256) for document in documents}
    unknown = [key for key, eids in found.items() if eids is None]
    for document in DraftDocument.objects.filter(pk__in=unknown) if unknown else ():
        found[document.pk] = kept_eids[document.sha256] = frozen_eids(bytes(document.akn))
    for oldest in list(kept_eids)[:-KEPT]:
        kept_eids.pop(oldest, None)
    return found
