"""A comparison as JSON: every change with both sides, its spans and what it touches."""

import json
from typing import Any

from ..changes import Change, Comparison, Side
from ..edition import Edition
from ..provision import FIELDS
from ..units import label
from .json import tree_to_json


def write(comparison: Comparison, old: Edition, new: Edition) -> bytes:
    """The comparison as UTF-8. Labels are in the language of the new text; ``old`` and ``new`` name the editions."""
    return json.dumps(comparison_to_json(comparison, old, new), ensure_ascii=False, separators=(",", ":")).encode()


def comparison_to_json(comparison: Comparison, old: Edition, new: Edition) -> dict[str, Any]:
    """The comparison as values that JSON can hold."""
    return {
        "old": _name(old),
        "new": _name(new),
        "language": new.language,
        "changes": [_change(change, old.language, new.language) for change in comparison.changes],
        "totals": comparison.totals,
        "concordance": [list(row) for row in comparison.concordance],
        "notices": list(comparison.notices),
    }


def _name(edition: Edition) -> str:
    """``slug@3``, ``slug`` for a working text, or the name of a file."""
    return f"{edition.slug}@{edition.draft}" if edition.draft else edition.source or edition.slug


def _change(change: Change, old_language: str, new_language: str) -> dict[str, Any]:
    return {
        "id": change.id,
        "class": change.classed,
        "substantive": change.substantive,
        "reasons": list(change.reasons),
        "provision": change.provision,
        "kind": change.kind,
        "from": _from(change),
        "to": [change.provision] if change.new and change.provision else [],
        "old": _side(change.old, old_language),
        "new": _side(change.new, new_language),
        "spans": {name: [list(span) for span in spans] for name, spans in change.spans.items()},
    }


def _from(change: Change) -> list[str]:
    """Ids of the old provisions from which the words come: its own, and those it was merged or split from."""
    own = [change.old.provision.id] if change.old and change.old.provision.id else []
    return [*own, *change.origins]


def _side(side: Side | None, language: str) -> dict[str, Any] | None:
    if side is None:
        return None
    provision = side.provision
    return {
        "number": provision.number,
        "label": label(provision.kind, provision.number, language),
        "address": _address(side),
        "parent": side.parent,
        **{name: provision.words(name) for name in FIELDS},
        "children": [tree_to_json(child, language) for child in side.children],
    }


def _address(side: Side) -> str:
    """Where the provision stands, outermost unit first: `article 17, clause 2`."""
    return ", ".join(f"{kind} {number}".strip() for kind, number in side.address)
