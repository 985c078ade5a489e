"""Rows of a law as one frozen tree: the step from the database to lawtext."""

from collections import defaultdict
from dataclasses import replace

from ..lawtext.importers.excluded import status_in
from ..lawtext.provision import Provision
from ..lawtext.references import Index, printed_tree
from ..lawtext.units import excluded_text


def law_as_provision(law, language, removed=False):
    """The law in one language as printed: two queries, whatever its size.

    Provisions that were taken out are left out unless ``removed``; a language that a provision has no wording in
    gives empty words. An excluded provision prints the word «исключен» in place of its words.
    """
    root = law_as_stored(law, language)
    return printed_tree(root, Index(root, law.profile), language, removed=removed)


def law_as_stored(law, language):
    """The same with references in their stored form and with provisions that were taken out, for who shows a few."""
    rows = law.provisions.order_by("position").values_list("id", "parent_id", "kind", "number", "status")
    wordings = _wordings(law, language)
    children = defaultdict(list)
    for row in rows:
        children[row[1]].append(row)
    return _provision(children[None][0], children, wordings, language)


def _wordings(law, language):
    from .wording import Wording

    found = Wording.objects.filter(provision__law=law, language=language)
    return {row[0]: row[1:] for row in found.values_list("provision_id", "heading", "text", "closing")}


def _says_so(heading, text):
    """Whether the words themselves say that the provision is excluded, as in a consolidated text."""
    return any(words and status_in(words) != "standing" for words in (heading, text))


def _provision(row, children, wordings, language):
    """A provision with its words in stored form and all that stands in it."""
    key, _parent, kind, number, status = row
    heading, text, closing = wordings.get(key, ("", "", ""))
    inner = tuple(_provision(child, children, wordings, language) for child in children[key])
    if status == "excluded" and not _says_so(heading, text):
        # What stood in it prints no more, but references to it still need its number.
        text, closing = excluded_text(kind, text, language), ""
        inner = tuple(replace(child, status="removed") for child in inner)
    return Provision(
        kind=kind,
        number=number,
        heading=heading,
        text=text,
        closing=closing,
        children=inner,
        id=str(key),
        status=status,
    )
