"""eIds: names of provisions inside one document of Akoma Ntoso or HTML, made from number and place.

They change with renumbering; what stays is the id. Naming Convention of Akoma Ntoso 1.0, with our own abbreviations
for the units of a law of Kazakhstan.
"""

import re
from collections import Counter
from collections.abc import Iterator

from .numbering import SCOPES
from .provision import NUMBERED, Path, Provision

ABBREVIATIONS = {
    "preamble": "preamble",
    "part": "part",
    "section": "sec",
    "subsection": "subsec",
    "chapter": "chp",
    "paragraph": "subchp",
    "article": "art",
    "clause": "clause",
    "subclause": "subclause",
    "passage": "al",
    "indent": "indent",
    "note": "note",
    "table": "tbl",
    "annex": "annex",
}

WITHOUT_NUMBER = "nn"
"""What stands in an eId for the number that a provision does not have; the only annex counts as the first."""

UNSAFE = re.compile(r"[^\w.-]+|_+")


def _segment(parent: Provision, child: Provision, count: int) -> str:
    """The last part of an eId; ``count`` is the place among the printed siblings of the same kind, from 1."""
    if child.kind == "preamble":
        return ABBREVIATIONS["preamble"]
    if child.kind in NUMBERED:
        number = UNSAFE.sub("-", child.number) or ("1" if child.kind == "annex" else WITHOUT_NUMBER)
        return f"{ABBREVIATIONS[child.kind]}_{number}"
    first_is_text = bool(parent.text) and child.kind in ("passage", "indent")
    return f"{ABBREVIATIONS[child.kind]}_{count + first_is_text}"


def _segments(parent: Provision) -> Iterator[tuple[int, Provision, str]]:
    """Each printed child with its index and the last part of its eId."""
    counted: Counter[str] = Counter()
    for index, child in enumerate(parent.children):
        if child.status != "removed":
            counted[child.kind] += 1
            yield index, child, _segment(parent, child, counted[child.kind])


def _prefixes(above: dict[str, str], kind: str, eid: str) -> dict[str, str]:
    """What the eIds of the children start with, by the scope in which their numbers are counted."""
    return {
        "act": eid if kind == "annex" else above["act"],
        "article": eid if kind in ("annex", "article") else above["article"],
        "parent": eid,
    }


Named = tuple[Path, Provision, dict[str, str], str]
"""Path, provision, prefixes of its parent, and the eId that it gets if nobody has it yet."""


def _named(path: Path, parent: Provision, inside: dict[str, str]) -> Iterator[Named]:
    for index, child, segment in _segments(parent):
        prefix = inside[SCOPES.get(child.kind, "parent")]
        yield (*path, index), child, inside, f"{prefix}__{segment}" if prefix else segment


def eids(root: Provision) -> dict[Path, str]:
    """The eId of every provision by path, without the root, which has none, and without removed provisions.

    Equal numbers, which real laws have, get ``~2``, ``~3`` in reading order.
    """
    given: dict[Path, str] = {}
    taken: Counter[str] = Counter()
    stack: list[Named] = [((), root, dict.fromkeys(("act", "article", "parent"), ""), "")]
    while stack:
        path, provision, above, eid = stack.pop()
        if path:
            taken[eid] += 1
            eid = given[path] = eid if taken[eid] == 1 else f"{eid}~{taken[eid]}"
        stack.extend(reversed(list(_named(path, provision, _prefixes(above, provision.kind, eid)))))
    return given


def number_in(kind: str, eid: str) -> str:
    """The number that the eId of a provision of this kind tells; empty for kinds that are only counted."""
    if kind not in NUMBERED:
        return ""
    number = eid.rpartition("__")[2].partition("_")[2].partition("~")[0]
    return "" if number == WITHOUT_NUMBER else number
