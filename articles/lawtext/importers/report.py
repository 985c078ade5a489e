"""What an import found, as counts and as the JSON of the command ``import_law``."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from ..eids import eids
from ..provision import KINDS, provisions
from .lines import Finding, Imported


def counts(imported: Imported) -> dict[str, int]:
    """How many provisions of each kind there are, for the kinds that occur, from the law inwards."""
    counted = Counter(provision.kind for provision in provisions(imported.root))
    return {kind: counted[kind] for kind in KINDS if counted[kind]}


def as_json(imported: Imported) -> dict[str, Any]:
    """The report: counts by kind, editors' notes with the eId of the provision they stand at, guesses, and lines
    that were not understood or left out, each with its line in the source.
    """
    named = eids(imported.root)
    return {
        "counts": counts(imported),
        "notes": [
            {"line": note.line, "text": note.text, "provision": named.get(note.path, "")} for note in imported.notes
        ],
        "guesses": [{"line": guess.line, "text": guess.text, "read_as": guess.read_as} for guess in imported.guesses],
        "not_understood": _found(imported.not_understood),
        "skipped": _found(imported.skipped),
    }


def _found(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [{"line": finding.line, "text": finding.text} for finding in findings]
