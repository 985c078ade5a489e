"""Two laws -> classed changes: align structure first and text second; a number is not text."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from .alignment import aligned
from .changes import Change, Comparison, Side
from .moves import moved
from .places import address
from .provision import NUMBERED, Path, Provision
from .rewording import Rewording
from .splitting import Joint, Joints, joints
from .stubs import parted
from .trees import Pairing, Tree, flattened

Key = tuple[int, int, int]
"""Where a change is read: place in the new tree, then what stood after it in the old one, by its place there."""


def compare(old: Provision, new: Provision) -> Comparison:
    """All changes between two laws of one language, in reading order of the new one.

    Provisions are aligned by id where both laws have ids, else by content, number and likeness. What is removed,
    excluded or expired on one side counts as not standing there. Neither tree needs ids; references count where the
    trees carry them. Every provision whose words, place or number changed has a change of its own, except within an
    inserted or excluded subtree.
    """
    pairing = aligned(flattened(old), flattened(new))
    found = _Comparing(pairing)
    changes = [change for _, change in sorted(found.changes(), key=lambda pair: pair[0])]
    numbered = tuple(replace(change, id=f"c{number}") for number, change in enumerate(changes, start=1))
    return Comparison(old, new, numbered, tuple(_concordance(pairing)), tuple(found.rewording.notices), _pairs(pairing))


def _pairs(pairing: Pairing) -> dict[Path, Path]:
    paths = pairing.old.paths
    return {path: paths[index] for path, index in zip(pairing.new.paths, pairing.to_old, strict=True) if index >= 0}


def _concordance(pairing: Pairing) -> Iterator[tuple[str, str, str]]:
    """Id, old and new number of the numbered provisions that stand in both laws and print another number."""
    for index, other in enumerate(pairing.to_old):
        if other < 0:
            continue
        one, two = pairing.old.nodes[other], pairing.new.nodes[index]
        if one.number != two.number and one.kind in NUMBERED and two.kind in NUMBERED:
            yield pairing.new.name(index), one.number, two.number


class _Comparing:
    """One comparison: what was paired, split, merged and moved, asked provision by provision."""

    def __init__(self, pairing: Pairing) -> None:
        self.pairing = pairing
        self.old, self.new = pairing.old, pairing.new
        self.stubs = parted(pairing)
        found = joints(pairing)
        self.split = {part: joint for joint in found.splits for part in joint.parts}
        self.merged = {joint.whole: joint for joint in found.merges}
        self.gone = {part: joint for joint in found.merges for part in joint.parts if part != joint.own}
        self.moved = moved(pairing, _homes(found))
        self.rewording = Rewording(pairing, found)

    def changes(self) -> Iterator[tuple[Key, Change]]:
        """Every change with the place at which it is read."""
        old, new, unchanged = self.old.nodes, self.new.nodes, self.rewording.is_unchanged
        placed = self.moved | self.split.keys() | self.merged.keys()
        for index, other in enumerate(self.pairing.to_old):
            if other < 0:
                change = self._arrived(index)
            elif index in placed or not unchanged(old[other], new[index]):
                change = self._stayed(other, index)
            else:
                continue
            if change:
                yield (index, 0, 0), change
        for index, other in enumerate(self.pairing.to_new):
            change = self._left(index) if other < 0 else None
            if change:
                yield (self.anchors[index], 1, index), change

    def _stayed(self, old: int, new: int) -> Change | None:
        one, two = self.old.nodes[old], self.new.nodes[new]
        classed = self._place_class(one, two, new)
        renumbered = one.number != two.number and two.kind in NUMBERED
        found = self.rewording.between(old, new)
        classed = classed or found.classed
        if renumbered and classed in ("", "typographic"):
            classed = "renumbered"
        if not classed:
            return None
        origins = self._origins(new)
        sides = self._side(self.old, old), self._side(self.new, new)
        return Change("", classed, two.kind, two.id or one.id, *sides, found.spans, found.reasons, origins)

    def _place_class(self, old: Provision, new: Provision, index: int) -> str:
        """The class of a change of place; empty if the provision stands where it stood."""
        if index in self.split:
            return "split"
        if index in self.merged:
            return "merged"
        if old.kind != new.kind:
            return "level"
        return "moved" if index in self.moved else ""

    def _origins(self, index: int) -> tuple[str, ...]:
        joint = self.merged.get(index)
        return tuple(self.old.name(part) for part in joint.parts if part != joint.own) if joint else ()

    def _arrived(self, index: int) -> Change | None:
        """The change of a new provision without counterpart: split off, inserted, or part of what was inserted."""
        provision = self.new.nodes[index]
        joint = self.split.get(index)
        if joint:
            side = self._side(self.new, index)
            found = self.rewording.part(joint, index)
            origins = (self.old.name(joint.whole),)
            return Change("", "split", provision.kind, provision.id, None, side, found.spans, found.reasons, origins)
        parent = self.new.parents[index]
        if index in self.stubs.new or not (self.pairing.to_old[parent] >= 0 or parent in self.split):
            return None
        side = self._side(self.new, index, self._pruned(self.new, index))
        stub = self.stubs.before.get(index)
        found = self.rewording.whole(stub.provision if stub else None, provision)
        return Change("", "inserted", provision.kind, provision.id, stub, side, found.spans, found.reasons)

    def _left(self, index: int) -> Change | None:
        """The change of an old provision without counterpart: merged into another, excluded, or part of the latter."""
        provision = self.old.nodes[index]
        joint = self.gone.get(index)
        if joint:
            side = self._side(self.old, index)
            found = self.rewording.part(joint, index)
            return Change("", "merged", provision.kind, provision.id, side, None, found.spans, found.reasons)
        parent = self.old.parents[index]
        if index in self.stubs.old or not (self.pairing.to_new[parent] >= 0 or parent in self.gone):
            return None
        side = self._side(self.old, index, self._pruned(self.old, index))
        stub = self.stubs.after.get(index)
        found = self.rewording.whole(provision, stub.provision if stub else None)
        return Change("", "excluded", provision.kind, provision.id, side, stub, found.spans, found.reasons)

    @cached_property
    def anchors(self) -> dict[int, int]:
        """The place in the new tree after which an old provision without counterpart is read: where it stood."""
        found: dict[int, int] = {}
        to_new = self.pairing.to_new
        for parent, siblings in enumerate(self.old.children):
            home = to_new[parent]
            if home < 0 and parent not in self.gone:
                continue
            last = home if home >= 0 else self.gone[parent].whole
            for sibling in siblings:
                place = to_new[sibling]
                if place < 0:
                    found[sibling] = last
                elif place not in self.moved and self.new.parents[place] == home:
                    last = self.new.ends[place] - 1
        return found

    def _side(self, tree: Tree, index: int, children: tuple[Provision, ...] = ()) -> Side:
        parent = tree.parents[index]
        return Side(tree.nodes[index], address(tree, index), tree.name(parent) if parent >= 0 else "", children)

    def _pruned(self, tree: Tree, index: int) -> tuple[Provision, ...]:
        """What stands in a provision, without what has a change of its own."""
        counterparts = self.pairing.to_old if tree is self.new else self.pairing.to_new
        joined = self.split if tree is self.new else self.gone
        return tuple(
            replace(tree.nodes[child], children=self._pruned(tree, child))
            for child in tree.children[index]
            if counterparts[child] < 0 and child not in joined
        )


def _homes(found: Joints) -> dict[int, frozenset[int]]:
    """The old provisions whose contents a new one took over in a split or merge."""

    def wholes(joint: Joint) -> Iterator[tuple[int, frozenset[int]]]:
        return ((part, frozenset({joint.whole})) for part in joint.parts)

    taken = {part: whole for joint in found.splits for part, whole in wholes(joint)}
    return taken | {joint.whole: frozenset(joint.parts) for joint in found.merges}
