"""Every unit in every case, alone, in lists and ranges, to a depth of four: printed and recognised back.

The rows are written by hand from the grammars. A form that begins with «!» is only printed: the words are those of
another form as well.
"""

from pathlib import Path

import pytest

from articles.lawtext.references import Index, linked, printed, read_form, recognise, stored
from articles.lawtext.units import CASES

from .standing_law import KINDS, standing_law

ROOT, IDS = standing_law()
INDEX = Index(ROOT)


def _rows(language):
    lines = Path(__file__).with_name(f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [pytest.param(language, *row, id=f"{row[3]} ({row[2]})") for row in rows]


ROWS = [row for language in ("ru", "kk", "en") for row in _rows(language)]


def _targets(names):
    """Ids of a list or range of names."""
    return tuple(IDS[name] for name in names.replace("..", ",").split(",")), ".." in names


@pytest.mark.parametrize(("language", "names", "where", "form", "words"), ROWS)
def test_the_form_prints_the_words(language, names, where, form, words):
    targets, through = _targets(names)
    text = stored(targets, form.removeprefix("!"), through)

    shown = printed(text, INDEX, language, IDS.get(where, ""))

    assert shown.words == words
    assert [(one.start, one.end, one.targets, one.through) for one in shown.references] == [
        (0, len(words), targets, through)
    ]


@pytest.mark.parametrize(
    ("language", "names", "where", "form", "words"), [row for row in ROWS if "+o" not in row.values[3]]
)
def test_the_words_are_recognised_as_the_same_targets_and_form(language, names, where, form, words):
    at = IDS.get(where, IDS["L"])

    found = linked(words, INDEX, language, at)

    targets, through = _targets(names)
    assert found.unlinked == ()
    assert tuple(target for one in found.references for target in one.targets) == targets
    if len(found.references) == 1:
        one = found.references[0]
        assert (one.start, one.end, one.through) == (0, len(words), through)
        assert form.startswith("!") or read_form(one.form).flags == read_form(form).flags
        assert printed(stored(one.targets, one.form, one.through), INDEX, language, at).words == words


@pytest.mark.parametrize(
    ("language", "names", "where", "form", "words"), [row for row in ROWS if "+o" in row.values[3]]
)
def test_a_unit_without_the_unit_around_it_is_recognised_but_never_linked(language, names, where, form, words):
    mentions = recognise(words, language)

    assert [(one.start, one.end, one.complete) for one in mentions] == [(0, len(words), False)]
    assert read_form(mentions[0].form).flags == read_form(form).flags
    assert [missed.why for missed in linked(words, INDEX, language, IDS["a17.c3"]).unlinked] == ["incomplete"]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_table_names_every_kind_in_every_case(language):
    own = set()
    for _, names, _, form, _ in (row.values for row in ROWS if row.values[0] == language):
        own.add((names.replace("..", ",").split(",")[0].rpartition(".")[2][0], read_form(form.strip("!")).case))

    assert own >= {(letter, case) for letter in KINDS for case in CASES[language]}
