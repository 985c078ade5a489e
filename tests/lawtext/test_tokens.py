import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.lawtext.sentences import sentence_starts
from articles.lawtext.tokens import is_cut, normal, tokens

from .strategies import HOSTILE, texts


def printed(text):
    return [text[token.start : token.end] for token in tokens(text)]


@pytest.mark.parametrize(
    "token",
    [
        "5)",
        "5-1)",
        "15b)",
        "12-1(3)",
        "§ 4(2)(a)",
        "§4(2)(a)",
        "12.3",
        "12.3.4",
        "35,000,000",
        "5\u00a0000",
        "5\u202f000\u202f000",
        "1 000",
        "15.01.2027",
        "2027-01-15",
        "1 January 2027",
        "January 1, 2027",
        "1 января 2027",
        "2027 жылғы 1 қаңтар",
        "2027 жылғы 1 қаңтардан",
        "No. 123-VI",
        "№ 480-V",
        "57m",
        "2012-2013",
        "2012–2013",
        "and/or",
        "и/или",
        "өзін-өзі",
        "17-бабының",
        "Partner’s",
        "Partner's",
        "сло\u00adво",
        "и\u0306",
        "👍🏽",
        "👨\u200d👩\u200d👧",
        "🇰🇿",
    ],
)
def test_what_a_lawyer_reads_as_one_is_one_token(token):
    assert printed(f"слово {token} word") == ["слово", token, "word"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«слово»,", ["«", "слово", "»", ","]),
        ("“x”;", ["“", "x", "”", ";"]),
        ("15%", ["15", "%"]),
        ("(2005)", ["(", "2005", ")"]),
        ("15.01.2027 г.", ["15.01.2027", "г", "."]),
        ("статьи 5, 6 и 7.", ["статьи", "5", ",", "6", "и", "7", "."]),
        ("$35,000,000", ["$", "35,000,000"]),
        ("пункт 5)текст", ["пункт", "5)", "текст"]),
        (" \t\n\u00a0", []),
    ],
)
def test_every_mark_of_punctuation_is_a_token_and_no_blank_is(text, expected):
    assert printed(text) == expected


@given(st.one_of(texts(), HOSTILE, st.text(max_size=30)))
@settings(max_examples=150, deadline=None)
def test_tokens_and_blanks_make_up_the_text(text):
    place = 0
    for token in tokens(text):
        assert not text[place : token.start].replace("\u00ad", "").strip()
        assert token.start < token.end
        place = token.end
    assert not text[place:].replace("\u00ad", "").strip()


@given(st.one_of(texts(), HOSTILE, st.text(max_size=30)))
@settings(max_examples=150, deadline=None)
def test_no_token_ends_between_two_letters_or_figures(text):
    edges = {edge for token in tokens(text) for edge in (token.start, token.end)}
    assert not [edge for edge in edges if 0 < edge < len(text) and (text[edge - 1] + text[edge]).isalnum()]


@given(texts())
@settings(max_examples=150, deadline=None)
def test_the_normal_form_has_the_tokens_of_the_text(text):
    assert [token.key for token in tokens(normal(text))] == [token.key for token in tokens(text)]


@given(st.one_of(texts(), HOSTILE, st.text(max_size=30)))
@settings(max_examples=150, deadline=None)
def test_a_place_told_to_be_a_cut_is_between_two_tokens(text):
    inside = {place for token in tokens(text) for place in range(token.start + 1, token.end)}
    assert not [place for place in inside if is_cut(text, place)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5\u00a0000", "5\u202f000"),
        ("слово", "сло\u00adво"),
        ("2012-2013", "2012—2013"),
        ("й", "и\u0306"),
        ("бiр", "бір"),
        ("ХІ", "XI"),
        ("№ 100-VІ", "№ 100-VI"),
        ("«x»", "“x”"),
        ("Partner's", "Partner’s"),
        ("а  б", "а б"),
    ],
)
def test_typography_has_one_normal_form(one, other):
    assert one != other
    assert normal(one) == normal(other)


@pytest.mark.parametrize(("one", "other"), [("все", "всё"), ("Закон", "закон"), ("«x»", "'x'"), ("15", "15b")])
def test_what_reads_otherwise_has_another_normal_form(one, other):
    assert normal(one) != normal(other)


@given(texts())
@settings(max_examples=100, deadline=None)
def test_the_normal_form_is_that_of_every_unicode_form(text):
    assert normal(unicodedata.normalize("NFD", text)) == normal(text)


HOSTILE_LENGTH = 100_000


@pytest.mark.parametrize(
    "part", ["1 000 ", "5-", "§ ", "(", "1(1)", "1.", "a'", "1 января ", "\u00ad", "👍\u200d", "а/"]
)
def test_a_hundred_thousand_hostile_characters_are_read_once(part):
    text = part * (HOSTILE_LENGTH // len(part))
    assert sum(token.end - token.start for token in tokens(text)) <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "См. ст. 5 и п. 3 Закона от 2027 г. № 7.",
        "See art. 5, No. 7 and p. 3 of the Act.",
        "Ставка составляет 3.5 процента, т.е. немного.",
        "Согласовано с А. Б. Ивановым и Дж. Смитом.",
        "и т.д. в соответствии с Законом",
        "1. Кенес утверждает бюджет.",
    ],
)
def test_T15_abbreviations_initials_and_decimals_do_not_end_a_sentence(text):
    assert sentence_starts(text) == [0]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Кенес заседает. Аким присутствует.", ["Кенес заседает. ", "Аким присутствует."]),
        ("Әкім қатысады. Осы Заңның 5-бабы.", ["Әкім қатысады. ", "Осы Заңның 5-бабы."]),
        ("first item; second item; third", ["first item; ", "second item; ", "third"]),
        ("Is it so? «Да.» Нет!", ["Is it so? ", "«Да.» ", "Нет!"]),
    ],
)
def test_sentences_and_items_of_a_list_begin_where_the_one_before_ends(text, sentences):
    starts = sentence_starts(text)
    assert [text[i:j] for i, j in zip(starts, [*starts[1:], len(text)], strict=True)] == sentences
