"""Two drafters in two processes save one clause: nothing is lost and no revision is missing, on either database."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.databases import fresh_database

ROOT = Path(__file__).resolve().parents[2]

LAW = "О пробе\n\nСтатья 1. Проба\n1. Начало\n"

SET_UP = f"""
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from articles.lawtext.importers import read
from articles.procedures import load
load("local", read("law.txt", {LAW!r}.encode(), "ru"))
"""

READ_BACK = """
import django, json; django.setup()
from articles.models import Entry, Law, Wording
from articles.texts.verification import mismatches_in
clause = Law.objects.get().provisions.get(kind="clause")
history = Wording.history.filter(provision_id=clause.pk).order_by("revision")
print(json.dumps({
    "texts": list(history.values_list("text", flat=True)),
    "revisions": list(history.values_list("revision", flat=True)),
    "sequences": list(Entry.objects.order_by("sequence").values_list("sequence", flat=True)),
    "mismatches": mismatches_in(Law.objects.get()),
}))
"""


def python(*arguments, url):
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "lawdraft.settings"}
    return subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def finished(process):
    output, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    return output


@pytest.fixture
def database_url(tmp_path):
    with fresh_database(tmp_path) as url:
        yield url


def saved_by_two(url, saves, mode):
    """What the history says after two drafters have made so many saves each."""
    finished(python("-c", SET_UP, url=url))
    worker = ["-m", "tests.application.drafter_process"]
    drafters = [python(*worker, name, str(saves), mode, url=url) for name in ("a", "b")]
    for drafter in drafters:
        finished(drafter)
    return json.loads(finished(python("-c", READ_BACK, url=url)))


def lost(texts):
    """How many saves started from words that were no longer the last: they took back what was saved meanwhile."""
    return sum(not f"{old} {new.rsplit(' ', 1)[1]}".endswith(new) for old, new in pairwise(texts))


@pytest.mark.slow
def test_two_processes_saving_one_clause_lose_nothing(database_url):
    saves = 1000
    found = saved_by_two(database_url, saves, "checked")
    words = {text.rsplit(" ", 1)[1] for text in found["texts"][1:]}
    assert words == {f"{name}{number}" for name in "ab" for number in range(saves)}
    assert lost(found["texts"]) == 0
    assert found["revisions"] == list(range(1, 2 * saves + 2))
    assert found["sequences"] == list(range(1, 2 * saves + 2))
    assert found["mismatches"] == []


@pytest.mark.slow
def test_without_the_check_they_do_lose(database_url):
    found = saved_by_two(database_url, 200, "unchecked")
    assert lost(found["texts"]) > 0
