"""Every act: what it does to the text, the numbers, the references and the list marks, in both languages."""

import importlib
import uuid

import pytest

from articles import procedures
from articles.lawtext.importers import read
from articles.models import Entry, Law, Provision, Wording
from articles.procedures import errors

from .conftest import RUSSIAN, lines, place

HALVES = {
    "ru": ("Кенес имеет компетенцию.", "К ней относятся:"),
    "kk": ("Кеңестің құзыреті бар.", "Оған:"),
}


def test_rewording_is_one_entry_with_person_and_reason(law, by, drafter):
    entry = procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Решения принимаются.", by=by)
    assert (entry.act, entry.person, entry.reason) == ("reword", drafter, "проба")
    assert "2. Решения принимаются." in lines(law)


def test_rewording_keeps_references_whose_words_were_not_touched(law, by):
    clause = place(law, "art_2__clause_1__subclause_2")
    shown = "утверждение местного бюджета в соответствии с пунктом 2 настоящей статьи;"
    procedures.reword(law, clause, "ru", text=shown, by=by)
    assert "{@" in Wording.objects.get(provision=clause, language="ru").text
    assert f"2) {shown}" in lines(law)


def test_a_reference_that_is_typed_becomes_live_and_follows_a_move(law, by):
    clause = place(law, "art_3__clause_2")
    procedures.reword(
        law, clause, "ru", text="Статья 1 настоящего Закона применяется к статье 2 настоящего Закона.", by=by
    )
    procedures.move(law, place(law, "art_2"), place(law, "chp_1"), after=None, by=by)
    assert "2. Статья 2 настоящего Закона применяется к статье 1 настоящего Закона." in lines(law)


def test_rewording_from_an_old_revision_brings_both_texts_back(law, by):
    clause = place(law, "art_2__clause_2")
    procedures.reword(law, clause, "ru", text="Первый.", base=1, by=by)
    with pytest.raises(errors.WordingHasChanged) as refusal:
        procedures.reword(law, clause, "ru", text="Второй.", base=1, by=by)
    assert refusal.value.current.text == "Первый."
    assert refusal.value.submitted == {"text": "Второй."}
    assert "2. Первый." in lines(law)


def test_rewording_to_the_same_words_writes_nothing(law, by):
    sequence = law.sequence
    with pytest.raises(errors.NothingChanged):
        procedures.reword(
            law, place(law, "art_2__clause_2"), "ru", text="Решения принимаются большинством голосов.", by=by
        )
    law.refresh_from_db()
    assert law.sequence == sequence


def test_a_repeat_with_the_same_token_finds_the_entry_and_does_nothing(law, by):
    token = procedures.By(by.person, by.reason, token=uuid.uuid4())
    clause = place(law, "art_2__clause_2")
    first = procedures.reword(law, clause, "ru", text="Один раз.", by=token)
    assert procedures.reword(law, clause, "ru", text="Один раз.", by=token) == first
    law.refresh_from_db()
    assert law.sequence == first.sequence


@pytest.mark.parametrize("words", ["a\x00b", "a\ud800b", "a\x0bb"])
def test_characters_that_no_file_can_hold_are_refused_on_save(law, by, words):
    with pytest.raises(errors.ActRefused):
        procedures.reword(law, place(law, "art_2__clause_2"), "ru", text=words, by=by)


def test_words_that_would_keep_everybody_waiting_are_refused(law, by):
    words = "пункт 1 статьи 2 настоящего Закона, " * 1000
    with pytest.raises(errors.ActRefused, match="20000"):
        procedures.reword(law, place(law, "art_2__clause_2"), "ru", text=words, by=by)
    with pytest.raises(errors.ActRefused, match="20000"):
        procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": words}}, by=by)


