"""Where a provision stands: how it is cited, and which mark its place in a list asks for."""

from collections.abc import Sequence

from .changes import Span
from .numbering import SCOPES
from .provision import GROUPS, LISTED, NUMBERED, ordinal
from .tokens import token_spans
from .trees import Tree

Address = tuple[tuple[str, str], ...]


def address(tree: Tree, index: int) -> Address:
    """Kind and number (or ordinal) of every unit that is cited, from the outermost down; empty for the law."""
    steps: list[tuple[str, str]] = []
    below = ""
    while index > 0:
        kind = tree.nodes[index].kind
        if not below or _is_cited(kind, below):
            steps.append((kind, _number(tree, index)))
            below = kind
        index = tree.parents[index]
    return tuple(reversed(steps))


def _is_cited(kind: str, below: str) -> bool:
    """Whether a unit is named around a smaller one: not where the smaller one is numbered through the act."""
    if kind == "annex":
        return True
    return SCOPES.get(below) != "act" and not (below == "clause" and kind in GROUPS)


def _number(tree: Tree, index: int) -> str:
    provision = tree.nodes[index]
    if provision.kind in NUMBERED or provision.kind == "preamble":
        return provision.number
    return str(ordinal(tree.nodes[tree.parents[index]], tree.paths[index][-1]))


def list_place(tree: Tree, index: int) -> str:
    """What the final mark of a list item follows: ``middle``, ``last``, or ``closing`` ahead of closing words."""
    parent = tree.parents[index]
    siblings = tree.children[parent]
    place = siblings.index(index)
    kinds = [tree.nodes[sibling].kind for sibling in siblings]
    if place + 1 < len(kinds) and kinds[place + 1] in LISTED:
        return "middle"
    if tree.nodes[parent].closing and "passage" not in kinds[:place]:
        return "closing"
    return list_place(tree, parent) if tree.nodes[parent].kind in LISTED else "last"


LIST_MARKS = frozenset({"", ";", ".", ","})


def with_list_mark(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans of a list item whose place changed: a final mark that changed too only follows it."""
    first = next((i for i in range(len(spans) - 1, -1, -1) if spans[i].operation == "equal"), -1)
    marks = {span.operation: span.text for span in spans[first + 1 :]}
    if first < 0 or not marks or not LIST_MARKS.issuperset(marks.values()):
        return tuple(spans)
    words, last = spans[first].text, ""
    if len(marks) == 1:
        # A mark that only came or went takes the last word along, to make a pair.
        start = token_spans(words)[-1][0]
        words, last = words[:start], words[start:]
    pair = [Span(side, last + marks.get(side, ""), "typographic") for side in ("delete", "insert")]
    return (*spans[:first], *([Span("equal", words)] if words else []), *pair)
