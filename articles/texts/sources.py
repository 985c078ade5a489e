"""A text named in a command: a draft (``slug@3``), a working text (``slug``) or a file that the importers read."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from ..asked import number
from ..lawtext.edition import Edition
from ..lawtext.exporters import EXPORTERS
from ..lawtext.importers import sandbox
from ..lawtext.importers.archive import MEBIBYTE, Limits
from ..lawtext.importers.lines import ImportRefused
from ..lawtext.provision import FIELDS, Provision, provisions
from ..lawtext.references import linked_by_place
from ..lawtext.substance import language_of
from ..models import Law
from .addresses import addresses

ENOUGH_WORDS = 400
"""So many characters tell the language of a text."""


class NoSuchSource(Exception):
    """The message says in one sentence what is not there."""


@dataclass(frozen=True)
class Source:
    """A text with what names it; ``notes`` are editorial notes as (path, text) pairs, ``frozen`` a draft's document."""

    root: Provision
    edition: Edition
    notes: tuple = ()
    frozen: bytes = b""

    def comparable(self):
        """The tree for a comparison: one from a file gets its references, so that renumbered ones can be folded."""
        return linked_by_place(self.root, self.edition.language)

    def exported(self, format):
        """The text as a file of this format; the Akoma Ntoso of a draft is its frozen document itself."""
        if format == "akn" and self.frozen:
            return self.frozen
        return EXPORTERS[format].write(self.root, self.edition, self.notes)


def source(name, language):
    """The text that the name means, in the language; NoSuchSource or ImportRefused if it cannot be read."""
    slug, _, number = name.partition("@")
    law = Law.objects.filter(slug=slug).first()
    if law is None and Path(name).is_file():
        imported = read_file(name, language)
        return Source(imported.root, Edition(language=language, source=Path(name).name), _notes(imported))
    if law is None:
        raise NoSuchSource(f"There is no law “{slug}” and no file of that name.")
    if language not in law.language_codes:
        raise NoSuchSource(f"The law “{slug}” has no text in the language “{language}”.")
    return draft_text(_draft(law, number), language) if number else working_text(law, language)


def working_text(law, language):
    """The working text of a law with its edition and notes; its rows are read once for each last entry."""
    edition = law.edition(language)
    root = addresses(law, language, edition.fingerprint).whole()
    return Source(root, edition, law.notes(language, root))


def draft_text(draft, language):
    """A frozen draft in one language; NoSuchSource if it was frozen without it."""
    document = draft.documents.filter(language=language).first()
    if document is None:
        raise NoSuchSource(f"Draft {draft.number} has no text in the language “{language}”.")
    imported = document.imported()
    return Source(imported.root, draft.edition(language), _notes(imported), bytes(document.akn))


def _notes(imported):
    return tuple((note.path, note.text) for note in imported.notes)


def _draft(law, asked):
    found = law.drafts.numbered(number(asked) or 0)
    if found is None:
        raise NoSuchSource(f"The law “{law.slug}” has no draft “{asked}”.")
    return found


def read_file(path, language):
    """A file read by the importers in a process of its own, under the limits of the settings."""
    limits = Limits(**settings.IMPORT_LIMITS)
    path = Path(path)
    try:
        if path.stat().st_size > limits.bytes:
            raise ImportRefused("The file is larger than %(most)s MiB.", most=limits.bytes // MEBIBYTE)
        content = path.read_bytes()
    except OSError as error:
        raise NoSuchSource(f"The file “{path.name}” cannot be read: {error.strerror}.") from error
    return read_content(path.name, content, language)


def read_content(name, content, language=""):
    """The bytes of a file read by the importers, see ``read_file``; without a language its words tell it."""
    limits = Limits(**settings.IMPORT_LIMITS)
    imported = sandbox.read(name, content, language or settings.LANGUAGE_CODE, limits)
    found = language_of_text(imported) if language else language_of(_words(imported))
    if not language and found != imported.language:
        return sandbox.read(name, content, found, limits)
    if language and found != language:
        raise ImportRefused(
            "The file is in the language “%(found)s”, but was to be read as “%(asked)s”.", found=found, asked=language
        )
    return imported


def language_of_text(imported):
    """The language that the file says, or that its words are in; as asked for where there are few words."""
    words = _words(imported)
    return language_of(words) if len(words) > ENOUGH_WORDS else imported.language


def _words(imported):
    return " ".join(provision.words(name) for provision in provisions(imported.root) for name in FIELDS)
