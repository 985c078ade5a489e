"""The comparison at work: keys, filters and views that act at once, and links that last."""

import pytest
from pypdf import PdfReader

from .conftest import NARROW, WIDE
from .test_accessible import WIDTHS, in_every_light, violations

pytestmark = pytest.mark.browser

ADDRESS = "/laws/compared/compare/1/2/"
SHOWN = "#main [role=group]:visible"


@pytest.fixture
def compare_page(open_page):
    def open(query="", **settings):
        return open_page(ADDRESS + query, **settings)

    return open


def current(page):
    """The number of the current change, which has the focus and stands below the bars."""
    change = page.locator("#main [aria-current]")
    assert change.count() == 1
    bars = page.locator(".subhead").bounding_box()
    assert change.bounding_box()["y"] >= bars["y"] + bars["height"]
    assert page.evaluate("document.activeElement.getAttribute('aria-current')") == "true"
    return change.get_attribute("data-number")


def test_keys_lead_to_the_next_and_the_previous_change(compare_page):
    page = compare_page()
    first = page.locator("#main [aria-current]").get_attribute("data-number")
    page.keyboard.press("j")
    second = current(page)
    assert int(second) > int(first)
    assert page.locator("#steps strong").inner_text() == "2"
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert current(page) == second
    assert page.url.endswith("#" + page.locator("#main [aria-current]").get_attribute("id"))
    assert page.locator(".change-list [aria-current] .order").inner_text() == second


def test_keys_of_one_letter_can_be_switched_off(compare_page):
    page = compare_page()
    page.evaluate("document.documentElement.dataset.shortcuts = 'off'")
    page.keyboard.press("j")
    assert page.locator("#steps strong").inner_text() == "1"


def test_a_filter_acts_at_once_and_a_link_shows_the_same(compare_page, open_page):
    page = compare_page()
    every = page.locator(SHOWN).count()
    page.locator("input[name=show][value=inserted]").uncheck()
    assert page.locator(SHOWN).count() == every - 1
    page.keyboard.press("j")  # a box is no text field
    assert page.locator("#steps strong").inner_text() == "2"
    assert page.locator("#steps span").inner_text() == str(page.locator(".change-list a:visible").count())
    assert page.locator("#main [data-change=inserted]").is_hidden()
    again = open_page(page.url)
    assert again.locator(SHOWN).count() == every - 1
    again.locator("input[name=show][value=inserted]").check()
    assert again.locator(SHOWN).count() == every
    assert "show=" not in again.url


def test_script_and_server_show_the_same(compare_page, open_page):
    page = compare_page()
    rows = "[...document.querySelectorAll('#main > *')].map((row) => [row.hidden, row.className])"
    for name in ("inserted", "moved", "quiet", "excluded"):
        page.locator(f"input[name=show][value={name}]").click()
        assert page.evaluate(rows) == open_page(page.url).evaluate(rows), name
    page.keyboard.press("s")
    assert page.evaluate(rows) == open_page(page.url).evaluate(rows)


def test_keys_change_the_view(compare_page):
    page = compare_page()
    assert page.locator(".side-by-side:visible").count() == 0
    page.keyboard.press("v")
    assert page.locator(".inline:visible").count() == 0
    left, right = (page.locator(".side-by-side > div:visible").nth(index).bounding_box() for index in (0, 1))
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    assert "view=beside" in page.url
    page.keyboard.press("v")
    assert "view=" not in page.url
    assert page.get_by_text("О заседании извещают").count() == 0
    page.keyboard.press("u")
    page.wait_for_url("**whole=1**")
    assert page.locator(".inline", has_text="Кенес состоит из семи членов.").is_visible()


def test_keys_act_in_a_russian_layout_too(compare_page):
    page = compare_page()
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'о', code: 'KeyJ', bubbles: true}))")
    assert page.locator("#steps strong").inner_text() == "2"


def test_the_number_of_a_change_is_a_link_to_it_that_outlives_the_working_text(compare_page, open_page):
    page = compare_page()
    link = page.locator("#main [data-change=reworded] .order")
    assert "Ссылка на это изменение" in link.get_attribute("aria-label")
    anchor = link.get_attribute("href")
    elsewhere = open_page("/laws/compared/compare/1/working/" + anchor)
    assert "три года" in elsewhere.locator("#main [aria-current]").inner_text()
    assert elsewhere.locator("#not-here").is_hidden()


