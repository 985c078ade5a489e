"""Laws in plain text: encodings, lines, tables, and what is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.lawtext import importers
from articles.lawtext.importers import ImportRefused, plain

from ..outlines import outline, shown

RUSSIAN = "О кенесе\n\nНастоящий Закон регулирует отношения.\n\nСтатья 1. Кенес\n1. Кенес решает:\n1) один;\n2) два.\n"
KAZAKH = "Кеңес туралы\n\n1-бап. Кеңес\nКеңес әкімнің есебін тыңдайды.\n"

FIXTURE = """
О местном самоуправлении в сельских округах

Настоящий Закон определяет правовой статус органов.

Глава 1. Кенес

Параграф 1. Образование кенеса

Статья 1. Компетенция кенеса
1. К компетенции кенеса относятся:
1) утверждение плана:
на год;
на три года;
2) утверждение бюджета.
Кенес вправе рассматривать иные вопросы.
2. Решения принимаются большинством голосов.
Примечание. Под большинством понимается более половины.

Статья 2. Акты кенеса
Кенес принимает решения.
Решения размещаются:
на сайте;
на стенде.

Приложение
Распределение доходов

Доходы распределяются так:
Вид дохода\tОкруг\tРайон
Земельный налог\t100\t0
Остаток перечисляется в бюджет района.
"""


def test_the_flat_layout_of_a_drafter_is_read():
    imported = plain.read(FIXTURE.encode(), "ru")
    assert imported.guesses == imported.not_understood == imported.skipped == ()
    assert outline(imported.root) == shown(
        """
        law «О местном самоуправлении в сельских округах»
          preamble: Настоящий Закон определяет правовой статус органов.
          chapter 1 «Кенес»
            paragraph 1 «Образование кенеса»
              article 1 «Компетенция кенеса»
                clause 1: К компетенции кенеса относятся:
                  subclause 1: утверждение плана:
                    indent: на год;
                    indent: на три года;
                  subclause 2: утверждение бюджета.
                  passage: Кенес вправе рассматривать иные вопросы.
                clause 2: Решения принимаются большинством голосов.
                note: Под большинством понимается более половины.
              article 2 «Акты кенеса»: Кенес принимает решения.
                passage: Решения размещаются:
                  indent: на сайте;
                  indent: на стенде.
          annex «Распределение доходов»
            passage: Доходы распределяются так:
              table: Вид дохода | Округ | Район / Земельный налог | 100 | 0
            passage: Остаток перечисляется в бюджет района.
        """
    )


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (RUSSIAN, RUSSIAN.encode()),
        (RUSSIAN, RUSSIAN.encode("utf-8-sig")),
        (KAZAKH, codecs.BOM_UTF16_LE + KAZAKH.encode("utf-16-le")),
        (KAZAKH, codecs.BOM_UTF16_BE + KAZAKH.encode("utf-16-be")),
        (RUSSIAN, RUSSIAN.encode("cp1251")),
        (RUSSIAN, RUSSIAN.encode("cp866")),
        (f"{RUSSIAN}│ Ёлка № 5 │\n└─────────┘\n", f"{RUSSIAN}│ Ёлка № 5 │\n└─────────┘\n".encode("cp866")),
        (RUSSIAN, RUSSIAN.replace("\n", "\r\n").encode()),
        (RUSSIAN, RUSSIAN.replace("\n", "\r").encode()),
        (RUSSIAN, RUSSIAN.replace("\n\n", "\n\x0c\n").encode()),
        (RUSSIAN, RUSSIAN.replace("\n", "\u2028").encode()),
    ],
)
def test_a_law_reads_the_same_in_every_encoding_and_with_every_line_break(text, content):
    assert plain.read(content, "ru").root == plain.read(text.encode(), "ru").root


def test_windows_1251_is_named_in_a_remark():
    assert "Windows-1251" in plain.read(RUSSIAN.encode("cp1251"), "ru").remarks[0]
    assert plain.read(RUSSIAN.encode(), "ru").remarks == ()


def test_dos_text_is_named_in_a_remark():
    assert "code page 866" in plain.read(RUSSIAN.encode("cp866"), "ru").remarks[0]


@pytest.mark.parametrize("words", ["Ґбвў ўҐ­­л Є®¬", "Україна є членом, її права ґрунтуються", "Ђорђе Јовановић"])
def test_letters_of_an_old_font_outside_of_kazakh_words_are_no_old_font(words):
    imported = plain.read(f"О кенесе\nСтатья 1. А\n{words} имеет место.".encode(), "ru")
    assert imported.root.children[0].text


OLD_FONT = "Ќазаќстан Республикасыныѕ жергілікті мемлекеттік басќару жјне ґзін-ґзі басќару туралы"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (OLD_FONT.encode(), "old 8-bit Kazakh font"),
        (OLD_FONT.encode("cp1251"), "old 8-bit Kazakh font"),
        ("Кеңес туралы".encode("kz1048"), "old 8-bit Kazakh font"),
        (b"", "empty"),
        (bytes(range(256)), "not a text"),
        (b"%PDF-1.7 \xe2\xe3", "PDF"),
        (b"PK\x03\x04....", "archive"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (codecs.BOM_UTF32_LE + RUSSIAN.encode("utf-32-le"), "not a text"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x01\x00", "damaged"),
        ("Статья 1. Кенес решает вопросы ".encode() * 20 + b"\xd0", "damaged"),
        (RUSSIAN.encode("koi8-r"), "encoding"),
        ("Статья 1.\nЗнак \x07.".encode(), "Line 2"),
    ],
)
def test_what_is_no_readable_text_is_refused_with_one_sentence(content, sentence):
    with pytest.raises(ImportRefused, match=sentence) as refused:
        plain.read(content, "kk")
    assert str(refused.value).count(". ") == 0
    assert str(refused.value).endswith(".")


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_law_or_in_a_sentence(content):
    try:
        imported = plain.read(content, "ru")
    except ImportRefused:
        return
    assert imported.root.kind == "law"


def test_lines_keep_their_numbers_and_the_width_of_their_indentation():
    found = [(line.number, line.indent, line.text) for line in plain.lines("а\n\n  б\n\tв\n \n")]
    assert found == [(1, 0, "а"), (3, 2, "б"), (4, 4, "в")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Вид\tДоля\nНалог\t1", (("Вид", "Доля"), ("Налог", "1"))),
        ("\tВид\tДоля\n\tНалог\t1", (("Вид", "Доля"), ("Налог", "1"))),
        ("Вид\tДоля\tСрок\n\tНалог\t1", (("Вид", "Доля", "Срок"), ("", "Налог", "1"))),
        ("1.\tНалог\tгод\n2.\tСбор\tмесяц", (("1.", "Налог", "год"), ("2.", "Сбор", "месяц"))),
        ("Вид\tДоля\t\nНалог\t1\t", (("Вид", "Доля", ""), ("Налог", "1", ""))),
    ],
)
def test_lines_with_tabs_in_succession_are_one_table(text, rows):
    assert [(line.role, line.rows) for line in plain.lines(text)] == [("table", rows)]


@pytest.mark.parametrize("text", ["1.\tТекст\n2.\tТекст", "Статья 1.\tКенес", "Председатель\tИванов"])
def test_a_tab_behind_a_label_or_in_one_line_makes_no_table(text):
    assert {line.role for line in plain.lines(text)} == {""}


@pytest.mark.parametrize("name", ["law.txt", "LAW.TXT", "a.b.txt", "./folder.md/law.txt"])
def test_the_end_of_the_name_tells_the_format(name):
    assert importers.read(name, RUSSIAN.encode(), "ru").root == plain.read(RUSSIAN.encode(), "ru").root


@pytest.mark.parametrize("name", ["law.pdf", "law.doc", "law", ".txt.odt", ""])
def test_another_format_is_refused_with_what_to_save_as(name):
    with pytest.raises(ImportRefused, match="save the law as DOCX"):
        importers.read(name, RUSSIAN.encode(), "ru")