@pytest.mark.parametrize("reason", ["a\x00b", "a\ud800b", "a\x07b", "а" * 2001])
def test_a_reason_that_cannot_be_kept_or_printed_refuses_the_act(law, by, reason):
    by = procedures.By(by.person, reason)
    with pytest.raises(errors.ActRefused, match="2000"):
        procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Иначе.", by=by)
    with pytest.raises(errors.ActRefused, match="2000"):
        procedures.freeze(law, "Первая", remark=reason, by=procedures.By(by.person))
    assert law.entries.count() == 2


def test_a_reason_is_kept_as_one_line(law, by):
    by = procedures.By(by.person, " По замечанию\r\n\tминистерства ")
    entry = procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Иначе.", by=by)
    assert entry.reason == "По замечанию министерства"


def test_the_title_is_the_heading_of_the_root(law, by):
    procedures.change_heading(law, law.root_id, "ru", "О кенесах", by=by)
    assert lines(law)[0] == "О кенесах"


def test_a_subclause_inserted_in_the_middle_renumbers_and_moves_references(law, by):
    procedures.insert(
        law,
        place(law, "art_2__clause_1"),
        "subclause",
        {"ru": {"text": "избрание председателя"}, "kk": {"text": "төрағаны сайлау"}},
        after=place(law, "art_2__clause_1__subclause_1"),
        by=by,
    )
    text = lines(law)
    assert "2) избрание председателя;" in text
    assert "3) утверждение бюджета в соответствии с пунктом 2 настоящей статьи;" in text
    assert any("подпункта 3) пункта 1 статьи 2 настоящего Закона" in line for line in text)
    assert any("2-бабы 1-тармағының 3) тармақшасын" in line for line in lines(law, "kk"))


def test_a_subclause_inserted_last_takes_the_full_stop_and_in_kazakh_leaves_it_to_the_verb(law, by):
    procedures.insert(
        law,
        place(law, "art_2__clause_1"),
        "subclause",
        {"ru": {"text": "новый вопрос"}, "kk": {"text": "жаңа мәселе"}},
        after=place(law, "art_2__clause_1__subclause_3"),
        by=by,
    )
    assert [line for line in lines(law) if line.endswith("вопросы;") or line.startswith("4)")] == [
        "3) иные вопросы;",
        "4) новый вопрос.",
    ]
    assert [line for line in lines(law, "kk") if line.startswith(("3) ө", "4)", "жатады"))] == [
        "3) өзге де мәселелер;",
        "4) жаңа мәселе",
        "жатады.",
    ]


def test_a_kind_that_cannot_stand_there_is_refused_in_words(law, by):
    with pytest.raises(errors.NotAllowedHere, match="«статья»"):
        procedures.insert(law, place(law, "art_2__clause_1"), "article", {"ru": {"heading": "Лишняя"}}, by=by)


def test_an_excluded_last_item_leaves_its_full_stop_to_the_one_before(law, by):
    procedures.exclude(law, place(law, "art_1__subclause_3"), by=by)
    assert "2) сход – собрание жителей." in lines(law)
    assert not any("аким –" in line for line in lines(law))


def test_an_excluded_article_closes_the_numbers_while_drafting(law, by):
    procedures.exclude(law, place(law, "art_1"), by=by)
    assert "Статья 1. Компетенция кенеса" in lines(law)
    assert "2-бап. Қолданылу мерзімі" in lines(law, "kk")


def test_an_excluded_clause_keeps_its_number_in_amending_mode(law, by):
    Law.objects.filter(pk=law.pk).update(numbering="amending")
    clause = place(law, "art_3__clause_1")
    procedures.exclude(law, clause, by=by)
    assert [line for line in lines(law) if line[:2] in ("1.", "2.")][-2:] == [
        "1. Исключен.",
        "2. До истечения срока действие статьи 2 настоящего Закона может быть продлено.",
    ]
    procedures.restore(law, clause, by=by)
    assert any(line.startswith("1. Настоящий Закон действует три года") for line in lines(law))


