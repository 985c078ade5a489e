"""What the articles of a law say about its validity, and about when it is put into effect: recognised in the words."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .provision import Provision, provisions
from .quantities import UNITS, numeral
from .sentences import sentence_starts
from .tokens import MONTHS

LONGEST = {"month": 1200, "day": 3660}
"""Longer terms are none: what looks like one is a number of something else."""

STEMS = {"ru": ("действи", "действу", "силу"), "kk": ("қолданы", "күшін"), "en": ("force", "effect", "valid")}
"""A provision without any of these says nothing here: most are passed over at once."""

_ACT = {
    "ru": r"настоящ(?:ий|ие) (?:закон|кодекс|правила)",
    "kk": r"осы (?:заң|кодекс|қағидалар)",
    "en": r"(?:this (?:law|code)|these rules)",
}
_OF_ACT = {
    "ru": r"настоящ(?:его|их) (?:закона|кодекса|правил)",
    "kk": r"осы (?:заңның|кодекстің|қағидалардың)",
    "en": r"of (?:this (?:law|code)|these rules)",
}

TERM = {
    language: re.compile(pattern)
    for language, pattern in {
        "ru": rf"{_ACT['ru']}\b[^,;]{{0,60}} действу(?:ет|ют)\b"
        rf"|(?:срок действия|действие) {_OF_ACT['ru']},? (?:[–-]|составляет|устанавливается|равен|ограничен|истекает)",
        "kk": rf"^{_ACT['kk']}\b(?=.*\b(?:қолданылады|күшінде болады|қолданыста болады)\b)"
        rf"|{_OF_ACT['kk']} қолданылу мерзімі\b(?=.{{0,200}}(?:[–-]|құрайды|белгіленеді|болып табылады|аяқталады))",
        "en": rf"{_ACT['en']} (?:(?:is|shall be|remains|shall remain) (?:valid|in force|in effect)|applies|operates)\b"
        rf"|(?:term|period) of validity {_OF_ACT['en']} (?:[–-]|is|shall be|ends|expires)",
    }.items()
}
"""Where a sentence begins to say how long the law is valid."""

EFFECT = {
    "ru": re.compile(rf"{_ACT['ru']}\b[^,;]{{0,60}} ввод(?:ит|ят)ся в действие\b"),
    "kk": re.compile(rf"^{_ACT['kk']}\b(?=.*\bқолданысқа енгізіл(?:еді|сін)\b)"),
    "en": re.compile(rf"{_ACT['en']} (?:(?:is|are|shall be) put|comes|shall come|enters|shall enter) into effect\b"),
}
"""Where a sentence begins to say when the law is put into effect."""

EXCEPTION = {
    "ru": re.compile(r"^(.*?),? за исключением .*?(?:,(?= (?:вводится|действует))|$)"),
    "kk": re.compile(r"^([^,]*),.*? қоспағанда,?"),
    "en": re.compile(r"^(.*?),? (?:except|with the exception of) .*?(?:,(?= (?:is|shall|remains))|$)"),
}
"""What holds for some provisions only, and in the group what stands before it."""

_SINCE_RU = r"(?:со дня|с даты|с момента|с|после дня|после) (?:(?:его|ее|их|первого|{of}) )*"
_OWN_RU = rf"(?: его| ее| их| {_OF_ACT['ru']})?"
_SINCE_KK = r"\w*(?: (?:күн|сәт|кез)\w*)? (?:бастап|кейін)"
_SINCE_EN = r"\b(?:from|after|since|following)\b[a-z ]{0,60}?\b"

EVENT_WORDS = {
    "ru": {
        "force": _SINCE_RU + rf"(?:вступлени\w{_OWN_RU} в силу|подписания)",
        "effect": _SINCE_RU + rf"введени\w{_OWN_RU} в действие",
        "publication": _SINCE_RU + r"(?:официального )?опубликования",
    },
    "kk": {
        "force": rf"(?:күшіне ен(?:ген|гізілген|у)|қол қойыл(?:ған|у)){_SINCE_KK}",
        "effect": rf"қолданысқа енгізіл(?:ген|у){_SINCE_KK}",
        "publication": rf"жариялан(?:ған|у){_SINCE_KK}",
    },
    "en": {
        "force": _SINCE_EN
        + r"(?:(?:enters?|entry|entering|comes?|coming) (?:of this law )?into force|signed|signature)",
        "effect": _SINCE_EN + r"(?:put|putting|comes?|coming|enters?|entry|entering) (?:it |of it )?into effect",
        "publication": _SINCE_EN + r"(?:publication|published)",
    },
}
EVENTS = {
    language: {event: re.compile(pattern.replace("{of}", _OF_ACT["ru"])) for event, pattern in table.items()}
    for language, table in EVENT_WORDS.items()
}
"""From what a term is counted, in words: «со дня вступления в силу», «қолданысқа енгізілген күннен бастап»."""

_DAY_MONTH_YEAR = {
    "ru": rf"(?P<day>\d{{1,2}}) (?P<month>{MONTHS['ru']}) (?P<year>\d{{4}})(?: года)?",
    "kk": rf"(?P<year>\d{{4}}) жыл(?:ғы|дың) (?P<day>\d{{1,2}}) (?P<month>{MONTHS['kk']})\w*",
    "en": rf"(?P<day>\d{{1,2}}) (?P<month>{MONTHS['en'].lower()}) (?P<year>\d{{4}})",
}
UNTIL = {
    "ru": re.compile(rf"\b(?P<by>до|по) {_DAY_MONTH_YEAR['ru']}(?P<inclusive>,? включительно)?"),
    "kk": re.compile(rf"\b{_DAY_MONTH_YEAR['kk']}(?: (?P<by>дейін)|(?P<inclusive>ны қоса| қоса алғанда))"),
    "en": re.compile(
        rf"\b(?P<by>until|before|through)(?P<inclusive> and including)? {_DAY_MONTH_YEAR['en']}(?:,? inclusive)?"
    ),
}
FROM = {
    "ru": re.compile(rf"\bс {_DAY_MONTH_YEAR['ru']}"),
    "kk": re.compile(rf"\b{_DAY_MONTH_YEAR['kk']} бастап"),
    "en": re.compile(rf"\b(?:from|on) {_DAY_MONTH_YEAR['en']}"),
}
DATE = {language: re.compile(rf"\b{pattern}") for language, pattern in _DAY_MONTH_YEAR.items()}
THROUGH = frozenset({"по", "through"})
"""«по 31 декабря» ends with that day, «до 1 января» with the day before."""

COUNTED = {
    language: {name: re.compile(table[name]) for name in ("day", "month", "year")} for language, table in UNITS.items()
}
JOINING = frozenset({"and"})
ROUND = frozenset({100, 1000})


@dataclass(frozen=True, slots=True)
class Said:
    """What one sentence says; ``provision`` is the id of the provision in which it stands.

    ``kind``: ``term`` (how long the law is valid: ``months`` counted from one of ``events``, or until ``last_day``,
    inclusive), ``effect`` (when it is put into effect: ``rule`` days, publication or date, with ``days`` or ``date``),
    ``mention`` (another sentence that counts months from an event). Several ``events`` contradict one another, none
    leaves open from when it counts.
    """

    kind: str
    provision: str
    language: str
    words: str
    events: tuple[str, ...] = ()
    months: int = 0
    last_day: datetime.date | None = None
    rule: str = ""
    days: int = 0
    date: datetime.date | None = None


def said_in(root: Provision, language: str) -> Iterator[Said]:
    """What the standing provisions of a law say about its validity, in reading order."""
    for provision in provisions(root):
        if provision.status == "standing" and any(stem in provision.text.lower() for stem in STEMS[language]):
            for words in _sentences(provision.text):
                yield from _said(words, provision.id, language)


def _sentences(text: str) -> Iterator[str]:
    starts = sentence_starts(text)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text[start:end].strip()


def _said(words: str, provision: str, language: str) -> Iterator[Said]:
    """A sentence says one thing, if any."""
    plain = _plain(words, language)
    sentence = Said("", provision, language, words)
    found = _term(sentence, plain) or _effect(sentence, plain) or _mention(sentence, plain)
    if found:
        yield found


def _plain(words: str, language: str) -> str:
    """A sentence in lower case, without brackets and without what it excepts."""
    plain = " ".join(re.sub(r"\([^()]{0,200}\)", " ", words.lower().replace("ё", "е")).split())
    return EXCEPTION[language].sub(r"\1", plain)


def _term(sentence: Said, plain: str) -> Said | None:
    language = sentence.language
    opening = TERM[language].search(plain)
    if opening is None:
        return None
    rest = plain[opening.start() :]
    if last := _last_day(rest, language):
        return replace(sentence, kind="term", last_day=last)
    months = _months(rest, language)
    return replace(sentence, kind="term", events=_events(rest, language), months=months) if months else None


def _effect(sentence: Said, plain: str) -> Said | None:
    language = sentence.language
    opening = EFFECT[language].search(plain)
    if opening is None:
        return None
    rest = plain[opening.start() :]
    is_counted = "publication" in _events(rest, language)
    days = _amounts(rest, language).get("day") if is_counted else None
    if days is not None:
        return replace(sentence, kind="effect", rule="days", days=days)
    if found := FROM[language].search(rest):
        date = _date(found, language)
        return replace(sentence, kind="effect", rule="date", date=date) if date else None
    return replace(sentence, kind="effect", rule="publication") if is_counted else None


def _mention(sentence: Said, plain: str) -> Said | None:
    """Months counted from a moment that only a law has."""
    events = tuple(event for event in _events(plain, sentence.language) if event != "publication")
    months = _months(plain, sentence.language) if events else 0
    return replace(sentence, kind="mention", events=events, months=months) if months else None


def _events(plain: str, language: str) -> tuple[str, ...]:
    return tuple(event for event, pattern in EVENTS[language].items() if pattern.search(plain))


def _last_day(plain: str, language: str) -> datetime.date | None:
    found = UNTIL[language].search(plain)
    day = _date(found, language) if found else None
    if found is None or day is None or found["by"] in THROUGH or found["inclusive"]:
        return day
    return day - datetime.timedelta(days=1)


def _date(found: re.Match[str], language: str) -> datetime.date | None:
    """The date that was matched; None for the 31st of a month that has none."""
    month = next(
        number for number, name in enumerate(_month_names(language), start=1) if re.fullmatch(name, found["month"])
    )
    try:
        return datetime.date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def _month_names(language: str) -> list[str]:
    return MONTHS[language].lower().split("|")


def _months(plain: str, language: str) -> int:
    amounts = _amounts(plain, language)
    months = amounts.get("year", 0) * 12 + amounts.get("month", 0)
    return months if months <= LONGEST["month"] else 0


def _amounts(plain: str, language: str) -> dict[str, int]:
    """How many years, months and days a sentence counts: the first amount of each. Dates are none."""
    words = re.findall(r"\w+|[^\w\s]", DATE[language].sub(" ", plain))
    found: dict[str, int] = {}
    place = 0
    while place < len(words):
        values, after = _run(words, place, language)
        unit = _unit(words[after : after + 3], language) if values else ""
        if unit and _composed(values) <= LONGEST["day"]:
            found.setdefault(unit, _composed(values))
        place = after if values else place + 1
    return found


def _run(words: list[str], place: int, language: str) -> tuple[list[int], int]:
    """The values of the numerals that stand together from ``place`` on, and the place after them."""
    values: list[int] = []
    while place < len(words):
        value = _value(words[place], language)
        if value is None and not (values and words[place] in JOINING):
            break
        if value is not None:
            values.append(value)
        place += 1
    return values, place


def _value(word: str, language: str) -> int | None:
    """«60», «шестидесяти» and "sixty" are 60; None for a word that is no cardinal."""
    name = numeral(word, language)
    digits = name.removeprefix("n")
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 6 else None


def _unit(words: list[str], language: str) -> str:
    """What is counted, after at most two qualifiers: «календарных дней»."""
    for word in words:
        for name, pattern in COUNTED[language].items():
            if pattern.fullmatch(word):
                return name
        if not word.isalpha():
            break
    return ""


def _composed(values: list[int]) -> int:
    """«сто восемьдесят» is a sum; in «бір жүз» and "two hundred" the first word multiplies."""
    total = part = 0
    for value in values:
        if value in ROUND and part:
            total, part = total + part * value, 0
        else:
            part += value
    return total + part
