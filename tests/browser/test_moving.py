"""Choosing where a unit is moved to."""

import pytest

from .site import SLUG

pytestmark = pytest.mark.browser


@pytest.fixture
def dialog(open_page):
    """The question where article 9, clause 1, subclause 1) goes."""
    page = open_page(f"/laws/{SLUG}/")
    unit = page.locator("#art_9__clause_1__subclause_1")
    unit.locator("p").click()
    unit.locator(".grip").click()
    page.locator("#unit-menu .moves").click()
    page.locator("#dialog .finds").wait_for()
    return page.locator("#dialog")


def offered(dialog):
    return [name.split(":")[0] for name in dialog.locator("#into option:not([hidden])").all_inner_texts()]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("3.2", ["Пункт 2 статьи 3"]),
        ("часть 5", ["Статья 5"]),
        ("ст 10", ["Статья 10"]),
        ("сотый", []),
    ],
)
def test_the_list_of_units_is_narrowed_by_number_or_words(dialog, typed, found):
    dialog.locator(".finds").fill(typed)
    assert offered(dialog) == found
    dialog.locator(".finds").fill("")
    assert len(offered(dialog)) > 20


def test_the_first_that_was_found_is_chosen_and_brings_its_places(dialog):
    dialog.locator(".finds").fill("4.2")
    assert not dialog.locator(".primary").is_enabled()
    dialog.locator(".primary:enabled").wait_for()
    assert dialog.locator("#into option:checked").inner_text().startswith("Пункт 2 статьи 4")
    assert dialog.locator("#behind option").count() == 1
    assert dialog.locator(".finds").input_value() == "4.2"
    assert dialog.locator(".finds:focus").count() == 1


def test_nothing_is_moved_to_where_nothing_was_found(dialog):
    dialog.locator(".finds").fill("нигде")
    assert dialog.locator(".none-found").is_visible()
    assert not dialog.locator(".primary").is_enabled()
