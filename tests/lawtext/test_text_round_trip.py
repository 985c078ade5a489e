"""A law printed as plain text reads naturally and comes back as the same tree, whatever its words look like."""

import datetime
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.lawtext.characters import clean
from articles.lawtext.edition import Edition
from articles.lawtext.exporters import text
from articles.lawtext.exporters.refusal import ExportRefused
from articles.lawtext.importers import plain
from articles.lawtext.importers.marks import MARKS, mark_of
from articles.lawtext.provision import Provision, rebuilt, walk

from .outlines import shown
from .trees import laws, sentences

any_law = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

NATURAL = {
    "ru": """
        О кенесе

        Настоящий Закон регулирует отношения.

        Глава 1. Общие положения

        Статья 1. Понятия
          В Законе используются понятия:
          1) аким – лицо;
          3-1) сход – собрание:
            первое;
            второе;

        Статья 5-1. Кенес
          1. Кенес решает:
            1) один;
            2) два.
            Он вправе отказать:
              сразу;
              потом.
          2. Исключен Законом РК.
          Примечание. Член – лицо.

        Приложение
        Доли

        Доли таковы:
        Вид\tДоля
        Налог\t1
        """,
    "kk": """
        Кеңес туралы

        1-тарау. Жалпы ережелер

        1-параграф. Негіздер

        1-бап. Кеңестің құзыреті
          1. Кеңестің құзыретіне:
            1) жоспарды бекіту;
            2) есепті тыңдау
            жатады.
            Кеңес басқа мәселелерді қарауға құқылы.

        1-қосымша
        Тізбе
          1. Жолдар.
        """,
    "en": """
        On the kenes

        SECTION 1. GENERAL

        Chapter 1. The kenes

        Article 1. Competence
          1. The kenes decides:
            1) one;
            2) two.
        """,
}


def printed(root, language="ru", notes=(), **facts):
    return text.write(root, Edition(language=language, **facts), notes).decode()


def there_and_back(root, language):
    return plain.read(text.write(root, Edition(language=language)), language).root


def marks_in(words):
    return [line.strip() for line in words.split("\n") if mark_of(line.lstrip())]


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@any_law
@given(st.data())
def test_any_tree_comes_back_the_same(language, data):
    root = data.draw(laws(language))
    assert there_and_back(root, language) == root


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_law_as_drafters_write_it_is_printed_without_marks(language):
    root = plain.read(shown(NATURAL[language]).encode(), language).root
    again = printed(root, language)
    assert marks_in(again) == []
    assert plain.read(again.encode(), language).root == root


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_is_printed_is_laid_out_for_reading(language):
    expected = shown(NATURAL[language]).replace("\nДоли таковы:", "\n  Доли таковы:").replace("\nВид", "\n    Вид")
    expected = expected.replace("\nНалог", "\n    Налог").replace("\nТізбе\n", "\nТізбе\n\n")
    root = plain.read(shown(NATURAL[language]).encode(), language).root
    assert printed(root, language) == expected + "\n"


@pytest.mark.parametrize(
    ("language", "mark"),
    [("ru", "[часть] Статья 5."), ("kk", "[бөлік] Статья 5."), ("en", "[part] Статья 5.")],
)
def test_a_mark_stands_only_before_the_line_that_would_be_misread(language, mark):
    passages = (Provision("passage", text="Статья 5."), Provision("passage", text="Иное."))
    article = Provision("article", "1", "Кенес", "Текст.", children=passages)
    root = Provision("law", heading="О кенесе", children=(article,))
    assert marks_in(printed(root, language)) == [mark]


def test_marks_are_understood_in_every_language():
    article = Provision("article", "1", "Кенес", "Текст:", children=(Provision("indent", text="ПЕРВЫЙ."),))
    root = Provision("law", heading="О кенесе", children=(article,))
    for language in ("ru", "kk", "en"):
        assert plain.read(text.write(root, Edition(language=language)), "ru").root == root


def test_no_two_marks_are_written_alike():
    assert len(MARKS) == len({(mark, words) for words, mark in MARKS.items()})
    assert all(mark_of(f"{words} а") == (mark, "а") for words, mark in MARKS.items())


def test_chapters_in_an_order_that_no_heading_tells_are_told_apart_by_indentation():
    loose = Provision("section", "1", "А", children=(Provision("chapter", "1", "Б"), Provision("article", "1", "В")))
    root = Provision("law", heading="О кенесе", children=(loose, Provision("chapter", "2", "Г")))
    assert there_and_back(root, "ru") == root


def test_a_title_that_reads_like_that_of_a_table_of_contents_hides_nothing():
    """The mark of the first chapter makes the second one the first heading under «Оглавление»."""
    chapters = (Provision("chapter", "2", "Б", status="excluded"), *[Provision("chapter", "1", "А")] * 2)
    for order in permutations(chapters):
        root = Provision("law", heading="Оглавление", children=order)
        assert there_and_back(root, "ru") == root


def test_removed_provisions_are_not_printed():
    clauses = (Provision("clause", "1", text="Один."), Provision("clause", text="Ничего.", status="removed"))
    root = Provision("law", heading="О кенесе", children=(Provision("article", "1", "А", children=clauses),))
    assert "Ничего" not in printed(root)
    kept = rebuilt(root, lambda one: replace(one, children=tuple(c for c in one.children if c.status != "removed")))
    assert there_and_back(root, "ru") == kept


def test_the_edition_is_named_in_a_last_line_that_is_no_text_of_the_law():
    root = Provision("law", heading="О кенесе", children=(Provision("article", "1", "А", "Текст."),))
    date = datetime.date(2026, 11, 23)
    words = printed(root, slug="kenes", draft=3, date=date, fingerprint="3fa9" * 16)
    assert words.endswith(f"\n\n[редакция] kenes@3 2026-11-23 {'3fa9' * 16}\n")
    assert plain.read(words.encode(), "ru").root == root


def noted(root, notes):
    """The notes as they come back: those of a provision that is not printed are lost with it."""
    paths = {path for path, _ in walk(root)}
    return sorted((path, clean(words)) for path, words in notes if path in paths and clean(words))


@any_law
@given(st.data())
def test_notes_of_the_editor_come_back_with_the_provision_they_stand_at(data):
    root = data.draw(laws("ru"))
    paths = st.sampled_from([path for path, _ in walk(root)])
    notes = data.draw(st.lists(st.tuples(paths, sentences("ru")), max_size=4))
    imported = plain.read(text.write(root, Edition(), notes), "ru")
    assert imported.root == root
    assert sorted((note.path, note.text) for note in imported.notes) == noted(root, notes)


def test_words_that_no_line_can_hold_are_refused():
    root = Provision("law", heading="О кенесе", children=(Provision("article", "1", "А", "две\nстроки"),))
    with pytest.raises(ExportRefused, match="cannot be written"):
        text.write(root, Edition())
