"""Positions of siblings: whole numbers with gaps, so that an insertion or a move touches one row."""

from bisect import bisect_left
from collections.abc import Sequence

STEP = 1 << 16


def between(before: int | None, after: int | None) -> int | None:
    """A position between two siblings (None: there is none on that side), or None if no gap is left."""
    if before is None:
        return STEP if after is None else after - STEP
    if after is None:
        return before + STEP
    return (before + after) // 2 if after - before > 1 else None


def kept(positions: Sequence[int | None]) -> set[int]:
    """Indices of the longest rising run: the siblings that need not be touched when the others are placed anew."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for index, position in enumerate(positions):
        if position is None:
            continue
        place = bisect_left(tails, position)
        tails[place : place + 1] = [position]
        ends[place : place + 1] = [index]
        before[index] = ends[place - 1] if place else -1
    run: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        run.add(index)
        index = before[index]
    return run


def spaced(count: int) -> list[int]:
    """Fresh positions for so many siblings."""
    return [STEP * (index + 1) for index in range(count)]


def arranged(positions: Sequence[int | None]) -> list[int]:
    """Rising positions for siblings in their wanted order, touching as few as can be; None marks a new sibling."""
    run = kept(positions)
    placed: list[int] = []
    for index, position in enumerate(positions):
        if index in run and position is not None:
            placed.append(position)
            continue
        after = next((positions[later] for later in range(index + 1, len(positions)) if later in run), None)
        found = between(placed[-1] if placed else None, after)
        if found is None:
            return spaced(len(positions))
        placed.append(found)
    return placed
