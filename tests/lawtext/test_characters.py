import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.lawtext.characters import clean, forbidden, suspicious


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x0c", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_xml_forbids_is_found(character):
    assert [(one.start, one.end, one.why) for one in forbidden(f"а{character}б")] == [(1, 2, "forbidden")]


@given(st.text())
def test_what_is_not_forbidden_can_stand_in_xml(text):
    allowed = "".join(letter for letter in text if not forbidden(letter))
    assert forbidden(allowed) == ()
    root = ElementTree.Element("law")
    root.text = allowed.replace("\r", "")
    assert (ElementTree.fromstring(ElementTree.tostring(root, "utf-8")).text or "") == root.text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("негiзгi", [(3, "і"), (6, "і")]),
        ("Cтатья", [(0, "С")]),
        ("217-VІ", [(5, "I")]),
        ("kеnеs", [(1, "e"), (3, "e")]),
        ("Кесте W", []),
        ("SMS-хабарлама", []),
        ("IT, Wi-Fi және 5G", []),
        ("Қазақстан Республикасының Заңы", []),
        ("αβ и абα", [(7, "")]),
        ("", []),
    ],
)
def test_letters_of_another_alphabet_inside_a_word_are_found_with_the_letter_that_was_meant(text, found):
    assert [(one.start, one.meant) for one in suspicious(text)] == found
    assert {one.why for one in suspicious(text)} <= {"look-alike"}


@pytest.mark.parametrize(
    ("character", "why"),
    [
        ("\u200b", "zero-width"),
        ("\u00ad", "zero-width"),
        ("\ufeff", "zero-width"),
        ("\U000e0041", "zero-width"),
        ("\u202e", "bidirectional"),
        ("\u2066", "bidirectional"),
    ],
)
def test_invisible_characters_are_found_and_stay_in_the_words(character, why):
    text = f"ке{character}нес"
    assert [(one.start, one.end, one.why) for one in suspicious(text)] == [(2, 3, why)]
    assert clean(text) == text


def test_oddities_come_in_the_order_of_the_text():
    assert [one.start for one in suspicious("аb\u200b aб\u202e")] == [0, 2, 4, 6]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("  два \t слова\n", "два слова"),
        ("5\u00a0000\u2028тенге", "5 000 тенге"),
        ("и\u0306", "й"),
        ("\x85", ""),
    ],
)
def test_words_are_kept_as_one_paragraph(words, kept):
    assert clean(words) == kept


@given(st.text())
def test_cleaning_loses_white_space_only_and_does_nothing_twice(words):
    kept = clean(words)
    assert clean(kept) == kept
    assert "".join(kept.split()) == "".join(unicodedata.normalize("NFC", words).split())
