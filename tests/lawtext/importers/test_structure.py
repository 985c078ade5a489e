"""The structure of a law read from lines: each hazard of a real source in a few lines of it."""

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.lawtext.characters import clean, forbidden
from articles.lawtext.importers import plain, report
from articles.lawtext.importers.lines import ImportRefused, Line
from articles.lawtext.importers.structure import read
from articles.lawtext.provision import FIELDS, at, misplaced, provisions, walk

from ..outlines import outline, shown
from ..trees import DECEPTIVE, ORDINARY

ARTICLE = "О кенесе\nСтатья 1. Кенес\n"


def lines(text):
    """Lines without the blanks before them, whose width is kept; empty ones only count."""
    raw = enumerate(text.split("\n"), start=1)
    return [Line(number, words.strip(), len(words) - len(words.lstrip())) for number, words in raw if words.strip()]


def law(text, language="ru"):
    return read(lines(text), language)


def inside(text, language="ru"):
    """The outline of what stands in the one article of a law."""
    article = law(text, language).root.children[0]
    return "\n".join(line[2:] for line in outline(article).split("\n")[1:])


def first_number(imported, kind):
    return next(provision.number for provision in provisions(imported.root) if provision.kind == kind)


@pytest.mark.parametrize(
    ("line", "kind", "number", "words"),
    [
        ("ЧАСТЬ 1. Общая", "part", "1", "Общая"),
        ("РАЗДЕЛ I", "section", "1", ""),
        ("Раздел ІІІ. Органы", "section", "3", "Органы"),
        ("Глава ІV-1. Кенес", "chapter", "4-1", "Кенес"),
        ("ГЛАВА 12. КЕНЕС", "chapter", "12", "КЕНЕС"),
        ("Статья 5-1. Полномочия", "article", "5-1", "Полномочия"),
        ("Статья5.Полномочия", "article", "5", "Полномочия"),
        ("Cтатья 5. Полномочия", "article", "5", "Полномочия"),
        ("Статья 5. 10 процентов", "article", "5", "10 процентов"),
        ("Статья 5 Полномочия кенеса", "article", "5", "Полномочия кенеса"),
        ("Статья 5.1. Полномочия", "article", "5-1", "Полномочия"),
        ("5-1-бап. Кеңес", "article", "5-1", "Кеңес"),
        ("5 – бап. Кеңес", "article", "5", "Кеңес"),
        ("3-тарау. Кеңес", "chapter", "3", "Кеңес"),
        ("2-БӨЛIМ. Кеңес", "section", "2", "Кеңес"),
        ("1-БӨЛІК. Кеңес", "part", "1", "Кеңес"),
        ("Article 5-1. The kenes", "article", "5-1", "The kenes"),
        ("CHAPTER IV. THE KENES", "chapter", "4", "THE KENES"),
        ("2. Текст", "clause", "2", "Текст"),
        ("2.Текст", "clause", "2", "Текст"),
        ("5-1. Текст", "clause", "5-1", "Текст"),
        ("2\\. Текст", "clause", "2", "Текст"),
        ("Пункт 2. Текст", "clause", "2", "Текст"),
        ("Point 2. Text", "clause", "2", "Text"),
        ("2-тармақ. Мәтін", "clause", "2", "Мәтін"),
    ],
)
def test_a_label_is_read_however_it_is_typed(line, kind, number, words):
    found = [one for one in provisions(law(line).root) if one.kind == kind]
    assert [(one.number, one.heading or one.text) for one in found] == [(number, words)]


@pytest.mark.parametrize(
    ("line", "number", "words"),
    [
        ("1) текст;", "1", "текст;"),
        ("3-1) текст;", "3-1", "текст;"),
        ("1\\) текст;", "1", "текст;"),
        ("1)текст;", "1", "текст;"),
        ("1)\tтекст;", "1", "текст;"),
    ],
)
def test_a_subclause_is_read_however_it_is_typed(line, number, words):
    assert inside(f"{ARTICLE}К нему относятся:\n{line}") == f"subclause {number}: {words}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Статья 5 настоящего Закона применяется с 1 января.",
        "Глава 3 Закона не применяется.",
        "17-баптың 1-тармағы қолданылады.",
        "Article 5 of this Law applies.",
        "Приложение к настоящему Закону утверждается кенесом.",
        "Пункт 2 статьи 5 применяется с 1 января.",
        "Часть вторая не применяется.",
    ],
)
def test_a_sentence_that_starts_like_a_label_stays_a_sentence(sentence):
    assert inside(f"{ARTICLE}1. Текст.\n{sentence}") == shown(f"clause 1: Текст.\n  passage: {sentence}")


