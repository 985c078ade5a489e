"""The working group: who is in it, how the chair adds people, gives roles and takes people out."""

import re
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from lxml import html

from articles import procedures
from articles.access import RIGHTS, Right
from articles.memberships import GroupRefused, give_role, take_out
from articles.models import Membership, Organisation, Person, Role
from articles.views.people import RIGHT_NAMES

from .test_signing_in import english_in, link_in, set_password

SLUG = ["local"]


@pytest.fixture
def chair(client, law, member):
    cache.clear()
    person = member(Role.CHAIR)
    Person.objects.filter(pk=person.pk).update(name="Ерлан Касымов", post="директор института")
    person.refresh_from_db()
    client.force_login(person)
    return person


def shown(client):
    return html.fromstring(client.get(reverse("people", args=SLUG)).content)


def words(response):
    page = html.fromstring(response.content)
    return " ".join(page.find(".//main").text_content().split())


def notices(response):
    return " ".join(html.fromstring(response.content).get_element_by_id("notices").text_content().split())


def add(client, email, role=Role.EXPERT):
    return client.post(reverse("person_add", args=SLUG), {"email": email, "role": role}, follow=True)


INVITATION = {
    "email": "new@example.kz",
    "role": Role.LINGUIST,
    "name": "Гүлнар Әбенова",
    "post": "лингвист",
    "organisation": "",
    "kind": "",
    "language": "kk",
}


def invite(client, **changed):
    return client.post(reverse("person_invite", args=SLUG), {**INVITATION, **changed}, follow=True)


def act(client, name, person, **more):
    return client.post(reverse(name, args=SLUG), {"person": getattr(person, "pk", person), **more}, follow=True)


def roles(law):
    return dict(law.memberships.values_list("person__email", "role"))


def test_everybody_in_the_group_sees_who_is_in_it(client, law, member, chair):
    institute = Organisation.objects.create(slug="i", names={"ru": "Институт"}, kind="institute")
    Membership.objects.filter(person=chair).update(organisation=institute)
    client.force_login(member(Role.OBSERVER))
    rows = [
        " ".join(row.text_content().split()) for row in shown(client).xpath("//table[contains(@class,'group')]//tr")
    ]
    assert rows[1:] == ["Ерлан Касымов директор института Институт Руководитель группы", "observer – Наблюдатель"]


def test_only_the_chair_is_offered_to_change_it(client, law, member, chair):
    assert shown(client).xpath("//main//form")
    client.force_login(member(Role.SECRETARY))
    page = shown(client)
    assert not page.xpath("//main//form")
    assert chair.email not in page.find(".//main").text_content()


def test_the_table_of_roles_is_that_of_access(client, law, chair):
    rows = shown(client).xpath("//table[contains(@class,'rights')]//tbody/tr")
    said = {
        row.find("th").text: [cell.xpath(".//*[@class='hidden-text']/text()")[0] == "да" for cell in row.findall("td")]
        for row in rows
    }
    assert said == {role.label: [right in RIGHTS[role] for right in RIGHT_NAMES] for role in Role}


def test_every_right_has_its_name():
    assert list(RIGHT_NAMES) == list(Right)


def test_somebody_with_an_account_is_added_at_once(client, law, chair):
    Person.objects.create_user("known@example.kz", None, name="Тимур Жумабеков")
    assert "Тимур Жумабеков теперь в группе. Роль: Эксперт." in notices(add(client, " Known@Example.kz "))
    assert roles(law)["known@example.kz"] == Role.EXPERT
    assert mail.outbox == []


def test_for_somebody_unknown_the_name_is_asked_and_nothing_is_done_yet(client, law, chair):
    page = html.fromstring(add(client, "new@example.kz").content)
    assert page.get_element_by_id("id_email").get("value") == "new@example.kz"
    assert page.get_element_by_id("id_role").xpath("./option[@selected]/@value") == ["expert"]
    assert page.get_element_by_id("id_name").get("value") == ""
    assert roles(law) == {chair.email: "chair"}


def test_an_invited_person_gets_a_letter_sets_a_password_and_is_in(client, law, chair):
    assert "На new@example.kz отправлено письмо" in notices(invite(client))
    [letter] = mail.outbox
    assert letter.to == ["new@example.kz"]
    assert letter.subject == "LawDraft: «Жергілікті өзін-өзі басқару туралы» заңы жөніндегі жұмыс тобы"
    assert "Ерлан Касымов" in letter.body
    client.logout()
    set_password(client, link_in(letter))
    page = html.fromstring(client.get(reverse("laws")).content)
    assert page.get("lang") == "kk"
    assert "Лингвист" in page.find(".//main").text_content()


