"""Which provisions moved: as few as possible, and the light ones rather than the heavy ones."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from .trees import Pairing


def moved(pairing: Pairing, homes: Mapping[int, frozenset[int]]) -> frozenset[int]:
    """Provisions of the new tree that stand in another parent or in another order than their counterparts.

    ``homes`` are the old provisions whose contents a new one took over when it was split off or merged, beside its
    own counterpart. Of the others the longest run that kept its order counts as unmoved.
    """
    old, new = pairing.old, pairing.new
    found: set[int] = set()
    for parent, children in enumerate(new.children):
        if not children:
            continue
        own, more = pairing.to_old[parent], homes.get(parent, frozenset())
        stayed: list[int] = []
        for child in children:
            counterpart = pairing.to_old[child]
            if counterpart < 0:
                continue
            home = old.parents[counterpart]
            if home >= 0 and (home == own or home in more):
                stayed.append(child)
            else:
                found.add(child)
        places = [pairing.to_old[child] for child in stayed]
        if any(one > other for one, other in pairwise(places)):
            weights = [sum(len(provision.text) for provision in new.nodes[i : new.ends[i]]) for i in stayed]
            kept = heaviest_run(places, weights)
            found.update(child for index, child in enumerate(stayed) if index not in kept)
    return frozenset(found)


def heaviest_run(values: Sequence[int], weights: Sequence[int]) -> frozenset[int]:
    """Indexes of a longest increasing run of different values, the heaviest of the longest ones."""
    rank = {value: place for place, value in enumerate(sorted(values), start=1)}
    best: list[tuple[int, int, int]] = [(0, 0, -1)] * (len(values) + 1)
    before = [-1] * len(values)
    for index, (value, weight) in enumerate(zip(values, weights, strict=True)):
        place, top = rank[value] - 1, (0, 0, -1)
        while place:
            top = max(top, best[place], key=lambda run: run[:2])
            place &= place - 1
        before[index] = top[2]
        run = (top[0] + 1, top[1] + weight, index)
        place = rank[value]
        while place <= len(values):
            best[place] = max(best[place], run, key=lambda run: run[:2])
            place += place & -place
    index = max(best, key=lambda run: run[:2])[2]
    kept = set()
    while index >= 0:
        kept.add(index)
        index = before[index]
    return frozenset(kept)
