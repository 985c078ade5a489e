"""The text of a document from its first paragraph to its last, as lines."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from ..lines import ImportRefused, Line
from . import revisions, tables
from .breaks import leading, pieces
from .fields import Fields
from .names import COMPATIBILITY, Element, is_on, w
from .numbering import DASH, Level, Numbering
from .package import Document
from .runs import Context, Words, controlled
from .styles import Style, Styles, heading_level, indentation
from .tally import Tally

RESERVED = frozenset({"separator", "continuationSeparator", "continuationNotice"})
CONTENTS = "Table of Contents"

TIGHT = (".", ")", ":", ";", ",")
"""What a text may begin with that belongs to the number before it («Статья 5» + «. Заголовок»)."""

PROPERTIES = w("pPr")


class Story:
    """Reads the blocks of a document in order; ``lines`` holds what was read."""

    def __init__(self, document: Document, language: str, most: int) -> None:
        self.lines: list[Line] = []
        self.tally = Tally()
        self._styles = Styles(document.styles)
        self._numbering = Numbering(document.numbering, self._styles, language)
        self._context = Context(self._styles, Fields(self.tally), self.tally)
        self._notes = _notes(document)
        self._most = most
        self._seen = 0
        self._number = 0
        self._contents = 0
        self._carried: tuple[Words, Element | None] | None = None

    @property
    def marks_closings(self) -> bool:
        return self._styles.marks_closings

    def read(self, container: Element) -> None:
        """The blocks of a body, cell, note or text box. A paragraph whose end is deleted ends with it at the latest."""
        self._blocks(container)
        self._end_carried()

    def _blocks(self, container: Element) -> None:
        for block in container:
            BLOCKS.get(block.tag, Story._ignore)(self, block)

    def _ignore(self, block: Element) -> None:
        """Bookmarks, ranges of comments, the properties of a section."""

    def _deleted(self, block: Element) -> None:
        """Blocks that are deleted or moved away."""

    def _embedded(self, block: Element) -> None:
        self.tally.found["embedded"] += 1

    def _alternatives(self, block: Element) -> None:
        """Whole paragraphs for newer and older programs: the first alternative that has words."""
        for alternative in block:
            read = len(self.lines)
            self._blocks(alternative)
            if len(self.lines) > read:
                return

    def _control(self, block: Element) -> None:
        content = controlled(block, self.tally)
        if content is None:
            return
        listing = any(gallery.get(w("val")) == CONTENTS for gallery in block.iterfind(GALLERY))
        self._contents += listing
        self._blocks(content)
        self._contents -= listing

    def _paragraph(self, paragraph: Element) -> None:
        self._count()
        properties = paragraph.find(PROPERTIES)
        words = self._carried[0] if self._carried else Words(self._context)
        style = self._styles.paragraph(properties)
        words.hidden, words.size = bool(style.hidden), style.size or self._styles.size
        listed = bool(self._context.fields.contents)
        words.read(paragraph)
        words.end()
        if revisions.mark_is_deleted(properties):
            self._carried = words, properties
            return
        self._carried = None
        self._finish(words, properties, listed or bool(self._context.fields.contents))

    def _count(self) -> None:
        self._seen += 1
        self._number += 1
        if self._seen > self._most:
            raise ImportRefused("The document has more than %(most)s paragraphs.", most=f"{self._most:,}")

    def _end_carried(self) -> None:
        """What a deleted end of paragraph leaves where no paragraph follows."""
        if self._carried:
            (words, properties), self._carried = self._carried, None
            if not words.is_empty:
                self._finish(words, properties, False)

    def _finish(self, words: Words, properties: Element | None, listed: bool) -> None:
        """The lines of a paragraph: text boxes ahead of it, its own, text boxes behind it, its notes."""
        for box in words.before:
            self.lines += self._aside(box)
        self.lines += self._own(words, properties, listed)
        for box in words.after:
            self.lines += self._aside(box)
        for key in words.notes:
            self.lines += self._note(key)

    def _own(self, words: Words, properties: Element | None, listed: bool) -> Iterator[Line]:
        style = self._styles.paragraph(properties)
        found = pieces(words.text)
        label, level = ("", None) if not found and _is_hidden(properties) else self._label(properties, style)
        texts = _labelled(label, found)
        role, depth = self._role(properties, style, listed)
        indent = indentation(_indentation(properties, style, level)) + leading(words.text)
        closings = words.closings
        if closings and not texts:
            texts = [""]
        for place, text in enumerate(texts, start=1):
            ended = closings if place == len(texts) else ()
            yield Line(self._number, text, indent, role, depth, closings=ended)

    def _label(self, properties: Element | None, style: Style) -> tuple[str, Level | None]:
        place = self._numbering.place(properties, style)
        return (self._numbering.label(*place), self._numbering.level(*place)) if place else ("", None)

    def _role(self, properties: Element | None, style: Style, listed: bool) -> tuple[str, int]:
        if self._contents or style.role == "contents":
            return "contents", 0
        own = heading_level(properties)
        level = style.level if own is None else own
        if level:
            self._context.fields.end_contents()
            return "heading", level
        return ("contents", 0) if listed else (style.role if style.role != "heading" else "", 0)

    def _apart(self, container: Element) -> list[Line]:
        """The lines of a cell, note or text box, read apart from the text around it."""
        outer, carried = self.lines, self._carried
        self.lines, self._carried = [], None
        self.read(container)
        inner, self.lines, self._carried = self.lines, outer, carried
        return inner

    def _aside(self, container: Element) -> list[Line]:
        """The lines of a note or text box, under the number of the paragraph in which it is anchored."""
        number = self._number
        lines = self._apart(container)
        self._number = number
        return [replace(line, number=number) for line in lines]

    def _note(self, key: tuple[str, str]) -> Iterator[Line]:
        """The lines of a footnote or endnote, where it is first referred to."""
        note = self._notes.pop(key, None)
        if note is not None:
            yield from (Line(line.number, " ".join(tables.words(line)), 0, "footnote") for line in self._aside(note))

    def _table(self, element: Element) -> None:
        self._end_carried()
        number = self._number + 1
        table = tables.rows(element, self._apart)
        if tables.is_layout(table):
            self.lines += [line for row in table for cell in row for line in cell.lines]
            return
        if self._contents or tables.is_line(element, table):
            line = Line(number, tables.one_line(table), role="contents" if self._contents else "")
        else:
            line = Line(number, "", role="table", rows=tables.grid(table))
        self.lines += [line] if line.text or line.rows else []
        self.lines += tables.footnotes(table)


GALLERY = f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}"

BLOCKS: dict[str, Callable[[Story, Element], None]] = {
    w("p"): Story._paragraph,
    w("tbl"): Story._table,
    w("sdt"): Story._control,
    w("del"): Story._deleted,
    w("moveFrom"): Story._deleted,
    w("altChunk"): Story._embedded,
    w("subDoc"): Story._embedded,
    f"{{{COMPATIBILITY}}}AlternateContent": Story._alternatives,
    **{w(name): Story._blocks for name in ("body", "ins", "moveTo", "customXml", "smartTag")},
}
"""How each block is read."""


def _notes(document: Document) -> dict[tuple[str, str], Element]:
    """Footnotes and endnotes by part and id, without the lines that separate them from the text."""
    parts = (("footnotes", document.footnotes), ("endnotes", document.endnotes))
    return {
        (name, note.get(w("id"), "")): note
        for name, part in parts
        if part is not None
        for note in part
        if note.get(w("type")) not in RESERVED
    }


def _is_hidden(properties: Element | None) -> bool:
    """Whether the end of a paragraph is hidden: an empty one of that kind prints no number either."""
    return properties is not None and is_on(properties.find(f"{w('rPr')}/{w('vanish')}"))


def _labelled(label: str, texts: list[str]) -> list[str]:
    """The lines of a paragraph with its number ahead of the first; a number prints even without words, a dash not."""
    if not label:
        return texts
    if not texts:
        return [] if label == DASH else [label]
    blank = "" if texts[0].startswith(TIGHT) else " "
    return [f"{label}{blank}{texts[0]}", *texts[1:]]


def _indentation(properties: Element | None, style: Style, level: Level | None) -> tuple[Element, ...]:
    """The w:ind elements that bear on a paragraph, nearest first: its own, its list's, its style's."""
    own = () if properties is None else tuple(properties.findall(w("ind")))
    return own + (level.indentation if level else ()) + style.indentation


def margins(document: Document) -> str:
    """The words of headers and footers, each once; empty if they hold no letters (a page number)."""
    texts = (" ".join(text.text or "" for text in margin.iter(w("t"))) for margin in document.margins)
    return " ".join(text for text in dict.fromkeys(texts) if any(letter.isalpha() for letter in text))