def test_an_organisation_is_found_by_its_name_in_any_language(client, law, chair):
    names = {"ru": "Министерство юстиции", "kk": "Әділет министрлігі"}
    ministry = Organisation.objects.create(slug="justice", names=names, kind="ministry")
    invite(client, organisation="әділет министрлігі")
    assert Person.objects.get(email="new@example.kz").organisation == ministry
    assert law.memberships.get(person__email="new@example.kz").organisation == ministry


def test_an_organisation_that_nobody_has_named_yet_is_made(client, law, chair):
    invite(client, organisation="Министерство юстиции", kind="ministry")
    made = Person.objects.get(email="new@example.kz").organisation
    assert (made.names, made.kind) == ({"ru": "Министерство юстиции"}, "ministry")


def test_the_invitation_has_no_english_word_in_kazakh(client, law, chair):
    invite(client, email="жаңа@example.kz".replace("жаңа", "zhana"))
    letter = re.sub(r"\S+[@/]\S+", "", mail.outbox[0].subject + " " + mail.outbox[0].body)
    assert english_in(letter) == set()


def test_a_person_who_lost_the_letter_gets_another(client, law, chair):
    invite(client)
    assert "ожидается первый вход" in shown(client).find(".//main").text_content()
    act(client, "person_remind", Person.objects.get(email="new@example.kz"))
    assert len(mail.outbox) == 2


def test_one_address_gets_three_invitations_a_day(client, law, chair):
    invite(client)
    person = Person.objects.get(email="new@example.kz")
    said = [notices(act(client, "person_remind", person)) for _attempt in range(3)]
    assert len(mail.outbox) == 3
    assert "Сегодня отправлено слишком много приглашений." in said[2]


def test_nobody_is_invited_and_no_account_made_once_a_person_has_invited_too_many(client, law, chair, settings):
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "invite": "2/d/user"}
    for number in range(3):
        invite(client, email=f"new{number}@example.kz")
    assert len(mail.outbox) == 2
    assert not Person.objects.filter(email="new2@example.kz").exists()


def test_a_letter_has_no_room_for_a_long_title(client, law, chair, by):
    procedures.change_heading(law, law.root_id, "ru", "О том, " * 60, by=by)
    procedures.change_heading(law, law.root_id, "kk", "О том, " * 60, by=by)
    invite(client)
    assert len(mail.outbox[0].subject) < 200


def test_a_person_with_a_password_needs_no_invitation(client, law, chair):
    assert "пароль уже задан" in notices(act(client, "person_remind", chair))
    assert mail.outbox == []


def test_when_the_letter_cannot_be_sent_the_chair_is_told(client, law, chair, monkeypatch):
    def refuse(*_arguments, **_named):
        raise SMTPServerDisconnected("no mail server")

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", refuse)
    assert "письмо отправить не удалось" in notices(invite(client))
    assert roles(law)["new@example.kz"] == Role.LINGUIST


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": " "}, "Заполните это поле."),
        ({"name": "я" * 201}, "Не больше 200 знаков."),
        ({"email": "нет"}, "Это не похоже на адрес почты."),
        ({"role": "king"}, "Выберите из предложенного"),
        ({"language": "fr"}, "Выберите из предложенного"),
        ({"organisation": "Министерство юстиции"}, "Такой организации здесь ещё нет: укажите её вид."),
        ({"organisation": "Министерство юстиции", "kind": "club"}, "Выберите из предложенного"),
    ],
)
def test_an_incomplete_invitation_is_refused_in_words_and_loses_nothing(client, law, chair, changed, sentence):
    response = invite(client, **changed)
    assert response.status_code == 422
    assert sentence in words(response)
    page = html.fromstring(response.content)
    typed = {**INVITATION, **changed}
    assert page.get_element_by_id("id_email").get("value") == typed["email"]
    assert page.get_element_by_id("id_post").get("value") == "лингвист"
    assert roles(law) == {chair.email: "chair"}
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("email", "role", "sentence"),
    [
        ("", "expert", "Заполните это поле."),
        ("нет", "expert", "Это не похоже на адрес почты."),
        ("a@example.kz", "", "Заполните это поле."),
        ("a@example.kz", "king", "Выберите из предложенного"),
        ("a\0@example.kz", "expert", "недопустимые невидимые знаки"),
    ],
)
def test_what_cannot_be_added_is_refused_in_words(client, law, chair, email, role, sentence):
    response = add(client, email, role)
    assert response.status_code == 422
    assert sentence in words(response)


