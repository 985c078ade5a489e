"""The card of a law: its facts are changed by entries, its page says what follows from them."""

import datetime
import uuid

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from articles import procedures
from articles.lawtext.importers import Imported
from articles.lawtext.provision import Provision
from articles.models import Entry, Law, Membership, Role
from articles.procedures.card import CardHasChanged
from articles.procedures.errors import NothingChanged
from articles.texts.verification import mismatches_in

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


@pytest.fixture
def chair(client, law, member):
    cache.clear()
    person = member(Role.CHAIR)
    client.force_login(person)
    return person


def page(client, name="card"):
    return html.fromstring(client.get(reverse(name, args=["local"])).content)


def words(element):
    return " ".join(element.text_content().split())


def section(client, heading):
    found = page(client).xpath(f"//section[h2[normalize-space()='{heading}']]")
    return words(found[0])


@pytest.fixture
def three_years(law, by):
    """The text counts from putting into effect, and the card as well."""
    text = "Настоящий Закон действует в течение трех лет со дня введения его в действие."
    procedures.reword(law, place(law, "art_3__clause_1"), "ru", text=text, by=by)
    kazakh = "Осы Заң қолданысқа енгізілген күнінен бастап үш жыл бойы қолданылады."
    procedures.reword(law, place(law, "art_3__clause_1"), "kk", text=kazakh, by=by)
    procedures.change_card(law, THREE_YEARS, by=by)
    return law


def test_the_last_day_is_said_first_then_how_it_was_reached(client, three_years, chair):
    shown = section(client, "Срок действия")
    assert shown.index("По 16 марта 2030 года включительно") < shown.index("Первое официальное опубликование")
    assert "Первое официальное опубликование: 15 января 2027 года (ожидается)." in shown
    assert "Введение в действие по истечении 60 календарных дней: 17 марта 2027 года." in shown
    assert "3 года со дня введения в действие (пункт 1 статьи 3): последний день 16 марта 2030 года." in shown
    assert "иначе" not in shown


def test_a_day_is_expected_until_the_law_is_published(client, three_years, by, chair):
    procedures.change_card(three_years, {"stage": "published"}, by=by)
    assert "опубликование: 15 января 2027 года." in section(client, "Срок действия")


def test_a_text_that_counts_from_entry_into_force_is_warned_of_with_its_place(client, three_years, by, chair):
    text = "Настоящий Закон действует в течение трех лет со дня вступления его в силу."
    procedures.reword(three_years, place(three_years, "art_3__clause_1"), "ru", text=text, by=by)
    shown = section(client, "Срок действия")
    assert "Текст говорит иначе." in shown
    assert "В тексте: 3 года со дня вступления в силу." in shown
    (link, *_others) = page(client).xpath("//*[contains(@class, 'doubt')]//a/@href")
    assert link == reverse("law", args=["local"]) + "?language=ru#art_3__clause_1"


WHEN = "Настоящий Закон вводится в действие {} после дня его первого официального опубликования."


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("по истечении шести месяцев", "по истечении 6 месяцев (пункт 2 статьи 2): 16 июля 2027 года."),
        ("", "Введение в действие на следующий день после него (пункт 2 статьи 2): 16 января 2027 года."),
        (
            "по истечении десяти рабочих дней",
            "Введение в действие: день указан в тексте, но прочитать его автоматически не удалось (пункт 2 статьи 2).",
        ),
    ],
)
def test_the_card_follows_the_words_of_the_text(client, three_years, by, chair, when, shown):
    procedures.change_card(three_years, {"effect_rule": "", "effect_days": None}, by=by)
    procedures.reword(three_years, place(three_years, "art_2__clause_2"), "ru", text=WHEN.format(when), by=by)
    assert shown in section(client, "Срок действия")


