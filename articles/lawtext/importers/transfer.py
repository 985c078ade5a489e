"""An import as JSON and back: what crosses from the process that reads a file. Text only, nothing that runs."""

import json
from typing import Any, cast

from ..provision import Provision, Reference
from ..said import Said, UnitName
from .lines import EditorialNote, Finding, Imported

ENCODING = ("utf-8", "surrogatepass")


def written(imported: Imported) -> bytes:
    """Every value as the list of its fields, in the order of their class."""
    return json.dumps(imported, ensure_ascii=False, default=_fields, separators=(",", ":")).encode(*ENCODING)


def _fields(value: Any) -> list[Any]:
    fields = [getattr(value, name) for name in value.__slots__]
    return fields if isinstance(value, Provision) else [_crossing(field) for field in fields]


def _crossing(value: Any) -> Any:
    """Sentences of ours cross with what they are made of; other words as they are."""
    if isinstance(value, Said):
        return {"template": value.template, "values": {name: _crossing(one) for name, one in value.values.items()}}
    if isinstance(value, tuple) and not isinstance(value, UnitName):
        return [_crossing(one) for one in value]
    return value


def written_sentence(said: Said) -> bytes:
    """A refusal as JSON."""
    return json.dumps(_crossing(said), ensure_ascii=False).encode(*ENCODING)


def restored_sentence(content: bytes) -> str:
    """The refusal from what ``written_sentence`` made of it."""
    return cast(str, _sentence(json.loads(content.decode(*ENCODING))))


def _sentence(value: Any) -> Any:
    """The sentence or value from its JSON: an object is a sentence of ours, a list the name of a unit."""
    if isinstance(value, dict):
        return Said(value["template"], **{name: _sentence(one) for name, one in value["values"].items()})
    return UnitName(*value) if isinstance(value, list) else value


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
        tuple(map(_sentence, remarks)),
    )


def _findings(rows: list[list[Any]]) -> tuple[Finding, ...]:
    return tuple(Finding(line, text, _sentence(read_as)) for line, text, read_as in rows)


def _provision(row: list[Any]) -> Provision:
    kind, number, heading, text, closing, children, identity, status, references = row
    inside = tuple(_provision(child) for child in children)
    linked = tuple(_reference(reference) for reference in references)
    return Provision(kind, number, heading, text, closing, inside, identity, status, linked)


def _reference(row: list[Any]) -> Reference:
    field, start, end, targets, form, through = row
    return Reference(field, start, end, tuple(targets), form, through)
