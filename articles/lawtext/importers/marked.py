"""Rules for lines that carry an explicit mark: what the mark says, at the place that its indentation tells."""

from collections.abc import Callable
from dataclasses import replace

from ..characters import clean
from ..provision import CONTAINS, GROUPS, HEADED, LISTED
from .labels import single_label
from .lines import Line
from .marks import Mark, mark_of
from .opened import Open, Reading, State

TITLED = GROUPS | {"article", "annex"}
"""Kinds whose label is followed by a heading, not by text."""


def marked(state: State, line: Line, words: str) -> Reading | None:
    found = mark_of(line.text.lstrip())
    if not found:
        return None
    mark, rest = found
    if mark.key == "edition":
        return Reading("skip", text=words)
    if mark.key == "row":
        table = state.deepest(lambda opened: opened.kind == "table")
        return None if table is None else Reading("row", table, text=_cells(rest))
    if mark.key == "footnote":
        return Reading("note", state.deepest(lambda opened: opened.indent < line.indent) or 0, text=clean(rest))
    if mark.key in ("heading", "text", "closing"):
        return _marked_field(state, line, mark.key, clean(rest))
    return _marked_provision(state, line, mark, rest)


def _cells(row: str) -> str:
    return "\t".join(map(clean, row.split("\t")))


HAS_FIELD: dict[str, Callable[[Open], bool]] = {
    "heading": lambda opened: opened.kind in HEADED,
    "text": lambda opened: opened.kind != "table",
    "closing": lambda opened: bool(LISTED & CONTAINS[opened.kind]),
}


def _marked_field(state: State, line: Line, name: str, words: str) -> Reading | None:
    depth = state.deepest(lambda opened: opened.indent < line.indent and HAS_FIELD[name](opened))
    if depth is None:
        return None
    if getattr(state.stack[depth], name):
        return Reading("more", depth, name, text=words, is_marked=True)
    return Reading(name, depth, text=words, is_marked=True)


def _marked_provision(state: State, line: Line, mark: Mark, rest: str) -> Reading | None:
    kind = mark.key
    depth = state.deepest(lambda opened: opened.indent < line.indent and kind in CONTAINS[opened.kind])
    if depth is None:
        return None
    if kind == "table":
        return Reading("provision", depth, kind, text=_cells(rest), status=mark.status, is_marked=True)
    label = single_label(clean(rest)) if mark.numbered else None
    numbers, words = (label.numbers, label.rest) if label and label.kind == kind else (("",), clean(rest))
    return replace(provision_of(kind, words), depth=depth, numbers=numbers, status=mark.status, is_marked=True)


def provision_of(kind: str, words: str) -> Reading:
    """A provision with the words behind its label where they belong: heading or text."""
    named = Reading("provision", kind=kind)
    return replace(named, heading=words) if kind in TITLED else replace(named, text=words)
