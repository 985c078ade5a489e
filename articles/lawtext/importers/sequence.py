"""Numbers that do not follow from the one before: kept as printed, and reported."""

from collections.abc import Iterator

from ..numbering import SCOPES, following
from ..provision import NUMBERED, Path, Provision, walk
from ..said import Said, UnitName

COUNTED_IN = {"article": frozenset({"article", "annex"}), "act": frozenset({"annex"})}


def jumps(root: Provision) -> Iterator[tuple[Path, str]]:
    """Each provision whose number leaves a gap, repeats or goes back, with a sentence that says so."""
    last: dict[tuple[Path, str], str] = {}
    for path, provision in walk(root):
        if provision.kind not in NUMBERED or not provision.number:
            continue
        series = (_scope(root, path, provision.kind), provision.kind)
        before = last.get(series, "")
        if provision.number not in _next_numbers(before):
            yield path, _sentence(provision, before)
        last[series] = provision.number


def _next_numbers(before: str) -> frozenset[str]:
    """What may follow: 3, 2-2, 2-1-2 or 2-1-1-1 after 2-1-1."""
    if not before:
        return frozenset({"1"})
    figures = before.split("-")
    counted = ("-".join([*figures[:place], following(figures[place])]) for place in range(len(figures)))
    return frozenset({f"{before}-1", *counted})


def _sentence(provision: Provision, before: str) -> str:
    name = UnitName(provision.kind, provision.number)
    if not before:
        return Said("%(unit)s, as the first number: kept as printed", unit=name)
    return Said("%(unit)s, after %(before)s: kept as printed", unit=name, before=before)


def _scope(root: Provision, path: Path, kind: str) -> Path:
    """The path of the provision in which numbers of this kind are counted."""
    rule = SCOPES[kind]
    if rule == "parent":
        return path[:-1]
    found, provision = path[:0], root
    for depth, index in enumerate(path[:-1], start=1):
        provision = provision.children[index]
        if provision.kind in COUNTED_IN[rule]:
            found = path[:depth]
    return found
