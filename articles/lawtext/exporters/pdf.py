"""The official PDF of a law: archival and tagged, the same on every machine."""

from dataclasses import replace

from ..edition import Edition
from ..provision import FIELDS, Provision, at, walk
from ..units import label
from . import Notes
from .columns import held, parts, widths
from .setting import Cell, Paragraph, Run, labelled, runs_of, setting
from .typesetting import MissingGlyph, typeset
from .wordings import edition_line

TEMPLATE = "law.typ"

REGIONS = {"ru": "RU", "kk": "KZ", "en": "GB"}

NO_DATE = (1, 1, 1)
"""PDF/A demands a date; a text without one gets this, never that of the export, which would alter the bytes."""


def write(root: Provision, edition: Edition, notes: Notes = ()) -> bytes:
    """The law as tagged PDF/A-2a and PDF/UA-1: the same tree, edition and notes give the same bytes.

    ``notes`` are editorial notes as (path of the provision, words), printed as footnotes. Raises MissingGlyph, which
    names the provision, where the print fonts lack a character, and TypesettingFailed where nothing can be set.
    """
    document = setting(root, edition, notes)
    named = {run.target for paragraph in document.paragraphs for run in runs_of(paragraph)}
    facts: dict[str, object] = {
        "title": document.title,
        "language": edition.language,
        "region": REGIONS[edition.language],
        "line": document.line,
        "edition": edition_line(edition, full=True),
        "keywords": [edition.fingerprint] if edition.fingerprint else [],
        "date": (edition.date.year, edition.date.month, edition.date.day) if edition.date else NO_DATE,
        "paragraphs": [_paragraph(paragraph, named) for paragraph in document.paragraphs],
    }
    try:
        return typeset(TEMPLATE, facts)
    except MissingGlyph as missing:
        place = _place(root, missing.character, edition.language)
        raise MissingGlyph(missing.character, place) from missing


def _paragraph(paragraph: Paragraph, named: set[str]) -> dict[str, object]:
    """A paragraph as the template reads it; only what a reference leads to keeps its name."""
    name = paragraph.eid if paragraph.eid in named and paragraph.eid else None
    if paragraph.rows:
        columns = widths(paragraph.rows)
        rows = [[_in_column(*pair) for pair in zip(row, columns, strict=True)] for row in paragraph.rows]
        return {"name": name, "rows": rows, "columns": columns}
    return {
        "role": paragraph.role,
        "label": labelled(paragraph),
        "runs": _cell(paragraph.runs),
        "level": paragraph.level,
        "keep": paragraph.keep,
        "name": name,
    }


def _in_column(cell: Cell, share: int) -> list[object]:
    """A cell, with None where a word may break that is longer than its column is wide."""
    set_cell: list[object] = []
    for run in cell:
        for place, part in enumerate(parts(run.words, held(share))):
            set_cell += [None] * bool(place) + [_run(replace(run, words=part))]
    return set_cell


def _cell(runs: Cell) -> list[object]:
    return [_run(run) for run in runs]


def _run(run: Run) -> object:
    if run.note:
        return [run.note]
    return [run.words, run.target] if run.target else run.words


def _place(root: Provision, character: str, language: str) -> str:
    """The labels down to the first provision that holds a character, «Статья 5. 2. 3)»; empty if none holds it."""
    found = (path for path, unit in walk(root) if any(character in unit.words(name) for name in FIELDS))
    path = next(found, ())
    units = [at(root, path[: depth + 1]) for depth in range(len(path))]
    return " ".join(filter(None, (label(unit.kind, unit.number, language) for unit in units))).removesuffix(".")
