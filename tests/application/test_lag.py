"""A text lags where an authentic language was reworded since the last draft and it was not."""

import pytest

from articles import procedures
from articles.lag import lags_of, missing_in
from articles.lawtext.importers import read
from articles.lawtext.provision import provisions

from .conftest import place

CLAUSE = "art_2__clause_2"
ENGLISH = """On Local Self-government

This Law defines the standing of the bodies of local self-government.

Chapter 1. General provisions

Article 1. Basic concepts
The following concepts are used in this Law:
1) kenes means a body of local self-government;
2) gathering means a meeting of residents;
3) akim means an official.

Article 2. Competence of the kenes
1. The competence of the kenes covers:
1) approval of the development plan;
2) approval of the budget;
3) other matters.
The kenes may consider requests of residents.
2. Decisions are taken by a majority of votes.

Chapter 2. Final provisions

Article 3. Term of validity
1. This Law is valid for three years.
2. Before the term ends it may be prolonged.
"""


@pytest.fixture
def law(law, by):
    """The law with an English translation, frozen once."""
    procedures.add_language(law, read("law.txt", ENGLISH.encode(), "en"), by=by)
    procedures.freeze(law, "Первая", by=by)
    law.refresh_from_db()
    return law


def says(language, text):
    return lambda law, by, unit: procedures.reword(law, unit, language, text=text, by=by)


def freezes(law, by, _unit):
    procedures.freeze(law, "Ещё одна", by=by)


def undoes(law, by, _unit):
    procedures.undo(law, law.entries.last_one(), by=by)


def inserts(law, by, unit):
    procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": "Новый пункт."}}, after=unit, by=by)


def adds_to_the_list(law, by, _unit):
    last = place(law, "art_1__subclause_3")
    procedures.insert(law, place(law, "art_1"), "subclause", {"ru": {"text": "иное."}}, after=last, by=by)


def moves(law, by, unit):
    procedures.move(law, unit, place(law, "art_3"), by=by)


def excludes(law, by, unit):
    procedures.exclude(law, unit, by=by)


def joins(law, by, _unit):
    procedures.join(law, place(law, "art_1__subclause_2"), by=by)


RUSSIAN = says("ru", "Решения принимаются единогласно.")
KAZAKH = says("kk", "Шешімдер бірауыздан қабылданады.")
TRANSLATED = says("en", "Decisions are taken unanimously.")
BEHIND_RUSSIAN = {"kk": ("ru",), "en": ("ru",)}
BEHIND_KAZAKH = {"ru": ("kk",), "en": ("kk",)}
NOTHING = {}


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([], NOTHING),
        ([RUSSIAN], BEHIND_RUSSIAN),
        ([KAZAKH], BEHIND_KAZAKH),
        ([RUSSIAN, KAZAKH], {"en": ("ru", "kk")}),
        ([KAZAKH, RUSSIAN, TRANSLATED], NOTHING),
        ([TRANSLATED], NOTHING),
        ([RUSSIAN, TRANSLATED], {"kk": ("ru",)}),
        ([RUSSIAN, undoes], NOTHING),
        ([RUSSIAN, undoes, KAZAKH], BEHIND_KAZAKH),
        ([RUSSIAN, freezes], NOTHING),
        ([RUSSIAN, freezes, KAZAKH], BEHIND_KAZAKH),
        ([RUSSIAN, moves], BEHIND_RUSSIAN),
        ([RUSSIAN, excludes], NOTHING),
        ([moves], NOTHING),
        ([inserts], NOTHING),
        ([adds_to_the_list], NOTHING),
        ([joins], NOTHING),
    ],
)
def test_what_lags_behind_what(law, by, acts, expected):
    unit = place(law, CLAUSE)
    for act in acts:
        act(law, by, unit)
    for language in law.language_codes:
        behind = lags_of(law).behind_in(law.as_provision(language), language).of
        assert behind == ({unit: expected[language]} if language in expected else {})


def test_one_provision_lags_as_it_does_in_the_whole_law(law, by):
    unit = place(law, CLAUSE)
    RUSSIAN(law, by, unit)
    procedures.reword(law, place(law, "art_3__clause_2"), "kk", text="Басқаша.", by=by)
    alone = lags_of(law, unit)
    assert alone.changed == {unit: {"ru": 1}}
    [kazakh] = [item for item in provisions(law.as_provision("kk")) if item.id == unit]
    assert alone.behind(kazakh, "kk") == lags_of(law).behind(kazakh, "kk") == ("ru",)


def test_the_articles_in_which_something_lags_are_known(law, by):
    RUSSIAN(law, by, place(law, CLAUSE))
    procedures.reword(law, place(law, "chp_2"), "ru", heading="Прочее", by=by)
    assert lags_of(law).behind_in(law.as_provision("kk"), "kk").within == {place(law, "art_2")}


def test_words_that_came_after_the_draft_do_not_lag(law, by):
    unit = procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": "Новый пункт."}}, by=by).subject
    procedures.freeze(law, "Вторая", by=by)
    for language, text in {"ru": "Иной пункт.", "kk": "Өзге тармақ."}.items():
        procedures.reword(law, unit, language, text=text, by=by)
    assert not lags_of(law).behind_in(law.as_provision("kk"), "kk").of


def test_without_a_draft_nothing_lags(by):
    law = procedures.load("other", read("law.txt", ENGLISH.encode(), "en"), by=by)
    procedures.reword(law, place(law, CLAUSE), "en", text="Otherwise.", by=by)
    assert lags_of(law).draft == 0
    assert not lags_of(law).behind_in(law.as_provision("en"), "en").of


def test_words_are_missing_where_another_language_has_them(law, by):
    unit = procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": "Новый пункт."}}, by=by).subject
    texts = {language: list(provisions(law.as_provision(language))) for language in law.language_codes}
    assert {language: missing_in(language, texts) for language in texts} == {
        "ru": [],
        "kk": [str(unit)],
        "en": [str(unit)],
    }


def test_three_queries_whatever_the_size(law, by, django_assert_num_queries):
    RUSSIAN(law, by, place(law, CLAUSE))
    for eid in ("art_1__subclause_1", "art_1__subclause_2", "art_3__clause_2"):
        procedures.reword(law, place(law, eid), "ru", text="Иначе.", by=by)
    with django_assert_num_queries(3):
        assert len(lags_of(law).changed) == 4
