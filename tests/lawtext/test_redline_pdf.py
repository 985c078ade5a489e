import io
from dataclasses import replace

import pypdf
import pytest

from articles.lawtext.changes import Comparison
from articles.lawtext.comparison import compare
from articles.lawtext.edition import Edition
from articles.lawtext.exporters.redline_pdf import write
from articles.lawtext.exporters.redline_setting import RedlineIncomplete
from articles.lawtext.exporters.redline_words import CLASSED, PHRASES, place, ranges, what_is_substantive
from articles.lawtext.exporters.typesetting import MissingGlyph
from articles.lawtext.fingerprint import short
from articles.lawtext.units import LANGUAGES

from . import redline_example as example
from .printed import HOSTILE


def read(comparison: Comparison, language: str = "ru") -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(write(comparison, *example.editions(language))))


def letters(text: str) -> str:
    """The text without blanks: where lines break is the business of the page."""
    return "".join(text.split()).replace("\u200b", "")


def words_of(reader: pypdf.PdfReader) -> str:
    return letters("".join(page.extract_text() for page in reader.pages))


@pytest.fixture(scope="module", params=LANGUAGES)
def russian(request) -> tuple[pypdf.PdfReader, str]:
    return read(example.russian(), request.param), request.param


def test_every_wording_that_changed_is_there_with_both_its_sides(russian) -> None:
    text = words_of(russian[0])
    for marked in (example.DECISION, example.FORCE, example.MEMBER, example.JOINED):
        assert letters("".join(span.text for span in example.spans(marked))) in text
    assert letters(example.CONTROL) in text


def test_changes_are_listed_under_the_numbers_they_have_in_every_format(russian) -> None:
    reader, language = russian
    text = words_of(reader)
    for number, change in enumerate(example.russian().changes, start=1):
        side = change.new or change.old
        if change.classed in ("inserted", "excluded", "reworded"):
            listed = f"{place(side.address, language)} – {CLASSED[language][change.classed]}"
            assert letters(f"{number}.") in text
            assert letters(listed) in text


def test_the_texts_are_named_with_their_fingerprints(russian) -> None:
    reader, language = russian
    text = words_of(reader)
    for edition in example.editions(language):
        assert edition.fingerprint in text
        assert text.count(letters(short(edition.fingerprint))) >= len(reader.pages)


def test_the_numbers_that_changed_are_listed_at_the_end(russian) -> None:
    reader, language = russian
    count = len(example.russian().concordance)
    assert letters(PHRASES[language]["concordance"].format(count)) in words_of(reader)


def test_every_number_is_in_one_of_the_two_lists(russian) -> None:
    reader, language = russian
    text = words_of(reader)
    made = example.russian().changes
    quiet = [
        n for n, change in enumerate(made, start=1) if change.classed in ("renumbered", "reference", "typographic")
    ]
    heading = PHRASES[language]["quiet"].format(len(quiet), ranges(quiet))
    assert text.count(letters(heading)) == 2
    listed = text.split(letters(heading))[2].split(letters(PHRASES[language]["concordance"].format(7)[:-3]))[0]
    assert all(f"{number}." in listed for number in quiet)
    assert letters(what_is_substantive(language)) in text


def test_pages_are_numbered_from_the_second() -> None:
    first, second, *_ = (page.extract_text().split() for page in read(example.russian()).pages)
    assert second[0] == "2"
    assert first[0] != "1"


def test_the_file_is_tagged_archival_and_says_its_language(russian) -> None:
    reader, language = russian
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith(language)
    assert b"pdfaid" in root["/Metadata"].get_object().get_data()
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_chapters_and_articles_that_stand_are_bookmarks() -> None:
    def titles(outline: list) -> list[str]:
        return [title for one in outline for title in (titles(one) if isinstance(one, list) else [one.title])]

    found = titles(read(example.russian()).outline)
    assert "Глава 2. КЕНЕС" in found
    assert "Статья 17. Компетенция кенеса" in found
    assert "Статья 27. Протокол собрания" in found
    assert not any("Поручение" in title for title in found)


def test_the_old_place_of_a_move_prints_the_first_words_only() -> None:
    text = words_of(read(example.russian()))
    assert text.count(letters("Решение кенеса вступает в силу со дня")) == 2
    assert text.count(letters("если в нем не указан более поздний срок.")) == 1


