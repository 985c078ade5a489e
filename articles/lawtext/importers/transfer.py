"""An import as JSON and back: what crosses from the process that reads a file. Text only, nothing that runs."""

import json
from typing import Any

from ..provision import Provision, Reference
from .lines import EditorialNote, Finding, Imported

ENCODING = ("utf-8", "surrogatepass")


def written(imported: Imported) -> bytes:
    """Every value as the list of its fields, in the order of their class."""
    return json.dumps(imported, ensure_ascii=False, default=_fields, separators=(",", ":")).encode(*ENCODING)


def _fields(value: Any) -> list[Any]:
    return [getattr(value, name) for name in value.__slots__]


def restored(content: bytes) -> Imported:
    """The import from what ``written`` made of it."""
    root, language, notes, guesses, not_understood, skipped, remarks = json.loads(content.decode(*ENCODING))
    return Imported(
        _provision(root),
        language,
        tuple(EditorialNote(line, text, tuple(path)) for line, text, path in notes),
        _findings(guesses),
        _findings(not_understood),
        _findings(skipped),
        tuple(remarks),
    )


def _findings(rows: list[list[Any]]) -> tuple[Finding, ...]:
    return tuple(Finding(*row) for row in rows)


def _provision(row: list[Any]) -> Provision:
    kind, number, heading, text, closing, children, identity, status, references = row
    inside = tuple(_provision(child) for child in children)
    linked = tuple(_reference(reference) for reference in references)
    return Provision(kind, number, heading, text, closing, inside, identity, status, linked)


def _reference(row: list[Any]) -> Reference:
    field, start, end, targets, form, through = row
    return Reference(field, start, end, tuple(targets), form, through)
