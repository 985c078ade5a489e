"""What a redline shows, in the order in which it is read: the same for HTML and PDF.

The text is that of the new law. What was excluded, and what moved away, stands where it stood in the old one. The
number of a change is its position in the comparison, so that every format gives it the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..changes import CLASSES, Change, Comparison
from ..edition import Edition
from ..fingerprint import printed
from .redline_text import Text
from .redline_units import Block, Entry, Unit, pieces
from .redline_words import CLASSED, PHRASES, REASONED, edition_date, edition_name, lowered, place, ranges
from .refusal import ExportRefused

ALWAYS = ("inserted", "excluded", "reworded", "moved")
"""Classes whose sign is explained even where it does not occur: that nothing was excluded is worth reading."""

COMPOUND = frozenset({"split", "merged", "moved", "level"})
"""Classes that say nothing of the words, so that the redline adds whether they changed."""


class RedlineIncomplete(ExportRefused):
    """A change that has no place in the text: the redline would look as if it had not happened."""


@dataclass(frozen=True, slots=True)
class Facts:
    """One of the two texts: its name, date and fingerprint in words."""

    name: str
    date: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A redline as it is shown: a text in ``language``, about which is said something in the language ``spoken``.

    ``concordance`` holds old place, new place and number of the change.
    """

    language: str
    spoken: str
    title: str
    old: Facts
    new: Facts
    notices: tuple[str, ...]
    totals: tuple[tuple[str, int], ...]
    entries: tuple[Entry, ...]
    blocks: tuple[Block, ...]
    concordance: tuple[tuple[str, str, int], ...]

    @property
    def substantive(self) -> int:
        """How many changes touch the substance."""
        return sum(entry.change.substantive for entry in self.entries)

    @property
    def loud(self) -> tuple[Entry, ...]:
        """The changes of words and of place, listed first."""
        return tuple(entry for entry in self.entries if not entry.quiet)

    @property
    def quiet(self) -> tuple[Entry, ...]:
        """The changes that touch no word of a norm, listed apart under their numbers: both lists together are all."""
        return tuple(entry for entry in self.entries if entry.quiet)

    @property
    def quiet_heading(self) -> str:
        """How many changes are listed apart, and under which numbers."""
        return PHRASES[self.spoken]["quiet"].format(len(self.quiet), ranges(entry.number for entry in self.quiet))

    @property
    def summary(self) -> str:
        """How much changed, in one or two sentences; that nothing did is said only where there is no change."""
        phrases = PHRASES[self.spoken]
        if not self.entries:
            return phrases["none"]
        told = phrases["total"].format(total=len(self.entries), substantive=self.substantive)
        return f"{told} {phrases['quiet_only']}" if all(entry.quiet for entry in self.entries) else told


def set_out(comparison: Comparison, old: Edition, new: Edition, spoken: str = "") -> Setting:
    """The redline of a comparison in the language of its new text; what is said about it may be in another one.

    Raises RedlineIncomplete if a change would not be seen.
    """
    language = new.language
    spoken = spoken or language
    entries = tuple(_entry(number, change, spoken) for number, change in enumerate(comparison.changes, start=1))
    blocks = Text(comparison, entries, language, spoken).blocks()
    _require_all(entries, blocks)
    return Setting(
        language,
        spoken,
        comparison.new.heading or comparison.old.heading or PHRASES[spoken]["untitled"],
        _facts(old, spoken),
        _facts(new, spoken),
        comparison.notices,
        _totals(comparison),
        entries,
        blocks,
        tuple((entry.old_place, entry.place, entry.number) for entry in entries if entry.renumbered),
    )


def _require_all(entries: tuple[Entry, ...], blocks: tuple[Block, ...]) -> None:
    units = [unit for block in blocks for unit in ((block,) if isinstance(block, Unit) else block.units)]
    told = {unit.entry.number for unit in units if unit.entry}
    missing = [entry for entry in entries if entry.number not in told]
    if missing:
        raise RedlineIncomplete(
            "Change %(number)s (%(where)s) has no place in the text.", number=missing[0].number, where=missing[0].where
        )


def _facts(edition: Edition, language: str) -> Facts:
    phrases = PHRASES[language]
    name = edition_name(edition, language)
    if not edition.authentic:
        name = f"{name} ({phrases['translation']})"
    return Facts(name, edition_date(edition, language), printed(edition.fingerprint) or phrases["unprinted"])


def _totals(comparison: Comparison) -> tuple[tuple[str, int], ...]:
    """Class and count, the signs that are always explained first, the quiet classes last."""
    counted = comparison.totals
    order = [*ALWAYS, *(name for name in CLASSES if name not in ALWAYS)]
    return tuple((name, counted.get(name, 0)) for name in order if name in ALWAYS or name in counted)


def _entry(number: int, change: Change, language: str) -> Entry:
    old, new = (place(side.address, language) if side else "" for side in (change.old, change.new))
    classed = CLASSED[language][change.classed]
    if change.classed in COMPOUND and _edited(change):
        classed = PHRASES[language]["edited"].format(classed)
    reasons = tuple(REASONED[language][reason] for reason in change.reasons)
    if change.substantive and not reasons:
        reasons = (PHRASES[language]["substantive"],)
    return Entry(number, change, new or old, old, classed, reasons, tuple(_remarks(change, old, new, language)))


def _edited(change: Change) -> bool:
    """Whether words of the provision itself changed, beyond spelling and followed references."""
    return any(span.operation != "equal" and not span.why for spans in change.spans.values() for span in spans)


def _remarks(change: Change, old: str, new: str, language: str) -> Iterator[str]:
    phrases = PHRASES[language]
    if change.classed in COMPOUND and not _edited(change):
        yield phrases["same_words"]
    if change.classed == "reworded" and any(piece.whole for spans in change.spans.values() for piece in pieces(spans)):
        yield phrases["whole_sentence"]
    if change.classed not in COMPOUND and old and new and old != new:
        yield phrases["formerly"].format(lowered(old))
