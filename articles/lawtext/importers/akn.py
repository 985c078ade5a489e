"""Reads a law from Akoma Ntoso: our own documents to the letter, those of other countries as well as they fit.

What our exporter wrote (it carries ``ld:draft``) comes back with ids, references, statuses and notes. In a document
from elsewhere, kinds are chosen by what an element holds, and everything that did not fit stands in the report.
"""

import datetime
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from lxml import etree

from ..akoma import NO_DATE, OWN
from ..edition import Edition
from ..fingerprint import bare
from ..said import Said
from ..units import AKN_LANGUAGES
from ..xml import XMLRefused, parse
from .akn_kinds import HIERARCHY, local
from .akn_units import FIELD, NUMBER, Reading, Unit, identify, noted, provision, read_inside, read_unit
from .akn_words import Inline, Notes, Report, Words, all_words, canonical_id, finding, line_of
from .lines import EditorialNote, Imported, ImportRefused

DRAFT = f"{{{OWN}}}draft"

TITLES = ("docTitle", "shortTitle", "longTitle")
"""Where the title of a law stands, the best first."""

LANGUAGES = {code: language for language, code in AKN_LANGUAGES.items()}

STRUCTURE = HIERARCHY | {
    "akomaNtoso",
    "bill",
    "act",
    "doc",
    "body",
    "mainBody",
    "preface",
    "preamble",
    "conclusions",
    "attachments",
    "attachment",
    "list",
    "content",
    "intro",
    "wrapUp",
    "blockList",
    "item",
    "ul",
    "ol",
    "table",
    "tr",
}
"""Elements in which words may not stand directly; where they do, they are reported."""


def read(content: bytes) -> Imported:
    """The law in a document of Akoma Ntoso, with ids, references and notes where the document has them.

    Raises ImportRefused for what is no such document, for one in another language than ours, and for a document of
    ours that was damaged (number behind heading, a provision where none may stand, an id used twice).
    """
    document = _document(content)
    reading = _reading(document)
    law = Unit("law")
    for part in document:
        PARTS.get(local(part), _skipped)(law, part, reading)
    law.children = _in_place(law.children)
    _stray(document, reading)
    return _imported(law, reading)


def read_edition(content: bytes) -> Edition:
    """Which law, draft and language a document says it is; the working text has no number.

    The fingerprint of a draft covers the document and therefore is not in it; it comes back empty.
    """
    document = _document(content)
    draft = next(document.iter(DRAFT), None)
    expression = next(document.iter("{*}FRBRExpression"), None)
    authentic = _value(expression, "FRBRauthoritative") != "false"
    facts = {str(name): str(fact) for name, fact in draft.attrib.items()} if draft is not None else {}
    return Edition(
        slug=facts.get("law", "") if draft is not None else _slug(document),
        language=_language(document)[0],
        draft=_whole(facts.get("number", "")),
        title=facts.get("title", ""),
        date=_day(facts.get("date", "")) or _dated(expression),
        fingerprint=bare(facts.get("fingerprint", "")),
        sequence=_whole(facts.get("sequence", "")),
        previous=bare(facts.get("previous", "")),
        authentic=authentic,
        begun=_dated(next(document.iter("{*}FRBRWork"), None), "begun"),
    )


def first_eids(content: bytes) -> dict[str, str]:
    """The eId under which each provision of a draft was frozen first, by its id."""
    units = _document(content).iter("{*}*")
    named = ((unit.get("GUID"), unit.get("wId") or unit.get("eId")) for unit in units)
    return {str(id): str(eid) for id, eid in named if id and eid}


def _document(content: bytes) -> etree._Element:
    """The bill, act or other document that holds a body."""
    try:
        root = parse(content)
    except XMLRefused as refused:
        raise ImportRefused(refused.said) from refused
    if local(root) != "akomaNtoso":
        raise ImportRefused("The file is XML of another kind than Akoma Ntoso (it holds “%(name)s”).", name=local(root))
    document = next(iter(root), None)
    if document is None or not any(local(part) in ("body", "mainBody") for part in document):
        raise ImportRefused("The Akoma Ntoso document has no body, so it is no law.")
    return document


