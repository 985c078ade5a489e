"""What styles, contents, hidden words and other things beside the words say about a document."""

import pytest

from .documents import FORMULA, PLACEHOLDER, field, lines, p, r, remarks, roles, sdt, style, styled, texts

STYLES = (
    style("1", "heading 1", properties='<w:outlineLvl w:val="0"/>')
    + style("a3", "Глава закона", based_on="1")
    + style("20", "heading 2")
    + style("Z3", "Заголовок 3")
    + style("T4", "Тақырып 4")
    + style("off", "Не заголовок", based_on="1", properties='<w:outlineLvl w:val="9"/>')
    + style("11", "toc 1")
    + style("TOC", "TOC Heading", based_on="1")
    + style("Q", "Intense Quote")
    + style("E", "Edition")
    + style("h", "Скрытый", more="<w:rPr><w:vanish/></w:rPr>")
    + style("loop1", based_on="loop2")
    + style("loop2", based_on="loop1")
)


@pytest.mark.parametrize(
    ("properties", "role", "depth"),
    [
        (styled("1"), "heading", 1),
        (styled("a3"), "heading", 1),
        (styled("20"), "heading", 2),
        (styled("Z3"), "heading", 3),
        (styled("T4"), "heading", 4),
        (styled("off"), "", 0),
        ('<w:outlineLvl w:val="4"/>', "heading", 5),
        (styled("1") + '<w:outlineLvl w:val="9"/>', "", 0),
        (styled("11"), "contents", 0),
        (styled("TOC"), "contents", 0),
        (styled("Q"), "note", 0),
        (styled("E"), "page", 0),
        (styled("loop1"), "", 0),
        (styled("absent"), "", 0),
        ('<w:outlineLvl w:val="здесь"/>', "", 0),
    ],
)
def test_styles_say_what_a_paragraph_is(properties: str, role: str, depth: int) -> None:
    assert roles(p("Слова", properties), styles=STYLES) == [(role, depth, "Слова")]


def test_hidden_words_are_not_read_but_told() -> None:
    body = p(r("Видно.") + r(" Тайно.", "<w:vanish/>")) + p(" Весь абзац.", styled("h"))
    assert texts(body, styles=STYLES) == ["Видно."]
    assert remarks(body, styles=STYLES) == ("Hidden words do not print and were not read: «Тайно. Весь абзац.».",)


GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'


def test_a_table_of_contents_is_marked_as_such() -> None:
    inside = sdt(p("Содержание") + p("Статья 1. Название{tab}3"), GALLERY)
    assert roles(inside + p("Статья 1. Название")) == [
        ("contents", 0, "Содержание"),
        ("contents", 0, "Статья 1. Название 3"),
        ("", 0, "Статья 1. Название"),
    ]


BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def test_a_contents_field_runs_over_paragraphs_and_ends() -> None:
    body = p(BEGIN + SEPARATE + r("Глава 1{tab}2")) + p(r("Глава 2{tab}5")) + p(END) + p("Глава 1")
    assert [role for role, _, _ in roles(body)] == ["contents", "contents", ""]


def test_a_field_that_is_not_closed_does_not_swallow_the_law() -> None:
    assert texts(p(field("REF x", "") + r("а") + BEGIN + r("б")) + p("в")) == ["аб", "в"]
    heading = p("Глава 1", styled("1")) + p("Текст")
    assert roles(p(BEGIN + SEPARATE + r("Глава 1 2")) + heading, styles=STYLES) == [
        ("contents", 0, "Глава 1 2"),
        ("heading", 1, "Глава 1"),
        ("", 0, "Текст"),
    ]


@pytest.mark.parametrize(
    ("properties", "indent"),
    [
        ("", 0),
        ('<w:ind w:left="1200"/>', 10),
        ('<w:ind w:start="1200" w:firstLine="600"/>', 15),
        ('<w:ind w:left="1200" w:hanging="600"/>', 5),
        ('<w:ind w:left="2.54cm"/>', 12),
        (styled("Right"), 40),
        (styled("Right") + '<w:ind w:firstLine="120"/>', 41),
        ('<w:ind w:left="много"/>', 0),
    ],
)
def test_indentation_is_told_in_letters(properties: str, indent: int) -> None:
    styles = style("Right", properties='<w:ind w:left="4800"/>')
    assert [line.indent for line in lines(p("слово", properties), styles=styles)] == [indent]


def test_typed_blanks_are_indentation_too() -> None:
    assert [line.indent for line in lines(p("{tab}  слово"))] == [6]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<w:r><w:drawing/></w:r>", "Pictures and drawings that were not read: 1."),
        ("<w:r><w:object/></w:r>", "Embedded objects that were not read: 1."),
        (FORMULA, "Formulas that were read as plain words: 1."),
        ('<w:r><w:commentReference w:id="1"/></w:r>', "Comments of the file that were not read: 1."),
        (sdt(r("Введите"), PLACEHOLDER), "Empty form fields that were not read: 1."),
        ("<w:r><w:sym w:font='Webdings' w:char='F099'/></w:r>", "stand as \ufffd: 1."),
        (field("LISTNUM", ""), "that are missing: 1."),
        ('<w:fldSimple w:instr=" AUTONUM "/>', "that are missing: 1."),
        (r("вон", "<w:strike/>"), "printed struck through, which were read as standing words: 1."),
    ],
)
def test_what_is_not_words_is_told(inside: str, said: str) -> None:
    (remark,) = remarks(p(r("слово") + inside))
    assert remark.endswith(said)


def test_an_embedded_document_is_not_followed_but_told() -> None:
    assert remarks(p("а") + '<w:altChunk r:id="r9"/>') == ("Embedded documents that were not read: 1.",)


def test_headers_with_words_are_told_and_page_numbers_are_not() -> None:
    assert remarks(p("а"), header=p("Рабочий текст"), footer=p("12")) == (
        "Headers and footers were not read: «Рабочий текст».",
    )
    assert texts(p("а"), header=p("Рабочий текст")) == ["а"]


def test_a_picture_for_two_programs_is_told_once() -> None:
    picture = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice>'
        "<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert remarks(p(picture)) == ("Pictures and drawings that were not read: 1.",)
