"""Changes between two laws as values; ``comparison`` finds them, ``exporters`` show them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from .provision import Provision

CLASSES = (
    "inserted",
    "excluded",
    "split",
    "merged",
    "moved",
    "level",
    "reworded",
    "reference",
    "renumbered",
    "typographic",
)
"""One class per change: the first that fits."""

REASONS = ("number", "date", "percentage", "period", "money", "modality", "negation", "enumeration", "reference")


class Span(NamedTuple):
    """A run of words: ``operation`` is equal, insert or delete.

    ``why`` is ``typographic`` or ``reference`` on a delete/insert pair that changes nothing of substance (equal
    normal forms, or the same provision under its new number); renderers fold such a pair into one marked word. It is
    ``split`` or ``merged`` on words that only left for, or came from, another part of a provision that was split or
    merged: those stand alone, not in pairs.
    """

    operation: str
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """A provision as it stands on one side of a comparison.

    ``address`` are the (kind, number or ordinal) pairs from the outermost unit that is cited down to the provision,
    ``parent`` the id of the provision it stands in (a path like ``0.3.1`` in a tree without ids). ``children`` is the
    whole subtree of an inserted or excluded provision, without what moved into or out of it; else empty.
    """

    provision: Provision
    address: tuple[tuple[str, str], ...]
    parent: str
    children: tuple[Provision, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one provision.

    ``id`` is stable for the same pair of texts («c12», in reading order of the new text, excluded ones where they
    stood); ``provision`` is the id of the provision (empty without ids). ``old`` or ``new`` is None for an insertion
    or exclusion, and for a part that was split off or merged away; the part that is the counterpart of the whole has
    both. Where the other law prints that the provision is excluded («исключен Законом …»), an exclusion has these
    words as ``new`` and an insertion as ``old``. ``origins`` are ids (paths without ids) of further provisions of the
    old side that were merged into this one, or the one from which it was split. ``spans`` holds the redline of each
    field that has words on either side: without insertions the words of ``old``, without deletions those of ``new``,
    to the letter.
    """

    id: str
    classed: str
    kind: str
    provision: str
    old: Side | None
    new: Side | None
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()

    @property
    def substantive(self) -> bool:
        """Whether the norm itself changed: a provision came or went, or its words were touched for a reason."""
        return bool(self.reasons) or self.classed in ("inserted", "excluded")


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes between two laws. ``concordance`` lists (id, old number, new number) of numbered provisions that
    stand in both and print another number; ``notices`` say in words where a bound made the result coarser.
    ``pairs`` maps each path of the new tree to its counterpart in the old one.
    """

    old: Provision
    new: Provision
    changes: tuple[Change, ...]
    concordance: tuple[tuple[str, str, str], ...]
    notices: tuple[str, ...] = ()
    pairs: Mapping[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)

    @property
    def totals(self) -> dict[str, int]:
        """How many changes of each class there are, for the classes that occur."""
        counted = {name: sum(change.classed == name for change in self.changes) for name in CLASSES}
        return {name: count for name, count in counted.items() if count}