def _reading(document: etree._Element) -> Reading:
    own = next(document.iter(DRAFT), None) is not None
    report = Report()
    language, remark = _language(document)
    report.remarks.extend([remark] if remark else [])
    inline = Inline(own, _targets(document, own), _notes(document, own), report)
    return Reading(own, language, inline)


def _language(document: etree._Element) -> tuple[str, str]:
    """The language of the document, and a remark if it does not say."""
    stated = next((one.get("language", "") for one in document.iter("{*}FRBRLanguage", "{*}FRBRlanguage")), "")
    if not stated:
        return "ru", "The document does not say its language; it was read as Russian."
    code = stated.lower().split("-")[0]
    language = LANGUAGES.get(code, code)
    if language not in AKN_LANGUAGES:
        kept = ", ".join(AKN_LANGUAGES)
        raise ImportRefused(
            "The document is in the language “%(stated)s”; laws are kept in %(kept)s.", stated=stated, kept=kept
        )
    return language, ""


def _targets(document: etree._Element, own: bool) -> dict[str, str]:
    """The id behind each href: provisions by eId, the law itself by the address of its work."""
    targets: dict[str, str] = {}
    for element in document.iter():
        eid = element.get("eId")
        if eid is None:
            continue
        if own and f"#{eid}" in targets:
            raise ImportRefused("The eId %(eid)s names two elements.", eid=eid)
        targets.setdefault(f"#{eid}", canonical_id(element.get("GUID", "")))
    preface = next(document.iterchildren("{*}preface"), None)
    work = _value(next(document.iter("{*}FRBRWork"), None), "FRBRuri")
    if preface is not None and work:
        targets[work] = canonical_id(preface.get("GUID", ""))
    return targets


def _notes(document: etree._Element, own: bool) -> Notes:
    notes = Notes()
    for element in document.iterfind("{*}meta/{*}notes/{*}note"):
        paragraph = element[0] if own and len(element) == 1 else None
        text = paragraph.text or "" if paragraph is not None else all_words(element)
        notes.add(0 if own else line_of(element), text, element.get("eId", ""))
    return notes


def _value(parent: etree._Element | None, name: str) -> str:
    child = next(parent.iterchildren(f"{{*}}{name}"), None) if parent is not None else None
    return child.get("value", "") if child is not None else ""


def _slug(document: etree._Element) -> str:
    work = _value(next(document.iter("{*}FRBRWork"), None), "FRBRuri")
    return unquote(work.rstrip("/").rpartition("/")[2])


def _whole(stated: str) -> int:
    return int(stated) if stated.isascii() and stated.isdecimal() and len(stated) < 10 else 0


def _dated(level: etree._Element | None, name: str = "") -> datetime.date | None:
    """The date that the work or the expression states."""
    for date in level.iterchildren("{*}FRBRdate") if level is not None else ():
        if (not name or date.get("name") == name) and date.get("date") != NO_DATE:
            return _day(date.get("date", ""))
    return None


