"""A law as Akoma Ntoso 3.0 (OASIS), the form in which drafts are frozen: equal input gives equal bytes.

One document holds one language. Where Akoma Ntoso cannot say what our tree says, attributes in our own namespace do:
``ld:status`` (expired, beside status="removed"), ``ld:number`` (where the eId does not tell it), ``ld:place`` (a
preamble or annex that does not stand first or last), ``ld:field`` (a paragraph that is not the text), ``ld:revision``
and ``ld:form`` (grammatical form of a reference).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ..akoma import CONTAINERS, DEAD, ELEMENTS, EMPTY, NAMESPACE, OWN
from ..edition import Edition
from ..eids import eids, number_in
from ..provision import FIELDS, Path, Provision, Reference, list_end, walk
from ..said import UnitName
from ..units import label
from . import Notes
from .akn_meta import identification, meta, note_eids, value, words, work_uri
from .refusal import ExportRefused

HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{NAMESPACE}" xmlns:ld="{OWN}">'

STATUS = {"standing": "", "excluded": ' status="removed"', "expired": ' status="removed" ld:status="expired"'}

NUMBER = re.compile(r"\d+[^\W\d_]*(?:-\d+[^\W\d_]*)*")

ORDER = {"preamble": 0, "annex": 2}
"""Where the schema wants a child of the law: preambles ahead of the body (1), annexes behind it."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold."""

CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 13))
NONCHARACTERS = ("\ufffe".encode(), "\uffff".encode())


UNHOLDABLE = {
    "heading": "The heading of %(unit)s holds %(code)s, which XML cannot hold.",
    "text": "The text of %(unit)s holds %(code)s, which XML cannot hold.",
    "closing": "The closing words of %(unit)s hold %(code)s, which XML cannot hold.",
}


class NotWritable(ExportRefused):
    """A law that Akoma Ntoso cannot hold; the message names the provision and says why."""


@dataclass(frozen=True, slots=True)
class _Law:
    """What is looked up while a law is written."""

    language: str
    eids: Mapping[Path, str]
    hrefs: Mapping[str, str]
    markers: Mapping[Path, str]
    revisions: Mapping[str, int]
    first_eids: Mapping[str, str]
    places: Mapping[Path, int] = field(default_factory=dict)


