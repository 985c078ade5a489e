"""Quantities in legal text: figures and numerals with what they count, dates, and numbers that cite a unit."""

import re
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from .tokens import DATES, FIGURE, key, token_spans


class Quantity(NamedTuple):
    """Words from ``start`` to ``end`` that say how much: ``numeral`` in one form for all its cases, ``unit`` with
    its qualifiers («рабоч», «day»), and the ``reasons`` for which a change of them is one of substance."""

    start: int
    end: int
    reasons: tuple[str, ...]
    numeral: str
    unit: tuple[str, ...] = ()


def _cardinals(ending: str, **stems: str) -> dict[str, str]:
    return {name: f"(?:{stem}){ending}" for name, stem in stems.items()}


RU_ORDINAL = r"(?:ый|ий|ой|ая|ое|ого|ому|ым|ом|ую|ые|ых|ыми)"
KK_ENDING = r"(?:(?:і|ы)?нші|(?:і|ы)?ншы|д[еа]н|т[еа]н|н[еа]н|ге|ға|ке|қа|сі|сы|і|ы|еу|еуі|уі)?"

NUMERALS: dict[str, dict[str, str]] = {
    "ru": {
        "n1": "од(?:ин|ного|ному|ним|ном|на|ной|ну|но|ни|них|ними)",
        "n2": "дв(?:а|е|ух|ум|умя)|об(?:а|е|оих|еих)",
        "n3": "тр(?:и|[её]х|[её]м|емя)",
        "n4": "четыр(?:е|[её]х|[её]м|ьмя)",
        **_cardinals("(?:ь|и|ью)", n5="пят", n6="шест", n7="сем", n9="девят", n10="десят"),
        "n8": "вос(?:емь|ьми|емью|ьмью)",
        **_cardinals("надцат(?:ь|и|ью)", n11="один", n12="две", n13="три", n14="четыр", n15="пят", n16="шест"),
        **_cardinals("надцат(?:ь|и|ью)", n17="сем", n18="восем", n19="девят"),
        **_cardinals("дцат(?:ь|и|ью)", n20="два", n30="три"),
        "n40": "сорока?",
        **_cardinals("(?:ьдесят|идесяти)", n50="пят", n60="шест", n70="сем"),
        "n80": "вос(?:емьдесят|ьмидесяти)",
        "n90": "девяност[оа]",
        "n100": "ст[оа]",
        "n200": "дв(?:ести|ухсот)",
        "n300": "тр(?:иста|[её]хсот)",
        "n400": "четыр(?:еста|[её]хсот)",
        **_cardinals("(?:ьсот|исот)", n500="пят", n600="шест", n700="сем", n900="девят"),
        "n800": "вос(?:емьсот|ьмисот)",
        "n1000": r"тысяч\w{0,3}",
        "million": r"миллион\w{0,3}|млн",
        "milliard": r"миллиард\w{0,3}|млрд",
        "half": r"половин\w{1,2}",
        "third": "трет(?:ь|и|ей|ью|ям)",
        "quarter": "четверт(?:ь|и|ью)",
        "o3": r"трет(?:ий|ья|ье|ьего|ьему|ьим|ьем|ьей|ью|ьи|ьих)",
        "o7": f"седьм{RU_ORDINAL}",
        "o8": f"восьм{RU_ORDINAL}",
        **_cardinals(RU_ORDINAL, o1="перв", o2="втор", o4="четв[её]рт", o5="пят", o6="шест", o9="девят", o10="десят"),
    },
    "kk": {
        "n1": "бір(?:і|інші|еу|еуі)?",
        "n10": "он(?:ыншы|ға|нан)?",
        **_cardinals(KK_ENDING, n2="ек[іе]", n3="үш", n4="төрт", n5="бес", n6="алты", n7="жет[іе]", n8="сегіз"),
        **_cardinals(KK_ENDING, n9="тоғыз", n20="жиырма", n30="отыз", n40="қырық", n50="елу", n60="алпыс"),
        **_cardinals(KK_ENDING, n70="жетпіс", n80="сексен", n90="тоқсан", n100="жүз", n1000="мың"),
        **_cardinals(KK_ENDING, million="миллион|млн", milliard="миллиард|млрд", half="жарты|жартысы"),
    },
    "en": {
        **_cardinals("", n1="one", n2="two", n3="three", n4="four", n5="five", n6="six", n7="seven", n8="eight"),
        **_cardinals("", n9="nine", n10="ten", n11="eleven", n12="twelve", n20="twenty", n30="thirty", n40="forty"),
        **_cardinals("teen", n13="thir", n14="four", n15="fif", n16="six", n17="seven", n18="eigh", n19="nine"),
        **_cardinals("ty", n50="fif", n60="six", n70="seven", n80="eigh", n90="nine"),
        **_cardinals("s?", n100="hundred", n1000="thousand", million="million", milliard="billion", half="half"),
        **_cardinals("", o1="first", o2="second", o3="thirds?", o4="fourth", o5="fifth", o6="sixth", o7="seventh"),
        **_cardinals("", o8="eighth", o9="ninth", o10="tenth"),
    },
}
"""How each numeral is written, per language: one name for all its cases, so that an inflection is no change."""

