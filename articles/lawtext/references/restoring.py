"""Keeping references where a person types plain words: what was not touched stays a reference."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from rapidfuzz.distance import Indel

from ..units import LANGUAGES, PROFILES
from .recognising import Mention, recognise
from .stored import Token, pieces
from .writing import DEAD_WORDS

MOST = 20_000
"""Words between the first and the last change up to which they are aligned: memory grows with the square."""

LONGEST = 600
"""Letters that the words of one reference can have; further ones are not searched."""

WIDEST = 30
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
    the cut is taken that makes the most references whole mentions.
    """
    literals, tokens = _taken_apart(stored)
    cuts = {len(literals[0]): _Cut(0, ())} if shown.startswith(literals[0]) else {}
    for place, (mark, token) in enumerate(tokens):
        literal = literals[place + 1]
        further: dict[int, _Cut] = {}
        for start, cut in cuts.items():
            for end, fits in _ends(shown, start, literal, token, last=place == len(tokens) - 1):
                longer = _Cut(cut.fitting + fits, (_Spot(start, end, mark), cut.spots))
                further[end + len(literal)] = max(longer, further.get(end + len(literal), longer), key=_fitting)
        cuts = dict(sorted(further.items(), key=lambda item: -item[1].fitting)[:WIDEST])
    if not cuts or (not tokens and stored != shown):
        raise ValueError("The words shown are not those of the stored text.")
    return _unrolled(max(cuts.values(), key=_fitting))


class _Cut(NamedTuple):
    """References located so far, the last one first, and how many of them are whole mentions."""

    fitting: int
    spots: tuple[Any, ...]


def _fitting(cut: _Cut) -> int:
    return cut.fitting


def _unrolled(cut: _Cut) -> list[_Spot]:
    found = []
    spots = cut.spots
    while spots:
        spot, spots = spots
        found.append(spot)
    return found[::-1]


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


def _ends(shown: str, start: int, literal: str, token: Token, last: bool) -> Iterator[tuple[int, bool]]:
    """Where a reference that begins at ``start`` can end, each with whether it is a whole mention there."""
    if last:
        end = len(shown) - len(literal)
        ends = [end] if start < end and shown.endswith(literal) else []
    else:
        window = range(start + 1, min(len(shown), start + LONGEST) + 1)
        ends = [end for end in window if shown.startswith(literal, end)]
    for end in ends:
        yield end, len(ends) == 1 or _whole(shown[start:end], token)


def _whole(words: str, token: Token) -> bool:
    """Whether these words are one mention, in any language and act, of as many units as the reference has targets."""
    if words in DEAD_WORDS.values():
        return True
    return any(
        _fits(recognise(words, language, profile), words, token) for language in LANGUAGES for profile in PROFILES
    )


def _fits(mentions: Sequence[Mention], words: str, token: Token) -> bool:
    if len(mentions) != 1 or (mentions[0].start, mentions[0].end) != (0, len(words)):
        return False
    groups = mentions[0].groups
    own_only = len(groups) == 1 and len(groups[0]) == 1 and not mentions[0].complete
    named = sum(len(steps[0].marks) or 1 for steps in groups)
    return named == len(token.targets) and own_only == ("o" in token.form.split("+"))
