"""Finding one's way through a law: outline, references, languages, drafts, what is taken away, what is printed."""

import pytest
from pypdf import PdfReader

from .conftest import NARROW, WIDE
from .site import SLUG

pytestmark = pytest.mark.browser


def is_in_sight(page, eid):
    """Whether the unit begins below the bars and above the foot of the screen."""
    bars = page.locator(".subhead").bounding_box()
    top = page.locator(f"#{eid}").bounding_box()["y"]
    return bars["y"] + bars["height"] <= top < page.viewport_size["height"]


def follow(page, link):
    """Clicks a link inside the page and waits until the page has come to rest."""
    link.click()
    page.wait_for_function("eid => location.hash === '#' + eid", arg=link.get_attribute("href")[1:])
    page.evaluate("new Promise(requestAnimationFrame)")


def test_the_outline_leads_to_an_article_and_marks_it(law_page):
    page = law_page()
    follow(page, page.locator(".outline a[href='#art_7']"))
    assert is_in_sight(page, "art_7")
    page.wait_for_selector(".outline a[href='#art_7'][aria-current]")


def test_the_chapter_that_is_being_read_is_open_in_the_outline(law_page):
    page = law_page("art_9")
    page.wait_for_selector(".outline a[href='#art_9'][aria-current]")
    assert page.locator(".outline a[href='#art_9']").is_visible()
    assert page.locator(".outline a[href='#art_1']").is_hidden()


def test_the_outline_is_a_sheet_on_a_narrow_screen_and_leaves_when_a_link_is_followed(law_page):
    page = law_page(viewport=NARROW)
    link = page.locator(".outline a[href='#art_6']")
    assert link.is_hidden()
    page.locator(".outline-opener").click()
    follow(page, link)
    assert link.is_hidden()
    assert is_in_sight(page, "art_6")


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_reference_leads_to_what_it_names(law_page, viewport):
    page = law_page("art_9", viewport=viewport)
    link = page.get_by_role("link", name="пунктом 2 статьи 3 настоящего Закона")
    follow(page, link)
    assert is_in_sight(page, "art_3__clause_2")


def test_a_button_in_the_bars_does_not_move_the_text_when_the_keyboard_reaches_it(law_page):
    page = law_page("art_5")
    before = page.locator("#art_5").bounding_box()["y"]
    page.locator("[popovertarget=exports]").focus()
    assert page.locator("#art_5").bounding_box()["y"] == before


def test_the_language_of_the_text_is_chosen_apart_from_that_of_the_interface(law_page):
    page = law_page()
    page.get_by_role("link", name="Қазақша", exact=True).click()
    assert page.locator("#sheet").get_attribute("lang") == "kk"
    assert page.locator("html").get_attribute("lang") == "ru"
    assert "3) өзге де мәселелер жатады." in page.inner_text("main")


def test_the_menu_of_drafts_leads_to_a_draft_and_back(law_page):
    page = law_page()
    page.get_by_role("button", name="Рабочий текст").click()
    page.get_by_role("link", name="Редакция 1: Текст института").click()
    assert page.url.endswith(f"/laws/{SLUG}/drafts/1/?language=ru")
    page.get_by_role("button", name="Редакция 1").click()
    page.get_by_role("link", name="Рабочий текст").click()
    assert page.url.endswith(f"/laws/{SLUG}/?language=ru")


def test_a_format_is_taken_away_as_a_file(law_page):
    page = law_page()
    page.get_by_role("button", name="Выгрузить").click()
    page.get_by_label("Формат").select_option("txt")
    with page.expect_download() as download:
        page.locator("#exports").get_by_role("button", name="Выгрузить").click()
    assert download.value.suggested_filename == f"{SLUG}-working-ru.txt"


def test_print_is_the_text_on_a4_and_nothing_around_it(law_page, tmp_path):
    page = law_page()
    page.emulate_media(color_scheme="dark")
    page.pdf(path=tmp_path / "law.pdf", prefer_css_page_size=True)
    printed = PdfReader(tmp_path / "law.pdf")
    first = printed.pages[0]
    assert (round(first.mediabox.width), round(first.mediabox.height)) == (595, 842)
    words = " ".join(" ".join(page.extract_text() for page in printed.pages).split())
    assert "Глава 2. КЕНЕС" in words
    assert "1) утверждение плана развития территории;" in words
    for chrome in ("Рабочий текст ▾", "Выгрузить", "Асель Серикова", "К содержанию страницы"):
        assert chrome not in words
    assert first.extract_text().count("Вопросы местного значения, часть 1") == 1
