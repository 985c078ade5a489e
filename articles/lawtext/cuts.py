"""Where two wordings differ: stretches of both, in characters; between two of them both are the same to the letter."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import Postfix, Prefix

from .tokens import is_cut, token_spans


class Cut(NamedTuple):
    """Characters of the old and of the new wording that stand in one place; ``why`` as in ``changes.Span``."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    why: str = ""

    @property
    def deleted(self) -> int:
        return self.old_end - self.old_start

    @property
    def inserted(self) -> int:
        return self.new_end - self.new_start

    def flipped(self) -> "Cut":
        return Cut(self.new_start, self.new_end, self.old_start, self.old_end, self.why)

    def shifted(self, old: int, new: int) -> "Cut":
        return Cut(self.old_start + old, self.old_end + old, self.new_start + new, self.new_end + new, self.why)


def trimmed(old: str, new: str, cut: Cut) -> Cut:
    """The cut without the blanks that both sides begin or end with."""
    i, k, j, m, why = cut
    while i < k and j < m and old[i] == new[j] and old[i].isspace():
        i, j = i + 1, j + 1
    while i < k and j < m and old[k - 1] == new[m - 1] and old[k - 1].isspace():
        k, m = k - 1, m - 1
    return Cut(i, k, j, m, why)


def narrowed(old: str, new: str, cut: Cut) -> Cut:
    """The cut without the words that both sides begin or end with."""
    i, k, j, m, _ = cut
    one, other = old[i:k], new[j:m]
    head = _common_words(one, other, Prefix.similarity(one, other))
    one, other = one[head:], other[head:]
    tail = _common_words(one[::-1], other[::-1], Postfix.similarity(one, other))
    return trimmed(old, new, Cut(i + head, k - tail, j + head, m - tail))


def _common_words(one: str, other: str, length: int) -> int:
    """How much of a common beginning are whole words."""
    while length and not (is_cut(one, length) and is_cut(other, length)):
        length = one.rfind(" ", 0, length - 1) + 1
    return length


def merged(cuts: Iterable[Cut]) -> list[Cut]:
    """The cuts that are not empty, with those that touch made one.

    A change of substance beside a typographic one swallows it: between two cuts there is always something equal.
    """
    result: list[Cut] = []
    for cut in cuts:
        i, k, j, m, why = cut
        if i == k and j == m:
            continue
        if result and result[-1].old_end == i and result[-1].new_end == j:
            last = result.pop()
            cut = Cut(last.old_start, k, last.new_start, m, _common(last.why, why))
        result.append(cut)
    return result


def _common(why: str, other: str) -> str:
    if why == other:
        return why
    return "reference" if why and other else ""


def stretches(old: str, new: str, cuts: Iterable[Cut]) -> Iterator[tuple[int, int, int]]:
    """What is equal before, between and after the cuts: start and end in the old text, start in the new one."""
    i = j = 0
    for cut in cuts:
        if i < cut.old_start:
            yield i, cut.old_start, j
        i, j = cut.old_end, cut.new_end
    if i < len(old):
        yield i, len(old), j


def visible(old: str, new: str, cuts: list[Cut]) -> list[Cut]:
    """The cuts in which blanks added or dropped («5%», «5 %») take what is beside them along, to make a visible pair.

    That is a blank before them, else the next word.
    """
    if all(cut.why != "typographic" or (cut.deleted and cut.inserted) for cut in cuts):
        return cuts
    ends = [cut.old_start for cut in cuts[1:]] + [len(old)]
    result: list[Cut] = []
    for cut, end in zip(cuts, ends, strict=True):
        if cut.why == "typographic" and not (cut.deleted and cut.inserted):
            cut = _with_neighbour(old, cut, result[-1].old_end if result else 0, end)
        result.append(cut)
    return merged(result)


def _with_neighbour(old: str, cut: Cut, floor: int, ceiling: int) -> Cut:
    i, k, j, m, why = cut
    if floor < i and old[i - 1].isspace():
        return Cut(i - 1, k, j - 1, m, why)
    words = token_spans(old, k, ceiling)[:1]
    size = words[0][1] - k if words else 0
    return Cut(i, k + size, j, m + size, why if words else "")


def common_ends(old: str, new: str) -> tuple[int, int]:
    """Lengths of the common beginning and, in what is left, of the common end."""
    head = Prefix.similarity(old, new)
    return head, min(Postfix.similarity(old, new), len(old) - head, len(new) - head)
