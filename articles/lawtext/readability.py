"""What makes a correct redline readable: joined changes, whole sentences, edges where a reader expects them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from rapidfuzz.distance import Postfix, Prefix

from .cuts import Cut, merged, narrowed, stretches, trimmed, visible
from .differences import Mark, Sides
from .sentences import ENDING, sentence_at, sentence_starts
from .tokens import is_cut, token_spans

SHORT = 3
"""Letters of a word so short and common that equality at it says nothing («и», «на», "of", "the")."""

BESIDE = 3
"""Words between two changes are dissolved if each of the changes is so many times as long."""

ENDS = frozenset(".;!?…")

KEPT = 0.4
"""A sentence of which less than this share was kept is shown as old sentence and new sentence."""

SENTENCE_WORDS = 4
"""A sentence of fewer words is read at a glance; its changed words are shown as they are."""


def readable(sides: Sides, cuts: list[Cut]) -> list[Cut]:
    """The same difference, told so that it can be read."""
    old, new = sides.old, sides.new
    cuts = parted(old, new, joined(old, new, cuts))
    return rewritten(old, new, slid(sides, visible(old, new, cuts)))


def joined(old: str, new: str, cuts: list[Cut]) -> list[Cut]:
    """The cuts joined where only blanks, one short common word, or few words beside long changes stand between."""
    while True:
        real = [index for index, cut in enumerate(cuts) if not cut.why]
        pairs = [
            (left, right)
            for left, right in pairwise(real)
            if _are_joined(old, cuts[left], cuts[right])
            and not any(cut.why == "reference" for cut in cuts[left + 1 : right])
        ]
        if not pairs:
            return cuts
        cuts = list(_spanned(old, new, cuts, pairs))


def _are_joined(old: str, left: Cut, right: Cut) -> bool:
    """Whether what stands between two cuts only interrupts a change; both sides of it must have lost and got words."""
    lost, got, lost_after, got_after = left.deleted, left.inserted, right.deleted, right.inserted
    between = right.old_start - left.old_end
    shorter = min(max(lost, got), max(lost_after, got_after))
    if between > SHORT + 2 and BESIDE * (between - 2) > shorter:
        return False
    words = old[left.old_end : right.old_start].strip()
    if not ((lost or lost_after) and (got or got_after) and ENDS.isdisjoint(words)):
        return False
    if not words or (len(words) <= SHORT and words.isalpha()) or (len(words) == 1 and not words.isalnum()):
        return bool(lost and got and lost_after and got_after)
    return BESIDE * len(words) <= shorter


def _spanned(old: str, new: str, cuts: list[Cut], pairs: Iterable[tuple[int, int]]) -> Iterator[Cut]:
    """The cuts with each pair, and whatever stands between the two, made one."""
    inside = {index for left, right in pairs for index in range(left + 1, right + 1)}
    index = 0
    while index < len(cuts):
        last = index
        while last + 1 in inside:
            last += 1
        first, end = cuts[index], cuts[last]
        together = Cut(first.old_start, end.old_end, first.new_start, end.new_end)
        yield narrowed(old, new, together) if last > index else first
        index = last + 1


def parted(old: str, new: str, cuts: list[Cut]) -> list[Cut]:
    """The cuts in which the end of one sentence and the whole of the next are told apart.

    «[-аким. Порядок определяет закон-]{+кенес+}.» is «[-аким-]{+кенес+}.[- Порядок определяет закон.-]».
    """
    result: list[Cut] = []
    for cut in cuts:
        i, k, j, m, why = cut
        mark = old[k : k + 1]
        if why or i == k or j == m or mark not in ENDS:
            result.append(cut)
            continue
        p, q = _sentence_end(old[i:k], mark), _sentence_end(new[j:m], mark)
        if p and not q:
            result += (Cut(i, i + p, j, m), Cut(i + p + 1, k + 1, m + 1, m + 1))
        elif q and not p:
            result += (Cut(i, k, j, j + q), Cut(k + 1, k + 1, j + q + 1, m + 1))
        else:
            result.append(cut)
    return merged(result) if len(result) > len(cuts) else result


def _sentence_end(words: str, mark: str) -> int:
    """The place of the mark that ends the first sentence of some words; 0 if another sentence does not follow."""
    place = words.find(f"{mark} ")
    return place if place > 0 and place + 2 in sentence_starts(words) else 0


def rewritten(old: str, new: str, cuts: list[Cut]) -> list[Cut]:
    """The cuts in which a sentence that was rewritten for the most part has no equal words left."""
    real = [cut for cut in cuts if not cut.why]
    changed = sum(cut.deleted for cut in real), sum(cut.inserted for cut in real)
    if not real or _is_clearly_kept(old, new, real, changed) or not _are_many(old, new, real):
        return cuts
    starts = sentence_starts(old), sentence_starts(new)
    parts = list(_by_sentences(old, new, cuts, starts))
    shares: dict[tuple[int, int], int] = defaultdict(int)
    for pair, _, length, _ in parts:
        shares[pair] += length
    weak = {pair for pair, share in shares.items() if _is_weak(old, new, starts, pair, share)}
    return list(_without(old, new, cuts, [part for part in parts if part[0] not in weak])) if weak else cuts


def _is_clearly_kept(old: str, new: str, real: list[Cut], changed: tuple[int, int]) -> bool:
    """Whether all is within one sentence of which enough was kept: the common case, told without reading."""
    first, last = real[0], real[-1]
    hull = last.old_end - first.old_start, last.new_end - first.new_start
    if all(changed[side] > (1 - KEPT) * hull[side] for side in (0, 1)):
        return False
    return not (ENDING.search(old, first.old_start, last.old_end) or ENDING.search(new, first.new_start, last.new_end))


def _are_many(old: str, new: str, real: list[Cut]) -> bool:
    """Whether enough words changed on both sides for a sentence of SENTENCE_WORDS to be rewritten."""
    deleted = sum(len(token_spans(old, cut.old_start, cut.old_end)) for cut in real)
    inserted = sum(len(token_spans(new, cut.new_start, cut.new_end)) for cut in real)
    return min(deleted, inserted) >= SENTENCE_WORDS - 1


Starts = tuple[list[int], list[int]]
Part = tuple[tuple[int, int], int, int, int]
"""Equal characters within one pair of sentences: the pair, place in the old text, length, place in the new text."""


def _by_sentences(old: str, new: str, cuts: list[Cut], starts: Starts) -> Iterator[Part]:
    """What is equal, cut where a sentence begins on either side."""
    for start, end, begin in stretches(old, new, cuts):
        ahead = begin - start
        edges = {start, end}
        edges.update(place for place in starts[0] if start < place < end)
        edges.update(place - ahead for place in starts[1] if start < place - ahead < end)
        places = sorted(edges)
        for place, following in pairwise(places):
            pair = sentence_at(starts[0], place), sentence_at(starts[1], place + ahead)
            yield pair, place, following - place, place + ahead


def _is_weak(old: str, new: str, starts: Starts, pair: tuple[int, int], share: int) -> bool:
    """Whether less than KEPT of two sentences is common, measured against either."""
    return all(
        share < KEPT * len(sentence) and len(sentence.split()) >= SENTENCE_WORDS
        for sentence in (_sentence(old, starts[0], pair[0]), _sentence(new, starts[1], pair[1]))
    )


def _sentence(text: str, starts: list[int], index: int) -> str:
    return text[starts[index] : starts[index + 1] if index + 1 < len(starts) else len(text)]


def _without(old: str, new: str, cuts: list[Cut], kept: list[Part]) -> Iterator[Cut]:
    """The cuts between the parts that are kept; one that is left as it was keeps its why."""
    whys = {cut[:4]: cut.why for cut in cuts}
    i = j = 0
    for _, place, length, other in [*kept, ((0, 0), len(old), 0, len(new))]:
        if (i, j) != (place, other):
            why = whys.get((i, place, j, other))
            cut = Cut(i, place, j, other, why or "")
            yield trimmed(old, new, cut) if why is None else cut
        i, j = place + length, other + length


def slid(sides: Sides, cuts: list[Cut]) -> list[Cut]:
    """The cuts with pure insertions and deletions slid to where a sentence, a clause or a word begins.

    «Решает [кенес. Решает] аким.» and «[Решает кенес.] Решает аким.» are the same change; the second is readable.
    """
    if all(cut.why or (cut.deleted and cut.inserted) for cut in cuts):
        return cuts
    result: list[Cut] = []
    floor = 0
    for index, cut in enumerate(cuts):
        if not cut.why and not (cut.deleted and cut.inserted):
            ceiling = cuts[index + 1].old_start if index + 1 < len(cuts) else len(sides.old)
            shift = _shift(sides, cut, cut.old_start - floor, ceiling - cut.old_end)
            cut = cut.shifted(shift, shift)
        result.append(cut)
        floor = cut.old_end
    return merged(result)


def _shift(sides: Sides, cut: Cut, before: int, after: int) -> int:
    """By how many characters a pure change is best moved, to the right or (negative) left, within equal words."""
    text, start, end = (
        (sides.old, cut.old_start, cut.old_end) if cut.deleted else (sides.new, cut.new_start, cut.new_end)
    )
    words = text[start:end]
    least = -Postfix.similarity(text[start - min(before, len(words)) : start], words)
    most = Prefix.similarity(words, text[end : end + min(after, len(words))])
    free = _free_places(sides, cut)
    better = [shift for shift in range(least, most + 1) if shift and _is_word_start(text, start + shift, end + shift)]
    places = [shift for shift in (0, *better) if not shift or free(shift)]
    return max(places, key=lambda shift: (_edge(text, start + shift) + _edge(text, end + shift), shift))


def _is_word_start(text: str, start: int, end: int) -> bool:
    """Whether words between two places begin where a word does and end where one ends."""
    return (start == 0 or text[start - 1].isspace()) and is_cut(text, start) and is_cut(text, end)


def _free_places(sides: Sides, cut: Cut) -> Callable[[int], bool]:
    """Whether a shifted cut tears no reference, where its words stand and where they are missing."""

    def torn(marks: Iterable[Mark], *places: int) -> bool:
        return any(mark.start < place < mark.end for mark in marks for place in places)

    def free(shift: int) -> bool:
        old, new = (cut.old_start + shift, cut.old_end + shift), (cut.new_start + shift, cut.new_end + shift)
        return not torn(sides.old_marks, *old) and not torn(sides.new_marks, *new)

    return free


SENTENCE_EDGE = re.compile(r"[.!?:;…][»”\"’')\]]*\s+\Z")
CLAUSE_EDGE = re.compile(r"[,)»”–—]\s+\Z")


def _edge(text: str, place: int) -> int:
    """How natural it is for a change to begin or end at a place."""
    if place in (0, len(text)):
        return 4
    if not text[place - 1].isspace():
        return 0
    head = text[max(place - 6, 0) : place]
    if SENTENCE_EDGE.search(head):
        return 3
    return 2 if CLAUSE_EDGE.search(head) else 1