def test_an_insertion_in_amending_mode_repeats_the_number_before_it(law, by):
    Law.objects.filter(pk=law.pk).update(numbering="amending")
    procedures.insert(
        law, place(law, "chp_1"), "article", {"ru": {"heading": "Гимн"}}, after=place(law, "art_1"), by=by
    )
    assert "Статья 1-1. Гимн" in lines(law)
    assert "Статья 2. Компетенция кенеса" in lines(law)


def test_restoring_puts_a_provision_back_where_it_stood(law, by):
    before = lines(law), lines(law, "kk")
    item = place(law, "art_1__subclause_2")
    procedures.exclude(law, item, by=by)
    procedures.restore(law, item, by=by)
    assert (lines(law), lines(law, "kk")) == before


def test_nothing_is_restored_into_a_unit_that_is_out(law, by):
    clause, article = place(law, "art_2__clause_2"), place(law, "art_2")
    procedures.exclude(law, clause, by=by)
    procedures.exclude(law, article, by=by)
    with pytest.raises(errors.ProvisionIsExcluded):
        procedures.restore(law, clause, by=by)


def test_a_clause_moves_to_another_article_with_all_that_stands_in_it(law, by):
    clause = place(law, "art_2__clause_1")
    procedures.move(law, clause, place(law, "art_3"), after=place(law, "art_3__clause_1"), by=by)
    text = lines(law)
    assert text.index("2. К компетенции кенеса относятся:") > text.index("Статья 3. Срок действия")
    assert "1) утверждение плана развития;" in text
    assert any("подпункта 2) пункта 2 статьи 3 настоящего Закона" in line for line in text)


def test_an_article_moves_to_another_chapter(law, by):
    procedures.move(law, place(law, "art_1"), place(law, "chp_2"), after=place(law, "art_3"), by=by)
    assert lines(law).index("Статья 3. Основные понятия") > lines(law).index("Статья 2. Срок действия")


def test_a_unit_cannot_be_moved_into_itself(law, by):
    with pytest.raises(errors.NotAllowedHere):
        procedures.move(law, place(law, "art_2__clause_1"), place(law, "art_2__clause_1__subclause_1"), by=by)


def test_a_clause_is_split_and_what_stands_in_it_goes_with_the_second_half(law, by):
    clause = place(law, "art_2__clause_1")
    procedures.split(law, clause, HALVES, by=by)
    text = lines(law)
    assert text[text.index("1. Кенес имеет компетенцию.") + 1 :][:2] == [
        "2. К ней относятся:",
        "1) утверждение плана развития;",
    ]
    assert "3. Решения принимаются большинством голосов." in text
    assert any("пунктом 3 настоящей статьи" in line for line in text)
    kazakh = lines(law, "kk")
    assert kazakh[kazakh.index("2. Оған:") + 4] == "жатады."
    assert str(Provision.objects.get(origin=clause).origin) == clause


def test_two_list_items_are_split_and_joined_with_their_marks(law, by):
    item = place(law, "art_1__subclause_2")
    procedures.split(law, item, {"ru": ("сход – собрание", "жителей"), "kk": ("жиын –", "жиналыс")}, by=by)
    assert [line for line in lines(law) if line.startswith(("2)", "3)"))][:2] == ["2) сход – собрание;", "3) жителей;"]


def test_joining_brings_words_and_children_together(law, by):
    procedures.join(law, place(law, "art_3__clause_2"), by=by)
    joined = next(line for line in lines(law) if line.startswith("1. Настоящий Закон действует"))
    assert joined.endswith(
        "настоящего Закона. До истечения срока действие статьи 2 настоящего Закона может быть продлено."
    )
    assert Provision.objects.get(joined_to=place(law, "art_3__clause_1")).status == "removed"


def test_joining_after_a_unit_with_units_of_its_own_is_refused(law, by):
    with pytest.raises(errors.NotAllowedHere):
        procedures.join(law, place(law, "art_2__clause_2"), by=by)


def test_a_clause_becomes_a_subclause_of_the_one_before_and_comes_back(law, by):
    before = lines(law)
    clause = place(law, "art_3__clause_2")
    procedures.indent(law, clause, by=by)
    assert any(line.startswith("1) До истечения срока") for line in lines(law))
    procedures.outdent(law, clause, by=by)
    assert lines(law) == before