@pytest.mark.parametrize("number", ["1.5 процента", "01.01.2020 года"])
def test_a_decimal_or_a_date_is_no_clause(number):
    assert inside(f"{ARTICLE}Текст:\n{number};") == f"indent: {number};"


def test_the_levels_of_an_act_hold_one_another():
    imported = law(
        "О кенесе\nОБЩАЯ ЧАСТЬ\nРаздел 1. Кенес\nПодраздел 1. Состав\nГлава 1. Члены\nПараграф 1. Выборы\n"
        "Статья 1. День\n1. Текст:\n1) один:\nпервый;\nвторой.\nСтатья 2. Час\nТекст.\n§ 2. Итоги\nСтатья 3. Счет\n"
        "Текст.\nГлава 2. Сроки\nСтатья 4. Срок\nТекст.\nРаздел 2. Аким\nСтатья 5. Аким\nТекст."
    )
    assert outline(imported.root) == shown(
        """
        law «О кенесе»
          part «ОБЩАЯ ЧАСТЬ»
            section 1 «Кенес»
              subsection 1 «Состав»
                chapter 1 «Члены»
                  paragraph 1 «Выборы»
                    article 1 «День»
                      clause 1: Текст:
                        subclause 1: один:
                          indent: первый;
                          indent: второй.
                    article 2 «Час»: Текст.
                  paragraph 2 «Итоги»
                    article 3 «Счет»: Текст.
                chapter 2 «Сроки»
                  article 4 «Срок»: Текст.
            section 2 «Аким»
              article 5 «Аким»: Текст.
        """
    )


def test_each_paragraph_ahead_of_the_first_heading_is_a_preamble():
    imported = law("О кенесе\n\nНастоящий Закон регулирует отношения.\nОн основан на Конституции.\nГлава 1. Кенес")
    assert [child.kind for child in imported.root.children] == ["preamble", "preamble", "chapter"]


@pytest.mark.parametrize(
    ("heading", "joined"),
    [
        ("Статья 7\nПолномочия кенеса", "Полномочия кенеса"),
        ("Статья 7. Полномочия кенеса\nи его председателя", "Полномочия кенеса и его председателя"),
        ("СТАТЬЯ 7.\nПОЛНОМОЧИЯ КЕНЕСА\nИ АКИМА", "ПОЛНОМОЧИЯ КЕНЕСА И АКИМА"),
    ],
)
def test_a_heading_on_the_next_line_or_over_several_lines_is_joined(heading, joined):
    article = law(f"О кенесе\n{heading}\nТекст статьи.").root.children[0]
    assert (article.heading, article.text) == (joined, "Текст статьи.")


def test_an_article_without_heading_keeps_its_text():
    article = law("О кенесе\nСтатья 7.\nКенес вправе решать.").root.children[0]
    assert (article.heading, article.text) == ("", "Кенес вправе решать.")


def test_part_two_belongs_to_the_provision_that_holds_the_list():
    text = ARTICLE + "1. Кенес решает:\n   1) один;\n   2) два.\n      Он вправе отказать.\n2. Иное."
    imported = law(text)
    assert inside(text) == shown(
        """
        clause 1: Кенес решает:
          subclause 1: один;
          subclause 2: два.
          passage: Он вправе отказать.
        clause 2: Иное.
        """
    )
    assert [(guess.line, guess.read_as) for guess in imported.guesses] == [
        (6, "passage of clause 1, though indented under subclause 2")
    ]


def test_part_two_of_a_subclause_is_known_by_the_list_that_goes_on():
    text = ARTICLE + "Кенес решает:\n1) один;\nОб этом он сообщает.\n2) два."
    assert inside(text) == shown(
        """
        subclause 1: один;
          passage: Об этом он сообщает.
        subclause 2: два.
        """
    )
    assert [guess.line for guess in law(text).guesses] == [6]


