"""Which kind of provision an element of Akoma Ntoso is: ours exactly, those of other countries by what they hold."""

from functools import lru_cache

from lxml import etree

from ..akoma import CONTAINERS, ELEMENTS
from ..provision import CONTAINS

KINDS = {element: kind for kind, element in ELEMENTS.items()}

GROUPS = ("part", "section", "subsection", "chapter", "paragraph")
LEAVES = ("article", "clause", "subclause", "indent", "passage")

FOREIGN_GROUPS = frozenset(
    {"book", "tome", "title", "subtitle", "division", "subdivision", "part", "subpart", "chapter", "subchapter"}
)

BASIC = frozenset({"article", "section", "chapter", "part"})
"""Elements that make whatever holds them a group: elsewhere a section may be what an article is here."""

LEVELS = {
    "article": "article",
    "section": "article",
    "rule": "article",
    "alinea": "passage",
    "subclause": "subclause",
    "subparagraph": "subclause",
    "point": "subclause",
    "item": "subclause",
    "indent": "indent",
    "li": "indent",
}
"""Where to begin looking among LEAVES for an element that holds norms; for others at the clause."""

HIERARCHY = (
    FOREIGN_GROUPS
    | set(KINDS)
    | set(LEVELS)
    | {"clause", "paragraph", "level", "proviso", "transitional", "sublist", "subrule", "subsection", "hcontainer"}
) - {"item", "li"}
"""Elements that hold provisions (group ANhier of the schema), without list."""


def local(element: etree._Element) -> str:
    """The name of an element without its namespace: older and newer versions of the format share their names."""
    return _local(str(element.tag))


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def own_kind(element: etree._Element) -> str:
    """The kind that our exporter writes as this element; empty if there is none."""
    name = local(element)
    if name == "hcontainer":
        named = element.get("name", "")
        return named if named in CONTAINERS else ""
    return KINDS.get(name, "")


def is_group(element: etree._Element) -> bool:
    """Whether an element only groups provisions that hold the norms."""
    if local(element) in FOREIGN_GROUPS:
        return True
    return any(local(inner) in BASIC for inner in element.iterdescendants())


def foreign_kind(element: etree._Element, parent: str) -> str:
    """The kind that fits best under a provision of kind ``parent``; empty if CONTAINS allows none."""
    exact = own_kind(element)
    group = is_group(element)
    if exact and exact in CONTAINS[parent] and group == (exact in GROUPS):
        return exact
    if group:
        return next((kind for kind in GROUPS if kind in CONTAINS[parent]), "")
    first = LEAVES.index(LEVELS.get(local(element), "clause"))
    ranked = (*LEAVES[first:], *LEAVES[:first])
    return next((kind for kind in ranked if kind in CONTAINS[parent]), "")
