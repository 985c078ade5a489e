"""What a reference says, as a value between ids and words: both printing and recognising go through it.

«подпунктами 1) и 3) пункта 2 статьи 17» is one group of three steps; «пунктом 1 и подпунктом 3) пункта 2 статьи 17» is
two groups of which the first does not repeat what the second says. Steps go from the smallest unit outwards in every
language, whatever the order of the words.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..provision import CONTAINS, KINDS

HOLDS: dict[str, frozenset[str]] = {
    kind: frozenset(outer for outer in KINDS if kind in CONTAINS[outer]) for kind in KINDS
}
"""Which kinds may be named right outside a kind."""

DEAD = "dead"
"""Kind of the step that stands for a target without an address."""


class Step(NamedTuple):
    """One unit as it is named: its numbers, or ordinals in figures, as a list, a range («1 – 3») or alternatives
    («1 или 3»); ``this`` is «настоящей статьи», «осы Заңның»."""

    kind: str
    marks: tuple[str, ...] = ()
    through: bool = False
    either: bool = False
    this: bool = False

    @property
    def several(self) -> bool:
        """Whether its name is a plural by itself."""
        return len(self.marks) > 1 and not self.either


THIS_LAW = Step("law", this=True)


class Link(NamedTuple):
    """A step of one target together with what it names: an id, or ``id#1`` for part one of that provision."""

    key: str
    step: Step


class Group(NamedTuple):
    """Units that are named together; ``cut`` if the group leaves out what its neighbour says."""

    steps: tuple[Step, ...]
    cut: bool = False


class Phrase(NamedTuple):
    """A reference in words to be: ``apart`` for a range whose ends stand in different units."""

    groups: tuple[Group, ...]
    case: str
    plural: bool = False
    capital: bool = False
    variant: bool = False
    apart: bool = False


def _holder(kind: str, around: Sequence[Step]) -> int:
    """Which of the steps around is the nearest that can hold this kind; -1 if none can."""
    return next((place for place, step in enumerate(around) if step.kind in HOLDS[kind]), -1)


def completed(kind: str, neighbour: Sequence[Step]) -> tuple[Step, ...] | None:
    """The steps that a cut group, whose outermost unit is of this kind, leaves to its neighbour to say."""
    around = tuple(neighbour[1:])
    place = _holder(kind, around)
    return around[place:] if place >= 0 else None


def merged(chains: Sequence[tuple[Link, ...]], through: bool, either: bool) -> list[tuple[Link, ...]]:
    """Neighbouring targets of one kind in one unit said together: пункты 1 и 3 статьи 17."""
    found: list[tuple[Link, ...]] = []
    for chain in chains:
        if found and _together(found[-1], chain):
            own = found[-1][0]
            marks = own.step.marks + chain[0].step.marks
            found[-1] = (Link(own.key, own.step._replace(marks=marks, through=through, either=either)), *chain[1:])
        else:
            found.append(chain)
    return found


def _together(one: tuple[Link, ...], other: tuple[Link, ...]) -> bool:
    numbered = one[0].step.marks and other[0].step.marks
    return bool(numbered) and one[0].step.kind == other[0].step.kind and one[1:] == other[1:]


def _shared(one: tuple[Link, ...], other: tuple[Link, ...]) -> int:
    """How many of the outermost steps around the own units are the same in both."""
    around = zip(reversed(one[1:]), reversed(other[1:]), strict=False)
    count = 0
    for mine, its in around:
        if mine != its:
            break
        count += 1
    return count


def _cut(chain: tuple[Link, ...], neighbour: tuple[Link, ...]) -> Group:
    """A group without what its neighbour says, if the rest can only be read as standing in the same unit."""
    steps = tuple(link.step for link in chain)
    shared = _shared(chain, neighbour)
    if not shared:
        return Group(steps)
    kept = steps[: len(steps) - shared]
    left = completed(kept[-1].kind, [link.step for link in neighbour])
    return Group(kept, cut=True) if left == steps[len(kept) :] else Group(steps)


def groups(chains: Sequence[tuple[Link, ...]], large_first: bool) -> Iterator[Group]:
    """What is said of each chain. What two neighbours share is said once: by the last group in languages that go from
    small to large, by the first in Kazakh (``large_first``)."""
    for place, chain in enumerate(chains):
        neighbour = place - 1 if large_first else place + 1
        if 0 <= neighbour < len(chains):
            yield _cut(chain, chains[neighbour])
        else:
            yield Group(tuple(link.step for link in chain))
