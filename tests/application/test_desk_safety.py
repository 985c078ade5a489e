"""What must not go wrong while a law is written: words that two have changed, pages that are out of date, markup that
a person types, and a law that has become long."""

from types import SimpleNamespace

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from articles import procedures
from articles.lawtext.importers import read
from articles.models import Membership, Role
from articles.views.sheets import update

from .conftest import place
from .drafting import Drafting, Update, parsed, said

CLAUSE = "art_2__clause_2"
SCRIPT = "<script>alert(1)</script> & <b>жирно</b>."


@pytest.fixture
def asel(client, law, member):
    drafting = Drafting(client, law, member(Role.DRAFTER))
    drafting.read()
    return drafting


@pytest.fixture
def nurlan(law, member):
    drafting = Drafting(Client(), law, member(Role.SECRETARY))
    drafting.read()
    return drafting


def words_of(law, eid=CLAUSE, language="ru"):
    return law.provisions.get(pk=place(law, eid)).wordings.get(language=language).text


@pytest.mark.parametrize("base", ["1", "", None, "0", "999", "x", "9" * 5000])
@pytest.mark.parametrize("name", ["reword", "indent", "exclude", "join"])
def test_words_that_another_has_changed_are_shown_beside_mine_and_nothing_is_written(law, asel, nurlan, base, name):
    desk = {**asel.desk(CLAUSE), "text": "Мои слова.", "reason": "моя причина"}
    nurlan.write(CLAUSE, text="Слова Нурлана.")
    count = law.entries.count()
    sent = {key: value for key, value in {**desk, "base": base}.items() if value is not None}
    response = asel.send(name, CLAUSE, **sent)
    assert response.status_code == 409
    assert (response.headers["HX-Retarget"], response.headers["HX-Reswap"]) == ("#desk", "outerHTML")
    shown = parsed(response)
    [both] = shown.find_class("collision")
    assert "Слова Нурлана." in said(both).replace("вставлено: ", "")
    assert nurlan.person.name in said(both)
    fields = dict(shown.get_element_by_id("desk").form_values())
    assert fields["text"].strip() == "Мои слова."
    assert fields["base"] == "2"
    assert fields["reason"] == "моя причина"
    assert law.entries.count() == count
    assert words_of(law) == "Слова Нурлана."


def test_after_a_collision_the_words_are_saved_over_those_of_the_other_and_both_are_in_history(law, asel, nurlan):
    desk = asel.desk(CLAUSE)
    nurlan.write(CLAUSE, text="Слова Нурлана.")
    again = parsed(asel.send("reword", CLAUSE, **{**desk, "text": "Мои слова."})).get_element_by_id("desk")
    Update(asel.send("reword", CLAUSE, **dict(again.form_values())))
    wording = law.provisions.get(pk=place(law, CLAUSE)).wordings.get(language="ru")
    assert [row.text for row in wording.history.order_by("revision")][1:] == ["Слова Нурлана.", "Мои слова."]


def test_a_collision_without_script_is_a_page_with_both(law, asel, nurlan):
    asel.htmx = False
    desk = asel.desk(CLAUSE)
    nurlan.write(CLAUSE, text="Слова Нурлана.")
    response = asel.send("reword", CLAUSE, **{**desk, "text": "Мои слова."})
    assert response.status_code == 409
    page = parsed(response)
    assert page.find(".//main") is not None
    assert page.find_class("collision")


def test_two_who_typed_the_same_do_not_collide(law, asel, nurlan):
    desk = asel.desk(CLAUSE)
    nurlan.write(CLAUSE, text="Одни и те же слова.")
    count = law.entries.count()
    answer = Update(asel.send("reword", CLAUSE, **{**desk, "text": " Одни и те же  слова."}))
    assert "Одни и те же слова." in " ".join(map(said, answer.replaced.values()))
    assert law.entries.count() == count


