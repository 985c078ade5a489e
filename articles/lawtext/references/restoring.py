"""Keeping references where a person types plain words: what was not touched stays a reference."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from ..units import LANGUAGES, PROFILES
from .recognising import Mention, recognise
from .stored import Token, pieces
from .writing import DEAD_WORDS

MOST = 20_000
"""Words between the first and the last change up to which they are aligned: memory grows with the square."""

LONGEST = 600
"""Letters that the words of one reference can have; further ones are not searched."""

WIDEST = 12
"""Ways of cutting the shown words that are followed at a time."""

_WORD = re.compile(r"\w+(?:[-’']\w+)*|\s+|[^\w\s]")


class _Spot(NamedTuple):
    """Where in a text the words of a reference stand."""

    start: int
    end: int
    mark: str


def restore_references(stored: str, shown: str, submitted: str) -> str:
    """Submitted plain words in stored form: every reference of ``stored`` none of whose words was touched is kept.

    ``shown`` are the words as they were shown to the person who typed: the stored words with each reference printed.
    A touched reference becomes words, to be recognised again. ValueError if ``shown`` is not a print of ``stored``.
    """
    spots = _spots(stored, shown)
    if shown == submitted:
        return stored
    if not spots:
        return submitted
    ends = {match.end() for match in _WORD.finditer(submitted)} | {0}
    kept = _filled(_aligned(spots, shown, submitted), spots, shown, submitted, ends)
    if any(spot is None for spot in kept):
        in_order = _filled([None] * len(spots), spots, shown, submitted, ends)
        kept = max(kept, in_order, key=lambda found: len(found) - found.count(None))
    return _with_marks(submitted, [spot for spot in kept if spot])


def _with_marks(words: str, spots: Sequence[_Spot]) -> str:
    out = []
    done = 0
    for spot in spots:
        out += [words[done : spot.start], spot.mark]
        done = spot.end
    return "".join([*out, words[done:]])


def _aligned(spots: Sequence[_Spot], shown: str, submitted: str) -> list[_Spot | None]:
    """For each reference where its words stand in the submitted text, by alignment of all words; None if touched."""
    old = list(_WORD.finditer(shown))
    new = list(_WORD.finditer(submitted))
    places = dict(_equal([match[0] for match in old], [match[0] for match in new]))
    starts = {old[one].start(): new[other].start() for one, other in places.items()}
    ends = {old[one].end(): new[other].end() for one, other in places.items()}
    found: list[_Spot | None] = []
    for spot in spots:
        start, end = starts.get(spot.start, -1), ends.get(spot.end, -1)
        same = start >= 0 and submitted[start:end] == shown[spot.start : spot.end]
        found.append(_Spot(start, end, spot.mark) if same else None)
    return found


def _equal(old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    """Places of words that are the same in both, as pairs: those around the changes and the aligned ones between."""
    shorter = min(len(old), len(new))
    head = next((place for place in range(shorter) if old[place] != new[place]), shorter)
    rest = shorter - head
    tail = next((count for count in range(rest) if old[-1 - count] != new[-1 - count]), rest)
    yield from ((place, place) for place in range(head))
    yield from ((len(old) - count, len(new) - count) for count in range(1, tail + 1))
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    if max(len(middle_old), len(middle_new)) > MOST:
        return
    for block in Indel.opcodes(middle_old, middle_new):
        if block.tag == "equal":
            for step in range(block.src_end - block.src_start):
                yield head + block.src_start + step, head + block.dest_start + step


def _filled(
    found: Sequence[_Spot | None], spots: Sequence[_Spot], shown: str, submitted: str, ends: set[int]
) -> list[_Spot | None]:
    """What alignment did not find, searched for between what it found: equal words may have been aligned elsewhere.

    ``ends`` are the ends of the words of the submitted text. With nothing found yet it keeps every reference if all
    of them still stand there in the same order, since each is taken at the first place where it can be.
    """
    filled: list[_Spot | None] = []
    start = 0
    for spot, asked, until in zip(found, spots, _untils(found, len(submitted)), strict=True):
        words = shown[asked.start : asked.end]
        filled.append(spot or _searched(words, asked.mark, submitted, start, until, ends))
        start = filled[-1].end if filled[-1] else start
    return filled


def _untils(found: Sequence[_Spot | None], end: int) -> list[int]:
    """For each reference where the next one that is found begins."""
    untils = []
    for spot in reversed(found):
        untils.append(end)
        end = spot.start if spot else end
    return untils[::-1]


def _searched(words: str, mark: str, submitted: str, start: int, until: int, ends: set[int]) -> _Spot | None:
    """The first place between two offsets at which exactly these words stand."""
    at = submitted.find(words, start, until)
    while at >= 0:
        if at in ends and at + len(words) in ends:
            return _Spot(at, at + len(words), mark)
        at = submitted.find(words, at + 1, until)
    return None


def _spots(stored: str, shown: str) -> list[_Spot]:
    """Where the references of the stored words stand in the shown ones; ValueError if they do not.

    The words between references are the same in both. Where they occur more than once («статьи 5 и 6 и статьи 9»),
    the cut is taken that makes the most references whole mentions. A reference on which equally good cuts differ is
    left out, as if it had been touched: a wrong cut would change the text.
    """
    literals, tokens = _taken_apart(stored)
    if not shown.startswith(literals[0]) or (not tokens and stored != shown):
        raise ValueError("The words shown are not those of the stored text.")
    asked = [
        _Asked(mark, token, literals[place + 1], place == len(tokens) - 1) for place, (mark, token) in enumerate(tokens)
    ]
    start = len(literals[0])
    mentioned = _mentioned(shown) if len(tokens) > 1 else {}
    cuts = _all_cut(shown, start, asked, mentioned) or _all_cut(shown, start, asked, {})
    if not cuts:
        raise ValueError("The words shown are not those of the stored text.")
    agreed = _agreed(cuts).spots if len(cuts) <= WIDEST else ()
    return [spot for spot in agreed if spot]


class _Cut(NamedTuple):
    """References located so far, None for those that are not certain, and how many are whole mentions."""

    fitting: int
    spots: tuple[_Spot | None, ...]


class _Asked(NamedTuple):
    """A reference to locate, and the words that follow it."""

    mark: str
    token: Token
    literal: str
    last: bool


_Mentioned = Mapping[tuple[int, int], "_Said"]


def _all_cut(shown: str, start: int, asked: Sequence[_Asked], mentioned: _Mentioned) -> list[_Cut]:
    """The ways of cutting all references out of the shown words; more than WIDEST if there are too many to follow."""
    cuts = {start: _Cut(0, ())}
    for one in asked:
        cuts = _cut_further(cuts, shown, one, mentioned)
        if len(cuts) > WIDEST:
            break
    return list(cuts.values())


def _cut_further(cuts: dict[int, _Cut], shown: str, asked: _Asked, mentioned: _Mentioned) -> dict[int, _Cut]:
    """The best cuts with one reference more, by the offset at which the next one begins."""
    further: dict[int, list[_Cut]] = {}
    for start, cut in cuts.items():
        for end in _ends(shown, start, asked):
            fits = _fits(mentioned.get((start, end)), shown[start:end], asked.token)
            longer = _Cut(cut.fitting + fits, (*cut.spots, _Spot(start, end, asked.mark)))
            further.setdefault(end + len(asked.literal), []).append(longer)
    best = max((cut.fitting for found in further.values() for cut in found), default=0)
    fitting = {end: [cut for cut in found if cut.fitting == best] for end, found in further.items()}
    return {end: _agreed(found) for end, found in fitting.items() if found}


def _agreed(cuts: Sequence[_Cut]) -> _Cut:
    """What equally good cuts have in common."""
    if len(cuts) == 1:
        return cuts[0]
    same = tuple(spots[0] if len(set(spots)) == 1 else None for spots in zip(*(cut.spots for cut in cuts), strict=True))
    return _Cut(cuts[0].fitting, same)


def _taken_apart(stored: str) -> tuple[list[str], list[tuple[str, Token]]]:
    """The words before, between and after the references, and the references."""
    literals = [""]
    tokens: list[tuple[str, Token]] = []
    for text, token in pieces(stored):
        if token:
            tokens.append((text, token))
            literals.append("")
        else:
            literals[-1] = text
    return literals, tokens


def _ends(shown: str, start: int, asked: _Asked) -> list[int]:
    """Where a reference that begins at ``start`` can end: where the words that follow it stand."""
    if asked.last:
        end = len(shown) - len(asked.literal)
        return [end] if start < end and shown.endswith(asked.literal) else []
    window = range(start + 1, min(len(shown) - len(asked.literal), start + LONGEST) + 1)
    return [end for end in window if shown.startswith(asked.literal, end) and not shown[end - 1 : end + 1].isalpha()]


def _mentioned(shown: str) -> _Mentioned:
    """The mentions in the shown words by their offsets, in the language and profile that finds most."""
    found = [recognise(shown, language, profile) for language in LANGUAGES for profile in PROFILES]
    most = max(found, key=lambda mentions: sum(one.end - one.start for one in mentions))
    return {(one.start, one.end): _said(one) for mention in most for one in (mention, *mention.parts)}


class _Said(NamedTuple):
    """How many units a mention names, whether without the unit around, and whether with «настоящего Закона»."""

    named: int
    own_only: bool
    of_law: bool


def _said(mention: Mention) -> _Said:
    own_only = len(mention.groups) == 1 and len(mention.groups[0]) == 1 and not mention.complete
    named = sum(len(steps[0].marks) or 1 for steps in mention.groups)
    return _Said(named, own_only, "l" in mention.form.split("+"))


def _fits(said: _Said | None, words: str, token: Token) -> bool:
    """Whether words are one mention that can be what this reference prints."""
    flags = token.form.split("+")[1:]
    if words in DEAD_WORDS.values():
        return True
    return bool(
        said
        and said.named == len(token.targets)
        and said.own_only == ("o" in flags)
        and (not said.of_law or "l" in flags)
    )
