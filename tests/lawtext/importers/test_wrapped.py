"""Plain text broken at an even width: its paragraphs come back whole, and a text that is not broken stays as it is."""

import textwrap
from pathlib import Path

import pytest

from articles.lawtext.importers import plain
from articles.lawtext.importers.wrapped import joined

SAMPLES = Path(__file__).parents[3] / "fixtures" / "local_self_government"


def sample(language):
    return (SAMPLES / f"{language}.txt").read_text(encoding="utf-8")


def broken(text, width, first="", further="", between=""):
    """Each line of the text as a paragraph of lines of this width; rows of tables and empty lines stay."""
    for line in text.split("\n"):
        if not line.strip() or "\t" in line:
            yield line
            continue
        yield textwrap.fill(line.strip(), width, initial_indent=first, subsequent_indent=further) + between


LAYOUTS = {
    "indented": ("    ", ""),
    "hanging": ("  ", "      "),
    "empty lines": ("", "", "\n"),
    "empty lines in a margin": ("    ", "    ", "\n"),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize(("language", "width"), [("ru", 70), ("kk", 64), ("en", 80)])
def test_a_broken_law_reads_as_the_whole_one(language, width, layout):
    text = sample(language)
    found = plain.read("\n".join(broken(text, width, *layout)).encode(), language)
    whole = plain.read(text.encode(), language)
    assert found.root == whole.root
    (remark,) = (one for one in found.remarks if "were joined" in one)
    assert remark.startswith(f"The lines are broken at about {width} characters and were joined")
    assert len(found.guesses) == len(whole.guesses)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_law_with_a_paragraph_on_each_line_stays_as_it_is(language):
    text = sample(language)
    assert joined(text) == (text, ())


TITLE = "О МЕСТНОМ САМОУПРАВЛЕНИИ В\nРЕСПУБЛИКЕ КАЗАХСТАН\n"
WORDS = (
    "Настоящий Закон определяет порядок, по которому жители села сами или через выборных лиц решают "
    "вопросы своей жизни, и то, какие права и какие обязанности есть у них при этом в отношениях с "
    "органами государства и друг с другом, если иное не сказано в законах Республики Казахстан, и "
    "устанавливает границы, в которых они действуют, а равно и то, что им в этих границах позволено."
)


def test_findings_name_the_first_line_of_a_paragraph():
    paragraphs = [*broken(WORDS, 60, "    "), "    Статья 1. Круг жителей", *broken("7. " + WORDS, 60, "    ")]
    imported = plain.read(f"О селе\n\n{chr(10).join(paragraphs)}".encode(), "ru")
    lines = "\n".join(["О селе", "", *paragraphs]).split("\n")
    assert [one.line for one in imported.guesses] == [lines.index(next(x for x in lines if "7. " in x)) + 1]
    assert imported.root.children[1].children[0].text == WORDS


@pytest.mark.parametrize("margin", ["", " " * 20])
@pytest.mark.parametrize("title", ["О местном самоуправлении в\n{}Республике Казахстан", TITLE.replace("\nР", "\n{}Р")])
def test_a_title_on_several_lines_is_one_title(title, margin):
    paragraphs = "\n".join([*broken(WORDS, 60, "    "), *broken("Статья 1. Сход\n1. " + WORDS, 60, "    ")])
    imported = plain.read((margin + title.format(margin).strip() + "\n\n" + paragraphs).encode(), "ru")
    assert imported.root.heading.casefold() == "о местном самоуправлении в республике казахстан"
    assert [child.kind for child in imported.root.children] == ["preamble", "article"]


@pytest.mark.parametrize(
    ("ending", "start", "elsewhere", "found"),
    [
        ("управле-", "ния", "управления", "управления"),
        ("админи\u00ad", "страция", "", "администрация"),
        ("социально-", "экономического", "социально-экономического", "социально-экономического"),
        ("социально-", "экономического", "", "социально-экономического"),
        ("Нур-", "Султан", "", "Нур-Султан"),
        ("село -", "часть", "", "село - часть"),
    ],
)
def test_a_hyphen_is_taken_out_only_of_a_word_that_stands_elsewhere(ending, start, elsewhere, found):
    body = "\n".join(broken(WORDS, 60, "    "))
    whole = f"    1) текст {elsewhere};\n{body}\n    Слова такие, что они кончаются словом на краю {ending}\n{start}."
    assert f" {found}." in joined(whole)[0]


def test_a_hyphen_that_may_be_a_break_is_reported():
    body = "\n".join(broken(WORDS, 60, "    "))
    _, (remark,) = joined(f"{body}\n    Слова такие, что они кончаются словом на краю управле-\nния.")
    assert remark.endswith("; hyphens kept at the end of a line: 1, first in line 8.")


def test_a_dash_at_the_start_of_a_broken_line_stays_in_the_sentence():
    body = "\n".join(broken(WORDS, 60, "    "))
    text, _ = joined(f"{body}\n    1) профилактика чрезвычайных ситуаций социального характера\n– комплекс мер;")
    assert "социального характера – комплекс мер;" in text


def test_a_title_that_stops_at_a_preposition_goes_on_in_a_text_that_is_not_broken():
    imported = plain.read("О местном самоуправлении в\nРеспублике Казахстан\nСтатья 1. Сход\nТекст.".encode(), "ru")
    assert imported.root.heading == "О местном самоуправлении в Республике Казахстан"
    assert [one.line for one in imported.guesses] == [2]


def test_a_preamble_that_looks_like_the_rest_of_a_title_is_reported():
    imported = plain.read("О самоуправлении сел\nРеспублики Казахстан\nСтатья 1. Сход\nТекст.".encode(), "ru")
    assert [(one.line, one.read_as) for one in imported.guesses] == [(2, "preamble, though it has no end")]


def test_one_paragraph_of_a_whole_file_and_one_endless_word_are_read():
    lines = ["слово " * 11] * 2_000 + ["а" * 200_000 + "-", "конец."]
    text, _ = joined("\n".join(lines))
    assert text.split("\n")[0].split() == " ".join(lines).replace("- конец", "-конец").split()