def test_a_list_inside_part_two_belongs_to_part_two():
    assert inside(ARTICLE + "1. Текст:\n1) один.\nВ решении указываются:\n1) дата;\n2) место.") == shown(
        """
        clause 1: Текст:
          subclause 1: один.
          passage: В решении указываются:
            subclause 1: дата;
            subclause 2: место.
        """
    )


def test_a_line_in_small_letters_under_a_colon_is_an_indent():
    assert inside(ARTICLE + "1. Указываются:\nдата;\nПрезидент;\nместо.\nСрок – день.") == shown(
        """
        clause 1: Указываются:
          indent: дата;
          indent: Президент;
          indent: место.
          passage: Срок – день.
        """
    )


@pytest.mark.parametrize("dash", ["- ", "– ", "—", "• ", "-"])
def test_the_dash_of_an_indent_is_dropped_and_reported(dash):
    imported = law(f"{ARTICLE}Указываются:\n{dash}дата;\n{dash}место.")
    assert [child.text for child in imported.root.children[0].children] == ["дата;", "место."]
    assert [guess.line for guess in imported.guesses] == [4, 5]


def test_kazakh_closing_words_on_a_line_of_their_own_end_the_list():
    text = (
        "Кеңес туралы\n1-бап. Кеңес\n1. Кеңестің құзыретіне:\n1) жоспарды бекіту;\n2) есепті тыңдау\nжатады.\n2. Мәтін."
    )
    assert inside(text, "kk") == shown(
        """
        clause 1: Кеңестің құзыретіне: … жатады.
          subclause 1: жоспарды бекіту;
          subclause 2: есепті тыңдау
        clause 2: Мәтін.
        """
    )
    assert law(text, "kk").guesses == ()


def test_closing_words_of_a_list_inside_a_list_stay_inside():
    text = "Кеңес туралы\n1-бап. Кеңес\nКеңес:\n1) мынадай:\nжоспарды;\nесепті\nбекітеді;\n2) есеп\nбереді."
    article = law(text, "kk").root.children[0]
    assert (article.closing, article.children[0].closing) == ("береді.", "бекітеді;")


@pytest.mark.parametrize(
    ("intro", "last", "line", "closing"),
    [
        ("Кеңес есепті:", "бюджет туралы", "Президентке жібереді.", "Президентке жібереді."),
        ("Кеңес:", "бюджетті бекітуді;", "жүзеге асырады.", "жүзеге асырады."),
        ("Кеңес мыналарды тыңдайды:", "бюджет туралы есепті", "Есеп жария етіледі.", ""),
    ],
)
def test_closing_words_that_are_not_typed_as_they_should_be_are_reported(intro, last, line, closing):
    imported = law(f"Кеңес туралы\n1-бап. Кеңес\n1. {intro}\n1) жоспарды;\n2) {last}\n{line}", "kk")
    assert imported.root.children[0].children[0].closing == closing
    assert [guess.line for guess in imported.guesses] == [6]


def test_a_sanction_behind_a_dash_ends_a_list():
    clause = law(f"{ARTICLE}1. Нарушение:\n1) срока;\n2) порядка,\n– влечет штраф.").root.children[0].children[0]
    assert (clause.closing, len(clause.children)) == ("– влечет штраф.", 2)


@pytest.mark.parametrize(
    ("intro", "last", "text", "closing"),
    [
        ("Кеңестің құзыретіне:", "есепті тыңдау жатады.", "есепті тыңдау", "жатады."),
        ("Кеңес:", "бақылауды жүзеге асырады.", "бақылауды", "жүзеге асырады."),
        ("Кеңес:", "есеп беруге мiндеттi.", "есеп беруге", "мiндеттi."),
        ("Мынадай ұғымдар пайдаланылады:", "кеңес – бекітеді.", "кеңес – бекітеді.", ""),
        ("Кеңестің құзыретіне:", "есепті тыңдау.", "есепті тыңдау.", ""),
    ],
)
def test_closing_words_in_the_last_item_are_guessed_where_the_words_before_the_list_are_no_sentence(
    intro, last, text, closing
):
    imported = law(f"Кеңес туралы\n1-бап. Кеңес\n1. {intro}\n1) жоспарды бекіту;\n2) {last}", "kk")
    clause = imported.root.children[0].children[0]
    assert (clause.children[1].text, clause.closing) == (text, closing)
    assert [guess.line for guess in imported.guesses] == ([5] if closing else [])


