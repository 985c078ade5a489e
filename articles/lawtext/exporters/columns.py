"""Columns of tables in print: wide enough for their words, and where words that are longer still may break."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .setting import Cell

LETTERS = 66
"""Letters of 12 points that a line as wide as the text of a page holds, set by the wide ones."""

BESIDE = 2.0
"""Letters for which the room between the words of a cell and its borders would do."""

TOLERANCE = 0.5
"""Letters by which an estimate may be short before a word is taken for too long."""

CAPITAL = 0.4
"""By how much of a letter a capital is wider than a small one."""

WIDEST = 60
"""How many characters of a cell count for the width of its column; longer cells break into lines."""

HEADING_LINES = 3
"""Lines that the heading of a column may take before it makes the column wider."""

VOWEL = "аәеёиіоөуұүыэюяaeiouy"
FOLLOWS = "ъьй"
SYLLABLE = re.compile(
    rf"(?<=[{VOWEL}])(?=[^\W\d_{VOWEL}{FOLLOWS}][{VOWEL}])"
    rf"|(?<=[^\W\d_{VOWEL}])(?=[^\W\d_{VOWEL}{FOLLOWS}][{VOWEL}])"
    rf"|(?<=[{VOWEL}][{VOWEL}])(?=[{VOWEL}])",
    re.IGNORECASE,
)
WORD = re.compile(r"\s*(?:[^\s-]+-*|-+)\s*|\s+")
"""A word, or the part of one that ends with its hyphen, with the blanks around it."""

SHORTEST_PART = 2


def widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """The share of each column in thousandths of the text's width: its longest word first, then what its cells ask.

    Where the longest words do not stand side by side, the widest columns give way until all fit.
    """
    columns = [["".join(run.words for run in cell) for cell in column] for column in zip(*rows, strict=True)]
    least = _fitting([BESIDE + max(map(_longest_word, column)) for column in columns])
    more = [max(0.0, BESIDE + _asked(column) - width) for column, width in zip(columns, least, strict=True)]
    spare = max(0.0, LETTERS - sum(least))
    shares = more if any(more) else least
    full = [width + spare * share / sum(shares) for width, share in zip(least, shares, strict=True)]
    return [int(1000 * width / sum(full)) for width in full]


def held(share: int) -> float:
    """How many letters of one word fit a column with this share of the width."""
    return LETTERS * share / 1000 - BESIDE + TOLERANCE


def parts(words: str, letters: float) -> list[str]:
    """The words, cut where one that is longer than so many letters may break: between syllables, or anywhere."""
    if _longest_word(words) <= letters:
        return [words]
    return [part for word in WORD.findall(words) for part in _parts(word, letters)]


def _longest_word(text: str) -> float:
    return max(map(_length, WORD.findall(text)), default=1.0)


def _length(word: str) -> float:
    return len(word.strip()) + CAPITAL * sum(map(str.isupper, word))


def _asked(column: Sequence[str]) -> float:
    """The letters that its longest cell asks for, within bounds."""
    heading, *cells = column
    asked = [*map(len, cells), len(heading) / HEADING_LINES if cells else len(heading)]
    return min(max(asked), WIDEST)


def _fitting(widths: Sequence[float]) -> list[float]:
    """The widths with the widest cut to what makes them fit a line together."""
    left, widest = float(LETTERS), 0.0
    for count, width in zip(range(len(widths), 0, -1), sorted(widths), strict=True):
        widest = left / count
        if width > widest:
            return [min(width, widest) for width in widths]
        left -= width
    return list(widths)


def _parts(word: str, letters: float) -> list[str]:
    if _length(word) <= letters:
        return [word]
    places = [place for place in map(re.Match.start, SYLLABLE.finditer(word)) if _leaves_enough(word, place)]
    syllables = [word[start:end] for start, end in pairwise((0, *places, len(word)))]
    return syllables if max(map(_length, syllables)) <= letters else list(word)


def _leaves_enough(word: str, place: int) -> bool:
    return SHORTEST_PART <= place <= len(word) - SHORTEST_PART
