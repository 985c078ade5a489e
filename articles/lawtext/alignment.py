"""Which provision of one law is which of another: by id, by content, by kind, number and parent, by likeness.

Exact content is the stronger sign: a clause inserted by hand takes the number of another, never its words.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import chain, islice, product

from rapidfuzz.distance import Indel

from .matching import matching
from .provision import NUMBERED, Provision
from .trees import Pairing, Tree

WEIGHTY_WORDS = 3
"""Fewer words than this do not tell one provision from another in a whole law."""

MOVED = 0.8
"""Share of words in common (Jaccard) from which a provision without id is the same one in another place."""

ALIKE = 0.5
"""Likeness from which two provisions under one parent are the same one, reworded."""

ALIKE_BY_NUMBER = 0.3
"""The same where kind and number agree too."""

EDGES = '.,;:()«»“”"–-'
"""Punctuation that does not tell one provision from another."""

PROFILE_WORDS = 400
"""How many words of a subtree say what it is about."""

SIBLING_PAIRS = 40_000
"""Up to so many pairs of siblings every one is weighed; beyond, only those of one number."""

CANDIDATES = 200
"""How many provisions that share a rare word with one are weighed against it, the rarest words first."""


def aligned(old: Tree, new: Tree) -> Pairing:
    """The counterparts of two trees. The roots are always each other's."""
    pairing = Pairing(old, new)
    pairing.join(0, 0)
    _by_id(pairing)
    if all(pairing.free()):
        likeness = Likeness(old, new)
        _by_subtree(pairing)
        _by_unique(pairing, _own_words)
        _by_unique(pairing, _words_ahead)
        for _ in range(2):
            _by_children(pairing)
            _by_parent(pairing, likeness)
            _by_unique(pairing, _text)
            _by_words(pairing, likeness)
        _by_parent(pairing, likeness)
    return pairing


def _by_id(pairing: Pairing) -> None:
    at = {provision.id: index for index, provision in enumerate(pairing.old.nodes) if index and provision.id}
    for index, provision in enumerate(pairing.new.nodes):
        found = at.get(provision.id) if index else None
        if found is not None and pairing.to_new[found] < 0:
            pairing.join(found, index)
            pairing.known = True


def _signature(provision: Provision) -> tuple[str, str, str]:
    """The words that tell a provision; the mark at the end of a list item follows its place."""
    return provision.heading, provision.text.rstrip(" .;,"), provision.closing


def _contents(tree: Tree, known: dict[Hashable, int]) -> list[int]:
    """For every provision one number for its whole content and that of its subtree, whatever the numbering."""
    contents = [0] * len(tree.nodes)
    for index in range(len(tree.nodes) - 1, -1, -1):
        provision = tree.nodes[index]
        below = tuple(contents[child] for child in tree.children[index])
        contents[index] = known.setdefault((provision.kind, *_signature(provision), below), len(known))
    return contents


def _once(values: Iterable[tuple[Hashable, int]]) -> dict[Hashable, int]:
    """The index of each value that occurs exactly once."""
    counted: dict[Hashable, list[int]] = defaultdict(list)
    for value, index in values:
        counted[value].append(index)
    return {value: indexes[0] for value, indexes in counted.items() if len(indexes) == 1}


def _is_weighty(provision: Provision) -> bool:
    return max(text.count(" ") for text in _signature(provision)) >= WEIGHTY_WORDS - 1


def _by_subtree(pairing: Pairing) -> None:
    """Counterparts whose whole content, with all that stands in them, occurs once on each side."""
    known: dict[Hashable, int] = {}
    contents = _contents(pairing.old, known), _contents(pairing.new, known)
    free = pairing.free()
    once = _once((contents[0][index], index) for index in free[0])
    for content, index in _once((contents[1][index], index) for index in free[1]).items():
        other = once.get(content, -1)
        length = pairing.new.ends[index] - index
        if other < 0 or not (length > 1 or _is_weighty(pairing.new.nodes[index])):
            continue
        for step in range(length if pairing.fits(other, index) else 0):
            if pairing.fits(other + step, index + step):
                pairing.join(other + step, index + step)


def _own_words(provision: Provision) -> Hashable:
    """Kind and words of a provision; None if they are too few to tell it from others."""
    return (provision.kind, *_signature(provision)) if _is_weighty(provision) or provision.heading else None


def _words_ahead(provision: Provision) -> Hashable:
    """The same without closing words: in Kazakh the verb of the sentence, they go wherever the end of the list goes."""
    heading, text, _ = _signature(provision)
    return (provision.kind, heading, text) if heading or text.count(" ") >= WEIGHTY_WORDS - 1 else None


