"""What comparing by letters does to statutes, by the best-known engine: the control that our redline must beat."""

import re
from itertools import pairwise

import pytest
from diff_match_patch import diff_match_patch

from articles.lawtext.redline import redline

TORN = [
    ("Решение принимает Комиссия.", "Решение принимает Комитет."),
    ("в течение 15 дней", "в течение 45 дней"),
    ("не более 35,000,000 тенге", "не более 55,000,000 тенге"),
    ("Кенес принимает план.", "Кенес выносит план."),
]


def by_letters(old, new):
    engine = diff_match_patch()
    found = engine.diff_main(old, new)
    engine.diff_cleanupSemantic(found)
    return [({-1: "delete", 0: "equal", 1: "insert"}[operation], text) for operation, text in found]


def edges_inside_words(spans):
    """How many changes begin or end in the middle of a word or figure."""
    shown = [(operation, text) for operation, text, *_ in spans]
    pairs = pairwise(shown)
    return sum(
        bool(re.search(r"[\w,]$", one) and re.match(r"\w", other))
        for (operation, one), (following, other) in pairs
        if "equal" in (operation, following)
    )


@pytest.mark.parametrize(("old", "new"), TORN)
def test_where_letters_tear_a_word_the_redline_keeps_it_whole(old, new):
    assert edges_inside_words(by_letters(old, new)) > 0
    assert edges_inside_words(redline(old, new)) == 0