def test_items_that_are_sentences_each_have_no_closing_words():
    imported = law("Кеңес туралы\n1-бап. Кеңес\nКеңес:\n1) жоспарды бекітеді;\n2) есепті тыңдайды.", "kk")
    assert imported.root.children[0].closing == ""


def test_an_annex_is_known_by_its_block_and_its_title_is_its_heading():
    imported = law(
        ARTICLE + "Текст.\nПриложение 1\nк Закону Республики Казахстан\nот 1 мая 2027 года № 5\n\nПЕРЕЧЕНЬ\n"
        "вопросов местного значения\n\n1. Дороги.\nПримечание. Кроме трасс."
    )
    assert outline(imported.root.children[1]) == shown(
        """
        annex 1 «ПЕРЕЧЕНЬ вопросов местного значения»
          clause 1: Дороги.
          note: Кроме трасс.
        """
    )
    assert [found.text for found in imported.skipped] == ["к Закону Республики Казахстан от 1 мая 2027 года № 5"]


def test_the_block_of_a_kazakh_annex_stands_above_its_number():
    imported = law(
        "Кеңес туралы\n1-бап. Кеңес\nМәтін.\nҚазақстан Республикасының Президенті\nҚ. Тоқаев\n"
        "Қазақстан Республикасының\nЗаңына\n1-қосымша\nТізбе\n1. Жолдар.",
        "kk",
    )
    assert [child.kind for child in imported.root.children] == ["article", "annex"]
    assert (imported.root.children[1].number, imported.root.children[1].heading) == ("1", "Тізбе")
    assert [found.text for found in imported.skipped] == [
        *("Қазақстан Республикасының Президенті", "Қ. Тоқаев", "Қазақстан Республикасының Заңына"),
    ]


def test_a_list_in_an_annex_belongs_to_the_paragraph_that_announces_it():
    imported = law(ARTICLE + "Текст.\nПриложение\nДоли\nДоли таковы:\n1) одна;\n2) две.\nИх две.")
    assert outline(imported.root.children[1]) == shown(
        """
        annex «Доли»
          passage: Доли таковы:
            subclause 1: одна;
            subclause 2: две.
          passage: Их две.
        """
    )


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("3) - 6-3) исключены Законом РК;", ["3", "4", "5", "6", "6-1", "6-2", "6-3"]),
        ("3), 4) и 6) исключены Законом РК;", ["3", "4", "6"]),
        ("3-1) – 3-3) алып тасталды – ҚР Заңымен;", ["3-1", "3-2", "3-3"]),
        ("3) исключен Законом РК;", ["3"]),
    ],
)
def test_excluded_subclauses_are_expanded_one_by_one(line, numbers):
    article = law(f"{ARTICLE}Текст:\n{line}").root.children[0]
    assert [(child.number, child.status) for child in article.children] == [(one, "excluded") for one in numbers]
    assert all("исключен" in child.text or "алып тасталды" in child.text for child in article.children)


@pytest.mark.parametrize(
    ("line", "kind", "numbers"),
    [
        ("Статьи 5 – 7. Исключены Законом РК.", "article", ["5", "6", "7"]),
        ("5 – 7-баптар алып тасталды – ҚР Заңымен.", "article", ["5", "6", "7"]),
        ("Глава 5. Исключена Законом РК.", "chapter", ["5"]),
        ("3-5. Исключены Законом РК.", "clause", ["3", "4", "5"]),
        ("3-5. Исключен Законом РК.", "clause", ["3-5"]),
        ("3. – 4. Исключены Законом РК.", "clause", ["3", "4"]),
    ],
)
def test_excluded_articles_chapters_and_clauses_keep_number_and_words(line, kind, numbers):
    found = [one for one in provisions(law(f"О кенесе\n{line}").root) if one.kind == kind]
    assert [(one.number, one.status) for one in found] == [(number, "excluded") for number in numbers]


def test_a_provision_whose_time_is_over_is_expired():
    article = law(f"{ARTICLE}1. Действовал до 01.01.2017 в соответствии с Законом РК.").root.children[0]
    assert article.children[0].status == "expired"


def test_a_note_of_the_editor_excludes_the_article_whose_heading_is_left():
    imported = law("О кенесе\nСтатья 5. Кенес\nСноска. Статья 5 исключена Законом РК.\nСтатья 6. Аким\nТекст.")
    assert [(child.number, child.status) for child in imported.root.children] == [("5", "excluded"), ("6", "standing")]


