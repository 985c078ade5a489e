"""Provisions of an Akoma Ntoso document, still without their final place in the tree."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from ..akoma import EMPTY, OWN
from ..eids import number_in
from ..provision import CONTAINS, FIELDS, NUMBERED, STATUSES, Path, Provision, Reference
from ..said import Said, UnitName
from ..units import label
from .akn_kinds import HIERARCHY, foreign_kind, is_group, local, own_kind
from .akn_words import Inline, Words, all_words, canonical_id, finding
from .lines import ImportRefused

NUMBER, STATUS, FIELD, PLACE = (f"{{{OWN}}}{name}" for name in ("number", "status", "field", "place"))

FIGURES = re.compile(r"\d+[^\W\d_]*(?:-\d+[^\W\d_]*)*")
WORD = re.compile(r"\w+")
PUNCTUATION = re.compile(r"[^\w-]+")

OPENING = {"num": 0, "heading": 1, "subheading": 2}
"""What stands at the head of a provision, in this order; the schema does not enforce it."""


@dataclass(slots=True)
class Unit:
    """A provision while it is read.

    ``place`` is its index in the law where that is not its place in the document. ``lead`` and
    ``further`` are words without a place of their own, which stand ahead of the text and behind it.
    """

    kind: str
    number: str = ""
    heading: str = ""
    text: str = ""
    closing: str = ""
    id: str = ""
    status: str = "standing"
    place: int | None = None
    references: list[Reference] = field(default_factory=list)
    children: list["Unit"] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    lead: str = ""
    further: list[str] = field(default_factory=list)

    def write(self, name: str, words: Words) -> None:
        """Puts words into a field."""
        setattr(self, name, words.text)
        self.references.extend(replace(reference, field=name) for reference in words.references)
        self.notes.extend(words.notes)


@dataclass(slots=True)
class Reading:
    """A document that is being read: ``own`` if our exporter wrote it.

    ``odd`` counts numbers that will print differently, ``strange_ids`` GUIDs that are no UUIDs.
    """

    own: bool
    language: str
    inline: Inline
    seen: set[str] = field(default_factory=set)
    odd: int = 0
    strange_ids: int = 0


def identify(unit: Unit, element: etree._Element, reading: Reading) -> None:
    """Id and status from the attributes of an element."""
    guid = element.get("GUID", "")
    unit.id = canonical_id(guid)
    reading.strange_ids += bool(guid) and not unit.id
    if unit.id in reading.seen:
        raise ImportRefused("The GUID %(id)s names two provisions.", id=unit.id)
    if unit.id:
        reading.seen.add(unit.id)
    if element.get("status") == "removed":
        unit.status = element.get(STATUS, "excluded")
    if unit.status not in STATUSES:
        raise ImportRefused("The status “%(status)s” is not known.", status=unit.status)
    place = element.get(PLACE)
    unit.place = int(place) if place and place.isdecimal() else None


def read_number(unit: Unit, element: etree._Element, num: etree._Element | None, reading: Reading) -> str:
    """Gives the unit its number; returns words of ``num`` that have no place in a provision of this kind."""
    shown = reading.inline.words(num).text if num is not None else ""
    unit.number = _number(unit.kind, element, shown, reading.own)
    printed = label(unit.kind, unit.number, reading.language)
    if shown == printed or not shown:
        return ""
    if unit.kind not in NUMBERED and not printed:
        return shown
    if num is not None and not set(WORD.findall(shown.lower())) <= set(WORD.findall(printed.lower())):
        reading.inline.report.guesses.append(finding(num, shown, printed))
    reading.odd += 1
    return ""


def _number(kind: str, element: etree._Element, shown: str, own: bool) -> str:
    stated = element.get(NUMBER)
    if stated is not None or kind not in NUMBERED:
        return stated or ""
    eid = element.get("eId", "")
    if own and eid:
        return number_in(kind, eid)
    figures = FIGURES.search(shown)
    if figures:
        return figures[0]
    last = shown.split()[-1:] or [""]
    return PUNCTUATION.sub("", last[0])


def read_unit(element: etree._Element, kind: str, reading: Reading) -> Unit:
    """A provision of a kind that is known, with all that stands in its element."""
    unit = Unit(kind)
    identify(unit, element, reading)
    _head(unit, element, reading)
    for child in element:
        if local(child) not in OPENING:
            read_inside(unit, child, reading)
    return unit


def _head(unit: Unit, element: etree._Element, reading: Reading) -> None:
    """Number and heading; in a document of ours each stands once, number first, ahead of everything else."""
    nums = [child for child in element if local(child) == "num"]
    headings = [child for child in element if local(child) in ("heading", "subheading")]
    opening = [OPENING.get(local(child), 3) for child in element]
    if opening != sorted(opening) or len(nums) > 1 or len(headings) > 1:
        _disorder(element, reading)
    rest = read_number(unit, element, nums[0] if nums else None, reading)
    if rest:
        _keep(unit, rest, reading)
        said = Said("words of the %(unit)s", unit=UnitName(unit.kind))
        reading.inline.report.guesses.append(finding(element, rest, said))
    for index, heading in enumerate([*headings, *nums[1:]]):
        words = reading.inline.words(heading)
        joined = replace(words, text=f"{unit.heading} {words.text}") if index else words
        unit.write("heading", joined)


def _keep(unit: Unit, rest: str, reading: Reading) -> None:
    """A number stands ahead of the words, except in a document of ours, where it would move the references."""
    if reading.own:
        unit.further.append(rest)
    else:
        unit.lead = rest


def _disorder(element: etree._Element, reading: Reading) -> None:
    eid = element.get("eId", "") or local(element)
    if reading.own:
        raise ImportRefused("In %(place)s number and heading do not stand once each, number first.", place=eid)
    reading.inline.report.guesses.append(finding(element, eid, Said("number and heading out of their order")))


def read_inside(unit: Unit, element: etree._Element, reading: Reading) -> None:
    """One element that stands in a provision behind its number and heading."""
    name = local(element)
    if name in HIERARCHY:
        _child(unit, element, reading)
        return
    INSIDE.get(name, _unknown)(unit, element, reading)


def _child(unit: Unit, element: etree._Element, reading: Reading) -> None:
    if element.get("name") == EMPTY and not len(element):
        return
    kind = own_kind(element) if reading.own else foreign_kind(element, unit.kind)
    if kind in CONTAINS[unit.kind]:
        unit.children.append(read_unit(element, kind, reading))
    elif reading.own:
        name = f"{local(element)} {element.get('eId', '')}"
        raise ImportRefused(
            "%(name)s cannot stand in a provision of kind %(kind)s.", name=name, kind=UnitName(unit.kind)
        )
    else:
        _homeless(unit, element, reading)


def _homeless(unit: Unit, element: etree._Element, reading: Reading) -> None:
    """An element for which there is no kind here: a group gives up its heading, anything else becomes words."""
    if not is_group(element):
        _unknown(unit, element, reading)
        return
    heads = [child for child in element if local(child) in OPENING]
    words = " ".join(all_words(child) for child in heads)
    reading.inline.report.not_understood.append(finding(element, words))
    for child in element:
        if child not in heads:
            read_inside(unit, child, reading)


def _unknown(unit: Unit, element: etree._Element, reading: Reading) -> None:
    words = all_words(element)
    reading.inline.report.not_understood.append(finding(element, words or local(element)))
    if words:
        add_words(unit, Words(words))


def add_words(unit: Unit, words: Words, name: str = "text") -> None:
    """A paragraph: the text or closing of the provision, else a passage, a clause of a law, or more words of it."""
    free = name == "closing" or not (unit.children or unit.kind == "law")
    if free and not unit.closing and not (name == "text" and unit.text):
        unit.write(name, words)
        return
    kind = next((kind for kind in ("passage", "clause", "indent") if kind in CONTAINS[unit.kind]), "")
    if kind:
        child = Unit(kind)
        child.write("text", words)
        unit.children.append(child)
        return
    unit.further.append(words.text)
    unit.notes.extend(words.notes)


def _paragraph(unit: Unit, element: etree._Element, reading: Reading) -> None:
    name = element.get(FIELD, "text")
    words = reading.inline.words(element)
    if reading.own and name in FIELDS and not getattr(unit, name):
        unit.write(name, words)
    elif words.text or words.notes:
        add_words(unit, words)


def _each(unit: Unit, element: etree._Element, reading: Reading) -> None:
    """What only wraps blocks, items or provisions."""
    for child in element:
        read_inside(unit, child, reading)


def _closing(unit: Unit, element: etree._Element, reading: Reading) -> None:
    for block in element:
        words = reading.inline.words(block) if local(block) == "p" else Words(all_words(block))
        add_words(unit, words, "closing")


def _item(unit: Unit, element: etree._Element, reading: Reading) -> None:
    kind = foreign_kind(element, unit.kind)
    if not kind:
        _unknown(unit, element, reading)
    elif local(element) == "li":
        unit.children.append(Unit(kind, text=all_words(element)))
    else:
        unit.children.append(read_unit(element, kind, reading))


def _end_of_items(unit: Unit, element: etree._Element, reading: Reading) -> None:
    add_words(unit, reading.inline.words(element), "closing")


def _table(unit: Unit, element: etree._Element, reading: Reading) -> None:
    if unit.kind != "table" and "table" not in CONTAINS[unit.kind]:
        _unknown(unit, element, reading)
        return
    table = unit if unit.kind == "table" and not unit.text else Unit("table")
    for caption in element.iterchildren("{*}caption"):
        table.write("heading", reading.inline.words(caption))
    table.write("text", _rows([_row(row, reading) for row in element.iterchildren("{*}tr")]))
    if table is not unit:
        unit.children.append(table)


def _rows(rows: list[list[Words]]) -> Words:
    """The lines of a table, of cells with a tab between; references count from the start of the first cell."""
    lines: list[str] = []
    references: list[Reference] = []
    notes: list[int] = []
    start = 0
    for cells in rows:
        lines.append("\t".join(cell.text for cell in cells))
        for cell in cells:
            references += [replace(one, start=one.start + start, end=one.end + start) for one in cell.references]
            notes += cell.notes
            start += len(cell.text) + 1
    return Words("\n".join(lines), tuple(references), tuple(notes))


def _row(row: etree._Element, reading: Reading) -> list[Words]:
    return [_cell(cell, reading) for cell in row if local(cell) in ("td", "th")]


def _cell(cell: etree._Element, reading: Reading) -> Words:
    if cell.get("rowspan", "1") != "1" or cell.get("colspan", "1") != "1":
        reading.inline.report.guesses.append(finding(cell, all_words(cell), Said("a merged cell as a single one")))
    if len(cell) == 1 and local(cell[0]) == "p":
        return reading.inline.words(cell[0])
    return Words(all_words(cell))


def _component(unit: Unit, element: etree._Element, reading: Reading) -> None:
    """The document that an attachment holds; its title is the heading of the annex if that has none."""
    for part in element:
        name = local(part)
        title = next(part.iter("{*}docTitle"), None) if name == "preface" else None
        if name in ("body", "mainBody"):
            _each(unit, part, reading)
        elif title is not None and not unit.heading:
            unit.write("heading", reading.inline.words(title))
        elif name != "meta":
            reading.inline.report.skipped.append(finding(part, all_words(part)))


INSIDE: dict[str, Callable[[Unit, etree._Element, Reading], None]] = {
    **dict.fromkeys(("content", "intro", "list", "blockList", "ul", "ol", "blockContainer", "container"), _each),
    **dict.fromkeys(("p", "block", "listIntroduction"), _paragraph),
    **dict.fromkeys(("item", "li"), _item),
    "wrapUp": _closing,
    "listWrapUp": _end_of_items,
    "table": _table,
    "doc": _component,
}
"""What may stand in a provision besides provisions."""


def provision(unit: Unit) -> Provision:
    """The finished value of a unit."""
    children = tuple(provision(child) for child in unit.children)
    order = sorted(unit.references, key=lambda one: (FIELDS.index(one.field), one.start, one.end))
    return Provision(
        kind=unit.kind,
        number=unit.number,
        heading=unit.heading,
        text=" ".join(filter(None, (unit.lead, unit.text, *unit.further))),
        closing=unit.closing,
        children=children,
        id=unit.id,
        status=unit.status,
        references=tuple(order),
    )


def noted(unit: Unit, path: Path = ()) -> Iterator[tuple[int, Path]]:
    """Each note that a unit or what stands in it carries: its place in the list of notes and the path."""
    for place in unit.notes:
        yield place, path
    for index, child in enumerate(unit.children):
        yield from noted(child, (*path, index))
