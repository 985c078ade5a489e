"""The words of a provision that was split or merged: which of them only stand in another provision now."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from .changes import Span
from .redline import redline

NOWHERE = -1


class Placed(NamedTuple):
    """For every character of the whole the part in which it stands, or NOWHERE; for every character of every part,
    whether it stands in the whole."""

    in_part: list[int]
    in_whole: list[list[bool]]


def placed(whole: str, parts: Sequence[str]) -> Placed:
    """Where the words of a whole stand in its parts, which are read one after another."""
    owners = [(part, place) for part, text in enumerate(parts) if text for place in range(len(text) + 1)]
    in_part = [NOWHERE] * len(whole)
    in_whole = [[False] * (len(text) + 1) for text in parts]
    i = j = 0
    for operation, text, _ in redline(whole, " ".join(filter(None, parts))):
        if operation == "equal":
            for step in range(len(text)):
                part, place = owners[j + step]
                in_part[i + step] = part
                in_whole[part][place] = True
        i += len(text) if operation != "insert" else 0
        j += len(text) if operation != "delete" else 0
    return Placed(in_part, in_whole)


def told_apart(spans: Sequence[Span], operation: str, elsewhere: Sequence[bool], why: str) -> Iterator[Span]:
    """The spans with those words of one operation that stand elsewhere cut out and given ``why``.

    ``elsewhere`` tells it for every character of the side to which the operation belongs.
    """
    place = 0
    for span in spans:
        end = place + len(span.text) * (span.operation in ("equal", operation))
        if span.operation == operation and not span.why:
            yield from _cut(span, elsewhere[place:end], why)
        else:
            yield span
        place = end


def _cut(span: Span, elsewhere: Sequence[bool], why: str) -> Iterator[Span]:
    """A span in pieces; blanks and punctuation go with the word after them, at the end with the one before."""
    words = [index for index, character in enumerate(span.text) if character.isalnum()]
    if not words:
        yield span
        return
    word_of = [words[min(bisect_left(words, index), len(words) - 1)] for index in range(len(span.text))]
    start = 0
    for flag, run in groupby(word_of, key=lambda index: elsewhere[index]):
        end = start + len(list(run))
        yield Span(span.operation, span.text[start:end], why if flag else "")
        start = end
