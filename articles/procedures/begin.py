"""Beginning a law: from a text that was read, or as a copy of another; whoever begins it gets a role in its group."""

from dataclasses import replace
from uuid import UUID, uuid4

from django.db import transaction

from ..lawtext.provision import FIELDS, at, provisions, rebuilt
from ..lawtext.transliteration import address
from ..models import Entry, Law, Membership, Provenance
from .act import procedure
from .lay import lay_places, lay_words
from .load import RESERVED, load
from .numbers import keep_numbers
from .overtaken import require_not_overtaken, until_not_overtaken

LONGEST = 60
"""Letters of a slug that is made from a title; the rest of the column is for a number behind it."""


def begin(imported, role, *, by):
    """Makes a law of a text that was read, under an address made from its title; returns the law."""
    with transaction.atomic():
        return _begun(by) or _joined(load(free_slug(imported.root.heading), imported, by=by), role, by)


def copy(law, texts, title, role, *, by):
    """Makes a law of the texts of another, with ids of its own, its title in the first language new; returns the law.

    ``texts`` are ``sources.Source`` of the same edition, one for each language. People, history and drafts stay
    behind.
    """
    codes = {text.edition.language for text in texts}
    languages = [[code, authentic] for code, authentic in law.languages if code in codes]
    texts = _anew(texts, {}, {texts[0].edition.language: title})
    with transaction.atomic():
        if done := _begun(by):
            return done
        copied = Law(slug=free_slug(title), languages=languages, profile=law.profile, numbering=law.numbering)
        Law.objects.bulk_create([copied])
        _copy(copied, texts, by=by)
        copied.refresh_from_db()
        return _joined(copied, role, by)


@until_not_overtaken
def copy_into(law, texts, *, by):
    """Gives a law that has only a title the texts of another; its own titles stay. Returns the entry."""
    titles = {code: law.as_provision(code).heading for code in law.language_codes}
    root = texts[0].root.id
    return _copy_into(law, law, _anew(texts, {root: str(law.root_id)}, titles), by=by)


def free_slug(title):
    """An address that no law has, made from the title."""
    base = address(title, LONGEST) or "law"
    taken = {*Law.objects.filter(slug__startswith=base).values_list("slug", flat=True), *RESERVED}
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return base if base not in taken else next(slug for slug in numbered if slug not in taken)


def _begun(by):
    """The law that this very request has begun already."""
    entry = Entry.objects.filter(token=by.token, act=Entry.Act.LOAD).first() if by.token else None
    return entry.law if entry else None


def _joined(law, role, by):
    Membership.objects.create(law=law, person=by.person, role=role, organisation=by.person.organisation)
    return law


@procedure(Entry.Act.LOAD, structural=True)
def _copy(writing, texts):
    writing.create(writing.law)
    _lay(writing, texts)


@procedure(Entry.Act.REPLACE, structural=True)
def _copy_into(writing, law, texts):
    require_not_overtaken(writing, law)
    known = writing.law.language_codes
    further = [[text.edition.language, text.edition.authentic] for text in texts]
    writing.change(writing.law, languages=[*writing.law.languages, *(item for item in further if item[0] not in known)])
    _lay(writing, texts)


def _lay(writing, texts):
    for text in texts:
        lay_places(writing, text.root)
        keep_numbers(writing, text.root)
        lay_words(writing, text.edition.language, text.root)
        for path, note in text.notes:
            row = Provenance(provision_id=UUID(at(text.root, path).id), language=text.edition.language, text=note)
            writing.notes.append(row)


def _anew(texts, ids, titles):
    """The texts with new ids, the same in all languages, and with these titles; ``ids`` may give some already."""
    found = []
    for text in texts:
        for provision in provisions(text.root):
            ids.setdefault(provision.id, str(uuid4()))
        root = rebuilt(text.root, lambda provision: _with_id(provision, ids))
        title = titles.get(text.edition.language)
        found.append(replace(text, root=_titled(root, title) if title else root))
    return found


def _with_id(provision, ids):
    """A copy under its new id; words that refer to a provision which is not copied become plain words."""
    references = tuple(
        replace(one, targets=tuple(ids[target] for target in one.targets))
        for one in provision.references
        if ids.keys() >= set(one.targets)
    )
    return replace(provision, id=ids[provision.id], references=references)


def _titled(root, title):
    kept = tuple(one for one in root.references if one.field != FIELDS[0])
    return replace(root, heading=title, references=kept)
