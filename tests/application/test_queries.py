"""No page and no act asks the database more often for a law that is larger in every way: articles, drafts, people."""

from dataclasses import dataclass

import pytest
from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import procedures
from articles.chronicle import history
from articles.lawtext.importers import read
from articles.models import Law, Membership, Person, Role
from articles.texts import addresses, since
from articles.views import sheets

from .conftest import place
from .drafting import HTMX
from .test_access import CLAUSE, NOBODYS, PAGES

FEW, MANY = 10, 200
"""Articles of the two laws."""

FORGET = (
    *(cache.clear for cache in caches.all()),
    *(kept.cache_clear for kept in (addresses.addresses, since._frozen_tree, sheets._drawn_block)),
    history.kept_eids.clear,
)
"""Empties everything that is kept between requests."""

FORMS_ONLY = {
    # Addresses that show nothing themselves; acts on the text are in ACTS.
    *("card_undo", "restore_revision", "undo_entry"),
    *("person_remind", "person_role", "person_take_out", "guide_close"),
}

LISTED = "art_5__clause_2__subclause_1"
NEXT = "art_2__clause_1"

ACTS = {
    # act: unit, what is sent with it, and the act that has to come first
    "reword": (CLAUSE, {"text": "Решения принимаются согласно пункту 1 статьи 3 настоящего Закона."}, None),
    "insert": (CLAUSE, {"kind": "clause", "text": "Новое по статье 4 настоящего Закона."}, None),
    "split": (CLAUSE, {"text": "Иные слова.", "at": "4", "at_kk": "4"}, None),
    "join": (CLAUSE, {}, None),
    "indent": (CLAUSE, {}, None),
    "outdent": (LISTED, {}, None),
    "move_up": (CLAUSE, {}, None),
    "move_down": (NEXT, {}, None),
    "move": (CLAUSE, {"into": "art_6"}, None),
    "exclude": (CLAUSE, {}, None),
    "restore": (CLAUSE, {}, "exclude"),
    "undo": (None, {}, "reword"),
    "redo": (None, {}, "undo"),
}

READ = [
    name
    for name, (arguments, right) in PAGES.items()
    if right != "open" and name not in ACTS and name not in FORMS_ONLY and NOBODYS not in arguments
]


@dataclass(frozen=True)
class Size:
    """A law with the person who chairs it, signed in, and the ids of its provisions by eId."""

    law: Law
    chair: Person
    client: Client
    units: dict[str, str]

    def address(self, name, unit=CLAUSE):
        first, *others = [*PAGES[name][0], None]
        given = [self.units[unit] if one == CLAUSE else one for one in others if one is not None]
        return reverse(name, args=[self.law.slug, *given] if first else [])

    def asked(self, name):
        """How often the page asks the database when nothing is kept yet, and when all is."""
        for forget in FORGET:
            forget()
        return self._asked_once(name), self._asked_once(name)

    def _asked_once(self, name):
        with CaptureQueriesContext(connection) as asked:
            response = self.client.get(self.address(name))
        assert response.status_code in (200, 302)
        return len(asked)

    def act(self, name):
        """How often an act asks that is sent from the page of the law."""
        unit, sent, first = ACTS[name]
        if first:
            self.act(first)
        sent = {key: self.units.get(value, value) for key, value in sent.items()}
        address = self.address(name, unit)
        self.client.get(self.address("law"))
        since = self.law.entries.last_one().sequence
        with CaptureQueriesContext(connection) as asked:
            response = self.client.post(address, {**sent, "since": since, "base": 1}, headers=HTMX)
        assert response.status_code == 200
        assert self.law.entries.last_one().sequence > since
        return len(asked)


@pytest.fixture(scope="module")
def sizes(django_db_setup, django_db_blocker):
    """A small law and a large one, taken back after the last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield small(), large()
        transaction.set_rollback(True)


def small():
    size = brought(FEW)
    procedures.freeze(size.law, "Редакция", by=procedures.By(size.chair))
    lived(size, 1)
    return size


def large():
    """More articles and people; and more of all that comes with time."""
    size = brought(MANY)
    for number in range(20):
        person = Person.objects.create(email=f"{number}@many.example.kz", name=f"Участник {number}")
        Membership.objects.create(law=size.law, person=person, role=Role.DRAFTER)
    for number in range(8):
        procedures.freeze(size.law, f"Редакция {number}", by=procedures.By(size.chair))
        lived(size, number + 1)
        other = brought(1, f"other-{number}").law
        Membership.objects.create(law=other, person=size.chair, role=Role.CHAIR)
    return size


def brought(articles, slug=""):
    """A law of so many articles in Russian and Kazakh, and its chair."""
    slug = slug or f"of-{articles}"
    chair = Person.objects.create(email=f"chair@{slug}.example.kz", name="Асель Серикова", language="ru")
    by = procedures.By(chair)
    law = procedures.load(slug, read("law.txt", russian(articles).encode(), "ru"), by=by)
    procedures.add_language(law, read("law.txt", kazakh(articles).encode(), "kk"), by=by)
    law.refresh_from_db()
    Membership.objects.create(law=law, person=chair, role=Role.CHAIR)
    client = Client()
    client.force_login(chair)
    named = (CLAUSE, NEXT, LISTED, "art_6", "art_7__clause_1") if articles > 1 else ()
    return Size(law, chair, client, {eid: place(law, eid) for eid in named})


def lived(size, round):
    """What a law goes through between two drafts."""
    by, law = procedures.By(size.chair), size.law
    procedures.reword(
        law, size.units[NEXT], "ru", text=f"Слова {round}. См. пункт 2 статьи 2 настоящего Закона.", by=by
    )
    added = procedures.insert(law, size.units["art_6"], "clause", {"ru": {"text": f"Пункт {round}."}}, by=by)
    procedures.exclude(law, added.subject, by=by)
    procedures.undo(law, procedures.move(law, size.units["art_7__clause_1"], size.units["art_6"], by=by), by=by)


def russian(articles):
    return "О законе\n\nГлава 1. Общие положения\n\n" + "\n".join(
        f"Статья {number}. Вопрос {number}\n1. Слова согласно пункту 2 статьи 2 настоящего Закона.\n"
        + ("2. К вопросу относятся:\n1) первое;\n2) второе.\n" if number == 5 else "2. Иные слова.\n")
        for number in range(1, articles + 1)
    )


def kazakh(articles):
    return "Заң туралы\n\n1-тарау. Жалпы ережелер\n\n" + "\n".join(
        f"{number}-бап. Мәселе {number}\n1. Осы Заңның 2-бабының 2-тармағына сәйкес сөздер.\n"
        + ("2. Мәселеге мыналар жатады:\n1) бірінші;\n2) екінші.\n" if number == 5 else "2. Өзге сөздер.\n")
        for number in range(1, articles + 1)
    )


@pytest.mark.parametrize("name", READ)
def test_a_page_of_a_large_law_asks_the_database_as_often_as_that_of_a_small_one(sizes, db, name):
    few, many = (size.asked(name) for size in sizes)
    assert few == many


@pytest.mark.parametrize("name", ACTS)
def test_an_act_on_a_large_law_asks_the_database_as_often_as_on_a_small_one(sizes, db, name):
    few, many = (size.act(name) for size in sizes)
    assert few == many
