"""Finding where two wordings differ: first by what stands between blanks, then by tokens where that differs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from .cuts import Cut, common_ends, merged, trimmed
from .matching import CELLS, Run, matching
from .sentences import sentence_starts
from .tokens import LATIN_LETTER, SOFT_HYPHEN, is_cut, key, token_spans

Target = tuple[str, ...]


class Mark(NamedTuple):
    """Words of a wording that name another provision: ``target`` is the same on both sides for the same provision."""

    start: int
    end: int
    target: Target


class Sides(NamedTuple):
    """Two wordings, each with the marks that count as one token."""

    old: str
    new: str
    old_marks: Sequence[Mark] = ()
    new_marks: Sequence[Mark] = ()


def differences(sides: Sides) -> tuple[list[Cut], bool]:
    """The cuts between two wordings, and whether a stretch was too long to compare and is one cut."""
    middle = _middle(sides)
    regions, coarse = _regions(sides, middle)
    whole = _whole(sides.old, sides.old_marks, *middle[:2]), _whole(sides.new, sides.new_marks, *middle[2:4])
    if any(whole):
        regions = merged(_widened(sides, regions, middle, *whole))
    return merged(cut for region in regions for cut in _refined(sides, region)), coarse


INSIDE = re.compile(r"(?<=\d)\s|\s(?=\d)")
"""Blanks that may stand within a token: `5 000`, «1 января 2027»."""


def _whole(text: str, marks: Sequence[Mark], start: int, end: int) -> frozenset[int]:
    """Places next to a blank where no cut may begin or end, for a token or mark may go on behind it."""
    places = {place for match in INSIDE.finditer(text, max(start - 2, 0), end + 2) for place in match.span()}
    for mark in marks:
        if mark.end > start and mark.start < end:
            places.update(range(mark.start + 1, mark.end))
    return frozenset(places)


def _middle(sides: Sides) -> Cut:
    """What is left without the common beginning and end, both cut back to where a word ends on either side."""
    old, new, old_marks, new_marks = sides
    head, tail = common_ends(old, new)

    def safe(i: int, j: int) -> bool:
        if any(mark.start < i < mark.end for mark in old_marks) or any(mark.start < j < mark.end for mark in new_marks):
            return False
        return is_cut(old, i) and is_cut(new, j)

    place = head
    while head and not safe(head, head):
        place = old.rfind(" ", 0, place)
        head = place + 1
    tail = min(tail, len(old) - head, len(new) - head)
    while tail and not safe(len(old) - tail, len(new) - tail):
        place = old.find(" ", len(old) - tail + 1)
        tail = len(old) - place if place >= 0 else 0
    return Cut(head, len(old) - tail, head, len(new) - tail)


def _regions(sides: Sides, middle: Cut) -> tuple[list[Cut], bool]:
    """Where the words between blanks differ. A long wording is compared by its sentences first."""
    i, k, j, m, _ = middle
    old, new = sides.old[i:k].split(" "), sides.new[j:m].split(" ")
    if len(old) * len(new) <= CELLS:
        runs, _ = matching(old, new)
        return list(_unmatched(old, new, runs, middle, blank=1)), False
    regions: list[Cut] = []
    coarse = False
    for part in _by_sentences(sides, middle):
        words = sides.old[part.old_start : part.old_end].split(" "), sides.new[part.new_start : part.new_end].split(" ")
        runs, cut = matching(*words)
        regions += _unmatched(*words, runs, part, blank=1)
        coarse |= cut
    return merged(regions), coarse


def _by_sentences(sides: Sides, middle: Cut) -> Iterator[Cut]:
    """Where the sentences differ."""
    parts = []
    for text, start, end in ((sides.old, *middle[:2]), (sides.new, *middle[2:4])):
        starts = [start, *(place for place in sentence_starts(text) if start < place < end), end]
        parts.append([text[one:other] for one, other in pairwise(starts)])
    runs, _ = matching(parts[0], parts[1])
    return _unmatched(parts[0], parts[1], runs, middle, blank=0)


def _unmatched(old: Sequence[str], new: Sequence[str], runs: Sequence[Run], around: Cut, blank: int) -> Iterator[Cut]:
    """What stands between the runs of two sequences of pieces of text, with ``blank`` characters between two pieces.

    Pieces on both sides leave the blank behind them out; pieces on one side only take it, at the end the one before.
    """
    ends = list(accumulate(map(len, old), initial=0)), list(accumulate(map(len, new), initial=0))
    start, begin, i, j = around.old_start, around.new_start, 0, 0
    for run in [*runs, Run(len(old), len(new), 0)]:
        if i < run.old or j < run.new:
            both = i < run.old and j < run.new
            back = blank if i and not (run.length or both) else 0
            last = blank if both or not run.length else 0
            yield Cut(
                start + ends[0][i] + i * blank - back,
                start + ends[0][run.old] + run.old * blank - last,
                begin + ends[1][j] + j * blank - back,
                begin + ends[1][run.new] + run.new * blank - last,
            )
        i, j = run.old + run.length, run.new + run.length


def _widened(
    sides: Sides, regions: list[Cut], middle: Cut, old_whole: frozenset[int], new_whole: frozenset[int]
) -> Iterator[Cut]:
    """The regions with edges where no token and no mark is torn: what is added is equal on both sides."""
    floor = middle.old_start
    ceilings = [region.old_start for region in regions[1:]] + [middle.old_end]
    for (i, k, j, m, _), ceiling in zip(regions, ceilings, strict=True):
        while i > floor and (i in old_whole or j in new_whole):
            place = max(sides.old.rfind(" ", floor, i - 1) + 1, floor)
            i, j = place, j - (i - place)
        while k < ceiling and (k in old_whole or m in new_whole):
            place = sides.old.find(" ", k + 1, ceiling)
            place = place if place >= 0 else ceiling
            k, m = place, m + (place - k)
        yield Cut(i, k, j, m)
        floor = k


def _refined(sides: Sides, region: Cut) -> Iterable[Cut]:
    """The cuts within a region. Plain words that have nothing in common need no second look."""
    i, k, j, m, _ = region
    old, new = sides.old[i:k], sides.new[j:m]
    if not old or not new:
        return (_blank_told(sides, region),)
    words = old + new
    if words.replace(" ", "").isalpha() and (words.isascii() or not LATIN_LETTER.search(words)):
        return (region,)
    return _by_tokens(sides, region)


def _blank_told(sides: Sides, cut: Cut) -> Cut:
    """A change of mere blanks is typography, unless it moves a cell or a line of a table; what is equal is no cut."""
    old, new = sides.old[cut.old_start : cut.old_end], sides.new[cut.new_start : cut.new_end]
    if old == new:
        return cut._replace(old_end=cut.old_start, new_end=cut.new_start)
    if not (old + new).replace(SOFT_HYPHEN, " ").isspace():
        return cut
    moved = any(old.count(mark) != new.count(mark) for mark in "\t\n")
    return cut if moved else cut._replace(why="typographic")


class Tokens(NamedTuple):
    """The tokens of a stretch of text, each with the key by which it is compared."""

    spans: list[tuple[int, int]]
    keys: list[str | Target]


def _tokens(text: str, start: int, end: int, marks: Sequence[Mark]) -> Tokens:
    """The tokens of a text between two offsets; a mark is one token, whatever its words."""
    found = Tokens([], [])
    place = start
    for mark in [*(mark for mark in marks if start <= mark.start and mark.end <= end), Mark(end, end, ())]:
        if mark.start < place:
            continue
        words = token_spans(text, place, mark.start)
        found.spans.extend(words)
        found.keys.extend(key(text[i:j]) for i, j in words)
        if mark.start < mark.end:
            found.spans.append((mark.start, mark.end))
            found.keys.append(mark.target)
        place = mark.end
    return found


def _by_tokens(sides: Sides, region: Cut) -> Iterator[Cut]:
    old = _tokens(sides.old, region.old_start, region.old_end, sides.old_marks)
    new = _tokens(sides.new, region.new_start, region.new_end, sides.new_marks)
    i, j = region.old_start, region.new_start
    for run in matching(old.keys, new.keys)[0]:
        for step in range(run.length):
            (start, end), (begin, finish) = old.spans[run.old + step], new.spans[run.new + step]
            yield _blank_told(sides, trimmed(sides.old, sides.new, Cut(i, start, j, begin)))
            if sides.old[start:end] != sides.new[begin:finish]:
                why = "typographic" if isinstance(old.keys[run.old + step], str) else "reference"
                yield Cut(start, end, begin, finish, why)
            i, j = end, finish
    yield _blank_told(sides, trimmed(sides.old, sides.new, Cut(i, region.old_end, j, region.new_end)))
