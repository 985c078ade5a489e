"""Letters of another alphabet in a changed paragraph: each has a thin mark, and one remark tells them together."""

from collections.abc import Iterator

from ..characters import alphabet, suspicious
from .redline_units import Unit
from .redline_words import ALPHABET_NAMES, PHRASES


def foreign_letters(unit: Unit, language: str) -> str:
    """«В абзаце букв другого алфавита: 12 (латиница: i)»; empty if there are none, or if no word changed here.

    Where words did not change, nobody asks what they are written with: many Kazakh texts have a Latin i throughout.
    """
    if unit.away or all(piece.look == "equal" for piece in unit.pieces):
        return ""
    letters = [letter for piece in unit.pieces for letter in _alike(piece.text)]
    return PHRASES[language]["letters"].format(len(letters), _named(letters, language)) if letters else ""


def _alike(text: str) -> Iterator[str]:
    return (text[one.start : one.end] for one in suspicious(text) if one.why == "look-alike")


def _named(letters: list[str], language: str) -> str:
    """«латиница: a, i; кириллица: о», in the order of the alphabets."""
    names = ALPHABET_NAMES[language]
    found = {name: sorted({letter for letter in letters if alphabet(letter) == name}) for name in names}
    return "; ".join(f"{names[name]}: {', '.join(some)}" for name, some in found.items() if some)
