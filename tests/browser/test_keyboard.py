"""The keyboard alone is enough."""

import pytest

from .conftest import NARROW, WIDE
from .site import PASSWORD, READERS

pytestmark = pytest.mark.browser

MENUS = [(WIDE, "editions"), (WIDE, "exports"), (WIDE, "me")]
SHEETS = [(NARROW, "outline"), (NARROW, "more")]


def focused(page, property="id"):
    return page.evaluate(f"document.activeElement.{property}")


def tab_to(page, selector, key="Tab", limit=40):
    """Presses the key until the element has the focus."""
    for _press in range(limit):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached by {key}.")


def test_signing_in_and_out(open_page):
    page = open_page("/sign-in/", language=None, locale="ru-KZ")
    tab_to(page, "#id_login")
    page.keyboard.type(READERS["ru"])
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector(".laws")
    tab_to(page, ".person")
    page.keyboard.press("Enter")
    tab_to(page, "#me form[action*='sign-out'] button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sign-in/")


def test_the_first_stop_leads_past_the_bars_to_the_text(law_page):
    page = law_page()
    page.keyboard.press("Tab")
    assert focused(page, "className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(("viewport", "menu"), MENUS + SHEETS)
def test_a_menu_opens_by_keyboard_and_closes_by_escape(law_page, viewport, menu):
    page = law_page(viewport=viewport)
    opener = f"[popovertarget={menu}]:not(.closes)"
    tab_to(page, opener)
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#{menu}:popover-open")
    page.keyboard.press("Tab")
    assert page.evaluate("menu => document.activeElement.closest('#' + menu) !== null", menu)
    page.keyboard.press("Escape")
    assert page.locator(f"#{menu}:popover-open").count() == 0
    assert page.evaluate("opener => document.activeElement.matches(opener)", opener)


@pytest.mark.parametrize(("viewport", "menu"), [*MENUS, (NARROW, "editions"), (NARROW, "me"), SHEETS[1]])
def test_a_menu_opens_on_the_screen_under_its_button(law_page, viewport, menu):
    page = law_page(viewport=viewport)
    button = page.locator(f"[popovertarget={menu}]")
    button.click()
    opened, opener = page.locator(f"#{menu}").bounding_box(), button.bounding_box()
    assert opened["x"] >= 0
    assert opened["x"] + opened["width"] <= viewport["width"]
    assert 0 <= opened["y"] - (opener["y"] + opener["height"]) < 16
    assert opened["x"] < opener["x"] + opener["width"]
    assert opener["x"] < opened["x"] + opened["width"]


def test_what_has_the_focus_can_be_seen(law_page):
    page = law_page()
    for _press in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])(getComputedStyle(document.activeElement))"
        )
        assert style == ["solid", "3px"]


def test_a_link_that_the_keyboard_reaches_backwards_is_not_under_the_bars(law_page):
    page = law_page("art_9__clause_2")
    page.locator("#main").evaluate("main => main.scrollIntoView({block: 'end'})")
    link = page.get_by_role("link", name="пунктом 2 статьи 3 настоящего Закона")
    link.focus()
    bars = page.locator(".subhead").bounding_box()
    assert link.bounding_box()["y"] >= bars["y"] + bars["height"]
