"""The term of validity of a law: the day from which it runs, its last day, and whether the articles say the same.

Law No 480-V keeps two moments apart (article 42): entry into force (вступление в силу, күшіне ену) follows signing;
putting into effect (введение в действие, қолданысқа енгізу) comes some calendar days after the first official
publication. A law is without limit of time unless it says otherwise, and may say so for itself or a part (article 45).
"""

import calendar
import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .validity_words import Said

EVENTS = ("force", "publication", "effect")
"""Events from which a term is counted: entry into force, first official publication, putting into effect."""

BASES = (*EVENTS, "date", "unlimited")
"""What limits the validity: a length from one of EVENTS, a last day, or nothing. Empty: the card does not say."""

EFFECT_RULES = ("days", "months", "publication", "date")
"""When a law is put into effect: some calendar days or months after the day of publication, on that day, on a fixed
day."""

UNREAD = "unread"
"""A basis or a rule that the text lays down in words that are not understood here, while the card is silent."""

DEFAULT_DAYS = 10
"""Calendar days after publication if the law is silent (article 42)."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What is laid down of the validity of a law; empty where it is not known.

    ``months`` is the length counted from the event ``basis``, ``last_day`` (inclusive) goes with the basis ``date``.
    ``published`` and ``in_force`` are days of the events, expected or past. ``effect_rule`` is one of EFFECT_RULES
    with its ``effect_days``, ``effect_months`` or ``effect_date``.
    """

    basis: str = ""
    months: int = 0
    last_day: datetime.date | None = None
    published: datetime.date | None = None
    in_force: datetime.date | None = None
    effect_rule: str = ""
    effect_days: int = 0
    effect_months: int = 0
    effect_date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step to the last day, in the order in which it is reached.

    ``kind`` is publication, force, effect-days, effect-months, effect-default, effect-publication, effect-date,
    effect-unread, term, last-day or unlimited; ``date`` None is not known yet; ``amount`` counts days or months;
    ``said`` is where the text says it.
    """

    kind: str
    date: datetime.date | None = None
    amount: int = 0
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Validity:
    """The first and the last day (both inclusive) and how they were reached.

    ``missing`` names what has to be known before the last day can be: one of EVENTS, ``months``, ``last-day``,
    ``event`` where a length is counted from no day, ``unread`` where the text is not understood, or ``basis`` where
    nothing is laid down.
    """

    first: datetime.date | None
    last: datetime.date | None
    steps: tuple[Step, ...]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Where card and text, or two provisions of the text, do not agree; ``said`` are the provisions it is about.

    ``kind``: basis, length, last-day, effect (the text says otherwise than the card); unsaid (the card has a term, the
    text none); disagree (two provisions of the text); languages (one provision in two languages); ambiguous (one
    provision names several events); no-basis (a length without an event); mention (a further provision counts the same
    length from another event); force (counted from entry into force, which is not the day it is put into effect);
    unread (the card is silent and the text is not understood).
    """

    kind: str
    said: tuple[Said, ...] = ()


def last_day(first: datetime.date, months: int) -> datetime.date:
    """The last day, inclusive, of a term that begins on ``first``: the day before the same day of its last month.

    Where that month has no such day the term ends with the month: a year from 29 February runs until 28 February.
    """
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    days_in_month = calendar.monthrange(year, month + 1)[1]
    if first.day > days_in_month:
        return datetime.date(year, month + 1, days_in_month)
    return datetime.date(year, month + 1, first.day) - datetime.timedelta(days=1)


def after_days(event: datetime.date, days: int) -> datetime.date:
    """The first day after so many calendar days have passed, the day of the event itself not counted."""
    return event + datetime.timedelta(days=days + 1)


def after_months(event: datetime.date, months: int) -> datetime.date:
    """The first day after so many months have passed: they pass with the same day of the last month, or with a month
    that has no such day, as terms are reckoned in civil law."""
    year, month = divmod(event.year * 12 + event.month - 1 + months, 12)
    day = min(event.day, calendar.monthrange(year, month + 1)[1])
    return datetime.date(year, month + 1, day) + datetime.timedelta(days=1)


