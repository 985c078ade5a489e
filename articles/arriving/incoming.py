"""A text from a file on its way into a law: what its report says, and how it is loaded."""

from dataclasses import dataclass, replace

from django.conf import settings

from .. import procedures
from ..access import ROLE_OF_WHO_BEGINS
from ..lawtext.comparison import compare
from ..lawtext.edition import Edition
from ..lawtext.importers import report
from ..lawtext.importers.archive import Limits, refuse_larger
from ..lawtext.importers.lines import Imported
from ..lawtext.importers.signatures import refuse_misnamed
from ..lawtext.parallel import Mismatch, laid_onto
from ..lawtext.provision import GROUPS, anonymous, identified, provisions
from ..lawtext.references import link, linked_by_place
from ..lawtext.units import label
from ..models import Upload
from ..procedures.load import AUTHENTIC
from ..texts.sources import Source, read_content

IN_OUTLINE = GROUPS | {"article", "annex"}

NEW, FIRST, FURTHER, NEWER = "new", "first", "further", "newer"
"""What a text is to be: a new law, the first text of a law that has only a title, a further language of a law, or a
newer text of one that it has."""


@dataclass(frozen=True)
class Report:
    """What was read from an upload, before anything of it is in a law.

    ``goal`` is NEW, FIRST, FURTHER or NEWER; ``counts`` are (kind, number) pairs, ``outline`` (kind, words) pairs in
    reading order; ``mismatches`` are those with the first language of the law (FURTHER), ``totals`` the number of
    changes by class (NEWER). ``sequence`` is that of the law to which they apply.
    """

    imported: Imported
    goal: str
    counts: tuple[tuple[str, int], ...]
    outline: tuple[tuple[str, str], ...]
    mismatches: tuple[Mismatch, ...] = ()
    totals: tuple[tuple[str, int], ...] = ()
    sequence: int = 0

    @property
    def title(self):
        return self.imported.root.heading

    @property
    def is_certain(self):
        """Whether every line was read without a doubt."""
        return not (self.imported.guesses or self.imported.not_understood)

    @property
    def says_the_same(self):
        """Whether there is nothing to load: the law says so already."""
        return self.goal == NEWER and not self.totals


def received(person, name, content, language, law, now):
    """Keeps what was brought until its report has been read, and forgets what waited too long or is too much.

    ImportRefused for a file whose size or first bytes say that it cannot be read.
    """
    refuse_larger(len(content), Limits(**settings.IMPORT_LIMITS))
    refuse_misnamed(name, content)
    Upload.objects.forgotten(now).delete()
    upload = Upload.objects.create(
        person=person, name=name[-200:], content=content, language=language, law=law, moment=now
    )
    Upload.objects.too_many(person).delete()
    return upload


def reported(upload):
    """The report on an upload; ImportRefused if it cannot be read as a law."""
    imported = read_content(upload.name, bytes(upload.content), upload.language)
    found = Report(
        imported,
        _goal(upload.law, imported.language),
        tuple((kind, number) for kind, number in report.counts(imported).items() if kind != "law"),
        tuple(_outline(imported)),
        sequence=upload.law.sequence if upload.law else 0,
    )
    return replace(found, **BEFORE[found.goal](upload.law, imported))


def load(upload, by, title="", sequence=0):
    """Loads an upload and returns the law; None if the law has changed since the report was made.

    ImportRefused and ActRefused as the importers and procedures say.
    """
    imported = read_content(upload.name, bytes(upload.content), upload.language)
    law = upload.law
    if law and law.sequence != sequence:
        return None
    if title and title != imported.root.heading:
        imported = replace(imported, root=replace(imported.root, heading=title, references=()))
    by = replace(by, token=upload.pk)
    law = LOADED[_goal(law, imported.language)](law, imported, by)
    upload.delete()
    return law


def _goal(law, language):
    if law is None:
        return NEW
    if not law.has_text:
        return FIRST
    return NEWER if language in law.language_codes else FURTHER


def _outline(imported):
    for provision in provisions(imported.root):
        if provision.kind in IN_OUTLINE:
            printed = label(provision.kind, provision.number, imported.language)
            yield provision.kind, f"{printed} {provision.heading}".strip()


def _mismatches(law, imported):
    base = law.as_provision(law.language_codes[0])
    return {"mismatches": laid_onto(base, identified(anonymous(imported.root))).mismatches}


def _changes(law, imported):
    newer = linked_by_place(imported.root, imported.language)
    return {"totals": tuple(compare(law.as_provision(imported.language), newer).totals.items())}


BEFORE = {NEW: lambda law, imported: {}, FIRST: lambda law, imported: {}, FURTHER: _mismatches, NEWER: _changes}
"""What is to be known before the text is loaded, by its goal."""


def _first(law, imported, by):
    """A text in any language: the title that the law has stays."""
    code = imported.language
    root = link(identified(imported.root), code, law.profile)[0]
    notes = tuple((note.path, note.text) for note in imported.notes)
    procedures.copy_into(law, [Source(root, Edition(language=code, authentic=AUTHENTIC[code]), notes)], by=by)
    return law


def _further(law, imported, by):
    procedures.add_language(law, imported, by=by)
    return law


def _newer(law, imported, by):
    procedures.replace(law, imported, by=by)
    return law


LOADED = {
    NEW: lambda law, imported, by: procedures.begin(imported, ROLE_OF_WHO_BEGINS, by=by),
    FIRST: _first,
    FURTHER: _further,
    NEWER: _newer,
}
