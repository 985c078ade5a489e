"""Laws from files: each format is brought to lines, whose structure is then read."""

from collections.abc import Callable
from pathlib import PurePath

from . import html, markdown, plain
from .lines import EditorialNote, Finding, Imported, ImportRefused, Line

__all__ = ["IMPORTERS", "EditorialNote", "Finding", "ImportRefused", "Imported", "Line", "read"]


def _docx(content: bytes, language: str) -> Imported:
    from . import docx

    return docx.read(content, language)


def _akn(content: bytes, language: str) -> Imported:
    """An Akoma Ntoso document names its language itself."""
    from . import akn

    return akn.read(content)


IMPORTERS: dict[str, Callable[[bytes, str], Imported]] = {
    ".txt": plain.read,
    ".md": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": _docx,
    ".xml": _akn,
    ".akn": _akn,
}
"""The only place that lists the formats, by the end of the file's name."""


def read(name: str, content: bytes, language: str) -> Imported:
    """The law in a file, with the report of what was not read for certain; the end of its name tells the format.

    ``language`` is ``ru``, ``kk`` or ``en``. Raises ImportRefused with one sentence for what is no law to read.
    """
    importer = IMPORTERS.get(PurePath(name).suffix.lower())
    if not importer:
        raise ImportRefused(
            "«%(name)s» is of no format that is read here: save the law as DOCX, TXT, MD or HTML.", name=name
        )
    return importer(content, language)
