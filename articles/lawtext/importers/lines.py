"""What every format is brought to before its structure is read: paragraphs in order, with what the format says."""

from dataclasses import dataclass
from typing import NamedTuple

from ..provision import Path, Provision
from ..said import Refused


class Closing(NamedTuple):
    """Words that end a list, on the line of its last item.

    ``outward`` says whose list: 1 that of the provision around the one on this line, 2 that around it, 0 its own.
    """

    words: str
    outward: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or table of a source.

    ``number`` counts lines (plain text, Markdown, HTML source) or paragraphs (DOCX) from 1. ``text`` holds all its
    words with the label, typed or resolved from automatic numbering («1) текст»); ``indent`` is the width of leading
    blanks (a tab counts 4) or of the paragraph's indentation in characters; ``role`` is what the format itself says:
    ``""``, ``"heading"`` (with ``level`` from 1), ``"note"`` (block quotation, editorial style), ``"table"`` (then
    ``rows`` holds the cells and ``text`` is empty), ``"contents"`` (a line of a table of contents), ``"page"``
    (header, footer or page number) or ``"footnote"``. ``closings`` are the closing words at the end of the line, from
    the innermost list outwards, where the format marks them; they are no part of ``text``.
    """

    number: int
    text: str
    indent: int = 0
    role: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    closings: tuple[Closing, ...] = ()


@dataclass(frozen=True, slots=True)
class EditorialNote:
    """An editorial note of a publisher («Сноска.», «Ескерту.»), kept as provenance of the provision above it."""

    line: int
    text: str
    path: Path


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: where, the words, and what was made of them (empty where nothing was)."""

    line: int
    text: str
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A law read from a file, with the report of all that was not read for certain.

    ``root`` has no ids and no references yet, unless it comes from Akoma Ntoso, which keeps them. Every line of the
    source is in a provision, in ``notes``, in ``skipped`` or in ``not_understood`` (then also kept in the tree, as a
    passage of the provision above). ``remarks`` are sentences about the file as a whole (tracked changes read as
    accepted, encoding guessed).
    """

    root: Provision
    language: str
    notes: tuple[EditorialNote, ...] = ()
    guesses: tuple[Finding, ...] = ()
    not_understood: tuple[Finding, ...] = ()
    skipped: tuple[Finding, ...] = ()
    remarks: tuple[str, ...] = ()


class ImportRefused(Refused):
    """A file that cannot be read as a law; the message is one sentence for the person who brought it."""
