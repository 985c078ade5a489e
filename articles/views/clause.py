"""A provision as its page shows it: its words in every language, its history, and what refers to what."""

from dataclasses import dataclass
from functools import cached_property

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from ..chronicle.history import Revision, folded, history_of
from ..lawtext.exporters.redline_words import place, ranges
from ..lawtext.provision import FIELDS
from ..lawtext.units import label
from ..texts.addresses import addresses
from ..texts.citations import cited, grouped, linked, referring, referring_ids
from ..texts.lag import lags_of, missing_in
from ..words.names import interface_language, own_name
from .revisions import Redline, redline_of

LATEST = 8
"""So many lines of the history stand in the margin."""


CHANGED = {
    "kk": _("What has changed since in the Kazakh text"),
    "ru": _("What has changed since in the Russian text"),
    "en": _("What has changed since in the English text"),
}
"""What the redline of another language is called."""


@dataclass(frozen=True, slots=True)
class Lag:
    """What a text did not follow: another language since the ``first`` revision after they were last in step."""

    language: str
    first: Revision
    redline: Redline

    @property
    def title(self):
        return CHANGED[self.language]


@dataclass(frozen=True, slots=True)
class Text:
    """The words of the provision in one language; heading, text and closing words in pieces, see ``linked``.

    ``revision`` is None and ``is_missing`` true where the language has no words for it. ``lags`` tell what it did not
    follow.
    """

    language: str
    name: str
    is_authentic: bool
    is_missing: bool
    label: str
    heading: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    text: tuple[tuple[str, str], ...]
    closing: tuple[tuple[str, str], ...]
    revision: Revision | None
    lags: tuple[Lag, ...]


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
        return [(eids.get(outer, ""), title, outer) for outer, title in self._named_in.around(self.id)]

    @property
    def around_language(self):
        """The language in which those are called: that of the interface if the law has it, as the page's title."""
        return self._named_in.language

    @property
    def _named_in(self):
        return self.in_languages.get(interface_language(), self.addresses)

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
        return self._lines[:LATEST]

    @property
    def further(self):
        """How many lines of the history do not stand in the margin."""
        return len(self._lines[LATEST:])

    @cached_property
    def _lines(self):
        """The history as the margin tells it: (event, deeds, what it is called in that draft, acts folded)."""
        return [
            (event, self._briefly(event), self._place(event), 0) if event else (None, (), "", acts)
            for event, acts in folded(self.history.events)
        ]

    def _briefly(self, event):
        """The deeds of an event; of what only went along with another unit it is told with which."""
        return [self._named(deed._replace(units=()) if deed.along else deed) for deed in event.deeds]

    def _named(self, deed):
        return {**deed._asdict(), "units": self.addresses.units(deed.units), "along": self.addresses.unit(deed.along)}

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
        provision = self._provisions[code]
        rows = tuple(tuple(line.split("\t")) for line in provision.text.split("\n")) if _is_table(provision) else ()
        return Text(
            language=code,
            name=own_name(code),
            is_authentic=is_authentic,
            is_missing=bool(missing_in(code, {one: [text] for one, text in self._provisions.items()})),
            label=label(provision.kind, provision.number, code),
            **{name: linked(provision, name, self.in_languages[code]) for name in FIELDS},
            rows=rows,
            revision=self._last(code),
            lags=self.lags(code),
        )

    @cached_property
    def _provisions(self):
        return {code: one.provision(self.id) for code, one in self.in_languages.items()}

    def _last(self, language):
        revisions = self.history.revisions.get(language)
        return revisions[-1] if revisions else None

    # What its words did not follow

    @cached_property
    def _lags(self):
        return lags_of(self.law, self.id)

    def lags(self, language):
        """What its words in one language did not follow; none if it is not in the text."""
        here = self.addresses if language == self.language else self.in_languages[language]
        behind = () if self.absence else self._lags.behind(here.provision(self.id), language)
        found = [self._lag(other, self._lags.followed[self.id][language][other]) for other in behind]
        return tuple(sorted(found, key=lambda lag: lag.first.sequence))

    def _lag(self, language, number):
        """``number`` is that of the last revision with which the text was in step."""
        old, *later = [one for one in self.history.revisions[language] if one.number >= number]
        other = self.in_languages[language]
        return Lag(language, later[0], redline_of(other, other.provision(self.id), old, later[-1]))

    @cached_property
    def behind(self):
        """What its words did not follow in the language that is read."""
        return self.lags(self.language)

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
        """The units in the text that refer to it, by the languages in which they do."""
        return grouped(referring(self.law, self.id, self.in_languages))

    @cached_property
    def referring_count(self):
        """How many units in the text refer to it, without their words."""
        return len(referring_ids(self.law, self.id, self.addresses))

    @cached_property
    def cited(self):
        """The units to which it refers, by the languages in which it does."""
        return grouped(cited(self.id, self.in_languages))


def _is_table(provision):
    return provision.kind == "table"
