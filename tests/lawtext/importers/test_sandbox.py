"""The process that reads a file: its limits, its end, and what comes back from it."""

import logging
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from articles.lawtext.importers import sandbox, transfer
from articles.lawtext.importers.archive import MEBIBYTE, Limits
from articles.lawtext.importers.lines import EditorialNote, Finding, Imported, ImportRefused
from articles.lawtext.provision import Provision, Reference

from . import documents as d
from .documents import p

LAW = d.docx(p("Статья 1. Название") + p("1. Слова статьи."))
PATIENT = Limits(seconds=60)
"""Longer than a reader of these tests has for itself."""


def reader(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """Puts this code in the place of the child's module, after its limits."""
    (folder / "reader.py").write_text(
        "import os, signal, subprocess, sys, time\n"
        "from articles.lawtext.importers import sandbox\n"
        "from articles.lawtext.importers.archive import Limits\n"
        "sandbox._restrict(Limits(seconds=1, memory=300_000_000))\n"
        f"{code}\n"
    )
    monkeypatch.setattr(sandbox, "MODULE", "reader")
    monkeypatch.setattr(sandbox, "PATH", f"{sandbox.ROOT}{os.pathsep}{folder}")


def refusal(limits: Limits = PATIENT) -> str:
    with pytest.raises(ImportRefused) as refused:
        sandbox.read("law.docx", LAW, "ru", limits)
    return str(refused.value)


def test_a_law_comes_back_as_it_was_read() -> None:
    imported = sandbox.read("law.docx", LAW, "ru")
    assert imported.language == "ru"
    assert "Слова статьи." in str(imported.root)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("while True: pass", sandbox.TOO_LONG),
        ("time.sleep(60)", sandbox.TOO_LONG),
        ("os.kill(os.getpid(), signal.SIGKILL)", sandbox.TOO_LARGE),
        ("os.abort()", sandbox.FAILED),
        ("sys.exit(7)", sandbox.FAILED),
        ("raise ValueError('a bug')", sandbox.FAILED),
        ("os.kill(os.getpid(), signal.SIGSEGV)", sandbox.FAILED),
    ],
)
def test_whatever_ends_the_reader_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, sentence: str
) -> None:
    reader(monkeypatch, tmp_path, code)
    assert refusal() == sentence


def test_a_reader_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    reader(monkeypatch, tmp_path, "signal.alarm(0)\ntime.sleep(60)")
    assert refusal(Limits(seconds=1)) == sandbox.TOO_LONG


def test_a_failure_is_logged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    reader(monkeypatch, tmp_path, "raise ValueError('a bug of ours')")
    with caplog.at_level(logging.ERROR):
        refusal()
    assert "a bug of ours" in caplog.text


def test_memory_is_bounded_by_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code = "try:\n    bytearray(400_000_000)\nexcept MemoryError:\n    sys.stdout.write('refused\\n\"no memory\"')"
    reader(monkeypatch, tmp_path, code)
    assert refusal() == "no memory"


def test_a_document_that_needs_more_memory_is_refused() -> None:
    body = "".join(p(f"{number}) слова") for number in range(50_000))
    with pytest.raises(ImportRefused) as refused:
        sandbox.read("law.docx", d.docx(body), "ru", Limits(memory=60 * MEBIBYTE))
    assert str(refused.value) == sandbox.TOO_LARGE


def test_the_reader_can_write_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    target = tmp_path / "left"
    code = (
        f"try:\n    with open({str(target)!r}, 'w') as left: left.write('x')\n"
        "except OSError:\n    sys.stdout.write('refused\\n\"no writing\"')"
    )
    reader(monkeypatch, tmp_path, code)
    assert refusal() == "no writing"
    assert target.read_bytes() == b""


def is_alive(process: int) -> bool:
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs a list of processes")
def test_what_the_reader_started_ends_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    note = tmp_path / "process"
    os.mkfifo(note)
    code = (
        "signal.alarm(0)\nchild = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"pipe = os.open({str(note)!r}, os.O_RDWR)\n"
        "os.write(pipe, str(child.pid).encode())\ntime.sleep(60)"
    )
    reader(monkeypatch, tmp_path, code)
    pipe = os.open(note, os.O_RDWR)
    assert refusal(Limits(seconds=1)) == sandbox.TOO_LONG
    started = int(os.read(pipe, 20))
    os.close(pipe)
    for _ in range(100):
        if not is_alive(started):
            break
        time.sleep(0.02)
    assert not is_alive(started)


def test_a_refusal_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = len(os.listdir("/dev/fd"))
    for content in (LAW[:100], d.docx("<w:p>")):
        with pytest.raises(ImportRefused):
            sandbox.read("law.docx", content, "ru")
    assert len(os.listdir("/dev/fd")) == before
    assert os.listdir(tmp_path) == []


def test_the_reader_does_not_load_django() -> None:
    code = (
        "import sys, articles.lawtext.importers.sandbox\n"
        "sys.exit(any(name.partition('.')[0] == 'django' for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=sandbox.ROOT)


def test_an_import_survives_the_crossing() -> None:
    words = "Қазақ «сөз» \u00a0 \ud800 𝔘 \n\t"
    reference = Reference("text", 0, 5, ("a", "b"), "gen+r", True)
    inner = Provision("clause", "5-1", "", words, "жатады.", (), "id", "excluded", (reference,))
    imported = Imported(
        Provision("law", heading="Закон", children=(inner, Provision("table", text="a\tb"))),
        "kk",
        (EditorialNote(3, "Ескерту.", (0, 1)),),
        (Finding(4, "а", "clause"),),
        (Finding(5, "б"),),
        (Finding(6, "в", ""), Finding(7, "г")),
        ("Первое.", "Второе."),
    )
    assert transfer.restored(transfer.written(imported)) == imported
