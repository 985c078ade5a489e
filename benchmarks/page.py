"""The pages of a law as its chair gets them: on a law with a draft, and with words that were changed since.

A page that keeps what it drew is measured twice: «anew» is the first time after somebody's act, «kept» every other.
"""

import html
import re

from django.core.cache import caches
from django.test import Client
from django.urls import reverse

from articles import procedures
from articles.lawtext.provision import provisions
from articles.models import Membership, Person, Role
from articles.texts.addresses import addresses

from . import database
from .measuring import Row, alone, held

PIECE = re.compile(r"(<[^>]*>)([^<]*)")
QUICK_ARTICLES, QUICK_MILLISECONDS = 60, 30
CHANGED = 20
"""So many clauses are reworded after the draft."""


def rows(articles):
    law = database.law(articles)
    clause = changed(law)
    client = signed_in(law)
    yield from _law(client, reverse("law", args=[law.slug]), articles)
    for name in ("provision", "margin"):
        yield from _twice(client, name, reverse(name, args=[law.slug, clause]), articles, addresses.cache_clear)
    yield from _twice(client, "card", reverse("card", args=[law.slug]), articles, caches["default"].clear)
    for name in ("drafts", "freeze", "verify_law"):
        address = reverse(name, args=[law.slug])
        yield Row(f"page: {name}", articles, alone(lambda address=address: shown(client, address)))


def _law(client, address, articles):
    pieces = [(tag, html.unescape(words)) for tag, words in PIECE.findall(shown(client, address).decode())]
    yield Row("page: law, anew", articles, alone(lambda: shown(client, address), ahead=_forget_text))
    row = held(
        "page: law, kept",
        articles,
        lambda: shown(client, address),
        lambda: "".join([tag + html.escape(words) for tag, words in pieces]).encode(),
        "the same HTML from bare strings",
        3,
    )
    yield row
    if articles == QUICK_ARTICLES:
        yield Row(row.job, articles, row.times, f"{QUICK_MILLISECONDS} ms", QUICK_MILLISECONDS, 1)


def _forget_text():
    """The markup of single blocks stays: an act leaves most of them as they are."""
    caches["sheets"].clear()
    addresses.cache_clear()


def _twice(client, name, address, articles, forget):
    yield Row(f"page: {name}, anew", articles, alone(lambda: shown(client, address), ahead=forget))
    yield Row(f"page: {name}, kept", articles, alone(lambda: shown(client, address)))


def changed(law):
    """Freezes a draft, if there is none, and rewords clauses; the id of one of them."""
    if not law.drafts.exists():
        procedures.freeze(law, "Замер")
    clauses = [unit for unit in provisions(law.as_provision("ru")) if unit.kind == "clause"][:CHANGED]
    for number, clause in enumerate(clauses):
        procedures.reword(law, clause.id, "ru", text=f"{clause.text} Изменение {number}.")
    return clauses[0].id


def signed_in(law):
    """A browser in which a chair of the law is signed in."""
    person, _made = Person.objects.get_or_create(email="bench@example.kz", defaults={"name": "Асель Серикова"})
    Membership.objects.get_or_create(law=law, person=person, defaults={"role": Role.CHAIR})
    client = Client()
    client.force_login(person)
    return client


def shown(client, address):
    """The page; RuntimeError for any other answer."""
    return answered(client.get(address))


def answered(response):
    """The content of a page; RuntimeError for any other answer."""
    if response.status_code != 200:
        raise RuntimeError(f"The page answered {response.status_code}.")
    return response.content
