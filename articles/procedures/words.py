"""Words on their way into rows: cleaned, references kept, recognised and stored."""

from django.utils.translation import gettext as _

from ..lawtext.characters import clean, forbidden
from ..lawtext.provision import FIELDS, may_have
from ..lawtext.references import (
    MARK,
    ReferenceRefused,
    check_marks,
    printed,
    recognise,
    relinked,
    restore_references,
)
from ..models import Provision, Wording
from ..words.names import kind_name, language_name
from .errors import ActRefused, NotAllowedHere, ProvisionIsExcluded
from .structure import key_of

LONGEST = {"table": 100_000}
LONGEST_PARAGRAPH = 20_000
"""So many characters a person may save in one unit: references are looked for in them while others wait."""


def provision_of(writing, provision):
    """The row of a provision that is in the text, loaded without the rest of the law."""
    key = key_of(provision)
    row = (
        Provision.objects.filter(law=writing.law, pk=key)
        .select_related("parent__parent__parent__parent__parent")
        .first()
    )
    if row is None:
        raise ActRefused(_("This law has no such provision."))
    outer = row
    while outer is not None:
        if outer.status != Provision.Status.STANDING:
            raise ProvisionIsExcluded(_("This provision is not in the text: restore it first."))
        outer = outer.parent
    return row


def wordings_of(writing, rows):
    """The wordings of these provisions in all languages; the same objects for the whole act."""
    known = writing.wordings
    wanted = [row.id for row in rows if row.id not in known]
    created = {row.id for row in writing.created if isinstance(row, Provision)}
    for key in wanted:
        known[key] = []
    stored = [key for key in wanted if key not in created]
    if stored:
        for wording in Wording.objects.filter(provision__in=stored).select_related("provision").order_by("language"):
            known[wording.provision_id].append(wording)
    return [wording for row in rows for wording in known[row.id]]


def new_wording(writing, row, language, fields, stored_like=""):
    """A wording for a provision that has none in the language yet.

    ``stored_like`` is a stored text whose references these words may hold: the second half of a split.
    """
    require_language(writing.law, language)
    wordings_of(writing, [row])
    wording = Wording.new(row.id, language)
    for name, words in _checked(row, fields).items():
        setattr(wording, name, _stored(writing, row, language, name, stored_like, words))
    writing.wordings[row.id].append(writing.create(wording))
    return wording


def reworded(writing, wording, **fields):
    """Gives a wording other words, as a person sees them."""
    row = wording.provision
    stored = {
        name: _stored(writing, row, wording.language, name, getattr(wording, name), words)
        for name, words in _checked(row, fields, wording).items()
    }
    writing.change(wording, **stored)


def require_language(law, language):
    """NotAllowedHere for a language in which the law has no text."""
    if language not in law.language_codes:
        named = {"language": language_name(language)}
        raise NotAllowedHere(_("This law has no text in this language: %(language)s.") % named)


def _checked(row, fields, wording=None):
    """The fields, if this kind of provision has them (or ``wording`` has words there) and files can hold the words."""
    for name, words in fields.items():
        if name not in FIELDS or not isinstance(words, str):
            raise ActRefused(_("These are no words of a unit: “%(name)s”.") % {"name": str(name)[:40]})
        if words and not may_have(row.kind, name) and not (wording and getattr(wording, name)):
            raise _lacking(row.kind, name)
        most = LONGEST.get(row.kind, LONGEST_PARAGRAPH)
        if len(words) > most:
            raise ActRefused(
                _("The words of one unit are too long (at most %(most)s characters): part them.") % {"most": most}
            )
        if found := forbidden(words):
            named = {"character": f"U+{ord(words[found[0].start]):04X}"}
            raise ActRefused(
                _("The words hold the character %(character)s, which no file can hold: remove it.") % named
            )
    return fields


def _lacking(kind, name):
    sentences = {
        "heading": _("A unit of kind “%(kind)s” has no heading."),
        "text": _("A unit of kind “%(kind)s” has a heading, but no words of its own."),
        "closing": _("A unit of kind “%(kind)s” has no list that words could close."),
    }
    return NotAllowedHere(sentences[name] % {"kind": kind_name(kind)})


def _cleaned(row, submitted):
    """One paragraph; only a table has lines, of cells that are a paragraph each."""
    if row.kind != "table":
        return clean(submitted)
    return "\n".join("\t".join(clean(cell) for cell in line.split("\t")) for line in submitted.splitlines())


def _stored(writing, row, language, field, before, submitted):
    """The stored form of submitted words: references of ``before`` kept, new ones recognised."""
    words, at = _cleaned(row, submitted), str(row.id)
    if MARK in before and MARK not in words:
        shown = printed(before, writing.index, language, at, field)
        words = restore_references(before, shown, words)
    if MARK not in words and not recognise(words, language, writing.law.profile):
        return words
    try:
        check_marks(words, writing.index)
    except ReferenceRefused as refusal:
        raise ActRefused(
            _("The words hold “{@”, the mark of a reference, but it names no unit of this law: remove it.")
        ) from refusal
    return relinked(words, writing.index, language, at, field)[0]
