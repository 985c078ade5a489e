"""The pages: what they show, in which language, in how many queries, and what never gets out unescaped."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from articles import procedures
from articles.models import Person, Role

from .conftest import place


@pytest.fixture
def chair(client, law, member):
    person = member(Role.CHAIR)
    client.force_login(person)
    return person


def words(response):
    page = html.fromstring(response.content)
    return " ".join(page.find(".//main").text_content().split())


def test_the_text_of_the_law_is_in_the_first_response(client, law, chair):
    shown = words(client.get(reverse("law", args=["local"])))
    assert "Статья 2. Компетенция кенеса 1. К компетенции кенеса относятся: 1) утверждение плана развития;" in shown


def test_kazakh_closing_words_stand_on_the_line_of_the_last_item(client, law, chair):
    page = html.fromstring(client.get(reverse("law", args=["local"]) + "?language=kk").content)
    units = [" ".join(line.text_content().split()) for line in page.xpath("//*[@class='unit']/p")]
    assert "3) өзге де мәселелер жатады." in units


def test_a_reference_leads_to_its_provision(client, law, chair):
    page = html.fromstring(client.get(reverse("law", args=["local"])).content)
    link = next(
        link
        for link in page.xpath("//a[@class='reference']")
        if link.text == "подпункта 2) пункта 1 статьи 2 настоящего Закона"
    )
    target = page.get_element_by_id(link.get("href").removeprefix("#"))
    assert "утверждение бюджета" in target.text_content()


def test_words_of_the_law_are_never_markup(client, law, by, chair):
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="<script>alert(1)</script> & <b>да</b>.", by=by)
    response = client.get(reverse("law", args=["local"]))
    assert "<script>alert(1)</script> & <b>да</b>." in words(response)
    assert not html.fromstring(response.content).xpath("//main//script")


def test_the_policy_allows_no_inline_script_or_style(client, law, chair):
    response = client.get(reverse("law", args=["local"]))
    policy = response.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe-inline" not in policy
    page = html.fromstring(response.content)
    assert not page.xpath("//@style | //style | //script[not(@src)] | //@onclick")


@pytest.mark.parametrize(("language", "sign"), [("ru", "Выгрузить"), ("kk", "Жүктеп алу"), ("en", "Take away")])
def test_the_interface_speaks_the_language_that_the_person_chose(client, law, chair, language, sign):
    client.post(reverse("interface_language"), {"language": language, "next": "/"})
    response = client.get(reverse("law", args=["local"]))
    assert sign in response.content.decode()
    assert html.fromstring(response.content).get("lang") == language


ELSEWHERE = ["https://evil.example/", "//evil.example", "/\\evil.example", "foo", "law", "account_login", ""]


@pytest.mark.parametrize("goal", ELSEWHERE)
@pytest.mark.parametrize("name", ["interface_language", "appearance", "guide_close"])
def test_a_choice_leads_back_to_a_path_of_this_site_only(client, law, chair, name, goal):
    assert client.post(reverse(name), {"language": "kk", "next": goal}).url == "/"


@pytest.mark.parametrize("name", ["interface_language", "appearance"])
def test_a_stranger_is_led_back_alike(client, db, name):
    assert client.post(reverse(name), {"language": "kk", "next": "foo"}).url == "/"
    assert client.post(reverse(name), {"language": "kk", "next": "/sign-in/?next=/"}).url == "/sign-in/?next=/"


def test_queries_do_not_grow_with_the_law(client, law, by, chair, django_assert_num_queries):
    address = reverse("law", args=["local"])
    procedures.freeze(law, "Первая", by=by)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(20):
        procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": f"Пункт {number}."}}, by=by)
    with CaptureQueriesContext(connection) as drawn_anew:
        client.get(address)
    with django_assert_num_queries(len(few)):
        client.get(address)
    assert len(drawn_anew) <= len(few) + 9


def test_a_draft_offers_the_languages_that_it_was_frozen_in(client, law, by, chair):
    draft = procedures.freeze(law, "Первая", by=by)
    draft.documents.filter(language="kk").delete()
    Person.objects.filter(pk=chair.pk).update(language="kk")
    page = html.fromstring(client.get(reverse("draft", args=["local", 1])).content)
    assert page.get_element_by_id("sheet").get("lang") == "ru"
    assert page.xpath("//nav[contains(@class, 'choice')]/a/text()") == ["Русский"]


def test_an_export_comes_as_a_file_with_its_name_and_type(client, law, chair):
    response = client.get(reverse("law_export", args=["local", "txt"]) + "?language=kk")
    assert response.headers["Content-Disposition"] == 'attachment; filename="local-working-kk.txt"'
    assert "1-бап. Негізгі ұғымдар" in response.content.decode()


def test_an_unknown_format_is_no_page(client, law, chair):
    assert client.get(reverse("law_export", args=["local", "exe"])).status_code == 404


def test_signing_in_with_e_mail_in_any_case(client, db):
    Person.objects.create_user("expert@example.kz", "long-enough-password", name="Эксперт")
    response = client.post(reverse("account_login"), {"login": "Expert@Example.kz", "password": "long-enough-password"})
    assert response.status_code == 302


def test_a_wrong_password_is_said_in_words(client, db):
    response = client.post(reverse("account_login"), {"login": "a@example.kz", "password": "wrong"})
    assert "Почта и пароль не подошли." in response.content.decode()


def test_keys_of_one_letter_are_switched_off_in_this_browser(client, law, chair):
    def page():
        return html.fromstring(client.get(reverse("law", args=["local"])).content)

    assert page().get("data-shortcuts") == "on"
    client.post(reverse("appearance"), {"shortcuts": "off", "next": "/"})
    assert page().get("data-shortcuts") == "off"
    assert page().xpath("//button[@name='shortcuts']/@value") == ["on"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_light_or_dark_is_kept_in_this_browser(client, law, chair, theme):
    client.post(reverse("appearance"), {"theme": theme, "next": "/"})
    assert html.fromstring(client.get(reverse("laws")).content).get("data-theme") == theme


def test_an_unknown_look_is_not_kept(client, law, chair):
    client.post(reverse("appearance"), {"theme": "<script>", "next": "/"})
    assert html.fromstring(client.get(reverse("laws")).content).get("data-theme") == "system"


def test_two_languages_stand_line_beside_line(client, law, by, chair):
    procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": "Новый пункт."}}, by=by)
    page = html.fromstring(client.get(reverse("law", args=["local"]), {"language": "ru", "beside": "kk"}).content)
    pairs = [
        tuple(" ".join(unit.text_content().split()) for unit in pair.xpath("./*[contains(@class, 'unit')]"))
        for pair in page.xpath("//*[@class='pair']")
    ]
    assert (
        "2) утверждение бюджета в соответствии с пунктом 3 настоящей статьи;",
        "2) осы баптың 3-тармағына сәйкес бюджетті бекіту;",
    ) in pairs
    assert ("Кенес вправе рассматривать обращения жителей.", "Кеңес тұрғындардың өтініштерін қарауға құқылы.") in pairs
    assert ("1. Новый пункт.", "1. текста на этом языке нет") in pairs
