"""Plain text whose lines are broken at an even width: the lines of each paragraph are joined.

Whether a file is broken so is decided once for the whole of it. Where it is, a paragraph is told by the indent of its
first line if the file has such indents, else by empty lines, labels, ends of sentences and the room that was left on
the line above.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..said import Said
from . import editorial
from .arrangement import HEADS
from .excluded import label_of
from .marks import mark_of
from .rules import hangs, is_unfinished

WIDTHS = range(50, 131)
STICKING_OUT = 50
"""One line in so many may be longer than the width."""

NEAR = 16
"""Characters; a line that ends as far from the width may be full, because a long word came next."""

FEWEST = 5
"""Lines that go on in small letters on the next one; in fewer no width can be seen."""

SHARE = 5
"""One line in so many at least has to go on like that."""

DEEPER = 2
"""Blanks by which the first line of a paragraph is indented at least, or the others if they hang."""

EVEN = 0.8
"""The share of further lines that begin at one margin, if indents are to tell paragraphs."""

TAB = 4
HYPHENS = r"\-‐‑"
SOFT_HYPHEN = "\u00ad"
FIRST_WORD = re.compile(rf"[^\W\d_]+[{HYPHENS}](?=[^\W\d_])|\S+")
WORD = re.compile(rf"[^\W\d_]+(?:[{HYPHENS}][^\W\d_]+)*")
LONGEST_WORD = 60
BROKEN = re.compile(rf"([^\W\d_]+)[{HYPHENS}]$")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file: its words, the width of the blanks before them, and its whole length."""

    words: str
    indent: int
    length: int
    is_cells: bool

    @property
    def is_unfinished(self) -> bool:
        return is_unfinished(self.words)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is broken: its width, how far further lines of a paragraph and first ones are indented (the latter
    -1 where indents tell nothing), and whether empty lines stand between paragraphs."""

    width: int
    margin: int
    first: int
    is_spaced: bool


def joined(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with each broken paragraph on its first line and empty lines for the others, and a remark on it.

    A text with a paragraph on each line comes back as it is, without a remark.
    """
    rows = [_row(raw) for raw in text.split("\n")]
    layout = _layout(rows)
    if not layout:
        return text, ()
    known = frozenset(word.lower() for word in WORD.findall(text))
    lines = text.split("\n")
    doubtful: list[int] = []
    for start, end in _paragraphs(rows, layout):
        parts = [lines[start].rstrip()]
        for number in range(start + 1, end):
            parts[-1], is_sure = _ending(parts[-1], rows[number].words, known)
            parts.append(rows[number].words)
            doubtful += [] if is_sure else [number]
            lines[number] = ""
        lines[start] = "".join(parts)
    return "\n".join(lines), (_remark(layout.width, doubtful),)


def _row(raw: str) -> Row:
    words = raw.strip()
    indent = len(raw[: len(raw) - len(raw.lstrip())].replace("\t", " " * TAB))
    return Row(words, indent, indent + len(words), "\t" in words)


def _remark(width: int, doubtful: Sequence[int]) -> str:
    if not doubtful:
        return Said("The lines are broken at about %(width)s characters and were joined.", width=width)
    return Said(
        "The lines are broken at about %(width)s characters and were joined; "
        "hyphens kept at the end of a line: %(number)s, first in line %(line)s.",
        width=width,
        number=len(doubtful),
        line=doubtful[0],
    )


# How the file is broken


