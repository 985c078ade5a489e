"""What was refused is said in the language of the person, with units and languages by their names."""

import ast
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from articles import names, procedures
from articles.procedures import errors

from .conftest import place

PROCEDURES = Path(procedures.__file__).parent

IN_WORDS = [
    ("ru", "Элемент вида «статья» не может стоять прямо в элементе вида «пункт»."),
    ("kk", "«бап» түріндегі элемент тікелей «тармақ» түріндегі элементтің ішінде тұра алмайды."),
    ("en", "A unit of kind “article” cannot stand directly in one of kind “point”."),
]


@pytest.mark.parametrize(("language", "sentence"), IN_WORDS)
def test_a_refusal_names_the_kinds_of_units_in_the_language_of_the_person(law, by, language, sentence):
    clause = place(law, "art_2__clause_1")
    with translation.override(language), pytest.raises(errors.NotAllowedHere) as refusal:
        procedures.insert(law, clause, "article", {"ru": {"heading": "Лишняя"}}, by=by)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(("language", "name"), [("ru", "казахский"), ("kk", "қазақ тілі"), ("en", "Kazakh")])
def test_a_refusal_names_the_language_that_is_missing(law, by, language, name):
    halves = {"ru": ("К компетенции", "кенеса относятся:")}
    with translation.override(language), pytest.raises(errors.NotAllowedHere) as refusal:
        procedures.split(law, place(law, "art_2__clause_1"), halves, by=by)
    assert str(refusal.value).endswith(f": {name}.")


def test_what_is_no_kind_of_unit_is_refused_and_named_as_it_came(law, by):
    with pytest.raises(errors.NotAllowedHere, match="«нечто»"):
        procedures.insert(law, place(law, "art_2"), "нечто", {"ru": {"text": "Слова."}}, by=by)


def test_in_a_code_a_clause_is_called_a_part():
    with translation.override("ru"):
        assert (names.kind_name("clause"), names.kind_name("clause", "code")) == ("пункт", "часть")


def raised():
    """The calls that are raised in procedures, and those that give an error its sentence."""
    for path in PROCEDURES.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                yield path.name, node.exc


def test_no_procedure_refuses_in_one_language_only():
    calls = list(raised())
    assert len(calls) > 30
    bare = [
        (file, ast.unparse(call))
        for file, call in calls
        for word in ast.walk(call)
        if isinstance(word, ast.JoinedStr) or (call.args and isinstance(call.args[0], ast.Constant))
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["freeze", "local", "--title", " "], "A draft needs a title"),
        (["freeze", "no-such-law", "--title", "Первая"], "There is no law"),
    ],
)
def test_commands_refuse_in_english_whatever_the_interface_speaks(law, arguments, sentence):
    with translation.override("kk"), pytest.raises(CommandError, match=sentence):
        call_command(*arguments)
