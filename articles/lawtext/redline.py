"""Two wordings of one provision -> spans: what was deleted, inserted and kept, in whole words.

Align words, not letters; compare on the normal form and print the original; then make it readable. For every pair:
the spans without insertions are the old text and without deletions the new one, to the letter; the same twice;
mirrored when swapped; delete before insert; no edge inside a word.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .changes import Span
from .cuts import Cut, merged, stretches
from .differences import Mark, Sides, differences
from .provision import Reference
from .readability import readable


def redline(
    old: str,
    new: str,
    old_references: Iterable[Reference] = (),
    new_references: Iterable[Reference] = (),
    same: Mapping[str, str] | None = None,
) -> tuple[Span, ...]:
    """The spans that lead from ``old`` to ``new``.

    References (of this one field, with offsets in the text given) compare by their targets; ``same`` maps the id of
    an old provision to that of its counterpart where the two differ. The same target in other words is a pair with
    why ``reference``; the same words with another target are a pair with no why, for that is a change of substance.
    """
    return bounded_redline(old, new, old_references, new_references, same)[0]


def bounded_redline(
    old: str,
    new: str,
    old_references: Iterable[Reference] = (),
    new_references: Iterable[Reference] = (),
    same: Mapping[str, str] | None = None,
) -> tuple[tuple[Span, ...], bool]:
    """The spans of ``redline``, and whether a stretch was too long to compare by words and stands as a whole."""
    old_marks = [_mark(reference, same or {}) for reference in old_references]
    new_marks = [_mark(reference, {}) for reference in new_references]
    # No alignment mirrors by itself: a fixed order of the two sides makes it so.
    if (len(new), new) < (len(old), old):
        found, coarse = _cuts(new, old, new_marks, old_marks)
        cuts = [cut.flipped() for cut in found]
    else:
        cuts, coarse = _cuts(old, new, old_marks, new_marks)
    return tuple(_spans(old, new, cuts)), coarse


def _spans(old: str, new: str, cuts: Sequence[Cut]) -> Iterator[Span]:
    place = 0
    for i, k, j, m, why in cuts:
        if place < i:
            yield Span("equal", old[place:i])
        if i < k:
            yield Span("delete", old[i:k], why)
        if j < m:
            yield Span("insert", new[j:m], why)
        place = k
    if place < len(old):
        yield Span("equal", old[place:])


def _mark(reference: Reference, same: Mapping[str, str]) -> Mark:
    """A reference as a mark; the grammatical case is part of what is compared, its flags follow from the place."""
    targets = tuple(same.get(target, target) for target in reference.targets)
    case = reference.form.partition("+")[0]
    return Mark(reference.start, reference.end, (*targets, ".." if reference.through else ",", case))


def _cuts(old: str, new: str, old_marks: list[Mark], new_marks: list[Mark]) -> tuple[list[Cut], bool]:
    """The cuts of two wordings. A mark whose target is not on the other side counts as plain words."""
    if not (old_marks and new_marks):
        return _found(Sides(old, new))
    shared = {mark.target for mark in old_marks} & {mark.target for mark in new_marks}
    atoms = [sorted(mark for mark in marks if mark.target in shared) for marks in (old_marks, new_marks)]
    cuts, coarse = _found(Sides(old, new, *atoms))
    return merged(sorted([*cuts, *_retargeted(old, new, cuts, old_marks, new_marks)])), coarse


def _found(sides: Sides) -> tuple[list[Cut], bool]:
    if sides.old == sides.new:
        return [], False
    cuts, coarse = differences(sides)
    return readable(sides, cuts), coarse


def _retargeted(old: str, new: str, cuts: list[Cut], old_marks: list[Mark], new_marks: list[Mark]) -> Iterator[Cut]:
    """Words that stayed while what they refer to did not: a change of substance, though it prints the same."""
    at = {(mark.start, mark.end): mark.target for mark in new_marks}
    for start, end, begin in stretches(old, new, cuts):
        ahead = begin - start
        for mark in old_marks:
            target = at.get((mark.start + ahead, mark.end + ahead))
            # The case of a reference is no part of what it refers to.
            if target and start <= mark.start and mark.end <= end and target[:-1] != mark.target[:-1]:
                yield Cut(mark.start, mark.end, mark.start + ahead, mark.end + ahead)
