"""References that do not lead to one norm in force, and marks that are no reference at all."""

from collections.abc import Iterator
from typing import NamedTuple

from ..provision import Provision, Reference, provisions
from .index import Index
from .stored import MARK, ReferenceRefused, pieces


class Broken(NamedTuple):
    """A reference that leads nowhere or to more than it says.

    ``provision`` is the id of the provision in which it stands. ``why`` is unknown (no such provision), removed,
    excluded or expired (the target or a unit around it), or apart: the ends of a range no longer stand in one unit.
    """

    provision: str
    reference: Reference
    target: str
    why: str


def broken(root: Provision, index: Index | None = None) -> tuple[Broken, ...]:
    """The broken references of a tree with printed words, in reading order.

    ``index`` holds the targets; it is needed where the tree leaves removed provisions out.
    """
    index = index or Index(root)
    return tuple(
        Broken(provision.id, reference, target, why)
        for provision in provisions(root)
        for reference in provision.references
        for target, why in _reasons(reference, index)
    )


def _reasons(reference: Reference, index: Index) -> Iterator[tuple[str, str]]:
    for target in reference.targets:
        status = index.status(target) if target in index else "unknown"
        if status != "standing":
            yield target, status
    if reference.through and all(target in index for target in reference.targets):
        first, last = reference.targets
        if index.chain(first)[1:] != index.chain(last)[1:] or index.kind(first) != index.kind(last):
            yield last, "apart"


def check_marks(stored_text: str, index: Index) -> None:
    """ReferenceRefused if ``{@`` in the words is no reference to a provision of this law."""
    if MARK not in stored_text:
        return
    for text, token in pieces(stored_text):
        if token is None and MARK in text:
            start = text.index(MARK)
            raise ReferenceRefused(f"“{text[start : start + 40]}” is no reference.")
        strange = [target for target in token.targets if target not in index] if token else []
        if strange:
            raise ReferenceRefused(f"The reference {text} names no provision of this law.")