def completed(card: Terms, said: Iterable[Said]) -> Terms:
    """The card, filled with what the text says where the card is silent."""
    said = tuple(said)
    term = next((item for item in said if item.kind == "term"), None)
    effect = next((item for item in said if item.kind == "effect"), None)
    if not card.basis and term and term.last_day:
        card = replace(card, basis="date", last_day=term.last_day)
    elif not card.basis and term:
        card = replace(card, basis=term.events[0] if len(term.events) == 1 else "", months=term.months)
    elif not card.basis and any(item.kind == "term-unread" for item in said):
        card = replace(card, basis=UNREAD)
    if not card.effect_rule and effect:
        rule, days, months, date = _effect_of(effect)
        card = replace(card, effect_rule=rule, effect_days=days, effect_months=months, effect_date=date)
    elif not card.effect_rule and any(item.kind == "effect-unread" for item in said):
        card = replace(card, effect_rule=UNREAD)
    return card


def _effect_of(item: Said) -> tuple[str, int, int, datetime.date | None]:
    return item.rule, item.days, item.months, item.date


def validity(terms: Terms, said: Iterable[Said] = ()) -> Validity:
    """The term as far as it can be computed."""
    said = tuple(said)
    if terms.basis in EVENTS:
        return _counted(terms, said)
    if terms.basis == "date":
        steps = (Step("last-day", terms.last_day, said=_term_said(terms, said)),)
        return Validity(_effect(terms, said)[-1].date, terms.last_day, steps, "" if terms.last_day else "last-day")
    if terms.basis == "unlimited":
        return Validity(_effect(terms, said)[-1].date, None, (Step("unlimited"),))
    missing = UNREAD if terms.basis == UNREAD else "event" if terms.months else "basis"
    return Validity(None, None, _effect(terms, said) if terms.published else (), missing)


def _counted(terms: Terms, said: tuple[Said, ...]) -> Validity:
    """A term of some months from an event."""
    steps = _steps_to(terms, said)
    first = steps[-1].date
    last = last_day(first, terms.months) if first and terms.months else None
    if terms.months:
        steps = (*steps, Step("term", last, terms.months, _term_said(terms, said)))
    missing = "months" if first else _missing(terms)
    return Validity(first, last, steps, "" if last else missing)


def _missing(terms: Terms) -> str:
    """The event that has to be known before the term can begin."""
    is_unread = terms.basis == "effect" and terms.effect_rule in (UNREAD, "date")
    return "effect" if is_unread else "force" if terms.basis == "force" else "publication"


def _steps_to(terms: Terms, said: tuple[Said, ...]) -> tuple[Step, ...]:
    """The steps to the event from which the term is counted."""
    if terms.basis == "force":
        return (Step("force", terms.in_force),)
    if terms.basis == "publication":
        return (Step("publication", terms.published),)
    return _effect(terms, said)


def _effect(terms: Terms, said: tuple[Said, ...]) -> tuple[Step, ...]:
    """The steps to the day on which the law is put into effect."""
    source = _effect_said(terms, said)
    if terms.effect_rule == "date":
        return (Step("effect-date", terms.effect_date, said=source),)
    if terms.effect_rule == UNREAD:
        return (Step("effect-unread", said=next((item for item in said if item.kind == "effect-unread"), None)),)
    return Step("publication", terms.published), replace(_after_publication(terms), said=source)


def _after_publication(terms: Terms) -> Step:
    """The step from publication to putting into effect."""
    if terms.effect_rule == "publication":
        return Step("effect-publication", terms.published)
    if terms.effect_rule == "months":
        date = after_months(terms.published, terms.effect_months) if terms.published else None
        return Step("effect-months", date, terms.effect_months)
    is_laid_down = terms.effect_rule == "days"
    days = terms.effect_days if is_laid_down else DEFAULT_DAYS
    date = after_days(terms.published, days) if terms.published else None
    return Step("effect-days" if is_laid_down else "effect-default", date, days)


def _term_said(terms: Terms, said: tuple[Said, ...]) -> Said | None:
    """Where the text lays down this very term."""
    own = (("date",), 0, terms.last_day) if terms.basis == "date" else ((terms.basis,), terms.months, None)
    terms_said = (item for item in said if item.kind == "term")
    return next((item for item in terms_said if (_bases(item), item.months, item.last_day) == own), None)


