"""The sample law: complete, loaded through importer and procedures, the same everywhere."""

import json
from collections import Counter

import pytest
from django.db import transaction

from articles.arriving.sample import FOLDER, SLUG, load_sample
from articles.lawtext.exporters import text
from articles.lawtext.provision import provisions
from articles.lawtext.references import broken
from articles.models import Entry, Law, Membership, Person
from articles.texts.sources import draft_text
from articles.texts.verification import mismatches_in

pytestmark = pytest.mark.django_db

ALPHABET = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
"""The 42 letters of the Kazakh alphabet, in which definitions are ordered (Law No 480-V, article 23, point 7)."""


@pytest.fixture(scope="module")
def law(django_db_setup, django_db_blocker):
    """The sample, loaded once for all tests here and taken away afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert load_sample()
        yield Law.objects.get(slug=SLUG)
        transaction.set_rollback(True)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_draft_2_is_to_the_letter_the_text_that_stands_beside_it(law, language):
    source = draft_text(law.drafts.get(number=2), language)
    expected = (FOLDER / f"draft-2.{language}.txt").read_bytes()
    assert text.write(source.root, source.edition, source.notes) == expected


def test_it_is_loaded_once(law):
    assert not load_sample()


def test_everything_verifies(law):
    assert mismatches_in(law) == []


def test_it_has_the_size_of_the_outline(law):
    counts = Counter(provision.kind for provision in provisions(draft_text(law.drafts.get(number=1), "ru").root))
    assert (counts["chapter"], counts["paragraph"], counts["article"], counts["annex"], counts["table"]) == (
        10,
        2,
        60,
        1,
        1,
    )
    assert counts["clause"] + counts["subclause"] > 400


def test_both_authentic_texts_are_complete(law):
    russian, kazakh = (draft_text(law.drafts.get(number=1), language).root for language in ("ru", "kk"))
    for one, other in zip(provisions(russian), provisions(kazakh), strict=True):
        assert one.id == other.id
        assert (bool(one.heading), bool(one.text)) == (bool(other.heading), bool(other.text))
    assert sum(bool(provision.closing) for provision in provisions(kazakh)) > 50


def test_english_covers_chapters_1_to_3_and_10(law):
    chapters = [child for child in draft_text(law.drafts.get(number=1), "en").root.children if child.kind == "chapter"]
    assert [chapter.number for chapter in chapters if chapter.heading] == ["1", "2", "3", "10"]


def test_definitions_stand_in_the_order_of_the_kazakh_alphabet(law):
    root = draft_text(law.drafts.get(number=1), "kk").root
    article = next(provision for provision in provisions(root) if provision.kind == "article")
    terms = [child.text.split(" – ")[0].upper() for child in article.children]
    assert len(terms) > 8
    assert terms == sorted(terms, key=lambda term: [ALPHABET.find(letter) for letter in term])


def test_references_live_and_none_is_broken(law):
    for language in ("ru", "kk"):
        root = law.as_provision(language)
        assert sum(len(provision.references) for provision in provisions(root)) > 150
        assert broken(root) == ()


def test_the_acts_are_at_least_forty_of_every_kind_that_drafters_need(law):
    acts = Counter(act["act"] for act in json.loads((FOLDER / "acts.json").read_text(encoding="utf-8")))
    before_draft_2 = Entry.objects.filter(law=law, sequence__lt=law.drafts.get(number=2).entry.sequence)
    assert before_draft_2.exclude(act__in=["load", "freeze"]).count() >= 40
    assert {"insert", "exclude", "reword", "move", "split", "join", "heading", "indent", "undo", "freeze"} <= set(acts)
    assert law.entries.last().sequence > law.drafts.get(number=2).entry.sequence


def test_every_entry_says_who_and_why(law):
    assert not law.entries.filter(person=None).exists()
    assert not law.entries.filter(reason="").exists()


def test_six_people_with_roles_and_organisations(law):
    members = Membership.objects.filter(law=law).select_related("organisation")
    assert len(members) == 6
    assert len({member.role for member in members}) == 6
    assert all(member.organisation for member in members)
    assert Person.objects.get(email="drafter@lawdraft.example").check_password("sample-law-2026")
