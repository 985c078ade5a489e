"""The words of one paragraph: runs, insertions, content controls, links, fields, symbols, text boxes, notes."""

from collections.abc import Callable
from dataclasses import dataclass

from ...characters import clean
from ..lines import Closing
from .fields import Fields, count_automatic
from .names import COMPATIBILITY, MATH, VAL, Element, half_points, is_on, w
from .styles import Styles
from .symbols import UNKNOWN, placed, symbol
from .tally import Tally

BREAK = "\n"
"""A line break inside a paragraph."""

PAGE_BREAK = "\f"

PLAIN = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\x85": " ", "\u2028": BREAK, "\u2029": BREAK})
"""Blanks of the XML are blanks, and the line separators of Unicode are line breaks."""

RUN_PROPERTIES = w("rPr")
VANISH, RUN_STYLE, VERTICAL = w("vanish"), w("rStyle"), w("vertAlign")
POSITION, SIZE = w("position"), w("sz")
STRIKES = (w("strike"), w("dstrike"))
TYPE, ID, FONT, CHAR = w("type"), w("id"), w("font"), w("char")


@dataclass
class Context:
    """What the paragraphs of one document share."""

    styles: Styles
    fields: Fields
    tally: Tally


class Words:
    """The words of a paragraph as they are gathered.

    ``notes`` are (part, id) of the footnotes and endnotes it refers to; ``before`` and ``after`` are text boxes
    anchored ahead of its first word and behind it. ``size`` is that of its letters on the line, in half points.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self.hidden = False
        self.size = context.styles.size
        self.notes: list[tuple[str, str]] = []
        self.before: list[Element] = []
        self.after: list[Element] = []
        self._parts: list[str] = []
        self._closings: list[tuple[int, int]] = []
        self._instructed: list[str] = []

    @property
    def text(self) -> str:
        """All words but closing ones."""
        return "".join(self._parts[: self._closings[0][0]] if self._closings else self._parts)

    @property
    def closings(self) -> tuple[Closing, ...]:
        """Closing words: from where a run of their style begins to the next one or the end of the paragraph."""
        ends = [start for start, _ in self._closings[1:]] + [len(self._parts)]
        pairs = zip(self._closings, ends, strict=True) if self._closings else ()
        return tuple(Closing(clean("".join(self._parts[start:end])), outward) for (start, outward), end in pairs)

    @property
    def is_empty(self) -> bool:
        return not (self.before or self.after or self.notes or "".join(self._parts).strip())

    def add(self, text: str) -> None:
        """Words that stand in the instruction of a field do not print, if the instruction ends."""
        (self._instructed if self.context.fields.instructing else self._parts).append(text)

    def end(self) -> None:
        """The paragraph ends: a field that is not closed in it must not swallow the law."""
        if self.context.fields.instructing:
            self._parts += self._instructed
        self._instructed.clear()
        self.context.fields.end_paragraph()

    def read(self, element: Element) -> None:
        """Everything in the element, in order; what HANDLERS does not name is read through."""
        for child in element:
            HANDLERS.get(child.tag, Words.read)(self, child)

    def skip(self, element: Element) -> None:
        """Not words: properties, deleted runs, marks of notes."""

    def run(self, element: Element) -> None:
        start = len(self._parts)
        self.read(element)
        properties = element.find(RUN_PROPERTIES)
        if self._vanishes(properties):
            self.context.tally.hidden += self._parts[start:]
            del self._parts[start:]
        elif properties is not None and len(self._parts) > start:
            self._dress(start, properties)

    def _vanishes(self, properties: Element | None) -> bool:
        if properties is None:
            return self.hidden
        vanish = properties.find(VANISH)
        if vanish is not None:
            return is_on(vanish)
        style = properties.find(RUN_STYLE)
        styled = None if style is None else self.context.styles.named(style.get(VAL, "")).hidden
        return self.hidden if styled is None else styled

    def _dress(self, start: int, properties: Element) -> None:
        style = properties.find(RUN_STYLE)
        if style is not None:
            self._close(start, self.context.styles.named(style.get(VAL, "")).outward)
        position = self._position(properties)
        if position:
            self._parts[start:] = [placed("".join(self._parts[start:]), position)]
        if any(is_on(properties.find(strike)) for strike in STRIKES):
            self.context.tally.found["struck"] += 1

    def _close(self, start: int, outward: int | None) -> None:
        """Begins closing words with the run that starts here, unless it goes on with those before it."""
        is_new = outward is not None and (not self._closings or self._closings[-1][1] != outward)
        if outward is not None and is_new and "".join(self._parts[start:]).strip():
            self._closings.append((start, outward))

    def _position(self, properties: Element) -> str:
        """``superscript`` or ``subscript``, which some programs write as smaller letters above or below the line."""
        vertical = properties.find(VERTICAL)
        if vertical is not None:
            return vertical.get(VAL, "")
        size, shift = half_points(properties.find(SIZE)), half_points(properties.find(POSITION))
        if not shift:
            self.size = size or self.size
            return ""
        if not size or size >= self.size:
            return ""
        return "superscript" if shift > 0 else "subscript"

    def plain(self, element: Element) -> None:
        text = element.text or ""
        self.add(text if text.isprintable() else text.translate(PLAIN))

    def tabulator(self, element: Element) -> None:
        self.add("\t")

    def line_break(self, element: Element) -> None:
        self.add(PAGE_BREAK if element.get(TYPE) in ("page", "column") else BREAK)

    def hyphen(self, element: Element) -> None:
        """A hyphen that does not break is a hyphen: numbers such as 5-1 are written with it."""
        self.add("-")

    def symbol(self, element: Element) -> None:
        character = symbol(element.get(FONT, ""), element.get(CHAR, ""))
        if character == UNKNOWN:
            self.context.tally.found["symbol"] += 1
        self.add(character)

    def field_mark(self, element: Element) -> None:
        self.context.fields.mark(element.get(w("fldCharType"), ""))
        if not self.context.fields.instructing:
            self._instructed.clear()

    def instruction(self, element: Element) -> None:
        self.context.fields.instruct(element.text or "")

    def simple_field(self, element: Element) -> None:
        count_automatic((element.get(w("instr"), "").split() or [""])[0].upper(), self.context.tally)
        self.read(element)

    def footnote(self, element: Element) -> None:
        self.notes.append(("footnotes", element.get(ID, "")))

    def endnote(self, element: Element) -> None:
        self.notes.append(("endnotes", element.get(ID, "")))

    def comment(self, element: Element) -> None:
        self.context.tally.found["comment"] += 1

    def formula(self, element: Element) -> None:
        self.context.tally.found["formula"] += 1
        self.read(element)

    def control(self, element: Element) -> None:
        content = controlled(element, self.context.tally)
        if content is not None:
            self.read(content)

    def graphic(self, element: Element) -> None:
        """A drawing: the words of its text boxes, or a count where it has none."""
        boxes = len(self.before) + len(self.after)
        self.read(element)
        if len(self.before) + len(self.after) == boxes:
            self.context.tally.found["object" if element.tag == w("object") else "picture"] += 1

    def box(self, element: Element) -> None:
        (self.after if self.text.strip() else self.before).append(element)

    def alternatives(self, element: Element) -> None:
        """The same thing for newer and older programs: read once."""
        for alternative in element:
            read = len(self._parts) + len(self.before) + len(self.after)
            counted = self.context.tally.found.copy()
            self.read(alternative)
            if len(self._parts) + len(self.before) + len(self.after) > read:
                return
            if alternative.getnext() is not None:
                self.context.tally.found = counted


def controlled(element: Element, tally: Tally) -> Element | None:
    """What a content control (w:sdt) holds; None where it still shows its invitation to type."""
    properties = element.find(w("sdtPr"))
    if properties is not None and is_on(properties.find(w("showingPlcHdr"))):
        tally.found["placeholder"] += 1
        return None
    return element.find(w("sdtContent"))


HANDLERS: dict[str, Callable[[Words, Element], None]] = {
    **{w(name): Words.skip for name in ("pPr", "rPr", "del", "moveFrom", "delText", "delInstrText", "rt")},
    **{w(name): Words.skip for name in ("softHyphen", "footnoteRef", "endnoteRef", "annotationRef", "pgNum")},
    **{w(name): Words.graphic for name in ("drawing", "pict", "object")},
    w("r"): Words.run,
    f"{{{MATH}}}r": Words.run,
    f"{{{MATH}}}oMath": Words.formula,
    f"{{{MATH}}}t": Words.plain,
    w("t"): Words.plain,
    w("tab"): Words.tabulator,
    w("ptab"): Words.tabulator,
    w("br"): Words.line_break,
    w("cr"): Words.line_break,
    w("noBreakHyphen"): Words.hyphen,
    w("sym"): Words.symbol,
    w("fldChar"): Words.field_mark,
    w("instrText"): Words.instruction,
    w("fldSimple"): Words.simple_field,
    w("footnoteReference"): Words.footnote,
    w("endnoteReference"): Words.endnote,
    w("commentReference"): Words.comment,
    w("sdt"): Words.control,
    w("txbxContent"): Words.box,
    f"{{{COMPATIBILITY}}}AlternateContent": Words.alternatives,
}
"""How each element of a paragraph is read. Deleted runs are skipped and inserted ones read through: as accepted."""
