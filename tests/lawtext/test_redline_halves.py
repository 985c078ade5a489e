"""A paragraph of a redline as each of the two texts has it, for a page that puts them beside each other."""

import pytest
from hypothesis import given

from articles.lawtext.exporters.redline_units import Link, Piece, Unit, half, pieces
from articles.lawtext.exporters.redline_words import shortened
from articles.lawtext.redline import redline

from .strategies import wordings

EQUAL, DELETED, INSERTED = Piece("equal", "Срок – "), Piece("delete", "четыре"), Piece("insert", "три")
FOLDED = Piece("folded", "статьёй 22", "статьёй 21", "reference")


def clause(look, *pieces, **named):
    return Unit("clause", "text", "2.", pieces=pieces, look=look, **named)


def words(unit):
    return unit and (unit.label, "".join(piece.text for piece in unit.pieces))


@pytest.mark.parametrize(
    ("unit", "old", "new"),
    [
        (clause("reworded", EQUAL, DELETED, INSERTED), ("2.", "Срок – четыре"), ("2.", "Срок – три")),
        (clause("reworded", EQUAL, FOLDED), ("2.", "Срок – статьёй 21"), ("2.", "Срок – статьёй 22")),
        (clause("renumbered", EQUAL, was="3."), ("3.", "Срок – "), ("2.", "Срок – ")),
        (clause("inserted", INSERTED), None, ("2.", "три")),
        (clause("excluded", DELETED), ("2.", "четыре"), None),
        (clause("inserted"), None, ("2.", "")),
        (clause("split", Piece("moved", "Слова")), None, ("2.", "Слова")),
        (clause("merged", Piece("gone", "Слова"), away=True), ("2.", "Слова"), None),
        (clause("moved", EQUAL), None, ("2.", "Срок – ")),
        (clause("moved", Piece("gone", "Слова"), away=True), ("2.", "Слова"), None),
        (clause("moved", EQUAL, links=(Link("origin", "статья 1", "c1-from"),)), None, ("2.", "Срок – ")),
    ],
)
def test_each_half_has_the_words_and_the_number_of_its_text(unit, old, new):
    assert (words(half(unit, "old")), words(half(unit, "new"))) == (old, new)


@given(wordings())
def test_the_halves_of_any_redline_are_the_two_texts_to_the_letter(pair):
    unit = clause("reworded", *pieces(redline(*pair)))
    told = [half(unit, side) for side in ("old", "new")]
    assert tuple(words(one)[1] if one else "" for one in told) == tuple(pair)


@pytest.mark.parametrize(
    ("where", "language", "short"),
    [
        ("Статья 17, пункт 2, подпункт 3)", "ru", "Ст. 17, п. 2, пп. 3)"),
        ("Статья 19, пункт 4 → статья 18, пункт 3", "ru", "Ст. 19, п. 4 → ст. 18, п. 3"),
        ("17-бап, 2-тармақ", "kk", "17-бап, 2-тармақ"),
        ("Article 17, point 2", "en", "Art. 17, pt. 2"),
    ],
)
def test_a_place_is_short_in_a_narrow_list(where, language, short):
    assert shortened(where, language) == short
