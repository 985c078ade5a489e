"""Laws in HTML: the words as a browser shows them, paragraph by paragraph."""

import re
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml import html as markup

from ..characters import clean
from . import structure
from .encoding import decoded
from .excluded import label_of
from .html_tables import INLINE, UNSEEN, rows_of
from .lines import Closing, Imported, ImportRefused, Line

DECLARED = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?([\w-]{1,40})", re.IGNORECASE)
OTHER_ENCODINGS = frozenset({"koi8-r", "koi8-u", "iso-8859-5", "ibm866", "cp866", "x-mac-cyrillic"})
"""Encodings, each with a letter for every byte, that are believed where a page declares them; all others are recognised
from the bytes.
"""

HEAD = 2048

BESIDE = frozenset({"nav", "header", "footer", "aside", "form", "button", "select", "textarea"})
"""Elements of the page around the law: reported as skipped."""

STRUCK = frozenset({"del", "s", "strike"})
"""Words that the page shows as no longer valid: reported as skipped, never read as law."""

BANNER = "banner"
"""The role of what stands in the header of the content: page, but for the title."""

CONTENT = frozenset({"main", "article"})

OURS = ".//meta[@name='generator'][@content='LawDraft']"
"""Says that all closing words and the signatory are marked, as in the pages that the exporter writes."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
NOTE = re.compile(r"(?:^|[\s_-])(?:foot)?note(?:$|[\s_-])|snoska", re.IGNORECASE)
HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
UNMARKED = re.compile(r"list-style(?:-type)?\s{0,3}:[^;]{0,40}none", re.IGNORECASE)
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

NUMBERS_MADE = "Numbers of lists were made from the order of their items."


@dataclass(slots=True)
class Items:
    """An open list: what follows its numbers (nothing in a list with bullets), and the next number."""

    stop: str = ""
    following: int = 1


@dataclass(slots=True)
class Page:
    """The paragraph that is being read, and the elements around it."""

    lines: list[Line] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    closings: list[tuple[int, list[str]]] = field(default_factory=list)
    number: int = 1
    prefix: str = ""
    roles: list[tuple[str, int]] = field(default_factory=lambda: [("", 0)])
    lists: list[Items] = field(default_factory=list)
    raised: int = 0
    kept: int = 0
    makes_numbers: bool = False
    is_past_table: bool = False
    is_ours: bool = False

    def end_paragraph(self) -> None:
        text = clean("".join(self.words))
        closed = [Closing(clean("".join(words)), outward) for outward, words in self.closings]
        closings = tuple(closing for closing in closed if closing.words)
        self.words.clear()
        self.closings.clear()
        if not (text or closings):
            return
        role, level = self.roles[-1]
        role = "page" if role == BANNER else role
        prefix = "" if label_of(text) else self.prefix
        self.makes_numbers |= prefix[:1].isdigit()
        self.lines.append(Line(self.number, prefix + text, 0, role, level, closings=closings))
        self.prefix = ""

    def say(self, text: str | None) -> None:
        """Adds words; inside ``pre`` each line of them is a paragraph."""
        if not text:
            return
        words = text.translate(RAISED) if self.raised else text
        if not self.kept:
            (self.closings[-1][1] if self.closings else self.words).append(words)
            return
        for index, part in enumerate(words.split("\n")):
            if index:
                self.end_paragraph()
                self.number += 1
            self.words.append(part)


def read(content: bytes, language: str) -> Imported:
    """A law from a web page; ImportRefused for what is no text."""
    text, remarks = decoded(_in_unicode(content))
    page = _page(text)
    imported = structure.read(page.lines, language, page.is_ours)
    made = (NUMBERS_MADE,) if page.makes_numbers else ()
    return replace(imported, remarks=(*remarks, *made, *imported.remarks))


def lines(text: str) -> list[Line]:
    """The paragraphs and tables of a page; ``Line.number`` counts lines of the source."""
    return _page(text).lines


def _in_unicode(content: bytes) -> bytes:
    found = DECLARED.search(content[:HEAD])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    if name not in OTHER_ENCODINGS:
        return content
    return content.decode(name.removeprefix("x-")).encode()


def _page(text: str) -> Page:
    page = Page()
    if not text.strip():
        return page
    parser = markup.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = markup.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:
        return page
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise ImportRefused("The page is nested too deeply or has an element that is too long.")
    page.is_ours = root.find(OURS) is not None
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if _start(page, element):
                walk.skip_subtree()
        elif event == "end":
            _end(page, element)
            page.say(element.tail)
        else:
            page.say(element.tail)
    page.end_paragraph()
    return page


def _start(page: Page, element: etree._Element) -> bool:
    """Opens an element; True if nothing inside it is to be read here."""
    tag = str(element.tag)
    if tag in UNSEEN:
        return True
    if tag in STRUCK:
        page.lines.append(Line(page.number, clean("".join(map(str, element.itertext()))), 0, "page"))
        return True
    if tag not in INLINE:
        page.end_paragraph()
        page.number = max(page.number, _source_line(element))
    if tag == "table" and (rows := rows_of(element)):
        page.lines.append(Line(page.number, "", 0, "table", rows=rows))
        page.is_past_table = True
        return True
    _open(page, element, tag)
    page.say(element.text)
    return False


def _source_line(element: etree._Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _open(page: Page, element: etree._Element, tag: str) -> None:
    page.roles.append(_role(page, element, tag))
    page.raised += tag == "sup"
    page.kept += tag == "pre"
    if page.is_ours and tag == "span" and element.get("class") == "closing":
        page.closings.append((_outward(element), []))
    if tag in ("ol", "ul"):
        page.lists.append(_items(page, element))
    if tag == "li":
        page.prefix = _prefix(page, element)


def _outward(element: etree._Element) -> int:
    """Whose list the closing words end; see ``lines.Closing``."""
    outward = element.get("data-outward", "1")
    return int(outward) if outward.isdecimal() and len(outward) < 3 else 1


def _role(page: Page, element: etree._Element, tag: str) -> tuple[str, int]:
    """What the element makes of the words in it; what is beside the law or a note stays that."""
    around = page.roles[-1]
    is_hidden = element.get("hidden") is not None or HIDDEN.search(element.get("style", "")[:500])
    if around[0] in ("page", "note"):
        return around
    if around[0] == BANNER and tag == "h1" and not is_hidden:
        return "heading", HEADINGS[tag]
    if page.is_ours and element.get("class") == "signatory":
        return "page", 0
    if tag == "header" and not is_hidden and any(True for _ in element.iterancestors(*CONTENT)):
        return BANNER, 0
    if tag in BESIDE or is_hidden:
        return "page", 0
    if around[0] == BANNER:
        return around
    if tag == "blockquote" or NOTE.search(element.get("class", "")[:200]):
        return "note", 0
    return ("heading", HEADINGS[tag]) if tag in HEADINGS else around


def _items(page: Page, element: etree._Element) -> Items:
    """A list inside another one, or behind a colon, is one of subclauses."""
    if element.tag == "ul":
        return Items()
    start = element.get("start", "")
    above = page.lines[-1].text if page.lines else ""
    is_inner = above.endswith(":") or any(items.stop for items in page.lists)
    return Items(")" if is_inner else ".", int(start) if start.isdecimal() and len(start) < 5 else 1)


def _prefix(page: Page, element: etree._Element) -> str:
    """The label that the list gives its item: «2.», inside another list «2)», or a dash."""
    if not page.lists or UNMARKED.search(_style(element)):
        return ""
    items = page.lists[-1]
    if not items.stop:
        return "- "
    value = element.get("value", "")
    number = int(value) if value.isdecimal() and len(value) < 5 else items.following
    items.following = number + 1
    return f"{number}{items.stop} "


def _style(element: etree._Element) -> str:
    parent = element.getparent()
    around = parent.get("style", "")[:500] if parent is not None else ""
    return f"{around};{element.get('style', '')[:500]}"


def _end(page: Page, element: etree._Element) -> None:
    tag = str(element.tag)
    if tag in UNSEEN | STRUCK or page.is_past_table:
        page.is_past_table = False
        return
    if tag not in INLINE:
        page.end_paragraph()
    page.roles.pop()
    page.raised -= tag == "sup"
    page.kept -= tag == "pre"
    if tag in ("ol", "ul"):
        page.lists.pop()