def test_words_in_one_language_do_not_collide_with_those_in_another(law, asel, nurlan):
    desk = asel.desk(CLAUSE)
    nurlan.language = "kk"
    nurlan.write(CLAUSE, text="Қазақша сөздер.")
    Update(asel.send("reword", CLAUSE, **{**desk, "text": "Русские слова."}))
    assert (words_of(law), words_of(law, language="kk")) == ("Русские слова.", "Қазақша сөздер.")


def test_an_answer_brings_what_others_have_changed_meanwhile(law, asel, nurlan):
    nurlan.write("art_3__clause_1", text="Слова Нурлана.")
    answer = Update(asel.write("art_1__subclause_1", text="кенес – орган;"))
    shown = " ".join(map(said, answer.replaced.values()))
    assert {place(law, "art_1"), place(law, "art_3"), "edition"} == set(answer.replaced)
    assert "Слова Нурлана." in shown


@pytest.mark.parametrize("since", ["", "0", "1000000", "x", "9" * 5000, "-3"])
def test_a_page_of_which_is_not_known_what_it_shows_gets_the_whole_text(law, asel, since):
    asel.since = since
    answer = Update(asel.write(CLAUSE, text="Новые слова."))
    [whole] = answer.whole
    assert "Статья 1. Основные понятия" in said(whole)
    assert "Новые слова." in said(whole)
    assert not answer.replaced
    assert answer.outline


def test_a_page_that_was_drawn_before_the_server_started_anew_gets_the_whole_text(law, asel):
    caches["sheets"].clear()
    assert Update(asel.write(CLAUSE, text="Новые слова.")).whole


def test_an_article_that_is_moved_leaves_its_place_and_comes_to_the_other(law, asel):
    article = place(law, "art_1")
    answer = Update(asel.send("move_down", "art_1"))
    assert article in answer.removed
    assert article in answer.inserted
    assert answer.outline


def drawn(blocks):
    return SimpleNamespace(blocks=tuple(blocks))


KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)
BLOCKS = st.tuples(KEYS, st.randoms(use_true_random=False)).map(
    lambda pair: [("head", "0"), *((key, str(pair[1].randrange(3))) for key in pair[0])]
)


def taken_over(blocks, change):
    """What a page shows that does as it is told, in the order of the answer."""
    shown = [list(block) for block in blocks]
    for key in change.removed:
        shown.remove(next(block for block in shown if block[0] == key))
    for before, key, markup in change.inserted:
        place = next(number for number, block in enumerate(shown) if block[0] == before)
        shown.insert(place + 1, [key, markup])
    for key, markup in change.replaced:
        next(block for block in shown if block[0] == key)[1] = markup
    return [tuple(block) for block in shown]


@given(BLOCKS, BLOCKS)
def test_a_page_that_takes_an_update_over_shows_the_later_text(before, after):
    change = update(drawn(before), drawn(after))
    assert taken_over(before, change) == after
    assert not {key for key, _markup in change.replaced} & {key for _before, key, _markup in change.inserted}


@given(BLOCKS)
def test_a_page_that_shows_the_text_already_has_nothing_to_take_over(blocks):
    change = update(drawn(blocks), drawn(blocks))
    assert (change.replaced, change.removed, change.inserted) == ((), (), ())


def markup_in(response):
    """Elements in the answer that only words of a person could have made."""
    return parsed(response).xpath("//b | //script[not(@src)]")


def test_markup_that_a_person_types_is_shown_as_words_everywhere(law, asel, nurlan):
    first = asel.write(CLAUSE, text=SCRIPT)
    heading = asel.write("art_3", heading=SCRIPT)
    item = asel.send("insert", CLAUSE, kind="subclause", place="inside", text=SCRIPT, reason=SCRIPT)
    asked = asel.send("split", CLAUSE, **{**asel.desk(CLAUSE), "at": "12"})
    desk = {**asel.desk(CLAUSE), "text": SCRIPT + " Ещё.", "reason": SCRIPT}
    nurlan.write(CLAUSE, text=SCRIPT + " Другое.")
    both = asel.send("reword", CLAUSE, **desk)
    pages = [
        *(asel.open(name, CLAUSE) for name in ("desk", "unit_menu", "new_provision", "destinations")),
        asel.open("destinations", CLAUSE, into=place(law, "art_3")),
    ]
    asel.send("exclude", "art_3")
    asel.send("exclude", "art_2__clause_2__subclause_1")
    listed = asel.open("excluded")
    assert both.status_code == 409
    assert "alert(1)" in said(parsed(listed).find(".//main"))
    for response in (first, heading, item, asked, both, listed, *pages):
        assert markup_in(response) == []


