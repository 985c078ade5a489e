"""One heading a line: which are chapters, which articles, and what is dropped."""

import pytest

from articles.lawtext.outline import outlined
from articles.lawtext.provision import walk
from articles.lawtext.transliteration import address


@pytest.mark.parametrize(
    ("line", "kind", "heading"),
    [
        ("Глава. Общие положения", "chapter", "Общие положения"),
        ("Глава 12. Общие положения", "chapter", "Общие положения"),
        ("ГЛАВА II ОБЩИЕ ПОЛОЖЕНИЯ", "chapter", "ОБЩИЕ ПОЛОЖЕНИЯ"),
        ("Глава: Общие положения", "chapter", "Общие положения"),
        ("Глава Общие положения", "chapter", "Общие положения"),
        ("2-тарау. Жалпы ережелер", "chapter", "Жалпы ережелер"),
        ("Тарау. Жалпы ережелер", "chapter", "Жалпы ережелер"),
        ("Chapter 3 General provisions", "chapter", "General provisions"),
        ("Раздел 1. Особенная часть", "section", "Особенная часть"),
        ("Бөлім. Ерекше бөлік", "section", "Ерекше бөлік"),
        ("Статья 5-1. Сход", "article", "Сход"),
        ("7-бап. Жиын", "article", "Жиын"),
        ("3. Сход", "article", "Сход"),
        ("4) Сход", "article", "Сход"),
        ("Сход", "article", "Сход"),
        ("Глава государства", "article", "Глава государства"),
        ("Главы сельских округов", "article", "Главы сельских округов"),
        ("5 лет работы", "article", "5 лет работы"),
        ("  Бюджет \t сельского округа ", "article", "Бюджет сельского округа"),
    ],
)
def test_a_line_is_read_as(line, kind, heading):
    unit = outlined("О сходе", line).children[0]
    assert (unit.kind, unit.heading, unit.number) == (kind, heading, "1")


def test_each_line_holds_the_inner_ones_below_it_and_articles_number_through():
    text = "Вступление\nРаздел. Общая часть\nГлава. А\nБ\nВ\n\nРаздел. Особенная часть\nГлава. Г\nД"
    found = [(path, unit.kind, unit.number, unit.heading) for path, unit in walk(outlined(" О  сходе ", text))]
    assert found == [
        ((), "law", "", "О сходе"),
        ((0,), "article", "1", "Вступление"),
        ((1,), "section", "1", "Общая часть"),
        ((1, 0), "chapter", "1", "А"),
        ((1, 0, 0), "article", "2", "Б"),
        ((1, 0, 1), "article", "3", "В"),
        ((2,), "section", "2", "Особенная часть"),
        ((2, 0), "chapter", "2", "Г"),
        ((2, 0, 0), "article", "4", "Д"),
    ]


def test_a_line_of_a_hundred_thousand_figures_is_an_article():
    line = "1-" * 50_000 + "1"
    assert outlined("О сходе", line).children[0].kind == "article"


@pytest.mark.parametrize(
    ("title", "longest", "found"),
    [
        ("О местном самоуправлении", 60, "o-mestnom-samoupravlenii"),
        ("О местном самоуправлении", 15, "o-mestnom"),
        ("Жергілікті өзін-өзі басқару туралы", 60, "zhergilikti-ozin-ozi-basqaru-turaly"),
        ("On Self-government, 2026", 60, "on-self-government-2026"),
        ("Достопримечательности", 10, "dostoprime"),
        ("«…»", 60, ""),
    ],
)
def test_a_title_gives_an_address_in_latin_letters(title, longest, found):
    assert address(title, longest) == found
