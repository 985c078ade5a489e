"""Characters of legal text: what is refused, what is made visible, and the one form in which words are kept."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Outside the production Char of XML 1.0; a lone surrogate cannot be written as UTF-8 either."""

ZERO_WIDTH = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2064\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e0fff"
)
BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVISIBLE = re.compile(f"([{ZERO_WIDTH}])|([{BIDIRECTIONAL}])")

WORD = re.compile(r"[^\W\d_]+")
ALPHABETS = {
    "cyrillic": "\u0400-\u052f\u1c80-\u1c88\u2de0-\u2dff\ua640-\ua69f",
    "latin": "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff",
    "greek": "\u0370-\u03ff\u1f00-\u1fff",
}
"""Ranges of letters; where two alphabets fit a word equally well the first counts as its own."""

OF_ALPHABET = {name: re.compile(f"[{letters}]") for name, letters in ALPHABETS.items()}
MIXED = re.compile(
    "|".join(f"[{one}][{other}]" for one in ALPHABETS.values() for other in ALPHABETS.values() if one != other)
)

LOOK_ALIKES = (
    ("latin", "ABCEHIJKMOPSTXYaceihjkopsxy", "cyrillic", "АВСЕНІЈКМОРЅТХУасеіһјкорѕху"),
    ("cyrillic", "АВЕЅІЈКМНОРСТҮХҺаеѕіјкорсухһ", "latin", "ABESIJKMHOPCTYXHaesijkopcyxh"),
    ("greek", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοικ", "latin", "ABEZHIKMNOPTYXoik"),
    ("greek", "ΑΒΓΕΗΙΚΜΟΠΡΤΦΧοικ", "cyrillic", "АВГЕНІКМОПРТФХоік"),
)
MEANT = {
    (letter, alphabet): likely
    for _, letters, alphabet, alikes in LOOK_ALIKES
    for letter, likely in zip(letters, alikes, strict=True)
}


class Oddity(NamedTuple):
    """A character that a reader cannot see or takes for another: offsets, why, and the letter that was likely meant.

    ``why`` is ``forbidden``, ``zero-width``, ``bidirectional`` or ``look-alike``; ``meant`` is empty where nothing
    of the same look is known.
    """

    start: int
    end: int
    why: str
    meant: str = ""


def forbidden(text: str) -> tuple[Oddity, ...]:
    """The characters with which no text is saved: those that XML 1.0 forbids, and lone surrogates."""
    return tuple(Oddity(found.start(), found.end(), "forbidden") for found in FORBIDDEN.finditer(text))


def suspicious(text: str) -> tuple[Oddity, ...]:
    """Zero-width characters, bidirectional controls and letters of another alphabet inside a word, in order.

    Each word is looked at by itself, so «SMS-хабарлама» is clean and «негiзгi» with a Latin i is not.
    """
    return tuple(sorted([*_invisible(text), *_foreign(text)]))


def clean(words: str) -> str:
    """The words as one paragraph: NFC, every run of white space (also line breaks, no-break blanks) one blank.

    Zero-width characters stay: they are shown, not silently taken out.
    """
    return " ".join(unicodedata.normalize("NFC", words).split())


def _invisible(text: str) -> Iterator[Oddity]:
    for found in INVISIBLE.finditer(text):
        yield Oddity(found.start(), found.end(), "zero-width" if found[1] else "bidirectional")


def _foreign(text: str) -> Iterator[Oddity]:
    if not MIXED.search(text):
        return
    for word in WORD.finditer(text):
        yield from _foreign_in(word[0], word.start())


def _foreign_in(word: str, offset: int) -> Iterator[Oddity]:
    if not MIXED.search(word):
        return
    written = [(letter, alphabet(letter)) for letter in word]
    own = _own_alphabet(written)
    for index, (letter, name) in enumerate(written, start=offset):
        if name not in ("", own):
            yield Oddity(index, index + 1, "look-alike", MEANT.get((letter, own), ""))


def _own_alphabet(written: list[tuple[str, str]]) -> str:
    """The alphabet that a word was meant to be in: all its letters look like one of it, else most are of it."""
    counted = Counter(name for _, name in written)

    def fits(own: str) -> tuple[bool, int]:
        return all(name in ("", own) or (letter, own) in MEANT for letter, name in written), counted[own]

    return max(ALPHABETS, key=fits)


def alphabet(letter: str) -> str:
    """The alphabet of a letter; empty for those that law texts do not mix up."""
    return next((name for name, pattern in OF_ALPHABET.items() if pattern.match(letter)), "")
