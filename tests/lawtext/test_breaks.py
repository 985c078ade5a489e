"""Where a text can be parted in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.lawtext.breaks import breaks, nearest_break


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