def test_words_that_are_not_understood_are_named_with_their_place(client, law, by, chair):
    text = "Настоящий Закон действует до 31 июня 2030 года и вводится в действие с 1 января 9999 года."
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text=text, by=by)
    kazakh = "Кенес шешім қабылдайды."
    procedures.reword(law, place(law, "art_3__clause_1"), "ru", text="Иное.", by=by)
    procedures.reword(law, place(law, "art_3__clause_1"), "kk", text=kazakh, by=by)
    shown = section(client, "Срок действия")
    assert "Последний день пока неизвестен" in shown
    assert "Текст не удалось прочитать автоматически." in shown
    assert page(client, "card_change").xpath("//form")


def test_languages_that_disagree_are_warned_of(client, three_years, by, chair):
    kazakh = "Осы Заң қолданысқа енгізілген күнінен бастап бес жыл бойы қолданылады."
    procedures.reword(three_years, place(three_years, "art_3__clause_1"), "kk", text=kazakh, by=by)
    assert "Тексты на разных языках расходятся." in section(client, "Срок действия")


def test_a_silent_card_shows_what_the_text_says(client, law, chair):
    shown = section(client, "Срок действия")
    assert "Начало срока не названо." in shown


def test_the_stage_stands_among_all_stages(client, law, by, chair):
    procedures.change_card(law, {"stage": "portal"}, by=by)
    stages = page(client).xpath("//ol[@class='stages']/li")
    assert [words(stage) for stage in stages if stage.get("aria-current")] == ["Портал и советы"]
    assert [words(stage) for stage in stages if stage.get("class") == "past"] == ["Концепция", "Рабочая группа"]


def test_a_stage_of_another_time_is_shown_and_kept(client, law, by, chair):
    procedures.change_card(law, {"stage": "senate"}, by=by)
    stages = page(client).xpath("//ol[@class='stages']/li")
    assert [words(stage) for stage in stages if stage.get("aria-current")] == ["senate"]
    assert page(client, "card_change").xpath("//select[@id='id_stage']/option[@selected]/@value") == ["senate"]


def test_drafts_tell_how_many_changes_each_has(client, law, by, chair):
    procedures.freeze(law, "Первая", by=by)
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Решения принимаются единогласно.", by=by)
    procedures.freeze(law, "Вторая", by=by)
    rows = [[words(cell) for cell in row] for row in page(client).xpath("//table")[0].xpath(".//tbody/tr")]
    assert [row[:3] for row in rows] == [
        ["Рабочий текст", "0", "Сравнение"],
        ["2. Вторая", "1", "Сравнение"],
        ["1. Первая", "–", ""],
    ]


def test_a_new_draft_or_card_leaves_the_date_of_the_working_text(client, law, by, chair):
    row = words(page(client).xpath("//table//tbody/tr")[0])
    later = datetime.datetime(2030, 1, 1, 12, tzinfo=datetime.UTC)
    procedures.freeze(law, "Первая", by=procedures.By(moment=later))
    procedures.change_card(law, {"stage": "portal"}, by=procedures.By(moment=later))
    assert words(page(client).xpath("//table//tbody/tr")[0]).split()[-5:] == row.split()[-5:]


def test_a_law_without_a_word_has_a_card(client, by, chair, member):
    title = Provision("law", heading="О новом законе")
    empty = procedures.load("empty", Imported(title, "ru"), by=by)
    Membership.objects.create(law=empty, person=chair, role=Role.CHAIR)
    shown = client.get(reverse("card", args=["empty"]))
    assert "Срок не установлен" in words(html.fromstring(shown.content))


def test_figures_count_units_references_and_what_has_no_text(client, law, by, chair):
    procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": "Новое."}}, by=by)
    procedures.exclude(law, place(law, "art_2__clause_2"), by=by)
    units = page(client).xpath("//dl[@class='facts']/div")
    assert [words(unit) for unit in units] == ["глав2", "статей3", "пунктов4", "подпунктов3"]
    rows = [[words(cell) for cell in row] for row in page(client).xpath("//table[contains(@class, 'by-language')]//tr")]
    assert rows[1:] == [["Русский", "2", "1", "0"], ["Қазақша", "2", "1", "1"]]


