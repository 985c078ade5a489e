"""Numbers after an act: given by the rules of lawtext.numbering, kept in an untracked column."""

from ..lawtext.numbering import numbers
from ..lawtext.provision import walk
from ..models import Law


def renumbered_rows(writing):
    """The rows whose printed number changes, with the new number set; new rows get theirs at once.

    In amending mode the number given to a new provision is frozen with it.
    """
    structure, law = writing.structure, writing.law
    tree = structure.tree()
    fixed = {str(row.id): row.fixed_number for row in structure.rows.values() if row.fixed_number}
    given = numbers(tree, law.numbering, fixed)
    changed = []
    for path, provision in walk(tree):
        row = structure.row(provision.id)
        if path not in given or provision.status == "removed" or row.number == given[path]:
            continue
        row.number = given[path]
        if row in writing.created:
            _freeze_number(row, law)
        else:
            changed.append(row)
    return changed


def _freeze_number(row, law):
    if law.numbering == Law.Numbering.AMENDING:
        row.fixed_number = row.number
