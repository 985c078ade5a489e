"""Cyrillic letters of Russian and Kazakh as Latin ones, for addresses."""

import re

LATIN = {
    **dict(zip("абвгдезийклмнопрстуфхцыэ", "abvgdeziiklmnoprstufhcye", strict=True)),
    "ё": "e",
    "ж": "zh",
    "ч": "ch",
    "ш": "sh",
    "щ": "sch",
    "ъ": "",
    "ь": "",
    "ю": "iu",
    "я": "ia",
    **dict(zip("әғқңөұүһі", "agqnouuhi", strict=True)),
}

BETWEEN = re.compile("[^a-z0-9]+")


def address(words: str, longest: int) -> str:
    """The words in small Latin letters joined by hyphens, cut after the last whole word that fits; may be empty."""
    latin = BETWEEN.sub("-", "".join(LATIN.get(letter, letter) for letter in words.lower())).strip("-")
    if len(latin) <= longest:
        return latin
    cut = latin[: longest + 1].rpartition("-")[0]
    return cut or latin[:longest]
