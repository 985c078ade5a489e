"""The laws that are measured: of the promised size, and the same on every machine."""

import subprocess
import sys
from pathlib import Path
from statistics import mean
from subprocess import PIPE

import pytest

from articles.lawtext.provision import misplaced, provisions
from benchmarks.laws import changed_words, law, reworded

ROOT = Path(__file__).resolve().parents[1]


def words(provision):
    return sum(len(unit.text.split()) for unit in provisions(provision))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_law_has_so_many_articles_of_about_five_clauses_of_66_words(language):
    root = law(60, language)
    articles = [unit for unit in provisions(root) if unit.kind == "article"]
    clauses = [clause for article in articles for clause in article.children]
    assert [article.number for article in articles] == [str(number) for number in range(1, 61)]
    assert len(clauses) == 300
    assert abs(mean(words(clause) for clause in clauses) - 66) < 8
    assert not misplaced(root)
    assert any(unit.references for unit in provisions(root))


DIGEST = """
from hashlib import sha256
from benchmarks.laws import law, plain_text
print(sha256(plain_text(law(24)).encode()).hexdigest())
"""


def test_two_processes_make_the_same_law():
    # Sets of words come in another order in each process.
    made = {
        subprocess.run(
            [sys.executable, "-c", DIGEST], cwd=ROOT, env={"PYTHONHASHSEED": seed}, check=True, stdout=PIPE
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_the_provisions_of_two_languages_are_the_same_ones():
    assert [unit.id for unit in provisions(law(24, "ru"))] == [unit.id for unit in provisions(law(24, "en"))]


def test_one_to_three_words_change_in_the_share_of_clauses_that_was_asked_for():
    old = law(60)
    changed = changed_words(old, reworded(old, 0.05))
    assert 10 <= len(changed) <= 15
    for before, after in changed:
        pairs = zip(before.split(), after.split(), strict=True)
        assert 1 <= sum(one != other for one, other in pairs) <= 3
