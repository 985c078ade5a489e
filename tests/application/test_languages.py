"""Every page in Kazakh: nothing of ours stays in another language."""

import re

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.test import Client
from django.urls import reverse
from lxml import html

from articles import procedures
from articles.models import Person, Role

from .test_access import OF_A_LAW, PAGES, url

KEYS = {"Alt", "Backspace", "Ctrl", "Enter", "Esc", "Shift", "Tab", "F6", "LawDraft", "TXT", "HTML", "JSON", "PDF"}
"""Names of keys, formats and this product: the same in every language."""

OWN_NAMES = {"English"}
"""What a language is called in itself."""

READ_BY_ALL = ["laws", "new_law", "new_outline", "new_copy", "account_change_password"]
SIGNED_OUT = ["account_login", "account_reset_password", "account_reset_password_done", "account_inactive"]


def english_messages():
    """Our messages whose Kazakh is other than their English, without variables."""
    path = settings.LOCALE_PATHS[0] / "kk" / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        found = {message.id: message.string for message in read_po(file) if message.id}
    return {english for english, kazakh in found.items() if english != kazakh and "%(" not in english} - OWN_NAMES


def said(response):
    """What a person reads or hears on the page, apart from words of the law: those have a language of their own."""
    page = html.fromstring(response.content)
    nodes = page.xpath(
        "//body//text()[not(ancestor::script)] | //title/text() | //@aria-label | //@placeholder | //@title"
    )
    return {" ".join(str(node).split()).strip(" .:·") for node in nodes}


def opened(client, name):
    response = client.get(url(name), follow=True)
    return response if response.status_code == 200 and b"<html" in response.content else None


@pytest.fixture
def frozen(law, by, member):
    procedures.freeze(law, "Бірінші", by=by)
    procedures.freeze(law, "Екінші", by=by)
    chair = member(Role.CHAIR)
    Person.objects.filter(pk=chair.pk).update(language="kk", name="Гүлнар Әбенова")
    return chair


@pytest.mark.parametrize("name", [*OF_A_LAW, *READ_BY_ALL])
def test_no_message_of_ours_is_left_untranslated_in_kazakh(client, frozen, name):
    client.force_login(Person.objects.get(pk=frozen.pk))
    response = opened(client, name)
    if response is None:
        assert PAGES[name], "An act or a file: it has no page of its own."
        return
    assert html.fromstring(response.content).get("lang") == "kk"
    assert said(response) & english_messages() == set()


@pytest.mark.parametrize("name", [*OF_A_LAW, *READ_BY_ALL])
def test_nothing_is_said_alike_in_english_and_in_kazakh(client, frozen, name):
    client.force_login(Person.objects.get(pk=frozen.pk))
    kazakh = opened(client, name)
    Person.objects.filter(pk=frozen.pk).update(language="en")
    english = opened(client, name)
    if english is None:
        return
    alike = {
        words for words in said(kazakh) & said(english) if re.fullmatch(r"[A-Za-z][A-Za-z ,.:;!?()’“”-]{2,}", words)
    }
    assert alike - KEYS - OWN_NAMES - {"Eng", "Akoma Ntoso", "DOCX (Word)"} == set()


@pytest.mark.parametrize("name", SIGNED_OUT)
def test_who_is_not_signed_in_reads_the_language_of_the_browser(db, name):
    response = Client(headers={"accept-language": "kk-KZ"}).get(reverse(name))
    assert html.fromstring(response.content).get("lang") == "kk"
    assert said(response) & english_messages() == set()
