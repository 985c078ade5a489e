"""Being invited, forgetting a password, losing a session: what a person does about it in the browser."""

import re
from email import message_from_bytes, policy

import pytest
from django.template.loader import render_to_string

from .site import PASSWORD, READERS, SLUG
from .test_accessible import in_every_light, violations

pytestmark = pytest.mark.browser

GROUP = f"/laws/{SLUG}/people/"
NEW = "совсем-новый-пароль-26"


@pytest.fixture
def stranger(browser, address):
    """A window of its own, in which nobody has signed in."""
    window = browser.new_context(base_url=address, locale="ru-KZ", reduced_motion="reduce")
    yield window.new_page()
    window.close()


def link_to(letters, email):
    """The page for a password in the newest letter to this e-mail."""
    written = sorted(letters.iterdir(), key=lambda file: file.stat().st_mtime_ns)
    found = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in written]
    return re.search(
        r"http\S+/password/new/\S+", [letter.get_content() for letter in found if letter["To"] == email][-1]
    )[0]


def sign_in(page, email, password):
    page.fill("#id_login", email)
    page.fill("#id_password", password)
    page.press("#id_password", "Enter")


def test_somebody_invited_sets_a_password_and_finds_the_law(open_page, stranger, letters):
    page = open_page(GROUP)
    page.get_by_label("Электронная почта").fill("saule@example.kz")
    page.get_by_label("Роль", exact=True).select_option("expert")
    page.get_by_role("button", name="Добавить", exact=True).click()
    page.get_by_label("Имя").fill("Сауле Омарова")
    page.get_by_role("button", name="Добавить и отправить приглашение").click()
    page.get_by_text("Сауле Омарова в группе.").wait_for()
    assert page.get_by_role("row", name="Сауле Омарова").get_by_text("ожидается первый вход").is_visible()

    stranger.goto(link_to(letters, "saule@example.kz"))
    stranger.get_by_label("Новый пароль", exact=True).fill(NEW)
    stranger.get_by_label("Новый пароль ещё раз").fill(NEW)
    stranger.get_by_role("button", name="Задать пароль и войти").click()
    stranger.get_by_role("link", name="О местном самоуправлении").wait_for()
    assert stranger.get_by_text("Эксперт").is_visible()

    page.goto(GROUP)
    row = page.get_by_role("row", name="Сауле Омарова")
    row.get_by_text("Изменить").click()
    row.get_by_role("button", name="Исключить из группы").click()
    page.get_by_text("Сауле Омарова больше не в группе.").wait_for()
    stranger.reload()
    assert stranger.get_by_role("heading", level=1).is_visible()
    assert stranger.get_by_role("link", name="О местном самоуправлении").count() == 0


def test_a_forgotten_password_is_set_anew(stranger, letters, address):
    stranger.goto("/sign-in/")
    stranger.get_by_role("link", name="Забыли пароль?").click()
    stranger.get_by_label("Электронная почта").fill(READERS["kk"])
    stranger.get_by_role("button", name="Отправить письмо").click()
    stranger.get_by_role("heading", name="Проверьте почту").wait_for()
    stranger.goto(link_to(letters, READERS["kk"]))
    for label in ("Новый пароль", "Новый пароль ещё раз"):
        stranger.get_by_label(label, exact=True).fill(PASSWORD)
    stranger.get_by_role("button", name="Задать пароль и войти").click()
    stranger.wait_for_url(f"{address}/")


def test_a_lost_session_is_a_line_and_the_text_stays(stranger, address):
    stranger.goto(f"/sign-in/?next=/laws/{SLUG}/")
    sign_in(stranger, READERS["ru"], PASSWORD)
    stranger.wait_for_url(f"{address}/laws/{SLUG}/")
    text = stranger.inner_text("main")
    stranger.context.clear_cookies(name="sessionid")
    stranger.evaluate("path => htmx.ajax('GET', path, {target: 'main', swap: 'innerHTML'}).catch(() => {})", GROUP)
    stranger.get_by_role("alert").get_by_role("link", name="Войти").wait_for()
    assert stranger.inner_text("main") == text
    stranger.get_by_role("alert").get_by_role("link", name="Войти").click()
    sign_in(stranger, READERS["ru"], PASSWORD)
    stranger.wait_for_url(f"{address}/laws/{SLUG}/")


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("path", [GROUP, "/password/"])
def test_pages_of_people_are_accessible(open_page, path, language):
    page = open_page(path, language)
    for summary in page.locator(".change summary").all()[:1]:
        summary.click()
    for lit in in_every_light(page):
        assert violations(lit) == []


@pytest.mark.parametrize("path", ["/password/forgotten/", "/password/forgotten/sent/", "/password/new/1-x/"])
def test_pages_before_signing_in_are_accessible(open_page, path):
    for lit in in_every_light(open_page(path, language=None)):
        assert violations(lit) == []


@pytest.mark.parametrize("name", ["403_csrf.html", "429.html", "account/account_inactive.html"])
def test_pages_of_refusal_are_accessible(open_page, name):
    page = open_page("/sign-in/", language=None)
    page.set_content(render_to_string(name))
    for lit in in_every_light(page):
        assert violations(lit) == []


def test_no_page_of_people_scrolls_sideways(open_page):
    for path in (GROUP, "/password/"):
        page = open_page(path)
        for width in (320, 390, 768, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") == width