UNITS: dict[str, dict[str, str]] = {
    "ru": {
        "day": r"д(?:ень|ня|ню|н[её]м|не|ни|ней|ням|нями|нях)|сут(?:ки|ок)|\d+-?дневн\w+",
        "week": r"недел\w+",
        "month": r"месяц\w{0,3}|\d+-?месячн\w+",
        "year": r"год(?:а|у|ом|е|ы|ов|ам|ами|ах)?|лет|\d+-?летн\w+",
        "hour": "час(?:а|ов|ам|у|ы)?",
        "minute": r"минут\w{0,3}",
        "quarter": r"квартал\w{0,3}",
        "percent": r"%|процент\w{0,3}",
        "tenge": "тенге|теңге|тг|₸",
        "index": r"мрп|показател\w{1,3}",
        "rouble": r"рубл\w{1,3}|руб",
        "dollar": r"доллар\w{0,3}|[$€£]|евро",
    },
    "kk": {
        "day": r"(?:\d+-?)?күн\w{0,7}|тәулік\w*",
        "week": r"апта\w*",
        "month": r"(?:\d+-?)?ай(?:дан|ға|да|дың|лық|ы|ына)?",
        "year": r"(?:\d+-?)?жыл\w*",
        "hour": r"сағат\w*",
        "minute": r"минут\w*",
        "quarter": "тоқсан(?:да|дың|ға|ы)",
        "percent": r"%|пайыз\w*",
        "tenge": r"теңге\w*|₸",
        "index": r"аек|көрсеткіш\w*",
        "dollar": r"доллар\w*|[$€£]|еуро",
    },
    "en": {
        "day": "days?",
        "week": "weeks?",
        "month": "months?",
        "year": "years?",
        "hour": "hours?",
        "minute": "minutes?",
        "quarter": "quarters?",
        "percent": "%|percent|cent",
        "tenge": "tenge|kzt|₸",
        "index": "mci|ind(?:ex|exes|ices|icators?)",
        "dollar": "dollars?|usd|euros?|[$€£]",
    },
}
"""What is counted, per language, by one name for all its cases."""

REASONS = {
    "percent": ("number", "percentage"),
    **dict.fromkeys(("tenge", "index", "rouble", "dollar"), ("number", "money")),
    **dict.fromkeys(("day", "week", "month", "year", "hour", "minute", "quarter"), ("number", "period")),
}

CITED = {
    "ru": r"(?:под)?пункт\w{0,3}|стать\w{1,3}|статей|част[ьиея]\w{0,2}|глав\w{1,3}|раздел\w{0,3}|параграф\w{0,3}|"
    r"абзац\w{0,3}|приложени\w{1,2}|п|пп|ст",
    "kk": r"(?:[\d-]+-)?(?:ба[пб]\w*|тарма[қғ]\w*|тарау\w*|бөлі[кг]\w*|абзац\w*|қосымша\w*|параграф\w*)",
    "en": r"(?:sub)?(?:points?|articles?|parts?|chapters?|paragraphs?|sections?|annex(?:es)?|clauses?)|art|arts|sec",
}
"""Names of units beside which a number is a citation: before it, in Kazakh after it or joined to it by a hyphen."""

