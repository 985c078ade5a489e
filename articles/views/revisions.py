"""The redline between two revisions of a provision, as its page shows it."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from ..chronicle.history import Revision
from ..lawtext.exporters.redline_marks import Marks
from ..lawtext.exporters.redline_units import Unit, pieces
from ..lawtext.exporters.redline_words import REASONED
from ..lawtext.places import with_marks, without_marks
from ..lawtext.provision import FIELDS, LISTED
from ..lawtext.redline import redline
from ..lawtext.references import printed
from ..lawtext.substance import reasons
from ..lawtext.units import label
from ..words.names import interface_language


@dataclass(frozen=True, slots=True)
class Redline:
    """Two revisions in one language: ``paragraphs`` are markup, ``reasons`` say in words what was touched."""

    old: Revision
    new: Revision
    paragraphs: tuple[SafeString, ...]
    reasons: tuple[str, ...]

    @property
    def is_same(self):
        """Whether both say the same."""
        return all(getattr(self.old, name) == getattr(self.new, name) for name in FIELDS)


def redline_of(addresses, provision, old, new):
    """The redline of two revisions of a provision, its references printed as they are today."""
    marks, paragraphs, touched = Marks(addresses.language, interface_language()), [], {}
    named = [name for name in FIELDS if getattr(old, name) or getattr(new, name)]
    for name in named:
        spans, references = _spans(addresses, provision, name, old, new)
        touched.update(dict.fromkeys(reasons(spans, addresses.language, *references)))
        is_first = name == named[0]
        mark = label(provision.kind, provision.number, addresses.language) if is_first else ""
        kind = provision.kind if name == "text" else ""
        unit = Unit(kind, "text", mark, pieces=pieces(spans), look="reworded")
        css = "law-text is-heading" if name == "heading" else "law-text"
        paragraphs.append(SafeString(marks.words(unit, css)))
    words = REASONED[interface_language()]
    return Redline(old, new, tuple(paragraphs), tuple(words[reason] for reason in touched))


def _spans(addresses, provision, name, old, new):
    """The spans of one field, and its references on both sides."""
    index, language = addresses.index, addresses.language
    one, two = (printed(getattr(side, name), index, language, provision.id, name) for side in (old, new))
    references, words, ends = (one.references, two.references), (one.words, two.words), None
    if provision.kind in LISTED and one.words != two.words:
        *words, ends = without_marks(*words)  # The mark at the end of a list item follows its place.
    spans = redline(*words, *references)
    return (with_marks(spans, *ends) if ends else spans), references
