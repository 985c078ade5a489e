"""A comparison as a page shows it: what is listed beside the text, and the rows of the redline."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TypedDict

from django.utils.safestring import SafeString

from ..lawtext.exporters.redline_letters import foreign_letters
from ..lawtext.exporters.redline_marks import Marks
from ..lawtext.exporters.redline_setting import set_out
from ..lawtext.exporters.redline_units import QUIET, Fold, half, is_old_place, spellings
from ..lawtext.exporters.redline_words import CLASSED, PHRASES, SIGNS, capital, lowered, shortened
from ..lawtext.provision import walk

FILTERS = {
    "inserted": ("inserted",),
    "excluded": ("excluded",),
    "reworded": ("reworded",),
    "moved": ("moved", "level"),
    "split": ("split", "merged"),
    "quiet": ("renumbered", "reference", "typographic"),
}
"""What a person shows or hides together: the classes of each choice."""

LOUD = tuple(name for name in FILTERS if name != "quiet")

FILTER_OF = {classed: name for name, classes in FILTERS.items() for classed in classes}


class Row(TypedDict, total=False):
    """One line of the redline. ``shape`` is heading, change, plain (words without a change) or fold.

    What follows a row and has more ``depth`` stands in it, but for folds, which may be about anything. A change has
    ``number`` and ``filter``, also where it only goes on (``follows``); ``paragraphs`` are (inline, old half, new
    half) in markup, a half empty where the other text has nothing. A fold has ``words`` and ``quiet``, the rows of its
    table.
    """

    shape: str
    depth: int
    kind: str
    number: int
    filter: str
    paragraphs: list[tuple[SafeString, SafeString, SafeString]]
    words: str
    quiet: list[dict]


@dataclass(frozen=True, slots=True)
class Total:
    """A class that can be shown and hidden: its name, sign, words and how many changes there are."""

    name: str
    sign: str
    words: str
    amount: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A change in the list beside the text."""

    number: int
    anchor: str
    filter: str
    sign: str
    where: str
    substantive: bool


@dataclass(frozen=True, slots=True)
class Redline:
    """The page of one comparison. ``concordance`` holds old place, new place, number and anchor of the change."""

    title: str
    summary: str
    notices: tuple[str, ...]
    totals: tuple[Total, ...]
    substantive: int
    quiet: int
    listed: tuple[Listed, ...]
    rows: tuple[Row, ...]
    concordance: tuple[tuple[str, str, int, str], ...]


def redline(comparison, old, new, spoken, *, whole):
    """The page of a comparison, told in the language ``spoken``; ``whole`` also shows what did not change.

    Raises RedlineIncomplete if a change would not be seen.
    """
    setting = set_out(comparison, old, new, spoken)
    anchors = {entry.number: anchor(entry.change) for entry in setting.entries}
    counted = comparison.totals
    return Redline(
        setting.title,
        setting.summary,
        setting.notices,
        tuple(_total(name, counted, spoken) for name in FILTERS),
        setting.substantive,
        len(setting.quiet),
        tuple(_listed(entry, anchors, spoken) for entry in setting.entries),
        tuple(_Rows(setting, comparison, anchors, whole=whole).rows()),
        tuple((old, new, number, anchors[number]) for old, new, number in setting.concordance),
    )


def anchor(change):
    """The name of a change in every comparison in which its provision changes."""
    return f"p-{change.provision or change.id}"


def _total(name, counted, spoken):
    classes = FILTERS[name]
    words = ", ".join(CLASSED[spoken][classed] for classed in classes)
    return Total(name, SIGNS[classes[0]], words, sum(counted.get(classed, 0) for classed in classes))


def _listed(entry, anchors, spoken):
    classed = entry.change.classed
    name = anchors[entry.number]
    where = shortened(entry.where, spoken)
    return Listed(entry.number, name, FILTER_OF[classed], SIGNS[classed], where, entry.change.substantive)


