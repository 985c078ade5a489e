"""Numbers and list marks after acts that change a place or a level, in a draft and in a law in force."""

import pytest

from articles import procedures
from articles.lawtext.importers import read
from articles.lawtext.provision import NUMBERED, provisions
from articles.procedures import errors

from .conftest import KAZAKH, RUSSIAN, lines, place


@pytest.fixture
def law_in_force(by):
    """The same law with a number excluded: its numbers are frozen."""
    russian, kazakh = RUSSIAN.replace("Статья 3.", "Статья 4."), KAZAKH.replace("3-бап.", "4-бап.")
    law = procedures.load("in-force", read("law.txt", russian.encode(), "ru"), by=by)
    procedures.add_language(law, read("law.txt", kazakh.encode(), "kk"), by=by)
    law.refresh_from_db()
    assert law.numbering == "amending"
    return law


def numbers(law, eid):
    """The numbers that print in a unit, in reading order."""
    unit = place(law, eid)
    return [child.number for node in provisions(law.as_provision("ru")) if node.id == unit for child in node.children]


def test_a_moved_provision_gets_an_additional_number_in_a_law_in_force(law_in_force, by):
    law = law_in_force
    procedures.move(law, place(law, "art_1"), place(law, "chp_2"), after=place(law, "art_4"), by=by)
    assert numbers(law, "chp_2") == ["4", "5"]
    procedures.move(law, place(law, "art_2__clause_2"), place(law, "art_4"), after=place(law, "art_4__clause_1"), by=by)
    assert numbers(law, "art_4") == ["1", "1-1", "2"]


def test_an_undone_move_returns_the_frozen_number(law_in_force, by):
    law = law_in_force
    before = lines(law), lines(law, "kk")
    moved = procedures.move(law, place(law, "art_1"), place(law, "chp_2"), by=by)
    procedures.undo(law, moved, by=by)
    assert (lines(law), lines(law, "kk")) == before


def test_an_undone_insertion_leaves_its_number_to_the_next(law_in_force, by):
    law = law_in_force
    for _ in range(2):
        words = {"ru": {"heading": "Новая"}}
        inserted = procedures.insert(law, place(law, "chp_1"), "article", words, after=place(law, "art_1"), by=by)
        assert numbers(law, "chp_1") == ["1", "1-1", "2"]
        undone = procedures.undo(law, inserted, by=by)
    procedures.redo(law, undone, by=by)
    assert numbers(law, "chp_1") == ["1", "1-1", "2"]


def test_another_level_gives_another_number(law_in_force, by):
    law = law_in_force
    procedures.indent(law, place(law, "art_4__clause_2"), by=by)
    procedures.outdent(law, place(law, "art_2__clause_1__subclause_3"), by=by)
    assert numbers(law, "art_2") == ["1", "1-1", "2"]
    assert numbers(law, "art_4__clause_1") == ["1"]


def test_a_unit_that_became_an_indent_has_no_number(law, by):
    procedures.indent(law, place(law, "art_2__clause_1__subclause_2"), by=by)
    units = list(provisions(law.as_provision("ru")))
    assert [unit.kind for unit in units if unit.kind == "indent"] == ["indent"]
    assert [unit for unit in units if unit.number and unit.kind not in NUMBERED] == []


@pytest.mark.parametrize("number", ["1", "0"])
def test_a_number_at_which_counting_is_past_already_is_taken(law, by, number):
    with pytest.raises(errors.NumberIsTaken):
        procedures.renumber(law, place(law, "art_3"), number, by=by)


def test_a_number_of_another_article_is_taken_in_a_law_in_force(law_in_force, by):
    with pytest.raises(errors.NumberIsTaken):
        procedures.renumber(law_in_force, place(law_in_force, "art_1"), "4", by=by)


@pytest.mark.parametrize("number", ["5 ", "пять", "5-", "5;1", "5" * 30])
def test_a_number_is_figures(law, by, number):
    with pytest.raises(errors.NotAllowedHere):
        procedures.renumber(law, place(law, "art_3"), number, by=by)


def test_a_lock_that_counting_has_overtaken_gives_no_number_twice(law, by):
    procedures.renumber(law, place(law, "art_3"), "4", by=by)
    for heading in ("Новая", "Новейшая"):
        procedures.insert(law, place(law, "chp_1"), "article", {"ru": {"heading": heading}}, by=by)
    assert numbers(law, "chp_1") + numbers(law, "chp_2") == ["1", "2", "3", "4", "5"]