def write(
    root: Provision,
    edition: Edition,
    notes: Notes = (),
    revisions: Mapping[str, int] = MappingProxyType({}),
    first_eids: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """The law as bytes of XML, valid against the OASIS schema, without provisions of status ``removed``.

    Notes of removed provisions go with them. ``revisions`` maps ids to revisions of wordings, ``first_eids`` ids to
    the eIds of their first frozen draft. The bytes do not depend on the fingerprint of a draft, which covers them.
    Raises NotWritable for characters that XML cannot hold and for references that overlap.
    """
    named = eids(root)
    kept = [(path, text) for path, text in notes if not path or path in named]
    note_names = note_eids(len(kept), frozenset(named.values()))
    law = _Law(
        edition.language,
        named,
        _hrefs(root, named, edition),
        _markers(note_names, kept),
        revisions,
        first_eids,
        _places(root),
    )
    described = meta(edition, {name: text for name, (_, text) in zip(note_names, kept, strict=True)})
    bill = _bill(root, law, edition, described)
    return _encoded(f"{HEAD}{bill}</akomaNtoso>\n", root)


def _hrefs(root: Provision, named: Mapping[Path, str], edition: Edition) -> dict[str, str]:
    """What a reference to each provision says; the law as a whole is named by the address of the work."""
    hrefs = {provision.id: f"#{named[path]}" for path, provision in walk(root) if path in named and provision.id}
    return hrefs | ({root.id: work_uri(edition)} if root.id else {})


def _markers(note_names: Iterable[str], notes: Notes) -> dict[Path, str]:
    markers: dict[Path, str] = {}
    for name, (path, _) in zip(note_names, notes, strict=True):
        markers[path] = f'{markers.get(path, "")}<noteRef href="#{name}"/>'
    return markers


def _printed(parent: Provision, path: Path) -> list[tuple[Path, Provision]]:
    return [((*path, index), child) for index, child in enumerate(parent.children) if child.status != "removed"]


def _places(root: Provision) -> dict[Path, int]:
    """The place among the children of the law for each preamble and annex, where the schema moves any of them."""
    children = _printed(root, ())
    order = [ORDER.get(child.kind, 1) for _, child in children]
    if order == sorted(order):
        return {}
    return {path: place for place, (path, child) in enumerate(children) if child.kind in ORDER}


def _encoded(document: str, root: Provision) -> bytes:
    """UTF-8; two quick looks at the bytes, and only a document that fails them is searched for the provision."""
    try:
        content = document.encode("utf-8")
    except UnicodeEncodeError:
        raise _unwritable(root) from None
    if (
        len(content.translate(None, CONTROLS)) != len(content)
        or b"\xef\xbf\xbe" in content
        or b"\xef\xbf\xbf" in content
    ):
        raise _unwritable(root)
    return content


def _unwritable(root: Provision) -> NotWritable:
    for _, provision in walk(root):
        for name in FIELDS:
            found = FORBIDDEN.search(provision.words(name))
            if found:
                unit, code = UnitName(provision.kind, provision.number), f"U+{ord(found[0]):04X}"
                return NotWritable(UNHOLDABLE[name], unit=unit, code=code)
    return NotWritable("A note, number or title holds a character that XML cannot hold.")


def _bill(root: Provision, law: _Law, edition: Edition, described: str) -> str:
    children = _printed(root, ())
    preamble, body, annexes = ([pair for pair in children if ORDER.get(pair[1].kind, 1) == order] for order in range(3))
    out = ['<bill name="law" contains="originalVersion">', described]
    _preface(out, root, law)
    if preamble:
        out.append("<preamble>")
        for path, provision in preamble:
            _preamble(out, provision, path, law)
        out.append("</preamble>")
    out.append("<body>")
    _units(out, body, law)
    out.append("</body>" if body else f'<hcontainer name="{EMPTY}"/></body>')
    if root.closing:
        out.append(f"<conclusions><p>{_words(root, 'closing', law)}</p></conclusions>")
    if annexes:
        out.append("<attachments>")
        for path, provision in annexes:
            _annex(out, provision, path, law, edition)
        out.append("</attachments>")
    out.append("</bill>")
    return "".join(out)


def _preface(out: list[str], root: Provision, law: _Law) -> None:
    title = f"{_words(root, 'heading', law)}{law.markers.get((), '')}"
    text = f"<p>{_words(root, 'text', law)}</p>" if root.text else ""
    attributes = _attributes(root, (), law)
    out.append(f"<preface{attributes}><longTitle><p><docTitle>{title}</docTitle></p></longTitle>{text}</preface>")


def _preamble(out: list[str], provision: Provision, path: Path, law: _Law) -> None:
    """A preamble holds paragraphs only; those named by ld:field belong to the provision that opens before them."""
    out.append(f"<p{_attributes(provision, path, law)}>{_words(provision, 'text', law)}{law.markers.get(path, '')}</p>")
    _fields(out, provision, ("heading", "closing"), law)


def _fields(out: list[str], provision: Provision, names: Iterable[str], law: _Law) -> None:
    for name in names:
        if provision.words(name):
            out.append(f'<p ld:field="{name}">{_words(provision, name, law)}</p>')


def _annex(out: list[str], provision: Provision, path: Path, law: _Law, edition: Edition) -> None:
    out.append(f"<attachment{_attributes(provision, path, law)}>")
    _num_and_heading(out, provision, law, law.markers.get(path, ""))
    described = identification(edition, law.eids[path])
    out.append(f'<doc name="annex"><meta>{described}</meta><mainBody>')
    children = _printed(provision, path)
    if provision.text or not (children or provision.closing):
        out.append(f"<p>{_words(provision, 'text', law)}</p>")
    _units(out, children, law)
    _fields(out, provision, ("closing",), law)
    out.append("</mainBody></doc></attachment>")


def _units(out: list[str], units: Iterable[tuple[Path, Provision]], law: _Law) -> None:
    for path, provision in units:
        _unit(out, provision, path, law)


def _unit(out: list[str], provision: Provision, path: Path, law: _Law) -> None:
    named = f' name="{provision.kind}"' if provision.kind in CONTAINERS else ""
    element = ELEMENTS.get(provision.kind, "hcontainer")
    marker = law.markers.get(path, "")
    in_heading = bool(marker) and (bool(provision.heading) or provision.kind == "table")
    out.append(f"<{element}{named}{_attributes(provision, path, law)}>")
    _num_and_heading(out, provision, law, marker if in_heading else "")
    if provision.kind == "table":
        _table(out, provision, law)
    else:
        _content(out, provision, path, law, "" if in_heading else marker)
    out.append(f"</{element}>")


def _attributes(provision: Provision, path: Path, law: _Law) -> str:
    """In fixed order: eId, wId, GUID, status, ld:status, ld:number, ld:revision, ld:place."""
    eid = law.eids.get(path, "")
    first = law.first_eids.get(provision.id, eid) if provision.id else eid
    told = number_in(provision.kind, eid)
    place = law.places.get(path)
    revision = law.revisions.get(provision.id) if provision.id else None
    return "".join(
        (
            f' eId="{eid}"' if eid else "",
            f' wId="{value(first)}"' if first != eid else "",
            f' GUID="{value(provision.id)}"' if provision.id else "",
            STATUS.get(provision.status, ""),
            f' ld:number="{value(provision.number)}"' if provision.number != told else "",
            "" if revision is None else f' ld:revision="{revision}"',
            "" if place is None else f' ld:place="{place}"',
        )
    )


def _num_and_heading(out: list[str], provision: Provision, law: _Law, marker: str) -> None:
    printed = label(provision.kind, provision.number, law.language)
    if printed:
        out.append(f"<num>{words(printed)}</num>")
    if provision.heading or marker:
        out.append(f"<heading>{_words(provision, 'heading', law)}{marker}</heading>")


def _content(out: list[str], provision: Provision, path: Path, law: _Law, marker: str) -> None:
    """Text and children; closing words make a list of what stands before them, since nothing may follow wrapUp."""
    children = _printed(provision, path)
    text = f"<p>{_words(provision, 'text', law)}{marker}</p>" if provision.text or marker else ""
    if provision.closing:
        _list(out, provision, path, law, text)
        return
    if text:
        out.append(f"<intro>{text}</intro>" if children else f"<content>{text}</content>")
    _units(out, children, law)


def _list(out: list[str], provision: Provision, path: Path, law: _Law, text: str) -> None:
    end = list_end(provision)
    children = _printed(provision, path)
    out.append(f'<list eId="{law.eids[path]}__list_1">')
    if text:
        out.append(f"<intro>{text}</intro>")
    _units(out, (pair for pair in children if pair[0][-1] < end), law)
    out.append(f"<wrapUp><p>{_words(provision, 'closing', law)}</p></wrapUp></list>")
    _units(out, (pair for pair in children if pair[0][-1] >= end), law)


def _table(out: list[str], provision: Provision, law: _Law) -> None:
    """Rows and cells; the first row of several is the head. A table without words has no rows."""
    if not (provision.text or provision.closing):
        return
    out.append("<content>")
    if provision.text:
        out.append("<table>")
        _rows(out, provision, law)
        out.append("</table>")
    _fields(out, provision, ("closing",), law)
    out.append("</content>")


def _rows(out: list[str], provision: Provision, law: _Law) -> None:
    rows = provision.text.split("\n")
    references = _in_field(provision, "text")
    start = 0
    for index, row in enumerate(rows):
        tag = "th" if index == 0 and len(rows) > 1 else "td"
        out.append("<tr>")
        for cell in row.split("\t"):
            inside = [one for one in references if start <= one.start and one.end <= start + len(cell)]
            out.append(f"<{tag}><p>{_linked(cell, start, inside, law)}</p></{tag}>")
            references = references[len(inside) :]
            start += len(cell) + 1
        out.append("</tr>")
    if references:
        raise NotWritable("A reference in a table runs over the edge of a cell.")


def _in_field(provision: Provision, name: str) -> list[Reference]:
    found = [reference for reference in provision.references if reference.field == name]
    return sorted(found, key=lambda reference: (reference.start, reference.end))


def _words(provision: Provision, name: str, law: _Law) -> str:
    """The words of one field with references as links."""
    text = provision.words(name)
    if not provision.references:
        return words(text)
    return _linked(text, 0, _in_field(provision, name), law)


def _linked(text: str, start: int, references: Iterable[Reference], law: _Law) -> str:
    """``text`` with its references, whose offsets count from ``start`` characters ahead of it."""
    pieces = []
    done = 0
    for reference in references:
        begin, end = reference.start - start, reference.end - start
        if not done <= begin <= end <= len(text):
            raise NotWritable("References overlap or end outside the words in “%(words)s”.", words=text[:60])
        pieces.append(words(text[done:begin]))
        pieces.append(_reference(text[begin:end], reference, law))
        done = end
    pieces.append(words(text[done:]))
    return "".join(pieces)


def _reference(text: str, reference: Reference, law: _Law) -> str:
    hrefs = [value(law.hrefs.get(target) or f"{DEAD}{target}") for target in reference.targets]
    form = f'ld:form="{value(reference.form)}"'
    if reference.through:
        return f'<rref from="{hrefs[0]}" upTo="{hrefs[-1]}" {form}>{words(text)}</rref>'
    if len(hrefs) == 1:
        return f'<ref href="{hrefs[0]}" {form}>{words(text)}</ref>'
    return f"<mref {form}>{''.join(_list_of_references(text, hrefs))}</mref>"


def _list_of_references(text: str, hrefs: Iterable[str]) -> Iterator[str]:
    """The figure of each target becomes its link; a target that is named in words gets a link without words."""
    done = 0
    for href in hrefs:
        number = href.rpartition("_")[2].partition("~")[0]
        figure = next((one for one in NUMBER.finditer(text, done) if one[0] == number), None)
        if figure is None:
            yield f'<ref href="{href}"/>'
            continue
        yield f'{words(text[done : figure.start()])}<ref href="{href}">{words(figure[0])}</ref>'
        done = figure.end()
    yield words(text[done:])
