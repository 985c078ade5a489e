"""What was refused is said in the language of the person, with units and languages by their names."""

import ast
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import translation

from articles import procedures
from articles.lawtext import exporters
from articles.lawtext.exporters.akn import UNHOLDABLE, NotWritable
from articles.lawtext.said import UnitName
from articles.models import Person, Role
from articles.procedures import errors
from articles.words import export_sentences, names

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
    """The calls that raise an error of ``procedures.errors``."""
    for path in PROCEDURES.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and hasattr(errors, node.exc.func.id):
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


def strings_of_exporters():
    """Every string constant in the exporters: templates of refusals are among them."""
    for path in (Path(exporters.__file__).parent).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def sentences_refused():
    """The first argument of every error of the exporters that is written out where it is made."""
    kinds = {"ExportRefused", "NotPrintable", "NotWritable", "RedlineIncomplete", "TypesettingFailed"}
    for path in (Path(exporters.__file__).parent).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in kinds and node.args:
                yield ast.literal_eval(node.args[0]) if isinstance(node.args[0], ast.Constant) else ""


def test_every_sentence_of_the_exporters_is_in_the_catalogues_and_none_that_they_do_not_say():
    assert set(strings_of_exporters()) >= export_sentences.SENTENCES
    assert {sentence for sentence in sentences_refused() if sentence} <= export_sentences.SENTENCES


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "В шрифтах для печати нет знака «漢» (U+6F22), он стоит здесь: Глава 1. Статья 2. 2."),
        ("kk", "Баспа қаріптерінде «漢» (U+6F22) таңбасы жоқ, ол мына жерде тұр: Глава 1. Статья 2. 2."),
    ],
)
def test_a_text_that_cannot_be_printed_is_refused_on_a_page_in_words(client, law, by, member, language, sentence):
    person = member(Role.CHAIR)
    Person.objects.filter(pk=person.pk).update(language=language)
    client.force_login(person)
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Слово 漢.", by=by)
    response = client.get(reverse("law_export", args=["local", "pdf"]), {"language": "ru"})
    assert response.status_code == 422
    assert sentence in response.content.decode()


@pytest.mark.parametrize(("language", "unit"), [("ru", "(пункт 5-1)"), ("kk", "(5-1-тармақ)"), ("en", "of point 5-1 ")])
def test_a_unit_in_a_refused_export_is_named_as_in_the_language_of_the_person(language, unit):
    refusal = NotWritable(UNHOLDABLE["text"], unit=UnitName("clause", "5-1"), code="U+0001")
    assert str(refusal) == "The text of clause 5-1 holds U+0001, which XML cannot hold."
    with translation.override(language):
        assert unit in export_sentences.in_words(refusal)
