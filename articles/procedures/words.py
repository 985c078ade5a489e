"""Words on their way into rows: cleaned, references kept, recognised and stored."""

from ..lawtext.characters import clean, forbidden
from ..lawtext.provision import FIELDS
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
from .errors import ActRefused, ProvisionIsExcluded


def provision_of(writing, provision):
    """The row of a provision that is in the text, loaded without the rest of the law."""
    key = getattr(provision, "pk", provision)
    row = (
        Provision.objects.filter(law=writing.law, pk=key)
        .select_related("parent__parent__parent__parent__parent")
        .first()
    )
    if row is None:
        raise ActRefused("This law has no such provision.")
    outer = row
    while outer is not None:
        if outer.status != Provision.Status.STANDING:
            raise ProvisionIsExcluded("This provision is not in the text: restore it first.")
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
        for wording in Wording.objects.filter(provision__in=stored).order_by("language"):
            known[wording.provision_id].append(wording)
    return [wording for row in rows for wording in known[row.id]]


def new_wording(writing, row, language, fields, stored_like=""):
    """A wording for a provision that has none in the language yet.

    ``stored_like`` is a stored text whose references these words may hold: the second half of a split.
    """
    wordings_of(writing, [row])
    wording = Wording.new(row.id, language)
    for name, words in _checked(fields).items():
        setattr(wording, name, _stored(writing, row.id, language, name, stored_like, words))
    writing.wordings[row.id].append(writing.create(wording))
    return wording


def reworded(writing, wording, **fields):
    """Gives a wording other words, as a person sees them."""
    stored = {
        name: _stored(writing, wording.provision_id, wording.language, name, getattr(wording, name), words)
        for name, words in _checked(fields).items()
    }
    writing.change(wording, **stored)


def _checked(fields):
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise ActRefused(f"A wording has no “{min(unknown)}”, only {', '.join(FIELDS)}.")
    for words in fields.values():
        if found := forbidden(words):
            code = ord(words[found[0].start])
            raise ActRefused(f"The words hold the character U+{code:04X}, which no file can hold: remove it.")
    return fields


def _stored(writing, provision_id, language, field, before, submitted):
    """The stored form of submitted words: references of ``before`` kept, new ones recognised."""
    words = submitted if "\t" in submitted else clean(submitted)
    at = str(provision_id)
    if MARK in before and MARK not in words:
        shown = printed(before, writing.index, language, at, field).words
        words = restore_references(before, shown, words)
    if MARK not in words and not recognise(words, language, writing.law.profile):
        return words
    try:
        check_marks(words, writing.index)
    except ReferenceRefused as refusal:
        raise ActRefused(str(refusal)) from refusal
    return relinked(words, writing.index, language, at, field)[0]
