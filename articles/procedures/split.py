"""Splitting a provision in two and joining two into one."""

import uuid

from django.utils.translation import gettext as _

from ..lawtext.provision import GROUPS
from ..models import Entry, Provision, Wording
from ..words.names import language_name
from .act import procedure
from .errors import NotAllowedHere
from .place import put
from .punctuation import list_marks_follow
from .words import new_wording, reworded, wordings_of


@procedure(Entry.Act.SPLIT, structural=True)
def split(writing, provision, halves, *, id=None):
    """Splits a provision into itself and a new one of the same kind right after it.

    ``halves`` maps each language that has words to the words of both: ``{"ru": ("first.", "Second.")}``. The first
    keeps the id; what stands in the provision comes after its text and
    so goes with the second, as do closing words. References to the first stay; they are for a person to look at. A
    language that is not parted yet keeps all its words in the first, ``("All.", "")``, and lacks those of the second.
    """
    structure = writing.structure
    row = structure.standing(provision)
    if row.kind in GROUPS | {"law", "preamble", "table", "annex"}:
        raise NotAllowedHere(_("A unit of this kind cannot be split: move what stands in it instead."))
    second = Provision(
        id=id or uuid.uuid4(),
        law=writing.law,
        parent_id=row.parent_id,
        kind=row.kind,
        position=structure.position(structure.parent(row), row),
        origin=row.id,
    )
    wordings = {wording.language: wording for wording in wordings_of(writing, [row])}
    _require_halves(halves, wordings)
    with list_marks_follow(writing):
        structure.add(writing.create(second))
        for child in structure.children[row.id][:]:
            put(writing, child, second, structure.last(second))
        for language, (before, after) in halves.items():
            _halve(writing, wordings.get(language), second, language, before, after)
    writing.subject = row.id


def _require_halves(halves, wordings):
    """What stands in the provision goes with the second half, so every language that has words must be parted."""
    missing = [language for language, wording in wordings.items() if wording.text and language not in halves]
    if missing:
        named = {"languages": ", ".join(map(language_name, missing))}
        raise NotAllowedHere(_("Give both halves in every language. Missing: %(languages)s.") % named)
    if not any(before and after for before, after in halves.values()):
        raise NotAllowedHere(_("Both halves need words."))


def _halve(writing, wording, second, language, before, after):
    if wording is None or not before:
        raise NotAllowedHere(_("Both halves need words."))
    closing = wording.closing
    if after or closing:
        new_wording(writing, second, language, {"text": after, "closing": closing}, stored_like=wording.text)
    reworded(writing, wording, text=before)
    writing.change(wording, closing="")


@procedure(Entry.Act.JOIN, structural=True)
def join(writing, provision):
    """Joins a provision to the one before it, of the same kind; the first keeps its id and takes all words.

    What stands in the second comes along. NotAllowedHere if something stands in the first, since the words of the
    second would then change their place.
    """
    structure = writing.structure
    row = structure.standing(provision)
    first = structure.previous(row)
    if first is None or first.kind != row.kind or not structure.stands(first):
        raise NotAllowedHere(_("There is no unit of the same kind before this one to join it to."))
    if row.kind not in GROUPS and structure.visible(first):
        raise NotAllowedHere(_("The unit before has units of its own: move them or join those first."))
    if any(wording.heading for wording in wordings_of(writing, [row])):
        raise NotAllowedHere(_("The second unit has a heading, which would be lost: clear it first."))
    with list_marks_follow(writing):
        for child in structure.children[row.id][:]:
            put(writing, child, first, structure.last(first))
        _join_words(writing, first, row)
        writing.change(row, status=Provision.Status.REMOVED, joined_to=first.id)
    writing.subject = first.id


def _join_words(writing, first, second):
    taken = {wording.language: wording for wording in wordings_of(writing, [first])}
    for wording in wordings_of(writing, [second]):
        into = taken.get(wording.language)
        fields = {"text": wording.text, "closing": wording.closing}
        if into is None:
            writing.create(Wording.new(first.id, wording.language, **fields))
            continue
        text = " ".join(words for words in (into.text, wording.text) if words)
        writing.change(into, text=text, closing=wording.closing or into.closing)
