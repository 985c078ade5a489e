"""A law as JSON, nested, and back.

A provision is ``{"id", "kind", "number", "label", "status", "heading", "text", "closing", "references",
"children"}``: ``number`` is bare, ``label`` is what prints, ``id`` is empty in a tree without ids. A reference is
``{"field", "start", "end", "targets", "form", "through"}``. The label is for readers; it is not read back.
"""

import json
from typing import Any

from ..edition import Edition
from ..provision import CONTAINS, FIELDS, STATUSES, Provision, Reference
from ..units import label
from . import Notes

STRINGS = ("id", "kind", "number", "status", *FIELDS)
KEYS = {*STRINGS, "label", "references", "children"}
TYPES: dict[str, type] = {"field": str, "start": int, "end": int, "targets": list, "form": str, "through": bool}


class NotALaw(ValueError):
    """JSON that does not hold a law; the message says what is wrong with it."""


def tree_to_json(root: Provision, language: str = "ru") -> dict[str, Any]:
    """The tree as values that JSON can hold, with labels in the given language."""
    return {
        "id": root.id,
        "kind": root.kind,
        "number": root.number,
        "label": label(root.kind, root.number, language),
        "status": root.status,
        "heading": root.heading,
        "text": root.text,
        "closing": root.closing,
        "references": [_reference_to_json(reference) for reference in root.references],
        "children": [tree_to_json(child, language) for child in root.children],
    }


def _reference_to_json(reference: Reference) -> dict[str, Any]:
    return {name: getattr(reference, name) for name in TYPES} | {"targets": list(reference.targets)}


def write(root: Provision, edition: Edition, notes: Notes = ()) -> bytes:
    """The law with all its provisions, removed ones too, as UTF-8. Editorial notes are no part of it."""
    return json.dumps(tree_to_json(root, edition.language), ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def tree_from_json(value: object) -> Provision:
    """The tree that ``tree_to_json`` gave; NotALaw for any other value."""
    if not isinstance(value, dict) or set(value) != KEYS:
        raise NotALaw(f"A provision has the keys {', '.join(sorted(KEYS))}.")
    words = {name: value[name] for name in STRINGS}
    if not all(isinstance(text, str) for text in words.values()):
        raise NotALaw(f"{', '.join(STRINGS)} of a provision are strings.")
    if value["kind"] not in CONTAINS or value["status"] not in STATUSES:
        raise NotALaw(f"There is no provision of kind “{value['kind']}” and status “{value['status']}”.")
    if not isinstance(value["references"], list) or not isinstance(value["children"], list):
        raise NotALaw("References and children of a provision are lists.")
    references = tuple(_reference(reference, value) for reference in value["references"])
    children = tuple(tree_from_json(child) for child in value["children"])
    return Provision(**words, references=references, children=children)


def _reference(value: object, provision: dict[str, Any]) -> Reference:
    if not isinstance(value, dict) or set(value) != set(TYPES):
        raise NotALaw(f"A reference has the keys {', '.join(TYPES)}.")
    if not all(type(value[name]) is kind for name, kind in TYPES.items()):
        raise NotALaw("A reference names a field, two offsets, a list of targets, a form and whether it is a range.")
    if value["field"] not in FIELDS or not 0 <= value["start"] <= value["end"] <= len(provision[value["field"]]):
        raise NotALaw("A reference ends outside the words of its provision.")
    if not all(isinstance(target, str) for target in value["targets"]):
        raise NotALaw("The targets of a reference are ids.")
    return Reference(**{**value, "targets": tuple(value["targets"])})


def from_json(content: bytes) -> Provision:
    """The law that ``write`` wrote; NotALaw for anything else, also for JSON that is nested without end."""
    try:
        return tree_from_json(json.loads(content))
    except NotALaw:
        raise
    except ValueError as error:
        raise NotALaw(f"This is no JSON: {error}.") from error
    except RecursionError as error:
        raise NotALaw("The JSON is nested too deeply to be a law.") from error
