"""Reading of references in Russian and English, which go from the smallest unit to the largest."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ..units import ATTACHED, CASES, ORDINAL_KINDS, noun
from .lexicon import COUNTED, FOREIGN, Name, names, these
from .phrases import HOLDS, THIS_LAW, Step
from .reading import Enumeration, Reading, bracketed, enumeration, figure, lowered, ordinal_reader
from .writing import BEFORE_SOLE

_WORD = re.compile(r"[^\W\d_]+")
_TWO_WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+")
_TO_ANOTHER = {"ru": re.compile(r" к "), "en": re.compile(r" to ")}

UNMARKED = frozenset({"annex", "note", "table", "preamble"})
"""Kinds that may be named without a number, but only with the unit to which they belong."""


class _Outwards(NamedTuple):
    """The word before the next larger unit, and its case."""

    word: str
    case: str


_PART = {"ru": _Outwards("", "gen"), "en": _Outwards("of ", "at")}
_ATTACHED = {"ru": _Outwards("к ", "dat"), "en": _Outwards("to ", "at")}


class _Own(NamedTuple):
    step: Step
    end: int
    cases: tuple[str, ...]
    plural: bool = False


def _allowed(found: list[Name], listed: Enumeration) -> Enumeration:
    """The numbers that belong to the name: one, if it is in the singular or the list has no end («статьи 5, 10»)."""
    ended = listed.through or listed.joined
    singular = any(not name.plural for name in found)
    plural = any(name.plural for name in found)
    if listed.either or (plural and (ended or not singular)):
        return listed
    return Enumeration(listed.items[:1])


def _start(starts: Iterable[str]) -> re.Pattern[str]:
    """Finds where a word may begin a reference; a set of first letters is several times faster than alternatives."""
    first = "".join(sorted({letter for word in starts for letter in (word[0], word[0].upper())}))
    rest = "|".join(sorted({re.escape(word[1:]) for word in starts}))
    return re.compile(rf"(?<![\w-])[{first}](?:{rest})")


class SmallToLarge:
    """The reader of one language, for one profile of acts."""

    def __init__(self, language: str, profile: str) -> None:
        self.language = language
        self.profile = profile
        self._names = names(language, profile)
        self._these = these(language, profile)
        starts = {word[:4] for word in [*self._names, *self._these]}
        starts |= {f"{BEFORE_SOLE[language]}{noun(kind, language).form(CASES[language][0])[:4]}" for kind in UNMARKED}
        self.start = _start(starts)

    def group(self, words: str, at: int) -> Reading | None:
        """The group of units that begins here; None if none does."""
        own = self._this(words, at) or self._numbered(words, at) or self._sole(words, at)
        if not own:
            return None
        steps, end = self._outwards(words, own)
        if len(steps) == 1 and not steps[0].marks and not steps[0].this:
            return None
        foreign = not steps[-1].this and self._is_foreign(words, end, steps[-1].kind)
        return Reading(at, end, steps, own.cases, own.plural, foreign=foreign)

    def after(self, _words: str, at: int) -> int:
        """Where to look next when nothing begins here."""
        return at

    def _this(self, words: str, at: int) -> _Own | None:
        match = _TWO_WORDS.match(words, at)
        found = self._these.get(lowered(match[0])) if match else None
        if not match or not found:
            return None
        kinds = {name.kind for name in found}
        kind = "passage" if "passage" in kinds else found[0].kind
        return _Own(Step(kind, this=True), match.end(), self._in_order(name.case for name in found))

    def _numbered(self, words: str, at: int, only: str = "") -> _Own | None:
        """A unit with its numbers; ``only`` in the singular of one case, if it is given."""
        match = _WORD.match(words, at)
        found = self._names.get(lowered(match[0]), ()) if match else ()
        if only:
            found = tuple(name for name in found if name.case == only and not name.plural)
        if not match or not found or not words.startswith(" ", match.end()):
            return None
        return self._with_ordinals(words, match.end() + 1, found) or self._with_figures(words, match.end() + 1, found)

    def _with_ordinals(self, words: str, at: int, found: tuple[Name, ...]) -> _Own | None:
        fitting = [name for name in found if name.kind in ORDINAL_KINDS]
        if not fitting:
            return None
        gender = noun(fitting[0].kind, self.language).gender if self.language == "ru" else ""
        listed = enumeration(words, at, ordinal_reader(self.language, gender), self.language)
        return self._agreed(fitting, listed) if listed else None

    def _with_figures(self, words: str, at: int, found: tuple[Name, ...]) -> _Own | None:
        kinds = {name.kind for name in found} - ORDINAL_KINDS
        if not kinds:
            return None
        kind = "clause" if "clause" in kinds else next(iter(kinds))
        listed = enumeration(words, at, bracketed if kind == "subclause" else figure, self.language)
        if listed and len(listed.items) > 1 and COUNTED[self.language].match(words, listed.end):
            listed = Enumeration(listed.items[:-1])
        return self._agreed([name for name in found if name.kind == kind], listed) if listed else None

    def _agreed(self, found: list[Name], listed: Enumeration) -> _Own | None:
        """The unit with as many of its numbers as its own number allows; None if gender or case do not agree."""
        listed = _allowed(found, listed)
        step = Step(found[0].kind, listed.marks, listed.through, listed.either)
        for plural in (True,) if step.several else (False, True):
            cases = {name.case for name in found if name.plural == plural}
            for item in listed.items:
                cases = cases & item.cases if item.cases else cases
            if cases:
                return _Own(step, listed.end, self._in_order(cases), plural=plural and not step.several)
        return None

    def _sole(self, words: str, at: int) -> _Own | None:
        """A unit without a number: «приложение», "the annex"; it counts only with what follows."""
        before = BEFORE_SOLE[self.language]
        if lowered(words[at : at + len(before)]) != before:
            return None
        match = _WORD.match(words, at + len(before))
        word = (match[0] if before else lowered(match[0])) if match else ""
        found = [name for name in self._names.get(word, ()) if name.kind in UNMARKED and not name.plural]
        if not match or not found:
            return None
        return _Own(Step(found[0].kind), match.end(), self._in_order(name.case for name in found))

    def _outwards(self, words: str, own: _Own) -> tuple[tuple[Step, ...], int]:
        """The unit and those that are named around it."""
        steps, end = [own.step], own.end
        while not steps[-1].this:
            found = self._outer(words, end, steps[-1])
            if not found:
                break
            steps.append(found[0])
            end = found[1]
        if self.profile == "code" and steps[1:] == [THIS_LAW] and steps[0].kind == "clause":
            steps[0] = Step("part", own.step.marks, own.step.through)
        return tuple(steps), end

    def _outer(self, words: str, end: int, inner: Step) -> tuple[Step, int] | None:
        before = (_ATTACHED if inner.kind in ATTACHED else _PART)[self.language]
        if not words.startswith(f" {before.word}", end):
            return None
        at = end + 1 + len(before.word)
        return self._outer_this(words, at, inner, before.case) or self._outer_numbered(words, at, inner, before.case)

    def _outer_this(self, words: str, at: int, inner: Step, case: str) -> tuple[Step, int] | None:
        match = _TWO_WORDS.match(words, at)
        found = self._these.get(match[0], ()) if match else ()
        kinds = [name.kind for name in found if name.case == case and name.kind in HOLDS[inner.kind]]
        if not match or not kinds:
            return None
        return Step("passage" if "passage" in kinds else kinds[0], this=True), match.end()

    def _outer_numbered(self, words: str, at: int, inner: Step, case: str) -> tuple[Step, int] | None:
        own = self._numbered(words, at, only=case) or self._sole(words, at)
        if not own or case not in own.cases or own.step.kind not in HOLDS[inner.kind] or len(own.step.marks) > 1:
            return None
        return own.step, own.end

    def _is_foreign(self, words: str, end: int, outermost: str) -> bool:
        if FOREIGN[self.language].match(words, end):
            return True
        return outermost == "annex" and bool(_TO_ANOTHER[self.language].match(words, end))

    def _in_order(self, cases: Iterable[str]) -> tuple[str, ...]:
        found = set(cases)
        return tuple(case for case in CASES[self.language] if case in found)


@cache
def reader(language: str, profile: str) -> SmallToLarge:
    return SmallToLarge(language, profile)
