"""Where a text can be parted in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.lawtext.breaks import between_words, breaks, nearest_break


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Один. Два. Три.", ["Два. Три.", "Три."]),
        ("утверждение плана, бюджета и отчета", ["бюджета и отчета"]),
        ("аким – должностное лицо: глава", ["должностное лицо: глава", "глава"]),
        ("первое второе третье", ["второе третье", "третье"]),
        ("По п. 5 статьи 3, если иное не указано", ["если иное не указано"]),
        ("Осы баптың 2-тармағына сәйкес. Онда екі сөйлем бар.", ["Онда екі сөйлем бар."]),
        ("слово", []),
        ("Конец. ", []),
        ("", []),
    ],
)
def test_a_second_half_may_begin(text, seconds):
    assert [text[start:] for start in breaks(text)] == seconds


@pytest.mark.parametrize(
    ("text", "share", "second"),
    [
        ("Раз. Два. Три. Четыре.", 0.1, "Два. Три. Четыре."),
        ("Раз. Два. Три. Четыре.", 0.5, "Три. Четыре."),
        ("Раз. Два. Три. Четыре.", 0.95, "Четыре."),
    ],
)
def test_the_break_nearest_to_a_share_of_the_length_is_proposed(text, share, second):
    assert text[nearest_break(text, share) :] == second


@pytest.mark.parametrize(
    ("cut", "halves"),
    [
        ("органы мес|тного самоуправления", ("органы ", "местного самоуправления")),
        ("органы местно|го самоуправления", ("органы местного", " самоуправления")),
        ("органы| местного", ("органы", " местного")),
        ("органы |местного", ("органы ", "местного")),
        ("план|, бюджет", ("план,", " бюджет")),
        ("п|лан и бюджет", ("план", " и бюджет")),
        ("план и бюдж|ет", ("план и ", "бюджет")),
        ("сл|ово", ("", "слово")),
        ("слово|", ("слово", "")),
    ],
)
def test_a_cut_within_a_word_goes_to_its_nearer_end(cut, halves):
    before, after = cut.split("|")
    at = between_words(before + after, len(before))
    assert ((before + after)[:at], (before + after)[at:]) == halves


def test_what_cannot_be_parted_has_no_nearest_break():
    assert nearest_break("слово", 0.5) == 0


LEGAL = st.lists(
    st.sampled_from(["слово", "п.", "5", "Пункт.", "и;", "а,", "–", " ", "\n", "«Аким»", "т.б."]), max_size=12
)


@given(st.one_of(LEGAL.map(" ".join), st.text(max_size=40)))
def test_every_break_leaves_words_on_both_sides(text):
    starts = breaks(text)
    assert list(starts) == sorted(set(starts))
    for start in starts:
        assert text[:start].strip()
        assert text[start:].strip()
        assert not text[start].isspace()


@given(LEGAL.map(" ".join), st.floats(0, 1))
def test_the_nearest_break_is_one_of_the_breaks(text, share):
    assert nearest_break(text, share) in (breaks(text) or (0,))


@given(st.one_of(LEGAL.map(" ".join), st.text(max_size=40)), st.integers(0, 50))
def test_a_cut_between_words_cuts_none(text, at):
    place = between_words(text, at)
    assert text[:place].split() + text[place:].split() == text.split()