def _day(stated: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(stated[:10])
    except ValueError:
        return None


def _skipped(_: Unit, part: etree._Element, reading: Reading) -> None:
    words = all_words(part)
    if words:
        reading.inline.report.skipped.append(finding(part, words))


def _meta(_: Unit, __: etree._Element, ___: Reading) -> None:
    """Read before the provisions."""


def _preface(law: Unit, preface: etree._Element, reading: Reading) -> None:
    """The title of the law; in our documents also its identity and the words that stand directly in it."""
    title = next((one for name in TITLES for one in preface.iter(f"{{*}}{name}")), None)
    if title is not None:
        law.write("heading", reading.inline.words(title))
    if reading.own:
        identify(law, preface, reading)
        law.number = preface.get(NUMBER, "")
        for paragraph in preface.iterchildren("{*}p"):
            _fill(law, "text", paragraph, reading)
    other = all_words(preface)
    for words in (law.heading, law.text):
        other = other.replace(" ".join(words.split()), "", 1).strip()
    reading.inline.report.skipped.extend([finding(preface, other)] if other else [])


def _fill(law: Unit, name: str, paragraph: etree._Element, reading: Reading) -> None:
    """Words of the law itself, of which there is one paragraph per field; another one is left in the report."""
    if getattr(law, name):
        reading.inline.report.not_understood.append(finding(paragraph, all_words(paragraph)))
    else:
        law.write(name, reading.inline.words(paragraph))


def _preamble(law: Unit, preamble: etree._Element, reading: Reading) -> None:
    """Each paragraph is a preamble; in ours ld:field names further words of the one before."""
    for block in preamble:
        name = block.get(FIELD)
        if reading.own and name and law.children:
            law.children[-1].write(name, reading.inline.words(block))
            continue
        words = reading.inline.words(block) if local(block) == "p" else Words(all_words(block))
        unit = Unit("preamble")
        unit.write("text", words)
        identify(unit, block if block.attrib or len(preamble) > 1 else preamble, reading)
        law.children.append(unit)


def _body(law: Unit, body: etree._Element, reading: Reading) -> None:
    for child in body:
        read_inside(law, child, reading)


def _conclusions(law: Unit, conclusions: etree._Element, reading: Reading) -> None:
    """In our documents the closing words of the law; elsewhere signatures, which are no part of it."""
    if not reading.own:
        _skipped(law, conclusions, reading)
        return
    for paragraph in conclusions:
        _fill(law, "closing", paragraph, reading)


def _attachments(law: Unit, attachments: etree._Element, reading: Reading) -> None:
    for attachment in attachments:
        law.children.append(read_unit(attachment, "annex", reading))


PARTS: dict[str, Callable[[Unit, etree._Element, Reading], None]] = {
    "meta": _meta,
    "preface": _preface,
    "preamble": _preamble,
    "body": _body,
    "mainBody": _body,
    "conclusions": _conclusions,
    "attachments": _attachments,
}
"""What stands in a document; everything else (cover page, components) is skipped and reported."""


def _in_place(children: list[Unit]) -> list[Unit]:
    """Preambles and annexes back where they stand in the law, which Akoma Ntoso cannot say."""
    placed = [child for child in children if child.place is None]
    for child in sorted((child for child in children if child.place is not None), key=lambda one: one.place or 0):
        placed.insert(child.place or 0, child)
    return placed


def _stray(document: etree._Element, reading: Reading) -> None:
    """Words between provisions, where the format allows none."""
    for element in document.iter():
        if local(element) not in STRUCTURE:
            continue
        for words in (element.text, *(child.tail for child in element)):
            if words and not words.isspace():
                reading.inline.report.not_understood.append(finding(element, words.strip()))


def _imported(law: Unit, reading: Reading) -> Imported:
    report, listed = reading.inline.report, reading.inline.notes.listed
    carried = sorted(noted(law))
    loose = set(range(len(listed))) - {place for place, _ in carried}
    places = sorted([*carried, *((place, ()) for place in loose)])
    return Imported(
        root=provision(law),
        language=reading.language,
        notes=tuple(EditorialNote(*listed[place], path) for place, path in places),
        guesses=tuple(report.guesses),
        not_understood=tuple(report.not_understood),
        skipped=tuple(report.skipped),
        remarks=tuple(_remarks(reading)),
    )


def _remarks(reading: Reading) -> Iterator[str]:
    yield from reading.inline.report.remarks
    if reading.odd:
        yield Said("%(number)s numbers will print differently.", number=reading.odd)
    if reading.inline.report.links:
        yield Said("%(number)s links were read as plain words.", number=reading.inline.report.links)
    if reading.strange_ids:
        yield Said("%(number)s identifiers are no UUIDs and were not kept.", number=reading.strange_ids)