def test_who_reads_only_drafts_sees_figures_of_the_newest_draft(client, law, by, member):
    cache.clear()
    client.force_login(member(Role.EXPERT))
    assert "Ни одна редакция ещё не закреплена." in section(client, "Состав")
    procedures.freeze(law, "Первая", by=by)
    procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": "Тайное."}}, by=by)
    shown = page(client)
    assert "Рабочий текст" not in words(shown)
    assert "Данные редакции 1." in words(shown)
    assert [words(unit) for unit in shown.xpath("//dl[@class='facts']/div")][2] == "пунктов4"


@pytest.mark.parametrize("is_kept", [False, True], ids=["first time", "from the cache"])
def test_queries_do_not_grow_with_the_law(client, three_years, by, chair, is_kept):
    def asked():
        if not is_kept:
            cache.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("card", args=["local"]))
        return len(queries)

    procedures.freeze(three_years, "Первая", by=by)
    client.get(reverse("card", args=["local"]))
    small = asked()
    for number in range(20):
        words = {"ru": {"text": f"Пункт {number}."}}
        procedures.insert(three_years, place(three_years, "art_2"), "clause", words, by=by)
    client.get(reverse("card", args=["local"]))
    assert asked() == small


SUBMITTED = {
    "stage": "approval",
    "basis": "effect",
    "years": "3",
    "months": "",
    "effect_rule": "days",
    "effect_days": "60",
    "published_on": "2027-01-15",
    "reason": "План",
}


def submit(client, law, **changed):
    given = {**SUBMITTED, "base": law.revision, "token": str(uuid.uuid4()), **changed}
    return client.post(reverse("card_change", args=["local"]), given)


def test_the_form_saves_the_card_as_one_entry(client, law, chair):
    assert submit(client, law).url == reverse("card", args=["local"])
    entry = law.entries.last()
    assert (entry.act, entry.person, entry.reason) == (Entry.Act.CARD, chair, "План")
    law.refresh_from_db()
    assert law.stage == "approval"
    assert {name: getattr(law, name) for name in THREE_YEARS} == THREE_YEARS


def test_the_same_form_sent_twice_is_one_entry(client, law, chair):
    token = str(uuid.uuid4())
    assert submit(client, law, token=token).status_code == 302
    assert submit(client, law, token=token).status_code == 302
    assert law.entries.filter(act=Entry.Act.CARD).count() == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"years": ""}, "Укажите длительность."),
        ({"years": "три"}, "Укажите целое число."),
        ({"years": "-1"}, "Укажите целое число."),
        ({"months": "99999"}, "Число слишком велико."),
        ({"basis": "date"}, "Укажите последний день."),
        ({"effect_days": ""}, "Укажите число дней."),
        ({"effect_rule": "months"}, "Укажите число месяцев."),
        ({"effect_rule": "date"}, "Укажите день."),
        ({"published_on": "скоро"}, "Это не дата."),
        ({"published_on": "9999-12-31"}, "Укажите год от 1990 до 2199."),
    ],
)
def test_a_form_that_lacks_something_says_what_and_loses_nothing(client, law, chair, changed, sentence):
    response = submit(client, law, **changed)
    shown = html.fromstring(response.content)
    assert [words(error) for error in shown.xpath("//*[@class='errorlist']")] == [sentence]
    assert shown.get_element_by_id("id_reason").get("value") == "План"
    for name in {"years", "months", "effect_days", "published_on"} & changed.keys():
        assert shown.get_element_by_id(f"id_{name}").get("value") == changed[name]
    assert not law.entries.filter(act=Entry.Act.CARD).exists()


def form_of(response):
    """What a browser would send from the form that was answered."""
    (form,) = html.fromstring(response.content).xpath("//form[contains(@class, 'card-form')]")
    # lxml says "on" for a radio button whose value is empty.
    given = {name: "" if value == "on" else value for name, value in form.form_values()}
    return {**given, "contested": form.xpath(".//*[@name='contested']/@value")}


@pytest.fixture
def older(client, law, chair):
    """The form as the chair opened it, before others changed the card."""
    return form_of(client.get(reverse("card_change", args=["local"])))


