"""What axe finds on a page, and what it cannot find: width, focus, the text without script."""

import pytest
from django.template.loader import render_to_string

from .conftest import NARROW, WIDE
from .site import SLUG

pytestmark = pytest.mark.browser

OF_DRAFTS = ("drafts/", "drafts/1/?language=kk", "drafts/1/restore/", "drafts/verify/")
PAGES = ("/", f"/laws/{SLUG}/", *(f"/laws/{SLUG}/{path}" for path in OF_DRAFTS), "/laws/unknown/")
MENUS = ("editions", "exports", "me")
SHEETS = ("me", "outline", "more")
WIDTHS = (320, 390, 768, 1024, 1280, 1440)


def violations(page):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [(violation["id"], violation["nodes"][0]["html"]) for violation in found]


def in_every_light(page):
    """The page at both widths, light and dark."""
    for viewport in (WIDE, NARROW):
        page.set_viewport_size(viewport)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            yield page


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_accessible(open_page, path, language):
    for page in in_every_light(open_page(path, language)):
        assert violations(page) == []


def test_freezing_is_accessible_with_all_that_is_open(open_page):
    for page in in_every_light(open_page(f"/laws/{SLUG}/drafts/freeze/", "ru")):
        for summary in page.locator("details:not([open]) > summary").all():
            summary.click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("locale", ["ru-KZ", "kk-KZ"])
def test_signing_in_is_accessible_also_when_it_was_refused(open_page, locale):
    page = open_page("/sign-in/", language=None, locale=locale)
    assert page.locator("html").get_attribute("lang") == locale[:2]
    for lit in in_every_light(page):
        assert violations(lit) == []
    page.fill("#id_login", "nobody@example.kz")
    page.fill("#id_password", "wrong")
    page.press("#id_password", "Enter")
    page.wait_for_selector("[role=alert]")
    for lit in in_every_light(page):
        assert violations(lit) == []


@pytest.mark.parametrize("name", ["403.html", "500.html"])
def test_a_page_of_refusal_or_failure_is_accessible(open_page, name):
    page = open_page("/sign-in/", language=None)
    page.set_content(render_to_string(name))
    for lit in in_every_light(page):
        assert violations(lit) == []


@pytest.mark.parametrize(("viewport", "openers"), [(WIDE, MENUS), (NARROW, SHEETS)], ids=["wide", "narrow"])
def test_open_menus_are_accessible(law_page, viewport, openers):
    page = law_page(viewport=viewport)
    for opened in openers:
        page.locator(f"[popovertarget={opened}]:not(.closes)").click()
        assert violations(page) == []
        page.keyboard.press("Escape")


@pytest.mark.parametrize("path", [*PAGES, "/sign-in/"])
def test_no_page_scrolls_sideways(open_page, path):
    page = open_page(path, language=None if "sign-in" in path else "kk")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_every_tool_of_the_law_is_on_the_screen_however_long_its_title(law_page):
    page = law_page()
    tools = page.locator(".masthead :is(button, a):visible, .subhead :is(button, a):visible")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        boxes = [tool.bounding_box() for tool in tools.all()]
        assert len(boxes) >= 5
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes), width


def test_the_language_of_the_interface_is_within_reach_at_every_width(law_page):
    page = law_page()
    kazakh = page.locator("button[value=kk]:visible")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if not kazakh.count():
            page.locator(".person").click()
        assert kazakh.count() == 1, width
        page.keyboard.press("Escape")


def test_the_text_is_there_without_script(law_page):
    page = law_page("art_9", java_script_enabled=False)
    assert "1) утверждение плана развития территории;" in page.inner_text("main")
    assert page.locator("#art_9").bounding_box()["y"] < WIDE["height"]
    page.locator("[popovertarget=exports]").click()
    assert page.locator("#exports button").is_visible()
