"""An act as a drafter meets it: words of a clause sent from the page of the law, and what comes back for that page."""

import uuid

from django.urls import reverse

from articles.lawtext.provision import provisions
from articles.models import Wording

from . import database
from .measuring import Row, Times, alone
from .page import answered, changed, shown, signed_in

KILOBYTE = 1000


def rows(articles):
    law = database.law(articles)
    clause = changed(law)
    desk = _Desk(signed_in(law), law, clause)
    yield Row("act: a clause opened", articles, alone(desk.open))
    yield Row("act: a clause reworded", articles, alone(desk.save))
    size = desk.answer / KILOBYTE
    yield Row("act: what comes back", articles, Times(size, size, size), unit="KB")


class _Desk:
    """A clause of a law that is open in a browser; each save has other words, as a person types them."""

    def __init__(self, client, law, clause):
        self.client, self.slug, self.clause = client, law.slug, clause
        self.text = next(unit.text for unit in provisions(law.as_provision("ru")) if unit.id == clause)
        self.base = Wording.objects.get(provision=clause, language="ru").revision
        self.since = law.entries.last_one().sequence
        self.answer = 0
        shown(client, reverse("law", args=[law.slug]))

    def open(self):
        address = reverse("desk", args=[self.slug, self.clause])
        return answered(self.client.get(address, headers={"HX-Request": "true"}))

    def save(self):
        address = reverse("reword", args=[self.slug, self.clause])
        words = {"text": f"{self.text[:-1]}, всего {self.base}.", "language": "ru", "token": uuid.uuid4()}
        sent = {**words, "base": self.base, "since": self.since}
        self.answer = len(answered(self.client.post(address, sent, headers={"HX-Request": "true"})))
        self.base, self.since = self.base + 1, self.since + 1