def _text(provision: Provision) -> Hashable:
    """The text of a provision of any kind: a clause that became an article has got a heading."""
    text = _signature(provision)[1]
    return text if text.count(" ") >= WEIGHTY_WORDS - 1 else None


def _by_unique(pairing: Pairing, value: Callable[[Provision], Hashable]) -> None:
    """Counterparts of which a value occurs once on each side."""
    nodes = pairing.old.nodes, pairing.new.nodes
    once, other = (
        _once((found, index) for index in free if (found := value(nodes[side][index])) is not None)
        for side, free in enumerate(pairing.free())
    )
    for found, index in other.items():
        if found in once and pairing.fits(once[found], index):
            pairing.join(once[found], index)


def _by_children(pairing: Pairing) -> None:
    """Provisions whose heading changed but most of whose children stand where they stood.

    From the innermost out, and the pair with most in common first: a new chapter that took one article over is not
    the chapter in which the others stayed.
    """
    new, levels = pairing.new, defaultdict(list)
    for index, children in enumerate(new.children):
        if index and children and pairing.to_old[index] < 0:
            levels[len(new.paths[index])].append(index)
    for level in sorted(levels, reverse=True):
        for _, parent, found in sorted(vote for index in levels[level] for vote in _votes(pairing, index)):
            if pairing.fits(parent, found):
                pairing.join(parent, found)


def _votes(pairing: Pairing, index: int) -> Iterator[tuple[int, int, int]]:
    """Old provisions that share most of their contents with a new one, with how much that is, counted down."""
    old, new = pairing.old, pairing.new
    votes: Counter[int] = Counter()
    for child in new.children[index]:
        parent = old.parents[pairing.to_old[child]] if pairing.to_old[child] >= 0 else -1
        if parent > 0 and pairing.fits(parent, index) and old.nodes[parent].kind == new.nodes[index].kind:
            votes[parent] += new.ends[child] - child
    for parent, votes_for in votes.items():
        if 2 * votes_for >= min(old.ends[parent] - parent, new.ends[index] - index) - 1:
            yield -votes_for, parent, index


class Likeness:
    """How much two provisions are alike, by words in order: 0 to 1."""

    def __init__(self, old: Tree, new: Tree) -> None:
        self.trees = old, new
        self.cache: dict[tuple[int, int, bool], list[str]] = {}

    def words(self, side: int, index: int, whole: bool = False) -> list[str]:
        """The words of a provision of the old (0) or new (1) tree, or of its subtree, in lower case."""
        found = self.cache.get((side, index, whole))
        if found is None:
            tree = self.trees[side]
            nodes = tree.nodes[index : tree.ends[index] if whole else index + 1]
            found = list(islice((word for provision in nodes for word in _words(provision)), PROFILE_WORDS))
            self.cache[side, index, whole] = found
        return found

    def between(self, old: int, new: int) -> float:
        """The likeness of their own words, or of all that stands in them where that is greater."""
        own = Indel.normalized_similarity(self.words(0, old), self.words(1, new))
        if not (self.trees[0].children[old] or self.trees[1].children[new]):
            return own
        return max(own, Indel.normalized_similarity(self.words(0, old, True), self.words(1, new, True)))

    def jaccard(self, old: int, new: int) -> float:
        one, other = set(self.words(0, old)), set(self.words(1, new))
        return len(one & other) / len(one | other)


def _words(provision: Provision) -> list[str]:
    words = f"{provision.heading} {provision.text} {provision.closing}".lower().split()
    return [bare for word in words if (bare := word.strip(EDGES))]


def _by_parent(pairing: Pairing, likeness: Likeness) -> None:
    """Counterparts among the children of counterparts, from the top down."""
    for index in range(len(pairing.new.nodes)):
        parent = pairing.to_old[index]
        if parent < 0:
            continue
        old = [child for child in pairing.old.children[parent] if pairing.to_new[child] < 0]
        new = [child for child in pairing.new.children[index] if pairing.to_old[child] < 0]
        if old and new:
            _in_order(pairing, parent, index)
            _by_likeness(pairing, likeness, old, new)