def sent(client, form, **changed):
    return client.post(reverse("card_change", args=["local"]), {**form, **changed})


def test_two_people_change_two_fields_and_both_stay(client, law, by, older):
    procedures.change_card(law, {"stage": "parliament", "published_on": datetime.date(2027, 2, 1)}, by=by)
    assert sent(client, older, in_force_on="2026-12-30", basis="effect", years="3").status_code == 302
    law.refresh_from_db()
    assert (law.stage, law.published_on, law.in_force_on) == (
        "parliament",
        datetime.date(2027, 2, 1),
        datetime.date(2026, 12, 30),
    )
    assert (law.validity_basis, law.validity_months) == ("effect", 36)


def test_two_people_who_change_a_field_alike_do_not_contend(client, law, by, older):
    procedures.change_card(law, {"stage": "portal"}, by=by)
    assert sent(client, older, stage="portal", in_force_on="2026-12-30").status_code == 302
    assert Law.objects.get(pk=law.pk).in_force_on == datetime.date(2026, 12, 30)


def test_a_field_that_two_people_changed_is_asked_about_and_nothing_is_saved(client, law, by, older):
    procedures.change_card(law, {"stage": "portal", "published_on": datetime.date(2027, 2, 1)}, by=by)
    response = sent(client, older, stage="approval", in_force_on="2026-12-30")
    shown = html.fromstring(response.content)
    assert "Пока вы заполняли карточку, то же самое изменил другой участник." in words(shown)
    (question,) = shown.xpath("//fieldset[contains(@class, 'contested')]")
    assert "Портал и советы" in words(question)
    assert not question.xpath(".//input[@checked]")
    again = form_of(response)
    assert [again[name] for name in ("stage", "published_on", "in_force_on")] == [
        "approval",
        "2027-02-01",
        "2026-12-30",
    ]
    assert (Law.objects.get(pk=law.pk).stage, Law.objects.get(pk=law.pk).in_force_on) == ("portal", None)


@pytest.mark.parametrize(("choice", "stage"), [("mine", "approval"), ("theirs", "portal")])
def test_what_was_chosen_stays_with_all_that_was_not_contested(client, law, by, older, choice, stage):
    procedures.change_card(law, {"stage": "portal", "published_on": datetime.date(2027, 2, 1)}, by=by)
    again = form_of(sent(client, older, stage="approval", in_force_on="2026-12-30"))
    undecided = sent(client, again)
    assert "Выберите, что остаётся." in words(html.fromstring(undecided.content))
    assert sent(client, form_of(undecided), keep_stage=choice).status_code == 302
    law.refresh_from_db()
    assert (law.stage, str(law.published_on), str(law.in_force_on)) == (stage, "2027-02-01", "2026-12-30")


def test_who_leaves_all_to_the_other_is_done(client, law, by, older):
    procedures.change_card(law, {"stage": "portal"}, by=by)
    again = form_of(sent(client, older, stage="approval"))
    assert sent(client, again, keep_stage="theirs").url == reverse("card", args=["local"])
    assert law.entries.filter(act=Entry.Act.CARD).count() == 1


def test_a_third_change_after_the_question_is_asked_about_as_well(client, law, by, older):
    procedures.change_card(law, {"stage": "portal"}, by=by)
    again = form_of(sent(client, older, stage="approval"))
    procedures.change_card(law, {"stage": "parliament"}, by=by)
    third = sent(client, again, keep_stage="mine")
    (question,) = html.fromstring(third.content).xpath("//fieldset[contains(@class, 'contested')]")
    assert "Парламент" in words(question)
    assert not question.xpath(".//input[@checked]")
    assert Law.objects.get(pk=law.pk).stage == "parliament"