@pytest.mark.parametrize(
    ("note", "path"),
    [
        ("Сноска. Статья 1 с изменениями, внесенными Законом РК.", (0,)),
        ("Сноска. Пункт 1 в редакции Закона РК.", (0, 0)),
        ("Ескерту. 1-бапқа өзгерістер енгізілді.", (0,)),
        ("Примечание РЦПИ!", (0, 0, 1)),
        ("Примечание ИЗПИ! Вводится в действие с 1 января.", (0, 0, 1)),
        ("РҚАО-ның ескертпесі! Қолданысқа енгізіледі.", (0, 0, 1)),
        ("Сноска. Статья 9 исключена.", (0, 0, 1)),
    ],
)
def test_a_note_of_the_editor_is_kept_at_the_provision_that_it_names_or_at_the_one_above(note, path):
    imported = law(f"{ARTICLE}1. Текст:\n1) один;\n2) два.\n{note}\n2. Иное.")
    assert [(found.text, found.line, found.path) for found in imported.notes] == [(note, 6, path)]
    assert at(imported.root, (0, 1)).text == "Иное."


def test_a_warning_in_a_list_is_no_note_of_the_editor():
    imported = law("Кеңес туралы\n1-бап. Шара\nШаралар мыналар:\nайыппұл;\nескерту.", "kk")
    assert imported.notes == ()
    assert [child.text for child in imported.root.children[0].children] == ["айыппұл;", "ескерту."]


def test_a_note_on_the_line_below_its_label_is_one_note():
    imported = law(f"{ARTICLE}1. Текст.\nПримечание РЦПИ!\nПункт 2 вводится в действие с 1 января.\n2. Иное.")
    assert [found.text for found in imported.notes] == ["Примечание РЦПИ! Пункт 2 вводится в действие с 1 января."]


@pytest.mark.parametrize("word", ["Примечание.", "Ескертпе.", "Note.", "Примечание:"])
def test_a_note_of_the_law_is_a_norm_of_the_article(word):
    assert inside(f"{ARTICLE}1. Текст.\n{word} Член – лицо.") == shown("clause 1: Текст.\nnote: Член – лицо.")


def test_requisites_signatures_and_page_numbers_are_skipped_and_reported():
    imported = law(
        "Проект\nЗАКОН РЕСПУБЛИКИ КАЗАХСТАН\nО кенесе\nСтатья 1. Кенес\n- 2 -\nТекст.\n"
        "Президент Республики Казахстан\nК. ТОКАЕВ\nАстана, Акорда, 1 мая 2027 года\n№ 1-IX ЗРК"
    )
    assert outline(imported.root) == shown("law «О кенесе»\n  article 1 «Кенес»: Текст.")
    assert [found.line for found in imported.skipped] == [1, 2, 5, 7, 8, 9, 10]


TITLED_CONTENTS = "О кенесе\nОглавление\nГлава 1. Кенес ..... 3\nСтатья 1. Состав 3\nСтатья 2. Срок\nполномочий 4\n"
BARE_CONTENTS = "О кенесе\nГлава 1. Кенес\nСтатья 1. Состав\nСтатья 2. Срок полномочий\n"


@pytest.mark.parametrize("contents", [TITLED_CONTENTS, BARE_CONTENTS])
def test_a_table_of_contents_is_skipped(contents):
    body = "Глава 1. Кенес\nСтатья 1. Состав\nТекст.\nСтатья 2. Срок полномочий\nТекст."
    imported = law(contents + body)
    assert outline(imported.root) == shown(
        """
        law «О кенесе»
          chapter 1 «Кенес»
            article 1 «Состав»: Текст.
            article 2 «Срок полномочий»: Текст.
        """
    )
    assert len(imported.skipped) == contents.count("\n") - 1


@pytest.mark.parametrize("title", ["Оглавление", "СОДЕРЖАНИЕ", "Мазмұны", "Contents:"])
@pytest.mark.parametrize("is_above", [True, False])
def test_the_title_of_contents_that_the_format_knows_is_skipped_with_them(title, is_above):
    contents = [Line(3, "Глава 1. Кенес 3", role="contents"), Line(4, "Статья 1. Состав 3", role="contents")]
    titled = [Line(2, title), *contents] if is_above else [*contents, Line(5, title)]
    imported = read([Line(1, "О кенесе"), *titled, Line(6, "Настоящий Закон действует."), Line(7, "Статья 1. А")], "ru")
    assert [child.kind for child in imported.root.children] == ["preamble", "article"]
    assert [found.text for found in imported.skipped] == [line.text for line in titled]


