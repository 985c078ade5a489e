"""The pages of a law beside its text, on a law with a draft and words that were changed since."""

from django.urls import reverse

from articles import procedures
from articles.lawtext.provision import provisions

from . import database
from .measuring import Row, interleaved
from .page import shown, signed_in

CHANGED = 20
"""So many clauses are reworded after the draft."""


def rows(articles):
    law = database.law(articles)
    clause = _changed(law)
    client = signed_in(law)
    addresses = {
        "page: card": reverse("card", args=[law.slug]),
        "page: provision": reverse("provision", args=[law.slug, clause]),
        "page: compare": reverse("compare", args=[law.slug, law.drafts.newest().number, "working"]),
        "page: drafts": reverse("drafts", args=[law.slug]),
        "page: freeze": reverse("freeze", args=[law.slug]),
        "page: verify": reverse("verify_law", args=[law.slug]),
    }
    for job, address in addresses.items():
        (times,) = interleaved(lambda address=address: shown(client, address))
        yield Row(job, articles, times)


def _changed(law):
    """Freezes a draft and rewords clauses; the id of one of them."""
    if not law.drafts.exists():
        procedures.freeze(law, "Замер")
    clauses = [unit for unit in provisions(law.as_provision("ru")) if unit.kind == "clause"][:CHANGED]
    for number, clause in enumerate(clauses):
        procedures.reword(law, clause.id, "ru", text=f"{clause.text} Изменение {number}.")
    return clauses[0].id
