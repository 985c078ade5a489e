"""Laying the text of a second language onto the tree of the first: one structure, two languages."""

from dataclasses import dataclass, replace

from .provision import FIELDS, NUMBERED, Path, Provision, walk


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A provision that stands in one language only: its path there, its kind, number and words, and who has it.

    ``only_in`` is ``base`` or ``other``.
    """

    path: Path
    kind: str
    number: str
    words: str
    only_in: str


@dataclass(frozen=True, slots=True)
class Laid:
    """The tree of the first language with the words of the second. ``ids`` maps ids of the second tree to its own."""

    root: Provision
    mismatches: tuple[Mismatch, ...]
    ids: dict[str, str]


def laid_onto(base: Provision, other: Provision) -> Laid:
    """The tree of ``base`` with the words of ``other``, matched by kind, number and place, and what did not match.

    Provisions that only ``base`` has get no words. Those that only ``other`` has are left out, for one language must
    not put empty units into another: each of them, with all that stands in it, is a mismatch with its words.
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
        for key, index in _keyed(base).items():
            child = base.children[index]
            match = theirs.pop(key, None)
            if match is None:
                self._add(child, (*here, index), "base")
                children.append(_wordless(child))
            else:
                children.append(self.laid(child, other.children[match], (*here, index), (*there, match)))
        for index in theirs.values():
            for path, extra in walk(other.children[index]):
                self._add(extra, (*there, index, *path), "other")
        words = {"heading": other.heading, "text": other.text, "closing": other.closing}
        return replace(base, **words, references=(), children=tuple(children))

    def _add(self, provision: Provision, path: Path, only_in: str) -> None:
        words = " ".join(provision.words(name) for name in FIELDS if provision.words(name))
        self.mismatches.append(Mismatch(path, provision.kind, provision.number, words, only_in))
