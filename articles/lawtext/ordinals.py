"""Ordinal words: parts and indents have no number and are cited by a word (Law No 480-V, article 25, point 3)."""

from functools import cache

from .units import CASES

LAST = 99
"""Up to here ordinals are written in words; beyond it in figures."""

_ONES = {
    "ru": "первый второй третий четвертый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый "
    "тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый",
    "kk": "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы",
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
}
_ROUND = {
    "ru": "десятый двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый",
    "kk": "оныншы жиырмасыншы отызыншы қырқыншы елуінші алпысыншы жетпісінші сексенінші тоқсаныншы",
    "en": "ten twenty thirty forty fifty sixty seventy eighty ninety",
}
_TENS = {
    "ru": "десять двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "kk": "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
    "en": "ten twenty thirty forty fifty sixty seventy eighty ninety",
}
_BETWEEN = {"ru": " ", "kk": " ", "en": "-"}

_RU_ENDINGS = {
    ("ый", "m"): "ый ого ому ый ым ом",
    ("ой", "m"): "ой ого ому ой ым ом",
    ("ий", "m"): "ий ьего ьему ий ьим ьем",
    ("ый", "f"): "ая ой ой ую ой ой",
    ("ой", "f"): "ая ой ой ую ой ой",
    ("ий", "f"): "ья ьей ьей ью ьей ьей",
}
"""Six cases by the ending of the nominative («третий» is the only soft one)."""


def _word(number: int, language: str) -> str:
    """The word of a number from 1 to LAST, in Russian in the nominative of the masculine."""
    ones = _ONES[language].split()
    if number <= len(ones):
        return ones[number - 1]
    ten, one = divmod(number, 10)
    if not one:
        return _ROUND[language].split()[ten - 1]
    return f"{_TENS[language].split()[ten - 1]}{_BETWEEN[language]}{ones[one - 1]}"


@cache
def ordinal_word(number: int, language: str, gender: str = "m", case: str = "nom") -> str:
    """«вторая», «екінші», "two" (as in "part two"); figures beyond LAST.

    Russian ordinals agree with the unit in gender (m or f) and case; the others do not change.
    """
    if not 1 <= number <= LAST:
        return str(number)
    word = _word(number, language)
    if language != "ru":
        return word
    ending = _RU_ENDINGS[word[-2:], gender].split()[CASES["ru"].index(case)]
    return word[:-2] + ending


@cache
def ordinal_readings(language: str) -> dict[str, tuple[tuple[int, str, str], ...]]:
    """Every ordinal word with what it can be: (number, gender, case); the case is empty where it does not change."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    variants = [(gender, case) for gender in "mf" for case in CASES["ru"]] if language == "ru" else [("", "")]
    for number in range(1, LAST + 1):
        for gender, case in variants:
            found.setdefault(ordinal_word(number, language, gender, case), []).append((number, gender, case))
    return {word: tuple(readings) for word, readings in found.items()}