def test_words_that_close_a_list_stay_behind_its_last_item_when_one_is_raised(law, by):
    procedures.outdent(law, place(law, "art_2__clause_1__subclause_2"), by=by)
    text = lines(law, "kk")
    assert text[text.index("1) өзге де мәселелер") + 1] == "жатады."


def test_an_item_raised_from_a_second_list_leaves_closing_words_to_the_first(law, by):
    clause, part = place(law, "art_2__clause_1"), law.provisions.get(kind="passage").pk
    words = {code: {"text": text} for code, text in (("ru", "пункт"), ("kk", "тармақ"))}
    items = [procedures.insert(law, clause, "subclause", words, after=part, by=by).subject for _ in range(2)]
    procedures.outdent(law, items[1], by=by)
    text = lines(law, "kk")
    assert text[text.index("3) өзге де мәселелер") + 1] == "жатады."


def test_a_unit_raised_with_items_of_its_own_opens_their_list(law, by):
    procedures.outdent(law, place(law, "art_2__clause_1__subclause_1"), by=by)
    assert "2. утверждение плана развития:" in lines(law)


def test_the_list_in_a_raised_item_ends_with_a_full_stop_of_its_own(law, by):
    for _ in range(2):
        procedures.indent(law, place(law, "art_2__clause_1__subclause_2"), by=by)
    assert any(line.endswith("өзге де мәселелер") for line in lines(law, "kk"))
    procedures.outdent(law, place(law, "art_2__clause_1__subclause_1"), by=by)
    assert any(line.endswith("өзге де мәселелер.") for line in lines(law, "kk"))


def test_a_part_moved_into_a_list_ends_one_list_and_closes_it(law, by):
    clause, part = place(law, "art_2__clause_1"), law.provisions.get(kind="passage").pk
    procedures.move(law, part, clause, after=place(law, "art_2__clause_1__subclause_1"), by=by)
    assert {"1) утверждение плана развития.", "3) иные вопросы."} <= set(lines(law))
    assert {"1) даму жоспарын бекіту", "3) өзге де мәселелер."} <= set(lines(law, "kk"))


def test_an_excluded_last_item_that_prints_keeps_the_full_stop_in_a_law_in_force(law_in_force, by):
    procedures.exclude(law_in_force, place(law_in_force, "art_1__subclause_3"), by=by)
    assert {"2) сход – собрание жителей;", "3) исключен."} <= set(lines(law_in_force))


def test_nothing_is_restored_into_a_unit_of_another_level(law, by):
    table = procedures.insert(law, place(law, "art_3__clause_2"), "table", {"ru": {"text": "а\tб"}}, by=by).subject
    procedures.exclude(law, table, by=by)
    procedures.indent(law, place(law, "art_3__clause_2"), by=by)
    procedures.restore(law, table, by=by)
    procedures.exclude(law, table, by=by)
    procedures.indent(law, place(law, "art_2__clause_2"), by=by)
    item = place(law, "art_2__clause_1__subclause_4")
    note = procedures.insert(law, item, "note", {"ru": {"text": "Примечание."}}, by=by).subject
    procedures.exclude(law, note, by=by)
    procedures.indent(law, item, by=by)
    with pytest.raises(errors.NotAllowedHere):
        procedures.restore(law, note, by=by)


def test_what_was_taken_out_follows_the_level_of_its_unit(law, by):
    item = place(law, "art_2__clause_1__subclause_3")
    procedures.exclude(law, item, by=by)
    procedures.move(law, place(law, "art_2__clause_1"), place(law, "art_3"), after=place(law, "art_3__clause_1"), by=by)
    procedures.exclude(law, law.provisions.get(kind="passage"), by=by)
    procedures.indent(law, place(law, "art_3__clause_2"), by=by)
    procedures.restore(law, item, by=by)
    assert law.provisions.get(pk=item).kind == "indent"


def test_no_words_for_a_unit_without_words_are_no_change(law, by):
    clause = procedures.insert(law, place(law, "art_3"), "clause", {"ru": {"text": "Новый."}}, by=by).subject
    with pytest.raises(errors.NothingChanged):
        procedures.reword(law, clause, "kk", text="", by=by)
