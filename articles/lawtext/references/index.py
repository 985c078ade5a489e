"""Where every provision of a law stands and how it is cited: built once from a tree, in linear time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..provision import GROUPS, NUMBERED, Provision, provisions

CITED_IN: dict[str, frozenset[str]] = {
    "part": frozenset({"annex"}),
    "section": frozenset({"annex"}),
    "chapter": frozenset({"annex"}),
    "article": frozenset({"annex"}),
    "subsection": frozenset({"section", "annex"}),
    "paragraph": frozenset({"chapter", "annex"}),
    "clause": frozenset({"article", "annex"}),
    "annex": frozenset(),
    "preamble": frozenset(),
}
"""The nearest unit of these kinds is named with a unit; without one, the unit is counted through the act and named
alone (Law No 480-V, article 23). Kinds that are not listed are named with the unit in which they stand directly."""

_SOLE = frozenset({"annex", "note", "table", "preamble"})
"""Kinds that need no number to be found while there is only one."""


_SAME_WORD: dict[str, dict[str, tuple[str, ...]]] = {
    "law": {"passage": ("passage", "part"), "part": ("passage", "part")},
    "code": dict.fromkeys(("passage", "part", "clause"), ("passage", "part", "clause")),
    "rules": {"passage": ("passage", "part"), "part": ("passage", "part")},
}
"""Kinds that «настоящая часть» does not tell apart, by profile."""


@dataclass(frozen=True, slots=True)
class Place:
    provision: Provision
    parent: str


class Index:
    """Answers for the ids of one tree: the units in which a provision is cited, their numbers and ordinals.

    ``profile`` is one of units.PROFILES. Nothing is computed before it is asked for.
    """

    def __init__(self, root: Provision, profile: str = "law") -> None:
        self.root = root
        self.profile = profile
        self.printed: dict[tuple[object, str, str], str] = {}
        self._marks: dict[str, dict[str, str]] = {}
        self._chains: dict[str, tuple[str, ...]] = {"": ()}

    def __contains__(self, id: str) -> bool:
        return id in self.places

    @cached_property
    def places(self) -> dict[str, Place]:
        """Provision and id of the parent, by id; ValueError for a tree without ids."""
        if not self.root.id:
            raise ValueError("References need a tree with ids.")
        found = {self.root.id: Place(self.root, "")}
        for provision in provisions(self.root):
            for child in provision.children:
                found[child.id] = Place(child, provision.id)
        return found

    def provision(self, id: str) -> Provision:
        return self.places[id].provision

    def kind(self, id: str) -> str:
        return self.places[id].provision.kind

    def lineage(self, id: str) -> Iterator[str]:
        """The id itself and those of all units around it, the root last; nothing for an unknown id."""
        while id in self.places:
            yield id
            id = self.places[id].parent

    def cited_in(self, id: str) -> str:
        """The id of the unit that is named around this one; empty if it is named alone."""
        kind = self.kind(id)
        parent = self.places[id].parent
        if kind not in CITED_IN:
            return parent if parent != self.root.id else ""
        wanted = CITED_IN[kind]
        return next((outer for outer in self.lineage(parent) if self.kind(outer) in wanted), "")

    def chain(self, id: str) -> tuple[str, ...]:
        """The ids that an address names, smallest unit first; the root only for itself."""
        if id not in self._chains:
            self._chains[id] = (id, *self.chain(self.cited_in(id)))
        return self._chains[id]

    def mark(self, id: str) -> str:
        """The number or, in figures, the ordinal by which a unit is cited; empty for a unit without one."""
        place = self.places[id]
        if place.provision.kind in NUMBERED or not place.parent:
            return place.provision.number
        if place.parent not in self._marks:
            self._marks[place.parent] = self._counted(self.provision(place.parent))
        return self._marks[place.parent][id]

    def is_cited(self, id: str) -> bool:
        """Whether the unit has an address: a number, an ordinal, or no need of one."""
        return bool(self.mark(id)) or id == self.root.id or self.kind(id) in _SOLE

    def _counted(self, parent: Provision) -> dict[str, str]:
        """Ordinals of the unnumbered children, as ``provision.ordinal`` gives them; sole notes and tables have none."""
        counts: dict[str, int] = {}
        marks = {}
        for child in parent.children:
            if child.kind in NUMBERED:
                continue
            first = 1 + (bool(parent.text) and child.kind not in _SOLE)
            marks[child.id] = str(first + counts.get(child.kind, 0))
            counts[child.kind] = counts.get(child.kind, 0) + (child.status != "removed")
        sole = {kind for kind, count in counts.items() if kind in _SOLE and count < 2}
        return {id: "" if self.kind(id) in sole else mark for id, mark in marks.items()}

    @cached_property
    def _found(self) -> dict[tuple[str, str, str], list[str]]:
        found: dict[tuple[str, str, str], list[str]] = {}
        for id, place in self.places.items():
            if place.provision.status != "removed" and self.is_cited(id):
                found.setdefault((self.cited_in(id), place.provision.kind, self.mark(id)), []).append(id)
        return found

    def find(self, holder: str, kind: str, mark: str) -> tuple[str, ...]:
        """The standing or excluded units of that kind and mark which are cited in ``holder`` (empty: named alone).

        In a chapter or another group it finds also units that are counted through the act.
        """
        found = self._found.get((holder, kind, mark), ())
        if found or not holder or self.kind(holder) not in GROUPS:
            return tuple(found)
        outer = self.cited_in(holder)
        return tuple(id for id in self._found.get((outer, kind, mark), ()) if holder in self.lineage(id))

    def first_part(self, id: str) -> str:
        """What the text of a unit itself is called beside its children: ``passage``, ``indent`` or empty."""
        provision = self.provision(id)
        if not provision.text:
            return ""
        kinds = {child.kind for child in provision.children if child.status != "removed"}
        return next((kind for kind in ("passage", "indent") if kind in kinds), "")

    def common(self, id: str, at: str) -> str:
        """The smallest unit that holds both provisions, or is one of them; empty if one is unknown."""
        around = set(self.lineage(at))
        return next((outer for outer in self.lineage(id) if outer in around), "")

    def nearest(self, at: str, kind: str) -> str:
        """The unit that «настоящая статья» means in ``at``: the smallest one around with that name; empty if none."""
        kinds = _SAME_WORD[self.profile].get(kind, (kind,))
        return next((outer for outer in self.lineage(at) if self.kind(outer) in kinds), "")

    def status(self, id: str) -> str:
        """The status of a provision or of the nearest unit around it that does not stand."""
        found = (self.provision(outer).status for outer in self.lineage(id))
        return next((status for status in found if status != "standing"), "standing")
