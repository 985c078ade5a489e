"""A comparison as JSON, read back by the library's own reader."""

import json

import pytest
from hypothesis import given, settings

from articles.lawtext.changes import CLASSES, REASONS
from articles.lawtext.comparison import compare
from articles.lawtext.edition import Edition
from articles.lawtext.exporters.redline_json import write
from articles.lawtext.provision import FIELDS, anonymous

from .strategies import LANGUAGES
from .test_comparison import HALVES, LIST, WHOLE, clause, drafts, duties, law, listing

OLD, NEW = Edition(slug="self-government", draft=1), Edition(slug="self-government", draft=2)


def written(old, new, editions=(OLD, NEW)):
    return json.loads(write(compare(old, new), *editions))


@pytest.mark.parametrize(
    ("edition", "name"),
    [
        (Edition(slug="self-government", draft=3), "self-government@3"),
        (Edition(slug="self-government"), "self-government"),
        (Edition(source="проект.docx"), "проект.docx"),
    ],
)
def test_an_edition_is_named_as_it_was_asked_for(edition, name):
    assert written(LIST, LIST, (edition, NEW))["old"] == name


def test_equal_laws_give_no_change_and_say_so():
    assert written(LIST, LIST) == {
        "old": "self-government@1",
        "new": "self-government@2",
        "language": "ru",
        "changes": [],
        "totals": {},
        "concordance": [],
        "notices": [],
    }


def test_a_reworded_clause_has_both_sides_and_its_spans():
    new = listing(("s1", "утверждает бюджет местного сообщества на 3 года;"), *LIST_PAIRS[1:])
    (change,) = written(LIST, new)["changes"]
    assert change == {
        "id": "c1",
        "class": "reworded",
        "substantive": True,
        "reasons": ["number", "period"],
        "provision": "s1",
        "kind": "subclause",
        "from": ["s1"],
        "to": ["s1"],
        "old": {
            "number": "1",
            "label": "1)",
            "address": "article 1, clause 1, subclause 1",
            "parent": "c1",
            "heading": "",
            "text": "утверждает бюджет местного сообщества;",
            "closing": "",
            "children": [],
        },
        "new": {**change["old"], "text": "утверждает бюджет местного сообщества на 3 года;"},
        "spans": {
            "text": [
                ["equal", "утверждает бюджет местного сообщества", ""],
                ["insert", " на 3 года", ""],
                ["equal", ";", ""],
            ]
        },
    }


LIST_PAIRS = tuple((unit.id, unit.text) for unit in LIST.children[0].children[0].children)


def test_an_excluded_article_is_one_change_with_its_subtree():
    document = written(duties("Бюджет", "План", "Отчет"), duties("Бюджет", "Отчет"))
    excluded, renumbered = document["changes"]
    assert excluded["class"] == "excluded"
    assert excluded["new"] is None
    assert [child["label"] for child in excluded["old"]["children"]] == ["1.", "2."]
    assert set(excluded["old"]["children"][0]) >= {"id", "kind", "number", "label", "status", "text", "children"}
    assert (renumbered["old"]["label"], renumbered["new"]["label"]) == ("Статья 3.", "Статья 2.")
    assert document["concordance"] == [["Отчет", "3", "2"]]
    assert document["totals"] == {"excluded": 1, "renumbered": 1}


def test_a_split_and_a_merge_name_the_provisions_they_come_from():
    split, merged = written(WHOLE, HALVES)["changes"][1], written(HALVES, WHOLE)["changes"][0]
    assert (split["class"], split["from"], split["to"]) == ("split", ["c1"], ["c9"])
    assert (merged["class"], merged["from"], merged["to"]) == ("merged", ["c1", "c9"], ["c1"])


def test_without_ids_provisions_have_none_and_parents_are_paths():
    new = listing(("s1", "утверждает бюджет;"), *LIST_PAIRS[1:])
    (change,) = written(anonymous(LIST), anonymous(new))["changes"]
    assert (change["provision"], change["from"], change["to"]) == ("", [], [])
    assert change["old"]["parent"] == "0.0"


def test_notices_say_in_words_where_a_bound_made_the_redline_coarser():
    old, new = (law(clause("c", "1", part * 5_000)) for part in ("а б ", "б в "))
    assert len(written(old, new)["notices"]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_in_the_language_of_the_edition(language):
    editions = [Edition(slug="law", language=language, draft=n) for n in (1, 2)]
    document = written(duties("Бюджет", "План"), duties("План"), editions)
    labels = {"ru": "Статья 1.", "kk": "1-бап.", "en": "Article 1."}
    assert document["language"] == language
    assert document["changes"][0]["old"]["label"] == labels[language]


@given(drafts())
@settings(max_examples=40, deadline=None)
def test_every_change_has_the_same_keys_and_exact_sides(pair):
    document = written(*pair)
    for change in document["changes"]:
        assert change["class"] in CLASSES
        assert set(change["reasons"]) <= set(REASONS)
        for side, other in (("old", "insert"), ("new", "delete")):
            for name in FIELDS if change[side] else ():
                words = [text for operation, text, _ in change["spans"].get(name, []) if operation != other]
                assert "".join(words) == change[side][name]
    assert sum(document["totals"].values()) == len(document["changes"])
