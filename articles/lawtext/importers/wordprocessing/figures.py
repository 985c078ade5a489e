"""Numbers as Word's lists print them: ST_NumberFormat of ISO/IEC 29500-1, 17.18.59."""

from collections.abc import Callable

LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
"""Word's lists leave out ё, й, ъ and ь."""

REPEATED = 30
"""A letter is repeated at most so often (z is 26, aa is 27, … up to 780)."""

ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)

ORDINALS = {"ru": "{}-й", "kk": "{}-ші", "en": "{}."}


def letters(number: int, alphabet: str) -> str:
    """а, б, … я, аа, бб: the letter, once more for each round; figures beyond what Word prints."""
    rounds, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (rounds + 1) if 0 <= rounds < REPEATED else str(number)


def roman(number: int) -> str:
    """i, ii, iii; figures where Roman ones do not reach."""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for amount, figure in ROMAN:
        times, number = divmod(number, amount)
        written += figure * times
    return written


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": lambda number: letters(number, LATIN),
    "upperLetter": lambda number: letters(number, LATIN).upper(),
    "russianLower": lambda number: letters(number, RUSSIAN),
    "russianUpper": lambda number: letters(number, RUSSIAN).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "none": lambda number: "",
}


def printed(number: int, style: str, language: str) -> str:
    """The number in a format of Word; a format outside this table prints figures."""
    if style == "ordinal":
        return ORDINALS[language].format(number)
    return FORMATS.get(style, str)(number)
