"""What a redline consists of: listed changes, paragraphs with marked words, folded stretches without a change."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ..changes import Change, Span
from ..characters import INVISIBLE, suspicious
from ..provision import NUMBERED
from ..sentences import sentence_starts
from .redline_words import lowered

QUIET = frozenset({"reference", "renumbered", "typographic"})
"""Classes that follow from other changes or touch no word: counted, and folded where a format can fold."""

WHOLE = {"inserted": "insert", "excluded": "delete"}
"""The look of all words of a provision that came or went as a whole."""

FOLDED = frozenset({"reference", "typographic"})
"""Why a pair of spans is shown as one lightly marked word."""

STANDING_ELSEWHERE = frozenset({"split", "merged"})
"""Why words of one side stand in another provision of the other side."""

ELSEWHERE = {"delete": "gone", "insert": "moved", "equal": "equal"}

TWO_PLACES = frozenset({"split", "merged", "moved", "level", "renumbered"})
"""Classes that are listed with the old place and the new one."""

MINIMUM_SENTENCE = 4
"""Words: a shorter sentence is marked within its line."""


class Piece(NamedTuple):
    """A run of words: ``look`` is equal, insert, delete, moved or gone (words that stand elsewhere in the other law),
    or folded (then ``was`` is the old spelling and ``why`` says what kind of pair it is). ``whole`` marks a pair that
    replaces a sentence by a sentence.
    """

    look: str
    text: str
    was: str = ""
    why: str = ""
    whole: bool = False


class Link(NamedTuple):
    """The way to the other end of a change: ``phrase`` is origin or destination, ``place`` is in words."""

    phrase: str
    place: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as it is listed: its number, where it is, and in words what became of the provision and why.

    ``place`` names the provision in the new law (an excluded one in the old), ``old_place`` in the old law (empty for
    an inserted one). ``reasons`` is empty where the change is not one of substance.
    """

    number: int
    change: Change
    place: str
    old_place: str
    classed: str
    reasons: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def quiet(self) -> bool:
        """Whether no word of a norm changed."""
        return self.change.classed in QUIET

    @property
    def renumbered(self) -> bool:
        """Whether the provision stands in both laws and prints another number."""
        sides = (self.change.old, self.change.new)
        marks = {(side.provision.kind, side.provision.number) for side in sides if side}
        return len(marks) == 2 and all(kind in NUMBERED for kind, _ in marks)

    @property
    def where(self) -> str:
        """«Статья 17, пункт 2», or both ends: «Статья 19, пункт 4 → статья 18, пункт 3»."""
        if self.change.classed in TWO_PLACES and self.old_place not in ("", self.place):
            return f"{self.old_place} → {lowered(self.place)}"
        return self.place

    @property
    def what(self) -> str:
        """«изменено: срок, число»."""
        return f"{self.classed}: {', '.join(self.reasons)}" if self.reasons else self.classed


class Unit(NamedTuple):
    """One paragraph. ``look`` is the class whose bar stands beside it, empty for none; ``away`` is an old place.

    ``number`` is that of the change, on the first paragraph in which it shows, with ``anchor`` as its name («c7», at
    the old place of a move «c7-from»); there ``entry`` is told beside it. ``was`` is the old label. ``provision`` is
    the id, empty in a tree without ids.
    """

    kind: str
    field: str
    label: str
    was: str = ""
    pieces: tuple[Piece, ...] = ()
    look: str = ""
    away: bool = False
    number: int = 0
    anchor: str = ""
    entry: Entry | None = None
    links: tuple[Link, ...] = ()
    provision: str = ""


def is_old_place(unit: Unit) -> bool:
    """Whether the unit only says where a provision stood that is shown elsewhere with all its words."""
    return unit.away and unit.entry is None and bool(unit.number)


def has_one_mark(unit: Unit) -> bool:
    """Whether the label and all words came or went together, with nothing instead."""
    if unit.entry and unit.entry.change.old and unit.entry.change.new:
        return False
    return unit.look in WHOLE and all(piece.look == WHOLE[unit.look] for piece in unit.pieces)


@dataclass(frozen=True, slots=True)
class Fold:
    """Neighbouring units in which no word of a norm changed, and one line that says so."""

    words: str
    units: tuple[Unit, ...]


Block = Unit | Fold

OF_ONE_SIDE = {"old": frozenset({"equal", "delete", "gone"}), "new": frozenset({"equal", "insert", "moved"})}
"""The looks of the words that stand in one of the two laws."""


def half(unit: Unit, side: str) -> Unit | None:
    """The paragraph as one of the two laws has it, ``side`` is old or new; None where it does not stand there.

    What was moved away is shown at its old place, not beside the new one.
    """
    if side == "old" and _came_from_elsewhere(unit):
        return None
    looks = OF_ONE_SIDE[side]
    words = tuple(_spelled(piece, side) for piece in unit.pieces if piece.look in looks or piece.look == "folded")
    if not words and (unit.pieces or _is_of_the_other_law(unit, side)):
        return None
    label = unit.was or unit.label if side == "old" else unit.label
    return unit._replace(label=label, was="", pieces=words)


