"""Provisions split in two or more, and provisions merged into one, told by what their words cover."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .matching import longest_common
from .tokens import tokens
from .trees import Pairing, Tree

COVERED = 0.9
"""Share of the words of the whole that its parts must hold together."""

FOREIGN = 0.34
"""Share of the words of the parts that may be new."""

NEAR = 12
"""How many neighbours on either side may be parts of one whole."""

Words = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Joint:
    """One whole and its parts in reading order, by place in their trees; ``own`` is the part that is its counterpart.

    The whole stands in the old tree if it was ``split``, in the new one if its parts were ``merged``.
    """

    classed: str
    whole: int
    own: int
    parts: tuple[int, ...]

    @property
    def part_operation(self) -> str:
        """What becomes of a part that is not the counterpart of the whole."""
        return "insert" if self.classed == "split" else "delete"

    @property
    def whole_operation(self) -> str:
        """What becomes, in the whole, of the words of the other parts."""
        return "delete" if self.classed == "split" else "insert"


@dataclass(frozen=True, slots=True)
class Joints:
    splits: tuple[Joint, ...]
    merges: tuple[Joint, ...]


@dataclass(frozen=True, slots=True)
class _View:
    """A pairing seen from the side of the wholes: the same search finds splits and, turned round, merges."""

    classed: str
    wholes: Tree
    parts: Tree
    to_part: list[int]
    to_whole: list[int]


def joints(pairing: Pairing) -> Joints:
    """What was split and what was merged. A whole without counterpart gets its first part for one."""
    splits = tuple(_found(_View("split", pairing.old, pairing.new, pairing.to_new, pairing.to_old)))
    merges = tuple(_found(_View("merged", pairing.new, pairing.old, pairing.to_old, pairing.to_new)))
    return Joints(splits, merges)


def _found(view: _View) -> Iterator[Joint]:
    near: dict[int, list[int]] = defaultdict(list)
    for part, whole in enumerate(view.to_whole):
        if whole < 0 and view.parts.nodes[part].text:
            for candidate in dict.fromkeys(_wholes_near(view, part)):
                near[candidate].append(part)
    taken: set[int] = set()
    for whole, parts in sorted(near.items()):
        free = [part for part in parts if part not in taken and view.to_whole[part] < 0]
        joint = _joint(view, whole, free[: 2 * NEAR])
        if joint:
            taken.update(joint.parts)
            view.to_part[whole], view.to_whole[joint.own] = joint.own, whole
            yield joint


def _wholes_near(view: _View, part: int) -> Iterator[int]:
    """Wholes of which a provision without counterpart may be a part: around it in the text, and lost words."""
    parent = view.parts.parents[part]
    around = [view.to_whole[parent]] if parent >= 0 else []
    siblings = view.parts.children[parent] if parent >= 0 else []
    place = siblings.index(part) if siblings else 0
    for side in (siblings[max(place - NEAR, 0) : place][::-1], siblings[place + 1 : place + 1 + NEAR]):
        around += [view.to_whole[sibling] for sibling in side if view.to_whole[sibling] >= 0][:1]
    for whole in around:
        if whole >= 0 and view.wholes.nodes[whole].text != view.parts.nodes[view.to_part[whole]].text:
            yield whole
    if parent >= 0 and view.to_whole[parent] >= 0:
        free = [one for one in view.wholes.children[view.to_whole[parent]] if view.to_part[one] < 0]
        yield from free if len(free) <= NEAR else ()


def _words(text: str) -> Words:
    """The words of a text in lower case, with their length as weight."""
    keys = (token.key.lower() for token in tokens(text))
    return [(key, len(key)) for key in keys if any(character.isalnum() for character in key)]


def _weight(words: Words) -> int:
    return sum(weight for _, weight in words)


def _common(one: Words, other: Words) -> tuple[int, set[int]]:
    """The weight of what both have in common in order, and the places of it in the first."""
    runs = longest_common([key for key, _ in one], [key for key, _ in other])
    places = {place for run in runs for place in range(run.old, run.old + run.length)}
    return sum(one[place][1] for place in places), places


def _joint(view: _View, whole: int, candidates: Sequence[int]) -> Joint | None:
    """The parts that cover a whole, or None if they do not."""
    words = _words(view.wholes.nodes[whole].text)
    own = view.to_part[whole]
    kept = _common(words, _words(view.parts.nodes[own].text))[1] if own >= 0 else set()
    rest = [word for place, word in enumerate(words) if place not in kept]
    parts = [part for part in candidates if _is_part(rest, _words(view.parts.nodes[part].text))]
    if not words or len(parts) < (1 if own >= 0 else 2):
        return None
    ordered = sorted([own, *parts] if own >= 0 else parts)
    together = [word for part in ordered for word in _words(view.parts.nodes[part].text)]
    common = _common(words, together)[0]
    if common < COVERED * _weight(words) or common < (1 - FOREIGN) * _weight(together):
        return None
    return Joint(view.classed, whole, own if own >= 0 else ordered[0], tuple(ordered))


def _is_part(rest: Words, words: Words) -> bool:
    """Whether most of the words of a provision are among those that the whole has left over."""
    return bool(words) and _common(words, rest)[0] >= (1 - FOREIGN) * _weight(words)
