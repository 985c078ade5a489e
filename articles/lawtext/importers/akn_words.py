"""Words of an inline element of Akoma Ntoso, with the references and notes that stand among them."""

import unicodedata
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from ..akoma import DEAD, OWN
from ..provision import Reference
from ..said import Said
from .akn_kinds import HIERARCHY, local
from .lines import Finding

FORM = f"{{{OWN}}}form"

BLOCKS = HIERARCHY | {
    "p",
    "num",
    "heading",
    "subheading",
    "intro",
    "content",
    "wrapUp",
    "list",
    "block",
    "blockList",
    "item",
    "listIntroduction",
    "listWrapUp",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "caption",
    "eol",
    "br",
}
"""Elements whose words never run on into those of their neighbours."""


def canonical_id(given: str) -> str:
    """A GUID or urn:uuid as the id of a provision; empty if it is no UUID."""
    if not given:
        return ""
    try:
        return str(uuid.UUID(given.removeprefix(DEAD)))
    except ValueError:
        return ""


def all_words(element: etree._Element) -> str:
    """All words in an element; those of its blocks stand apart by a blank."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        apart = " " if local(child) in BLOCKS else ""
        yield apart
        yield from _pieces(child)
        yield apart + (child.tail or "")


def line_of(element: etree._Element) -> int:
    """The line of the file on which an element starts."""
    return cast(int, element.sourceline or 0)


def finding(element: etree._Element, text: str, read_as: str = "") -> Finding:
    """A line of the report about words of this element."""
    return Finding(line_of(element), text, read_as)


@dataclass(slots=True)
class Report:
    """What was not read for certain, collected while a document is read. ``links`` counts links to elsewhere."""

    guesses: list[Finding] = field(default_factory=list)
    not_understood: list[Finding] = field(default_factory=list)
    skipped: list[Finding] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    links: int = 0


@dataclass(slots=True)
class Notes:
    """Editorial notes of a document: (line, words) in their order, and where in that order each href points."""

    listed: list[tuple[int, str]] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    def add(self, line: int, text: str, eid: str = "") -> int:
        """Keeps a note and returns its place."""
        self.listed.append((line, text))
        place = len(self.listed) - 1
        if eid:
            self.places[f"#{eid}"] = place
        return place


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a paragraph; references have the field still empty; ``notes`` are places in the list of notes."""

    text: str
    references: tuple[Reference, ...] = ()
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Inline:
    """Reads paragraphs. ``targets`` maps hrefs to ids; ``exact`` keeps blanks and links as our exporter wrote them."""

    exact: bool
    targets: Mapping[str, str]
    notes: Notes
    report: Report

    def words(self, element: etree._Element) -> Words:
        """The words of a paragraph; in a document from elsewhere in NFC, with single blanks and without links."""
        if not len(element):
            return Words(self._spaced(element.text or ""))
        run = _Run(self)
        run.read(element)
        text = "".join(run.pieces)
        spaced = self._spaced(text)
        return Words(spaced, tuple(run.references) if spaced == text else (), tuple(run.notes))

    def _spaced(self, text: str) -> str:
        if self.exact and "\n" not in text:
            return text
        return " ".join(unicodedata.normalize("NFC", text).split())

    def target(self, href: str) -> str:
        """The id of the provision that an href names, standing or dead; empty if it names nothing we know."""
        return self.targets.get(href, "") or (canonical_id(href) if href.startswith(DEAD) else "")

    def unlinked(self, element: etree._Element, text: str, hrefs: list[str]) -> None:
        """Reports words whose link is not kept; in a document from elsewhere they are only counted."""
        if self.exact:
            said = Said("words; the link to %(target)s is not kept", target=", ".join(hrefs))
            self.report.guesses.append(finding(element, text, said))
        self.report.links += not self.exact


class _Run:
    """One pass over a paragraph."""

    def __init__(self, inline: Inline) -> None:
        self.inline = inline
        self.pieces: list[str] = []
        self.length = 0
        self.references: list[Reference] = []
        self.notes: list[int] = []

    def read(self, element: etree._Element) -> None:
        self._add(element.text)
        for child in element:
            READERS.get(local(child), _Run.read)(self, child)
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def reference(self, element: etree._Element) -> None:
        self._linked(element, [element.get("href", "")])

    def range_of_references(self, element: etree._Element) -> None:
        self._linked(element, [element.get("from", ""), element.get("upTo", "")], through=True)

    def list_of_references(self, element: etree._Element) -> None:
        """The form stands on the list; without it each reference in the list stands for itself."""
        if element.get(FORM) is None:
            self.read(element)
            return
        self._linked(element, [one.get("href", "") for one in element.iterchildren("{*}ref")])

    def _linked(self, element: etree._Element, hrefs: list[str], through: bool = False) -> None:
        start, first = self.length, len(self.pieces)
        self._add("".join(str(piece) for piece in element.itertext()))
        targets = tuple(self.inline.target(href) for href in hrefs)
        form = element.get(FORM)
        if self.inline.exact and form is not None and all(targets):
            self.references.append(Reference("", start, self.length, targets, form, through))
        else:
            self.inline.unlinked(element, "".join(self.pieces[first:]), hrefs)

    def note(self, element: etree._Element) -> None:
        place = self.inline.notes.places.get(element.get("href", ""))
        if place is None:
            said = Said("a mark without its note")
            self.inline.report.guesses.append(finding(element, element.get("href", ""), said))
        else:
            self.notes.append(place)

    def authorial_note(self, element: etree._Element) -> None:
        self.notes.append(self.inline.notes.add(line_of(element), all_words(element)))

    def line_break(self, _: etree._Element) -> None:
        self._add(" ")

    def deleted(self, element: etree._Element) -> None:
        self.inline.report.skipped.append(finding(element, all_words(element)))

    def picture(self, element: etree._Element) -> None:
        self.inline.report.not_understood.append(finding(element, element.get("src", "") or "img"))

    def quoted(self, element: etree._Element) -> None:
        """Quoted provisions become words of the paragraph that quotes them."""
        text = all_words(element)
        self._add(f" {text} ")
        self.inline.report.guesses.append(finding(element, text, Said("words of the paragraph")))


READERS = {
    "ref": _Run.reference,
    "rref": _Run.range_of_references,
    "mref": _Run.list_of_references,
    "noteRef": _Run.note,
    "authorialNote": _Run.authorial_note,
    "eol": _Run.line_break,
    "br": _Run.line_break,
    "del": _Run.deleted,
    "img": _Run.picture,
    "quotedStructure": _Run.quoted,
    "embeddedStructure": _Run.quoted,
}
"""Inline elements that are more than the words in them."""
