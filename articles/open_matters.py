"""What is still open in a working text: broken references, words that are missing or behind, mentions in words."""

from dataclasses import dataclass

from .lawtext.eids import eids
from .lawtext.provision import FIELDS, provisions, walk
from .lawtext.references import Index, address, broken
from .models import Wording
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

    ``behind_of`` are the languages in which the counterparts were changed since the last draft.
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
    changed = _changed_since_last_draft(law)
    return [_open_in(law, language, trees, index, changed) for language in trees]


def _open_in(law, language, trees, index, changed):
    root = trees[language]
    named = _Naming(root, index, language)
    missing = _missing(language, trees)
    behind = _behind(language, law, trees, changed)
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
    return any(item.words(name) for item in provisions(provision) for name in FIELDS)


def _missing(language, trees):
    """Ids of provisions that have words in another language but none in this one, in reading order."""
    elsewhere = {
        item.id
        for code, root in trees.items()
        if code != language
        for item in provisions(root)
        if any(item.words(name) for name in FIELDS)
    }
    here = provisions(trees[language])
    return [item.id for item in here if item.id in elsewhere and not any(item.words(name) for name in FIELDS)]


def _behind(language, law, trees, changed):
    """Ids of provisions reworded in an authentic language but not in this one, with those languages."""
    found = {}
    for item in provisions(trees[language]):
        languages = changed.get(item.id, set())
        authentic = {code for code in languages if law.is_authentic(code)}
        if authentic and language not in languages and any(item.words(name) for name in FIELDS):
            found[item.id] = authentic
    return found


def _changed_since_last_draft(law):
    """The languages in which words that the last draft holds read otherwise now, by the id of the provision."""
    draft = law.drafts.newest()
    if draft is None:
        return {}
    changed = {}
    for wording, before in Wording.objects.since(law, draft.entry.sequence):
        if any(getattr(wording, name) != getattr(before, name) for name in FIELDS):
            changed.setdefault(str(wording.provision_id), set()).add(wording.language)
    return changed
