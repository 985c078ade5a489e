"""Reading of references in Kazakh, which go from the largest unit to the smallest, name after number."""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from ..ordinals import ordinal_readings
from ..units import ATTACHED, ORDINAL_KINDS
from .lexicon import FOREIGN_BEFORE_KK, Name, names, these
from .phrases import HOLDS, THIS_LAW, Step
from .reading import Enumeration, Reading, bracketed, enumeration, figure, lowered, ordinal_reader
from .small_to_large import UNMARKED

_NAME = re.compile(r"(?:кіші )?[^\W\d_]+")
_THIS = re.compile(r"[Оо]сы (?:кіші )?[^\W\d_]+")
_BEFORE = 80
"""As many letters ahead of a reference tell whether it belongs to another act."""

_ordinal = ordinal_reader("kk")


class _Unit(NamedTuple):
    """One unit as read; ``name`` is what its word can be (a word of the tables has one reading for each kind)."""

    step: Step
    end: int
    name: Name


class LargeFirst:
    """The reader of Kazakh, for one profile of acts."""

    def __init__(self, profile: str) -> None:
        self.profile = profile
        self._names = names("kk", profile)
        self._these = these("kk", profile)
        ordinals = {word.split()[0] for word in ordinal_readings("kk")}
        first = "".join(sorted({letter for word in ordinals for letter in (word[0], word[0].upper())}))
        rest = "|".join(sorted({word[1:] for word in ordinals}))
        self.start = re.compile(rf"(?<![\w-])[\dОо{first}](?:(?<=\d)|сы |(?:{rest}) )")

    def group(self, words: str, at: int) -> Reading | None:
        """The group of units that begins here; None if none does."""
        this = self._this(words, at)
        first = this or self._numbered(words, at)
        if not first:
            return None
        units = [first]
        while inner := self._inner(words, units[-1]):
            units.append(inner)
        last = units[-1]
        plural = last.name.plural and not last.step.several
        owned = not this and first.name.inside
        short = owned and first.name.case == "nom" and len(units) > 1
        foreign = owned and bool(FOREIGN_BEFORE_KK.search(words[max(0, at - _BEFORE) : at]))
        return Reading(at, last.end, self._steps(units), (last.name.case,), plural, owned, short, foreign)

    def after(self, words: str, at: int) -> int:
        """Where to look next when nothing begins here: no shorter end of the same list can name a unit either."""
        listed = enumeration(words, at, bracketed, "kk") or enumeration(words, at, _ordinal, "kk")
        return listed.items[-1].start if listed else at

    def _steps(self, units: list[_Unit]) -> tuple[Step, ...]:
        steps = [unit.step for unit in reversed(units)]
        if self.profile == "code" and steps[1:] == [THIS_LAW] and steps[0].kind == "clause":
            steps[0] = steps[0]._replace(kind="part")
        return tuple(steps)

    def _this(self, words: str, at: int) -> _Unit | None:
        match = _THIS.match(words, at)
        found = self._these.get(lowered(match[0])) if match else None
        if not match or not found:
            return None
        name = next((name for name in found if name.kind == "passage"), found[0])
        return _Unit(Step(name.kind, this=True), match.end(), name)

    def _numbered(self, words: str, at: int) -> _Unit | None:
        return self._with_figures(words, at) or self._with_brackets(words, at) or self._with_ordinals(words, at)

    def _with_figures(self, words: str, at: int) -> _Unit | None:
        listed = enumeration(words, at, figure, "kk")
        if not listed or not words.startswith("-", listed.end):
            return None
        return self._unit(words, listed.end + 1, listed, lambda kind: kind not in ORDINAL_KINDS and kind != "subclause")

    def _with_brackets(self, words: str, at: int) -> _Unit | None:
        listed = enumeration(words, at, bracketed, "kk")
        if not listed or not words.startswith(" ", listed.end):
            return None
        return self._unit(words, listed.end + 1, listed, lambda kind: kind == "subclause")

    def _with_ordinals(self, words: str, at: int) -> _Unit | None:
        listed = enumeration(words, at, _ordinal, "kk")
        if not listed or not words.startswith(" ", listed.end):
            return None
        return self._unit(words, listed.end + 1, listed, ORDINAL_KINDS.__contains__)

    def _unit(self, words: str, at: int, listed: Enumeration, fits: Callable[[str], bool]) -> _Unit | None:
        match = _NAME.match(words, at)
        found = [name for name in self._names.get(match[0], ()) if fits(name.kind)] if match else []
        if not match or not found:
            return None
        name = next((name for name in found if name.kind == "clause"), found[0])
        return _Unit(Step(name.kind, listed.marks, listed.through, listed.either), match.end(), name)

    def _inner(self, words: str, outer: _Unit) -> _Unit | None:
        """The next smaller unit after the outer one, if its case says that one follows."""
        if not words.startswith(" ", outer.end) or len(outer.step.marks) > 1:
            return None
        found = self._numbered(words, outer.end + 1) or self._sole(words, outer.end + 1)
        if not found or outer.step.kind not in HOLDS[found.step.kind]:
            return None
        attached = found.step.kind in ATTACHED
        short = outer.name.inside and outer.name.case == "nom"
        fitting = outer.name.case == "dat" if attached else outer.name.case == "gen" or short
        return found if fitting and found.name.inside != attached else None

    def _sole(self, words: str, at: int) -> _Unit | None:
        match = _NAME.match(words, at)
        found = [name for name in self._names.get(match[0], ()) if name.kind in UNMARKED] if match else []
        return _Unit(Step(found[0].kind), match.end(), found[0]) if match and found else None


@cache
def reader(profile: str) -> LargeFirst:
    return LargeFirst(profile)
