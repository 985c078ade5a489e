"""Numbers: their order, and both modes of giving them."""

import pytest

from articles.lawtext.numbering import between, following, numbers, renumbered, sort_key, without_typed_number
from articles.lawtext.provision import Provision as P


@pytest.mark.parametrize(
    "ordered",
    [["5", "5-1", "5-2", "5-10", "6"], ["1", "1-1", "1-1-1", "1-2", "2"], ["15", "15b", "16"], ["", "1"], ["9", "10"]],
)
def test_numbers_stand_in_the_order_of_the_law(ordered):
    assert sorted(set(ordered), key=sort_key) == ordered


@pytest.mark.parametrize(("number", "expected"), [("5", "6"), ("5-1", "6"), ("15b", "16"), ("", "1")])
def test_counting_goes_on_from_the_whole_number(number, expected):
    assert following(number) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("5", "6", "5-1"),
        ("5-1", "6", "5-2"),
        ("5-9", "6", "5-10"),
        ("5-1", "5-2", "5-1-1"),
        ("5", "5-1", "5-0-1"),
        ("", "1", "0-1"),
        ("5", "", "6"),
        ("5-1", "", "6"),
    ],
)
def test_an_inserted_number_repeats_the_one_it_follows(before, after, expected):
    assert between(before, after) == expected
    assert sort_key(before) < sort_key(expected)
    assert not after or sort_key(expected) < sort_key(after)


def law(*articles, annexes=0):
    chapters = (P("chapter", children=articles[:2]), P("chapter", children=articles[2:]))
    return P("law", children=(*chapters, *(P("annex") for _ in range(annexes))))


def article(*clauses, number="", status="standing"):
    return P("article", number=number, status=status, children=clauses)


def shown(root):
    return [(provision.kind, provision.number) for chapter in root.children for provision in chapter.children]


def test_articles_run_through_the_act_and_clauses_restart_in_each():
    clauses = (P("clause"), P("clause", children=(P("subclause"), P("subclause"))))
    root = renumbered(law(article(*clauses), article(*clauses), article()))
    assert shown(root) == [("article", "1"), ("article", "2"), ("article", "3")]
    second = root.children[0].children[1].children
    assert [clause.number for clause in second] == ["1", "2"]
    assert [subclause.number for subclause in second[1].children] == ["1", "2"]


def test_subclauses_restart_in_a_second_part_of_the_same_clause():
    passage = P("passage", children=(P("subclause"),))
    root = renumbered(law(article(P("clause", children=(P("subclause"), passage)))))
    clause = root.children[0].children[0].children[0]
    assert clause.children[1].children[0].number == "1"


def test_removed_provisions_get_no_number_while_drafting():
    root = renumbered(law(article(), article(status="removed"), article()))
    assert shown(root) == [("article", "1"), ("article", ""), ("article", "2")]


def test_a_locked_number_is_counted_on_from():
    first, second = P("article", id="a"), P("article", id="b")
    root = renumbered(law(first, second, article()), fixed={"b": "7"})
    assert shown(root) == [("article", "1"), ("article", "7"), ("article", "8")]


def test_amending_keeps_every_number_and_gives_new_ones_between():
    root = renumbered(law(article(number="1"), article(), article(number="2")), "amending")
    assert shown(root) == [("article", "1"), ("article", "1-1"), ("article", "2")]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["1", "10", "", "5"], "11"),
        (["1", "10", "", "5", "11", "12"], "10-1"),
        (["10", "", "5", "10-1"], "10-0-1"),
        (["5", "", "5-0", "6"], "5-1"),
        (["", "0"], "1"),
        (["5-1б", "", "6"], "5-1б-1"),
        (["2", "", "2"], "3"),
    ],
)
def test_an_additional_number_is_given_once_whatever_order_a_law_has(given, expected):
    root = renumbered(law(*(article(number=number) for number in given)), "amending")
    found = [number for _, number in shown(root)]
    assert found == [number or expected for number in given]


def test_a_removed_provision_leaves_its_number_to_another():
    articles = [article(number="1"), article(number="1-1", status="removed"), article(), article(number="2")]
    assert [number for _, number in shown(renumbered(law(*articles), "amending"))] == ["1", "1-1", "1-1", "2"]


@pytest.mark.parametrize(("before", "after"), [("5", "5"), ("6", "5"), ("5", "5-0"), ("", "0"), ("5", "5-0-0")])
def test_between_numbers_that_leave_no_room_there_is_none(before, after):
    with pytest.raises(ValueError, match="stands between"):
        between(before, after)


def test_a_locked_number_that_counting_has_passed_is_not_given_twice():
    articles = (P("article", id="a"), P("article", id="b"), P("article", id="c"))
    root = renumbered(law(*articles), fixed={"b": "1", "c": "2"})
    assert [number for _, number in shown(root)] == ["1", "2", "3"]


@pytest.mark.parametrize(("annexes", "expected"), [(1, [""]), (2, ["1", "2"])])
def test_a_sole_annex_has_no_number(annexes, expected):
    given = numbers(law(article(), annexes=annexes))
    assert [given[path] for path in sorted(given) if len(path) == 1 and path[0] > 1] == expected


def test_numbers_restart_in_an_annex():
    annex = P("annex", children=(P("article"), P("clause"), P("clause")))
    root = renumbered(P("law", children=(P("article"), P("article"), annex)))
    assert [child.number for child in root.children[2].children] == ["1", "1", "2"]


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        ("clause", "1. Настоящий Закон действует.", "Настоящий Закон действует."),
        ("clause", "5-1. Срок.", "Срок."),
        ("subclause", "3) иное;", "иное;"),
        ("clause", "1) иное;", "1) иное;"),
        ("clause", "2026. ", "2026. "),
        ("clause", "1.5 процента.", "1.5 процента."),
        ("passage", "1. Слова.", "1. Слова."),
    ],
)
def test_a_number_typed_ahead_of_a_new_unit_is_not_its_words(kind, typed, words):
    assert without_typed_number(kind, typed) == words
