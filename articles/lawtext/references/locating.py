"""Finding references in words as they were shown: they cannot be printed again, numbers may have changed since."""

from collections.abc import Sequence
from typing import NamedTuple

from ..units import LANGUAGES, PROFILES
from .recognising import Mention, recognise
from .stored import Token, pieces
from .writing import DEAD_WORDS

LONGEST = 600
"""Letters that the words of one reference can have; further ones are not searched."""

TRIES = 200_000
"""Ways of cutting one reference out of the shown words that are tried in all; with more, no reference is kept."""

ALONE = 1_000
"""Pieces of the shown words that are read by themselves to see whether they are one reference."""


class Spot(NamedTuple):
    """Where in a text the words of a reference stand."""

    start: int
    end: int
    mark: str


class _Said(NamedTuple):
    """How many units a mention names, whether it says in which unit they stand or only their own names, and whether
    it says «настоящего Закона»."""

    named: int
    complete: bool
    own_only: bool
    of_law: bool


def _said(mention: Mention) -> _Said:
    own_only = len(mention.groups) == 1 and len(mention.groups[0]) == 1 and not mention.complete
    named = sum(len(steps[0].marks) or 1 for steps in mention.groups)
    return _Said(named, mention.complete, own_only, "l" in mention.form.split("+"))


class _Mentions:
    """The mentions in the shown words, in the language and profile that finds most."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        speeches = [(language, profile) for language in LANGUAGES for profile in PROFILES]
        found = {speech: recognise(shown, *speech) for speech in speeches}
        self._speech = max(speeches, key=lambda speech: sum(one.end - one.start for one in found[speech]))
        self._said = {
            (one.start, one.end): _said(one) for mention in found[self._speech] for one in (mention, *mention.parts)
        }
        self._alone = ALONE

    def said(self, start: int, end: int) -> _Said | None:
        """What these words say, if they are one whole mention in the text or, cut out of it, alone."""
        if (start, end) in self._said or self._alone == 0:
            return self._said.get((start, end))
        self._alone -= 1
        mentions = recognise(self.shown[start:end], *self._speech)
        whole = len(mentions) == 1 and (mentions[0].start, mentions[0].end) == (0, end - start)
        return _said(mentions[0]) if whole else None


class _Cut(NamedTuple):
    """References located so far, None for those that are not certain, and how many are whole mentions."""

    fitting: int
    spots: tuple[Spot | None, ...]


class _Asked(NamedTuple):
    """A reference to locate, and the words that follow it."""

    mark: str
    token: Token
    literal: str
    last: bool


class _TooManyTries(Exception):
    """The words between the references occur everywhere."""


def located(stored: str, shown: str) -> list[Spot]:
    """Where the references of the stored words stand in the shown ones; ValueError if they do not.

    The words between references are the same in both. Where they occur more than once («статьи 5 и 6 и статьи 9»),
    the cut is taken that makes the most references whole mentions. A reference that is no whole mention there, or on
    which equally good cuts differ, is left out, as if it had been touched: a wrong cut would change the text.
    """
    literals, tokens = _taken_apart(stored)
    if not shown.startswith(literals[0]) or (not tokens and stored != shown):
        raise ValueError("The words shown are not those of the stored text.")
    asked = [
        _Asked(mark, token, literals[place + 1], place == len(tokens) - 1) for place, (mark, token) in enumerate(tokens)
    ]
    start = len(literals[0])
    mentions = _Mentions(shown) if len(tokens) > 1 else None
    try:
        cut = _all_cut(shown, start, asked, mentions) or _all_cut(shown, start, asked, None)
    except _TooManyTries:
        return []
    if not cut:
        raise ValueError("The words shown are not those of the stored text.")
    return [spot for spot in cut.spots if spot]


def _all_cut(shown: str, start: int, asked: Sequence[_Asked], mentions: _Mentions | None) -> _Cut | None:
    """The best way of cutting all references out of the shown words; None if there is none."""
    cuts = {start: _Cut(0, ())}
    tries = 0
    for one in asked:
        further: dict[int, list[_Cut]] = {}
        for start, cut in cuts.items():
            for end, spot, whole in _tried(shown, start, one, mentions, None not in cut.spots[-1:]):
                longer = _Cut(cut.fitting + whole, (*cut.spots, spot))
                further.setdefault(end + len(one.literal), []).append(longer)
                tries += 1
        if tries > TRIES:
            raise _TooManyTries
        cuts = {end: _best(found) for end, found in further.items()}
    return cuts.get(len(shown))


def _tried(
    shown: str, start: int, asked: _Asked, mentions: _Mentions | None, certain: bool
) -> list[tuple[int, Spot | None, bool]]:
    """Where a reference that begins at ``start`` can end: as a whole mention or else anywhere, then it is certain only
    if the start is and there is no other end."""
    ends = _ends(shown, start, asked)
    single = len(ends) == 1
    whole = [end for end in ends if mentions and not single and _fits(mentions, start, end, asked.token)]
    certain = bool(whole) or (certain and single)
    return [(end, Spot(start, end, asked.mark) if certain else None, bool(whole)) for end in whole or ends]


def _best(cuts: Sequence[_Cut]) -> _Cut:
    """What the cuts with the most whole mentions have in common."""
    most = max(cut.fitting for cut in cuts)
    return _agreed([cut for cut in cuts if cut.fitting == most])


def _agreed(cuts: Sequence[_Cut]) -> _Cut:
    """What equally good cuts have in common."""
    if len(cuts) == 1:
        return cuts[0]
    same = tuple(spots[0] if len(set(spots)) == 1 else None for spots in zip(*(cut.spots for cut in cuts), strict=True))
    return _Cut(cuts[0].fitting, same)


def _taken_apart(stored: str) -> tuple[list[str], list[tuple[str, Token]]]:
    """The words before, between and after the references, and the references."""
    literals = [""]
    tokens: list[tuple[str, Token]] = []
    for text, token in pieces(stored):
        if token:
            tokens.append((text, token))
            literals.append("")
        else:
            literals[-1] = text
    return literals, tokens


def _ends(shown: str, start: int, asked: _Asked) -> list[int]:
    """Where a reference that begins at ``start`` can end: where the words that follow it stand."""
    if asked.last:
        end = len(shown) - len(asked.literal)
        return [end] if start < end and shown.endswith(asked.literal) else []
    window = range(start + 1, min(len(shown) - len(asked.literal), start + LONGEST) + 1)
    return [end for end in window if shown.startswith(asked.literal, end) and not shown[end - 1 : end + 1].isalpha()]


def _fits(mentions: _Mentions, start: int, end: int, token: Token) -> bool:
    """Whether words are one mention that can be what this reference prints."""
    if mentions.shown[start:end] in DEAD_WORDS.values():
        return True
    said = mentions.said(start, end)
    flags = token.form.split("+")[1:]
    return bool(
        said
        and said.named == len(token.targets)
        and (said.own_only if "o" in flags else said.complete)
        and (not said.of_law or "l" in flags)
    )