def test_nobody_is_added_twice(client, law, chair):
    assert "уже в группе" in notices(add(client, chair.email, Role.OBSERVER))
    assert roles(law) == {chair.email: "chair"}


def test_an_account_that_was_closed_is_not_added(client, law, chair):
    Person.objects.create_user("left@example.kz", None, name="Ушедший", is_active=False)
    assert "учётная запись закрыта" in notices(add(client, "left@example.kz"))
    assert "left@example.kz" not in roles(law)


def test_a_role_is_changed(client, law, member, chair):
    expert = member(Role.EXPERT)
    assert "новая роль – Разработчик" in notices(act(client, "person_role", expert, role=Role.DRAFTER))
    assert roles(law)[expert.email] == Role.DRAFTER


@pytest.mark.parametrize("role", ["", "king"])
def test_a_role_that_does_not_exist_is_refused_in_words(client, law, member, chair, role):
    expert = member(Role.EXPERT)
    assert "Выберите роль из списка." in notices(act(client, "person_role", expert, role=role))
    assert roles(law)[expert.email] == Role.EXPERT


@pytest.mark.parametrize("name", ["person_role", "person_take_out", "person_remind"])
@pytest.mark.parametrize("person", ["", "abc", "-1", "99999", "9" * 40])
def test_somebody_who_is_not_in_the_group_is_said_so(client, law, chair, name, person):
    assert "Этого человека больше нет в группе." in notices(act(client, name, person, role="drafter"))


def test_a_member_of_another_group_is_not_touched(client, law, member, chair):
    stranger = Person.objects.create(email="stranger@example.kz", name="Чужой")
    assert "больше нет в группе" in notices(act(client, "person_take_out", stranger))


def test_who_is_taken_out_no_longer_finds_the_law(client, law, member, chair):
    drafter = member(Role.DRAFTER)
    act(client, "person_take_out", drafter)
    client.force_login(drafter)
    assert client.get(reverse("people", args=SLUG)).status_code == 404


@pytest.mark.parametrize(("name", "more"), [("person_role", {"role": "observer"}), ("person_take_out", {})])
def test_the_last_chair_stays(client, law, member, chair, name, more):
    assert "единственный руководитель группы" in notices(act(client, name, chair, **more))
    assert roles(law)[chair.email] == Role.CHAIR


@pytest.mark.parametrize("account", [{"is_active": False}, {"password": "!never-set"}])
def test_a_chair_who_cannot_sign_in_is_no_other_chair(client, law, member, chair, account):
    member(Role.CHAIR, Person.objects.create(email="second@example.kz", name="Второй", **account))
    assert "единственный руководитель группы" in notices(act(client, "person_take_out", chair))
    assert roles(law)[chair.email] == Role.CHAIR


def test_a_chair_may_go_when_there_is_another(client, law, member, chair):
    other = Person.objects.create(email="second@example.kz", name="Второй")
    member(Role.CHAIR, other)
    response = act(client, "person_take_out", chair)
    assert response.redirect_chain[-1][0] == reverse("laws")
    assert roles(law) == {"second@example.kz": "chair"}


def test_two_chairs_cannot_both_go(law, member, chair):
    other = member(Role.CHAIR, Person.objects.create(email="second@example.kz", name="Второй"))
    give_role(law, other.pk, "expert")
    with pytest.raises(GroupRefused):
        take_out(law, chair.pk)


def test_names_are_never_markup(client, law, member, chair):
    member(Role.EXPERT, Person.objects.create(email="x@example.kz", name="<b>Икс</b>", post="<i>да</i>"))
    page = shown(client)
    assert "<b>Икс</b>" in page.find(".//main").text_content()
    assert not page.xpath("//main//b | //main//i")


def test_queries_do_not_grow_with_the_group(client, law, member, chair, django_assert_num_queries):
    address = reverse("people", args=SLUG)
    client.get(address)
    with django_assert_num_queries(5):
        client.get(address)
    for number in range(20):
        member(Role.EXPERT, Person.objects.create(email=f"{number}@example.kz", name=f"Эксперт {number}"))
    with django_assert_num_queries(5):
        client.get(address)


def test_the_page_has_no_english_word_in_kazakh(client, law, chair):
    Person.objects.filter(pk=chair.pk).update(language="kk", email="төраға@мысал.kz")
    for response in (client.get(reverse("people", args=SLUG)), add(client, "new@example.kz"), invite(client, name="")):
        page = html.fromstring(response.content)
        main = page.find(".//main")
        for languages in main.xpath(".//select[@name='language']"):
            languages.drop_tree()
        labels = " ".join(main.xpath(".//@aria-label"))
        assert english_in(main.text_content() + labels) == set()