def test_the_title_of_contents_alone_is_kept():
    assert not law("О кенесе\nСодержание\nСтатья 1. А\nТекст.").skipped


def test_a_table_among_the_contents_is_skipped_with_its_words():
    rows = (("Раздел", "Страница"), ("Кенес", "3"))
    named = [Line(1, "Оглавление"), Line(2, "Глава 1. А"), Line(3, "", role="table", rows=rows), Line(4, "Глава 2. Б")]
    imported = read([*named, Line(5, "Глава 1. А"), Line(6, "Глава 2. Б"), Line(7, "Статья 1. В")], "ru")
    assert [found.text for found in imported.skipped] == [
        *("Оглавление", "Глава 1. А", "Раздел Страница Кенес 3", "Глава 2. Б"),
    ]


def test_lines_of_contents_and_of_the_page_are_skipped_where_the_format_names_them():
    named = [Line(1, "О кенесе"), Line(2, "Статья 1. Кенес", role="contents"), Line(3, "Бюллетень № 5", role="page")]
    imported = read(named, "ru")
    assert imported.root.children == ()
    assert [found.line for found in imported.skipped] == [2, 3]


def test_a_number_that_jumps_is_kept_and_reported():
    imported = law(f"{ARTICLE}1. Один.\n3. Три.\n3. Снова.\n2-1. Назад.")
    assert [child.number for child in imported.root.children[0].children] == ["1", "3", "3", "2-1"]
    assert [guess.line for guess in imported.guesses] == [4, 5, 6]


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("1", "1-1", "1-2", "2"), ("1", "2", "2-1", "2-1-1", "2-2", "3")])
def test_numbers_that_go_on_are_not_reported(numbers):
    text = "\n".join(f"{number}. Текст." for number in numbers)
    assert law(ARTICLE + text).guesses == ()


def test_numbers_of_articles_run_through_the_act_and_start_anew_in_an_annex():
    imported = law(
        "О кенесе\nГлава 1. А\nСтатья 1. Б\nТекст.\nГлава 2. В\nСтатья 2. Г\nТекст.\nПриложение\nД\nСтатья 1. Е\nТекст."
    )
    assert imported.guesses == ()


def test_a_paragraph_broken_into_lines_is_joined_and_reported():
    imported = law(f"{ARTICLE}1. Кенес решает вопросы\nместного значения.\n2. Иное.")
    assert imported.root.children[0].children[0].text == "Кенес решает вопросы местного значения."
    assert [guess.line for guess in imported.guesses] == [4]


def test_words_without_a_place_are_kept_and_reported():
    imported = law("О кенесе\nРаздел 1. Кенес\nОн таков.\nГлава 1. Состав\nОн велик.\n§ 1. Члены\nСтатья 1. А\nТекст.")
    assert [found.line for found in imported.not_understood] == [3, 5]
    assert misplaced(imported.root) == []
    assert {"Он таков.", "Он велик."} <= {provision.text for provision in provisions(imported.root)}


def test_clauses_right_under_a_section_are_held_by_an_article_without_number():
    imported = law("О кенесе\nРаздел 1. Кенес\n1. Один.\n2. Два.")
    assert outline(imported.root.children[0]) == shown(
        """
        section 1 «Кенес»
          article
            clause 1: Один.
            clause 2: Два.
        """
    )


def test_tables_keep_their_cells_and_stand_with_the_provision_above():
    rows = (("Вид", "Доля"), ("Налог\nземельный", ""))
    named = [
        *lines(f"{ARTICLE}1. Доли:\n1) одна;\n2) две."),
        Line(9, "", role="table", rows=rows),
        Line(10, "2. Иное."),
    ]
    assert outline(read(named, "ru").root.children[0]) == shown(
        """
        article 1 «Кенес»
          clause 1: Доли:
            subclause 1: одна;
            subclause 2: две.
            table: Вид | Доля / Налог земельный | 
          clause 2: Иное.
        """
    )


