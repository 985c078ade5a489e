"""The page of the law, as a member of the group gets it."""

import html
import re

from django.test import Client
from django.urls import reverse

from articles.models import Membership, Person, Role

from . import database
from .measuring import Row, held

PIECE = re.compile(r"(<[^>]*>)([^<]*)")
QUICK_ARTICLES, QUICK_MILLISECONDS = 60, 30


def rows(articles):
    law = database.law(articles)
    client, address = signed_in(law), reverse("law", args=[law.slug])
    pieces = [(tag, html.unescape(words)) for tag, words in PIECE.findall(client.get(address).content.decode())]
    row = held(
        "page of the law",
        articles,
        lambda: shown(client, address),
        lambda: "".join([tag + html.escape(words) for tag, words in pieces]).encode(),
        "the same HTML from bare strings",
        3,
    )
    yield row
    if articles == QUICK_ARTICLES:
        yield Row(row.job, articles, row.times, f"{QUICK_MILLISECONDS} ms", QUICK_MILLISECONDS, 1)


def signed_in(law):
    """A browser in which a chair of the law is signed in."""
    person, _made = Person.objects.get_or_create(email="bench@example.kz", defaults={"name": "Асель Серикова"})
    Membership.objects.get_or_create(law=law, person=person, defaults={"role": Role.CHAIR})
    client = Client()
    client.force_login(person)
    return client


def shown(client, address):
    """The page; RuntimeError for any other answer."""
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"The page answered {response.status_code}.")
    return response.content
