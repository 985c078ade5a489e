"""Recognising references in words, by the grammar of the language alone: what exists is for ``linking`` to say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from . import large_first, small_to_large
from .forms import Form
from .lexicon import CASES_AFTER_RU, JOINS
from .phrases import THIS_LAW, Group, Phrase, Step, completed
from .printing import LARGE_FIRST
from .reading import Reading, readable
from .writing import written

NAMED_ALONE = {
    "law": frozenset({"law", "part", "section", "chapter", "article", "annex", "preamble"}),
    "code": frozenset({"law", "part", "section", "chapter", "article", "annex", "preamble"}),
    "rules": frozenset({"law", "part", "section", "chapter", "article", "clause", "annex", "preamble"}),
}
"""Units that are found by their number alone; in rules the points run through the act."""

_WORD_BEFORE = re.compile(r"([^\W\d_]{1,12}) $")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name units of this law; offsets in the words.

    ``groups`` hold the steps of each group, smallest unit first, with what a neighbour says for it. ``form`` has all
    flags that the words show («f» and «t» need the law). ``exact`` if the law would print the same words. ``parts``
    are the groups one by one where there are several.
    """

    start: int
    end: int
    groups: tuple[tuple[Step, ...], ...]
    form: str
    exact: bool
    complete: bool
    parts: tuple["Mention", ...] = field(default=())


def recognise(words: str, language: str, profile: str = "law") -> tuple[Mention, ...]:
    """The references in the words, in reading order, without those to other acts. Linear in the length."""
    text = readable(words, language)
    found: list[Mention] = []
    for run in _runs(text, language, profile):
        found.extend(_mentions(run, words, text, language, profile))
    return tuple(found)


def _runs(text: str, language: str, profile: str) -> Iterator[list[Reading]]:
    """Groups that stand one after another, joined by commas or conjunctions."""
    reader: large_first.LargeFirst | small_to_large.SmallToLarge
    reader = large_first.reader(profile) if language == "kk" else small_to_large.reader(language, profile)
    done = 0
    while match := reader.start.search(text, done):
        reading = reader.group(text, match.start())
        if not reading:
            done = max(match.end(), reader.after(text, match.start()))
            continue
        run = [reading]
        while (join := JOINS[language].match(text, run[-1].end)) and (following := reader.group(text, join.end())):
            run.append(following)
        done = run[-1].end
        yield run


@dataclass(frozen=True, slots=True)
class _Settled:
    """A reading with what its neighbour says for it; ``cut`` if it needs the neighbour to be understood."""

    reading: Reading
    steps: tuple[Step, ...]
    complete: bool
    cut: bool = False
    foreign: bool = False

    @property
    def cases(self) -> tuple[str, ...]:
        return self.reading.cases


def _mentions(run: list[Reading], words: str, text: str, language: str, profile: str) -> Iterator[Mention]:
    settled = _large_first(run, profile) if LARGE_FIRST[language] else _small_to_large(run, profile)
    before = _WORD_BEFORE.search(text, max(0, run[0].start - 14), run[0].start)
    wanted = CASES_AFTER_RU.get(before[1].lower(), ()) if before and language == "ru" else ()
    speech = _Speech(words, language, profile, wanted)
    for together in _together(settled, LARGE_FIRST[language]):
        if not together[0].foreign:
            yield speech.mention(together)


def _small_to_large(run: list[Reading], profile: str) -> list[_Settled]:
    """From the last group back: each that says too little stands in a unit of the next one."""
    settled: list[_Settled] = []
    for reading in reversed(run):
        following = settled[-1] if settled else None
        foreign = reading.foreign or bool(following and following.foreign and not reading.closed)
        settled.append(_completed(reading, following, foreign, profile))
    return settled[::-1]


def _large_first(run: list[Reading], profile: str) -> list[_Settled]:
    """From the first group on: each that is owned by something stands in a unit of the one before."""
    settled: list[_Settled] = []
    for reading in run:
        before = settled[-1] if settled and reading.owned else None
        foreign = reading.foreign or bool(before and before.foreign)
        settled.append(_completed(reading, before, foreign, profile))
    return settled


def _completed(reading: Reading, neighbour: _Settled | None, foreign: bool, profile: str) -> _Settled:
    """A group with what its neighbour says for it, if it does not stand alone."""
    outermost = reading.steps[-1]
    alone = (outermost.this or outermost.kind in NAMED_ALONE[profile]) and not reading.owned
    if not alone and not foreign and neighbour and neighbour.complete and set(reading.cases) & set(neighbour.cases):
        left = completed(outermost.kind, neighbour.steps)
        if left:
            return _Settled(reading, reading.steps + left, complete=True, cut=True)
    short = reading.short and outermost.kind in NAMED_ALONE[profile]
    return _Settled(reading, reading.steps, complete=(alone or short) and not foreign, foreign=foreign)


def _together(settled: list[_Settled], large_first: bool) -> Iterator[list[_Settled]]:
    """The groups of one mention each: those that are cut go with the neighbour that completes them."""
    together: list[_Settled] = []
    for place, one in enumerate(settled):
        joined = one.cut if large_first else place > 0 and settled[place - 1].cut
        if together and not joined:
            yield together
            together = []
        together.append(one)
    if together:
        yield together


@dataclass(frozen=True, slots=True)
class _Speech:
    """What mentions of one run have in common."""

    words: str
    language: str
    profile: str
    wanted: tuple[str, ...]

    def mention(self, together: Sequence[_Settled]) -> Mention:
        start, end = together[0].reading.start, together[-1].reading.end
        form = self._form(together, self.words[start].isupper())
        exact = self._written(together, form) == self.words[start:end]
        if not exact and self.language == "kk":
            variant = Form(form.case, form.flags | {"v"})
            exact = self._written(together, variant) == self.words[start:end]
            form = variant if exact else form
        steps = tuple(one.steps for one in together)
        parts = tuple(self.mention([_part(one)]) for one in together) if len(together) > 1 else ()
        return Mention(start, end, steps, str(form), exact, all(one.complete for one in together), parts)

    def _form(self, together: Sequence[_Settled], capital: bool) -> Form:
        cases = [case for case in together[0].cases if all(case in one.cases for one in together)]
        case = next((case for case in self.wanted if case in cases), cases[0])
        flags = {
            "r": any(one.steps[-1].this and one.steps[-1].kind != "law" for one in together),
            "o": len(together) == 1 and len(together[0].steps) == 1 and not together[0].complete,
            "l": any(one.steps[-1] == THIS_LAW and len(one.steps) > 1 for one in together),
            "c": capital,
            "p": any(one.reading.plural for one in together),
            "e": any(one.steps[0].either for one in together),
        }
        return Form(case, frozenset(flag for flag, said in flags.items() if said))

    def _written(self, together: Sequence[_Settled], form: Form) -> str:
        groups = tuple(Group(one.reading.steps, one.cut) for one in together)
        said = Phrase(groups, form.case, "p" in form.flags, "c" in form.flags, "v" in form.flags)
        return written(said, self.language, self.profile)


def _part(one: _Settled) -> _Settled:
    """One group without its neighbour; what was cut is not complete alone."""
    return _Settled(one.reading, one.reading.steps, one.complete and not one.cut)
