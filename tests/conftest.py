"""What all tests share: which tools of the machine they need, and a word at the end about those that are missing."""

import os
import shutil
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"

TOOLS = {
    "Chromium (tests in a browser)": Path(CHROMIUM).exists(),
    "LibreOffice (exports read back)": bool(shutil.which("soffice")),
    "pdftotext of poppler (PDF read back)": bool(shutil.which("pdftotext")),
}

ALL_REQUIRED = "LAWDRAFT_REQUIRE_ALL_TESTS"
"""Set in continuous integration: a skipped test is then a failure."""


def pytest_collection_modifyitems(config, items):
    """Without Chromium the browser tests are skipped."""
    if Path(CHROMIUM).exists():
        return
    skip = pytest.mark.skip(reason="needs Chromium")
    for item in items:
        if "browser" in item.keywords:
            item.add_marker(skip)


def pytest_terminal_summary(terminalreporter, config):
    skipped = len(terminalreporter.stats.get("skipped", []))
    if skipped:
        missing = [name for name, is_here in TOOLS.items() if not is_here]
        terminalreporter.write_line(
            f"{skipped} tests were skipped; this machine lacks {', '.join(missing) or 'nothing'}."
        )


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    is_worker = hasattr(session.config, "workerinput")
    if os.environ.get(ALL_REQUIRED) and not is_worker and reporter.stats.get("skipped") and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
