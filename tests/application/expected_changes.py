"""What changed between two drafts of one law, found by ids alone: independent of the comparison that is tested."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from articles.lawtext.provision import FIELDS, LISTED, NUMBERED

MARKS = ";."
WORD = re.compile(r"\w+")
SPLIT, MERGED = "split", "merged"


@dataclass(frozen=True)
class Unit:
    """A standing provision of a draft: itself, its place in reading order, and the ids around it."""

    node: object
    order: int
    parent: str
    children: tuple[str, ...]


def standing(root):
    """Every standing provision of a draft by id."""
    found = {}

    def add(node, parent):
        children = [child for child in node.children if child.status == "standing"]
        found[node.id] = Unit(node, len(found), parent, tuple(child.id for child in children))
        for child in children:
            add(child, node.id)

    add(root, "")
    return found


def words(node, name):
    """Words of a field with each reference as what it names and in which form, so that numbers do not count."""
    text, at, parts = node.words(name), 0, []
    for reference in sorted((one for one in node.references if one.field == name), key=lambda one: one.start):
        parts += [text[at : reference.start], f"<{reference.targets} {reference.form} {reference.through}>"]
        at = reference.end
    return "".join([*parts, text[at:]])


def said(node, listed):
    """All that a provision says; the mark at the end of a list item follows its place."""
    found = tuple(words(node, name) for name in FIELDS)
    if not listed:
        return found
    return found[0], found[1].rstrip(MARKS), found[2]


def covers(whole, parts):
    """Whether parts hold nearly all words of a whole and little else: what makes a split or a merger."""
    one = Counter(WORD.findall(whole.lower()))
    other = Counter(WORD.findall(" ".join(parts).lower()))
    common = (one & other).total()
    return common >= 0.8 * one.total() and common >= 0.5 * other.total()


@dataclass(frozen=True)
class Expected:
    """The changes that must be found between two drafts.

    ``joints`` are (class, id of the whole, ids of all its parts) that were found by their words: ids do not tell a
    split from an insertion, so these are taken as told and checked for themselves.
    """

    old: dict
    new: dict
    joints: tuple = ()

    @cached_property
    def joined(self):
        """Class of every id that takes part in a split or a merger."""
        return {part: classed for classed, whole, parts in self.joints for part in (whole, *parts)}

    @cached_property
    def homes(self):
        """For parts of a split and wholes of a merger: the old provisions whose contents they may hold."""
        homes = {id: {id} for id in self.new}
        for classed, whole, parts in self.joints:
            for part in parts if classed == SPLIT else [whole]:
                homes[part] |= {whole} if classed == SPLIT else set(parts)
        return homes

    def classes(self, moved):
        """The class of every changed id, given those ids whose order makes them moved (see ``order_faults``)."""
        arrived = {id: self._arrived(id) for id in self.new.keys() - self.old.keys()}
        left = {id: self._left(id) for id in self.old.keys() - self.new.keys()}
        stayed = {id: self._stayed(id, moved) for id in self.new.keys() & self.old.keys()}
        return {id: classed for id, classed in (arrived | left | stayed).items() if classed}

    def _arrived(self, id):
        if self.joined.get(id) == SPLIT:
            return SPLIT
        parent = self.new[id].parent
        return "inserted" if parent in self.old or self.joined.get(parent) == SPLIT else ""

    def _left(self, id):
        if self.joined.get(id) == MERGED:
            return MERGED
        parent = self.old[id].parent
        return "excluded" if parent in self.new or self.joined.get(parent) == MERGED else ""

    def _stayed(self, id, moved):
        one, two = self.old[id].node, self.new[id].node
        if id in self.joined and (self.joined[id] == SPLIT or self._is_whole(id)):
            return self.joined[id]
        if one.kind != two.kind:
            return "level"
        if self.changed_parent(id) or id in moved:
            return "moved"
        return self._worded(one, two, self._is_listed(id))

    def _is_whole(self, id):
        return any(whole == id for _classed, whole, _parts in self.joints)

    def _is_listed(self, id):
        """Whether it is a list item, or stands in one on both sides, so that its final mark is that of the item."""
        kinds = ({units[id].node.kind, units[units[id].parent].node.kind} for units in (self.old, self.new))
        return self.new[id].parent != "" and all(kind & LISTED for kind in kinds)

    def _worded(self, one, two, listed):
        if said(one, listed) != said(two, listed):
            return "reworded"
        plain = [tuple(node.words(name) for name in FIELDS) for node in (one, two)]
        unmarked = [(heading, text.rstrip(MARKS) if listed else text, closing) for heading, text, closing in plain]
        if unmarked[0] != unmarked[1]:
            return "reference"
        if one.number != two.number and two.kind in NUMBERED:
            return "renumbered"
        return "typographic" if plain[0] != plain[1] else ""

    def changed_parent(self, id):
        unit = self.new[id]
        return unit.parent != "" and self.old[id].parent not in self.homes[unit.parent]

    def order_faults(self, moved, other_level):
        """Parents in which ``moved`` is no smallest set of children that explains their new order.

        Children in ``other_level`` have a class of their own, so that they may have moved or not.
        """
        return [parent for parent, unit in self.new.items() if not self._explained(unit, moved, other_level)]

    def _explained(self, unit, moved, other_level):
        same = [child for child in unit.children if child in self.old and not self.changed_parent(child)]
        order = {child: self.old[child].order for child in same}
        still = [child for child in same if child not in moved and child not in other_level]
        free = [child for child in same if child in other_level and self._agrees(child, still, same, order)]
        kept = [order[child] for child in same if child in still or child in free]
        return _is_rising([order[child] for child in still]) and longest_run(kept) == longest_run(list(order.values()))

    def _agrees(self, child, still, same, order):
        place = same.index(child)
        return all((same.index(one) < place) == (order[one] < order[child]) for one in still)


def _is_rising(values):
    return values == sorted(values)


def longest_run(values):
    """How long the longest rising run among the values is."""
    best = []
    for index, value in enumerate(values):
        best.append(1 + max((best[i] for i in range(index) if values[i] < value), default=0))
    return max(best, default=0)
