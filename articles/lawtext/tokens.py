"""Words of legal text: tokens, and the normal form in which two wordings are compared.

A token is what a lawyer would not see torn: a word with its hyphens and apostrophes, `5-1)`, `12-1(3)`, `§ 4(2)(a)`,
`35,000,000`, `5 000`, `15.01.2027`, «1 января 2027», «2027 жылғы 1 қаңтар», `№ 123-VI`, one mark of punctuation.
Blanks are never tokens. No token ends between two letters or figures.
"""

import re
import sys
import unicodedata
from functools import lru_cache
from typing import NamedTuple

SOFT_HYPHEN = "\u00ad"

MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\ufeff"
    "\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
)
"""Characters that belong to the one before them: combining marks, invisible characters, variants, skin tones."""

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
APOSTROPHES = "'\u2018\u2019\u201a\u201b\u2032"
QUOTES = '"«»\u201c\u201d\u201e\u201f\u2033'

LETTER = rf"[\w{MARKS}]"
DASH = f"[{DASHES}]"
BLANK = r"[ \u00a0\u2009\u202f]"
WORD_END = rf"(?!{LETTER})"

MONTHS = {
    "ru": "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "kk": (
        "қаңтар|ақпан|наурыз|с[әə]у[іi]р|мамыр|маусым|ш[іi]лде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
        # The Latin letters stand in older texts, whose i is not the Kazakh one.
    ),
    "en": "January|February|March|April|May|June|July|August|September|October|November|December",
}

DATES = (
    rf"\d{{1,2}}{BLANK}(?:{MONTHS['ru']}|{MONTHS['en']}){BLANK}\d{{4}}{WORD_END}",
    rf"\d{{4}}{BLANK}жыл(?:ғы|дың){BLANK}\d{{1,2}}{BLANK}(?:{MONTHS['kk']}){LETTER}*",
    rf"(?:{MONTHS['en']}){BLANK}\d{{1,2}},{BLANK}\d{{4}}{WORD_END}",
    rf"\d{{1,2}}\.\d{{1,2}}\.\d{{4}}{WORD_END}",
    rf"\d{{4}}{DASH}\d{{2}}{DASH}\d{{2}}{WORD_END}",
)
"""Dates, one token each, in the three languages and in figures."""

SEGMENT = r"\d{1,4}[^\W\d_]?"
LABEL = rf"{SEGMENT}(?:{DASH}{SEGMENT})*(?:(?:\(\w{{1,4}}\))+|(?<!\d\d\d\d)\))"
"""The printed number of a unit with its bracket: `5)`, `5-1)`, `15b)`, `12-1(3)`; `2027)` is a year in brackets."""

TOKEN = re.compile(
    rf"(?=[№§N])(?:(?:№|No\.?|§§?){BLANK}?\d{LETTER}*(?:[-–/.]{LETTER}+)*(?:\(\w{{1,4}}\))*)"
    rf"|(?=[JFMASOND]){DATES[2]}"
    rf"|(?=\d)(?:{DATES[0]}|{DATES[1]}|\d{{1,3}}(?:{BLANK}\d{{3}})+{WORD_END}|{LABEL}(?![{MARKS}]))"
    rf"|\w{LETTER}*(?:(?:[{DASHES}{APOSTROPHES}/]|(?<=\d)[.,:](?=\d))\w{LETTER}*)*"
    r"|[\U0001f1e6-\U0001f1ff]{2}"
    rf"|[^\s{SOFT_HYPHEN}][{MARKS}]*(?:(?<=\u200d)[^\w\s][{MARKS}]*)*"
)
"""One token, the longest reading first. Linear: no part can match the same characters in two ways."""


class Token(NamedTuple):
    """A token: where it stands in the text, and its normal form."""

    start: int
    end: int
    key: str


def tokens(text: str) -> list[Token]:
    """The tokens of a text in reading order; what lies between two of them is blank (or soft hyphens)."""
    return [Token(start, end, key(text[start:end])) for start, end in token_spans(text)]


def token_spans(text: str, start: int = 0, end: int = sys.maxsize) -> list[tuple[int, int]]:
    """Offsets of the tokens between two offsets of a text."""
    return [match.span() for match in TOKEN.finditer(text, start, end)]


FIGURE = re.compile(r"\d")


def is_cut(text: str, place: int) -> bool:
    """Whether a place lies between two tokens for certain, told without reading the text from its beginning.

    That is at a blank which no figure touches: `5 000` and «1 января 2027» are one token.
    """
    if FIGURE.search(text, max(place - 2, 0), place + 2):
        return False
    return place in (0, len(text)) or text[place - 1].isspace() != text[place].isspace()


FOLDED = str.maketrans({character: family[0] for family in (DASHES, APOSTROPHES, QUOTES) for character in family})

LATIN = "acehijopsxyəëABCEHIJKMOPSTXYƏË"
CYRILLIC = "асеһіјорѕхуәёАВСЕНІЈКМОРЅТХУӘЁ"
TO_CYRILLIC = str.maketrans(LATIN, CYRILLIC)
TO_LATIN = str.maketrans(CYRILLIC, LATIN)
LETTERS = re.compile(r"[^\W\d_]+")
CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f\u0259]")


def _one_alphabet(run: re.Match[str]) -> str:
    """A run of letters with look-alikes of the other alphabet folded («бiр» typed with a Latin i)."""
    word = run.group()
    latin = word.translate(TO_LATIN)
    if not CYRILLIC_LETTER.search(latin):
        return latin
    cyrillic = word.translate(TO_CYRILLIC)
    return word if LATIN_LETTER.search(cyrillic) else cyrillic


def normal(text: str) -> str:
    """The normal form of a text: two texts that differ only in typography have the same.

    NFC, soft hyphens dropped, every run of blanks one space, dashes, quotation marks and apostrophes of one family
    folded, look-alike letters of another alphabet inside a word folded. Never printed. Case and ё are kept.
    """
    text = unicodedata.normalize("NFC", text).replace(SOFT_HYPHEN, "").translate(FOLDED)
    return LETTERS.sub(_one_alphabet, " ".join(text.split()) if not text.isspace() else " ")


@lru_cache(maxsize=1 << 16)
def key(token: str) -> str:
    """The normal form of one token. Remembered, because a law has few different words."""
    return token if token.isascii() and token.isalnum() else normal(token)
