"""A law as a value: one frozen tree of provisions in one language."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

FIELDS = ("heading", "text", "closing")
"""The words of a provision, in the order in which they are read."""

STATUSES = ("standing", "removed", "excluded", "expired")

CONTAINS: dict[str, frozenset[str]] = {
    "law": frozenset({"preamble", "part", "section", "chapter", "article", "clause", "note", "annex"}),
    "preamble": frozenset(),
    "part": frozenset({"section", "chapter", "article"}),
    "section": frozenset({"subsection", "chapter", "article"}),
    "subsection": frozenset({"chapter", "article"}),
    "chapter": frozenset({"paragraph", "article", "clause", "note"}),
    "paragraph": frozenset({"article", "clause"}),
    "article": frozenset({"clause", "subclause", "passage", "indent", "table", "note"}),
    "clause": frozenset({"subclause", "passage", "indent", "table", "note"}),
    "subclause": frozenset({"passage", "indent", "table", "note"}),
    "passage": frozenset({"subclause", "indent", "table"}),
    "indent": frozenset(),
    "note": frozenset({"passage", "subclause"}),
    "table": frozenset(),
    "annex": frozenset({"chapter", "article", "clause", "passage", "table", "note"}),
}
"""Which kind may stand directly in which: the one table for import, moves, changes of level and Akoma Ntoso.

Law No 480-V, article 23. Points stand directly in a chapter in rules and annexes, which have no articles.
"""

KINDS = tuple(CONTAINS)

GROUPS = frozenset({"part", "section", "subsection", "chapter", "paragraph"})
"""Kinds that only group: they carry a heading and a number, never a norm."""

HEADED = GROUPS | {"law", "article", "annex", "note"}
"""Kinds that may carry a heading (the heading of the law is its title)."""

NUMBERED = GROUPS | {"article", "clause", "subclause", "annex"}
"""Kinds that print a number. Passages, indents, notes and tables are counted, never numbered."""

LISTED = frozenset({"subclause", "indent"})
"""Kinds that stand in a list, so that the closing words of their parent end it."""


def may_have(kind: str, field: str) -> bool:
    """Whether a provision of this kind may carry words in this one of FIELDS."""
    if field == "heading":
        return kind in HEADED
    if field == "closing":
        return bool(CONTAINS[kind] & LISTED)
    return kind not in GROUPS | {"law"}


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of a provision that name other provisions.

    ``field`` is one of FIELDS; ``start`` and ``end`` are offsets in the printed words of that field; ``targets`` are
    ids, in the order in which they are named, or the two ends of a range when ``through``; ``form`` is the
    grammatical form («gen+r»), see ``references``.
    """

    field: str
    start: int
    end: int
    targets: tuple[str, ...]
    form: str
    through: bool = False


@dataclass(frozen=True, slots=True)
class Provision:
    """One unit of a law with all that stands in it; the root has kind ``law`` and its heading is the title.

    ``id`` is a UUID in lower-case canonical form, or empty in a tree read from a file without ids. ``number`` is bare
    (``5-1``) and empty for kinds outside NUMBERED. Words are printed words, NFC, one paragraph each; only the text
    of a table has lines, of tab-separated cells. ``text`` is part one; ``closing`` ends the list of subclauses or
    indents that stands before the first passage.
    """

    kind: str
    number: str = ""
    heading: str = ""
    text: str = ""
    closing: str = ""
    children: tuple["Provision", ...] = ()
    id: str = ""
    status: str = "standing"
    references: tuple[Reference, ...] = field(default=())

    def words(self, name: str) -> str:
        """The words of one of FIELDS."""
        return str(getattr(self, name))


Path = tuple[int, ...]
"""Place of a provision in its tree: the index among its siblings, level by level; the root is ``()``."""


def walk(root: Provision) -> Iterator[tuple[Path, Provision]]:
    """Every provision with its path, in the order in which the law is read."""
    stack: list[tuple[Path, Provision]] = [((), root)]
    while stack:
        path, provision = stack.pop()
        yield path, provision
        children = [((*path, index), child) for index, child in enumerate(provision.children)]
        stack.extend(reversed(children))


def provisions(root: Provision) -> Iterator[Provision]:
    """Every provision in reading order."""
    stack = [root]
    while stack:
        provision = stack.pop()
        yield provision
        stack.extend(reversed(provision.children))


def at(root: Provision, path: Path) -> Provision:
    """The provision at a path; IndexError if there is none."""
    for index in path:
        root = root.children[index]
    return root


def rebuilt(root: Provision, change: Callable[[Provision], Provision]) -> Provision:
    """The tree with ``change`` applied to every provision, children first."""
    children = tuple(rebuilt(child, change) for child in root.children)
    return change(replace(root, children=children) if children != root.children else root)


def identified(root: Provision, new_id: Callable[[], str] = lambda: str(uuid.uuid4())) -> Provision:
    """The same tree in which every provision without an id has got one."""
    return rebuilt(root, lambda provision: provision if provision.id else replace(provision, id=new_id()))


def anonymous(root: Provision) -> Provision:
    """The same words without ids and references, as a file without ids would bring them."""
    return rebuilt(root, lambda provision: replace(provision, id="", references=()))


def ordinal(parent: Provision, index: int) -> int:
    """The ordinal by which an unnumbered child is cited: «часть вторая» is the first passage after a text.

    Removed siblings do not count. The text of the parent is part one, or the first indent, so counting starts at two
    where there is a text (Law No 480-V, articles 23 and 25).
    """
    kind = parent.children[index].kind
    before = parent.children[:index]
    return 1 + bool(parent.text) + sum(child.kind == kind and child.status != "removed" for child in before)


def list_end(provision: Provision) -> int:
    """How many children stand before the closing words: all up to the last list item ahead of the first passage."""
    end = 0
    for index, child in enumerate(provision.children):
        if child.kind == "passage":
            break
        if child.kind in LISTED:
            end = index + 1
    return end


def misplaced(root: Provision) -> list[tuple[Path, str, str]]:
    """Each provision that CONTAINS does not allow where it stands: path, its kind, kind of its parent."""
    return [
        ((*path, index), child.kind, provision.kind)
        for path, provision in walk(root)
        for index, child in enumerate(provision.children)
        if child.kind not in CONTAINS[provision.kind]
    ]
