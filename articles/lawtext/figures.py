"""Figures of a law: how many units it has, its references, and what is missing in each language."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from .provision import FIELDS, Provision, provisions
from .references import Index, broken

COUNTED = ("chapter", "article", "clause", "subclause")
"""The kinds by which the size of a law is told."""


@dataclass(frozen=True, slots=True)
class LanguageFigures:
    """One language: ``references`` to units of the law («настоящий Закон» is none), ``broken`` of them, and how many
    units are ``missing`` here that have words in another language."""

    language: str
    references: int
    broken: int
    missing: int


@dataclass(frozen=True, slots=True)
class Figures:
    """``units`` are (kind, number) pairs for the kinds of COUNTED that occur; ``languages`` in the order of the law."""

    units: tuple[tuple[str, int], ...]
    languages: tuple[LanguageFigures, ...]


def figures(trees: Mapping[str, Provision], index: Index | None = None) -> Figures:
    """The figures of a law from its trees by language, which share their ids; ``index`` as in ``broken``."""
    standing = {language: [p for p in provisions(root) if p.status != "removed"] for language, root in trees.items()}
    kinds = Counter(provision.kind for provision in next(iter(standing.values())))
    worded = {language: {p.id for p in found if any(map(p.words, FIELDS))} for language, found in standing.items()}
    anywhere = set().union(*worded.values())
    return Figures(
        tuple((kind, kinds[kind]) for kind in COUNTED if kinds[kind]),
        tuple(
            _in_language(language, root, index, len(anywhere - worded[language])) for language, root in trees.items()
        ),
    )


def _in_language(language: str, root: Provision, index: Index | None, missing: int) -> LanguageFigures:
    named = [reference for provision in provisions(root) for reference in provision.references]
    references = sum(reference.targets != (root.id,) for reference in named)
    dead = {(item.provision, item.reference) for item in broken(root, index)}
    return LanguageFigures(language, references, len(dead), missing)
