"""Each act as a drafter asks for it, from the page of the law and from a browser without script."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import procedures
from articles.models import Entry, Membership, Person, Role

from .conftest import lines, place
from .drafting import Drafting, Update, events, parsed, said, sent_by

CLAUSE = "art_2__clause_2"


@pytest.fixture
def asel(client, law, member):
    """A drafter with the page of the law on screen."""
    drafting = Drafting(client, law, member(Role.DRAFTER))
    drafting.read()
    return drafting


@pytest.fixture
def without_script(law, member):
    return Drafting(Client(), law, member(Role.DRAFTER), htmx=False)


@pytest.fixture
def nurlan(law, member):
    """Another drafter of the same law."""
    drafting = Drafting(Client(), law, member(Role.SECRETARY))
    drafting.read()
    return drafting


def text(law):
    return "\n".join(lines(law))


def last(law):
    return law.entries.last_one()


ACTS = [
    # act, unit, what is chosen or typed, the entry, a line of the text afterwards
    ("reword", CLAUSE, {"text": "Решения принимаются консенсусом."}, "reword", "2. Решения принимаются консенсусом."),
    ("reword", "art_3", {"heading": "Срок"}, "reword", "Статья 3. Срок"),
    ("reword", "chp_2", {"heading": "Последнее"}, "reword", "Глава 2. Последнее"),
    ("insert", CLAUSE, {"kind": "clause", "text": "Новый."}, "insert", "3. Новый."),
    ("insert", CLAUSE, {"kind": "subclause", "place": "inside", "text": "новый"}, "insert", "1) новый."),
    ("insert", "art_2", {"kind": "article", "heading": "Новая"}, "insert", "Статья 3. Новая"),
    ("split", CLAUSE, {"at": "8", "at_kk": "10"}, "split", "3. принимаются большинством голосов."),
    ("join", "art_1__subclause_2", {}, "join", "1) кенес – орган местного самоуправления; сход – собрание жителей;"),
    ("indent", "art_3__clause_2", {}, "indent", "1) До истечения срока действие статьи 2"),
    ("outdent", "art_2__clause_1__subclause_3", {}, "outdent", "2. иные вопросы."),
    ("move_up", "art_3__clause_2", {}, "move", "1. До истечения срока"),
    ("move_down", "art_3__clause_1", {}, "move", "1. До истечения срока"),
    ("exclude", "art_3__clause_1", {}, "exclude", "До истечения срока"),
]

IDS = [f"{name} {unit}" for name, unit, *_others in ACTS]


def performed(drafting, name, unit, sent):
    """The answer to the act, asked for from the desk; a new unit has one of its own."""
    if name == "insert":
        asked = {key: sent[key] for key in ("kind", "place") if key in sent}
        return drafting.send(name, unit, **{**sent_by(drafting.open("new_provision", unit, **asked)), **sent})
    return drafting.send(name, unit, **{**drafting.desk(unit), **sent})


@pytest.mark.parametrize(("name", "unit", "sent", "act", "line"), ACTS, ids=IDS)
def test_an_act_from_the_page_is_one_entry_of_the_person_and_the_page_shows_it(law, asel, name, unit, sent, act, line):
    before = last(law).sequence
    response = performed(asel, name, unit, {**sent, "reason": "так решила группа"})
    answer, entry = Update(response), last(law)
    assert line in text(law)
    assert (entry.sequence, entry.act, entry.person) == (before + 1, act, asel.person)
    assert entry.reason == "так решила группа"
    assert answer.since == str(entry.sequence)
    assert not answer.whole
    assert answer.notices[0].startswith(entry.get_act_display())
    assert line[:40].lower() in " ".join(map(said, answer.replaced.values())).lower() or answer.inserted
    assert answer.events["lawdraft:saved"]["provision"] == str(entry.subject)


@pytest.mark.parametrize(("name", "unit", "sent", "act", "line"), ACTS, ids=IDS)
def test_an_act_without_script_leads_to_its_place_in_the_law_and_says_what_was_done(
    law, without_script, name, unit, sent, act, line
):
    response = performed(without_script, name, unit, sent)
    assert line in text(law)
    address, _hash, anchor = response.url.partition("#")
    assert address == reverse("law", args=["local"]) + "?language=ru"
    page = parsed(without_script.client.get(address))
    assert said(page.get_element_by_id("notices")).startswith(str(Entry.Act(act).label))
    assert page.xpath("//*[@id=$anchor]", anchor=anchor) if act != "exclude" else not anchor


def test_the_title_of_the_law_is_changed_as_its_words_are(law, asel):
    root = law.provisions.get(parent=None).pk
    answer = Update(asel.write(root, heading="О самоуправлении на местах"))
    assert lines(law)[0] == "О самоуправлении на местах"
    assert list(answer.replaced) == ["head", "edition"]


@pytest.mark.parametrize(("act", "unit"), [("move_up", "art_3__clause_1"), ("move_down", "art_3__clause_2")])
def test_the_first_does_not_go_up_nor_the_last_down(law, asel, act, unit):
    before = text(law)
    response = asel.send(act, unit)
    assert response.status_code == 422
    assert response.headers["HX-Retarget"] == "#notices"
    assert "нельзя: это" in response.content.decode()
    assert text(law) == before


@pytest.mark.parametrize("act", ["move_up", "move_down", "indent", "outdent", "join", "exclude", "reword"])
def test_what_another_has_taken_out_meanwhile_is_refused_in_words(law, by, asel, act):
    unit, desk = place(law, CLAUSE), asel.desk(CLAUSE)
    procedures.exclude(law, unit, by=by)
    response = asel.send(act, unit, **{**desk, "text": "Другие слова."})
    assert response.status_code == 422
    assert "нет в тексте" in response.content.decode()
    assert last(law).act == "exclude"


def test_a_split_asks_first_where_the_other_language_parts_and_writes_nothing(law, asel):
    before = last(law).sequence
    sent = {**asel.desk("art_3__clause_1"), "text": "Один. Два.", "at": "5", "reason": "слишком длинно"}
    response = asel.send("split", "art_3__clause_1", **sent)
    assert response.status_code == 200
    assert (response.headers["HX-Retarget"], response.headers["HX-Reswap"]) == ("#desk", "outerHTML")
    asked = parsed(response)
    [chosen] = asked.xpath("//input[@name='at_kk'][@checked]")
    assert said(asked).count("Один. ¶") == 1
    assert asked.xpath("//section//p[@lang='kk']")
    assert last(law).sequence == before
    again = sent_by(response)
    assert (again["text"], again["at"], again["base"]) == ("Один. Два.", "5", sent["base"])
    assert again["reason"] == "слишком длинно"
    asel.send("split", "art_3__clause_1", **again)
    assert [entry.act for entry in law.entries.order_by("sequence")[before:]] == ["reword", "split"]
    assert {"1. Один.", "2. Два."} <= set(lines(law))
    assert int(chosen.get("value")) > 0


@pytest.mark.parametrize("at", ["0", "", "x", "999999", "-1", "9" * 5000])
def test_a_split_with_words_on_one_side_only_is_refused(law, asel, at):
    before = last(law).sequence
    response = asel.send("split", CLAUSE, **{**asel.desk(CLAUSE), "at": at, "at_kk": "8"})
    assert response.status_code == 422
    assert last(law).sequence == before


def test_after_a_split_the_second_half_is_opened_for_writing(law, asel):
    answer = Update(asel.send("split", CLAUSE, **{**asel.desk(CLAUSE), "at": "8", "at_kk": "10"}))
    assert answer.events["lawdraft:write"] == {"provision": place(law, "art_2__clause_3"), "caret": 0}


def test_a_cut_within_a_word_goes_to_its_nearer_end(law, asel):
    asel.send("split", CLAUSE, **{**asel.desk(CLAUSE), "at": "11", "at_kk": "10"})
    assert "3. принимаются большинством голосов." in text(law)


def test_after_a_join_the_cursor_stands_at_the_seam(law, asel):
    unit = "art_3__clause_2"
    answer = Update(asel.send("join", unit, **asel.desk(unit)))
    first = "Настоящий Закон действует три года, за исключением подпункта 2) пункта 1 статьи 2 настоящего Закона. "
    assert answer.events["lawdraft:write"] == {"provision": place(law, "art_3__clause_1"), "caret": len(first)}


def test_one_more_unit_is_offered_behind_the_one_that_was_added(law, asel):
    answer = Update(asel.send("insert", CLAUSE, kind="clause", text="Новый.", then="next"))
    assert answer.events["lawdraft:write"] == {"provision": place(law, "art_2__clause_3"), "caret": "after"}


@pytest.mark.parametrize(
    "sent",
    [
        {"kind": "clause", "text": "  "},
        {"kind": "clause"},
        {"kind": "article", "heading": "Статья в статье"},
        {"kind": "no-such-kind", "text": "Слова."},
        {"text": "Слова."},
    ],
)
def test_a_new_unit_needs_words_and_a_kind_that_may_stand_there(law, asel, sent):
    before = last(law).sequence
    assert asel.send("insert", CLAUSE, **sent).status_code == 422
    assert last(law).sequence == before


def test_a_unit_is_moved_to_a_place_that_is_chosen_in_two_steps(law, asel):
    first = parsed(asel.open("destinations", CLAUSE))
    assert said(first.xpath("//select[@name='into']/option[@selected]")[0]).startswith("Статья 2")
    goal, behind = place(law, "art_3"), place(law, "art_3__clause_1")
    second = parsed(asel.open("destinations", CLAUSE, into=goal))
    offered = second.xpath("//select[@name='after']/option/@value")
    assert offered == ["", behind, place(law, "art_3__clause_2")]
    moved = place(law, CLAUSE)
    Update(asel.send("move", CLAUSE, into=goal, after=behind))
    assert place(law, "art_3__clause_2") == moved


def test_a_unit_is_not_offered_a_place_within_itself(asel, law):
    page = parsed(asel.open("destinations", "art_2"))
    offered = page.xpath("//select[@name='into']/option/@value")
    assert place(law, "chp_1") in offered
    assert not {place(law, "art_2"), place(law, "art_2__clause_1")} & set(offered)


@pytest.mark.parametrize("goal", [{}, {"into": ""}, {"into": "nowhere"}, {"into": "art_1", "after": "nobody"}])
def test_a_move_to_nowhere_is_refused(law, asel, goal):
    before = text(law)
    sent = {key: place(law, value) if "_" in value else value for key, value in goal.items()}
    assert asel.send("move", CLAUSE, **sent).status_code == 422
    assert text(law) == before


def test_what_was_excluded_is_listed_with_its_words_and_put_back(law, by, without_script):
    before = text(law)
    unit = place(law, CLAUSE)
    procedures.exclude(law, unit, by=by)
    page = without_script.open("excluded")
    assert "Решения принимаются большинством голосов." in page.content.decode()
    response = without_script.send("restore", unit, **sent_by(page, -1))
    assert response.url.endswith("#art_2__clause_2")
    assert text(law) == before
    assert "ничего не исключ" in without_script.open("excluded").content.decode().lower()


def test_what_was_excluded_says_who_took_it_out_and_why(law, by, without_script):
    procedures.exclude(law, place(law, CLAUSE), by=procedures.By(by.person, "Повторяет статью 3"))
    said = without_script.open("excluded").content.decode()
    assert by.person.name in said
    assert "Повторяет статью 3" in said


@pytest.mark.parametrize("act", ["insert", "split"])
def test_an_insertion_or_a_split_that_was_undone_is_not_listed_as_excluded(law, by, without_script, act):
    unit = place(law, CLAUSE)
    if act == "insert":
        parent = law.provisions.get(pk=unit).parent_id
        procedures.insert(law, parent, "clause", {"ru": {"text": "Новый."}}, after=unit, by=by)
    else:
        halves = {"ru": ("Решения", "принимаются."), "kk": ("Шешімдер", "қабылданады.")}
        procedures.split(law, unit, halves, by=by)
    procedures.undo(law, last(law), by=by)
    assert "ничего не исключ" in without_script.open("excluded").content.decode().lower()


def test_an_exclusion_done_again_and_a_return_undone_are_listed(law, by, without_script):
    unit = place(law, CLAUSE)
    procedures.exclude(law, unit, by=by)
    for act in (procedures.undo, procedures.redo):
        act(law, last(law), by=by)
    assert str(unit) in without_script.open("excluded").content.decode()
    procedures.restore(law, unit, by=by)
    procedures.undo(law, last(law), by=by)
    assert str(unit) in without_script.open("excluded").content.decode()


def test_undo_and_redo_go_through_the_acts_of_the_person_one_by_one(law, asel):
    states = [text(law)]
    for words in ("Раз.", "Два."):
        Update(asel.write(CLAUSE, text=words))
        states.append(text(law))
    for name, state in [("undo", 1), ("undo", 0), ("redo", 1), ("redo", 2), ("undo", 1)]:
        Update(asel.send(name))
        assert text(law) == states[state], name


def test_after_a_new_act_there_is_nothing_to_do_again(law, asel):
    asel.write(CLAUSE, text="Раз.")
    asel.send("undo")
    asel.write(CLAUSE, text="Два.")
    response = asel.send("redo")
    assert response.status_code == 422
    assert "2. Два." in text(law)


@pytest.mark.parametrize("name", ["undo", "redo"])
def test_who_has_done_nothing_has_nothing_to_undo(law, asel, nurlan, name):
    nurlan.write(CLAUSE, text="Слова Нурлана.")
    assert asel.send(name).status_code == 422
    assert "2. Слова Нурлана." in text(law)


def test_the_notice_undoes_the_act_that_it_tells_of(law, asel):
    before = text(law)
    response = asel.write(CLAUSE, text="Раз.")
    asel.write("art_3__clause_1", text="Другое.")
    notice = parsed(response).xpath("//form")[0]
    response = asel.client.post(notice.get("action"), dict(notice.form_values()), headers={"hx-request": "true"})
    assert Update(response).notices[0].startswith("Отменено")
    assert "1. Другое." in text(law)
    asel.send("undo")
    assert text(law) == before


def test_the_act_of_another_is_not_undone(law, asel, nurlan):
    nurlan.write(CLAUSE, text="Слова Нурлана.")
    assert asel.send("undo_entry", last(law).sequence).status_code == 404
    assert "2. Слова Нурлана." in text(law)


def test_an_act_after_which_another_changed_the_same_is_not_undone_and_it_is_said_why(law, asel, nurlan):
    asel.write(CLAUSE, text="Слова Асель.")
    nurlan.write(CLAUSE, text="Слова Нурлана.")
    response = asel.send("undo")
    assert response.status_code == 422
    assert "Более поздние" in response.content.decode()
    assert "2. Слова Нурлана." in text(law)


@pytest.mark.parametrize("name", ["indent", "join", "exclude", "move_up"])
def test_words_on_the_desk_are_an_entry_of_their_own_before_the_act(law, asel, name):
    before = last(law).sequence
    unit = "art_1__subclause_2"
    asel.send(name, unit, **{**asel.desk(unit), "text": "сход – собрание всех жителей;"})
    acts = [entry.act for entry in law.entries.order_by("sequence")[before:]]
    assert acts[0] == "reword"
    assert len(acts) == 2


def test_words_that_were_not_changed_are_no_entry(law, asel):
    before = last(law).sequence
    asel.send("exclude", CLAUSE, **asel.desk(CLAUSE))
    assert [entry.act for entry in law.entries.order_by("sequence")[before:]] == ["exclude"]


def test_a_refusal_after_words_were_saved_says_both_and_leaves_the_desk_open(law, asel):
    unit = "art_3__clause_1"
    answer = Update(asel.send("move_up", unit, **{**asel.desk(unit), "text": "Сохранено.", "at": "4"}))
    assert "1. Сохранено." in text(law)
    assert answer.notices[0].startswith("Выше переместить нельзя")
    assert answer.notices[1].startswith("Изложено иначе")
    assert answer.events["lawdraft:write"] == {"provision": place(law, unit), "caret": "4"}


def test_an_act_that_saved_the_words_says_so_and_one_that_had_none_does_not(law, asel):
    unit = "art_3__clause_1"
    answer = Update(asel.send("move_down", unit, **{**asel.desk(unit), "text": "Сохранено."}))
    assert answer.notices[0].startswith("Слова сохранены. Перемещено")
    answer = Update(asel.send("move_up", "art_3__clause_2"))
    assert answer.notices[0].startswith("Перемещено")


def test_a_refusal_without_script_says_both_too(law, without_script):
    unit = "art_3__clause_1"
    response = without_script.send("move_up", unit, **{**without_script.desk(unit), "text": "Сохранено."})
    page = parsed(without_script.client.get(response.url))
    notices = page.xpath("//*[@id='notices']/p")
    assert len(notices) == 2
    assert "1. Сохранено." in text(law)


@pytest.mark.parametrize("name", ["desk", "new_provision", "unit_menu", "destinations"])
@pytest.mark.parametrize("unit", ["00000000-0000-4000-8000-000000000000", CLAUSE])
def test_what_is_not_in_the_text_is_not_opened(law, by, asel, name, unit):
    unit = place(law, unit) if "_" in unit else unit
    if law.provisions.filter(pk=unit).exists():
        procedures.exclude(law, unit, by=by)
    assert asel.open(name, unit).status_code == 404


def test_a_text_that_the_law_has_not_is_not_opened(asel):
    assert asel.open("desk", CLAUSE, language="en").status_code == 404
    assert asel.send("reword", CLAUSE, language="en", text="Words.").status_code == 404


ON_A_PROVISION = [
    *("reword", "insert", "split", "join", "indent", "outdent"),
    *("move_up", "move_down", "move", "exclude", "restore"),
]


@pytest.mark.parametrize("name", ON_A_PROVISION)
def test_a_provision_of_another_law_is_not_there(law, by, asel, name):
    other = procedures.load("other", _another(), by=by)
    foreign = other.provisions.filter(kind="clause").first().pk
    before = other.entries.count()
    response = asel.send(name, foreign, text="Чужое.", base="1", kind="clause", into=place(law, "art_1"))
    assert response.status_code == 404
    assert other.entries.count() == before


def _another():
    from articles.lawtext.importers import read

    return read("other.txt", "О другом\n\nСтатья 1. Одно\n1. Первое.\n2. Второе.\n".encode(), "ru")


@pytest.mark.parametrize("name", [*ON_A_PROVISION, "undo", "redo", "undo_entry"])
def test_nothing_is_changed_by_following_a_link(asel, name):
    unit = {"undo": None, "redo": None, "undo_entry": 1}.get(name, CLAUSE)
    assert asel.open(name, unit).status_code == 405


def test_a_form_that_was_sent_twice_is_one_entry(law, asel):
    sent = {**asel.desk(CLAUSE), "text": "Однажды."}
    count = law.entries.count()
    for _time in range(2):
        assert Update(asel.send("exclude", CLAUSE if not _time else last(law).subject, **sent)).notices
    assert law.entries.count() == count + 2  # the words and the act


def test_the_token_of_a_form_is_not_good_for_another_act(law, asel):
    sent = {**asel.desk("art_3__clause_2"), "base": ""}
    asel.send("indent", "art_3__clause_2", token=sent["token"])
    count = law.entries.count()
    assert asel.send("exclude", CLAUSE, token=sent["token"]).status_code == 422
    assert law.entries.count() == count


def test_an_act_asked_for_by_the_menu_saves_no_words(law, asel):
    response = asel.open("unit_menu", CLAUSE)
    [form] = parsed(response).xpath(".//form")
    assert {name for name, _value in form.form_values()} == {"csrfmiddlewaretoken", "token", "language"}
    answer = Update(asel.send("move_up", CLAUSE, **dict(form.form_values())))
    assert "lawdraft:write" not in answer.events


def test_the_title_has_no_acts_but_writing_and_adding(law, asel):
    root = law.provisions.get(parent=None).pk
    menu = parsed(asel.open("unit_menu", root))
    assert not menu.xpath(".//form")
    assert menu.xpath(".//a[@class='writes']")
    for name in ("exclude", "indent", "outdent", "move_up", "move_down", "join"):
        assert asel.send(name, root).status_code == 422, name


@pytest.mark.parametrize("name", ["unit_menu", "desk"])
def test_whoever_lost_the_session_is_told_so_and_nothing_is_written(law, asel, name):
    sent = {**asel.desk(CLAUSE), "text": "Потеряно?"}
    asel.client.logout()
    assert asel.open(name, CLAUSE).status_code == 401
    response = asel.send("reword", CLAUSE, **sent)
    assert response.status_code == 401
    assert response.headers["HX-Retarget"] == "#notices"
    assert "Потеряно?" not in text(law)
    asel.client.force_login(Person.objects.get(pk=asel.person.pk))
    assert "lawdraft:saved" in events(asel.send("reword", CLAUSE, **sent))
    assert "2. Потеряно?" in text(law)


def test_what_was_done_on_an_earlier_day_is_undone_only_when_asked_for_again(client, law, by, member):
    chair = member(Role.CHAIR)
    moment = timezone.now() - timedelta(days=3)
    long_ago = procedures.By(chair, "замечание", moment=moment)
    entry = procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Решает сход.", by=long_ago)
    client.force_login(chair)
    question = client.post(reverse("undo", args=["local"]), headers={"hx-request": "true"})
    assert "не сегодняшняя" in question.content.decode()
    assert law.entries.last_one() == entry
    client.post(reverse("undo_entry", args=["local", entry.sequence]), headers={"hx-request": "true"})
    assert law.entries.last_one().undoes == entry


CARD_ACTS = {"undo": [], "redo": [], "undo_entry": [3]}


@pytest.fixture
def former_secretary(client, law, member):
    """Changed the card twice, took the second change back, and is a drafter now."""
    person = member(Role.SECRETARY)
    by = procedures.By(person)
    procedures.change_card(law, {"stage": "approval"}, by=by)
    procedures.undo(law, procedures.change_card(law, {"stage": "parliament"}, by=by), by=by)
    Membership.objects.filter(law=law, person=person).update(role=Role.DRAFTER)
    client.force_login(person)
    return person


@pytest.mark.parametrize("name", CARD_ACTS)
def test_nothing_on_the_page_of_the_text_changes_the_card_without_the_right_to(client, law, former_secretary, name):
    client.post(reverse(name, args=["local", *CARD_ACTS[name]]))
    law.refresh_from_db()
    assert (law.stage, law.sequence) == ("approval", 5)


def test_undoing_on_the_page_of_the_text_passes_over_the_card(client, law, member):
    chair = member(Role.CHAIR)
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Решает сход.", by=procedures.By(chair))
    procedures.change_card(law, {"stage": "approval"}, by=procedures.By(chair))
    client.force_login(chair)
    client.post(reverse("undo", args=["local"]))
    law.refresh_from_db()
    assert law.stage == "approval"
    assert "Решает сход." not in str(law.as_provision("ru"))


def test_the_line_of_an_undoing_names_what_was_undone_and_does_it_again(client, law, by, member):
    chair = member(Role.CHAIR)
    client.force_login(chair)
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Решает сход.", by=procedures.By(chair))
    line = client.post(reverse("undo", args=["local"]), headers={"hx-request": "true"}).content.decode()
    assert "«Изложено иначе»" in line
    assert "Вернуть правку" in line
    undoing = law.entries.last_one()
    client.post(reverse("undo_entry", args=["local", undoing.sequence]), headers={"hx-request": "true"})
    assert law.entries.last_one().act == "redo"


def test_a_split_may_leave_the_other_language_whole_until_it_is_parted(law, asel):
    sent = {**asel.desk("art_3__clause_1"), "text": "Один. Два.", "at": "5"}
    [whole] = parsed(asel.send("split", "art_3__clause_1", **sent)).xpath("(//input[@name='at_kk'])[last()]/@value")
    asel.send("split", "art_3__clause_1", **sent, at_kk=whole)
    assert "2. Два." in lines(law)
    assert "1. Осы Заң, осы Заңның 2-бабы 1-тармағының 2) тармақшасын қоспағанда, үш жыл бойы қолданылады." in lines(
        law, "kk"
    )
    second = law.provisions.get(origin=last(law).subject)
    assert list(second.wordings.values_list("language", flat=True)) == ["ru"]


def test_a_reference_to_what_was_excluded_is_marked_where_it_stands_and_counted(law, asel):
    page = asel.send("exclude", "art_2__clause_1__subclause_2")
    assert "Ссылок на это в тексте: 2." in said(parsed(page))
    marked = parsed(asel.client.get(reverse("law", args=["local"]))).xpath("//*[contains(@class, 'broken')]")
    assert [said(words) for words in marked] == [
        "подпункта 2) пункта 1 статьи 2 настоящего Закона (ссылка на то, чего нет в тексте)"
    ]