def _in_order(pairing: Pairing, parent: int, index: int) -> None:
    """Children of equal words, in an order common to both sides: identical clauses are told by their neighbours."""
    old, new = pairing.old.children[parent], pairing.new.children[index]

    def symbol(tree: Tree, child: int, counterpart: int, side: str) -> Hashable:
        if counterpart >= 0:
            return counterpart
        signature = _signature(tree.nodes[child])
        return (tree.nodes[child].kind, *signature) if any(signature) else (side, child)

    runs, _ = matching(
        [symbol(pairing.old, child, pairing.to_new[child], "old") for child in old],
        [symbol(pairing.new, child, child if pairing.to_old[child] >= 0 else -1, "new") for child in new],
    )
    for run in runs:
        for one, other in zip(old[run.old : run.old + run.length], new[run.new : run.new + run.length], strict=True):
            if pairing.fits(one, other):
                pairing.join(one, other)


def _numbers(tree: Tree, siblings: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Kind and number of each provision; one that prints no number is counted among those of its kind."""
    counted: Counter[str] = Counter()
    found = {}
    for index in siblings:
        provision = tree.nodes[index]
        counted[provision.kind] += 1
        number = provision.number if provision.kind in NUMBERED else str(counted[provision.kind])
        found[index] = provision.kind, number
    return found


def _by_likeness(pairing: Pairing, likeness: Likeness, old: list[int], new: list[int]) -> None:
    """The most alike first, those of one number before others."""
    numbers = (
        _numbers(pairing.old, pairing.old.children[pairing.old.parents[old[0]]]),
        _numbers(pairing.new, pairing.new.children[pairing.new.parents[new[0]]]),
    )
    pairs: Iterable[tuple[int, int]] = product(old, new)
    if len(old) * len(new) > SIBLING_PAIRS:
        numbered = {numbers[1][other]: other for other in reversed(new)}
        pairs = ((one, numbered[number]) for one in old if (number := numbers[0][one]) in numbered)
    weighed = []
    for one, other in pairs:
        if pairing.fits(one, other):
            score = _score(pairing, likeness, one, other, numbers[0][one] == numbers[1][other])
            if score:
                weighed.append((-score, abs(one - other), one, other))
    for _, _, one, other in sorted(weighed):
        if pairing.fits(one, other):
            pairing.join(one, other)


def _score(pairing: Pairing, likeness: Likeness, old: int, new: int, same_number: bool) -> float:
    """How well two siblings fit, 0 if they do not: likeness, and a little more for kind and number."""
    one, other = pairing.old.nodes[old], pairing.new.nodes[new]
    if same_number and is_stub(one) != is_stub(other):
        return ALIKE
    alike = likeness.between(old, new)
    gate = ALIKE_BY_NUMBER if same_number else ALIKE if one.kind == other.kind else MOVED
    return alike + 0.1 * same_number + 0.05 * (one.kind == other.kind) if alike >= gate else 0


def _by_words(pairing: Pairing, likeness: Likeness) -> None:
    """Counterparts anywhere in the law that have most of their words in common."""
    free = [
        [index for index in side if len(likeness.words(number, index)) >= WEIGHTY_WORDS]
        for number, side in enumerate(pairing.free())
    ]
    counted = Counter(word for number, side in enumerate(free) for i in side for word in set(likeness.words(number, i)))
    rare = [{i: _rarest(likeness.words(number, i), counted) for i in side} for number, side in enumerate(free)]
    at: dict[str, list[int]] = defaultdict(list)
    for index, words in rare[0].items():
        for word in words:
            at[word].append(index)
    weighed = []
    for index, words in rare[1].items():
        near = islice(chain.from_iterable(at[word] for word in words), CANDIDATES)
        for other in dict.fromkeys(one for one in near if pairing.fits(one, index)):
            alike = likeness.jaccard(other, index)
            if alike >= MOVED:
                kinds = pairing.old.nodes[other].kind != pairing.new.nodes[index].kind
                weighed.append((-alike, kinds, abs(other - index), other, index))
    for *_, one, other in sorted(weighed):
        if pairing.fits(one, other):
            pairing.join(one, other)


def _rarest(words: Iterable[str], counted: Counter[str]) -> list[str]:
    """The rarest words of a provision: two provisions alike by MOVED share at least one of them."""
    different = sorted(set(words), key=lambda word: (counted[word], word))
    return different[: len(different) - math.ceil(MOVED * len(different)) + 1]


STUB = re.compile(
    r"\s*(?:исключен[аоы]?|утратил[аио]? силу|ал(?:ып|ынып) тасталды|күші жойылды|excluded|repealed)\b", re.IGNORECASE
)
STUB_LENGTH = 250


def is_stub(provision: Provision) -> bool:
    """Whether the words only say that the provision was excluded («исключен Законом РК от …»)."""
    words = provision.text or provision.heading  # An excluded article says so where its heading stood.
    return not provision.children and len(words) <= STUB_LENGTH and bool(STUB.match(words))
