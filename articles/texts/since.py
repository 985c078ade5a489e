"""What became of the provisions of the working text since the last draft."""

from dataclasses import dataclass, field
from functools import lru_cache

from ..lawtext.comparison import compare
from ..lawtext.provision import provisions
from ..models import DraftDocument

SIGNS = {"inserted": "+", "reworded": "~", "moved": "⇄", "excluded": "−"}
"""The classes that the page of the law tells apart, with their signs, in the order in which they are shown."""

SHOWN_AS = {
    "inserted": "inserted",
    "excluded": "excluded",
    "moved": "moved",
    "split": "reworded",
    "merged": "reworded",
    "level": "moved",
    "reworded": "reworded",
}
"""The class of the page for that of the comparison; what only follows from other changes is not shown."""


@dataclass(frozen=True, slots=True)
class Changes:
    """``of`` maps ids of provisions to a key of SIGNS, ``within`` an article's id to the classes in it.

    ``count`` is the number of changes, ``draft`` that of the draft they are counted from (0: there is none).
    """

    of: dict[str, str] = field(default_factory=dict)
    within: dict[str, tuple[str, ...]] = field(default_factory=dict)
    count: int = 0
    draft: int = 0


NOTHING = Changes()


def changes_since_last_draft(law, root, language):
    """The changes of ``root``, the working text in this language; NOTHING without a draft in it."""
    document = DraftDocument.objects.newest_of(law, language)
    if document is None:
        return NOTHING
    loud = [
        (change, SHOWN_AS[change.classed])
        for change in compare(_frozen_tree(document.pk, document.sha256), root).changes
        if change.classed in SHOWN_AS
    ]
    return Changes(dict(_marked(loud)), _within(loud, articles_around(root)), len(loud), document.draft.number)


@lru_cache(maxsize=8)
def _frozen_tree(document_id, sha256):
    """The tree of a document, which never changes."""
    return DraftDocument.objects.get(pk=document_id).as_provision()


def _marked(loud):
    """Ids that stand in the text with their class; what was inserted with a provision is new as well."""
    for change, shown in loud:
        if change.new is None or shown == "excluded":
            continue
        yield change.provision, shown
        for child in change.new.children:
            for provision in provisions(child):
                yield provision.id, shown


def articles_around(root):
    """The id of the article that each provision stands in, or is."""
    found = {}
    for provision in provisions(root):
        if provision.kind == "article":
            found.update((inner.id, provision.id) for inner in provisions(provision))
    return found


def _within(loud, articles):
    classes = {}
    for change, shown in loud:
        place = articles.get(change.provision) or (change.old and articles.get(change.old.parent))
        if place:
            classes.setdefault(place, set()).add(shown)
    return {article: tuple(sign for sign in SIGNS if sign in found) for article, found in classes.items()}
