"""Making the rows of a law say what a tree says: loading, replacing from a file, restoring a draft."""

from uuid import UUID

from ..lawtext.positions import arranged
from ..lawtext.provision import FIELDS, NUMBERED, provisions
from ..lawtext.references import to_stored
from ..lawtext.units import excluded_text
from ..models import Law, Provision, Wording


def lay(writing, language, tree):
    """Writes a tree whose provisions all have ids: their places, and their words in one language.

    Rows that are not in the tree leave the text; rows that say the same already are not touched. Other languages
    keep their words.
    """
    lay_places(writing, tree)
    lay_words(writing, language, tree)


def lay_places(writing, tree):
    """Puts the rows where a tree has them; those that it does not have leave the text."""
    rows = _rows(writing, tree)
    _place(writing, tree, rows)
    _remove_others(writing, {provision.id for provision in provisions(tree)})


def lay_words(writing, language, tree):
    """Writes the words of a tree in one language onto rows that are in place."""
    wordings = {
        str(row.provision_id): row for row in Wording.objects.filter(provision__law=writing.law, language=language)
    }
    for provision in provisions(tree):
        wording = wordings.get(provision.id)
        fields = stored_fields(provision)
        if wording is not None and _prints_as_excluded(provision, wording):
            fields = {"heading": fields["heading"]}
        if wording is not None:
            writing.change(wording, **fields)
        elif any(fields.values()):
            row = writing.structure.row(provision.id)
            writing.create(Wording.new(row.id, language, **fields))


def _prints_as_excluded(provision, wording):
    """Whether «исключен» only prints in place of the words: these stay, for the provision may come back."""
    excluded = provision.status == Provision.Status.EXCLUDED
    return excluded and provision.text == excluded_text(provision.kind, wording.text, wording.language)


def stored_fields(provision):
    """The words of a printed provision with its references in stored form, by field."""
    if provision.status == Provision.Status.EXCLUDED and not provision.references:
        return {name: provision.words(name) for name in FIELDS}
    return {
        name: to_stored(provision.words(name), [ref for ref in provision.references if ref.field == name])
        for name in FIELDS
    }


def _rows(writing, tree):
    """The row of every provision by its id, new ones created without a place yet."""
    structure, rows = writing.structure, {}
    for provision in provisions(tree):
        row = structure.rows.get(UUID(provision.id))
        rows[provision.id] = row or Provision(id=UUID(provision.id), law=writing.law, kind=provision.kind)
    return rows


def _place(writing, tree, rows):
    structure = writing.structure
    _settle(writing, tree, rows[tree.id], None, 0)
    for provision in provisions(tree):
        parent = rows[provision.id]
        siblings = [rows[child.id] for child in provision.children]
        standing = [
            row.position if row.id in structure.rows and row.parent_id == parent.id else None for row in siblings
        ]
        for child, row, position in zip(provision.children, siblings, arranged(standing), strict=True):
            _settle(writing, child, row, parent, position)


def _settle(writing, provision, row, parent, position):
    """Puts one row in its place with the kind and status that the tree gives it."""
    structure = writing.structure
    fields = {
        "parent_id": parent.id if parent else None,
        "position": position,
        "kind": provision.kind,
        "status": provision.status,
        "joined_to": row.joined_to if provision.status == Provision.Status.REMOVED else None,
        "fixed_number": _fixed_number(writing.law, row, provision),
    }
    is_new = row.id not in structure.rows
    if is_new:
        writing.create(row)
    else:
        structure.drop(row)
    writing.change(row, **fields)
    structure.add(row)


def _fixed_number(law, row, provision):
    frozen = law.numbering == Law.Numbering.AMENDING and provision.kind in NUMBERED
    return provision.number if frozen else row.fixed_number


def _remove_others(writing, wanted):
    structure = writing.structure
    for row in list(structure.rows.values()):
        if str(row.id) not in wanted and structure.prints(row):
            writing.change(row, status=Provision.Status.REMOVED)
