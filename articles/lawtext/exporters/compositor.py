"""Sets one document, read from standard input, and writes the PDF; a program of its own that sees nothing else."""

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

import fontpkg_noto_serif
import typst

if TYPE_CHECKING:
    from typst import PDFStandard

STANDARDS: "list[PDFStandard]" = ["a-2a", "ua-1"]
"""Archival and tagged: what the archive and a screen reader need; both refuse a character without a glyph."""


def _compiled(template: str, document: str) -> bytes:
    """The PDF of a template and its data."""
    noto = Path(fontpkg_noto_serif.__file__).with_name("files")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[noto])
    with tempfile.TemporaryDirectory() as empty:
        inputs = {"document": document}
        compiler = typst.Compiler(template.encode(), root=Path(empty), font_paths=fonts, sys_inputs=inputs)
        return cast(bytes, compiler.compile(format="pdf", pdf_standards=STANDARDS))


def _main() -> None:
    try:
        pdf = _compiled(**json.load(sys.stdin.buffer))
    except typst.TypstError as error:
        sys.exit(error.diagnostic)
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    _main()