def test_headings_that_the_format_knows_are_read_even_without_a_label():
    named = [
        *(Line(1, "О кенесе", role="heading", level=1), Line(2, "Глава 1. А", role="heading", level=2)),
        *(Line(3, "Статья 1. Б", role="heading", level=3), Line(4, "Текст.")),
        *(Line(5, "Заключительные положения", role="heading", level=2), Line(6, "Статья 2. В"), Line(7, "Текст.")),
    ]
    imported = read(named, "ru")
    assert [(one.kind, one.heading) for one in imported.root.children] == [
        *(("chapter", "А"), ("chapter", "Заключительные положения")),
    ]
    assert [guess.line for guess in imported.guesses] == [5]


def test_letters_of_another_alphabet_are_named_in_a_remark():
    assert "line 2" in law("Кеңес туралы\n1-бап. Негiзгi ұғымдар").remarks[0]
    assert law("О кенесе").remarks == ()


@pytest.mark.parametrize("line", [Line(3, "Знак \x07."), Line(3, "", role="table", rows=(("а", "\ud800"), ("б", "в")))])
def test_characters_that_xml_forbids_are_refused_with_their_line(line):
    with pytest.raises(ImportRefused, match="Line 3"):
        read([Line(1, "О кенесе"), line], "ru")


def test_the_report_counts_and_names_provisions():
    imported = law(f"{ARTICLE}1. Текст:\n1) один;\n2) два.\nСноска. Пункт 1 изменен.")
    assert report.counts(imported) == {"law": 1, "article": 1, "clause": 1, "subclause": 2}
    assert report.as_json(imported) == {
        "counts": {"law": 1, "article": 1, "clause": 1, "subclause": 2},
        "notes": [{"line": 6, "text": "Сноска. Пункт 1 изменен.", "provision": "art_1__clause_1"}],
        "guesses": [],
        "not_understood": [],
        "skipped": [],
    }


# Nothing is lost

BEGINNINGS = (
    *("", "", "", "1. ", "2.", "5-1. ", "1) ", "2)", "3-1) ", "4)\t", "- ", "– ", "Статья 5. ", "Статья 6 ", "7-бап. "),
    *("Глава ІІ. ", "РАЗДЕЛ 1. ", "§ 2. ", "Подраздел 3. ", "ЧАСТЬ 1. ", "Приложение 1 к Закону ", "Приложение 2. "),
    *(
        "Примечание. ",
        "Сноска. ",
        "Ескерту. ",
        "Примечание РЦПИ! ",
        "РҚАО-ның ескертпесі! ",
        "3) - 5) исключены Законом ",
    ),
    *(
        "[абзац] ",
        "[часть] ",
        "[текст] ",
        "[заголовок] ",
        "[заключительные слова] ",
        "[строка] ",
        "[таблица] ",
        "[раздел] ",
    ),
    *("Президент Республики Казахстан ", "Оглавление ", "Пункт 3. ", "5. Исключен Законом ", "№ ", "[подпункт] 7) "),
)
ENDINGS = ("", "", ".", ";", ":", ",", "!", " жатады.", " жатады")
ROLES = ("", "", "", "", "heading", "note", "contents", "page", "footnote", "table")


def coined(number):
    """A word that no other line holds and no rule knows."""
    return "щ" + "".join("абвгдежзиы"[int(figure)] for figure in str(number)) + "щ"


@st.composite
def soups(draw):
    """Lines of any sort in any order; each holds a word of its own, at its start or behind another."""
    found = []
    for number in range(1, draw(st.integers(0, 16)) + 1):
        word = coined(number)
        said = draw(st.sampled_from((word, word.capitalize(), word.upper(), f"Слова {word}", f"слово {word}")))
        text = draw(st.sampled_from(BEGINNINGS)) + said + draw(st.sampled_from(ENDINGS))
        role = draw(st.sampled_from(ROLES))
        rows = ((text, "ячейка"), ("", "")) if role == "table" else ()
        indent, level = draw(st.integers(0, 8)), draw(st.integers(1, 3)) if role == "heading" else 0
        found.append(Line(number + draw(st.integers(0, 1)), "" if rows else text, indent, role, level, rows))
    return found


def words_of(imported):
    """All words that an import brought: of the tree, of notes, and of what was skipped."""
    of_tree = (provision.words(name) for provision in provisions(imported.root) for name in FIELDS)
    return " ".join([*of_tree, *(found.text for found in (*imported.notes, *imported.skipped))])


