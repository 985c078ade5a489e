"""The page of a provision with script: a choice of revisions shows at once."""

import pytest

from .conftest import NARROW, WIDE
from .site import SLUG

pytestmark = pytest.mark.browser


@pytest.fixture
def clause_page(law_page, open_page):
    """Opens the page of the clause that has three revisions."""

    def open(**settings):
        clause = law_page(java_script_enabled=False).locator("#art_9__clause_2").get_attribute("data-provision")
        return open_page(f"/laws/{SLUG}/provisions/{clause}/", **settings)

    return open


def chosen(page, name, revision):
    return page.locator(f"[name={name}][value='{revision}']")


def test_choosing_a_revision_shows_the_redline_and_a_link_to_it(clause_page):
    page = clause_page()
    assert page.inner_text("#redline-title") == "Версия 2 → версия 3"
    assert not page.locator("#show-redline").is_visible()
    chosen(page, "from", 1).check()
    page.locator("#compared-now", has_text="Версия 1 → версия 3").wait_for(state="attached")
    assert page.inner_text("#redline-title") == "Версия 1 → версия 3"
    assert "Слова обеих версий одинаковы." in page.inner_text("#redline")
    assert page.url.endswith("?language=ru&to=3&from=1")
    page.reload()
    assert page.inner_text("#redline-title") == "Версия 1 → версия 3"


def test_a_choice_that_makes_no_sense_is_closed(clause_page):
    page = clause_page()
    assert [number for number in (1, 2, 3) if chosen(page, "from", number).is_disabled()] == [3]
    assert [number for number in (1, 2, 3) if chosen(page, "to", number).is_disabled()] == [1, 2]


def test_without_script_a_button_shows_the_redline(clause_page):
    page = clause_page(java_script_enabled=False)
    chosen(page, "from", 1).check()
    chosen(page, "to", 2).check()
    page.locator("#show-redline").click()
    assert page.inner_text("#redline-title") == "Версия 1 → версия 2"
    assert page.locator("#redline ins").count() == 1


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_page_fits_its_screen_and_is_accessible(clause_page, viewport):
    from axe_playwright_python.sync_playwright import Axe

    page = clause_page(viewport=viewport)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page).response["violations"]
        assert [(violation["id"], violation["nodes"][0]["html"]) for violation in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
