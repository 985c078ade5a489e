"""Numbers of provisions: reading, ordering, and both modes of giving them.

*Drafting*: everything is numbered through continuously. *Amending*: numbers are frozen and an insertion repeats the
number of the provision it follows, 5-1 (Law No 480-V, article 26, point 7).
"""

import re
from collections.abc import Iterator, Mapping
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


def between(before: str, after: str) -> str:
    """The additional number of a provision inserted after ``before`` and ahead of ``after`` (empty: at the end).

    5-1 between 5 and 6; 5-2 between 5-1 and 6; 5-1-1 between 5-1 and 5-2; 5-0-1 between 5 and 5-1; 0-1 ahead of 1.
    """
    if not after:
        return following(before)
    head, _, tail = before.rpartition("-")
    if head and sort_key(f"{head}-{int(tail) + 1}") < sort_key(after):
        return f"{head}-{int(tail) + 1}"
    candidate = f"{before or '0'}-1"
    while sort_key(candidate) >= sort_key(after):
        candidate = f"{candidate[: -len('-1')]}-0-1"
    return candidate


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


def _series(root: Provision) -> Iterator[list[tuple[Path, Provision]]]:
    """The provisions that are counted together, each series in reading order."""
    series: dict[tuple[Path, str], list[tuple[Path, Provision]]] = {}
    for path, provision in walk(root):
        if provision.kind in NUMBERED:
            series.setdefault((_scope(root, path, provision.kind), provision.kind), []).append((path, provision))
    yield from series.values()


def _continuous(series: list[tuple[Path, Provision]], fixed: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    last = ""
    standing = sum(provision.status != "removed" for _, provision in series)
    for path, provision in series:
        if provision.status == "removed":
            yield path, ""
            continue
        number = fixed.get(provision.id, "") if provision.id else ""
        if provision.kind == "annex" and standing == 1 and not number:
            yield path, ""
            continue
        last = number or following(last)
        yield path, last


def _frozen(series: list[tuple[Path, Provision]], fixed: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    given = [fixed.get(provision.id, "") or provision.number for _, provision in series]
    for index, (path, _) in enumerate(series):
        if not given[index]:
            given[index] = between(
                given[index - 1] if index else "", next((number for number in given[index + 1 :] if number), "")
            )
        yield path, given[index]


def numbers(root: Provision, mode: str = "drafting", fixed: Mapping[str, str] | None = None) -> dict[Path, str]:
    """The number of every numbered provision, by path.

    ``fixed`` holds numbers that a person locked or that a series starts at, by id. In drafting mode counting goes on
    from them, and removed provisions get no number; in amending mode a provision that has a number keeps it, and one
    without gets an additional number. The only annex of an act has none.
    """
    give = {"drafting": _continuous, "amending": _frozen}[mode]
    return {path: number for series in _series(root) for path, number in give(series, fixed or {})}


def renumbered(root: Provision, mode: str = "drafting", fixed: Mapping[str, str] | None = None) -> Provision:
    """The same tree with the numbers of ``numbers``."""
    given = numbers(root, mode, fixed)

    def placed(provision: Provision, path: Path) -> Provision:
        children = tuple(placed(child, (*path, index)) for index, child in enumerate(provision.children))
        return replace(provision, number=given.get(path, provision.number), children=children)

    return placed(root, ())
