"""Names of Akoma Ntoso 3.0 (OASIS) that its exporter and its importer share."""

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

OWN = "urn:lawdraft:1"
"""Our namespace, prefix ``ld``, for what Akoma Ntoso cannot say."""

ELEMENTS = {
    "part": "part",
    "section": "section",
    "subsection": "subsection",
    "chapter": "chapter",
    "paragraph": "subchapter",
    "article": "article",
    "clause": "clause",
    "subclause": "subclause",
    "passage": "alinea",
    "indent": "indent",
}
"""The element of each kind that has one of its own; note and table are hcontainers named for them."""

CONTAINERS = frozenset({"note", "table"})
"""Kinds that are written as hcontainer."""

EMPTY = "empty"
"""Name of the hcontainer that stands in a body without provisions: the schema wants at least one element."""

DEAD = "urn:uuid:"
"""What the href of a reference starts with when its target does not stand in the document."""

NO_DATE = "0001-01-01"
"""The schema wants a date; this one stands for none."""
