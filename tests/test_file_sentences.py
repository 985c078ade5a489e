"""Every sentence that the importers can say is in the table from which pages say it in the person's language."""

import ast
import importlib
from pathlib import Path

import pytest
from django.utils import translation

from articles.lawtext.importers import sandbox, signatures, transfer
from articles.lawtext.importers.lines import Finding, Imported
from articles.lawtext.importers.wordprocessing import package, revisions, tally
from articles.lawtext.provision import Provision
from articles.lawtext.said import Said, UnitName, joined
from articles.words.file_sentences import SENTENCES, in_words

ROOT = Path(__file__).resolve().parent.parent
FILES = [
    *(ROOT / "articles/lawtext/importers").rglob("*.py"),
    ROOT / "articles/lawtext/xml.py",
    ROOT / "articles/texts/sources.py",
]
SAYING = {"ImportRefused", "XMLRefused", "Said"}
SAYS_ONLY_VALUES = {"%(unit)s"}

IN_TABLES = {
    *tally.SENTENCES.values(),
    *(sentence for sentence in package.KINDS.values() if sentence),
    *signatures.PACKAGES.values(),
    *(signature.sentence for signature in (*signatures.BINARY, *signatures.STREAMS)),
    *sandbox.SIGNALS.values(),
    *(sentence for pair in revisions.COUNTED.values() for sentence in pair),
}
"""Sentences that the importers look up."""


def said_in(path):
    """The templates given to what says a sentence: as they stand, by the name of a constant, or by a choice of two."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SAYING and node.args:
            given = node.args[0]
            if isinstance(given, ast.Constant):
                yield given.value
            elif isinstance(given, ast.Name) and isinstance(getattr(module, given.id, None), str):
                yield getattr(module, given.id)


def test_every_sentence_is_in_the_table():
    found = {sentence for path in FILES for sentence in said_in(path)} | IN_TABLES
    assert len(found) > 80
    assert found - SENTENCES - SAYS_ONLY_VALUES == set()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "часть без номера (пункт 5-1)"),
        ("kk", "нөмірсіз бөлік (5-1-тармақ)"),
        ("en", "passage of point 5-1"),
    ],
)
def test_a_unit_is_named_in_the_language_of_the_person(language, words):
    with translation.override(language):
        assert in_words(Said("passage of %(unit)s", unit=UnitName("clause", "5-1"))) == words


def test_sentences_in_a_sentence_are_said_in_the_language_too():
    both = joined([Said("indent of %(unit)s", unit=UnitName("article", "2")), Said("words of the paragraph")])
    with translation.override("ru"):
        assert in_words(both) == "абзац (статья 2); слова абзаца"
    assert both == "indent of article 2; words of the paragraph"


@pytest.mark.parametrize("words", ["", "Статья 1", "100 % всех голосов", "%(unit)s"])
def test_words_of_the_file_stay_as_they_are(words):
    with translation.override("kk"):
        assert in_words(words) == words


def test_a_sentence_crosses_from_the_process_that_reads_with_all_it_was_made_of():
    said = joined([Said("goes on with %(unit)s", unit=UnitName("clause", "1")), Said("words of the paragraph")])
    imported = Imported(Provision("law"), "ru", guesses=(Finding(3, "слова", said),), remarks=(said, "так"))
    back = transfer.restored(transfer.written(imported))
    assert back == imported
    found = back.guesses[0].read_as
    assert (found.template, dict(found.values)) == (said.template, dict(said.values))
    assert found.values["first"].values == {"unit": UnitName("clause", "1")}
