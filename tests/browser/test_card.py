"""The card in a browser: for every reader and every screen; the form asks only for what goes with the choice made."""

import pytest

from .site import SLUG
from .test_accessible import WIDTHS, in_every_light, violations

pytestmark = pytest.mark.browser

CARD = f"/laws/{SLUG}/card/"
CHANGE = f"/laws/{SLUG}/card/change/"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_card_is_accessible(open_page, language):
    for page in in_every_light(open_page(CARD, language)):
        assert violations(page) == []


def test_the_form_is_accessible_whatever_is_chosen(open_page):
    page = open_page(CHANGE)
    for basis in ("effect", "date", "unlimited"):
        page.check(f"#id_basis_{basis}")
        for lit in in_every_light(page):
            assert violations(lit) == []


@pytest.mark.parametrize("path", [CARD, CHANGE])
def test_neither_page_scrolls_sideways(open_page, path):
    page = open_page(path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(
    ("choice", "asked"),
    [
        ("#id_basis_text", set()),
        ("#id_basis_effect", {"years", "months"}),
        ("#id_basis_force", {"years", "months"}),
        ("#id_basis_date", {"last_day"}),
        ("#id_basis_unlimited", set()),
        ("#id_effect_rule_days", {"effect_days"}),
        ("#id_effect_rule_months", {"effect_months"}),
        ("#id_effect_rule_date", {"effect_on"}),
    ],
)
def test_the_form_asks_only_for_what_goes_with_the_choice(open_page, choice, asked):
    page = open_page(CHANGE)
    page.check(choice)
    names = ("years", "months", "last_day", "effect_days", "effect_months", "effect_on")
    assert {name for name in names if page.locator(f"#id_{name}").is_visible()} == asked