class _Rows:
    """The blocks of a redline on their way to rows."""

    def __init__(self, setting, comparison, anchors, *, whole):
        self.setting, self.anchors, self.whole = setting, anchors, whole
        self.phrases = PHRASES[setting.spoken]
        self.marks = Marks(setting.language, setting.spoken)
        self.depths = _depths(comparison)
        self.around = _around(comparison)
        self.numbers = {unit.provision: unit.number for unit in _units(setting.blocks) if unit.entry}
        self.entries = {entry.number: entry for entry in setting.entries}
        self.last = {}

    def rows(self) -> Iterator[Row]:
        """Headings, changes with the paragraphs that belong to them, folds; no heading without anything below it."""
        rows = [row for block in self.setting.blocks for row in self._block(block)]
        rows = list(_gathered(rows, self.setting.spoken))
        yield from rows if self.whole else _with_something_below(rows)

    def _block(self, block):
        if not isinstance(block, Fold):
            yield from self._unit(block)
        elif self.whole:
            for unit in block.units:
                yield from self._unit(unit)
        else:
            for unit in block.units:
                yield from self._folded(unit)

    def _unit(self, unit):
        is_quiet = unit.look in QUIET
        if is_quiet and not self.whole:
            yield from self._context(unit)
            yield from self._folded(unit)
        elif unit.look:
            yield self._change(unit)
        else:
            yield from self._context(unit)

    def _folded(self, unit):
        if unit.entry:
            yield Row(shape="fold", depth=self._depth(unit), quiet=[self._quiet(unit.entry)])

    def _context(self, unit):
        """A heading, or words without a change: with the whole text, or where a change stands under them."""
        is_heading = unit.field == "heading"
        if is_heading or self.whole or (unit.field == "text" and unit.provision in self.around):
            shape = "heading" if is_heading else "plain"
            yield Row(shape=shape, depth=self._depth(unit), kind=unit.kind, paragraphs=[self._plain(unit)])

    def _depth(self, unit):
        """How deep a paragraph stands; a heading stands above the words of its own provision."""
        return 2 * self.depths[unit.provision] + (unit.field != "heading")

    def _plain(self, unit):
        inline = SafeString(self.marks.words(unit._replace(look="", was="")))
        return inline, inline, inline

    def _quiet(self, entry):
        """A line of the table of what is folded: what it was and what it became."""
        was = [(one, two) for one, two in spellings(entry.change) if one or two]
        return {
            "number": entry.number,
            "anchor": self.anchors[entry.number],
            "where": entry.place,
            "was": "; ".join(one for one, _ in was) if was else entry.old_place,
            "now": "; ".join(two for _, two in was) if was else entry.place,
            "classed": entry.classed if not was else f"{entry.classed}: {lowered(entry.place)}",
            "class": entry.change.classed,
        }

    def _change(self, unit):
        number = self._number(unit)
        entry = self.entries[number]
        row = Row(
            shape="change",
            depth=self._depth(unit),
            kind=unit.kind,
            number=number,
            filter=FILTER_OF[entry.change.classed],
            paragraphs=[self._paragraph(unit)],
        )
        row |= {"class": unit.look, "substantive": entry.change.substantive, "follows": not unit.number}
        row |= {"one_sided": not all(row["paragraphs"][0])}
        row |= {"letters": foreign_letters(unit, self.setting.spoken), "old_place": is_old_place(unit)}
        row |= {"anchor": self._anchor(unit.anchor) if unit.number else "", "links": self._links(unit)}
        row |= {"provision": unit.provision, "label": self._label(unit, entry)}
        return row | (self._about(unit, entry) if unit.number else {})

    def _number(self, unit):
        """The change to which a paragraph belongs: that of its provision, else the last one that looked so."""
        number = unit.number or self.numbers.get(unit.provision) or self.last[unit.look]
        self.last[unit.look] = number
        return number

    def _about(self, unit, entry):
        """What stands beside the words: what became of the provision, and why that matters."""
        if not unit.entry:
            return {"sign": SIGNS["moved"], "classed": self.phrases["source"], "reasons": "", "remarks": ()}
        sign = SIGNS[entry.change.classed]
        reasons = capital(", ".join(entry.reasons))
        return {"sign": sign, "classed": capital(entry.classed), "reasons": reasons, "remarks": entry.remarks}

    def _label(self, unit, entry):
        told = f"{lowered(entry.where)}, {entry.what}" if unit.entry else lowered(self.phrases["source"])
        return f"{self.phrases['change'].format(entry.number)}, {told}"

    def _links(self, unit):
        return [
            (
                "↑" if link.phrase == "origin" else "↓",
                self.phrases[link.phrase].format(lowered(link.place)),
                self._anchor(link.anchor),
            )
            for link in unit.links
        ]

    def _anchor(self, name):
        """«p-…-from» for «c7-from»."""
        number, dash, end = name.removeprefix("c").partition("-")
        return self.anchors[int(number)] + dash + end

    def _paragraph(self, unit):
        """A paragraph inline, and as each of the two texts has it; empty where it has nothing there."""
        halves = [half(unit, side) for side in ("old", "new")]
        return tuple(SafeString(self.marks.words(one)) if one else SafeString("") for one in (unit, *halves))


