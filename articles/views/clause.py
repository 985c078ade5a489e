"""A provision as its page shows it: its words in every language, its history, and what refers to what."""

from dataclasses import dataclass
from functools import cached_property

from django.http import Http404

from ..addresses import addresses
from ..citations import cited, referring, referring_ids
from ..history import Revision, history_of
from ..lawtext.exporters.redline_words import place, ranges
from ..lawtext.provision import FIELDS
from ..lawtext.units import label
from ..models import Entry
from ..names import interface_language, own_name
from .revisions import redline_of

LATEST = 8
"""So many lines of the history stand in the margin."""


@dataclass(frozen=True, slots=True)
class Text:
    """The words of the provision in one language. ``later`` are the languages that were changed since, with the day.

    ``revision`` is None and ``is_missing`` true where the language has no words for it.
    """

    language: str
    name: str
    is_authentic: bool
    is_missing: bool
    label: str
    heading: str
    rows: tuple[tuple[str, ...], ...]
    text: str
    closing: str
    revision: Revision | None
    later: tuple[tuple[str, str], ...]


class Clause:
    """One provision of a law, read in one language. Http404 for an id that the law does not have."""

    def __init__(self, law, pk, language):
        self.law, self.id, self.language = law, str(pk), language
        self.fingerprint = law.entries.last_one().fingerprint
        self.addresses = addresses(law, language, self.fingerprint)
        if self.id not in self.addresses:
            raise Http404
        self.provision = self.addresses.provision(self.id)

    @cached_property
    def name(self):
        return self.addresses.name(self.id)

    @property
    def eid(self):
        """Where it stands on the page of the law; empty if it does not."""
        return self.addresses.eids.get(self.id, "")

    @property
    def around(self):
        """Links to the units in which it stands: (eId, title, id)."""
        eids = self.addresses.eids
        return [(eids.get(outer, ""), title, outer) for outer, title in self.addresses.around(self.id)]

    @cached_property
    def history(self):
        return history_of(self.law, self.id, self.language)

    @cached_property
    def absence(self):
        """The unit with which it left the text, itself or one around it; None if it is in the text."""
        return self.addresses.unit(self.addresses.outermost_absent(self.id))

    @cached_property
    def joined_to(self):
        """The unit into which its words went."""
        joined = self.history.place.joined_to
        return self.addresses.unit(str(joined)) if joined else None

    @property
    def inner(self):
        """The units directly in it that are in the text: (unit, its heading or first words)."""
        children = self.addresses.children(self.id)
        return [(self.addresses.unit(child.id), child.heading or child.text) for child in children]

    # Its history

    @cached_property
    def events(self):
        """The lines of the history: (event, deeds with their units named, what the unit is called in that draft)."""
        return [(event, list(map(self._named, event.deeds)), self._place(event)) for event in self.history.events]

    @property
    def has_moved(self):
        """Whether units are named from which and to which it went."""
        return any(len(deed.units) > 1 for event in self.history.events for deed in event.deeds)

    @property
    def latest(self):
        return self.events[:LATEST]

    def _named(self, deed):
        return {**deed._asdict(), "units": self.addresses.units(deed.units)}

    def _place(self, event):
        """What it is called in a draft, in the language of the interface; empty for what is no draft."""
        if event.is_there and not event.address:
            return self.name
        return place(event.address, interface_language()) if event.is_there else ""

    @property
    def former_names(self):
        """What drafts called it that do not call it as now: («1–3», «Статья 19, пункт 3»)."""
        called = {}
        for event in self.history.drafts:
            called.setdefault(self._place(event), []).append(event.draft)
        return [(ranges(drafts), name) for name, drafts in called.items() if name != self.name]

    # Its words

    @cached_property
    def in_languages(self):
        """The law in each of its languages, this one first."""
        others = [code for code in self.law.language_codes if code != self.language]
        return {self.language: self.addresses, **{code: addresses(self.law, code, self.fingerprint) for code in others}}

    @cached_property
    def texts(self):
        """Its words in all languages of the law: authentic ones in their order, then translations."""
        found = [self._text(code, is_authentic) for code, is_authentic in self.law.languages]
        return sorted(found, key=lambda text: not text.is_authentic)

    def _text(self, code, is_authentic):
        provision = self.in_languages[code].provision(self.id)
        rows = tuple(tuple(line.split("\t")) for line in provision.text.split("\n")) if _is_table(provision) else ()
        return Text(
            language=code,
            name=own_name(code),
            is_authentic=is_authentic,
            is_missing=not any(map(provision.words, FIELDS)) and self._has_words,
            label=label(provision.kind, provision.number, code),
            heading=provision.heading,
            rows=rows,
            text=provision.text,
            closing=provision.closing,
            revision=self._last(code),
            later=tuple(self._later(code)),
        )

    @cached_property
    def _has_words(self):
        """Whether any language has words for it: a unit of units has none, and none are missing."""
        return any(any(map(one.provision(self.id).words, FIELDS)) for one in self.in_languages.values())

    def _last(self, language):
        revisions = self.history.revisions.get(language)
        return revisions[-1] if revisions else None

    def _later(self, language):
        """Authentic texts that somebody changed after this one: a text that came in from a file was not changed."""
        own = self._last(language)
        for code, is_authentic in self.law.languages:
            last = self._last(code)
            if (
                is_authentic
                and own
                and last
                and last.sequence > own.sequence
                and last.number > 1
                and last.act != Entry.Act.LOAD
            ):
                yield own_name(code), last.day

    @property
    def revisions(self):
        """Its wordings in the language that is read, the oldest first."""
        return self.history.revisions.get(self.language, ())

    @property
    def current(self):
        """The wording of now in the language that is read; None without one."""
        return self._last(self.language)

    def can_return(self, redline):
        """Whether the older side of a redline can become the wording again: it says something else than now."""
        now = self.current
        is_other = any(getattr(redline.old, name) != getattr(now, name) for name in FIELDS)
        return is_other and self.absence is None

    def redline(self, start, end):
        """The redline between two revisions given by number, None for the last two; Http404 for one that is not there.

        None where the language has no words, or one revision only.
        """
        if start is None and end is None and len(self.revisions) < 2:
            return None
        old, new = sorted((self._revision(start, -2), self._revision(end, -1)), key=lambda revision: revision.number)
        return redline_of(self.addresses, self.provision, old, new)

    def _revision(self, number, otherwise):
        found = [revision for revision in self.revisions if number in (None, revision.number)]
        if not found:
            raise Http404
        return found[0] if number else found[max(otherwise, -len(found))]

    # What refers to what

    @cached_property
    def referring(self):
        """The units in the text that refer to it, in reading order."""
        return referring(self.law, self.id, self.in_languages)

    @cached_property
    def referring_count(self):
        """How many units in the text refer to it, without their words."""
        return len(referring_ids(self.law, self.id, self.addresses))

    @cached_property
    def cited(self):
        """The units to which it refers."""
        return cited(self.addresses, self.provision)


def _is_table(provision):
    return provision.kind == "table"