SOME_SOUP = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@SOME_SOUP
@given(soups(), st.sampled_from(("ru", "kk")))
def test_every_word_of_any_lines_comes_out_and_once(soup, language):
    found = Counter(re.findall("щ[абвгдежзиы]+щ", words_of(read(soup, language)).casefold()))
    repeated = {coined(at) for at, line in enumerate(soup, start=1) if "исключены" in line.text}
    assert set(found) == {coined(number) for number in range(1, len(soup) + 1)}
    assert {word for word, count in found.items() if count > 1} <= repeated


PIECES = [*DECEPTIVE, *(words for some in ORDINARY.values() for words in some)]
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(max_size=20).filter(lambda words: not forbidden(words))), max_size=14
)
IN_LABELS = re.compile(
    r"статья|глава|раздел|часть|приложение|примечание|пункт|бап|қосымша|ескертпе|article|note|point"
    r"|абзац|бөлік|строка|without|number|(?<![^\W_])[ivxlcmіхсм]+(?![^\W_])|(?<=[0-9])[a-zа-я](?![^\W\d_])",
    re.IGNORECASE,
)
"""What a label says stands in kind and number of a provision, not in its words."""


@SOME_SOUP
@given(TEXTS)
def test_every_letter_of_any_text_comes_out(texts):
    source = [line.text for line in plain.lines("\n".join(texts))]
    kept = Counter(unicodedata.normalize("NFC", words_of(read(plain.lines("\n".join(texts)), "ru"))))
    wanted = Counter(IN_LABELS.sub("", unicodedata.normalize("NFC", "\n".join(source))))
    assert {letter: count for letter, count in (wanted - kept).items() if letter.isalpha()} == {}


@SOME_SOUP
@given(soups())
def test_every_tree_that_is_read_is_allowed_and_printable(soup):
    root = read(soup, "kk").root
    assert misplaced(root) == []
    words = [provision.words(name) for provision in provisions(root) for name in FIELDS if provision.kind != "table"]
    assert [said for said in words if said != clean(said)] == []


def test_a_source_made_to_nest_without_end_is_read():
    imported = law(ARTICLE + "1) один:\nДва:\n" * 200)
    assert max(len(path) for path, _ in walk(imported.root)) < 60


AMENDING = "the new wordings that it quotes were read as units of this law"


@pytest.mark.parametrize(
    ("title", "amends"),
    [
        ("О внесении изменений и дополнений в некоторые законодательные акты Республики Казахстан", True),
        ("О ВНЕСЕНИИ ДОПОЛНЕНИЯ В ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН «О СЕЛЕ»", True),
        ("Қазақстан Республикасының кейбір заңнамалық актілеріне өзгерістер мен толықтырулар енгізу туралы", True),
        ("«Ауыл туралы» Заңға өзгеріс енгізу туралы", True),
        ("On Amendments and Additions to Certain Legislative Acts", True),
        ("О местном самоуправлении", False),
        ("Об изменении климата", False),
        ("Климаттың өзгеруі туралы", False),
        ("On the Village", False),
    ],
)
def test_an_amending_law_is_told_by_its_title(title, amends):
    remarks = law(f"{title}\nСтатья 1. А\nТекст.").remarks
    assert any(AMENDING in remark for remark in remarks) == amends


@pytest.mark.parametrize(
    ("above", "kind"), [("", "article"), ("1. Текст.", "clause 1"), ("1. Текст:\n1) ставки:", "subclause 1")]
)
def test_items_with_letters_are_indents_that_keep_their_letters(above, kind):
    imported = law(f"{ARTICLE}{above}\nа) первая буква;\nб) Вторая буква;\nв) третья.\n2. Далее.")
    *_, holder = [one for one in provisions(imported.root) if one.children and one.children[0].kind == "indent"]
    assert f"{holder.kind} {holder.number}".startswith(kind)
    assert [child.text for child in holder.children][:3] == ["а) первая буква;", "б) Вторая буква;", "в) третья."]
    assert sum("with a letter" in guess.read_as for guess in imported.guesses) == 3


def test_a_letter_at_the_start_of_a_broken_line_stays_in_the_sentence():
    assert inside(f"{ARTICLE}1. Согласно подпункту\nа) пункта 2.") == "clause 1: Согласно подпункту а) пункта 2."
