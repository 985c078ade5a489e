"""A part of a page that htmx asks for and does not get: one line among the notices, never a page in the page."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client
from django.urls import reverse
from lxml import html

from articles.models import Person, Role

LAW = "/laws/local/?language=kk"
HTMX = {"hx-request": "true", "hx-current-url": f"http://testserver{LAW}"}


def line(response):
    """The one line, and that htmx puts it among the notices whatever the part was to be put into."""
    assert response.headers["HX-Retarget"] == "#notices"
    assert response.headers["HX-Reswap"] == "innerHTML"
    [part] = html.fragments_fromstring(response.content.decode().strip())
    assert part.tag == "p"
    assert part.get("role") == "alert"
    assert f".{part.get('class').split()[0]}" == response.headers["HX-Reselect"]
    return part


def test_without_a_session_the_way_to_sign_in_is_offered(client, law):
    response = client.get(reverse("people", args=["local"]), headers={**HTMX, "accept-language": "ru"})
    assert response.status_code == 401
    notice = line(response)
    assert notice.text_content().startswith("Время сеанса истекло. Войдите снова в этом окне")
    assert notice.find("a").get("href") == reverse("account_login") + "?next=%2Flaws%2Flocal%2F%3Flanguage%3Dkk"


def test_what_was_sent_after_the_session_ended_is_answered_alike(client, law):
    response = client.post(reverse("person_take_out", args=["local"]), headers=HTMX)
    assert response.status_code == 401
    line(response)


def test_the_line_is_in_the_language_of_the_person_whose_session_it_was(client, law, member):
    person = member(Role.CHAIR)
    Person.objects.filter(pk=person.pk).update(language="kk")
    client.force_login(person)
    client.get(reverse("laws"))
    client.cookies.pop("sessionid")
    response = client.get(reverse("people", args=["local"]), headers={**HTMX, "accept-language": "ru"})
    assert line(response).text_content().startswith("Сеанс уақыты аяқталды.")


def test_a_language_that_was_just_chosen_is_the_one_that_stays(client, law, member):
    client.force_login(member(Role.CHAIR))
    client.get(reverse("laws"))
    client.post(reverse("interface_language"), {"language": "en"})
    assert client.cookies["django_language"].value == "en"


@pytest.mark.parametrize("page", ["https://evil.example/laws/", ""])
def test_the_way_leads_back_to_no_other_site(client, law, page):
    headers = {"hx-request": "true", "hx-current-url": page}
    response = client.get(reverse("people", args=["local"]), headers=headers)
    assert line(response).find("a").get("href") == reverse("account_login") + "?next=%2F"


def test_a_page_asked_for_without_htmx_still_leads_to_signing_in(client, law):
    assert client.get(reverse("people", args=["local"])).status_code == 302


def test_signing_in_as_a_part_of_a_page_is_no_lost_session(client, law, member):
    client.force_login(member(Role.CHAIR))
    response = client.get(reverse("account_login"), headers=HTMX)
    assert response.status_code == 302


def test_what_the_role_does_not_allow_is_said_in_a_line(client, law, member):
    client.force_login(member(Role.EXPERT))
    response = client.post(reverse("person_take_out", args=["local"]), headers=HTMX)
    assert response.status_code == 403
    assert "Ваша роль в рабочей группе" in line(response).text_content()


def test_what_is_not_there_is_said_in_a_line(client, law):
    client.force_login(Person.objects.create(email="outsider@example.kz", name="Посторонний"))
    response = client.get(reverse("people", args=["local"]), headers=HTMX)
    assert response.status_code == 404
    assert "Этого здесь больше нет." in line(response).text_content()


def test_a_part_with_an_old_token_is_told_to_load_the_page_again(law, member):
    client = Client(enforce_csrf_checks=True)
    client.force_login(member(Role.CHAIR))
    response = client.post(reverse("person_take_out", args=["local"]), headers=HTMX)
    assert response.status_code == 403
    assert "Обновите страницу" in line(response).text_content()


@pytest.mark.parametrize("settings_debug", [True, False])
@pytest.mark.parametrize(("refusal", "status"), [(Http404, 404), (PermissionDenied, 403)])
def test_whatever_refuses_the_part_and_however_the_site_runs(
    client, law, member, monkeypatch, settings, settings_debug, refusal, status
):
    def refuse(*_arguments):
        raise refusal

    settings.DEBUG = settings_debug
    monkeypatch.setattr("articles.views.people.law_for", refuse)
    client.force_login(member(Role.CHAIR))
    response = client.get(reverse("people", args=["local"]), headers=HTMX)
    assert response.status_code == status
    line(response)


def test_a_whole_page_that_is_refused_stays_a_page(client, law, member):
    client.force_login(member(Role.EXPERT))
    response = client.get(reverse("person_add", args=["local"]))
    assert response.status_code == 403
    assert "HX-Retarget" not in response.headers
    assert html.fromstring(response.content).xpath("//html/body/main/h1")


HEADINGS = {
    "person_add": {"ru": "Это вам не открыто", "kk": "Бұл сізге ашық емес", "en": "This is not open to you"},
    "people": {"ru": "Такой страницы нет", "kk": "Мұндай бет жоқ", "en": "There is no such page"},
}


@pytest.mark.parametrize("language", ["kk", "en", "ru"])
@pytest.mark.parametrize("name", HEADINGS)
def test_pages_of_refusal_speak_the_language_of_the_person(client, law, member, language, name):
    person = member(Role.EXPERT) if name == "person_add" else Person.objects.create(email="o@example.kz", name="О")
    Person.objects.filter(pk=person.pk).update(language=language)
    client.force_login(person)
    page = html.fromstring(client.get(reverse(name, args=["local"])).content)
    assert page.get("lang") == language
    assert page.xpath("//main/h1/text()") == [HEADINGS[name][language]]
