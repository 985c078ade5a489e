"""Word's automatic numbers become the words that Word prints."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from articles.lawtext.importers import docx
from articles.lawtext.importers.lines import ImportRefused
from articles.lawtext.importers.wordprocessing.figures import letters, printed, roman

from . import documents as d
from .documents import definition, level, listed, num, p, style, styled

THREE = definition(0, level(0, "%1."), level(1, "%1.%2."), level(2, "%3)", "russianLower"))


def labels(numbering: str, *paragraphs: str, styles: str = "", language: str = "ru") -> list[str]:
    """What is printed before the word «x» of each paragraph."""
    found = docx.lines(d.docx("".join(paragraphs), numbering=numbering, styles=styles), language).lines
    return [line.text.removesuffix("x").removesuffix(" ") for line in found]


def at(number: int, *depths: int) -> list[str]:
    return [p("x", listed(number, depth)) for depth in depths]


@pytest.mark.parametrize(
    ("style", "number", "text"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("decimalZero", 12, "12"),
        ("lowerLetter", 1, "a"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 54, "bbb"),
        ("russianLower", 7, "ж"),
        ("russianLower", 10, "к"),
        ("russianLower", 29, "я"),
        ("russianLower", 30, "аа"),
        ("russianUpper", 26, "Ы"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 1999, "MCMXCIX"),
        ("upperRoman", 4000, "4000"),
        ("none", 5, ""),
        ("ordinal", 3, "3-й"),
        ("numberInDash", 3, "- 3 -"),
        ("chicago", 3, "3"),
        ("decimal", 0, "0"),
        ("russianLower", 0, "0"),
        ("lowerRoman", -2, "-2"),
    ],
)
def test_formats_of_numbers(style: str, number: int, text: str) -> None:
    assert printed(number, style, "ru") == text


def test_ordinals_follow_the_language() -> None:
    assert [printed(2, "ordinal", language) for language in ("kk", "ru", "en")] == ["2-ші", "2-й", "2."]


@given(some.integers(-(2**31), 2**31), some.sampled_from(["lowerLetter", "russianUpper", "lowerRoman", "decimalZero"]))
@settings(max_examples=100)
def test_no_number_prints_long(number: int, style: str) -> None:
    assert 0 < len(printed(number, style, "ru")) <= 31


def test_letters_and_roman_figures_tell_numbers_apart() -> None:
    assert len({letters(number, "абв") for number in range(1, 91)}) == 90
    assert len({roman(number) for number in range(1, 4000)}) == 3999


def test_levels_count_and_start_anew_under_the_next() -> None:
    found = labels(THREE + num(1, 0), *at(1, 0, 1, 1, 2, 2, 0, 1, 2))
    assert found == ["1.", "1.1.", "1.2.", "а)", "б)", "2.", "2.1.", "а)"]


def test_a_level_may_go_on_under_the_next() -> None:
    numbering = definition(0, level(0, "Глава %1."), level(1, "Статья %2.", more='<w:lvlRestart w:val="0"/>'))
    found = labels(numbering + num(1, 0), *at(1, 0, 1, 1, 0, 1))
    assert found == ["Глава 1.", "Статья 1.", "Статья 2.", "Глава 2.", "Статья 3."]


def test_a_level_may_start_anew_only_under_a_higher_one() -> None:
    numbering = definition(0, level(0, "%1"), level(1, "%2"), level(2, "%3", more='<w:lvlRestart w:val="1"/>'))
    assert labels(numbering + num(1, 0), *at(1, 0, 1, 2, 1, 2, 0, 1, 2)) == ["1", "1", "1", "2", "2", "2", "1", "1"]


def test_a_list_starts_where_it_says() -> None:
    assert labels(definition(0, level(0, "%1)", start=5)) + num(1, 0), *at(1, 0, 0)) == ["5)", "6)"]


def test_lists_of_one_definition_go_on_counting() -> None:
    assert labels(THREE + num(1, 0) + num(2, 0), *at(1, 0, 0), *at(2, 0), *at(1, 0)) == ["1.", "2.", "3.", "4."]


def restart(depth: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def test_a_list_with_its_own_start_begins_anew_once() -> None:
    numbering = THREE + num(1, 0) + num(2, 0, restart(0, 1)) + num(3, 0, restart(0, 7))
    found = labels(numbering, *at(1, 0, 0), *at(2, 0, 0), *at(3, 0), *at(2, 0))
    assert found == ["1.", "2.", "1.", "2.", "7.", "8."]


def test_the_start_of_a_list_holds_whenever_its_level_starts_anew() -> None:
    found = labels(THREE + num(1, 0, restart(1, 5)), *at(1, 0, 1, 1, 0, 1))
    assert found == ["1.", "1.5.", "1.6.", "2.", "2.5."]


def test_a_list_may_replace_a_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "§ %1", "upperRoman", start=3)}</w:lvlOverride>'
    assert labels(THREE + num(1, 0, override), *at(1, 0, 0, 1)) == ["§ III", "§ IV", "IV.1."]


def test_legal_numbering_prints_figures_on_every_level() -> None:
    numbering = definition(0, level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert labels(numbering + num(1, 0), *at(1, 0, 0, 1)) == ["I", "II", "2.1"]


def test_a_higher_level_that_was_not_used_prints_its_start() -> None:
    assert labels(THREE + num(1, 0), *at(1, 1, 1, 0)) == ["1.1.", "1.2.", "1."]


def test_a_label_names_no_deeper_level() -> None:
    numbering = definition(0, level(0, "%1%2."), level(1, "%2"))
    assert labels(numbering + num(1, 0), *at(1, 0)) == ["1."]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Статья %1.", "Статья 1."),
        ("%1-бап.", "1-бап."),
        ("  %1)\u00a0", "1)"),
        ("", ""),
        ("Примечание.", "Примечание."),
    ],
)
def test_words_of_a_label_are_words_of_the_line(text: str, printed: str) -> None:
    assert labels(definition(0, level(0, text)) + num(1, 0), *at(1, 0)) == [printed]


def test_bullets_are_dashes() -> None:
    numbering = definition(0, level(0, "\uf0b7", "bullet"), level(1, "—", "bullet")) + num(1, 0)
    assert labels(numbering, *at(1, 0, 1)) == ["–", "–"]


def test_a_number_prints_without_words_and_a_dash_does_not() -> None:
    numbering = definition(0, level(0, "%1.")) + definition(1, level(0, "•", "bullet")) + num(1, 0) + num(2, 1)
    found = docx.lines(d.docx(p("", listed(1)) + p("а", listed(1)) + p("", listed(2))), "ru").lines
    assert [line.text for line in found] == ["а"]
    found = docx.lines(d.docx(p("", listed(1)) + p("а", listed(1)) + p("", listed(2)), numbering=numbering), "ru").lines
    assert [line.text for line in found] == ["1.", "2. а"]


def test_a_text_that_goes_on_the_number_is_not_parted_from_it() -> None:
    numbering = definition(0, level(0, "Статья %1")) + num(1, 0)
    (line,) = docx.lines(d.docx(p(". Название", listed(1)), numbering=numbering)).lines
    assert line.text == "Статья 1. Название"


def test_every_line_of_a_paragraph_after_the_first_is_without_number() -> None:
    numbering = definition(0, level(0, "%1.")) + num(1, 0)
    found = docx.lines(d.docx(p("Текст:{br}1) а;", listed(1)), numbering=numbering)).lines
    assert [line.text for line in found] == ["1. Текст:", "1) а;"]


STYLES = (
    style("Chapter", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    + style("Article", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    + style("Special", based_on="Article")
    + style("Plain", based_on="Article", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    + style("Deep", properties='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>')
    + style("Deeper", based_on="Deep", properties='<w:numPr><w:ilvl w:val="2"/></w:numPr>')
)
TIED = (
    definition(
        0,
        level(0, "Глава %1", more='<w:pStyle w:val="Chapter"/>'),
        level(1, "Статья %2", more='<w:pStyle w:val="Article"/>'),
    )
    + definition(1, level(0, "%1"), level(1, "%2"), level(2, "%2.%3"))
    + num(1, 0)
    + num(2, 1)
)


@pytest.mark.parametrize(
    ("properties", "label"),
    [
        (styled("Chapter"), "Глава 1"),
        (styled("Article"), "Статья 1"),
        (styled("Special"), "Статья 1"),
        (styled("Plain"), ""),
        (styled("Deep"), "1"),
        (styled("Deeper"), "1.1"),
        (styled("Article") + listed(0), ""),
        (styled("Chapter") + '<w:numPr><w:ilvl w:val="1"/></w:numPr>', "Статья 1"),
        (styled("Plain") + listed(2, 0), "1"),
        (listed(9), ""),
        (listed(2, 8), ""),
        (listed("много"), ""),
        ('<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="2"/></w:numPr>', ""),
        ('<w:numPr><w:ilvl w:val="99"/><w:numId w:val="2"/></w:numPr>', ""),
    ],
)
def test_numbering_comes_from_the_paragraph_or_its_style(properties: str, label: str) -> None:
    assert labels(TIED, p("x", properties), styles=STYLES) == [label]


def test_a_definition_may_name_a_numbering_style() -> None:
    linked = definition(0, more='<w:numStyleLink w:val="Law"/>')
    real = definition(1, level(0, "%1)"), more='<w:styleLink w:val="Law"/>')
    assert labels(linked + real + num(1, 0) + num(2, 1), *at(1, 0, 0)) == ["1)", "2)"]


def test_a_numbering_style_may_be_found_through_the_styles() -> None:
    numbering = (
        definition(0, more='<w:numStyleLink w:val="Law"/>') + definition(1, level(0, "%1)")) + num(1, 0) + num(2, 1)
    )
    styles = style("Law", properties='<w:numPr><w:numId w:val="2"/></w:numPr>')
    assert labels(numbering, *at(1, 0), styles=styles) == ["1)"]


def test_a_custom_format_prints_what_older_programs_print() -> None:
    custom = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent>'
        '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
    )
    assert labels(custom + num(1, 0), *at(1, 0)) == ["01"]


def test_a_tracked_new_list_item_counts() -> None:
    change = '<w:pPrChange w:id="1" w:author="a"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange>'
    assert labels(TIED, p("x", listed(1) + change), p("x", change), styles=STYLES) == ["Глава 1", ""]


def test_the_indentation_of_a_level_is_that_of_its_paragraphs() -> None:
    numbering = definition(0, level(0, "%1)", more='<w:pPr><w:ind w:left="1200" w:hanging="600"/></w:pPr>')) + num(1, 0)
    found = docx.lines(d.docx(p("а", listed(1)) + p("б", listed(1) + '<w:ind w:left="0"/>'), numbering=numbering)).lines
    assert [line.indent for line in found] == [5, 0]


@pytest.mark.parametrize("text", ["%1" * 200, "а" * 100_000, "%9" * 50_000])
def test_a_label_without_end_is_refused(text: str) -> None:
    with pytest.raises(ImportRefused, match="numbering label"):
        labels(definition(0, level(0, text)) + num(1, 0), *at(1, 0))


def test_a_label_that_grows_without_end_is_refused() -> None:
    numbering = definition(0, level(0, "%1" * 100, "lowerLetter", start=700)) + num(1, 0)
    with pytest.raises(ImportRefused, match="numbering label"):
        labels(numbering, *at(1, 0))


def test_a_loop_of_numbering_styles_ends() -> None:
    numbering = definition(0, more='<w:numStyleLink w:val="Law"/>') + num(1, 0)
    styles = style("Law", based_on="Law", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert labels(numbering, *at(1, 0), styles=styles) == [""]


SPACED = '<w:suff w:val="space"/>'
MIXED = (
    definition(
        0,
        level(0, "Глава %1.", more=SPACED),
        level(1, "Статья %2.", more=SPACED),
        level(2, "%3.", more=SPACED),
        level(3, "%3.%4)", more=SPACED),
        level(4, "%5)", "russianLower", more=SPACED),
        level(5, "%6.", "upperRoman", start=3, more=SPACED),
    )
    + num(1, 0)
    + num(2, 0, restart(2, 5))
    + num(3, 0)
)
PLACES = [(1, depth) for depth in (0, 1, 2, 3, 3, 2, 3, *[4] * 12, 5, 1, 2, 3, 0, 1, 2, 2, 5, 5)]
PLACES += [(2, 2), (2, 3), (2, 2), (3, 2), (3, 1), (1, 2), (1, 0)]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice as an independent reader")
def test_labels_are_those_that_another_program_prints(tmp_path: Path) -> None:
    content = d.docx("".join(p("x", listed(*place)) for place in PLACES), numbering=MIXED)
    (tmp_path / "law.docx").write_bytes(content)
    d.converted(tmp_path, "txt:Text (encoded):UTF8", "law.docx")
    expected = (tmp_path / "law.txt").read_text("utf-8-sig").splitlines()
    assert [line.text for line in docx.lines(content).lines] == [line.strip() for line in expected if line]
