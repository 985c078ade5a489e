"""One catalogue a language, complete: every message of ours is there and translated."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATE = re.compile(r"""\{%\s*translate\s+(?:"([^"]+)"|'([^']+)')""")
INLINE = re.compile(r"""\b_\("([^"]+)"\)""")
BLOCK = re.compile(r"\{%\s*blocktranslate[^%]*%\}(.*?)\{%\s*endblocktranslate", re.DOTALL)
MARKS = ("_", "gettext_lazy")
VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


def in_code():
    for path in (ROOT / "articles").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS and node.args:
                yield node.args[0].value


def in_templates():
    for path in (path for path in (ROOT / "templates").rglob("*") if path.suffix in (".html", ".txt")):
        text = path.read_text(encoding="utf-8")
        yield from (double or single for double, single in TRANSLATE.findall(text))
        yield from INLINE.findall(text)
        yield from (VARIABLE.sub(r"%(\1)s", block) for block in BLOCK.findall(text))


def catalogue(language):
    with (ROOT / "articles" / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return {message.id: message for message in read_po(file, locale=language) if message.id}


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_message_is_translated(language):
    messages = catalogue(language)
    wanted = {*in_code(), *in_templates()}
    assert len(wanted) > 50
    assert {text for text in wanted if text not in messages or not messages[text].string} == set()
    assert not [message.id for message in messages.values() if message.fuzzy]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_translation_keeps_the_variables_of_its_message(language):
    variables = re.compile(r"%\((\w+)\)s")
    for text, message in catalogue(language).items():
        assert sorted(variables.findall(text)) == sorted(variables.findall(message.string)), text


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_no_catalogue_holds_a_message_that_nothing_uses(language):
    assert set(catalogue(language)) - {*in_code(), *in_templates()} == set()
