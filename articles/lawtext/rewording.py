"""The words of provisions that changed: redlines of every field, what class they make, and why it matters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from .changes import REASONS, Span
from .parting import NOWHERE, Placed, placed, told_apart
from .places import address, list_place, with_marks, without_marks
from .provision import FIELDS, LISTED, Provision, Reference
from .redline import bounded_redline
from .splitting import Joint, Joints
from .substance import language_of, reasons
from .trees import Pairing

SAMPLE = 50
"""So many provisions of a law tell its language."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """The redline of each field that has words on either side, the class it makes (empty for none), its reasons."""

    spans: Mapping[str, tuple[Span, ...]]
    reasons: tuple[str, ...] = ()

    @property
    def classed(self) -> str:
        whys = {span.why for spans in self.spans.values() for span in spans if span.operation != "equal"}
        return next((name for why, name in CLASS_OF_WHY if why in whys), "")


CLASS_OF_WHY = (("", "reworded"), ("reference", "reference"), ("typographic", "typographic"))


References = tuple[Sequence[Reference], Sequence[Reference], Mapping[str, str]]
"""The references of one field on both sides, and the names of old targets whose counterparts have another."""


class Rewording:
    """Redlines within one comparison; ``notices`` collects what was too long to compare by words."""

    def __init__(self, pairing: Pairing, found: Joints) -> None:
        self.pairing = pairing
        self.old, self.new = pairing.old, pairing.new
        self.joints = {(joint.whole, joint.own): joint for joint in found.splits}
        self.joints |= {(joint.own, joint.whole): joint for joint in found.merges}
        self.placed: dict[Joint, Placed] = {}
        self.notices: list[str] = []

    @cached_property
    def same(self) -> dict[str, str]:
        """Names of old provisions whose counterparts have another: without ids, or without the same ones."""
        pairs = ((self.old.name(i), self.new.name(j)) for i, j in enumerate(self.pairing.to_new) if j >= 0)
        return {one: other for one, other in pairs if one != other}

    @cached_property
    def language(self) -> str:
        words = (provision.words(name) for provision in self.new.nodes[:SAMPLE] for name in FIELDS)
        return language_of(" ".join(words))

    def is_unchanged(self, old: Provision, new: Provision) -> bool:
        """Whether kind, number and words are the same and the references go to the same provisions."""
        if old.text != new.text or old.number != new.number or old.kind != new.kind:
            return False
        if old.heading != new.heading or old.closing != new.closing:
            return False
        if not old.references or not new.references:
            return True
        if old.references == new.references and not self.same:
            return True
        return self._targets(old, self.same) == self._targets(new, {})

    def _targets(self, provision: Provision, same: Mapping[str, str]) -> list[tuple[str, int, int, tuple[str, ...]]]:
        return [
            (one.field, one.start, one.end, tuple(same.get(target, target) for target in one.targets))
            for one in provision.references
        ]

    def whole(self, old: Provision | None, new: Provision | None) -> Reworded:
        """An inserted or excluded provision; one in a list makes the enumeration longer or shorter.

        The other side, if there is one, only says that the provision is excluded.
        """
        sides = [(operation, side) for operation, side in (("delete", old), ("insert", new)) if side]
        fields = {
            name: spans
            for name in FIELDS
            if (spans := tuple(Span(operation, words) for operation, side in sides if (words := side.words(name))))
        }
        return Reworded(fields, ("enumeration",) if sides[0][1].kind in LISTED else ())

    def between(self, old: int, new: int) -> Reworded:
        """The redline of a provision and its counterpart, by their places."""
        fields: dict[str, tuple[Span, ...]] = {}
        found: set[str] = set()
        for name in FIELDS:
            if self.old.nodes[old].words(name) or self.new.nodes[new].words(name):
                references = self._references(name, old, new)
                spans = fields[name] = self._redline(name, old, new, references)
                found.update(reasons(spans, self.language, *references))
        if (old, new) in self.joints:
            found.discard("enumeration")  # What a split or merge does to commas and «и» is its own doing.
        return Reworded(fields, tuple(reason for reason in REASONS if reason in found))

    def _references(self, name: str, old: int, new: int) -> References:
        one, two = (
            tuple(reference for reference in provision.references if reference.field == name)
            for provision in (self.old.nodes[old], self.new.nodes[new])
        )
        return one, two, self.same if one and two else {}

    def _redline(self, name: str, old: int, new: int, references: References) -> tuple[Span, ...]:
        one, two, marks = self.old.nodes[old].words(name), self.new.nodes[new].words(name), None
        if name == "text" and one != two and self._is_replaced(old, new):
            # The final mark of a list item follows its place (Law No 480-V, article 23).
            one, two, marks = without_marks(one, two)
        spans, coarse = bounded_redline(one, two, *references)
        if coarse:
            where = ", ".join(f"{kind} {number}".strip() for kind, number in address(self.new, new))
            self.notices.append(
                f"{where or 'The law'}: too long to compare word by word; a stretch of it is shown as deleted and "
                "inserted as a whole."
            )
        spans = with_marks(spans, *marks) if marks else spans
        return self._tagged(old, new, spans) if name == "text" else spans

    def _is_replaced(self, old: int, new: int) -> bool:
        """Whether a list item, or a unit that ends one, stands in another place of its list than it did."""
        one, two = list_place(self.old, old), list_place(self.new, new)
        return bool(one and two) and one != two

    def _tagged(self, old: int, new: int, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """The spans of a provision that was split or merged, with the words that stand in another part told apart."""
        joint = self.joints.get((old, new))
        if joint is None:
            return spans
        own = joint.parts.index(joint.own)
        elsewhere = [part not in (own, NOWHERE) for part in self._placed(joint).in_part]
        return tuple(told_apart(spans, joint.whole_operation, elsewhere, joint.classed))

    def part(self, joint: Joint, part: int) -> Reworded:
        """A part that is not the counterpart of the whole: its words as inserted (deleted, if it was merged away).

        Those that stand in the whole have the class of the joint for a why: they are no change of substance.
        """
        split = joint.classed == "split"
        sides = (None, self.new.nodes[part]) if split else (self.old.nodes[part], None)
        fields = dict(self.whole(*sides).spans)
        if "text" in fields:
            in_whole = self._placed(joint).in_whole[joint.parts.index(part)]
            fields["text"] = tuple(told_apart(fields["text"], joint.part_operation, in_whole, joint.classed))
        found = {reason for spans in fields.values() for reason in reasons(spans, self.language)}
        return Reworded(fields, tuple(reason for reason in REASONS if reason in found))

    def _placed(self, joint: Joint) -> Placed:
        found = self.placed.get(joint)
        if found is None:
            wholes, parts = (self.old, self.new) if joint.classed == "split" else (self.new, self.old)
            texts = [parts.nodes[part].text for part in joint.parts]
            found = self.placed[joint] = placed(wholes.nodes[joint.whole].text, texts)
        return found
