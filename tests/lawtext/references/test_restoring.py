"""Plain typing keeps references: whatever is written around them, and only what was touched becomes words."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from articles.lawtext.references import Index, pieces, printed, relinked, restore_references, stored

from .cpu_limit import cpu_limit
from .standing_law import standing_law

ROOT, IDS = standing_law()
INDEX = Index(ROOT)
AT = IDS["a18.c1"]
GONE = "0dead000-0000-4000-8000-000000000000"


def _token(names, form, through=False):
    return stored([IDS.get(name, name) for name in names.split()], form, through)


SUBCLAUSE = _token("a17.c1.s3", "gen")
POINT = _token("a18.c2", "ins+r")
CHAPTERS = _token("h2 h5", "nom", through=True)
STORED = f"В случаях, предусмотренных {POINT}, и для целей {SUBCLAUSE} кенес вправе применять {CHAPTERS}."


def _shown(text, language="ru"):
    return printed(text, INDEX, language, AT).words


SHOWN = _shown(STORED)


def test_untouched_words_are_the_stored_text():
    assert SHOWN == (
        "В случаях, предусмотренных пунктом 2 настоящей статьи, и для целей подпункта 3) пункта 1 статьи 17 кенес"
        " вправе применять главы 2 – 5."
    )
    assert restore_references(STORED, SHOWN, SHOWN) == STORED


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("кенес вправе", "кенес обязан", ()),
        ("В случаях, предусмотренных", "Если это предусмотрено", ()),
        (", и для целей", ", а также для целей", ()),
        ("вправе применять", "«вправе» (применять)", ()),
        ("пункта 1 статьи 17", "пункта 1 статьи 18", (SUBCLAUSE,)),
        ("пунктом 2 настоящей", "пунктом 2-1 настоящей", (POINT,)),
        ("пунктом 2 настоящей статьи", "Пунктом 2 настоящей статьи", (POINT,)),
        ("главы 2 – 5", "главы 2 – 6", (CHAPTERS,)),
        ("статьи, и для целей подпункта 3)", "статьи подпункта 4)", (SUBCLAUSE,)),
        (SHOWN, "Совсем другой текст.", (POINT, SUBCLAUSE, CHAPTERS)),
        (SHOWN, "", (POINT, SUBCLAUSE, CHAPTERS)),
        (SHOWN, f"{SHOWN} {SHOWN}", ()),
    ],
)
def test_only_touched_references_become_words(old, new, lost):
    submitted = SHOWN.replace(old, new)

    restored = restore_references(STORED, SHOWN, submitted)

    assert _shown(restored) == submitted
    marks = [text for text, token in pieces(restored) if token]
    assert marks == [mark for mark in (POINT, SUBCLAUSE, CHAPTERS) if mark not in lost]


def test_a_touched_reference_is_recognised_again_by_what_it_says_now():
    submitted = SHOWN.replace("статьи 17", "статьи 17 настоящего Закона").replace("пунктом 2", "пунктом 3")

    restored, unlinked = relinked(restore_references(STORED, SHOWN, submitted), INDEX, "ru", AT)

    assert unlinked == ()
    assert [text for text, token in pieces(restored) if token] == [
        _token("a18.c3", "ins+r"),
        _token("a17.c1.s3", "gen+l"),
        CHAPTERS,
    ]


def test_words_typed_beside_a_reference_do_not_take_its_place():
    text = f"согласно {_token('a17', 'dat')}."
    submitted = "согласно статье 5 и статье 17."

    restored = restore_references(text, _shown(text), submitted)

    assert restored == f"согласно статье 5 и {_token('a17', 'dat')}."


@pytest.mark.parametrize(
    "text",
    [
        f"{_token('a17', 'gen')} и {_token('a18', 'gen')} и {_token('a17 a18', 'gen')}",
        f"{_token('a10 a11', 'gen')} и {_token('a17.c1 a17.c3', 'gen')} и так далее и {_token('a20', 'gen')}",
        f"{_token('a17.c3 a17.c1.s3', 'ins')} и {_token('a20', 'ins')}",
        f"{_token(GONE, 'gen')} и {_token('a18', 'gen')} и {_token(GONE, 'gen')}",
        f"{_token('a17', 'gen')}",
    ],
)
def test_references_are_told_apart_though_the_words_between_them_occur_inside_them(text):
    shown = _shown(text)

    assert restore_references(text, shown, f"А {shown}") == f"А {text}"


def test_references_that_cannot_be_told_apart_for_certain_become_words():
    text = f"{_token('a17.c1.s3', 'gen+o')} {_token('a17.c1', 'gen+o')} {_token('a17', 'gen')}"
    shown = _shown(text)

    assert _shown(restore_references(text, shown, f"А {shown}")) == f"А {shown}"


def test_shown_words_of_another_text_are_refused():
    with pytest.raises(ValueError, match="shown"):
        restore_references(STORED, "Другой текст.", "Третий текст.")


SAID = "кенес вправе и или статьи статьи 17 пункта 2 пункта 1 , ; ( ) « » – осы баптың 17 3) подпункта закон - 1"
WORDS = st.sampled_from(SAID.split(" "))
TOKENS = st.sampled_from(
    [
        _token("a17.c1.s3", "gen"),
        _token("a17", "gen"),
        _token("a17.c2", "gen+o"),
        _token("a18.c2", "ins+r"),
        _token("h2 h5", "nom", through=True),
        _token("a17.c1 a17.c3", "gen+l"),
        _token("a17.c3 a17.c1.s3", "ins"),
        _token("L", "gen"),
        _token(GONE, "gen"),
    ]
)
PLAIN = st.lists(WORDS, max_size=5).map(" ".join)


USUAL = "кенес вправе и или , ; ( ) « » закон бюджет жатады"
ORDINARY = st.lists(st.sampled_from(USUAL.split(" ")), max_size=5)


@st.composite
def _edits_outside(draw, words):
    """Stored words and what they become when everything but the references is written anew or left."""
    tokens = draw(st.lists(TOKENS, min_size=1, max_size=4))
    old = [draw(words) for _ in range(len(tokens) + 1)]
    new = [draw(st.one_of(st.just(between), words)) for between in old]

    def together(between):
        parts = [f"{said} {token}" for said, token in zip(between, tokens, strict=False)]
        return " ".join([*parts, between[-1]])

    return together(old), together(new), tokens


@settings(max_examples=100, deadline=None)
@given(_edits_outside(PLAIN), st.sampled_from(["ru", "kk", "en"]))
def test_edits_outside_references_keep_every_one(edited, language):
    old, new, tokens = edited
    submitted = _shown(new, language)

    restored = restore_references(old, printed(old, INDEX, language, AT), submitted)

    assert _shown(restored, language) == submitted
    assert [text for text, token in pieces(restored) if token] == tokens


@settings(max_examples=100, deadline=None)
@given(_edits_outside(ORDINARY.map(" ".join)), st.sampled_from(["ru", "kk", "en"]))
def test_references_are_found_in_shown_words_among_ordinary_ones(edited, language):
    old, new, tokens = edited
    assume("+o" not in old)
    submitted = _shown(new, language)

    restored = restore_references(old, _shown(old, language), submitted)

    assert _shown(restored, language) == submitted
    assert [text for text, token in pieces(restored) if token] == tokens


@settings(max_examples=100, deadline=None)
@given(_edits_outside(PLAIN), st.sampled_from(["ru", "kk", "en"]))
def test_a_wrong_cut_of_shown_words_never_changes_the_text(edited, language):
    old, new, _ = edited
    submitted = _shown(new, language)

    assert _shown(restore_references(old, _shown(old, language), submitted), language) == submitted


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(WORDS, TOKENS), max_size=12), st.lists(WORDS, max_size=20))
def test_any_submission_prints_as_it_was_submitted(parts, submitted):
    text = " ".join(parts)

    restored = restore_references(text, _shown(text), " ".join(submitted))

    assert _shown(restored) == " ".join(submitted)


@pytest.mark.parametrize("between", [" и ", "", " ", ", "])
def test_many_references_are_restored_in_bounded_time(between):
    text = between.join([_token("a17.c1 a17.c3", "gen")] * 300)

    with cpu_limit(20):
        shown = _shown(text)
        assert _shown(restore_references(text, shown, f"{shown} слово")) == f"{shown} слово"
