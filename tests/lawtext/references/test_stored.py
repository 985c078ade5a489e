"""The stored form: one token of ASCII, and what becomes of targets that move, go or never were."""

import re
from dataclasses import replace

import pytest

from articles.lawtext.provision import Provision, Reference
from articles.lawtext.references import (
    STORED,
    FormRefused,
    Index,
    ReferenceRefused,
    Token,
    address,
    broken,
    check_marks,
    pieces,
    printed,
    printed_tree,
    read_form,
    stored,
    stored_words,
    to_stored,
)

from .standing_law import standing_law

ROOT, IDS = standing_law()
INDEX = Index(ROOT)
A, B = "6f1c0000-0000-4000-8000-00000000000a", "6f1c0000-0000-4000-8000-00000000000b"
NOWHERE = "0dead000-0000-4000-8000-000000000000"


def _changed(root, id, **changes):
    """The tree in which one provision is another."""
    if root.id == id:
        return replace(root, **changes)
    return replace(root, children=tuple(_changed(child, id, **changes) for child in root.children))


@pytest.mark.parametrize(
    ("targets", "form", "through", "text"),
    [
        ((A,), "gen", False, "{@6f1c000000004000800000000000000a;gen}"),
        ((A, B), "ins+r", False, "{@6f1c000000004000800000000000000a,6f1c000000004000800000000000000b;ins+r}"),
        ((A, B), "loc+l+c", True, "{@6f1c000000004000800000000000000a..6f1c000000004000800000000000000b;loc+l+c}"),
    ],
)
def test_a_reference_is_stored_as_one_token(targets, form, through, text):
    assert stored(targets, form, through) == text
    assert STORED.fullmatch(text)
    assert list(pieces(f"а {text}б")) == [("а ", None), (text, Token(targets, form, through)), ("б", None)]


@pytest.mark.parametrize(
    ("targets", "through"), [((), False), ((A,), True), ((A, B, A), True), (("17",), False), ((A.upper(),), False)]
)
def test_what_is_no_reference_is_not_stored(targets, through):
    with pytest.raises(ValueError, match=r"reference|id of a provision"):
        stored(targets, "gen", through)


@pytest.mark.parametrize("form", ["", "genitive", "gen+x", "gen+", "r"])
def test_an_unknown_form_is_refused(form):
    with pytest.raises(FormRefused):
        read_form(form)


@pytest.mark.parametrize(
    "text",
    [
        "{@}",
        "{@6f1c;gen}",
        "слова {@ и скобка",
        "{@6f1c000000004000800000000000000a..6f1c000000004000800000000000000b,6f1c000000004000800000000000000a;gen}",
        "{@6f1c000000004000800000000000000a;wrong}",
        "{@0dead000000040008000000000000000;gen}",
    ],
)
def test_a_mark_that_is_no_reference_of_this_law_is_refused(text):
    with pytest.raises(ReferenceRefused):
        check_marks(text, INDEX)


@pytest.mark.parametrize("text", ["", "{фигурные} скобки и @", "{ @", stored((IDS["a17"],), "gen")])
def test_other_braces_are_ordinary(text):
    check_marks(text, INDEX)


def test_words_and_references_give_the_stored_text_back():
    text = f"По {stored((IDS['a17.c2'],), 'dat+l')} и {stored((IDS['h2'], IDS['h5']), 'dat', through=True)}."

    shown = printed(text, INDEX, "ru", IDS["a18"], "closing")

    assert shown.words == "По пункту 2 статьи 17 настоящего Закона и главам 2 – 5."
    assert {one.field for one in shown.references} == {"closing"}
    assert to_stored(shown.words, shown.references) == text
    provision = Provision("clause", closing=shown.words, references=shown.references)
    assert stored_words(provision, "closing") == text
    assert stored_words(provision, "text") == ""


@pytest.mark.parametrize("spans", [((0, 4), (3, 6)), ((2, 2),), ((5, 99),)])
def test_references_that_overlap_are_not_stored(spans):
    references = [Reference("text", start, end, (A,), "gen") for start, end in spans]

    with pytest.raises(ValueError, match="overlap"):
        to_stored("статьи 17", references)


def test_words_without_references_are_given_back_untouched_even_by_a_tree_without_ids():
    text = "Кенес утверждает {бюджет}."

    assert printed(text, Index(Provision("law")), "ru", "") == (text, ())


def test_a_reference_follows_its_target_to_another_number_and_place():
    text = stored((IDS["a17.c1.s3"],), "gen")
    renumbered = _changed(ROOT, IDS["a17"], number="18")

    assert printed(text, Index(renumbered), "ru", "").words == "подпункта 3) пункта 1 статьи 18"


