"""What axe finds on a page, and what it cannot find: width, focus, the text without script."""

import pytest
from django.template.loader import render_to_string
from django.urls import get_resolver, reverse

from .compared import COMPARED
from .conftest import NARROW, WIDE
from .site import SLUG

pytestmark = pytest.mark.browser

CLAUSE = "a clause with three revisions"
UPLOAD = "a file that waits to be loaded"
"""Stand for the ids of these in the arguments of an address."""

PAGES = {
    # name of the address: its arguments
    "laws": [],
    "account_change_password": [],
    "account_logout": [],
    "new_law": [],
    "new_outline": [],
    "new_copy": [],
    "import_waiting": [UPLOAD],
    "import_report": [UPLOAD],
    "law_outline": [SLUG],
    "law_copy": [SLUG],
    "language_import": [SLUG],
    "people": [SLUG],
    "person_add": [SLUG],
    "person_invite": [SLUG],
    "card": [SLUG],
    "card_change": [SLUG],
    "law": [SLUG],
    "draft": [SLUG, 1],
    "excluded": [COMPARED],
    "desk": [SLUG, CLAUSE],
    "new_provision": [SLUG, CLAUSE],
    "destinations": [SLUG, CLAUSE],
    "drafts": [SLUG],
    "freeze": [SLUG],
    "restore_draft": [SLUG, 1],
    "verify_law": [SLUG],
    "compare": [COMPARED, 1, 2],
    "provision": [SLUG, CLAUSE],
}
PAGES_OF_STRANGERS = {
    "account_login": [],
    "account_inactive": [],
    "account_reset_password": [],
    "account_reset_password_done": [],
    "account_reset_password_from_key": ["1", "key"],
    "account_reset_password_from_key_done": [],
}
PARTS = {"unit_menu", "margin"}
"""What is opened within the law, see STATES."""

ACTS = {
    # What is sent, a file, or an address that leads elsewhere: none has a page of its own
    "account_set_password": [],
    "interface_language": [],
    "appearance": [],
    "guide_close": [],
    "import_load": [UPLOAD],
    "import_discard": [UPLOAD],
    **{f"person_{act}": [SLUG] for act in ("remind", "role", "take_out")},
    **{name: [SLUG] for name in ("card_undo", "undo", "redo", "take_away", "compare_newest")},
    "undo_entry": [SLUG, 1],
    "law_export": [SLUG, "txt"],
    "draft_export": [SLUG, 1, "txt"],
    "compare_export": [COMPARED, 1, 2, "html"],
    **{act: [SLUG, CLAUSE] for act in ("reword", "insert", "split", "join", "indent", "outdent", "move_up")},
    **{act: [SLUG, CLAUSE] for act in ("move_down", "move", "exclude", "restore", "restore_revision")},
}
ASKED = (
    # Pages that look otherwise when they are asked for something
    ("kk", f"/laws/{SLUG}/"),
    ("kk", f"/laws/{COMPARED}/compare/1/2/?view=beside&whole=1"),
    ("kk", f"/laws/{SLUG}/drafts/1/"),
    ("ru", f"/laws/{SLUG}/?beside=kk"),
    ("ru", f"/laws/{SLUG}/excluded/"),
    ("ru", f"/laws/{SLUG}/compare/"),
    ("ru", "/laws/unknown/"),
)
WHOLE = ["region", "landmark-unique", "duplicate-id-aria", "page-has-heading-one"]
MENUS = ("editions", "exports", "me")
SHEETS = ("me", "outline", "more")
WIDTHS = (320, 390, 768, 1024, 1280, 1440)


def violations(page, within=None, **options):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, within, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [(violation["id"], violation["nodes"][0]["html"]) for violation in found]


def in_every_light(page):
    """The page at both widths, light and dark."""
    for viewport in (WIDE, NARROW):
        page.set_viewport_size(viewport)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            yield page


def require_accessible(page, viewports=(WIDE, NARROW), within=None):
    """Nothing found at any width, light or dark; the light changes nothing but colours.

    ``within`` is what is new on a page whose rest was looked at elsewhere.
    """
    for viewport in viewports:
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme="light")
        assert violations(page, within) == [], viewport
        page.emulate_media(color_scheme="dark")
        assert violations(page, within, runOnly=["color-contrast"]) == [], viewport
        page.emulate_media(color_scheme=None)


def require_no_scrolling_sideways(page):
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width


def require_for_everybody(page):
    """All that is folded is open, too."""
    page.locator("main").first.wait_for()
    page.evaluate("for (const folded of document.querySelectorAll('main details')) folded.open = true")
    require_accessible(page)
    require_no_scrolling_sideways(page)


