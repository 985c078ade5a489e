"""Signing in and out, passwords, letters, and what is said when it does not work."""

import re

import pytest
from django import forms
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override
from lxml import html

from articles.models import Person

PASSWORD = "long-enough-password"
NEW = "еще-один-длинный-2026"

SIGN_IN = "account_login"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nobody_has_tried_yet():
    cache.clear()


@pytest.fixture
def person():
    return Person.objects.create_user("expert@example.kz", PASSWORD, name="Анна Беккер", language="ru")


def sign_in(client, email="expert@example.kz", password=PASSWORD, **more):
    return client.post(reverse(SIGN_IN), {"login": email, "password": password, **more})


def is_signed_in(client):
    return client.get(reverse("laws")).status_code == 200


def words(response):
    return " ".join(html.fromstring(response.content).find(".//main").text_content().split())


def link_in(letter):
    return re.search(r"http://testserver(\S+/password/new/\S+|/password/new/\S+)", letter.body)[1]


@pytest.mark.parametrize("email", ["expert@example.kz", "Expert@Example.KZ", " expert@example.kz "])
def test_the_e_mail_signs_in_in_any_case(client, person, email):
    assert sign_in(client, email).url == reverse("laws")
    assert is_signed_in(client)


@pytest.mark.parametrize(
    ("email", "password"), [("expert@example.kz", "wrong"), ("nobody@example.kz", PASSWORD), ("expert", PASSWORD)]
)
def test_whoever_does_not_match_stays_outside(client, person, email, password):
    assert sign_in(client, email, password).status_code == 200
    assert not is_signed_in(client)


def test_a_wrong_password_and_an_unknown_e_mail_are_answered_alike(client, person):
    wrong, unknown = sign_in(client, password="wrong"), sign_in(client, "nobody@example.kz")
    assert "Почта и пароль не подошли." in words(wrong)
    assert words(wrong) == words(unknown)


def test_the_e_mail_that_was_typed_is_kept_and_the_password_is_not(client, person):
    page = html.fromstring(sign_in(client, password="wrong").content)
    assert page.get_element_by_id("id_login").get("value") == "expert@example.kz"
    assert page.get_element_by_id("id_password").get("value") is None


def test_five_wrong_attempts_pause_signing_in_and_the_page_says_for_how_long(client, person):
    for _attempt in range(5):
        assert "не подошли" in words(sign_in(client, password="wrong"))
    paused = sign_in(client)
    assert "Слишком много неудачных попыток. Подождите 15 минут" in words(paused)
    assert not is_signed_in(client)


def test_the_pause_of_one_person_does_not_keep_out_another(client, person):
    Person.objects.create_user("other@example.kz", PASSWORD, name="Другой")
    for _attempt in range(6):
        sign_in(client, password="wrong")
    sign_in(client, "other@example.kz")
    assert is_signed_in(client)


def test_a_new_password_ends_the_pause(client, person):
    for _attempt in range(6):
        sign_in(client, password="wrong")
    set_password(client, asked_link(client))
    client.logout()
    sign_in(client, password=NEW)
    assert is_signed_in(client)


