"""What the card of a law shows of its texts: figures, what they say of the validity, changes from draft to draft.

All of it follows from texts that a fingerprint names, so it is kept in the cache under that fingerprint.
"""

import datetime
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from django.core.cache import cache
from django.utils import timezone

from ..lawtext.comparison import compare
from ..lawtext.eids import eids
from ..lawtext.figures import Figures, figures
from ..lawtext.provision import rebuilt, walk
from ..lawtext.references import Index, address
from ..lawtext.units import LANGUAGES
from ..lawtext.validity_words import Said, said_in
from ..models import DraftDocument, Entry

WORKING = "working"
"""The name of the working text among the editions; drafts go by their number."""

QUIET = frozenset({"reference", "renumbered", "typographic"})
"""Classes of changes that only follow from others: they are not counted."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is said: ``eid`` in the text, ``names`` are the address by language of the interface."""

    said: Said
    eid: str
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class TextFacts:
    """What one edition in all its languages says: titles by language, figures, sentences on its validity."""

    titles: dict[str, str]
    figures: Figures
    places: tuple[Place, ...]

    @property
    def said(self):
        return tuple(place.said for place in self.places)

    def place(self, said):
        """Where a sentence stands."""
        return next(place for place in self.places if place.said == said)


@dataclass(frozen=True, slots=True)
class Edition:
    """A draft, or the working text: ``fingerprint`` says what is in it."""

    name: str
    title: str
    date: datetime.date
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Row:
    """An edition in the list, the one before it, and how many changes lie between (None: they cannot be compared)."""

    edition: Edition
    before: Edition | None = None
    changes: int | None = None


class Card:
    """The editions of a law as somebody sees them who may read the working text, or only drafts."""

    def __init__(self, law, language, *, with_working_text):
        self.law = law
        self.language = language
        self.with_working_text = with_working_text

    @cached_property
    def drafts(self):
        return list(self.law.drafts.select_related("entry").order_by("-number"))

    @cached_property
    def last_entry(self):
        """The last entry that could change the text."""
        return self.law.entries.exclude(act__in=[Entry.Act.CARD, Entry.Act.FREEZE]).order_by("-sequence").first()

    @cached_property
    def newest(self):
        """The name of the edition whose figures are shown; empty if there is none to be read."""
        if self.with_working_text:
            return WORKING
        return str(self.drafts[0].number) if self.drafts else ""

    @cached_property
    def text(self):
        """The TextFacts of the newest edition, or None."""
        if not self.newest:
            return None
        edition = self.last_entry if self.newest == WORKING else self.drafts[0]
        return cache.get_or_set(f"card:{edition.fingerprint}", self._text, None)

    def _text(self):
        if self.newest == WORKING:
            return text_facts(self.law, self._working_trees, Index(self._whole, self.law.profile))
        trees = {document.language: document.as_provision() for document in self.drafts[0].documents.all()}
        return text_facts(self.law, {code: trees[code] for code in self.law.language_codes if code in trees})

    @cached_property
    def _working_trees(self):
        first, *others = self.law.language_codes
        return {first: rebuilt(self._whole, _standing), **{code: self.law.as_provision(code) for code in others}}

    @cached_property
    def _whole(self):
        """The working text in its first language with what was taken out of it."""
        return self.law.as_provision(self.law.language_codes[0], removed=True)

    @cached_property
    def rows(self):
        """All editions, the newest first."""
        found = self._editions()
        pairs = list(pairwise(found))
        changes = self._changes(pairs)
        return [*(Row(new, old, changes[new.name]) for new, old in pairs), *map(Row, found[-1:])]

    def _editions(self):
        named = [(str(draft.number), draft.title, draft.entry, draft.fingerprint) for draft in self.drafts]
        if self.with_working_text:
            named.insert(0, (WORKING, "", self.last_entry, self.last_entry.fingerprint))
        return [Edition(name, title, timezone.localdate(entry.moment), found) for name, title, entry, found in named]

    def _changes(self, pairs):
        """The number of changes by the name of the newer edition of each pair."""
        keys = {f"changes:{old.fingerprint}:{new.fingerprint}:{self.language}": (new, old) for new, old in pairs}
        known = cache.get_many(keys)
        unknown = {key: pair for key, pair in keys.items() if key not in known}
        if unknown:
            trees = self._trees({edition.name for pair in unknown.values() for edition in pair})
            counted = {key: _count(trees.get(old.name), trees.get(new.name)) for key, (new, old) in unknown.items()}
            cache.set_many(counted, None)
            known |= counted
        return {new.name: known[key] for key, (new, _old) in keys.items()}

    def _trees(self, names):
        wanted = [draft.pk for draft in self.drafts if str(draft.number) in names]
        documents = DraftDocument.objects.filter(draft__in=wanted, language=self.language).select_related("draft")
        trees = {str(document.draft.number): document.as_provision() for document in documents}
        if WORKING in names:
            trees[WORKING] = self._working_trees[self.language]
        return trees


def own_change(law, person):
    """The last entry of the law if the person changed the card with it, else None."""
    last = law.entries.last_one()
    return last if (last.act, last.person_id) == (Entry.Act.CARD, person.pk) else None


def _standing(provision):
    kept = tuple(child for child in provision.children if child.status != "removed")
    return provision if len(kept) == len(provision.children) else replace(provision, children=kept)


def _count(old, new):
    """How many changes there are between two trees; None if one of them is not there in this language."""
    if old is None or new is None:
        return None
    return sum(change.classed not in QUIET for change in compare(old, new).changes)


def text_facts(law, trees, index=None):
    """The facts of an edition from its trees by language; what a translation says of the validity does not count."""
    root = next(iter(trees.values()))
    names = index or Index(root, law.profile)
    named = eids(root)
    place = {provision.id: named.get(path, "") for path, provision in walk(root)}
    said = [item for code, tree in trees.items() if law.is_authentic(code) for item in said_in(tree, code)]
    return TextFacts(
        {code: tree.heading for code, tree in trees.items() if tree.heading},
        figures(trees, index),
        tuple(
            Place(item, place[item.provision], {code: address(names, item.provision, code) for code in LANGUAGES})
            for item in said
        ),
    )
