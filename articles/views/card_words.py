"""The validity of a law in sentences: the answer, the steps to it, and what a person has to look at."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from ..lawtext.amounts import calendar_days, length_in_words, months_passed
from ..lawtext.exporters.wordings import date_in_words
from ..words.names import interface_language

FROM = {
    "force": _("from the day of its entry into force"),
    "publication": _("from the day of its first official publication"),
    "effect": _("from the day it is put into effect"),
}
"""From what a term is counted."""

MISSING = {
    "force": _("The last day will be counted once the day of entry into force is on the card."),
    "publication": _("The last day will be counted once the day of first official publication is on the card."),
    "months": _("The last day will be counted once the length of the term is on the card."),
    "last-day": _("The last day is not on the card yet."),
    "event": _("The last day will be counted once it is on the card from which day the term runs."),
    "effect": _("The last day will be counted once the card says when the law is put into effect."),
    "unread": _("The text speaks of a term in words that the card cannot read."),
    "basis": _("A law is valid without limit of time unless it says otherwise (Law on legal acts, article 45)."),
}
"""What has to be known before the last day can be counted."""

STEPS = {
    "publication": _("First official publication"),
    "force": _("Entry into force after signing"),
    "effect-publication": _("Put into effect on the day of publication"),
    "effect-date": _("Put into effect on a fixed day"),
    "effect-unread": _("Put into effect as the text says, in words that the card cannot read"),
    "last-day": _("Valid until a fixed day"),
    "unlimited": _("The card says that the law is valid without limit of time"),
}

DOUBTS = {
    "basis": _("The text says otherwise."),
    "length": _("The text says otherwise."),
    "last-day": _("The text says otherwise."),
    "effect": _("The text says otherwise."),
    "mention": _("The text counts otherwise elsewhere."),
    "unsaid": _("The text does not say it."),
    "disagree": _("Two provisions disagree."),
    "languages": _("The texts in two languages disagree."),
    "ambiguous": _("The beginning of the term is ambiguous."),
    "no-basis": _("The beginning of the term is not named."),
    "force": _("Entry into force is not putting into effect."),
    "unread": _("The text was not understood."),
}

EXPLAINED = {
    "unsaid": _("A term has to be laid down in the law itself (Law on legal acts, article 45)."),
    "disagree": _("They lay down different terms of validity."),
    "languages": _("They lay down different terms of validity."),
    "ambiguous": _("One sentence counts the term from several events."),
    "no-basis": _("The text does not say from which day the term is counted."),
    "force": _(
        "A law enters into force after it is signed and is put into effect later: a term counted from the one day ends "
        "on another date than a term counted from the other (Law on legal acts, article 42)."
    ),
    "unread": _("Read the provision and enter on the card what it lays down."),
}
"""What is always said in the same words."""


@dataclass(frozen=True)
class Doubt:
    """A warning: what is wrong, in bold, why, and the ``card.Place`` to open, each with its name."""

    head: str
    words: str
    places: tuple


def answer(found, terms):
    """The answer in one line: the last day, or the term as far as it is known."""
    if found.last:
        return _("Until %(date)s inclusive") % {"date": in_words(found.last)}
    if terms.basis == "unlimited":
        return _("Without limit of time")
    if terms.months:
        return capital(_term(terms))
    return _("No term is laid down") if found.missing == "basis" else _("The last day is not known yet")


def explanation(found):
    """What is missing for the last day; empty if nothing is."""
    return str(MISSING.get(found.missing, ""))


def steps(found, terms, text, is_expected):
    """A sentence for each step."""
    return [_step(step, terms, text, is_expected) for step in found.steps]


def _step(step, terms, text, is_expected):
    head = capital(str(_head(step, terms)))
    if step.said:
        head = f"{head} ({text.place(step.said).names[interface_language()]})"
    when = _when(step, is_expected)
    return f"{head}: {when}." if when else f"{head}."


def _head(step, terms):
    language = interface_language()
    if step.kind == "effect-days" and not step.amount:
        return _("Put into effect on the day after it")
    if step.kind == "effect-days":
        return _("Put into effect on expiry of %(days)s after it") % {"days": calendar_days(step.amount, language)}
    if step.kind == "effect-months":
        return _("Put into effect on expiry of %(days)s after it") % {"days": months_passed(step.amount, language)}
    if step.kind == "effect-default":
        return _("Put into effect, as the law names no day, on expiry of %(days)s after it") % {
            "days": calendar_days(step.amount, language)
        }
    if step.kind == "term":
        return _term(terms)
    return str(STEPS[step.kind])


def _when(step, is_expected):
    """The day of a step; what only follows from a day that is not known yet says nothing."""
    is_event = step.kind in ("publication", "force")
    if step.date is None:
        return _("the day is not known yet") if is_event else ""
    date = in_words(step.date)
    if step.kind == "term":
        return _("last day %(date)s") % {"date": date}
    return _("%(date)s (expected)") % {"date": date} if is_event and is_expected else date


def _term(terms):
    """«3 года со дня введения в действие»."""
    return _length_from(terms.months, terms.basis)


def _length_from(months, event):
    """A length with the event from which it is counted; alone if none is named."""
    length = length_in_words(months, interface_language())
    return _("%(length)s %(from)s") % {"length": length, "from": FROM[event]} if event in FROM else length


def doubt_in_words(doubt, terms, text):
    """A warning in words, with the places to open."""
    places = tuple(text.place(item) for item in doubt.said) if text else ()
    words = EXPLAINED.get(doubt.kind) or OTHERWISE[doubt.kind](terms, doubt.said[0])
    return Doubt(str(DOUBTS[doubt.kind]), str(words), places)


def _other_basis(terms, said):
    return _("The card says: %(card)s. The text says: %(text)s.") % {"card": _laid_down(terms), "text": said_term(said)}


def _other_effect(_terms, said):
    return _("The text says when the law is put into effect: %(text)s.") % {"text": said_effect(said)}


def _other_mention(_terms, said):
    return _("Another provision counts the same length %(from)s.") % {"from": FROM[said.events[0]]}


OTHERWISE = {
    "basis": _other_basis,
    "length": _other_basis,
    "last-day": _other_basis,
    "effect": _other_effect,
    "mention": _other_mention,
}


def _laid_down(terms):
    if terms.basis == "unlimited":
        return _("without limit of time")
    if terms.basis == "date":
        return _until(terms.last_day)
    return _term(terms) if terms.months else str(FROM[terms.basis])


def said_term(said):
    """What a sentence of the text says of the term."""
    if said.last_day:
        return _until(said.last_day)
    return _length_from(said.months, said.events[0] if said.events else "")


def said_effect(said):
    """What a sentence of the text says of putting into effect."""
    return effect_in_words(said.rule, said.days, said.months, said.date)


def effect_in_words(rule, days, months, date):
    """When a law is put into effect: by one of EFFECT_RULES with what goes with it."""
    if rule == "date":
        return in_words(date)
    if rule == "publication":
        return _("on the day of publication")
    if rule == "days" and not days:
        return _("on the day after publication")
    language = interface_language()
    length = calendar_days(days, language) if rule == "days" else months_passed(months, language)
    return _("on expiry of %(days)s after publication") % {"days": length}


def now(law, part):
    """What the card says now of one of its parts."""
    return capital(str(NOW[part](law)))


def _term_now(law):
    if not law.terms.basis:
        return _("As the text says")
    scope = _("The term is that of a part of the law, not of the whole.") if law.validity_scope == "part" else ""
    return f"{_laid_down(law.terms)}. {scope}" if scope else _laid_down(law.terms)


def _effect_now(law):
    terms = law.terms
    if not terms.effect_rule:
        return _("As the text says")
    return effect_in_words(terms.effect_rule, terms.effect_days, terms.effect_months, terms.effect_date)


def _day_now(date):
    return in_words(date) if date else _("no day")


NOW = {
    "stage": lambda law: law.stage_name,
    "term": _term_now,
    "effect": _effect_now,
    "published_on": lambda law: _day_now(law.published_on),
    "in_force_on": lambda law: _day_now(law.in_force_on),
}
"""What the card says of each of its parts."""


def _until(date):
    return _("until %(date)s inclusive") % {"date": in_words(date)} if date else _("until a day not named yet")


def capital(words):
    """The words with a capital letter: what follows in one language begins the sentence in another."""
    return words[:1].upper() + words[1:]


def in_words(date):
    """A day in words of the language of the interface."""
    return date_in_words(date, interface_language())
