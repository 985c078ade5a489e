"""A server with one law, a browser, and pages that a person has opened in it.

The server is a process of its own: Playwright's loop runs in this one, where Django's database must not be asked.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CHROMIUM
from tests.databases import fresh_database

from .site import PASSWORD, READERS, SLUG

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 390, "height": 844}


@pytest.fixture(scope="package")
def letters(tmp_path_factory):
    """The folder in which the server leaves its letters, one a file."""
    return tmp_path_factory.mktemp("letters")


@pytest.fixture(scope="package")
def address(tmp_path_factory, letters):
    """Where the server listens."""
    with fresh_database(tmp_path_factory.mktemp("site")) as url:
        yield from _served(url, letters)


def _served(url, letters):
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "SECRET_KEY": "only-for-browser-tests",
        "LETTERS": str(letters),
    }
    command = [sys.executable, "-m", "tests.browser.site"]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, env=environment, cwd=root, stdout=subprocess.PIPE, text=True) as server:
        port = server.stdout.readline().strip()
        assert port, "The server did not start; its own words stand on standard error."
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture(scope="package")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def readers(browser, address):
    """The window of a reader who has signed in, by the language of the interface; None for a stranger."""
    windows = {None: _window(browser, address)}
    for language, email in READERS.items():
        windows[language] = _window(browser, address)
        page = windows[language].new_page()
        page.goto("/sign-in/")
        page.fill("#id_login", email)
        page.fill("#id_password", PASSWORD)
        page.press("#id_password", "Enter")
        page.wait_for_url(f"{address}/")
        page.close()
    return windows


def _window(browser, address, **settings):
    return browser.new_context(base_url=address, reduced_motion="reduce", **settings)


@pytest.fixture
def open_page(browser, address, readers):
    """Opens a page: ``open_page(path, language="ru", viewport=WIDE)``; ``language=None`` is a stranger.

    Other settings are those of a window of Playwright, which is then a new one. Whatever the console says while the
    test runs fails it: an error of a script, a violation of the policy, a missing file.
    """
    opened, said = [], []

    def open(path, language="ru", viewport=WIDE, **settings):
        window = readers[language]
        if settings:
            window = _window(browser, address, storage_state=window.storage_state(), **settings)
        page = window.new_page()
        opened.append(window if settings else page)
        page.set_viewport_size(viewport)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(path)
        return page

    yield open
    for page_or_window in opened:
        page_or_window.close()
    assert [words for words in said if "status of 404" not in words] == []


@pytest.fixture
def law_page(open_page):
    """Opens the law: ``law_page(place="art_5", language="ru", viewport=WIDE)``."""

    def open(place="", **settings):
        return open_page(f"/laws/{SLUG}/{place and '#'}{place}", **settings)

    return open
