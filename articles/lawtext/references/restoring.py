"""Keeping references where a person types plain words: what was not touched stays a reference."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from .locating import Spot, located
from .printing import Printed
from .stored import stored as to_token

MOST = 20_000
"""Words between the first and the last change up to which they are aligned: memory grows with the square."""

_WORD = re.compile(r"\w+(?:[-’']\w+)*|\s+|[^\w\s]")


def restore_references(stored: str, shown: str | Printed, submitted: str) -> str:
    """Submitted plain words in stored form: every reference of ``stored`` none of whose words was touched is kept.

    ``shown`` are the words as they were shown to the person who typed: the stored words with each reference printed.
    As a plain string its references are found by what stands between them; what was just printed needs no search.
    A touched reference becomes words, to be recognised again. ValueError if ``shown`` is not a print of ``stored``.
    """
    spots = located(stored, shown) if isinstance(shown, str) else _printed_spots(shown)
    shown = shown if isinstance(shown, str) else shown.words
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


def _printed_spots(shown: Printed) -> list[Spot]:
    return [Spot(one.start, one.end, to_token(one.targets, one.form, one.through)) for one in shown.references]


def _with_marks(words: str, spots: Sequence[Spot]) -> str:
    out = []
    done = 0
    for spot in spots:
        out += [words[done : spot.start], spot.mark]
        done = spot.end
    return "".join([*out, words[done:]])


def _aligned(spots: Sequence[Spot], shown: str, submitted: str) -> list[Spot | None]:
    """For each reference where its words stand in the submitted text, by alignment of all words; None if touched."""
    old = list(_WORD.finditer(shown))
    new = list(_WORD.finditer(submitted))
    places = dict(_equal([match[0] for match in old], [match[0] for match in new]))
    starts = {old[one].start(): new[other].start() for one, other in places.items()}
    ends = {old[one].end(): new[other].end() for one, other in places.items()}
    found: list[Spot | None] = []
    for spot in spots:
        start, end = starts.get(spot.start, -1), ends.get(spot.end, -1)
        same = start >= 0 and submitted[start:end] == shown[spot.start : spot.end]
        found.append(Spot(start, end, spot.mark) if same else None)
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
    found: Sequence[Spot | None], spots: Sequence[Spot], shown: str, submitted: str, ends: set[int]
) -> list[Spot | None]:
    """What alignment did not find, searched for between what it found: equal words may have been aligned elsewhere.

    ``ends`` are the ends of the words of the submitted text. With nothing found yet it keeps every reference if all
    of them still stand there in the same order, since each is taken at the first place where it can be.
    """
    filled: list[Spot | None] = []
    start = 0
    for spot, asked, until in zip(found, spots, _untils(found, len(submitted)), strict=True):
        words = shown[asked.start : asked.end]
        filled.append(spot or _searched(words, asked.mark, submitted, start, until, ends))
        start = filled[-1].end if filled[-1] else start
    return filled


def _untils(found: Sequence[Spot | None], end: int) -> list[int]:
    """For each reference where the next one that is found begins."""
    untils = []
    for spot in reversed(found):
        untils.append(end)
        end = spot.start if spot else end
    return untils[::-1]


def _searched(words: str, mark: str, submitted: str, start: int, until: int, ends: set[int]) -> Spot | None:
    """The first place between two offsets at which exactly these words stand."""
    at = submitted.find(words, start, until)
    while at >= 0:
        if at in ends and at + len(words) in ends:
            return Spot(at, at + len(words), mark)
        at = submitted.find(words, at + 1, until)
    return None
