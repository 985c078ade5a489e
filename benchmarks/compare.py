"""The page that compares a draft with a working text in which every tenth clause has other words."""

from django.core.cache import caches
from django.urls import reverse

from articles import procedures
from articles.lawtext.importers.lines import Imported

from . import database
from .laws import reworded
from .measuring import Row, alone
from .page import shown, signed_in

CHANGED = 0.1
QUICK_ARTICLES, QUICK_MILLISECONDS = 60, 60


def rows(articles):
    law = database.law(articles)
    draft = procedures.freeze(law, "Измерение")
    procedures.replace(law, Imported(reworded(law.as_provision("ru"), CHANGED), "ru"))
    client, address = signed_in(law), reverse("compare", args=[law.slug, draft.number, "working"])
    kept = alone(lambda: shown(client, address))
    limit = (f"{QUICK_MILLISECONDS} ms", QUICK_MILLISECONDS, 1) if articles == QUICK_ARTICLES else ()
    yield Row("comparison, kept", articles, kept, *limit)
    yield Row("comparison, anew", articles, alone(lambda: _anew(client, address)))


def _anew(client, address):
    caches["redlines"].clear()
    return shown(client, address)
