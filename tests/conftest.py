"""What all tests share: whether there is a browser, and a word about it at the end."""

import os
import shutil
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"


def pytest_collection_modifyitems(config, items):
    """Without Chromium the browser tests are skipped, unless they are required as in continuous integration."""
    if Path(CHROMIUM).exists() or os.environ.get("LAWDRAFT_REQUIRE_BROWSER"):
        return
    skip = pytest.mark.skip(reason="needs Chromium")
    for item in items:
        if "browser" in item.keywords:
            item.add_marker(skip)


def pytest_terminal_summary(terminalreporter):
    if not Path(CHROMIUM).exists():
        terminalreporter.write_line("The browser tests were skipped: there is no Chromium on this machine.")
