"""What readers of all languages share: what they give back, and how numbers in running words are read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ..ordinals import ordinal_readings
from .phrases import Step
from .writing import AND, OR

MOST = 60
"""Members of one list that are read; a bound, so that hostile words cost no more than their length."""

_LETTER = r"(?:[a-zа-яәғқңөұүһі](?![^\W\d_]))?"
NUMBER = re.compile(rf"\d{{1,5}}(?!\d){_LETTER}(?:-\d{{1,4}}(?!\d){_LETTER}){{0,3}}")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
DASH = re.compile(r" ?– ?| - ")

_UNLIKE = re.compile("[\u00a0\u202f—‒−ёЁiI]")
_ALIKE = str.maketrans({"\u00a0": " ", "\u202f": " ", "—": "–", "‒": "–", "−": "–", "ё": "е", "Ё": "Е"})
_ALIKE_KK = {**_ALIKE, **str.maketrans({"i": "і", "I": "І"})}


def readable(words: str, language: str) -> str:
    """The words with signs that only look different made equal, letter for letter: no-break spaces, long dashes, ё,
    and in Kazakh the Latin i. Offsets stay; what was unlike is noticed when the reference is printed back."""
    if not _UNLIKE.search(words):
        return words
    return words.translate(_ALIKE_KK if language == "kk" else _ALIKE)


class Item(NamedTuple):
    """One number of a list: as a mark, with the cases in which the word can stand (none for figures)."""

    mark: str
    start: int
    end: int
    cases: frozenset[str] = frozenset()


class Enumeration(NamedTuple):
    """«1, 2 и 3», «1 – 3» or «1 или 2» (``either``); ``joined`` if a list has its last «и» or «или»."""

    items: tuple[Item, ...]
    through: bool = False
    either: bool = False
    joined: bool = False

    @property
    def end(self) -> int:
        return self.items[-1].end

    @property
    def marks(self) -> tuple[str, ...]:
        return tuple(item.mark for item in self.items)


@dataclass(frozen=True, slots=True)
class Reading:
    """One group of units as read; offsets in the words.

    ``cases`` are those in which the unit itself can stand, in the order of the language; ``plural`` if it is plural
    with one number; ``owned`` if it continues what stands before it or belongs to another act (Kazakh, «10-бабы»),
    but may stand alone if ``short`` («10-бабы 2-тармағының …»); ``foreign`` if the words next to it say that it
    belongs to another act.
    """

    start: int
    end: int
    steps: tuple[Step, ...]
    cases: tuple[str, ...]
    plural: bool = False
    owned: bool = False
    short: bool = False
    foreign: bool = False

    @property
    def closed(self) -> bool:
        """Whether it says that it is meant in this law."""
        return self.steps[-1].this


def lowered(word: str) -> str:
    """The word as a table has it: a capital first letter is allowed anywhere."""
    return word[:1].lower() + word[1:]


def figure(words: str, at: int) -> Item | None:
    match = NUMBER.match(words, at)
    return Item(match[0], at, match.end()) if match else None


def bracketed(words: str, at: int) -> Item | None:
    """«3)»; the bracket may be missing."""
    item = figure(words, at)
    return item._replace(end=item.end + words.startswith(")", item.end)) if item else None


@cache
def _ordinals(language: str, gender: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Ordinal words of one gender: mark and cases."""
    found = {}
    for word, readings in ordinal_readings(language).items():
        fitting = [reading for reading in readings if not reading[1] or reading[1] == gender]
        if fitting:
            found[word] = str(fitting[0][0]), frozenset(case for _, _, case in fitting if case)
    return found


def ordinal_reader(language: str, gender: str = "") -> Callable[[str, int], Item | None]:
    """A reader of one ordinal word, or two («двадцать первая»)."""
    table = _ordinals(language, gender)

    def read(words: str, at: int) -> Item | None:
        first = WORD.match(words, at)
        if not first:
            return None
        second = WORD.match(words, first.end() + 1) if words.startswith(" ", first.end()) else None
        for end in (second.end() if second else -1, first.end()):
            if end > 0 and (known := table.get(lowered(words[at:end]))):
                return Item(known[0], at, end, known[1])
        return None

    return read


_ReadItem = Callable[[str, int], Item | None]


def enumeration(words: str, at: int, read: _ReadItem, language: str) -> Enumeration | None:
    """As much of a list or range as stands here; None if there is no number."""
    first = read(words, at)
    if not first:
        return None
    dash = DASH.match(words, first.end)
    last = read(words, dash.end()) if dash else None
    if last:
        return Enumeration((first, last), through=True)
    return _list(words, first, read, language)


def _list(words: str, first: Item, read: _ReadItem, language: str) -> Enumeration:
    items = [first]
    while len(items) < MOST:
        between = next(
            (word for word in (", ", AND[language], OR[language]) if words.startswith(word, items[-1].end)), ""
        )
        item = read(words, items[-1].end + len(between)) if between else None
        if not item:
            break
        items.append(item)
        if between != ", ":
            return Enumeration(tuple(items), either=between == OR[language], joined=True)
    return Enumeration(tuple(items))
