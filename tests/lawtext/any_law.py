"""Every tree that CONTAINS allows, with words, references and gaps that no drafter would write on purpose."""

import uuid
from dataclasses import replace

from hypothesis import strategies as st

from articles.lawtext.provision import CONTAINS, FIELDS, NUMBERED, Provision, Reference, provisions

HOSTILE = ("<script>alert(1)</script>", "]]>", "&amp;", "\"'&<>", " ", "  два  ", "{@", "﷽\u2028\u00a0", "$#%\\{}*_")

WORDS = st.one_of(
    st.just(""),
    st.sampled_from(HOSTILE),
    st.text("абвІіҚқ AZ15-.,;:)(«»<>&\"'\u00a0\u0301𝟙", min_size=1, max_size=24),
)

NUMBERS = st.sampled_from(("1", "2", "2-1", "15б", "", "1 2", "nn", "«3»", "1_2"))

FORMS = st.sampled_from(("gen", "nom+r", "loc+l+c"))

MISSING = "0dead000-0000-4000-8000-000000000000"

DEPTH = 5


@st.composite
def _table_text(draw):
    rows = draw(st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=3))
    return "\n".join("\t".join(row) for row in rows)


@st.composite
def _unit(draw, kind, depth):
    kinds = sorted(CONTAINS[kind])
    few = st.lists(st.sampled_from(kinds), max_size=4 if depth < 2 else 2) if kinds and depth < DEPTH else st.just([])
    return Provision(
        kind=kind,
        number=draw(NUMBERS) if kind in NUMBERED else "",
        heading=draw(WORDS),
        text=draw(_table_text() if kind == "table" else WORDS),
        closing=draw(st.one_of(st.just(""), WORDS)),
        children=tuple(draw(_unit(child, depth + 1)) for child in draw(few)),
        status=draw(st.sampled_from(("standing", "standing", "standing", "excluded", "expired")))
        if depth
        else "standing",
    )


def _with_ids(root, some):
    """Ids by a random choice: all, none, or every provision whose turn it is."""
    count = iter(range(1, 10_000))

    def named(provision):
        turn = next(count)
        identity = str(uuid.UUID(int=turn, version=4)) if some(turn) else ""
        return replace(provision, id=identity, children=tuple(named(child) for child in provision.children))

    return named(root)


def _cells(provision, name):
    """Offsets between which a reference may run: a whole field, or one cell of a table."""
    start = 0
    text = provision.words(name)
    pieces = text.replace("\n", "\t").split("\t") if provision.kind == "table" and name == "text" else [text]
    for piece in pieces:
        yield start, start + len(piece)
        start += len(piece) + 1


@st.composite
def _references(draw, provision, ids):
    found = []
    for name in FIELDS:
        for start, end in _cells(provision, name):
            if end - start < 2 or not draw(st.booleans()):
                continue
            cuts = sorted(draw(st.sets(st.integers(start, end), min_size=2, max_size=4)))
            for begin, stop in zip(cuts[::2], cuts[1::2], strict=False):
                targets = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3))
                through = len(targets) == 2 and draw(st.booleans())
                found.append(Reference(name, begin, stop, tuple(targets), draw(FORMS), through))
    return tuple(found)


@st.composite
def any_laws(draw, references=True):
    """A law without removed provisions; statuses, numbers, ids and references as they may come."""
    some = draw(st.sampled_from((lambda turn: True, lambda turn: False, lambda turn: turn % 3)))
    root = _with_ids(draw(_unit("law", 0)), some)
    ids = [provision.id for provision in provisions(root) if provision.id]
    if not references:
        return root

    def linked(provision):
        children = tuple(linked(child) for child in provision.children)
        return replace(provision, children=children, references=draw(_references(provision, [*ids, MISSING])))

    return linked(root)
