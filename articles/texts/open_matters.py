"""What is still open in a working text: broken references, words that are missing or behind, mentions in words."""

from dataclasses import dataclass

from ..lawtext.eids import eids
from ..lawtext.provision import provisions, walk
from ..lawtext.references import Index, address, broken
from .lag import has_words, lags_of, missing_in
from .unresolved import unlinked

SHOWN = 5
"""So many places are named; the rest is a number."""


@dataclass(frozen=True, slots=True)
class Place:
    """A provision by its ``address`` in a language, with the ``eid`` that leads to it; ``what`` stands there."""

    eid: str
    address: str
    what: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class OpenIn:
    """What is open in one language; ``behind`` and ``missing`` count units, ``mentions`` places in words.

    ``behind_of`` are the languages which the counterparts did not follow.
    """

    language: str
    broken: tuple[Place, ...]
    missing: int
    missing_at: tuple[Place, ...]
    behind: int
    behind_at: tuple[Place, ...]
    behind_of: tuple[str, ...]
    mentions: int


def open_matters(law):
    """One OpenIn for each language of the law, in its order."""
    index = Index(law.as_provision(law.language_codes[0], removed=True), law.profile)
    trees = {language: law.as_provision(language) for language in law.language_codes}
    lags = lags_of(law)
    return [_open_in(law, language, trees, index, lags) for language in trees]


def _open_in(law, language, trees, index, lags):
    root = trees[language]
    named = _Naming(root, index, language)
    missing = missing_in(language, {code: list(provisions(tree)) for code, tree in trees.items()})
    behind = lags.behind_in(root, language).of
    mentions = list(unlinked(root, language, law.profile)) if _has_words(root) else []
    return OpenIn(
        language=language,
        broken=tuple(named.broken(item) for item in broken(root, index)),
        missing=len(missing),
        missing_at=tuple(map(named.place, missing[:SHOWN])),
        behind=len(behind),
        behind_at=tuple(map(named.place, list(behind)[:SHOWN])),
        behind_of=tuple(code for code in trees if any(code in languages for languages in behind.values())),
        mentions=len(mentions),
    )


class _Naming:
    """Where provisions of one tree stand, in words."""

    def __init__(self, root, index, language):
        self.index, self.language = index, language
        named = eids(root)
        self.eids = {provision.id: named.get(path, "") for path, provision in walk(root)}
        self.units = {provision.id: provision for provision in provisions(root)}

    def place(self, id, what="", why=""):
        return Place(self.eids.get(id, ""), address(self.index, id, self.language), what, why)

    def broken(self, item):
        said = item.reference
        words = self.units[item.provision].words(said.field)
        return self.place(item.provision, words[said.start : said.end], item.why)


def _has_words(provision):
    return any(map(has_words, provisions(provision)))
