"""Bringing a text from outside into the rows: a new law, a second language, a newer text of the same law."""

import re
from dataclasses import replace as with_fields
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from ..lawtext.comparison import compare
from ..lawtext.numbering import numbers
from ..lawtext.parallel import laid_onto
from ..lawtext.provision import anonymous, at, identified, provisions, walk
from ..lawtext.references import link
from ..models import Entry, Law, Provenance, Provision
from ..words.names import language_name
from .act import By, procedure
from .errors import ActRefused, NothingChanged
from .lay import lay, lay_words
from .overtaken import require_not_overtaken, until_not_overtaken

SLUG = re.compile(r"[a-zA-Z0-9_-]{1,80}")

RESERVED = frozenset({"new"})
"""Addresses that mean a page."""

AUTHENTIC = {"kk": True, "ru": True, "en": False}


def load(slug, imported, *, by=By()):  # noqa: B008
    """Makes a law of an imported text, as one entry; returns the law.

    A text whose numbers run through without gaps is a draft; one with inserted or missing numbers is a law in force,
    and its numbers are frozen. Ids of the file are kept if no law here has them. ActRefused if the slug is taken, or
    is none.
    """
    if not SLUG.fullmatch(slug) or slug in RESERVED:
        raise ActRefused(
            _("“%(slug)s” cannot be the address of a law: use up to 80 Latin letters, figures and hyphens.")
            % {"slug": slug[:80]}
        )
    if by.token and (done := Entry.objects.filter(token=by.token, act=Entry.Act.LOAD, law__slug=slug).first()):
        return done.law
    if Law.objects.filter(slug=slug).exists():
        raise ActRefused(_("There is a law “%(slug)s” already.") % {"slug": slug})
    language = imported.language
    law = Law(slug=slug, languages=[[language, AUTHENTIC[language]]], numbering=_mode(imported.root))
    with transaction.atomic():
        Law.objects.bulk_create([law])
        _load(law, imported, identified(_with_free_ids(imported.root)), by=by)
    law.refresh_from_db()
    return law


def _with_free_ids(root):
    """The tree as it is if no provision here has one of its ids, else without ids: a copy is a law of its own."""
    ids = [provision.id for provision in provisions(root) if provision.id]
    return anonymous(root) if Provision.objects.filter(pk__in=ids).exists() else root


@procedure(Entry.Act.LOAD, structural=True)
def _load(writing, imported, tree):
    writing.create(writing.law)
    lay(writing, imported.language, link(tree, imported.language, writing.law.profile)[0])
    _keep_notes(writing, imported, lambda path: at(tree, path).id)


def _mode(root):
    given = numbers(root, "drafting")
    runs_through = all(given[path] == provision.number for path, provision in walk(root) if path in given)
    return Law.Numbering.DRAFTING if runs_through else Law.Numbering.AMENDING


@until_not_overtaken
def add_language(law, imported, *, by=By()):  # noqa: B008
    """Lays the text of a further language onto the tree of a law; returns the mismatches.

    What stands in the new text only is left out, for it would put empty units into the others: the mismatches name
    it with its words. ActRefused if the law has that language already.
    """
    language = imported.language
    if language in law.language_codes:
        named = {"language": language_name(language)}
        raise ActRefused(_("The law has a text in this language already: %(language)s.") % named)
    other = identified(anonymous(imported.root))
    laid = laid_onto(law.as_provision(law.language_codes[0]), other)
    _add_language(law, law, imported, laid, other, by=by)
    return laid.mismatches


@procedure(Entry.Act.LOAD)
def _add_language(writing, law, imported, laid, other):
    require_not_overtaken(writing, law)
    language = imported.language
    writing.change(writing.law, languages=[*writing.law.languages, [language, AUTHENTIC[language]]])
    lay_words(writing, language, link(laid.root, language, writing.law.profile)[0])
    _keep_notes(writing, imported, lambda path: laid.ids.get(at(other, path).id, ""))


@until_not_overtaken
def replace(law, imported, *, by=By()):  # noqa: B008
    """Puts a newer text of one language in: compared with the present one, what changed applied as one entry.

    Ids are kept wherever the comparison finds the same provision. NothingChanged if the text is the same.
    """
    language = imported.language
    if language not in law.language_codes:
        named = {"language": language_name(language)}
        raise ActRefused(_("This law has no text in this language: %(language)s.") % named)
    tree = _with_ids(imported.root, compare(law.as_provision(language), imported.root))
    return _replace(law, law, imported, link(tree, language, law.profile)[0], by=by)


@procedure(Entry.Act.REPLACE, structural=True)
def _replace(writing, law, imported, tree):
    require_not_overtaken(writing, law)
    lay(writing, imported.language, tree)
    if writing.is_empty:
        raise NothingChanged(_("The file says the same as the text of the law."))
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
        if key := id_at(note.path):
            writing.notes.append(
                Provenance(
                    provision_id=UUID(key),
                    language=imported.language,
                    text=note.text,
                    source_line=note.line,
                )
            )
