"""Bringing a text from outside into the rows: a new law, a second language, a newer text of the same law."""

from dataclasses import replace as with_fields
from uuid import UUID

from django.db import IntegrityError, transaction

from ..lawtext.comparison import compare
from ..lawtext.numbering import numbers
from ..lawtext.parallel import laid_onto
from ..lawtext.provision import at, identified, walk
from ..lawtext.references import link
from ..models import Entry, Law, Provenance
from .act import By, procedure
from .errors import ActRefused, NothingChanged
from .lay import lay, lay_words

AUTHENTIC = {"kk": True, "ru": True, "en": False}


def load(slug, imported, *, by=By()):  # noqa: B008
    """Makes a law of an imported text, as one entry; returns the law.

    A text whose numbers run through without gaps is a draft; one with inserted or missing numbers is a law in force,
    and its numbers are frozen. ActRefused if the slug is taken.
    """
    language = imported.language
    law = Law(slug=slug, languages=[[language, AUTHENTIC[language]]], numbering=_mode(imported.root))
    try:
        with transaction.atomic():
            Law.objects.bulk_create([law])
            _load(law, imported, identified(imported.root), by=by)
    except IntegrityError as error:
        raise ActRefused(f"There is a law “{slug}” already.") from error
    law.refresh_from_db()
    return law


@procedure(Entry.Act.LOAD, structural=True)
def _load(writing, imported, tree):
    writing.create(writing.law)
    lay(writing, imported.language, link(tree, imported.language, writing.law.profile)[0])
    _keep_notes(writing, imported, lambda path: at(tree, path).id)


def _mode(root):
    given = numbers(root, "drafting")
    runs_through = all(given[path] == provision.number for path, provision in walk(root) if path in given)
    return Law.Numbering.DRAFTING if runs_through else Law.Numbering.AMENDING


def add_language(law, imported, *, by=By()):  # noqa: B008
    """Lays the text of a further language onto the tree of a law; returns the mismatches.

    ActRefused if the law has that language already.
    """
    language = imported.language
    if language in law.language_codes:
        raise ActRefused(f"The law has a text in this language (“{language}”): give --replace to put a newer text in.")
    other = identified(imported.root)
    base = law.as_provision(law.language_codes[0])
    laid = laid_onto(base, other)
    _add_language(law, imported, laid, other, by=by)
    return laid.mismatches


@procedure(Entry.Act.LOAD, structural=True)
def _add_language(writing, imported, laid, other):
    language = imported.language
    languages = [*writing.law.languages, [language, AUTHENTIC[language]]]
    writing.change(writing.law, languages=languages)
    tree = link(laid.root, language, writing.law.profile)[0]
    if any(mismatch.only_in == "other" for mismatch in laid.mismatches):
        lay(writing, language, tree)
    else:
        lay_words(writing, language, tree)
    _keep_notes(writing, imported, lambda path: laid.ids.get(at(other, path).id, at(other, path).id))


def replace(law, imported, *, by=By()):  # noqa: B008
    """Puts a newer text of one language in: compared with the present one, what changed applied as one entry.

    Ids are kept wherever the comparison finds the same provision. NothingChanged if the text is the same.
    """
    language = imported.language
    if language not in law.language_codes:
        raise ActRefused(f"The law has no text in this language (“{language}”) that could be replaced.")
    present = law.as_provision(language)
    tree = _with_ids(imported.root, compare(present, imported.root))
    return _replace(law, imported, link(tree, language, law.profile)[0], by=by)


@procedure(Entry.Act.REPLACE, structural=True)
def _replace(writing, imported, tree):
    lay(writing, imported.language, tree)
    if writing.is_empty:
        raise NothingChanged("The file says the same as the text of the law.")
    _keep_notes(writing, imported, lambda path: at(tree, path).id)


def _with_ids(root, comparison):
    """The new tree with the id of the old counterpart wherever the comparison found one."""
    ids = {new: at(comparison.old, old).id for new, old in comparison.pairs.items()}

    def given(provision, path):
        children = tuple(given(child, (*path, index)) for index, child in enumerate(provision.children))
        return with_fields(provision, id=ids.get(path, ""), children=children)

    return identified(given(root, ()))


def _keep_notes(writing, imported, id_at):
    """Editorial notes are kept with the provision above them; those of an earlier text in the language go."""
    Provenance.objects.filter(provision__law=writing.law, language=imported.language).delete()
    for note in imported.notes:
        writing.notes.append(
            Provenance(
                provision_id=UUID(id_at(note.path)),
                language=imported.language,
                text=note.text,
                source_line=note.line,
            )
        )
