"""Undoing after other acts: what was done since stays, what cannot be put back is refused, places are kept."""

import pytest

from articles import procedures
from articles.models import Law, Provision
from articles.procedures import errors
from articles.texts.verification import mismatches_in

from .conftest import lines, place


def both(law):
    return lines(law), lines(law, "kk")


def new_clause(text):
    return {"ru": {"text": text}, "kk": {"text": text}}


def test_two_rewordings_of_one_clause_are_undone_one_after_the_other(law, by):
    before, clause = both(law), place(law, "art_2__clause_2")
    first = procedures.reword(law, clause, "ru", text="Первое.", by=by)
    second = procedures.reword(law, clause, "ru", text="Второе.", by=by)
    procedures.undo(law, second, by=by)
    assert "2. Первое." in lines(law)
    procedures.undo(law, first, by=by)
    assert both(law) == before


def test_two_moves_of_one_clause_are_undone_one_after_the_other(law, by):
    before, clause = both(law), place(law, "art_2__clause_2")
    first = procedures.move(law, clause, place(law, "art_3"), by=by)
    second = procedures.move(law, clause, place(law, "art_1"), by=by)
    procedures.undo(law, second, by=by)
    procedures.undo(law, first, by=by)
    assert both(law) == before


def test_a_clause_comes_back_behind_the_one_it_followed_whatever_took_its_position(law, by):
    first, second = place(law, "art_3__clause_1"), place(law, "art_3__clause_2")
    moved = procedures.move(law, first, place(law, "art_2"), by=by)
    procedures.insert(law, place(law, "art_3"), "clause", new_clause("Сначала."), by=by)
    procedures.insert(law, place(law, "art_3"), "clause", new_clause("Потом."), after=second, by=by)
    procedures.undo(law, moved, by=by)
    shown = [line for line in lines(law) if line.startswith(("1. Наст", "2. Сначала", "3. До", "4. Потом"))]
    assert len(shown) == 4
    assert len(set(law.provisions.filter(parent=place(law, "art_3")).values_list("position", flat=True))) == 4


def test_a_clause_comes_back_to_its_place_in_an_article_that_was_spaced_anew(law, by):
    article, first = place(law, "art_3"), place(law, "art_3__clause_1")
    moved = procedures.move(law, place(law, "art_3__clause_2"), place(law, "art_2"), by=by)
    for number in range(20):
        procedures.insert(law, article, "clause", new_clause(f"Пункт {number}."), after=first, by=by)
    again = procedures.move(law, first, place(law, "art_2"), by=by)
    before = both(law)
    procedures.undo(law, procedures.undo(law, again, by=by), by=by)
    assert both(law) == before
    procedures.undo(law, moved, by=by)
    text = lines(law)
    assert text.index("1. До истечения срока действие статьи 2 настоящего Закона может быть продлено.") + 1 == (
        text.index("2. Пункт 19.")
    )
    law.refresh_from_db()
    assert mismatches_in(law) == []


def test_the_mark_of_an_item_that_comes_back_last_follows_its_place(law, by):
    second, third = place(law, "art_1__subclause_2"), place(law, "art_1__subclause_3")
    excluded = procedures.exclude(law, second, by=by)
    procedures.exclude(law, third, by=by)
    procedures.undo(law, excluded, by=by)
    assert {"1) кенес – орган местного самоуправления;", "2) сход – собрание жителей."} <= set(lines(law))


def test_a_wrong_mark_comes_back_with_an_undo_right_after_the_act(law, by):
    clause = place(law, "art_1__subclause_3")
    procedures.reword(law, clause, "ru", text="аким – должностное лицо;", by=by)
    before = both(law)
    procedures.undo(law, procedures.exclude(law, clause, by=by), by=by)
    assert both(law) == before


def test_nothing_is_moved_back_into_a_unit_that_is_out(law, by):
    moved = procedures.move(law, place(law, "art_2__clause_2"), place(law, "art_3"), by=by)
    procedures.exclude(law, place(law, "art_2"), by=by)
    before = both(law)
    with pytest.raises(errors.ProvisionIsExcluded):
        procedures.undo(law, moved, by=by)
    assert both(law) == before


def test_what_was_undone_within_a_unit_that_is_out_is_done_again(law, by):
    clause, article = place(law, "art_2__clause_2"), place(law, "art_2")
    procedures.exclude(law, clause, by=by)
    restored = procedures.restore(law, clause, by=by)
    excluded = procedures.exclude(law, article, by=by)
    undone = procedures.undo(law, restored, by=by)
    procedures.redo(law, undone, by=by)
    procedures.undo(law, excluded, by=by)
    assert "2. Решения принимаются большинством голосов." in lines(law)


def test_an_insertion_into_which_something_was_put_cannot_simply_be_undone(law, by):
    inserted = procedures.insert(law, place(law, "chp_1"), "article", {"ru": {"heading": "Новая"}}, by=by)
    procedures.insert(law, inserted.subject, "clause", {"ru": {"text": "Важное."}}, by=by)
    with pytest.raises(errors.LaterChange) as refusal:
        procedures.undo(law, inserted, by=by)
    assert [row.kind for row in refusal.value.rows] == ["clause"]
    assert "1. Важное." in lines(law)


def test_nothing_is_put_back_where_its_kind_cannot_stand_any_more(law, by):
    item = place(law, "art_2__clause_1__subclause_1")
    moved = procedures.move(law, item, place(law, "art_1"), by=by)
    procedures.move(law, place(law, "art_2__clause_1"), place(law, "art_3"), after=place(law, "art_3__clause_1"), by=by)
    procedures.indent(law, place(law, "art_3__clause_2"), by=by)
    with pytest.raises(errors.LaterChange):
        procedures.undo(law, moved, by=by)


def test_no_unit_is_put_back_into_one_that_stands_in_it_by_now(law, by):
    part = law.provisions.get(kind="passage").pk
    item = procedures.insert(law, part, "subclause", new_clause("пункт"), by=by).subject
    moved = procedures.move(law, item, place(law, "art_1"), by=by)
    procedures.move(law, part, item, by=by)
    with pytest.raises(errors.LaterChange):
        procedures.undo(law, moved, by=by)


def test_a_number_given_to_another_meanwhile_is_not_given_twice(law, by):
    Law.objects.filter(pk=law.pk).update(numbering="amending")
    article, last = place(law, "art_3"), place(law, "art_3__clause_2")
    moved = procedures.move(law, last, place(law, "art_2"), by=by)
    procedures.insert(law, article, "clause", new_clause("Новый."), after=place(law, "art_3__clause_1"), by=by)
    procedures.undo(law, moved, by=by)
    numbers = list(Provision.objects.filter(parent=article).order_by("position").values_list("number", flat=True))
    assert sorted(set(numbers)) == sorted(numbers)