def test_a_link_to_a_change_that_is_no_longer_there_says_so(open_page, compare_page):
    anchor = compare_page().locator("#main [data-change=reworded] .order").get_attribute("href")
    page = open_page("/laws/compared/compare/2/working/" + anchor)
    assert page.locator("#not-here").is_visible()


def test_a_link_to_a_change_that_a_filter_hides_shows_it(compare_page):
    anchor = compare_page().locator("#main [data-change=reworded] .order").get_attribute("href")
    page = compare_page("?show=none&show=inserted" + anchor)
    assert page.locator(anchor).is_visible()
    assert page.locator("input[name=show][value=reworded]").is_checked()


def test_both_ends_of_a_move_lead_to_each_other(compare_page):
    page = compare_page()
    page.get_by_role("link", name="Куда: статья 1, пункт 3").locator("visible=true").click()
    page.wait_for_function("location.hash.endsWith('-from') === false")
    assert page.locator("#main [aria-current]").get_attribute("data-change") == "moved"


def test_numbers_that_follow_are_folded_and_opened_by_their_link(compare_page):
    page = compare_page()
    fold = page.locator("details.folded").first
    assert fold.get_attribute("open") is None
    page.locator(".concordance summary").click()
    page.locator(".concordance a", has_text="пункт 3").last.click()
    page.wait_for_selector("details.folded[open]:not(.concordance) tr:focus")
    page.locator("input[name=show][value=quiet]").check()
    assert page.locator(".change-list a[data-filter=quiet]:visible").count() > 0


def test_on_a_narrow_screen_the_list_is_a_sheet(compare_page):
    page = compare_page(viewport=NARROW)
    link = page.locator(".change-list a").nth(1)
    assert link.is_hidden()
    page.locator("[popovertarget=changes]").first.click()
    link.click()
    assert link.is_hidden()
    assert page.locator("#steps strong").inner_text() == "2"
    page.locator("[popovertarget=tools]").click()
    page.get_by_text("Рядом", exact=True).click()
    old, new = (
        page.locator("[data-change=reworded] .side-by-side > div").nth(index).bounding_box() for index in (0, 1)
    )
    assert new["y"] >= old["y"] + old["height"]


def test_other_drafts_are_chosen_in_a_menu(compare_page):
    page = compare_page()
    page.get_by_role("button", name="Выбрать другие").click()
    page.select_option("#choose-old", "2")
    page.select_option("#choose-new", "working")
    page.get_by_role("button", name="Сравнить").click()
    page.wait_for_url("**/compare/2/working/**")
    assert "гласные" in page.locator("#main").inner_text()


def test_without_script_the_choices_are_a_form(compare_page):
    page = compare_page(java_script_enabled=False)
    page.locator("input[name=show][value=reworded]").uncheck()
    page.locator("#changes .without-script button").click()
    page.wait_for_url("**show=inserted**")
    page.locator("#main [data-change=excluded]").wait_for()
    assert page.locator("#main [data-change=reworded]").is_hidden()


@pytest.mark.parametrize("query", ["", "?view=beside&whole=1"])
def test_the_comparison_is_accessible(compare_page, query):
    for page in in_every_light(compare_page(query)):
        assert violations(page) == []


def test_open_menus_of_the_comparison_are_accessible(compare_page):
    page = compare_page(viewport=WIDE)
    for name in ("choose", "exports"):
        page.locator(f"[popovertarget={name}]").click()
        assert violations(page) == []
        page.keyboard.press("Escape")
    page.set_viewport_size(NARROW)
    for name in ("changes", "tools"):
        page.locator(f"[popovertarget={name}]:visible").first.click()
        assert violations(page) == []
        page.keyboard.press("Escape")


@pytest.mark.parametrize("query", ["", "?view=beside&show=none&show=quiet&show=moved"])
def test_the_comparison_never_scrolls_sideways(compare_page, query):
    page = compare_page(query)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_print_keeps_the_marks_and_names_both_drafts(compare_page, tmp_path):
    page = compare_page()
    page.pdf(path=tmp_path / "redline.pdf", prefer_css_page_size=True)
    printed = " ".join(" ".join(one.extract_text() for one in PdfReader(tmp_path / "redline.pdf").pages).split())
    assert "О кенесе" in printed
    assert "Редакция 1" in printed
    assert "четыре" in printed
    assert "Выбрать другие" not in printed
    page.emulate_media(media="print")
    assert "line-through" in page.locator("#main del:visible").first.evaluate(
        "one => getComputedStyle(one).textDecorationLine"
    )
