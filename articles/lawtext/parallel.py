"""Laying the text of a second language onto the tree of the first: one structure, two languages."""

from dataclasses import dataclass, replace

from .provision import NUMBERED, Path, Provision


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A provision that stands in one language only: its path there, its kind and number, and which side has it."""

    path: Path
    kind: str
    number: str
    only_in: str


@dataclass(frozen=True, slots=True)
class Laid:
    """The tree of the first language with the words of the second. ``ids`` maps ids of the second tree to its own."""

    root: Provision
    mismatches: tuple[Mismatch, ...]
    ids: dict[str, str]


def laid_onto(base: Provision, other: Provision) -> Laid:
    """The tree of ``base`` with the words of ``other``, matched by kind, number and place, and what did not match.

    Provisions that only ``base`` has get no words; those that only ``other`` has stand where they stood in it, under
    their own ids, so that nothing is lost. Statuses and ids are otherwise those of ``base``.
    """
    laying = _Laying()
    root = laying.laid(base, other, (), ())
    return Laid(root, tuple(laying.mismatches), laying.ids)


def _key(provision: Provision, seen: dict[tuple[str, str], int]) -> tuple[str, str, int]:
    number = provision.number if provision.kind in NUMBERED else ""
    seen[provision.kind, number] = seen.get((provision.kind, number), 0) + 1
    return provision.kind, number, seen[provision.kind, number]


def _keyed(parent: Provision) -> dict[tuple[str, str, int], int]:
    seen: dict[tuple[str, str], int] = {}
    return {_key(child, seen): index for index, child in enumerate(parent.children)}


def _wordless(provision: Provision) -> Provision:
    children = tuple(_wordless(child) for child in provision.children)
    return replace(provision, heading="", text="", closing="", references=(), children=children)


class _Laying:
    """One walk through both trees, with what was found on the way."""

    def __init__(self) -> None:
        self.mismatches: list[Mismatch] = []
        self.ids: dict[str, str] = {}

    def laid(self, base: Provision, other: Provision, here: Path, there: Path) -> Provision:
        self.ids[other.id] = base.id
        theirs = _keyed(other)
        children: list[Provision] = []
        places: list[tuple[int, Provision]] = []
        for key, index in _keyed(base).items():
            child = base.children[index]
            match = theirs.pop(key, None)
            if match is None:
                self.mismatches.append(Mismatch((*here, index), child.kind, child.number, "base"))
                children.append(_wordless(child))
            else:
                children.append(self.laid(child, other.children[match], (*here, index), (*there, match)))
                places.append((match, children[-1]))
        for index in sorted(theirs.values()):
            self._insert(children, places, index, other.children[index], (*there, index))
        words = {"heading": other.heading, "text": other.text, "closing": other.closing}
        return replace(base, **words, references=(), children=tuple(children))

    def _insert(
        self, children: list[Provision], places: list[tuple[int, Provision]], index: int, extra: Provision, path: Path
    ) -> None:
        """Puts a provision that only the second language has behind the one it followed there."""
        self.mismatches.append(Mismatch(path, extra.kind, extra.number, "other"))
        before = [child for match, child in places if match < index]
        place = next((at + 1 for at, child in enumerate(children) if before and child is before[-1]), 0)
        children.insert(place, extra)
        places.append((index, extra))
        places.sort(key=lambda item: item[0])