@pytest.mark.parametrize(
    ("theirs", "mine", "shown"),
    [
        (THREE_YEARS, {"basis": "effect", "years": "5"}, "3 года со дня введения в действие"),
        ({"validity_basis": "unlimited"}, {"basis": "effect", "years": "5"}, "Без ограничения срока"),
        (
            {"validity_basis": "date", "validity_date": datetime.date(2029, 12, 31), "validity_scope": "part"},
            {"basis": "unlimited"},
            "По 31 декабря 2029 года включительно",
        ),
        (
            {"effect_rule": "months", "effect_months": 6},
            {"effect_rule": "publication"},
            "По истечении 6 месяцев после опубликования",
        ),
        ({"effect_rule": "days", "effect_days": 60}, {"effect_rule": "publication"}, "По истечении 60 календарных"),
        ({"published_on": datetime.date(2027, 2, 1)}, {"published_on": "2027-03-01"}, "1 февраля 2027 года"),
    ],
)
def test_the_question_names_what_the_card_says_now(client, law, by, older, theirs, mine, shown):
    procedures.change_card(law, theirs, by=by)
    questions = html.fromstring(sent(client, older, **mine).content).xpath("//fieldset[contains(@class, 'contested')]")
    assert shown.lower() in words(questions[0]).lower()


@pytest.mark.parametrize("base", ["7", "-1", "9" * 30, "", "nine"])
def test_a_form_of_no_card_saves_nothing(client, law, older, base):
    assert sent(client, older, base=base, stage="portal").status_code == 200
    assert not law.entries.filter(act=Entry.Act.CARD).exists()


def test_a_card_without_changes_is_refused_in_words(client, three_years, chair):
    submit(client, Law.objects.get(pk=three_years.pk))
    response = submit(client, Law.objects.get(pk=three_years.pk))
    assert "В карточке уже так и записано." in response.content.decode()


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.EXPERT, Role.OBSERVER])
def test_who_may_not_change_the_card_is_not_offered_it(client, law, by, member, role):
    procedures.freeze(law, "Первая", by=by)
    client.force_login(member(role))
    assert not page(client).xpath(f"//a[@href='{reverse('card_change', args=['local'])}']")
    assert submit(client, law).status_code == 403


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("kk", "Соңғы күні: 2030 жылғы 16 наурыз"),
        ("ru", "По 16 марта 2030 года включительно"),
        ("en", "Until 16 March 2030 inclusive"),
    ],
)
def test_the_card_speaks_the_language_of_the_interface(client, three_years, chair, language, sentence):
    client.post(reverse("interface_language"), {"language": language, "next": "/"})
    assert sentence in words(page(client))


def test_every_link_of_the_card_leads_somewhere(client, three_years, by, chair):
    text = "Настоящий Закон действует в течение трех лет со дня вступления его в силу."
    procedures.reword(three_years, place(three_years, "art_3__clause_1"), "ru", text=text, by=by)
    procedures.freeze(three_years, "Первая", by=by)
    links = page(client).xpath("//main//a/@href")
    assert len(links) >= 5
    assert {client.get(link).status_code for link in links} == {200}


def test_the_list_of_laws_names_the_stage(client, law, by, chair):
    procedures.change_card(law, {"stage": "portal"}, by=by)
    assert "Стадия: Портал и советы" in client.get(reverse("laws")).content.decode()


def test_who_changed_the_card_can_take_it_back_at_once(client, law, chair):
    submit(client, law)
    assert page(client).xpath(f"//form[@action='{reverse('card_undo', args=['local'])}']")
    client.post(reverse("card_undo", args=["local"]))
    law.refresh_from_db()
    assert (law.stage, law.validity_basis) == ("working-group", "")
    assert not page(client).xpath("//form[contains(@action, 'card/undo')]")


def test_nobody_takes_back_the_card_of_another(client, law, by, chair):
    procedures.change_card(law, {"stage": "portal"}, by=by)
    assert not page(client).xpath("//form[contains(@action, 'card/undo')]")
    client.post(reverse("card_undo", args=["local"]))
    assert Law.objects.get(pk=law.pk).stage == "portal"


def test_the_form_says_what_the_text_says_beside_that_choice_only(client, three_years, chair):
    hints = page(client, "card_change").xpath("//label//span[@class='hint']")
    assert [words(hint) for hint in hints] == ["3 года со дня введения в действие (пункт 1 статьи 3)"]
