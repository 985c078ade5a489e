"""The provisions of a law in one language, looked up by id: what they are called now and where they print."""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from django.utils.translation import gettext as _

from ..lawtext.eids import eids
from ..lawtext.exporters.redline_words import place
from ..lawtext.provision import GROUPS, provisions, walk
from ..lawtext.references import Index, printed_tree
from ..lawtext.units import label
from ..models.tree import law_as_stored
from ..words.names import interface_language


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision to which a page leads: ``id``, and ``name``, which is its address in the interface's language."""

    id: str
    name: str


KEPT = 6
"""So many texts are kept between requests: a page of a provision shows all languages of its law."""


@lru_cache(maxsize=KEPT)
def addresses(law, language, fingerprint):
    """The Addresses of a law whose last entry has this fingerprint: while it has, those kept still hold."""
    return Addresses(law, language)


class Addresses:
    """The working text of a law in one language, units that were taken out included: two queries, whatever its size.

    Words are printed only where they are asked for. Never changed: one serves many requests.
    """

    def __init__(self, law, language):
        self.language = language
        self.root = law_as_stored(law, language)
        self.index = Index(self.root, law.profile)

    def __contains__(self, id):
        return id in self.index

    def provision(self, id):
        """The provision with its words as they print now, without what stands in it."""
        return printed_tree(replace(self.index.provision(id), children=()), self.index, self.language)

    def whole(self, id=None):
        """A provision, or the law, with its words and all that stands in it as they print now."""
        return printed_tree(self.index.provision(id) if id else self.root, self.index, self.language)

    def children(self, id):
        """The units directly in a provision that are in the text, as provisions."""
        return [self.provision(child.id) for child in self.index.provision(id).children if child.status == "standing"]

    def name(self, id):
        """«Статья 17, пункт 2» in the language of the interface, by the numbers of now."""
        if id == self.root.id:
            return _("The law as a whole")
        steps = [(self.index.kind(one), self.index.mark(one)) for one in reversed(self.index.chain(id))]
        return place(steps, interface_language())

    def unit(self, id):
        """The unit with its name; None for an id that this law does not have."""
        return Unit(id, self.name(id)) if id in self else None

    def units(self, ids):
        """The units of these ids that the law has."""
        return tuple(self.unit(id) for id in ids if id in self)

    @cached_property
    def eids(self):
        """The eId of each provision that prints, by id."""
        given = eids(self.root)
        return {provision.id: given[path] for path, provision in walk(self.root) if path in given}

    @cached_property
    def order(self):
        """The place of each provision in the order of reading, by id."""
        return {provision.id: place for place, provision in enumerate(provisions(self.root))}

    def around(self, id):
        """The units in which a provision stands, the largest first, without the law itself: (id, name)."""
        lineage = list(self.index.lineage(id))[1:-1]
        return [(outer, self._title(outer)) for outer in reversed(lineage)]

    def _title(self, id):
        """«Глава 3. Кенес» in the language of the text, «Пункт 2» for what has no heading."""
        provision = self.provision(id)
        if provision.kind in GROUPS | {"article", "annex"}:
            return f"{label(provision.kind, provision.number, self.language)} {provision.heading}".strip()
        return place([(provision.kind, self.index.mark(id))], self.language)

    def outermost_absent(self, id):
        """The id of the largest unit around a provision, or itself, that is not in the text; empty if it stands."""
        lineage = list(self.index.lineage(id))
        absent = [outer for outer in lineage if self.index.provision(outer).status != "standing"]
        return absent[-1] if absent else ""
