"""Typst as the typesetter of every PDF: a template of ours, text only as JSON data, fonts of ours.

Each document is set in a fresh process: Typst keeps what it laid out, and a long-lived worker grew by a gigabyte
for each large law. The process sees an empty directory, the fonts inside Typst and Noto Serif, nothing else.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from typst import PDFStandard

TEMPLATES = Path(__file__).with_name("typst")

STANDARDS: "list[PDFStandard]" = ["a-2a", "ua-1"]
"""Archival and tagged: what the archive and a screen reader need; both refuse a character without a glyph."""

MISSING = re.compile(r'the (?:text|PDF contains the codepoint) `"((?:[^"\\]|\\.)*)"`')
"""How Typst reports a character without a glyph, and one of the private use area, which no font shows alike."""

CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


class TypesettingFailed(Exception):
    """Typst refused the document; the message is Typst's own."""


class MissingGlyph(Exception):
    """A character that none of the print fonts has; the message names it and, where it is known, its place."""

    def __init__(self, character: str, place: str = "") -> None:
        self.character = character
        code = " ".join(f"U+{ord(letter):04X}" for letter in character)
        super().__init__(f"The print fonts lack the character “{character}” ({code}){f' in {place}' if place else ''}.")


def typeset(template: str, document: Mapping[str, object]) -> bytes:
    """A tagged PDF/A-2a of a template in TEMPLATES, which reads ``document`` by ``json(bytes(sys.inputs.document))``.

    Every word in ``document`` stays data: the template never evaluates it. Raises MissingGlyph or TypesettingFailed.
    """
    order = {"template": (TEMPLATES / template).read_text(encoding="utf-8"), "document": json.dumps(document)}
    command = [sys.executable, "-I", str(Path(__file__).resolve())]
    setting = subprocess.run(command, input=json.dumps(order).encode(), capture_output=True, check=False)  # noqa: S603
    if setting.returncode:
        raise _failure(setting.stderr.decode(errors="replace").strip())
    return setting.stdout


def _failure(message: str) -> Exception:
    missing = MISSING.search(message)
    if not missing:
        return TypesettingFailed(message)
    return MissingGlyph(CODE.sub(lambda code: chr(int(code[1], 16)), missing[1]))


def _compiled(template: str, document: str) -> bytes:
    """The PDF, made in this process; imports stand here because only the setting process needs them."""
    import fontpkg_noto_serif
    import typst

    noto = Path(fontpkg_noto_serif.__file__).with_name("files")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[noto])
    with tempfile.TemporaryDirectory() as empty:
        inputs = {"document": document}
        compiler = typst.Compiler(template.encode(), root=Path(empty), font_paths=fonts, sys_inputs=inputs)
        return cast(bytes, compiler.compile(format="pdf", pdf_standards=STANDARDS))


def _main() -> None:
    import typst

    try:
        pdf = _compiled(**json.load(sys.stdin.buffer))
    except typst.TypstError as error:
        sys.exit(error.diagnostic)
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    _main()