def test_raising_a_subclause_keeps_the_reading_order(law, by):
    procedures.outdent(law, place(law, "art_2__clause_1__subclause_2"), by=by)
    text = lines(law)
    first = text.index("1. К компетенции кенеса относятся:")
    assert [line[:14] for line in text[first : first + 7]] == [
        "1. К компетенц",
        "1) утверждение",
        "2. утверждение",
        "1) иные вопрос",
        "Кенес вправе р",
        "3. Решения при",
        "Глава 2. Заклю",
    ]


def test_a_list_item_right_in_an_article_cannot_be_raised_out_of_it(law, by):
    with pytest.raises(errors.NotAllowedHere):
        procedures.outdent(law, place(law, "art_1__subclause_2"), by=by)


def test_a_number_is_locked_and_counting_goes_on_from_it(law, by):
    procedures.renumber(law, place(law, "art_2"), "10", by=by)
    assert {"Статья 1. Основные понятия", "Статья 10. Компетенция кенеса", "Статья 11. Срок действия"} <= set(
        lines(law)
    )
    assert any("статьи 10 настоящего Закона" in line for line in lines(law))


@pytest.mark.parametrize(
    "perform",
    [
        lambda law, by: procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Иначе.", by=by),
        lambda law, by: procedures.change_heading(law, place(law, "art_2"), "ru", "Иначе", by=by),
        lambda law, by: procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": "Новый."}}, by=by),
        lambda law, by: procedures.move(law, place(law, "art_1"), place(law, "chp_2"), by=by),
        lambda law, by: procedures.exclude(law, place(law, "art_1__subclause_3"), by=by),
        lambda law, by: procedures.split(law, place(law, "art_2__clause_1"), HALVES, by=by),
        lambda law, by: procedures.join(law, place(law, "art_3__clause_2"), by=by),
        lambda law, by: procedures.indent(law, place(law, "art_3__clause_2"), by=by),
        lambda law, by: procedures.outdent(law, place(law, "art_2__clause_1__subclause_2"), by=by),
        lambda law, by: procedures.renumber(law, place(law, "art_2"), "7", by=by),
    ],
    ids=["reword", "heading", "insert", "move", "exclude", "split", "join", "indent", "outdent", "renumber"],
)
def test_every_act_is_undone_to_the_letter_and_done_again(law, by, perform):
    before = lines(law), lines(law, "kk")
    entry = perform(law, by)
    after = lines(law), lines(law, "kk")
    assert after != before
    undone = procedures.undo(law, entry, by=by)
    assert (lines(law), lines(law, "kk")) == before
    assert undone.undoes == entry
    procedures.redo(law, undone, by=by)
    assert (lines(law), lines(law, "kk")) == after


def test_an_entry_whose_words_were_changed_since_cannot_simply_be_undone(law, by):
    clause = place(law, "art_2__clause_2")
    first = procedures.reword(law, clause, "ru", text="Первое.", by=by)
    procedures.reword(law, clause, "ru", text="Второе.", by=by)
    with pytest.raises(errors.LaterChange) as refusal:
        procedures.undo(law, first, by=by)
    assert [row.text for row in refusal.value.rows] == ["Второе."]
    assert "2. Второе." in lines(law)


def test_the_sequence_has_no_gaps_and_every_history_row_has_its_entry(law, by):
    procedures.exclude(law, place(law, "art_1"), by=by)
    with pytest.raises(errors.ActRefused):
        procedures.exclude(law, uuid.uuid4(), by=by)
    procedures.insert(law, place(law, "art_1"), "clause", {"ru": {"text": "Новый."}}, by=by)
    law.refresh_from_db()
    assert list(law.entries.values_list("sequence", flat=True)) == list(range(1, law.sequence + 1))
    assert not Wording.history.filter(entry=None).exists()