def _layout(rows: Sequence[Row]) -> Layout | None:
    """None for a file with a paragraph on each line."""
    filled = [row for row in rows if row.words]
    lengths = sorted(row.length for row in filled)
    width = lengths[-1 - len(lengths) // STICKING_OUT] if lengths else 0
    if width not in WIDTHS:
        return None
    below = [(above, row) for above, row in pairwise(rows) if above.words and row.words and above.is_unfinished]
    going_on = [row for above, row in below if above.length > width - NEAR and row.words[0].islower()]
    if len(going_on) < max(FEWEST, len(filled) / SHARE, len(below) / 2) or any(mark_of(row.words) for row in filled):
        return None
    margin, count = Counter(row.indent for row in going_on).most_common(1)[0]
    labelled = [(above, row) for above, row in pairwise((_row(""), *rows)) if row.words and label_of(row.words)]
    first = _first_indent([row for _, row in labelled], margin) if count > EVEN * len(going_on) else -1
    return Layout(width, margin, first, 2 * sum(not above.words for above, _ in labelled) > len(labelled))


def _first_indent(labelled: Sequence[Row], margin: int) -> int:
    """The indent of first lines, as most lines with a label have it, if it is not that of the others."""
    indents = Counter(row.indent for row in labelled if abs(row.indent - margin) >= DEEPER)
    return indents.most_common(1)[0][0] if 2 * indents.total() > len(labelled) else -1


# Paragraphs


def _paragraphs(rows: Sequence[Row], layout: Layout) -> Iterator[tuple[int, int]]:
    """The places of the first line of each paragraph and behind its last one."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or not _goes_on(rows[start], rows[place - 1], rows[place], layout):
            yield start, place
            start = place


def _goes_on(first: Row, above: Row, row: Row, layout: Layout) -> bool:
    """Whether this line goes on with the paragraph that starts with ``first`` and has ``above`` as its last line."""
    if not above.words or not row.words or above.is_cells or row.is_cells:
        return False
    if editorial.is_requisite(above.words) or editorial.is_note(row.words):
        return False
    if layout.first >= 0 and abs(row.indent - layout.margin) >= DEEPER:
        return _is_centred_on(above, row, layout)
    return (
        _is_filled(first, above, row, layout) if label_of(row.words) is None else _is_cut_off(first, above, row, layout)
    )


def _is_centred_on(above: Row, row: Row, layout: Layout) -> bool:
    """A heading in the middle of the page, over several lines."""
    is_centred = min(above.indent, row.indent) > layout.first + DEEPER
    return is_centred and above.is_unfinished and label_of(row.words) is None


def _is_filled(first: Row, above: Row, row: Row, layout: Layout) -> bool:
    """Whether a line without a label goes on with the one above, which had no room for its first word."""
    is_told = layout.first >= 0 or layout.is_spaced
    room = layout.width if is_told or _is_head(first) else NEAR
    if above.is_unfinished and (hangs(above.words) or row.words[0].islower()):
        return _had_no_room(above, row, layout.width - room)
    return (above.is_unfinished or is_told) and _had_no_room(above, row, layout.width)


def _is_cut_off(first: Row, above: Row, row: Row, layout: Layout) -> bool:
    """Whether what looks like a label is the rest of a sentence: «… подпунктом / 1) пункта 2»."""
    if _is_head(row) or _is_head(first):
        return False
    return above.is_unfinished and _had_no_room(above, row, layout.width)


def _is_head(row: Row) -> bool:
    label = label_of(row.words)
    return label is not None and label.kind in HEADS


def _had_no_room(above: Row, row: Row, width: int) -> bool:
    found = FIRST_WORD.match(row.words)
    return above.length + 1 + (found.end() if found else 0) > width


# Words


def _ending(words: str, following: str, known: frozenset[str]) -> tuple[str, bool]:
    """A line as the next one can follow it, and whether that is sure: a hyphen leaves only a word that the file has
    elsewhere without it."""
    if words.endswith(SOFT_HYPHEN):
        return words[:-1], True
    before, after = BROKEN.search(words[-LONGEST_WORD:]), WORD.match(following)
    if not before or not after:
        return f"{words} ", True
    last, rest = before[1], re.split(f"[{HYPHENS}]", after[0])[0]
    is_compound = rest[0].isupper() or f"{last}-{rest}".lower() in known
    if not is_compound and (last + rest).lower() in known:
        return words[:-1], True
    return words, is_compound