def _around(comparison):
    """Ids of the provisions in which something stands that changed."""
    found = set()
    for root, side in ((comparison.old, "old"), (comparison.new, "new")):
        changed = {_id(getattr(change, side)) for change in comparison.changes if change.classed not in QUIET}
        ids = {}
        for path, provision in walk(root):
            ids[path] = provision.id
            if provision.id in changed:
                found.update(ids[path[:depth]] for depth in range(len(path)))
    return found


def _depths(comparison):
    """How deep each provision stands, in the new law where it is there."""
    roots = (comparison.old, comparison.new)
    return {provision.id: len(path) for root in roots for path, provision in walk(root)}


def _id(side):
    return side.provision.id if side else None


def _units(blocks):
    for block in blocks:
        yield from block.units if isinstance(block, Fold) else (block,)


def _gathered(rows, spoken):
    """The rows with runs of quiet ones folded, and paragraphs joined to the change that they belong to."""
    for shape, run in groupby(rows, key=lambda row: row["shape"]):
        if shape == "fold":
            folds = list(run)
            quiet = [line for row in folds for line in row["quiet"]]
            yield Row(shape="fold", depth=folds[0]["depth"], words=_counted(quiet, spoken), quiet=quiet)
        elif shape == "change":
            yield from _joined(run)
        else:
            yield from run


def _joined(rows):
    rows = list(rows)
    kept = rows[:1]
    for row in rows[1:]:
        if row["follows"] and row["number"] == kept[-1]["number"]:
            kept[-1]["paragraphs"] += row["paragraphs"]
            kept[-1]["letters"] = kept[-1]["letters"] or row["letters"]
        else:
            kept.append(row)
    return kept


def _counted(quiet, spoken):
    """«Статья 5, пункт 2 – статья 7: новый номер – 3, обновлена ссылка – 1»."""
    classes, words = [line["class"] for line in quiet], CLASSED[spoken]
    counted = ", ".join(f"{words[name]} – {classes.count(name)}" for name in sorted(QUIET) if name in classes)
    first, last = quiet[0]["where"], quiet[-1]["where"]
    return f"{first}: {words[classes[0]]}" if len(quiet) == 1 else f"{first} – {lowered(last)}: {counted}"


def _with_something_below(rows):
    """The rows without headings under which nothing stands."""
    wanted = [row["shape"] != "heading" for row in rows]
    return [row for row, seen in zip(rows, seen_with(rows, wanted), strict=True) if seen]


def seen_with(rows, wanted):
    """Which rows are seen: those that are wanted, and those in which one that is wanted stands."""
    found, below = [], set()
    for row, is_wanted in zip(reversed(rows), reversed(wanted), strict=True):
        depth, is_fold = row["depth"], row["shape"] == "fold"
        seen = is_wanted or (not is_fold and any(one > depth for one in below))
        if not is_fold:
            below = {one for one in below if one <= depth}
        if seen:
            below.add(depth)
        found.append(seen)
    return found[::-1]
