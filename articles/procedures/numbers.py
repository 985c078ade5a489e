"""Numbers after an act: given by the rules of lawtext.numbering, kept in an untracked column."""

from collections import Counter

from django.utils.translation import gettext as _

from ..lawtext.numbering import following, numbers, series
from ..lawtext.provision import walk
from ..models import Law
from .errors import NumberIsTaken
from .structure import Before


def renumbered_rows(writing):
    """The rows whose printed number changes, with the new number set; new rows get theirs at once.

    In amending mode a number that is given is frozen with it.
    """
    if _is_amending(writing):
        _give_way(writing)
    structure = writing.structure
    tree = structure.tree()
    given = _given(writing, tree)
    changed = []
    for path, provision in walk(tree):
        row = structure.row(provision.id)
        if provision.status == "removed":
            continue
        row.number = given.get(path, "")
        if _is_amending(writing) and (row in writing.created or row in writing.bases):
            writing.change(row, fixed_number=row.number)
        if row not in writing.created and structure.before[row.id].number != row.number:
            changed.append(row)
    return changed


def number_anew(writing, row):
    """Gives up the number of a provision that has another place or level, so that it gets one there.

    In amending mode a move is an exclusion and an insertion: the number it had is not another's place. While drafting
    only another level ends a lock.
    """
    writing.change(row, fixed_number="")
    row.number = ""


def moved_away(writing, row):
    """The same for a provision that keeps its level: while drafting it keeps a number that a person locked."""
    if _is_amending(writing):
        number_anew(writing, row)


def keep_numbers(writing, tree):
    """Gives rows the numbers that a tree has: while drafting by locks, where counting would give others."""
    for counted in series(tree):
        last = ""
        for _path, provision in counted:
            row = writing.structure.row(provision.id)
            row.number, counts_on = provision.number, provision.number in ("", following(last))
            if not _is_amending(writing) and row.fixed_number != row.number:
                writing.change(row, fixed_number="" if counts_on else row.number)
            last = row.number


def require_free_number(writing, row):
    """NumberIsTaken if the number to which a row is locked is another's, or counting is past it already."""
    structure = writing.structure
    tree = structure.tree()
    given = _given(writing, tree)
    counted = next(found for found in series(tree) if any(provision.id == str(row.id) for _, provision in found))
    for path, provision in counted:
        other = structure.row(provision.id)
        if other is row and given[path] != row.fixed_number:
            raise NumberIsTaken(_("A unit before this one has this number or a higher one."))
        if other is not row and row.fixed_number in (other.fixed_number, _frozen_number(writing, other)):
            raise NumberIsTaken(_("Another unit has this number."))


def _frozen_number(writing, row):
    """The number that prints and cannot give way."""
    return row.number if _is_amending(writing) and row.status != row.Status.REMOVED else row.fixed_number


def _is_amending(writing):
    return writing.law.numbering == Law.Numbering.AMENDING


def _given(writing, tree):
    fixed = {str(row.id): row.fixed_number for row in writing.structure.rows.values() if row.fixed_number}
    return numbers(tree, writing.law.numbering, fixed)


def _give_way(writing):
    """A provision that comes back to a number which has been given to another meanwhile gets one of its own."""
    structure = writing.structure
    for counted in series(structure.tree()):
        rows = [structure.row(provision.id) for _, provision in counted if provision.status != "removed"]
        times = Counter(row.fixed_number or row.number for row in rows)
        for row in rows:
            number = row.fixed_number or row.number
            has_come = structure.before.get(row.id) != Before(row.parent_id, row.kind, True, number)
            if number and times[number] > 1 and row in writing.bases and has_come:
                number_anew(writing, row)
                times[number] -= 1
