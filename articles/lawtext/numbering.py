"""Numbers of provisions: reading, ordering, and both modes of giving them.

*Drafting*: everything is numbered through continuously. *Amending*: numbers are frozen and an insertion repeats the
number of the provision it follows, 5-1 (Law No 480-V, article 26, point 7).
"""

import re
from bisect import bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .provision import NUMBERED, Path, Provision, walk

MODES = ("drafting", "amending")

SCOPES = {
    "part": "act",
    "section": "act",
    "chapter": "act",
    "article": "act",
    "annex": "act",
    "subsection": "parent",
    "paragraph": "parent",
    "clause": "article",
    "subclause": "parent",
}
"""Where counting starts anew (article 23): in the act or annex, in each article, or in each parent."""

SEGMENT = re.compile(r"(\d+)([^\W\d_]*)")


def sort_key(number: str) -> tuple[tuple[int, str], ...]:
    """Orders numbers as they are printed in a law: 5 < 5-1 < 5-2 < 5-10 < 6, and 15 < 15b < 16."""
    return tuple((int(figure), letters) for figure, letters in SEGMENT.findall(number))


def following(number: str) -> str:
    """The number that continues counting after this one: 6 after 5, after 5-1 and after 5b."""
    key = sort_key(number)
    return str(key[0][0] + 1) if key else "1"


def has_room(before: str, after: str) -> bool:
    """Whether an additional number fits between two: not if they are not in order, nor between 5 and 5-0."""
    one, other = sort_key(before or "0"), sort_key(after)
    return one < other and (other[: len(one)] != one or any(map(any, other[len(one) :])))


def between(before: str, after: str) -> str:
    """The additional number of a provision inserted after ``before`` and ahead of ``after`` (empty: at the end).

    5-1 between 5 and 6; 5-2 between 5-1 and 6; 5-1-1 between 5-1 and 5-2; 5-0-1 between 5 and 5-1; 0-1 ahead of 1.
    ValueError if there is no room.
    """
    if not after:
        return following(before)
    if not has_room(before, after):
        raise ValueError(f"No number stands between {before} and {after}.")
    head, _, tail = before.rpartition("-")
    if head and tail.isdecimal() and sort_key(f"{head}-{int(tail) + 1}") < sort_key(after):
        return f"{head}-{int(tail) + 1}"
    candidate = f"{before or '0'}-1"
    while sort_key(candidate) >= sort_key(after):
        candidate = f"{candidate[: -len('-1')]}-0-1"
    return candidate


def additional(before: str, taken: Sequence[str]) -> str:
    """The first number after ``before`` that none of ``taken`` is; these are in order, whatever stands where."""
    for after in taken[bisect_right(taken, sort_key(before), key=sort_key) :]:
        if has_room(before, after):
            return between(before, after)
        before = after
    return following(before)


def _scope(root: Provision, path: Path, kind: str) -> Path:
    """The path of the provision in which the numbers of this kind are counted."""
    rule = SCOPES[kind]
    if rule == "parent":
        return path[:-1]
    holders = {"article": ("article", "annex"), "act": ("annex",)}[rule] if kind != "annex" else ()
    provision, found = root, path[:0]
    for depth, index in enumerate(path[:-1]):
        provision = provision.children[index]
        if provision.kind in holders:
            found = path[: depth + 1]
    return found


Series = list[tuple[Path, Provision]]


def series(root: Provision) -> Iterator[Series]:
    """The provisions that are counted together, each series in reading order."""
    found: dict[tuple[Path, str], list[tuple[Path, Provision]]] = {}
    for path, provision in walk(root):
        if provision.kind in NUMBERED:
            found.setdefault((_scope(root, path, provision.kind), provision.kind), []).append((path, provision))
    yield from found.values()


def _continuous(counted: Series, fixed: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    last = ""
    standing = sum(provision.status != "removed" for _, provision in counted)
    for path, provision in counted:
        if provision.status == "removed":
            yield path, ""
            continue
        locked = fixed.get(provision.id, "") if provision.id else ""
        if provision.kind == "annex" and standing == 1 and not locked:
            yield path, ""
            continue
        # A lock that counting has overtaken would give a number twice.
        last = locked if sort_key(locked) > sort_key(last) else following(last)
        yield path, last


def _frozen(counted: Series, fixed: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    given = [fixed.get(provision.id, "") or provision.number for _, provision in counted]
    standing = [provision.status != "removed" for _, provision in counted]
    taken = sorted((number for number, stands in zip(given, standing, strict=True) if number and stands), key=sort_key)
    last = ""
    for (path, _), number, stands in zip(counted, given, standing, strict=True):
        if stands and not number:
            number = additional(last, taken)
            insort(taken, number, key=sort_key)
        last = number if stands else last
        yield path, number


def numbers(root: Provision, mode: str = "drafting", fixed: Mapping[str, str] | None = None) -> dict[Path, str]:
    """The number of every numbered provision, by path.

    ``fixed`` holds numbers that a person locked or that a series starts at, by id. In drafting mode counting goes on
    from them, unless it is past them already, and removed provisions get no number; in amending mode a provision that
    has a number keeps it, and one without gets an additional number that no standing provision of its series has. The
    only annex of an act has none.
    """
    give = {"drafting": _continuous, "amending": _frozen}[mode]
    return {path: number for counted in series(root) for path, number in give(counted, fixed or {})}


def renumbered(root: Provision, mode: str = "drafting", fixed: Mapping[str, str] | None = None) -> Provision:
    """The same tree with the numbers of ``numbers``."""
    given = numbers(root, mode, fixed)

    def placed(provision: Provision, path: Path) -> Provision:
        children = tuple(placed(child, (*path, index)) for index, child in enumerate(provision.children))
        return replace(provision, number=given.get(path, provision.number), children=children)

    return placed(root, ())


TYPED = {
    "clause": re.compile(r"\s*\d{1,3}(?:-\d{1,3})?\.\s+"),
    "subclause": re.compile(r"\s*\d{1,3}(?:-\d{1,3})?\)\s+"),
}
"""A number as people type it ahead of the words of a new unit."""


def without_typed_number(kind: str, words: str) -> str:
    """The words of a new unit without a number typed ahead of them: its own number follows from its place."""
    typed = TYPED[kind].match(words) if kind in TYPED else None
    return words[typed.end() :] if typed else words
