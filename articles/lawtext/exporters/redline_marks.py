"""The words of a redline as HTML: what is marked, how it looks, and what is heard before it."""

from html import escape

from ..provision import GROUPS
from .redline_units import Piece, Unit, has_one_mark, rows_of, seen
from .redline_words import PHRASES
from .setting import CAPITALS

TOP = GROUPS | {"law", "annex"}

ONE_MARK = {"inserted": ("ins", "insert"), "excluded": ("del", "delete")}
"""Looks under which all words of a paragraph have one mark: its element, and what is heard before it."""

MARKS = {
    "insert": ("ins", "", "insert"),
    "delete": ("del", "", "delete"),
    "moved": ("ins", "moved-to", "moved_here"),
    "gone": ("del", "moved-from", "moved_away"),
}
"""The element of a look, its class, and what is heard before the words."""


class Marks:
    """Writes the words of a law in ``language``; what is said about them is in the language ``spoken``."""

    def __init__(self, language: str, spoken: str = "") -> None:
        spoken = spoken or language
        self.phrases = {key: escape(phrase) for key, phrase in PHRASES[spoken].items()}
        self.lang = "" if spoken == language else f' lang="{spoken}"'

    def words(self, unit: Unit, css: str = "") -> str:
        """The paragraph, heading or table of a unit with its label."""
        rows = rows_of(unit.pieces) if unit.kind == "table" and not has_one_mark(unit) else []
        if rows:
            return self._table(rows, css)
        inside = self._marked(unit)
        if unit.field == "heading":
            tag = "h3" if unit.kind in TOP else "h4"
        else:
            tag, css = "p", css if unit.kind != "table" else f"{css} loose".lstrip()
        return f'<{tag} class="{css}">{inside}</{tag}>\n' if css else f"<{tag}>{inside}</{tag}>"

    def _label(self, unit: Unit) -> str:
        shown = f'<span class="number">{escape(unit.label)}</span> ' if unit.label else ""
        return shown + (f'<span class="was">← {escape(unit.was)}</span> ' if unit.was else "")

    def _marked(self, unit: Unit) -> str:
        """The label and the words with their marks; the label of a unit that is new or gone is marked with them."""
        label = self._label(unit)
        if has_one_mark(unit):
            tag, heard = ONE_MARK[unit.look]
            words = "".join([self._seen(piece.text) for piece in unit.pieces])
            return f"<{tag}>{self._heard(heard)}{label}{_capitals(unit, words)}</{tag}>"
        words = "".join(map(self._piece, unit.pieces) if unit.look else (plain(piece.text) for piece in unit.pieces))
        if unit.look == "moved" and unit.entry:
            return f'{label}<span class="moved-to">{self._heard("moved_here")}{words}</span>'
        return label + _capitals(unit, words)

    def _piece(self, piece: Piece) -> str:
        if piece.look == "folded":
            return self._same(piece)
        words = self._seen(piece.text)
        if piece.look == "equal":
            return words
        tag, css, heard = MARKS[piece.look]
        if piece.whole:
            css = "sentence-new" if tag == "ins" else "sentence-old"
        named = f' class="{css}"' if css else ""
        return f"<{tag}{named}>{self._heard(heard)}{words}</{tag}>"

    def _same(self, piece: Piece) -> str:
        """A pair that changes nothing of substance: the new spelling, the old one heard and in the title."""
        told = self.phrases[f"was_{piece.why}"].format(f"«{escape(piece.was)}»")
        return (
            f'<span class="same" title="{told}"><del class="hidden-text">{self._heard("was")}'
            f"{plain(piece.was)}</del><ins>{self._heard('is')}"
            f"{self._seen(piece.text)}</ins></span>"
        )

    def _seen(self, text: str) -> str:
        return "".join([self._odd(words, why) if why else plain(words) for words, why in seen(text)])

    def _odd(self, words: str, why: str) -> str:
        kind, _, code = why.partition(" ")
        if kind == "look-alike":
            return f'<span class="alike" title="{self.phrases["alike"].format(code)}">{escape(words)}</span>'
        return f'<span class="odd" data-code="{code}" title="{self.phrases["odd"].format(code)}">{escape(words)}</span>'

    def _table(self, rows: list[list[list[Piece]]], css: str) -> str:
        body = "".join(f"<tr>{''.join(map(self._cell, row))}</tr>\n" for row in rows)
        return f'<table class="{f"grid {css}".strip()}">\n{body}</table>\n'

    def _cell(self, marked: list[Piece]) -> str:
        return f"<td>{''.join(map(self._piece, marked))}</td>"

    def _heard(self, phrase: str) -> str:
        """Words for those who hear the page."""
        return f'<span class="hidden-text"{self.lang}>{self.phrases[phrase]} </span>'


def plain(words: str) -> str:
    return escape(words, quote=False)


def _capitals(unit: Unit, words: str) -> str:
    """Some headings print in capitals; their words stay as they are."""
    return f'<span class="capitals">{words}</span>' if unit.kind in CAPITALS and unit.field == "heading" else words