def _came_from_elsewhere(unit: Unit) -> bool:
    """Whether the provision, or the one that it stands in, is shown at an old place of its own."""
    came_along = unit.look == "moved" and unit.entry is None and not unit.away
    return came_along or any(link.anchor.endswith("-from") for link in unit.links)


def _spelled(piece: Piece, side: str) -> Piece:
    """A pair that changes nothing of substance, in the spelling of one side."""
    if piece.look != "folded":
        return piece
    return Piece("equal", piece.was if side == "old" else piece.text)


def _is_of_the_other_law(unit: Unit, side: str) -> bool:
    if unit.entry and unit.entry.change.old and unit.entry.change.new:
        return False
    return unit.look == ("inserted" if side == "old" else "excluded")


def pieces(spans: Iterable[Span]) -> tuple[Piece, ...]:
    """The spans of one field as they are shown: pairs that change nothing of substance folded into one piece."""
    spans = tuple(spans)
    whole = _whole_sentences(spans)
    shown: list[Piece] = []
    for index, span in enumerate(spans):
        before = spans[index - 1] if index else Span("equal", "")
        if span.operation == "insert" and span.why in FOLDED and before == ("delete", before.text, span.why):
            shown[-1] = Piece("folded", span.text, before.text, span.why)
        elif span.text:
            look = ELSEWHERE[span.operation] if span.why in STANDING_ELSEWHERE else span.operation
            shown.append(Piece(look, span.text, whole=index in whole))
    return tuple(shown)


def spellings(change: Change) -> list[tuple[str, str]]:
    """The old and the new spelling of every folded pair; both empty where a reader would not see the difference."""
    folded = [piece for spans in change.spans.values() for piece in pieces(spans) if piece.look == "folded"]
    return [("", "") if _bare(piece.was) == _bare(piece.text) else (piece.was, piece.text) for piece in folded]


def rows_of(marked: Iterable[Piece]) -> list[list[list[Piece]]]:
    """The rows of a table, each a list of cells, each a list of pieces; empty if a mark reaches beyond its cell."""
    rows: list[list[list[Piece]]] = [[[]]]
    for piece in marked:
        if piece.look != "equal":
            if "\t" in piece.text + piece.was or "\n" in piece.text + piece.was:
                return []
            rows[-1][-1].append(piece)
            continue
        for number, line in enumerate(piece.text.split("\n")):
            first, *others = ([Piece("equal", cell)] if cell else [] for cell in line.split("\t"))
            if number:
                rows.append([[]])
            rows[-1][-1] += first
            rows[-1] += others
    return rows


def _bare(text: str) -> str:
    """The words without blanks and characters that cannot be seen."""
    return INVISIBLE.sub("", "".join(unicodedata.normalize("NFC", text).split()))


def _whole_sentences(spans: tuple[Span, ...]) -> set[int]:
    """Indexes of the pairs in which sentences give way to sentences: they read better one above the other."""
    pairs = [
        index
        for index, (one, two) in enumerate(pairwise(spans))
        if (one.operation, two.operation) == ("delete", "insert") and not one.why and not two.why
    ]
    old, new = (_sentences(spans, side) if pairs else set() for side in ("delete", "insert"))
    return {place for index in pairs if index in old and index + 1 in new for place in (index, index + 1)}


def _sentences(spans: tuple[Span, ...], side: str) -> set[int]:
    """Indexes of the spans of one side that are whole sentences."""
    text = "".join(span.text for span in spans if span.operation in ("equal", side))
    edges = {*sentence_starts(text), len(text)}
    found, offset = set(), 0
    for index, span in enumerate(spans):
        if span.operation not in ("equal", side):
            continue
        end = offset + len(span.text)
        long = len(span.text.split()) >= MINIMUM_SENTENCE
        if span.operation == side and long and edges >= {_next_word(text, offset), _next_word(text, end)}:
            found.add(index)
        offset = end
    return found


def _next_word(text: str, offset: int) -> int:
    """The offset of the first character from here on that is not blank."""
    return len(text) - len(text[offset:].lstrip())


def seen(text: str) -> Iterator[tuple[str, str]]:
    """The text cut where a reader would not see what stands there: (words, ""), (character, its code and why).

    The second value is empty for ordinary words, else «zero-width U+200B» or «look-alike U+0061».
    """
    done = 0
    for oddity in suspicious(text):
        if oddity.start > done:
            yield text[done : oddity.start], ""
        codes = " ".join(f"U+{ord(letter):04X}" for letter in text[oddity.start : oddity.end])
        yield text[oddity.start : oddity.end], f"{oddity.why} {codes}"
        done = oddity.end
    if done < len(text):
        yield text[done:], ""
