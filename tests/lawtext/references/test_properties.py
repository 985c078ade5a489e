"""For every tree, target and form: what is printed is recognised as the same reference."""

import uuid
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from articles.lawtext.numbering import renumbered
from articles.lawtext.provision import CONTAINS, FIELDS, Provision, ordinal, provisions, walk
from articles.lawtext.references import (
    Index,
    address,
    link,
    linked,
    pieces,
    printed,
    printed_tree,
    recognise,
    relinked,
    stored,
    stored_words,
)
from articles.lawtext.units import CASES, LANGUAGES, PROFILES

from ..any_law import any_laws

DEPTH = 6


@st.composite
def _unit(draw, kind, depth):
    kinds = sorted(CONTAINS[kind] - {"preamble"})
    few = st.lists(st.sampled_from(kinds), max_size=4) if kinds and depth < DEPTH else st.just([])
    children = tuple(draw(_unit(child, depth + 1)) for child in draw(few))
    text = draw(st.sampled_from(("Текст.", "Текст.", "")))
    return Provision(kind, text=text, children=children)


@st.composite
def laws(draw):
    """A law numbered through, with ids."""
    root = renumbered(draw(_unit("law", 0)))
    count = iter(range(1, 100_000))

    def named(provision):
        identity = str(uuid.UUID(int=next(count), version=4))
        return replace(provision, id=identity, children=tuple(named(child) for child in provision.children))

    return named(root)


@st.composite
def references(draw):
    """A law, a profile, a language, a place, and a reference to one or several units that stand in one unit."""
    root = draw(laws())
    index = Index(root, draw(st.sampled_from(PROFILES)))
    parent = draw(st.sampled_from(list(provisions(root))))
    kind = draw(st.sampled_from(sorted({child.kind for child in parent.children}) or ["law"]))
    units = [child.id for child in parent.children if child.kind == kind] or [root.id]
    targets = draw(st.lists(st.sampled_from(units), min_size=1, max_size=3, unique=True).map(sorted))
    through = len(targets) == 2 and draw(st.booleans())
    language = draw(st.sampled_from(LANGUAGES))
    case = draw(st.sampled_from(CASES[language]))
    flags = draw(st.lists(st.sampled_from("rlcpeftv"), unique=True))
    at = draw(st.sampled_from([provision.id for provision in provisions(root)]))
    return index, language, at, stored(targets, "+".join([case, *flags]), through), tuple(targets)


@settings(max_examples=150, deadline=None)
@given(references())
def test_printed_words_are_recognised_as_the_same_targets(reference):
    index, language, at, text, targets = reference
    words = printed(text, index, language, at).words
    found = linked(words, index, language, at)
    assume(not found.unlinked and len(found.references) == 1)
    in_code = index.profile == "code" and index.kind(targets[0]) in ("part", "clause")
    assume(not in_code or index.cited_in(targets[0]))

    one = found.references[0]

    assert (one.start, one.end) == (0, len(words))
    assert one.targets == targets
    assert printed(stored(one.targets, one.form, one.through), index, language, at).words == words


@settings(max_examples=150, deadline=None)
@given(references())
def test_words_are_left_unlinked_only_where_they_fit_no_unit_or_several(reference):
    index, language, at, text, _ = reference
    words = printed(text, index, language, at).words

    for missed in linked(words, index, language, at).unlinked:
        assert missed.why in {"incomplete", "ambiguous", "unknown", "spelling"}
        assert missed.expected != words[missed.start : missed.end]


@settings(max_examples=60, deadline=None)
@given(laws(), st.sampled_from(LANGUAGES), st.sampled_from(PROFILES))
def test_the_address_of_every_unit_leads_back_to_it(root, language, profile):
    index = Index(root, profile)
    for provision in provisions(root):
        words = address(index, provision.id, language)
        found = linked(f"А, {words}, а.", index, language, root.id)
        targets = [one.targets for one in found.references]
        assert targets in ([(provision.id,)], []), words
        assert targets or [one.why for one in found.unlinked] != ["spelling"], words


@settings(max_examples=60, deadline=None)
@given(laws())
def test_ordinals_are_those_of_the_tree(root):
    index = Index(root)
    for path, provision in walk(root):
        if provision.kind in ("passage", "indent"):
            parent = index.provision(index.places[provision.id].parent)
            assert index.mark(provision.id) == str(ordinal(parent, path[-1]))


@settings(max_examples=60, deadline=None)
@given(any_laws(references=False), st.sampled_from(LANGUAGES))
def test_linking_changes_no_letter_and_is_the_same_twice(root, language):
    root = replace(root, id=root.id or str(uuid.uuid4()))

    found, unlinked = link(root, language)

    assert [provision.words(name) for provision in provisions(found) for name in FIELDS] == [
        provision.words(name) for provision in provisions(root) for name in FIELDS
    ]
    assert link(found, language) == (found, unlinked)


@settings(max_examples=60, deadline=None)
@given(references(), st.text("а, –и", max_size=8), st.text("а, –и", max_size=8))
def test_stored_words_print_and_come_back(reference, before, after):
    index, language, at, token, _ = reference
    text = f"{before} {token} {after}"

    shown = printed(text, index, language, at)

    provision = Provision("clause", text=shown.words, references=shown.references)
    assert stored_words(provision, "text") == text
    again, _ = relinked(text, index, language, at)
    assert printed(again, index, language, at).words == shown.words
    assert token in [one for one, _ in pieces(again)]


@settings(max_examples=40, deadline=None)
@given(references())
def test_a_printed_tree_differs_only_where_references_stand(reference):
    index, language, at, token, targets = reference

    def referring(provision):
        children = tuple(referring(child) for child in provision.children)
        text = f"по {token}" if provision.id == at else provision.text
        return replace(provision, text=text, children=children)

    root = referring(index.root)
    tree = printed_tree(root, Index(root, index.profile), language)

    for old, new in zip(provisions(root), provisions(tree), strict=True):
        assert (new.text == old.text) == (old.id != at)
        assert [one.targets for one in new.references] == ([targets] if old.id == at else [])


SAID = """статьи статьей пункта пунктов подпункта части первой второй абзаца настоящей настоящего Закона кодекса закона
1 2 3) 5-1 и или , – к осы баптың Заңның 2-тармағының 17-бабы 17-баптың бірінші бөлігі және 1) тармақшасы of this to
article point points part one two and the annex Law"""


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SAID.split()), max_size=14), st.sampled_from(LANGUAGES), st.sampled_from(PROFILES))
def test_mentions_stand_in_order_and_never_overlap(words, language, profile):
    text = " ".join(words)

    mentions = recognise(text, language, profile)

    ends = [0, *(one.end for one in mentions)]
    assert all(start <= one.start < one.end <= len(text) for start, one in zip(ends, mentions, strict=False))
