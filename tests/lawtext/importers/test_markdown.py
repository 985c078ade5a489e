"""Laws in Markdown: what the markup says, what it must not hide, and that no letter is lost."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from articles.lawtext.importers import markdown

from ..outlines import outline, shown

LAW = """
# О кенесе

Настоящий Закон регулирует отношения.

> *Сноска. Преамбула с изменением.*

## Глава 1. Общие положения

<a id="st1"></a>

### Статья 1. Понятия

В Законе используются **понятия**:

1) аким – _лицо_;

3-1\\) сход – собрание:
   - первое;
   - второе;

4) кенес – [орган](https://example.org/a).

    > *Сноска. Статья 1 с изменениями.*

2. Члены кенеса:

   1) избираются;

      Об этом сообщается.

> Примечание ИЗПИ!
> Пункт 3 вводится в действие с 1 января.

| Вид | Доля |
|-----|-----:|
| Налог \\| сбор | **100** |
"""


def texts(text):
    return [line.text for line in markdown.lines(text)]


def roles(text):
    return [(line.role, line.level, line.text) for line in markdown.lines(text)]


def test_a_law_in_markdown_is_read():
    imported = markdown.read(LAW.encode(), "ru")
    assert outline(imported.root) == shown(
        """
        law «О кенесе»
          preamble: Настоящий Закон регулирует отношения.
          chapter 1 «Общие положения»
            article 1 «Понятия»: В Законе используются понятия:
              subclause 1: аким – лицо;
              subclause 3-1: сход – собрание:
                indent: первое;
                indent: второе;
              subclause 4: кенес – орган.
              clause 2: Члены кенеса:
                subclause 1: избираются;
                passage: Об этом сообщается.
                table: Вид | Доля / Налог | сбор | 100
        """
    )
    assert [(note.text, note.path) for note in imported.notes] == [
        ("Сноска. Преамбула с изменением.", (0,)),
        ("Сноска. Статья 1 с изменениями.", (1, 0)),
        ("Примечание ИЗПИ! Пункт 3 вводится в действие с 1 января.", (1, 0, 3, 1)),
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("1\\) текст", "1) текст"),
        ("5\\-1\\. текст", "5-1. текст"),
        ("**Статья 1\\.** _Кенес_", "Статья 1. Кенес"),
        ("`код` и <b>жирно</b>&nbsp;&laquo;а&raquo;", "код и жирно\u00a0«а»"),
        ("[слова](https://example.org) и ![вид](x.png)", "слова и вид"),
        ("снизу_вверх и 2 * 2", "снизу_вверх и 2 * 2"),
        ("[часть] слова", "[часть] слова"),
        ("a<br>b", "a b"),
        ("    с отступом", "с отступом"),
    ],
)
def test_markup_inside_a_line_goes_and_its_words_stay(source, found):
    assert texts(source) == [found]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("## Глава 1 ##", [("heading", 2, "Глава 1")]),
        ("##Глава 1", [("heading", 2, "Глава 1")]),
        ("О кенесе\n========", [("heading", 1, "О кенесе")]),
        ("О кенесе\n---", [("heading", 2, "О кенесе")]),
        ("> Сноска.\n> Текст.", [("note", 0, "Сноска."), ("note", 0, "Текст.")]),
        ("---\n\nТекст", [("", 0, "Текст")]),
        ("* один\n+ два", [("", 0, "- один"), ("", 0, "- два")]),
        ("```\n1) *а*\n```", [("page", 0, ""), ("", 0, "1) *а*")]),
        ("<!-- скрыто -->Текст", [("page", 0, "скрыто"), ("", 0, "Текст")]),
        (
            "---\ntitle: О кенесе\n---\nТекст",
            [("page", 0, "---"), ("page", 0, "title: О кенесе"), ("page", 0, "---"), ("", 0, "Текст")],
        ),
    ],
)
def test_each_block_says_what_it_is(source, found):
    assert roles(source) == found


def test_numbers_are_those_of_the_source_even_where_a_list_would_count_anew():
    assert texts("1. а\n1. б\n7. в\n5-1. г") == ["1. а", "1. б", "7. в", "5-1. г"]


def test_lines_without_an_empty_line_between_are_lines_of_their_own():
    assert texts("1. Решает:\n1) один;\n2) айқындау\nжатады.") == ["1. Решает:", "1) один;", "2) айқындау", "жатады."]


WRAPPED = """\
1. Кенес рассматривает вопросы местного значения и принимает по ним
решения в установленный срок. Решения размещаются на сайте округа и
на стенде.
2. Решения кенеса подписывает председатель, а при его отсутствии – тот
член кенеса, которому это поручено.
"""


def test_paragraphs_of_a_wrapped_source_are_joined():
    first, second = texts(WRAPPED)
    assert first.endswith("по ним решения в установленный срок. Решения размещаются на сайте округа и на стенде.")
    assert second.endswith("а при его отсутствии – тот член кенеса, которому это поручено.")


def test_a_table_of_html_is_read():
    found = markdown.lines(
        "Текст\n\n<table>\n<tr><td>Вид</td><td>Доля</td></tr>\n<tr><td>Налог</td><td>1</td></tr>\n</table>\nЕще"
    )
    assert [(line.number, line.role, line.text, line.rows) for line in found] == [
        (1, "", "Текст", ()),
        (3, "table", "", (("Вид", "Доля"), ("Налог", "1"))),
        (7, "", "Еще", ()),
    ]


PIECES = (
    "1) ",
    "1\\) ",
    "3-1) ",
    "2. ",
    "- ",
    "> ",
    "# ",
    "**",
    "_",
    "`",
    "|",
    "\n",
    "\n\n",
    "    ",
    "слово",
    "Слово.",
    "\\",
    ":",
    "---\n",
    "<b>",
    "</b>",
    "[а](x)",
)


def letters(words):
    """Cyrillic letters, counted: Latin ones are those of tags and targets."""
    return Counter(letter for letter in words if "а" <= letter.casefold() <= "я")


def rendered(text):
    """The words as a Markdown parser of its own accord shows them, blocks of code and all."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").disable(["reference", "html_block", "code"])
    for token in parser.parse(text):
        if token.type in ("fence", "code_block"):
            yield token.content
        yield from (child.content for child in token.children or () if child.type in ("text", "code_inline"))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_no_letter_that_a_markdown_parser_shows_is_lost(text):
    found = " ".join([line.text + " ".join(cell for row in line.rows for cell in row) for line in markdown.lines(text)])
    assert letters(" ".join(rendered(text))) - letters(found) == Counter()