@pytest.fixture(scope="module")
def stands_for(readers):
    """The ids that stand in addresses, by what they are here."""
    page = readers["ru"].new_page()
    page.goto(f"/laws/{SLUG}/")
    clause = page.locator("#art_9__clause_2").get_attribute("data-provision")
    page.goto("/laws/new/")
    law = "О сходе\n\nСтатья 1. Сход\nСход – собрание.\nстрока без номера\nСтатья 3. Доходы\n1. Доходы.\n"
    page.set_input_files("#file", {"name": "law.txt", "mimeType": "text/plain", "buffer": law.encode()})
    page.get_by_role("button", name="Прочитать файл").click()
    page.locator(".report").wait_for()
    upload = page.locator("form[action*='/imports/']").first.get_attribute("action").split("/")[2]
    page.close()
    return {CLAUSE: clause, UPLOAD: upload}


def addresses(rows, stands_for):
    return {name: reverse(name, args=[stands_for.get(one, one) for one in row]) for name, row in rows.items()}


def test_every_address_is_a_page_here_or_an_act():
    named = [*PAGES, *PAGES_OF_STRANGERS, *ACTS, *PARTS]
    assert {pattern.name for entry in get_resolver().url_patterns for pattern in entry.url_patterns} == set(named)
    assert len(named) == len(set(named))


def test_an_act_has_no_page_of_its_own(readers, stands_for):
    asked = readers["ru"].request
    answers = {name: asked.get(path, max_redirects=0) for name, path in addresses(ACTS, stands_for).items()}
    shown = [name for name, answer in answers.items() if answer.status == 200]
    assert [name for name in shown if "content-disposition" not in answers[name].headers] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_accessible(open_page, stands_for, name):
    require_for_everybody(open_page(addresses(PAGES, stands_for)[name]))


@pytest.mark.parametrize("name", PAGES_OF_STRANGERS)
def test_every_page_of_a_stranger_is_accessible(open_page, stands_for, name):
    require_for_everybody(open_page(addresses(PAGES_OF_STRANGERS, stands_for)[name], language=None))


@pytest.mark.parametrize(("language", "path"), ASKED)
def test_a_page_asked_for_otherwise_is_accessible(open_page, language, path):
    require_for_everybody(open_page(path, language))


def _choose(page):
    page.locator("#art_9__clause_2 > p").click()
    page.locator("#margin h2, #margin h3").first.wait_for(state="attached")


def _open_desk(page):
    _choose(page)
    page.locator("#pen").click()
    page.locator("#desk textarea").first.wait_for()


def _open_menu(page):
    _choose(page)
    page.locator("#art_9__clause_2 .grip").click()
    page.locator("#unit-menu .moves").wait_for()


def _open_new(page):
    _open_menu(page)
    page.locator("#unit-menu .adds").click()
    page.locator("#desk textarea").first.wait_for()


def _open_dialog(page):
    _open_menu(page)
    page.locator("#unit-menu .moves").click()
    page.locator("#dialog #into").wait_for()


def _open_margin(page):
    _choose(page)
    page.set_viewport_size(NARROW)
    page.locator("[popovertarget=margin]").click()


STATES = {
    # What is opened, how, and at which widths
    "#desk": (_open_desk, (WIDE, NARROW)),
    "#unit-menu": (_open_menu, (WIDE, NARROW)),
    "#desk[action*=insert]": (_open_new, (WIDE, NARROW)),
    "#dialog": (_open_dialog, (WIDE, NARROW)),
    "#margin": (_open_margin, (NARROW,)),
}


@pytest.mark.parametrize("opened", STATES)
def test_the_law_is_accessible_with_what_is_opened_in_it(law_page, opened):
    page = law_page("art_9__clause_2")
    open, viewports = STATES[opened]
    open(page)
    require_accessible(page, viewports, within=opened)
    # What stands outside any landmark, or is there twice, shows in the page as a whole only.
    assert violations(page, runOnly=WHOLE) == []


@pytest.mark.parametrize("locale", ["ru-KZ", "kk-KZ"])
def test_signing_in_is_accessible_also_when_it_was_refused(open_page, locale):
    page = open_page("/sign-in/", language=None, locale=locale)
    assert page.locator("html").get_attribute("lang") == locale[:2]
    require_accessible(page)
    page.fill("#id_login", "nobody@example.kz")
    page.fill("#id_password", "wrong")
    page.press("#id_password", "Enter")
    page.wait_for_selector("[role=alert]")
    require_accessible(page)


@pytest.mark.parametrize("name", ["403.html", "500.html"])
def test_a_page_of_refusal_or_failure_is_accessible(open_page, name):
    page = open_page("/sign-in/", language=None)
    page.set_content(render_to_string(name))
    require_accessible(page)


@pytest.mark.parametrize(("viewport", "openers"), [(WIDE, MENUS), (NARROW, SHEETS)], ids=["wide", "narrow"])
def test_open_menus_are_accessible(law_page, viewport, openers):
    page = law_page(viewport=viewport)
    for opened in openers:
        page.locator(f"[popovertarget={opened}]:not(.closes)").click()
        assert violations(page) == []
        page.keyboard.press("Escape")


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
