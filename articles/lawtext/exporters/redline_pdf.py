"""A redline as PDF: the same changes under the same numbers, readable in black and white."""

from collections.abc import Iterable, Iterator
from textwrap import shorten

from ..changes import Comparison
from ..edition import Edition
from ..fingerprint import short
from ..provision import FIELDS, GROUPS, Provision, walk
from .pdf import NO_DATE, REGIONS
from .redline_letters import foreign_letters
from .redline_setting import Facts, Setting, set_out
from .redline_units import (
    QUIET,
    WHOLE,
    Block,
    Entry,
    Fold,
    Link,
    Piece,
    Unit,
    has_one_mark,
    is_old_place,
    rows_of,
    seen,
    spellings,
)
from .redline_words import CLASSED, PHRASES, SIGNS, capital, lowered, what_is_substantive
from .setting import CAPITALS
from .typesetting import MissingGlyph, typeset
from .wordings import draft_name

TEMPLATE = "redline.typ"

SHORT = 1_000
"""A paragraph of fewer characters stays on one page with what is told of it."""

ONE_LINE = 70
"""So many characters of a provision are printed at its old place."""

SAMPLES = {
    "inserted": (("insert", "sample"),),
    "excluded": (("delete", "sample"),),
    "reworded": (("delete", "sample"), ("equal", ""), ("insert", "sample")),
    "moved": (("gone", "from_here"), ("equal", ""), ("moved", "to_here")),
}
"""How a class looks in the text, for the key: looks and names of phrases."""


def write(comparison: Comparison, old: Edition, new: Edition) -> bytes:
    """The redline as tagged PDF/A-2a: the same comparison and editions give the same bytes.

    Raises RedlineIncomplete if a change would not be seen, MissingGlyph where the print fonts lack a character, and
    TypesettingFailed where nothing can be set.
    """
    setting = set_out(comparison, old, new)
    facts = {**_Sheet(setting).facts(), **_edition_facts(old, new)}
    try:
        return typeset(TEMPLATE, facts)
    except MissingGlyph as missing:
        raise MissingGlyph(missing.character, _place(comparison, missing.character)) from missing


def _edition_facts(old: Edition, new: Edition) -> dict[str, object]:
    fingerprints = [edition.fingerprint for edition in (old, new) if edition.fingerprint]
    return {
        "region": REGIONS[new.language],
        "date": (new.date.year, new.date.month, new.date.day) if new.date else NO_DATE,
        "keywords": fingerprints,
        "line": " → ".join(f"{draft_name(edition)} {short(edition.fingerprint)}".rstrip() for edition in (old, new)),
    }


