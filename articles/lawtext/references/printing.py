"""Printing of references: from ids and a form to words, with the present numbers of a tree."""

import operator
from dataclasses import replace
from typing import NamedTuple

from ..provision import FIELDS, GROUPS, LISTED, Provision, Reference
from .forms import Form, read_form
from .index import Index
from .phrases import DEAD, THIS_LAW, Link, Phrase, Step, groups, merged
from .stored import MARK, Token, pieces
from .writing import written

LARGE_FIRST = {"ru": False, "kk": True, "en": False}
"""Kazakh names the largest unit first."""


class Printed(NamedTuple):
    words: str
    references: tuple[Reference, ...]


def reference_words(token: Token, index: Index, language: str, at: str = "") -> str:
    """The words of one reference that stands in the provision ``at`` (an id; empty: nowhere in particular)."""
    key = (token, language, at if "r" in token.form else "")
    if key not in index.printed:
        index.printed[key] = written(phrase(token, index, language, at), language, index.profile)
    return index.printed[key]


def phrase(token: Token, index: Index, language: str, at: str = "") -> Phrase:
    """What a reference says."""
    form = read_form(token.form)
    anchors = _anchors(index, token.targets, at) if "r" in form.flags else [""] * len(token.targets)
    chains = [_chain(index, target, anchor, form) for target, anchor in zip(token.targets, anchors, strict=True)]
    if "f" in form.flags:
        chains[0] = _first_part(index, token.targets[0], chains[0], form)
    together = merged(chains, token.through, "e" in form.flags and not token.through)
    return Phrase(
        tuple(groups(together, LARGE_FIRST[language])),
        form.case_in(language),
        plural="p" in form.flags,
        capital="c" in form.flags,
        variant="v" in form.flags,
        apart=token.through and len(together) > 1,
    )


def _anchors(index: Index, targets: tuple[str, ...], at: str) -> list[str]:
    """For each target the unit that is called «настоящий», or none.

    Several targets share the smallest unit that holds them all and the words: «пунктами 1 и 2 настоящей статьи» is
    said in point 2 as well. Where there is none each has its own.
    """
    if len(targets) > 1:
        around = [id for id in index.lineage(at) if id not in targets]
        shared = next((id for id in around if all(id in index.lineage(target) for target in targets)), "")
        anchors = [_anchor(index, target, shared, at) for target in targets]
        if all(anchors):
            return anchors
    return [_anchor(index, target, index.common(target, at), at) for target in targets]


def _anchor(index: Index, target: str, common: str, at: str) -> str:
    """The unit that holds target and words, if it can be called «настоящий»; else empty.

    It must not be taken for a smaller unit of the same name around the words. A chapter or another group is called so
    only right after what is counted in it or through the act: «статья 18 настоящей главы», but «пункт 2 статьи 18».
    """
    if not common or common == index.root.id or index.nearest(at, index.kind(common)) != common:
        return ""
    chain = index.chain(target)
    return common if common in chain or (index.kind(common) in GROUPS and len(chain) == 1) else ""


def _chain(index: Index, target: str, anchor: str, form: Form) -> tuple[Link, ...]:
    """The steps by which a target is named, smallest first, with the key of each."""
    if target == index.root.id:
        return (Link(target, THIS_LAW),)
    ids = index.chain(target) if target in index else ()
    if not ids or not all(index.is_cited(id) for id in ids):
        return (Link(target, Step(DEAD)),)
    links = _links(index, ids, anchor, through_first="t" in form.flags)
    if "o" in form.flags:
        return tuple(links[:1])
    if "l" in form.flags and not anchor:
        links.append(Link(index.root.id, THIS_LAW))
    return tuple(links)


def _first_part(index: Index, target: str, chain: tuple[Link, ...], form: Form) -> tuple[Link, ...]:
    """The steps to part one, or the first indent, of a target; those to the target if it has only one part."""
    kind = index.first_part(target) if target in index and chain[0].step.kind != DEAD else ""
    if not kind:
        return chain
    first = Link(f"{target}#1", Step(kind, ("1",)))
    return (first,) if "o" in form.flags else (first, *chain)


def _links(index: Index, ids: tuple[str, ...], anchor: str, through_first: bool) -> list[Link]:
    """The steps from the target up to the anchor, or as far as an address goes."""
    links: list[Link] = []
    for id in ids:
        if id == anchor:
            return [*links, Link(id, Step(index.kind(id), this=True))]
        mark = index.mark(id)
        links.append(Link(id, Step(index.kind(id), (mark,) if mark else ())))
        if through_first and (around := _first_part_around(index, id)):
            links.append(around)
            through_first = False
    return [*links, Link(anchor, Step(index.kind(anchor), this=True))] if anchor else links


def _first_part_around(index: Index, id: str) -> Link | None:
    """Part one of the unit in which a subclause or an indent stands ahead of part two."""
    outer = index.cited_in(id)
    if not outer or index.kind(id) not in LISTED or index.first_part(outer) != "passage":
        return None
    return Link(f"{outer}#1", Step("passage", ("1",)))


def printed(stored_text: str, index: Index, language: str, at: str, field: str = "text") -> Printed:
    """The words of one field as they print in the provision ``at``, with the references that they hold.

    Offsets count in the printed words. ReferenceRefused for a token that has no meaning.
    """
    if MARK not in stored_text:
        return Printed(stored_text, ())
    words: list[str] = []
    references = []
    length = 0
    for text, token in pieces(stored_text):
        shown = reference_words(token, index, language, at) if token else text
        if token:
            end = length + len(shown)
            references.append(Reference(field, length, end, token.targets, token.form, token.through))
        words.append(shown)
        length += len(shown)
    return Printed("".join(words), tuple(references))


def printed_tree(root: Provision, index: Index, language: str, removed: bool = False) -> Provision:
    """The tree whose words are in stored form, printed; ``index`` is built from that same tree.

    Removed provisions are left out unless ``removed``; provisions in which nothing changes are the same objects.
    """
    children = _printed_children(root, index, language, removed) if root.children else root.children
    if not (MARK in root.text or MARK in root.heading or MARK in root.closing):
        return root if children is root.children else replace(root, children=children)
    fields = {name: printed(root.words(name), index, language, root.id, name) for name in FIELDS}
    words = {name: shown.words for name, shown in fields.items()}
    references = tuple(reference for shown in fields.values() for reference in shown.references)
    return replace(root, children=children, references=references, **words)


def _printed_children(root: Provision, index: Index, language: str, removed: bool) -> tuple[Provision, ...]:
    """The children printed; the same tuple if nothing changes in any of them."""
    standing = [child for child in root.children if removed or child.status != "removed"]
    children = tuple([printed_tree(child, index, language, removed) for child in standing])
    same = len(children) == len(root.children) and all(map(operator.is_, children, root.children))
    return root.children if same else children


def address(index: Index, id: str, language: str, case: str = "nom") -> str:
    """Where a provision stands, in words: «подпункт 3) пункта 1 статьи 17», for reports and tables.

    English has no cases. «[удаленная норма]» and the like for a provision without an address.
    """
    return reference_words(Token((id,), case), index, language)
