"""Linking: which provisions the recognised words name."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import NamedTuple

from ..provision import FIELDS, Provision, Reference, provisions, rebuilt
from .forms import Form, read_form
from .index import Index
from .phrases import Step
from .printing import printed, reference_words
from .recognising import Mention, recognise
from .stored import Token, to_stored

WHY = {
    "unknown": "names a unit that this law does not have",
    "ambiguous": "fits more than one unit of this law",
    "incomplete": "does not say in which unit it stands",
    "spelling": "is not written as this law prints it",
}
"""Why words that name a unit stay plain words."""


@dataclass(frozen=True, slots=True)
class Unlinked:
    """Words that name a unit but could not be linked.

    ``provision`` is the id of the provision in which they stand; offsets count in the printed words of ``field``;
    ``why`` is a key of WHY; ``expected`` are the words that would print if the spelling is all that differs.
    """

    provision: str
    field: str
    start: int
    end: int
    words: str
    why: str
    expected: str = ""


class Linked(NamedTuple):
    references: tuple[Reference, ...]
    unlinked: tuple[Unlinked, ...]


class _Unresolved(Exception):
    """The reason is a key of WHY."""


@dataclass(slots=True)
class _Resolution:
    """Finds what the steps of a mention name, seen from ``at``; collects flags that only the law shows."""

    index: Index
    at: str
    flags: set[str]

    def targets(self, steps: Sequence[Step]) -> list[str]:
        """The ids that one group names."""
        own, *around = steps
        holder = ""
        for step in reversed(around):
            holder = self._one(step, "".join(step.marks), holder, "t")
        if own.this:
            return [self._this(own.kind) or self.index.root.id]
        return [self._one(own, mark, holder, "f") for mark in own.marks or ("",)]

    def _one(self, step: Step, mark: str, holder: str, flag: str) -> str:
        """The unit of this mark in the holder; the empty id stands for the law."""
        if step.this:
            return self._this(step.kind)
        found = self.index.find(holder, step.kind, mark)
        if not found and mark == "1" and holder and self.index.first_part(holder) == step.kind:
            self.flags.add(flag)
            return holder
        if len(found) != 1:
            raise _Unresolved("ambiguous" if found else "unknown")
        return found[0]

    def _this(self, kind: str) -> str:
        """The unit of that name around the words."""
        if kind == "law":
            return ""
        found = self.index.nearest(self.at, kind)
        if not found:
            raise _Unresolved("unknown")
        return found


@dataclass(frozen=True, slots=True)
class _Place:
    """Words in one field of one provision."""

    words: str
    index: Index
    language: str
    at: str
    field: str

    def link(self, mention: Mention) -> Reference | Unlinked:
        """The reference that the mention is, or why it is none."""
        try:
            found = self._token(mention)
        except _Unresolved as reason:
            return self._unlinked(mention, str(reason))
        shown = reference_words(found, self.index, self.language, self.at)
        if shown != self.words[mention.start : mention.end]:
            return self._unlinked(mention, "spelling", shown)
        return Reference(self.field, mention.start, mention.end, found.targets, found.form, found.through)

    def _token(self, mention: Mention) -> Token:
        if not mention.complete:
            raise _Unresolved("incomplete")
        resolution = _Resolution(self.index, self.at, set())
        targets = [target for steps in mention.groups for target in resolution.targets(steps)]
        form = read_form(mention.form)
        through = any(steps[0].through for steps in mention.groups)
        if through and len(targets) != 2:
            raise _Unresolved("spelling")
        return Token(tuple(targets), str(Form(form.case, form.flags | resolution.flags)), through)

    def _unlinked(self, mention: Mention, why: str, expected: str = "") -> Unlinked:
        words = self.words[mention.start : mention.end]
        return Unlinked(self.at, self.field, mention.start, mention.end, words, why, expected)


def linked(words: str, index: Index, language: str, at: str, field: str = "text") -> Linked:
    """The references in plain words that stand in one field of the provision ``at``.

    A mention is linked only if printing it gives the same words to the letter; what is not linked is reported.
    """
    place = _Place(words, index, language, at, field)
    found = [one for mention in recognise(words, language, index.profile) for one in _tried(place, mention)]
    return Linked(
        tuple(one for one in found if isinstance(one, Reference)),
        tuple(one for one in found if isinstance(one, Unlinked)),
    )


def _tried(place: _Place, mention: Mention) -> Iterator[Reference | Unlinked]:
    """The mention as one reference or, where it is none, each of its groups."""
    found = place.link(mention)
    if isinstance(found, Reference) or not mention.parts:
        yield found
    else:
        yield from map(place.link, mention.parts)


def link(root: Provision, language: str, profile: str = "law") -> tuple[Provision, tuple[Unlinked, ...]]:
    """A finished tree with ids and plain words, with its references; and the words that could not be linked.

    The words stay as they are, to the letter. References that the tree had are replaced.
    """
    index = Index(root, profile)
    unlinked: list[Unlinked] = []
    references: dict[str, tuple[Reference, ...]] = {}
    for provision in provisions(root):
        found = [linked(provision.words(name), index, language, provision.id, name) for name in FIELDS]
        references[provision.id] = tuple(reference for one in found for reference in one.references)
        unlinked += [missed for one in found for missed in one.unlinked]

    def with_references(provision: Provision) -> Provision:
        found = references[provision.id]
        return provision if found == provision.references else replace(provision, references=found)

    return rebuilt(root, with_references), tuple(unlinked)


def relinked(
    stored_text: str, index: Index, language: str, at: str, field: str = "text"
) -> tuple[str, tuple[Unlinked, ...]]:
    """Stored words in which what was typed as plain words has become references where it names units of this law.

    References that are there stay, unless typed words have made them part of a longer one.
    """
    words, kept = printed(stored_text, index, language, at, field)
    found = linked(words, index, language, at, field)
    ends = [one.end for one in kept]
    fresh = [one for one in found.references if _supersedes(one, _overlapped(one, kept, ends))]
    gone = {other for one in fresh for other in _overlapped(one, kept, ends)}
    staying = [one for one in kept if one not in gone]
    unlinked = tuple(one for one in found.unlinked if not _overlapped(one, kept, ends))
    return to_stored(words, [*staying, *fresh]), unlinked


def _overlapped(one: Reference | Unlinked, kept: Sequence[Reference], ends: Sequence[int]) -> list[Reference]:
    """The references, in reading order, that share words with this one; ``ends`` are their ends."""
    first = bisect_right(ends, one.start)
    return list(takewhile(lambda other: other.start < one.end, islice(kept, first, None)))


def _supersedes(one: Reference, others: Sequence[Reference]) -> bool:
    return all(one.start <= other.start and other.end <= one.end for other in others) and not (
        len(others) == 1 and (others[0].start, others[0].end) == (one.start, one.end)
    )
