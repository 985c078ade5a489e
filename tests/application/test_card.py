"""The card of a law: its facts are changed by entries, its page says what follows from them."""

import datetime

import pytest

from articles import procedures
from articles.models import Entry, Law
from articles.procedures.card import CardHasChanged
from articles.procedures.errors import NothingChanged
from articles.verification import mismatches_in

from .conftest import place

THREE_YEARS = {
    "validity_basis": "effect",
    "validity_months": 36,
    "published_on": datetime.date(2027, 1, 15),
    "effect_rule": "days",
    "effect_days": 60,
}


def test_the_card_is_changed_by_one_entry_with_history(law, by, drafter):
    entry = procedures.change_card(law, {"stage": "parliament", **THREE_YEARS}, by=by)
    law.refresh_from_db()
    assert (law.stage, law.validity_months, law.effect_days) == ("parliament", 36, 60)
    assert (entry.act, entry.person, entry.subject) == (Entry.Act.CARD, drafter, law.root_id)
    assert law.history.filter(entry=entry, stage="parliament").count() == 1
    assert mismatches_in(law) == []


def test_a_card_that_says_so_already_makes_no_entry(law, by):
    with pytest.raises(NothingChanged):
        procedures.change_card(law, {"stage": law.stage}, by=by)
    assert Law.objects.get(pk=law.pk).sequence == law.sequence


def test_a_card_that_somebody_changed_meanwhile_is_not_overwritten(law, by):
    base = law.revision
    procedures.change_card(law, {"stage": "approval"}, base, by=by)
    with pytest.raises(CardHasChanged):
        procedures.change_card(law, {"stage": "portal"}, base, by=by)
    assert Law.objects.get(pk=law.pk).stage == "approval"


def test_only_facts_of_the_card_can_be_set(law, by):
    with pytest.raises(ValueError, match="slug"):
        procedures.change_card(law, {"slug": "other"}, by=by)


def test_a_changed_card_is_undone_and_done_again(law, by):
    entry = procedures.change_card(law, THREE_YEARS, by=by)
    undone = procedures.undo(law, entry, by=by)
    law.refresh_from_db()
    assert (law.validity_basis, law.published_on) == ("", None)
    procedures.redo(law, undone, by=by)
    law.refresh_from_db()
    assert (law.validity_basis, law.published_on) == ("effect", datetime.date(2027, 1, 15))
    assert mismatches_in(law) == []


def test_a_card_changed_since_is_not_undone_over_the_later_change(law, by):
    entry = procedures.change_card(law, {"stage": "approval"}, by=by)
    procedures.change_card(law, {"stage": "portal"}, by=by)
    with pytest.raises(procedures.errors.LaterChange):
        procedures.undo(law, entry, by=by)


def test_undoing_a_card_leaves_the_text_alone(law, by):
    entry = procedures.change_card(law, {"stage": "approval"}, by=by)
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Решения принимаются единогласно.", by=by)
    procedures.undo(law, entry, by=by)
    law.refresh_from_db()
    assert law.stage == "working-group"
    assert "единогласно" in str(law.as_provision("ru"))


def test_a_card_changed_behind_the_procedures_is_found(law):
    Law.objects.filter(pk=law.pk).update(effect_days=10)
    law.refresh_from_db()
    assert len(mismatches_in(law)) == 1