def _bases(item: Said) -> tuple[str, ...]:
    return ("date",) if item.last_day else item.events


def _effect_said(terms: Terms, said: tuple[Said, ...]) -> Said | None:
    """Where the text puts the law into effect in this very way."""
    return next((item for item in said if item.kind == "effect" and not _has_other_effect(terms, item)), None)


def doubts(card: Terms, said: Iterable[Said]) -> tuple[Doubt, ...]:
    """What a person has to look at, the weightiest first."""
    said = tuple(said)
    terms = tuple(item for item in said if item.kind == "term")
    found = [*_against_card(card, terms, said), *_unread(card, said)]
    found += [*_among(terms), *_in_one(terms), *_mentions(card, terms, said)]
    is_read = not any(item.kind == "term-unread" for item in said)
    if not terms and is_read and card.basis and card.basis != "unlimited":
        found.append(Doubt("unsaid"))
    by_force = tuple(item for item in terms if item.events == ("force",))
    if by_force and not any(doubt.kind == "basis" for doubt in found):
        found.append(Doubt("force", by_force))
    elif card.basis == "force" and not by_force:
        found.append(Doubt("force"))
    return tuple(found)


def _against_card(card: Terms, terms: tuple[Said, ...], said: tuple[Said, ...]) -> Iterator[Doubt]:
    """Provisions that say otherwise than the card, one warning for each kind of difference."""
    checks = (
        ("basis", [item for item in terms if _has_other_basis(card, item)]),
        ("length", [item for item in terms if card.basis in EVENTS and item.months not in (0, card.months)]),
        ("last-day", [item for item in terms if card.basis == "date" and item.last_day not in (None, card.last_day)]),
        ("effect", [item for item in said if item.kind == "effect" and _has_other_effect(card, item)]),
    )
    return (Doubt(kind, tuple(items)) for kind, items in checks if items)


def _has_other_basis(card: Terms, item: Said) -> bool:
    if not card.basis:
        return False
    bases = _bases(item)
    return len(bases) == 1 and bases != (card.basis,)


def _has_other_effect(card: Terms, item: Said) -> bool:
    rule = card.effect_rule
    days, months = card.effect_days if rule == "days" else 0, card.effect_months if rule == "months" else 0
    return bool(rule) and (rule, days, months, card.effect_date if rule == "date" else None) != _effect_of(item)


def _unread(card: Terms, said: tuple[Said, ...]) -> Iterator[Doubt]:
    """What the card neither says itself nor could take from the text."""
    filled = completed(card, said)
    kinds = [
        kind
        for kind, value in (("term-unread", filled.basis), ("effect-unread", filled.effect_rule))
        if value == UNREAD
    ]
    if items := tuple(item for item in said if item.kind in kinds):
        yield Doubt(UNREAD, items)


def _among(terms: tuple[Said, ...]) -> Iterator[Doubt]:
    """Provisions of the text that give different terms; what names no event contradicts none."""
    for index, item in enumerate(terms):
        for other in terms[:index]:
            events = {item.events, other.events} - {()}
            if item.months != other.months or item.last_day != other.last_day or len(events) > 1:
                yield Doubt("languages" if other.provision == item.provision else "disagree", (other, item))
                return


def _in_one(terms: tuple[Said, ...]) -> Iterator[Doubt]:
    """Provisions that leave open from which day they count."""
    several = tuple(item for item in terms if len(item.events) > 1)
    none = tuple(item for item in terms if item.months and not item.events)
    if several:
        yield Doubt("ambiguous", several)
    if none:
        yield Doubt("no-basis", none)


def _mentions(card: Terms, terms: tuple[Said, ...], said: tuple[Said, ...]) -> Iterator[Doubt]:
    """Other provisions that count the same length from another event."""
    meant = card.basis or next((item.events[0] for item in terms if len(item.events) == 1), "")
    months = card.months or next((item.months for item in terms if item.months), 0)
    other = [
        item
        for item in said
        if item.kind == "mention" and meant in EVENTS and item.months == months and meant not in item.events
    ]
    if other:
        yield Doubt("mention", tuple(other))
