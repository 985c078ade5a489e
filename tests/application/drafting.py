"""A person who edits a law through its pages: fills in the forms as they come and reads what the page gets back."""

import json

from django.urls import reverse
from lxml import html

from .conftest import place

HTMX = {"hx-request": "true"}


class Drafting:
    """``send`` posts an act, ``open`` asks for a page; ``htmx`` says whether the page or a browser without script asks.

    A page that is on screen has shown the law up to the entry ``since``.
    """

    def __init__(self, client, law, person, *, htmx=True, language="ru"):
        self.client = client
        self.law = law
        self.person = person
        self.htmx = htmx
        self.language = language
        self.since = ""
        client.force_login(person)

    def address(self, name, unit=None):
        """``unit`` is an eId, the id of a provision, or the number of an entry."""
        unit = place(self.law, unit) if isinstance(unit, str) and "_" in unit else unit
        return reverse(name, args=[self.law.slug, *([unit] if unit else [])])

    def read(self):
        """Opens the page of the law, so that later acts are asked for from it."""
        page = parsed(self.client.get(self.address("law"), {"language": self.language}))
        self.since = page.get_element_by_id("since").get("value")
        return page

    def open(self, name, unit=None, **asked):
        headers = HTMX if self.htmx else {}
        return self.client.get(self.address(name, unit), {"language": self.language, **asked}, headers=headers)

    def desk(self, unit):
        """What the form of the desk would send as it is."""
        return sent_by(self.open("desk", unit))

    def send(self, name, unit=None, **sent):
        headers = HTMX if self.htmx else {}
        sent = {"language": self.language, "since": self.since, **sent}
        return self.client.post(self.address(name, unit), sent, headers=headers)

    def write(self, unit, **words):
        """Opens the desk, types these words and saves them."""
        return self.send("reword", unit, **{**self.desk(unit), **words})


def sent_by(response, number=0):
    """The fields of a form in the answer and what they hold."""
    page = parsed(response)
    main = page.find(".//main")
    forms = (page if main is None else main).xpath(".//form[@method='post']")
    # A parser of HTML drops the line break that opens a field; this one does not.
    return {name: value.removeprefix("\n") for name, value in forms[number].form_values()}


def parsed(response):
    """The page, or the part of one."""
    return html.document_fromstring(f"<body>{response.content.decode()}")


class Update:
    """What a page takes over from an answer: blocks by key, the notices, the events that follow."""

    def __init__(self, response):
        assert response.status_code == 200
        page = parsed(response)
        swaps = [(*one.get("hx-swap-oob").partition(":")[::2], one) for one in page.xpath("//*[@hx-swap-oob]")]
        self.replaced = {key_in(goal): one for how, goal, one in swaps if how == "innerHTML" and goal[:3] == "#b-"}
        self.removed = [key_in(goal) for how, goal, _one in swaps if how == "delete"]
        self.inserted = [key_in(one.find("div").get("id")) for how, _goal, one in swaps if how == "afterend"]
        self.whole = [one for _how, goal, one in swaps if goal == "#sheet"]
        self.outline = [one for _how, goal, one in swaps if goal == "#outline-list"]
        self.since = page.get_element_by_id("since").get("value")
        self.notices = [said(one) for _how, goal, one in swaps if goal == "#notices" for one in one]
        self.events = events(response)


def key_in(name):
    return name.removeprefix("#").removeprefix("b-")


def events(response):
    """What htmx is told to announce, by name, whenever."""
    found = {}
    for when in ("HX-Trigger", "HX-Trigger-After-Swap", "HX-Trigger-After-Settle"):
        found.update(json.loads(response.headers.get(when, "{}")))
    return found


def said(element):
    return " ".join(element.text_content().split())