def test_a_relative_reference_names_the_article_when_its_words_move_away():
    text = stored((IDS["a17.c2"],), "ins+r")

    assert printed(text, INDEX, "ru", IDS["a17.c3"]).words == "пунктом 2 настоящей статьи"
    assert printed(text, INDEX, "ru", IDS["a18.c3"]).words == "пунктом 2 статьи 17"
    assert printed(text, INDEX, "kk", IDS["a18.c3"]).words == "17-баптың 2-тармағымен"


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "[удаленная норма]"), ("kk", "[жойылған норма]"), ("en", "[removed norm]")]
)
def test_a_target_without_an_address_says_that_it_is_gone(language, words):
    assert printed(stored((NOWHERE,), "gen"), INDEX, language, "").words == words
    without_number = Index(_changed(ROOT, IDS["a17"], number="", status="removed"))
    assert address(without_number, IDS["a17.c1"], language) == words


def test_a_removed_target_with_a_number_prints_its_last_address():
    index = Index(_changed(ROOT, IDS["a17.c2"], status="removed"))

    assert printed(stored((IDS["a17.c2"],), "gen"), index, "ru", "").words == "пункта 2 статьи 17"


def test_removed_parts_do_not_count():
    index = Index(_changed(ROOT, IDS["a17.c1.t2"], status="removed"))

    assert address(index, IDS["a17.c1.t3"], "ru") == "часть вторая пункта 1 статьи 17"


@pytest.mark.parametrize(
    ("id", "language", "case", "words"),
    [
        ("a17.c1.s3", "ru", "nom", "подпункт 3) пункта 1 статьи 17"),
        ("a17.c1.s3", "ru", "prep", "подпункте 3) пункта 1 статьи 17"),
        ("a17.c1.s3", "kk", "nom", "17-баптың 1-тармағының 3) тармақшасы"),
        ("a17.c1.s3", "en", "nom", "subpoint 3) of point 1 of article 17"),
        ("a17.c1.t2", "en", "at", "part two of point 1 of article 17"),
        ("h3.g2", "ru", "gen", "параграфа 2 главы 3"),
        ("L", "kk", "nom", "осы Заң"),
        ("R", "ru", "nom", "преамбула"),
        ("x1", "ru", "nom", "приложение 1"),
    ],
)
def test_an_address_in_words(id, language, case, words):
    assert address(INDEX, IDS[id], language, case) == words


def test_a_tree_prints_whole_and_leaves_removed_provisions_out():
    text = f"согласно {stored((IDS['a17.c3'],), 'dat+l')};"
    gone = _changed(_changed(ROOT, IDS["a1"], text=text), IDS["a17.c2"], status="removed")

    shown = printed_tree(gone, Index(gone), "ru")
    kept = printed_tree(gone, Index(gone), "ru", removed=True)

    article = Index(shown).provision(IDS["a1"])
    assert article.text == "согласно пункту 3 статьи 17 настоящего Закона;"
    assert [one.targets for one in article.references] == [(IDS["a17.c3"],)]
    assert IDS["a17.c2"] not in Index(shown)
    assert IDS["a17.c2"] in Index(kept)
    assert Index(shown).provision(IDS["h7"]) is Index(gone).provision(IDS["h7"])


@pytest.mark.parametrize(
    ("targets", "through", "changes", "reasons"),
    [
        (("a17.c2",), False, {}, []),
        (("a17.c2",), False, {"a17.c2": "excluded"}, [("a17.c2", "excluded")]),
        (("a17.c2",), False, {"a17": "expired"}, [("a17.c2", "expired")]),
        (("a17.c2", "a17.c3"), False, {"a17.c3": "removed"}, [("a17.c3", "removed")]),
        ((NOWHERE,), False, {}, [(NOWHERE, "unknown")]),
        (("a17.c1", "a17.c3"), True, {}, []),
        (("a17.c1", "a18.c3"), True, {}, [("a18.c3", "apart")]),
    ],
)
def test_broken_references_are_listed(targets, through, changes, reasons):
    ids = tuple(IDS.get(name, name) for name in targets)
    root = _changed(ROOT, IDS["a1"], text=stored(ids, "gen", through))
    for name, status in changes.items():
        root = _changed(root, IDS[name], status=status)
    index = Index(root)

    found = broken(printed_tree(root, index, "ru"), index)

    assert [(one.target, one.why) for one in found] == [(IDS.get(name, name), why) for name, why in reasons]
    assert {one.provision for one in found} <= {IDS["a1"]}


def test_a_range_whose_ends_parted_prints_both():
    text = stored((IDS["a17.c1"], IDS["a18.c3"]), "gen", through=True)

    assert printed(text, INDEX, "ru", "").words == "пункта 1 статьи 17 – пункта 3 статьи 18"


def test_references_need_a_tree_with_ids():
    with pytest.raises(ValueError, match="ids"):
        printed(stored((A,), "gen"), Index(Provision("law")), "ru", "")


def test_the_form_of_another_language_prints_in_the_first_case():
    assert printed(stored((IDS["a17"],), "loc+l"), INDEX, "ru", "").words == "статья 17 настоящего Закона"


def test_units_numbered_with_strange_signs_print_as_they_are():
    root = _changed(ROOT, IDS["a17"], number="nn «3»")

    assert re.fullmatch(r"пункт 2 статьи nn «3»", address(Index(root), IDS["a17.c2"], "ru"))
