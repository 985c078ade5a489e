"""Figures of a law and lengths of time in words."""

import pytest

from articles.lawtext.amounts import calendar_days, length_in_words, months_passed
from articles.lawtext.figures import LanguageFigures, figures
from articles.lawtext.provision import Provision, Reference


@pytest.mark.parametrize(
    ("months", "russian", "kazakh", "english"),
    [
        (1, "1 месяц", "1 ай", "1 month"),
        (3, "3 месяца", "3 ай", "3 months"),
        (6, "6 месяцев", "6 ай", "6 months"),
        (12, "1 год", "1 жыл", "1 year"),
        (18, "18 месяцев", "18 ай", "18 months"),
        (21, "21 месяц", "21 ай", "21 months"),
        (24, "2 года", "2 жыл", "2 years"),
        (30, "2 года 6 месяцев", "2 жыл 6 ай", "2 years 6 months"),
        (60, "5 лет", "5 жыл", "5 years"),
        (132, "11 лет", "11 жыл", "11 years"),
        (252, "21 год", "21 жыл", "21 years"),
    ],
)
def test_a_length_is_said_in_years_and_months(months, russian, kazakh, english):
    assert [length_in_words(months, language) for language in ("ru", "kk", "en")] == [russian, kazakh, english]


@pytest.mark.parametrize(
    ("days", "russian", "kazakh", "english"),
    [
        (1, "1 календарного дня", "күнтізбелік 1 күн", "1 calendar day"),
        (10, "10 календарных дней", "күнтізбелік 10 күн", "10 calendar days"),
        (21, "21 календарного дня", "күнтізбелік 21 күн", "21 calendar days"),
        (60, "60 календарных дней", "күнтізбелік 60 күн", "60 calendar days"),
        (111, "111 календарных дней", "күнтізбелік 111 күн", "111 calendar days"),
    ],
)
def test_calendar_days_stand_as_after_on_expiry_of(days, russian, kazakh, english):
    assert [calendar_days(days, language) for language in ("ru", "kk", "en")] == [russian, kazakh, english]


def law(*texts):
    """Two clauses in one article; the first refers to the second and to the law."""
    named = (Reference("text", 0, 1, ("two",), "gen"), Reference("text", 2, 3, ("law",), "nom"))
    first = Provision("clause", "1", text=texts[0], id="one", references=named if texts[0] else ())
    second = Provision(
        "clause", "2", text=texts[1], id="two", status="excluded" if texts[1] == "исключен" else "standing"
    )
    article = Provision("article", "1", heading="Статья", id="article", children=(first, second))
    return Provision("law", heading="О законе", id="law", children=(article,))


def test_a_law_is_told_by_its_units_and_each_language_by_what_it_lacks():
    found = figures({"ru": law("пункт", "другой"), "en": law("point", "")})
    assert found.units == (("article", 1), ("clause", 2))
    assert found.languages == (LanguageFigures("ru", 1, 0, 0), LanguageFigures("en", 1, 0, 1))


def test_a_reference_to_what_is_excluded_is_broken():
    (russian,) = figures({"ru": law("пункт", "исключен")}).languages
    assert (russian.references, russian.broken) == (1, 1)


@pytest.mark.parametrize(
    ("months", "russian", "kazakh", "english"),
    [
        (1, "1 месяца", "1 ай", "1 month"),
        (6, "6 месяцев", "6 ай", "6 months"),
        (12, "1 года", "1 жыл", "1 year"),
        (24, "2 лет", "2 жыл", "2 years"),
        (27, "2 лет 3 месяцев", "2 жыл 3 ай", "2 years 3 months"),
    ],
)
def test_months_that_pass_stand_in_the_genitive(months, russian, kazakh, english):
    assert [months_passed(months, language) for language in ("ru", "kk", "en")] == [russian, kazakh, english]
