"""Typst as the typesetter of every PDF: a template of ours, text only as JSON data, fonts of ours.

Each document is set in a fresh process: Typst keeps what it laid out, and a long-lived worker grew by a gigabyte
for each large law. The process sees an empty directory, the fonts inside Typst and Noto Serif, nothing else.
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from .refusal import ExportRefused

COMPOSITOR = Path(__file__).with_name("compositor.py")
TEMPLATES = Path(__file__).with_name("typst")

SECONDS = 120
"""A law of 3,840 articles is set in about fifteen; longer means that it never ends."""

MISSING = re.compile(r'the (?:text|PDF contains the codepoint) `"((?:[^"\\]|\\.)*)"`')
"""How Typst reports a character without a glyph, and one of the private use area, which no font shows alike."""

CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


class TypesettingFailed(ExportRefused):
    """Typst refused the document; the message gives Typst's own."""


class MissingGlyph(ExportRefused):
    """A character that none of the print fonts has; the message names it and, where it is known, its place."""

    def __init__(self, character: str, place: str = "") -> None:
        self.character = character
        code = " ".join(f"U+{ord(letter):04X}" for letter in character)
        if place:
            sentence = "The print fonts lack the character “%(character)s” (%(code)s) in %(place)s."
            super().__init__(sentence, character=character, code=code, place=place)
        else:
            super().__init__(
                "The print fonts lack the character “%(character)s” (%(code)s).", character=character, code=code
            )


def typeset(template: str, document: Mapping[str, object]) -> bytes:
    """A tagged PDF/A-2a of a template in TEMPLATES, which reads ``document`` by ``json(bytes(sys.inputs.document))``.

    Every word in ``document`` stays data: the template never evaluates it. Raises MissingGlyph or TypesettingFailed.
    """
    order = {"template": (TEMPLATES / template).read_text(encoding="utf-8"), "document": json.dumps(document)}
    command = [sys.executable, "-I", str(COMPOSITOR)]
    try:
        setting = subprocess.run(  # noqa: S603 - our own program, no shell
            command, input=json.dumps(order).encode(), capture_output=True, check=False, timeout=SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise TypesettingFailed("Setting the pages took more than %(seconds)s seconds.", seconds=SECONDS) from error
    if setting.returncode:
        raise _failure(setting.stderr.decode(errors="replace").strip())
    return setting.stdout


def _failure(message: str) -> Exception:
    missing = MISSING.search(message)
    if not missing:
        return TypesettingFailed("The pages cannot be set: %(why)s", why=message)
    return MissingGlyph(CODE.sub(lambda code: chr(int(code[1], 16)), missing[1]))
