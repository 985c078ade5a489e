"""Where a provision stands: how it is cited, and which mark its place in a list asks for."""

from .changes import Span
from .numbering import SCOPES
from .provision import GROUPS, LISTED, NUMBERED, Provision, ordinal
from .tokens import token_spans
from .trees import Tree

Address = tuple[tuple[str, str], ...]


def address(tree: Tree, index: int) -> Address:
    """Kind and number (or ordinal) of every unit that is cited, from the outermost down; empty for the law."""
    if index <= 0:
        return ()
    return address_in(tree, tree.parents[index], tree.nodes[index], tree.paths[index][-1])


def address_in(tree: Tree, index: int, provision: Provision, place: int) -> Address:
    """The address of a child of the provision at ``index``, standing or not, by its index among the children."""
    below = provision.kind
    steps = [(below, _number(tree.nodes[index], provision, place))]
    while index > 0:
        kind = tree.nodes[index].kind
        if _is_cited(kind, below):
            parent = tree.nodes[tree.parents[index]]
            steps.append((kind, _number(parent, tree.nodes[index], tree.paths[index][-1])))
            below = kind
        index = tree.parents[index]
    return tuple(reversed(steps))


def _is_cited(kind: str, below: str) -> bool:
    """Whether a unit is named around a smaller one: not where the smaller one is numbered through the act."""
    if kind == "annex":
        return True
    return SCOPES.get(below) != "act" and not (below == "clause" and kind in GROUPS)


def _number(parent: Provision, provision: Provision, place: int) -> str:
    if provision.kind in NUMBERED or provision.kind == "preamble":
        return provision.number
    return str(ordinal(parent, place))


def list_place(tree: Tree, index: int) -> str:
    """What the final mark of a list item follows: ``middle``, ``last``, ``closing`` ahead of closing words, or
    ``opening`` ahead of items of its own; empty for what neither is a list item nor stands in one.

    Excluded items that print count: they keep the full stop of a list.
    """
    provision = tree.nodes[index]
    if provision.kind not in LISTED and (index == 0 or tree.nodes[tree.parents[index]].kind not in LISTED):
        return ""
    return "opening" if any(child.kind in LISTED for child in _printed(provision)[:1]) else _end_place(tree, index)


def _printed(provision: Provision, start: int = 0, end: int | None = None) -> list[Provision]:
    return [child for child in provision.children[start:end] if child.status != "removed"]


def _end_place(tree: Tree, index: int) -> str:
    parent, place = tree.parents[index], tree.paths[index][-1]
    holder = tree.nodes[parent]
    following = _printed(holder, place + 1)
    if tree.nodes[index].kind in LISTED:
        if following and following[0].kind in LISTED:
            return "middle"
        if holder.closing and all(child.kind != "passage" for child in _printed(holder, 0, place)):
            return "closing"
    return "last" if following or holder.kind not in LISTED else _end_place(tree, parent)


LIST_MARKS = (";", ".", ",")


def without_marks(old: str, new: str) -> tuple[str, str, tuple[str, str] | None]:
    """The words of a list item on both sides without the marks at their end, if those differ, and the marks."""
    one, other = (words[-1:] if words.endswith(LIST_MARKS) else "" for words in (old, new))
    if one == other:
        return old, new, None
    return old[: len(old) - len(one)], new[: len(new) - len(other)], (one, other)


def with_marks(spans: tuple[Span, ...], old: str, new: str) -> tuple[Span, ...]:
    """The spans of the words of a list item with the final marks of both sides, which only follow its place."""
    last = next((index for index in range(len(spans) - 1, -1, -1) if spans[index].operation == "equal"), -1)
    changed = {span.operation: span for span in spans[last + 1 :]}
    words, why = {side: span.text for side, span in changed.items()}, "typographic"
    if changed:
        why = next(iter(changed.values())).why
    elif spans and not (old and new):
        # A mark that only came or went takes the last word along, to make a pair.
        start = (token_spans(spans[last].text) or [(0, 0)])[-1][0]
        words = dict.fromkeys(("delete", "insert"), spans[last].text[start:])
        spans = (*spans[:last], spans[last]._replace(text=spans[last].text[:start]))
    pair = (Span("delete", words.get("delete", "") + old, why), Span("insert", words.get("insert", "") + new, why))
    return tuple(span for span in (*spans[: last + 1], *pair) if span.text)