@pytest.mark.parametrize("goal", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(client, person, goal):
    assert sign_in(client, next=goal).url == reverse("laws")


def test_signing_in_leads_back_to_the_page_that_was_asked_for(client, person):
    asked = client.get(reverse("law", args=["local"])).url
    page = html.fromstring(client.get(asked).content)
    goal = page.find(".//main").xpath(".//input[@name='next']/@value")[0]
    assert sign_in(client, next=goal).url == reverse("law", args=["local"])


def test_who_is_signed_in_is_taken_to_the_laws(client, person):
    sign_in(client)
    assert client.get(reverse(SIGN_IN)).url == reverse("laws")


def test_signing_out_is_a_button_and_no_link(client, person):
    sign_in(client)
    asked = client.get(reverse("account_logout"))
    assert html.fromstring(asked.content).find(".//main").xpath(".//form//button")
    assert is_signed_in(client)
    assert "Вы вышли из системы." in words(client.post(reverse("account_logout"), follow=True))
    assert not is_signed_in(client)


def test_an_account_that_was_closed_is_told_so(client, person):
    Person.objects.update(is_active=False)
    response = client.get(sign_in(client).url)
    assert "Учётная запись закрыта" in words(response)
    assert not is_signed_in(client)


@pytest.mark.parametrize("address", ["/signup/", "/accounts/signup/", "/sign-up/"])
def test_nobody_makes_an_account_alone(client, address):
    assert client.get(address).status_code == 404


def asked_link(client, email="expert@example.kz"):
    client.post(reverse("account_reset_password"), {"email": email})
    return link_in(mail.outbox[-1])


def set_password(client, link, password=NEW, again=None):
    page = client.get(link, follow=True)
    address = page.redirect_chain[-1][0] if page.redirect_chain else link
    return client.post(address, {"password1": password, "password2": again or password})


def test_a_forgotten_password_is_set_anew_by_a_letter_and_signs_in(client, person):
    response = set_password(client, asked_link(client, "Expert@example.kz"))
    assert response.url == reverse("laws")
    assert is_signed_in(client)
    person.refresh_from_db()
    assert person.check_password(NEW)


@pytest.mark.parametrize(
    ("language", "subject", "sentence"),
    [
        ("ru", "LawDraft: новый пароль", "Ссылка действует три дня и только один раз."),
        ("kk", "LawDraft: жаңа құпиясөз", "Сілтеме үш күн бойы және бір рет қана жарамды."),
        ("en", "LawDraft: a new password", "The link works for three days and only once."),
    ],
)
def test_the_letter_is_in_the_language_of_the_person(client, person, language, subject, sentence):
    Person.objects.update(language=language, name="Ж. О'Коннор & Ко")
    client.post(reverse("account_reset_password"), {"email": person.email}, headers={"accept-language": "ru"})
    [letter] = mail.outbox
    assert letter.subject == subject
    assert sentence in letter.body
    assert "Ж. О'Коннор & Ко" in letter.body
    assert letter.to == [person.email]


def test_a_link_works_once(client, person):
    link = asked_link(client)
    set_password(client, link)
    client.logout()
    response = client.get(link)
    assert "Ссылка больше не действует" in words(response)


@pytest.mark.parametrize("link", ["/password/new/1-wrong/", "/password/new/zzzz-cx1-123/", "/password/new/1-a/b/"])
def test_a_link_that_was_never_sent_does_not_work(client, person, link):
    assert "Ссылка больше не действует" in words(client.get(link))


def test_an_unknown_address_gets_no_letter_and_the_same_answer(client, person):
    known = client.post(reverse("account_reset_password"), {"email": person.email}, follow=True)
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@example.kz"}, follow=True)
    assert len(mail.outbox) == 1
    assert words(known) == words(unknown)


def test_an_account_that_was_closed_gets_no_letter(client, person):
    Person.objects.update(is_active=False)
    client.post(reverse("account_reset_password"), {"email": person.email})
    assert mail.outbox == []


def test_letters_to_one_address_are_limited(client, person):
    for _time in range(4):
        response = client.post(reverse("account_reset_password"), {"email": person.email})
    assert response.status_code == 429
    assert "Слишком много попыток" in words(response)
    assert len(mail.outbox) == 3


@pytest.mark.parametrize(
    ("password", "again", "sentence"),
    [
        ("short", "short", "Пароль слишком короткий: нужно не меньше 10 знаков."),
        ("expert@example", "expert@example", "Пароль слишком похож на сведения о вас (Электронная почта)."),
        ("Анна Беккер 1", "Анна Беккер 1", "Пароль слишком похож на сведения о вас (Имя)."),
        ("1q2w3e4r5t6y", "1q2w3e4r5t6y", "Таким паролем пользуются многие: его легко угадать."),
        (NEW, NEW + "!", "Пароли не совпали."),
        ("", "", "Заполните это поле."),
    ],
)
def test_a_password_that_will_not_do_is_refused_in_words(client, person, password, again, sentence):
    assert sentence in words(set_password(client, asked_link(client), password, again))
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def change(client, old, new, again=None):
    fields = {"oldpassword": old, "password1": new, "password2": again or new}
    return client.post(reverse("account_change_password"), fields, follow=True)


def test_the_password_is_changed_and_the_person_stays_signed_in(client, person):
    sign_in(client)
    assert "Новый пароль задан." in change(client, PASSWORD, NEW).content.decode()
    assert is_signed_in(client)
    person.refresh_from_db()
    assert person.check_password(NEW)


def test_the_present_password_is_asked_for(client, person):
    sign_in(client)
    assert "Это не нынешний ваш пароль." in words(change(client, "wrong", NEW))
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_other_browsers_are_signed_out_by_a_new_password(client, person):
    other = Client()
    sign_in(other)
    sign_in(client)
    change(client, PASSWORD, NEW)
    assert not is_signed_in(other)


def test_a_form_from_before_signing_in_is_refused_in_words(person):
    strict = Client(enforce_csrf_checks=True)
    response = sign_in(strict)
    assert response.status_code == 403
    assert "Ничего не сохранено" in words(response)


FIELDS = [
    forms.CharField,
    forms.EmailField,
    forms.IntegerField,
    forms.DateField,
    forms.DateTimeField,
    forms.ChoiceField,
    forms.MultipleChoiceField,
    forms.ModelChoiceField,
    forms.FileField,
    forms.UUIDField,
    forms.BooleanField,
]


def own_messages(field):
    """Messages of a field and of its validators, without those that have plural forms."""
    for kind in field.__mro__:
        yield from getattr(kind, "default_error_messages", {}).values()
    for validator in field.default_validators:
        yield validator.message


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("field", FIELDS)
def test_no_field_of_a_form_speaks_english(field, language):
    with override("en"):
        english = {str(message) for message in own_messages(field)} - {""}
    assert english
    with override(language):
        assert {text for text in english if gettext(text) == text} == set()


ENGLISH = re.compile(r"[A-Za-z]{3,}")
NAMES = {"LawDraft", "English", "Eng", "cookie", "kz", "example", "expert"}


def english_in(text):
    return set(ENGLISH.findall(text)) - NAMES


PAGES_IN_KAZAKH = {
    "signing in": lambda client: client.get(reverse(SIGN_IN)),
    "wrong": lambda client: sign_in(client, password="wrong"),
    "nothing typed": lambda client: sign_in(client, "", ""),
    "no e-mail": lambda client: sign_in(client, "эксперт"),
    "closed": lambda client: client.get(reverse("account_inactive")),
    "forgotten": lambda client: client.get(reverse("account_reset_password")),
    "forgotten, no e-mail": lambda client: client.post(reverse("account_reset_password"), {"email": "эксперт"}),
    "letter sent": lambda client: client.get(reverse("account_reset_password_done")),
    "new password": lambda client: client.get(asked_link(client), follow=True),
    "short": lambda client: set_password(client, asked_link(client), "short"),
    "common": lambda client: set_password(client, asked_link(client), "1q2w3e4r5t6y"),
    "like the e-mail": lambda client: set_password(client, asked_link(client), "expert@example"),
    "not alike": lambda client: set_password(client, asked_link(client), NEW, NEW + "!"),
    "done": lambda client: client.get(reverse("account_reset_password_from_key_done")),
    "dead link": lambda client: client.get("/password/new/1-wrong/"),
    "no such page": lambda client: client.get("/no-such-page/"),
}


@pytest.mark.parametrize("name", PAGES_IN_KAZAKH)
def test_no_page_of_signing_in_has_an_english_word_in_kazakh(client, person, name):
    client.cookies["django_language"] = "kk"
    page = html.fromstring(PAGES_IN_KAZAKH[name](client).content)
    assert page.get("lang") == "kk"
    assert english_in(page.text_content()) == set()


def test_the_change_of_a_password_has_no_english_word_in_kazakh(client, person):
    Person.objects.update(language="kk")
    sign_in(client)
    page = html.fromstring(change(client, "wrong", "short").content)
    assert english_in(page.find(".//main").text_content()) == set()


def test_the_letter_has_no_english_word_in_kazakh(client, person):
    Person.objects.update(language="kk")
    client.post(reverse("account_reset_password"), {"email": person.email})
    [letter] = mail.outbox
    words_only = re.sub(r"https?://\S+", "", letter.subject + letter.body)
    assert english_in(words_only) == set()
