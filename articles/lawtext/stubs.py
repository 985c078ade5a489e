"""Provisions that only say that they were excluded («исключен Законом …»), and the norms that stood or stand there."""

from collections.abc import Mapping
from dataclasses import dataclass

from .alignment import is_stub
from .changes import Side
from .places import address, address_in
from .provision import NUMBERED, Provision
from .trees import Pairing, Tree


@dataclass(frozen=True, slots=True)
class Stubs:
    """``after`` is the stub of the new law by place of the norm it excludes in the old one, ``before`` the stub of
    the old law by place of the norm of the new one that stands there again. ``old`` and ``new`` are places of stubs.
    """

    after: Mapping[int, Side]
    before: Mapping[int, Side]
    old: frozenset[int]
    new: frozenset[int]


def parted(pairing: Pairing) -> Stubs:
    """The stubs of both laws; a stub that is paired with a norm is then, like the norm, without counterpart.

    A stub counts whether it still stands by its status or is told to be excluded by it as well.
    """
    after: dict[int, Side] = {}
    before: dict[int, Side] = {}
    old, new = set(), set()
    for index, other in enumerate(pairing.to_old):
        one, two = pairing.old.nodes[other], pairing.new.nodes[index]
        if other < 0 or (one.text == two.text and one.heading == two.heading) or is_stub(one) == is_stub(two):
            continue
        pairing.to_old[index] = pairing.to_new[other] = -1
        if is_stub(one):
            old.add(other)
            before[index] = _side(pairing.old, other)
        else:
            new.add(index)
            after[other] = _side(pairing.new, index)
    after |= _unlisted(pairing.old, pairing.new, pairing.to_new, after.keys() | old)
    before |= _unlisted(pairing.new, pairing.old, pairing.to_old, before.keys() | new)
    return Stubs(after, before, frozenset(old), frozenset(new))


def _side(tree: Tree, index: int) -> Side:
    return Side(tree.nodes[index], address(tree, index), tree.name(tree.parents[index]))


def _unlisted(tree: Tree, other: Tree, counterparts: list[int], known: set[int]) -> dict[int, Side]:
    """The stubs of the other tree that do not stand by their status, by place of the norm in this tree."""
    found = {}
    for index, counterpart in enumerate(counterparts):
        parent = counterparts[tree.parents[index]] if counterpart < 0 and index not in known else -1
        place = _stub_within(other.nodes[parent], tree.nodes[index]) if parent >= 0 else -1
        if place >= 0:
            stub = other.nodes[parent].children[place]
            found[index] = Side(stub, address_in(other, parent, stub, place), other.name(parent))
    return found


def _stub_within(parent: Provision, norm: Provision) -> int:
    """The index of the child that says that the norm was excluded; -1 if none does."""
    for place, child in enumerate(parent.children):
        if child.status in ("excluded", "expired") and is_stub(child) and _is_of(child, norm):
            return place
    return -1


def _is_of(stub: Provision, norm: Provision) -> bool:
    if stub.id and norm.id:
        return stub.id == norm.id
    return norm.kind in NUMBERED and (stub.kind, stub.number) == (norm.kind, norm.number)