def test_the_list_and_both_ends_of_a_move_are_links() -> None:
    names = {
        str(annotation.get_object()["/Dest"])
        for page in read(example.russian()).pages
        for annotation in page.get("/Annots", ())
    }
    loud = sum(change.classed not in ("renumbered", "reference", "typographic") for change in example.russian().changes)
    assert len(names) >= loud + 2  # the old places of the move and of the change of level


@pytest.mark.parametrize("made", [example.russian(), example.kazakh()])
def test_a_comparison_that_was_found_is_printed_like_one_made_by_hand(made: Comparison) -> None:
    language = "kk" if "Жергілікті" in made.new.heading else "ru"
    found = compare(made.old, made.new)
    text = words_of(read(found, language))
    told = PHRASES[language]["total"].format(
        total=len(found.changes), substantive=sum(change.substantive for change in found.changes)
    )
    assert letters(told) in text


def test_equal_laws_say_so_in_words() -> None:
    law = example.russian().new
    text = words_of(read(example.compared(law, law)))
    assert letters(PHRASES["ru"]["none"]) in text
    assert letters("Статьи 1–15: без изменений") in text


def test_words_of_an_exclusion_are_printed_behind_the_norm_that_they_exclude() -> None:
    text = words_of(read(compare(*example.excluded_in_words())))
    stub = "Исключен Законом РК от 09.02.2009 № 126."
    assert letters(f"2. Пасека осматривается раз в год.{stub}") in text
    assert letters(f"Статья 6. Надзор за пчелами{stub}") in text


def test_a_change_that_cannot_be_shown_is_an_error() -> None:
    with pytest.raises(RedlineIncomplete):
        read(replace(example.russian(), new=example.kazakh().new))


def test_notices_are_printed() -> None:
    noticed = replace(example.russian(), notices=("Article 16: too long to compare word by word.",))
    assert letters("Внимание. Article 16: too long to compare word by word.") in words_of(read(noticed))


def test_the_same_comparison_is_the_same_file_to_the_byte() -> None:
    files = {write(example.kazakh(), *example.editions("kk")) for _ in range(2)}
    assert len(files) == 1


def one_clause(marked: str) -> Comparison:
    old, new = (
        example.law(
            "О",
            example.p("article", "5", "a", "", example.p("clause", "2", "x", text), heading="О"),
        )
        for text in (example.old_text(marked), example.new_text(marked))
    )
    return example.compared(old, new, example.change("reworded", "x", text=marked))


def test_no_word_becomes_an_instruction() -> None:
    text = words_of(read(one_clause(f"[-было-]{{+стало {HOSTILE}+}}")))
    assert letters(HOSTILE) in text


def test_a_character_without_a_glyph_is_named_with_its_provision() -> None:
    with pytest.raises(MissingGlyph, match=r"U\+6C49.*clause 2"):
        read(one_clause("[-было-]{+стало 汉+}"))


def test_hidden_characters_are_printed_as_their_codes() -> None:
    assert "U+202E" in words_of(read(one_clause("[-было-]{+ста\u202eло+}")))


def test_a_replaced_sentence_with_letters_of_another_alphabet_prints_as_running_text() -> None:
    other = "Ауыл бюджетi жылына бiр рет бекiтiледi."
    made = one_clause(f"[-{example.LATIN_I} Екiншi сөйлем осы жерде тұр.-]{{+{other} Үшiншi сөйлем осы жерде тұр.+}}")
    text = "".join(page.extract_text() for page in read(made, "kk").pages)
    for sentence in (example.LATIN_I, other):
        assert sentence in " ".join(text.split())
    assert "U+0069" not in text
    assert text.count("латын әліпбиі: i") == 1


def test_texts_without_date_and_fingerprint_can_be_compared() -> None:
    files = (Edition(language="ru", source="old.docx"), Edition(language="ru", source="new.docx"))
    text = words_of(pypdf.PdfReader(io.BytesIO(write(example.russian(), *files))))
    assert letters("Файл new.docx") in text
    assert letters(PHRASES["ru"]["unprinted"]) in text
