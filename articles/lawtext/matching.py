"""Which elements of two sequences are the same ones, in order: exact for short sequences, anchored for long ones."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from rapidfuzz.distance import Indel

CELLS = 4_000 * 4_000
"""The exact way is quadratic in time and memory; beyond this product of lengths the sequences are cut up first."""

SHINGLES = (1, 1, 4, 4, 12, 12)
"""How many neighbouring elements make an anchor, cut after cut: single rare words first, longer runs in repetitive
text. Each is used once, so that the depth is bounded."""


class Run(NamedTuple):
    """``length`` equal elements from ``old`` on one side and from ``new`` on the other."""

    old: int
    new: int
    length: int


def longest_common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Runs of a longest common subsequence."""
    runs = _blocks(list(old), list(new))
    # Lists are compared by the hashes of their elements: fast, and wrong once in very many laws.
    if any(old[i : i + size] != new[j : j + size] for i, j, size in runs):
        codes: dict[Hashable, int] = {}
        return _blocks(*([codes.setdefault(element, len(codes)) for element in side] for side in (old, new)))
    return runs


def _blocks(old: list[Any], new: list[Any]) -> list[Run]:
    blocks = Indel.editops(old, new).as_matching_blocks()
    return [Run(block.a, block.b, block.size) for block in blocks if block.size]


def increasing(values: Sequence[int]) -> list[int]:
    """Indexes of a longest strictly increasing subsequence."""
    tops: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        length = bisect_left(tops, value)
        before.append(places[length - 1] if length else -1)
        tops[length:] = [value, *tops[length + 1 :]] if length < len(tops) else [value]
        places[length:] = [index, *places[length + 1 :]] if length < len(places) else [index]
    chosen, index = [], places[-1] if places else -1
    while index >= 0:
        chosen.append(index)
        index = before[index]
    return chosen[::-1]


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], size: int) -> list[tuple[int, int]]:
    """Places of runs of ``size`` elements that occur once on each side, in an order common to both."""
    shingles = [[tuple(side[i : i + size]) for i in range(len(side) - size + 1)] for side in (old, new)]
    once = [Counter(side) for side in shingles]
    at = {shingle: index for index, shingle in enumerate(shingles[0]) if once[0][shingle] == 1}
    pairs = [(at[shingle], index) for index, shingle in enumerate(shingles[1]) if shingle in at]
    pairs = [pair for pair in pairs if once[1][shingles[1][pair[1]]] == 1]
    return [pairs[index] for index in increasing([place for place, _ in pairs])]


def _between(
    old: Sequence[Hashable], new: Sequence[Hashable], anchors: list[tuple[int, int]], sizes: tuple[int, ...]
) -> tuple[list[Run], bool]:
    """Runs of both sequences cut at the anchors; each anchor begins a piece of its own."""
    runs: list[Run] = []
    coarse = False
    cuts = [(0, 0), *anchors, (len(old), len(new))]
    for (i, j), (k, m) in pairwise(cuts):
        found, cut = matching(old[i:k], new[j:m], sizes)
        runs += [Run(run.old + i, run.new + j, run.length) for run in found]
        coarse |= cut
    return runs, coarse


def matching(
    old: Sequence[Hashable], new: Sequence[Hashable], sizes: tuple[int, ...] = SHINGLES
) -> tuple[list[Run], bool]:
    """Runs of equal elements in order, and whether a bound left some stretch unmatched that is too long to compare."""
    if not old or not new:
        return [], False
    if len(old) * len(new) <= CELLS:
        return longest_common(old, new), False
    for depth, size in enumerate(sizes):
        anchors = _anchors(old, new, size)
        if anchors:
            return _between(old, new, anchors, sizes[depth + 1 :])
    return [], True
