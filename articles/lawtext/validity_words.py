"""What the articles of a law say about its validity, and about when it is put into effect: recognised in the words."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .provision import Provision, provisions
from .quantities import UNITS, numeral
from .sentences import sentence_starts
from .tokens import MONTHS
from .validity_formulas import (
    DATE,
    EFFECT,
    EVENTS,
    EXCEPTION,
    FROM,
    GOES_ON,
    HALVES,
    IN_BRACKETS,
    INCLUSIVE,
    LENGTH,
    NEXT_DAY,
    NEXT_STATEMENT,
    STEMS,
    SUBJECT,
    TERM,
    THROUGH,
    UNCOUNTED,
    UNTIL,
)

FIRST_DAY, LAST_DAY = datetime.date(1990, 1, 1), datetime.date(2199, 12, 31)
"""Between these days lie all that a law of today can name."""

LONGEST = {"month": 1200, "day": 3660}
"""Longer terms are none: what looks like one is a number of something else."""

COUNTED = {
    language: {name: re.compile(table[name]) for name in ("day", "month", "year")} for language, table in UNITS.items()
}
JOINING = frozenset({"and"})
ROUND = frozenset({100, 1000})


@dataclass(frozen=True, slots=True)
class Said:
    """What one sentence says; ``provision`` is the id of the provision in which it stands.

    ``kind``: ``term`` (how long the law is valid: ``months`` counted from one of ``events``, or until ``last_day``,
    inclusive), ``effect`` (when it is put into effect: ``rule`` days, months, publication or date, with ``days``,
    ``months`` or ``date``), ``term-unread`` and ``effect-unread`` (it speaks of that in words that are not understood
    here), ``mention`` (another sentence that counts months from an event). Several ``events`` contradict one another,
    none leaves open from when it counts.
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
        if provision.status != "standing":
            continue
        text = _whole(provision, language)
        if any(stem in text.lower() for stem in STEMS[language]):
            for words in _sentences(text):
                yield from _said(words, provision.id, language)


def _whole(provision: Provision, language: str) -> str:
    """The text of a provision with the words that end its list.

    A Kazakh sentence has its verb there: «Осы Заң: 1) …; 2) … қоспағанда, … қолданысқа енгізіледі»; where the layout
    does not tell these words apart they are part of the last subclause.
    """
    end = provision.closing
    standing = [child for child in provision.children if child.status == "standing"]
    if language == "kk" and not end and standing and provision.text.rstrip().endswith(":"):
        end = standing[-1].text
    return f"{provision.text.rstrip()} – {end}" if end else provision.text


def _sentences(text: str) -> Iterator[str]:
    starts = sentence_starts(text)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text[start:end].strip()


def _said(words: str, provision: str, language: str) -> Iterator[Said]:
    """What a sentence says: term and putting into effect may stand in one."""
    plain = _plain(words, language)
    sentence = Said("", provision, language, words)
    statements = _statements(plain, language)
    found = [item for part in statements if (item := _term(sentence, part) or _effect(sentence, part))]
    if not found and (mention := _mention(sentence, plain)):
        found = [mention]
    yield from dict.fromkeys(found)


def _plain(words: str, language: str) -> str:
    """A sentence in lower case, without brackets and without what it excepts."""
    plain = IN_BRACKETS.sub(r" \1 ", words.lower().replace("ё", "е"))
    plain = " ".join(re.sub(r"\([^()]{0,200}\)", " ", plain).split())
    for written, months in HALVES:
        plain = written.sub(months, plain)
    return _without_exception(plain, language)


def _without_exception(plain: str, language: str) -> str:
    return EXCEPTION[language].sub(r"\1", plain)


def _statements(plain: str, language: str) -> list[str]:
    """The statements about the law in a sentence, each with the law as its subject."""
    cuts = [match.span("after" if language == "kk" else 0) for match in NEXT_STATEMENT[language].finditer(plain)]
    ends, starts = [start for start, _end in cuts], [end for _start, end in cuts]
    first, *others = [plain[start:end] for start, end in zip([0, *starts], [*ends, len(plain)], strict=True)]
    subject = SUBJECT[language].search(first)
    if subject is None:
        return [plain]
    parts = (_without_exception(part, language) for part in others)
    return [first, *(f"{subject[1]} {part}" for part in parts if GOES_ON[language].match(part))]


def _term(sentence: Said, plain: str) -> Said | None:
    language = sentence.language
    opening = TERM[language].search(plain)
    if opening is None:
        return None
    rest = plain[opening.start() :]
    if until := UNTIL[language].search(rest):
        last = _last_day(until, language)
        return replace(sentence, kind="term", last_day=last) if last else replace(sentence, kind="term-unread")
    months = _months(rest, language)
    if months and not UNCOUNTED.search(rest):
        return replace(sentence, kind="term", events=_events(rest, language), months=months)
    return replace(sentence, kind="term-unread") if months or LENGTH[language].search(rest) else None


def _effect(sentence: Said, plain: str) -> Said | None:
    language = sentence.language
    opening = EFFECT[language].search(plain)
    if opening is None:
        return None
    found = _effects(replace(sentence, kind="effect"), plain[opening.start() :])
    if len(found) == 1 and not UNCOUNTED.search(plain):
        return found[0]
    # «Со дня, когда настоящий Закон вводится в действие, …» only mentions it.
    return None if opening.start() else replace(sentence, kind="effect-unread")


def _effects(effect: Said, plain: str) -> list[Said]:
    """All ways in which a statement puts the law into effect; it is clear if there is one."""
    language = effect.language
    from_day = FROM[language].search(plain)
    date = _date(from_day, language) if from_day else None
    found = [replace(effect, rule="date", date=date)] if date else []
    if "publication" not in _events(plain, language):
        return found
    amounts = _amounts(plain, language)
    if "day" in amounts:
        found.append(replace(effect, rule="days", days=amounts["day"]))
    if months := _months(plain, language):
        found.append(replace(effect, rule="months", months=months))
    if found or amounts or from_day:
        return found
    return [replace(effect, rule="days" if NEXT_DAY[language].search(plain) else "publication")]


def _mention(sentence: Said, plain: str) -> Said | None:
    """Months counted from a moment that only a law has."""
    events = tuple(event for event in _events(plain, sentence.language) if event != "publication")
    months = _months(plain, sentence.language) if events else 0
    return replace(sentence, kind="mention", events=events, months=months) if months else None


def _events(plain: str, language: str) -> tuple[str, ...]:
    return tuple(event for event, pattern in EVENTS[language].items() if pattern.search(plain))


def _last_day(until: re.Match[str], language: str) -> datetime.date | None:
    """The last day, inclusive; None if there is no such day."""
    day = _date(until, language)
    if day is None or until["by"] in THROUGH or INCLUSIVE.search(until[0]):
        return day
    return day - datetime.timedelta(days=1)


def _date(found: re.Match[str], language: str) -> datetime.date | None:
    """The date that was matched; None for the 31st of a month that has none and for days of another age."""
    month = next(
        number for number, name in enumerate(_month_names(language), start=1) if re.fullmatch(name, found["month"])
    )
    try:
        day = datetime.date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


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