JOINING = frozenset({",", "-", "и", "или", "және", "немесе", "and", "or", "to", "(", ")"})
"""What may stand between the numbers of one citation: «статьями 10, 11 и 12»."""

_STOPPING = {
    "ru": "в во на по от до с со к и или не за для при",
    "kk": "мен бен пен және немесе",
    "en": "of in on by for from to and or the a an per not",
}
STOPPING = frozenset(word for words in _STOPPING.values() for word in words.split())
"""Small words after which no unit of the numeral before them can follow."""

CURRENCIES = frozenset("$€£₸")

DATE = re.compile("|".join(DATES))
YEAR = re.compile(r"(?:19|20)\d\d")


def _either(table: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in table.items()))


_NUMERALS = {language: _either(table) for language, table in NUMERALS.items()}
_UNITS = {language: _either(table) for language, table in UNITS.items()}
_CITED = {language: re.compile(pattern) for language, pattern in CITED.items()}


@lru_cache(maxsize=1 << 14)
def numeral(word: str, language: str) -> str:
    """One name of a numeral or figure, empty for any other word. Remembered: a law has few different words."""
    if FIGURE.search(word):
        return word
    found = _NUMERALS[language].fullmatch(word)
    return str(found.lastgroup) if found else ""


@lru_cache(maxsize=1 << 14)
def _unit_name(word: str, language: str) -> str:
    found = _UNITS[language].fullmatch(word)
    return str(found.lastgroup) if found else ""


def _unit(words: Sequence[str], index: int, language: str) -> tuple[int, tuple[str, ...]]:
    """How many words after ``index`` belong to the numeral there, and the unit with the first letters of qualifiers.

    At most two qualifiers stand between a numeral and its unit: «двадцать месячных расчетных показателей».
    """
    qualifiers: list[str] = []
    for place in range(index, min(index + 7, len(words))):
        word = words[place]
        name = _unit_name(word, language)
        if name:
            return place - index, (name, *qualifiers)
        if place == index or word in "()" or numeral(word, language):
            continue
        if word in STOPPING or not word.isalpha() or len(qualifiers) == 2:
            break
        qualifiers.append(word[:5])
    return 0, ()


def _is_cited(words: Sequence[str], index: int, language: str) -> bool:
    """Whether the number at ``index`` cites a unit of the law."""
    is_name = _CITED[language].fullmatch
    if is_name(words[index]):
        return True
    step = 1 if language == "kk" else -1
    place = index + step
    while 0 <= place < len(words) and (words[place] in JOINING or numeral(words[place], language)):
        if is_name(words[place]):
            return True
        place += step
    return 0 <= place < len(words) and is_name(words[place]) is not None


EDGES = ".,;:()«»“”"


def quantities(text: str, language: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Quantity]:
    """Every quantity between two offsets of a text, in reading order."""
    spans = token_spans(text, start, end)
    words = [key(text[first:last]).lower() for first, last in spans]
    for index, word in enumerate(words):
        if numeral(word, language):
            yield _quantity(text, spans, words, index, language)


def _quantity(text: str, spans: Sequence[tuple[int, int]], words: Sequence[str], index: int, language: str) -> Quantity:
    """The quantity of which the numeral at ``index`` is the first word (or the second, after a sign of currency)."""
    first, last = spans[index]
    word = words[index]
    length, unit = _unit(words, index, language)
    if DATE.fullmatch(text, first, last) or (unit[:1] == ("year",) and YEAR.fullmatch(word)):
        return Quantity(first, last, ("date",), word)
    if index and words[index - 1] in CURRENCIES:
        return Quantity(spans[index - 1][0], last, ("number", "money"), word, (words[index - 1],))
    if unit:
        end = spans[index + length][1]
        return Quantity(first, end, REASONS[unit[0]], numeral(word, language), unit)
    reasons = ("reference",) if _is_cited(words, index, language) else ("number",)
    return Quantity(first, last, reasons, numeral(word, language))