class _Sheet:
    """One redline on its way to paper. What is folded on a screen is one line here."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.phrases = PHRASES[setting.language]
        self.classed = CLASSED[setting.language]
        units = [block for block in setting.blocks if isinstance(block, Unit)]
        self.told = {unit.number for unit in units if unit.entry}
        self.level = 1

    def facts(self) -> dict[str, object]:
        """All that the template prints, except what only the editions say."""
        setting = self.setting
        return {
            "phrases": self.phrases,
            "language": setting.language,
            "title": setting.title,
            "summary": setting.summary,
            "notices": setting.notices,
            "editions": [self._edition("old", setting.old), self._edition("new", setting.new)],
            "totals": [self._total(name, count) for name, count in setting.totals],
            "substantive": setting.substantive,
            "heeded": what_is_substantive(setting.language),
            "loud": [self._listed(entry) for entry in setting.loud],
            "quiet": [self._listed(entry) for entry in setting.quiet],
            "quiet_heading": setting.quiet_heading,
            "blocks": [self._block(block) for block in setting.blocks],
            "concordance": setting.concordance,
            "concordance_heading": self.phrases["concordance"].format(len(setting.concordance)),
        }

    def _edition(self, side: str, facts: Facts) -> list[list[str]]:
        phrases = self.phrases
        return [
            [phrases[side], facts.name],
            [phrases["date"], facts.date],
            [phrases["fingerprint"], facts.fingerprint],
        ]

    def _total(self, name: str, count: int) -> dict[str, object]:
        marks = [_plain(look, self.phrases[phrase] if phrase else " ") for look, phrase in SAMPLES.get(name, ())]
        return {"sign": SIGNS[name], "class": name, "words": self.classed[name], "marks": marks, "count": count}

    def _listed(self, entry: Entry) -> dict[str, object]:
        found = spellings(entry.change) if entry.quiet else []
        pairs = [f"{was} → {now}" if was or now else self.phrases["unseen"] for was, now in found]
        return {
            "number": entry.number,
            "linked": entry.number in self.told,
            "sign": SIGNS[entry.change.classed],
            "class": entry.change.classed,
            "where": entry.where,
            "what": ", ".join([entry.classed, *pairs]),
            "reasons": ", ".join(entry.reasons),
        }

    def _block(self, block: Block) -> dict[str, object]:
        if isinstance(block, Fold):
            return {"fold": block.words}
        rows = rows_of(block.pieces) if block.kind == "table" and not is_old_place(block) else []
        short = sum(len(piece.text) for piece in block.pieces) < SHORT
        body: dict[str, object] = {
            "style": _style(block),
            "level": self._level(block),
            "short": short and not rows,
            "look": "moved" if block.away else "quiet" if block.look in QUIET else block.look,
            "pieces": list(_pieces(_first_words(block) if is_old_place(block) else block)),
            "rows": [[list(_marked(cell, block)) for cell in row] for row in rows],
            "letters": foreign_letters(block, self.setting.language),
        }
        links = [[self._way(link), link.anchor] for link in block.links]
        return body | {"number": block.number, "name": block.anchor, "about": self._about(block), "links": links}

    def _level(self, unit: Unit) -> int:
        """The level of a heading, never more than one below the last; 0 for words that are none, or not any more."""
        style = _style(unit)
        if style == "plain" or unit.away or unit.look == "excluded":
            return 0
        self.level = min(self.level + 1, 2 if style == "group" else 3)
        return self.level

    def _about(self, unit: Unit) -> dict[str, object] | None:
        """What is told of the change under the first paragraph in which it shows, and at its old place."""
        entry = unit.entry
        if not entry:
            source = {"sign": SIGNS["moved"], "class": "moved", "what": self.phrases["source"]}
            return source | {"reasons": "", "remarks": (), "quiet": False} if unit.number else None
        return {
            "sign": SIGNS[entry.change.classed],
            "class": entry.change.classed,
            "what": capital(entry.classed),
            "reasons": ", ".join(entry.reasons),
            "remarks": () if entry.quiet else entry.remarks,
            "quiet": entry.quiet,
        }

    def _way(self, link: Link) -> str:
        arrow = "←" if link.phrase == "origin" else "→"
        return f"{arrow} {self.phrases[link.phrase].format(lowered(link.place))}"


def _first_words(unit: Unit) -> Unit:
    """An old place in one line: the words stand whole at the new one, and a link leads there."""
    words = shorten("".join(piece.text for piece in unit.pieces), ONE_LINE, placeholder=" …")
    return unit._replace(pieces=(Piece("gone", words),) if words else ())


Marked = tuple[str, list[tuple[str, str]]]
"""A look and its runs of words: plain ones, letters of another alphabet (alike), codes of hidden ones (odd)."""


def _plain(look: str, words: str) -> Marked:
    return look, [("", words)]


def _pieces(unit: Unit) -> Iterator[Marked]:
    """The label and the words of a paragraph, each with its look."""
    if unit.label:
        yield _plain(WHOLE[unit.look] if has_one_mark(unit) else "equal", f"{unit.label} ")
    if unit.was:
        yield _plain("was", f"← {unit.was} ")
    in_capitals = unit.kind in CAPITALS and unit.field == "heading"
    for look, runs in _marked(unit.pieces, unit):
        yield look, [(kind, words.upper()) for kind, words in runs] if in_capitals else runs


def _marked(marked: Iterable[Piece], unit: Unit) -> Iterator[Marked]:
    for piece in marked:
        look = piece.look
        if look == "equal" and unit.look == "moved" and unit.entry:
            look = "moved"
        elif piece.whole and unit.field != "heading":
            look += "-sentence"
        yield look, list(_runs(piece.text))


def _runs(text: str) -> Iterator[tuple[str, str]]:
    """The words; a character that nobody would see is followed by its code."""
    for words, why in seen(text):
        kind, _, code = why.partition(" ")
        yield "alike" if kind == "look-alike" else "", words
        if code and kind != "look-alike":
            yield "odd", code


def _style(unit: Unit) -> str:
    """How a paragraph is set: a heading of a group, of an article, or plain."""
    if unit.field != "heading":
        return "plain"
    return "group" if unit.kind in GROUPS | {"law", "annex"} else "article"


def _place(comparison: Comparison, character: str) -> str:
    """The first provision that holds a character, by kind and number."""
    trees = (comparison.new, comparison.old)
    units: Iterable[Provision] = (unit for tree in trees for _, unit in walk(tree))
    found = next((unit for unit in units if any(character in unit.words(name) for name in FIELDS)), None)
    return f"{found.kind} {found.number}".strip() if found else ""
