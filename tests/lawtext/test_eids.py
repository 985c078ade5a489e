import re

import pytest
from hypothesis import given, settings

from articles.lawtext.eids import eids, number_in
from articles.lawtext.provision import Provision, at, walk

from .any_law import any_laws


def unit(kind, number="", *children, **words):
    return Provision(kind=kind, number=number, children=children, **words)


NUMBER = re.compile(r"\d+[^\W_]*(-\d+)*")

LAW = unit(
    "law",
    "",
    unit("preamble", text="Настоящий Закон …"),
    unit(
        "part",
        "1",
        unit(
            "section",
            "1",
            unit(
                "subsection",
                "1",
                unit(
                    "chapter",
                    "3",
                    unit(
                        "paragraph",
                        "1",
                        unit(
                            "article",
                            "17",
                            unit(
                                "clause",
                                "1",
                                unit("subclause", "1", text="…;"),
                                unit("subclause", "3", unit("indent", text="…;"), unit("indent"), text="…:"),
                                unit("passage", "", unit("indent"), text="…"),
                                text="К компетенции относятся:",
                            ),
                            unit("clause", "2-1", text="…"),
                            unit("note", text="…"),
                            unit("table", text="А\tБ"),
                        ),
                        unit("article", "18", unit("passage"), unit("passage")),
                    ),
                ),
            ),
        ),
    ),
    unit("annex", "", unit("chapter", "1", unit("clause", "1")), unit("passage"), text="…"),
)


@pytest.mark.parametrize(
    ("path", "eid"),
    [
        ((0,), "preamble"),
        ((1,), "part_1"),
        ((1, 0), "sec_1"),
        ((1, 0, 0), "sec_1__subsec_1"),
        ((1, 0, 0, 0), "chp_3"),
        ((1, 0, 0, 0, 0), "chp_3__subchp_1"),
        ((1, 0, 0, 0, 0, 0), "art_17"),
        ((1, 0, 0, 0, 0, 0, 0), "art_17__clause_1"),
        ((1, 0, 0, 0, 0, 0, 0, 1), "art_17__clause_1__subclause_3"),
        ((1, 0, 0, 0, 0, 0, 0, 1, 0), "art_17__clause_1__subclause_3__indent_2"),
        ((1, 0, 0, 0, 0, 0, 0, 2), "art_17__clause_1__al_2"),
        ((1, 0, 0, 0, 0, 0, 0, 2, 0), "art_17__clause_1__al_2__indent_2"),
        ((1, 0, 0, 0, 0, 0, 1), "art_17__clause_2-1"),
        ((1, 0, 0, 0, 0, 0, 2), "art_17__note_1"),
        ((1, 0, 0, 0, 0, 0, 3), "art_17__tbl_1"),
        ((1, 0, 0, 0, 0, 1, 0), "art_18__al_1"),
        ((2,), "annex_1"),
        ((2, 0), "annex_1__chp_1"),
        ((2, 0, 0), "annex_1__clause_1"),
        ((2, 1), "annex_1__al_2"),
    ],
)
def test_an_eid_is_made_of_number_and_place(path, eid):
    assert eids(LAW)[path] == eid


def test_equal_numbers_are_told_apart_with_all_that_stands_in_them():
    article = unit("article", "5", unit("clause", "1"), unit("clause", "1"))
    given_eids = eids(unit("law", "", article, article, article))
    assert list(given_eids.values()) == [
        *("art_5", "art_5__clause_1", "art_5__clause_1~2"),
        *("art_5~2", "art_5~2__clause_1", "art_5~2__clause_1~2"),
        *("art_5~3", "art_5~3__clause_1", "art_5~3__clause_1~2"),
    ]


def test_several_annexes_have_the_numbers_they_print():
    law = unit("law", "", unit("annex", "1", unit("article", "1")), unit("annex", "2", unit("article", "1")))
    assert list(eids(law).values()) == ["annex_1", "annex_1__art_1", "annex_2", "annex_2__art_1"]


def test_a_clause_of_rules_without_articles_is_named_without_its_chapter():
    law = unit("law", "", unit("chapter", "2", unit("clause", "12", unit("subclause", "1"))))
    assert list(eids(law).values()) == ["chp_2", "clause_12", "clause_12__subclause_1"]


def test_a_removed_provision_has_no_eid_and_does_not_count():
    gone = unit("passage", status="removed")
    law = unit("law", "", unit("article", "1", gone, unit("passage"), text="Часть первая."))
    assert eids(law) == {(0,): "art_1", (0, 1): "art_1__al_2"}


@pytest.mark.parametrize("number", ["1 2", "1_2", "1~2", "«1»", "1/2", "\t"])
def test_a_number_with_odd_characters_makes_a_name_without_blanks(number):
    (eid,) = eids(unit("law", "", unit("article", number))).values()
    assert eid.startswith("art_")
    assert not set(eid.removeprefix("art_")) & set(" \t_~/«»")


def test_a_provision_without_number_says_so():
    assert list(eids(unit("law", "", unit("article"), unit("article"))).values()) == ["art_nn", "art_nn~2"]


@given(any_laws())
@settings(max_examples=60, deadline=None)
def test_every_provision_has_an_eid_of_its_own_that_tells_its_number(law):
    given_eids = eids(law)
    assert set(given_eids) == {path for path, _ in walk(law) if path}
    assert len(set(given_eids.values())) == len(given_eids)
    for path, eid in given_eids.items():
        provision = at(law, path)
        if NUMBER.fullmatch(provision.number):
            assert number_in(provision.kind, eid) == provision.number


def test_eids_of_a_large_article_are_found_in_time():
    """A law of 20,000 sisters would take minutes if each were counted from the first."""
    law = unit("law", "", unit("article", "1", *[unit("passage") for _ in range(20_000)]))
    assert eids(law)[(0, 19_999)] == "art_1__al_20000"