def test_a_stray_save_without_an_entry_is_refused_by_the_database(law):
    wording = Wording.objects.filter(provision__law=law).first()
    with pytest.raises(Exception, match=r"(?i)null"):
        wording.save()


def test_renumbering_writes_no_history(law, by):
    entry = procedures.exclude(law, place(law, "art_1"), by=by)
    assert entry.historicalprovision_rows.count() == 1
    assert Entry.objects.filter(law=law).count() == law.sequence + 1


def test_a_save_takes_the_same_number_of_queries_in_a_large_law(law, by, django_assert_max_num_queries):
    for number in range(30):
        procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": f"Пункт {number}."}}, by=by)
    clause = place(law, "art_2__clause_1")
    with django_assert_max_num_queries(16):
        procedures.reword(law, clause, "ru", text="Другие слова.", by=by)


def test_a_split_must_part_every_language_that_has_words(law, by):
    with pytest.raises(errors.NotAllowedHere, match="казахский"):
        procedures.split(law, place(law, "art_2__clause_1"), {"ru": HALVES["ru"]}, by=by)


def test_joining_never_loses_a_heading(law, by):
    with pytest.raises(errors.NotAllowedHere, match="заголовок"):
        procedures.join(law, place(law, "chp_2"), by=by)


@pytest.mark.parametrize(
    ("eid", "fields"),
    [
        ("art_2__clause_2", {"heading": "Лишний"}),
        ("chp_1", {"text": "Лишний."}),
        ("preamble", {"closing": "лишние."}),
        ("art_2__clause_2", {"text": None}),
        ("art_2__clause_2", {"words": "Лишние."}),
    ],
)
def test_words_that_a_unit_cannot_have_are_refused(law, by, eid, fields):
    with pytest.raises(errors.ActRefused):
        procedures.reword(law, place(law, eid), "ru", by=by, **fields)


@pytest.mark.parametrize(("provision", "language"), [("nonsense", "ru"), (uuid.uuid4(), "ru"), (None, "fr"), (7, "ru")])
def test_a_provision_or_language_that_is_not_there_is_refused(law, by, provision, language):
    with pytest.raises(errors.ActRefused):
        procedures.reword(law, provision or place(law, "art_2__clause_2"), language, text="Иначе.", by=by)


def test_line_breaks_and_tabs_become_blanks_outside_tables(law, by):
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="один\tдва\nСтатья 99. Подлог", by=by)
    assert "2. один два Статья 99. Подлог" in lines(law)


def test_a_token_is_good_for_one_act_on_one_law_only(law, by):
    token = procedures.By(by.person, by.reason, token=uuid.uuid4())
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Один раз.", by=token)
    with pytest.raises(errors.ActRefused, match="другого действия"):
        procedures.exclude(law, place(law, "art_1"), by=token)


def test_replacing_starts_over_when_somebody_was_quicker(law, by, monkeypatch):
    loading = importlib.import_module("articles.procedures.load")
    calls = []

    def interrupted(old, new):
        if not calls:
            procedures.reword(law, place(law, "art_2__clause_2"), "kk", text="Асығыс.", by=by)
        calls.append(1)
        return compare(old, new)

    compare = loading.compare
    monkeypatch.setattr(loading, "compare", interrupted)
    newer = read("law.txt", RUSSIAN.replace("три года", "пять лет").encode(), "ru")
    procedures.replace(law, newer, by=by)
    assert len(calls) == 2
    assert "2. Асығыс." in lines(law, "kk")
    assert any("пять лет" in line for line in lines(law))


def test_a_copy_of_a_law_with_ids_becomes_a_law_of_its_own(law, by):
    draft = procedures.freeze(law, "Первая", by=by)
    document = bytes(draft.documents.get(language="ru").akn)
    copy = procedures.load("copy", read("law.xml", document, "ru"), by=by)
    assert lines(copy) == lines(law)
    assert not set(copy.provisions.values_list("id", flat=True)) & set(law.provisions.values_list("id", flat=True))