def test_a_language_in_which_there_is_nothing_to_part_can_only_stay_whole(law, asel, nurlan):
    nurlan.language = "kk"
    nurlan.write(CLAUSE, text="Шешім.")
    response = asel.send("split", CLAUSE, **{**asel.desk(CLAUSE), "at": "8"})
    assert parsed(response).xpath("//input[@name='at_kk']/@value") == [str(len("Шешім."))]


def test_the_answer_speaks_the_language_of_the_person_and_shows_the_language_that_is_edited(law, asel):
    asel.person.language = "kk"
    asel.person.save()
    asel.read()
    assert Update(asel.write(CLAUSE, text="Новые слова.")).notices[0].startswith("Басқаша")
    asel.language = "kk"
    asel.read()
    answer = Update(asel.write(CLAUSE, text="Жаңа сөздер."))
    assert "2. Жаңа сөздер." in " ".join(map(said, answer.replaced.values()))
    assert "Новые слова." not in " ".join(map(said, answer.replaced.values()))


OPENED = ["desk", "new_provision", "unit_menu", "destinations"]
ASKED = [
    # what is asked for, of which unit, what is sent: None to open a page
    *((name, "art_5__clause_2", None) for name in OPENED),
    ("excluded", None, None),
    ("reword", "art_1__clause_3", {"text": "Другие слова.", "base": "1"}),
    ("insert", "art_2__clause_3", {"kind": "clause", "text": "Новый."}),
    ("split", "art_4__clause_3", {"text": "Один. Два.", "base": "1", "at": "5"}),
    ("join", "art_5__clause_3", {}),
    ("indent", "art_6__clause_3", {}),
    ("outdent", "art_6__clause_2__subclause_1", {}),
    ("move_up", "art_7__clause_3", {}),
    ("move_down", "art_8__clause_3", {}),
    ("exclude", "art_9__clause_3", {}),
    ("undo", None, {}),
    ("redo", None, {}),
]

ARTICLE = """Статья {0}. О вопросе {0}
1. Первый.
2. Второй в силу пункта 1 статьи {0}.
3. Третий.
4. Четвертый.
"""


def asked_in_a_law_of(count, client, by):
    """How many queries each answer takes once the page of the law has been drawn."""
    content = "О законе\n\nГлава 1. Общее\n\n" + "\n".join(ARTICLE.format(number + 1) for number in range(count))
    law = procedures.load(f"law-{count}", read("law.txt", content.encode(), "ru"), by=by)
    Membership.objects.create(law=law, person=by.person, role=Role.DRAFTER)
    procedures.exclude(law, place(law, "art_3__clause_4"), by=by)
    drafting = Drafting(client, law, by.person)
    return {name: queries_of(drafting, name, unit, sent) for name, unit, sent in ASKED}


def queries_of(drafting, name, unit, sent):
    drafting.read()
    unit = unit and place(drafting.law, unit)
    with CaptureQueriesContext(connection) as queries:
        response = drafting.open(name, unit) if sent is None else drafting.send(name, unit, **sent)
    assert response.status_code == 200
    return len(queries)


@pytest.mark.slow
def test_no_act_and_no_desk_takes_more_queries_in_a_law_of_two_hundred_articles(by, client):
    assert asked_in_a_law_of(10, client, by) == asked_in_a_law_of(200, client, by)
