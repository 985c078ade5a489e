"""A law as an HTML page of its own, and as the fragment that a page of the application shows.

Set as print sets it: centred chapters, bold article headings, first-line indents, the words that close a list on the
line of its last item. Headings go down to h4 without a gap; the ids of provisions are their eIds.
"""

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path as File

from ..edition import Edition
from ..eids import eids
from ..provision import GROUPS, Path, Provision, Reference, list_end, walk
from ..units import CASES, label, noun
from . import Notes
from .wordings import ACT, BILL, SIGNATORY, TRANSLATION, annex_head, draft_name, edition_line

STYLE = File(__file__).with_name("law.css").read_text(encoding="utf-8")

LOWEST_HEADING = 4

NO_LINE = -1


@dataclass(slots=True)
class _Sheet:
    """The page while it is written.

    ``line`` is the place in ``out`` of the words set last, behind which closing words may stand; NO_LINE behind a
    heading or a table, where they may not. ``printed`` is the place of what was set last, whatever it is, and
    ``depth`` that of its provision in the law.
    """

    language: str
    title: str
    eids: Mapping[Path, str]
    targets: Mapping[str, str]
    notes: Mapping[Path, Sequence[str]]
    out: list[str] = field(default_factory=list)
    line: int = NO_LINE
    printed: int = NO_LINE
    depth: int = 0

    def set_line(self, depth: int, opening: str, words: str, ending: str) -> None:
        """Adds words of a provision at this depth in their markup."""
        self.out += (opening, words, ending)
        self.line = self.printed = len(self.out) - 2
        self.depth = depth

    def set_block(self, markup: str, depth: int | None = None) -> None:
        """Adds what is no line of words; ``depth`` is that of the provision whose words are in it, if there are any."""
        self.out.append(markup)
        self.line = NO_LINE
        if depth is not None:
            self.printed, self.depth = len(self.out) - 1, depth

    def set_notes(self, path: Path) -> None:
        """Adds the editorial notes of a provision behind its own words."""
        for text in self.notes.get(path, ()):
            self.out.append(f'<p class="editorial-note" role="note">{html.escape(text)}</p>\n')


def write(root: Provision, edition: Edition, notes: Notes = ()) -> bytes:
    """The law as one accessible file without script, in UTF-8; the draft, its date and its fingerprint at the end.

    Provisions of status ``removed`` do not print, nor do notes on them.
    """
    language = edition.language
    sheet = _sheet(root, language, notes)
    title = _words(root, "heading", sheet) or html.escape(edition.title)
    name = html.escape(f"{root.heading or edition.title} · {draft_name(edition)}")
    signed = (SIGNATORY if edition.authentic else TRANSLATION)[language]
    _law(sheet, root, f'<p class="signatory">{signed}</p>\n')
    page = (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="LawDraft">\n<title>{name}</title>\n'
        f'<style>\n{STYLE}</style>\n</head>\n<body>\n<main class="law">\n'
        f'<header class="law-head"><p class="bill">{BILL[language]}</p><p class="form">{ACT[language]}</p>'
        f"<h1>{title}</h1></header>\n{''.join(sheet.out)}</main>\n"
        f'<footer class="edition"><p>{html.escape(edition_line(edition, full=True))}</p></footer>\n</body>\n</html>\n'
    )
    return page.encode("utf-8")


def fragment(root: Provision, language: str, notes: Notes = ()) -> str:
    """The body of the law without its title: headings from h2, articles, units and annexes."""
    sheet = _sheet(root, language, notes)
    _law(sheet, root, "")
    return "".join(sheet.out)


def _sheet(root: Provision, language: str, notes: Notes) -> _Sheet:
    named = eids(root)
    targets = {provision.id: named[path] for path, provision in walk(root) if provision.id and path in named}
    noted: dict[Path, list[str]] = {}
    for path, text in notes:
        noted.setdefault(path, []).append(text)
    return _Sheet(language, root.heading, named, targets, noted)


def _law(sheet: _Sheet, root: Provision, signature: str) -> None:
    """Everything below the title; the signature stands ahead of the first annex."""
    sheet.set_notes(())
    _text(sheet, root, ())
    first_annex = next((at for at, child in enumerate(root.children) if child.kind == "annex"), len(root.children))
    body, annexes = root.children[:first_annex], root.children[first_annex:]
    _inside(sheet, replace(root, children=body), (), 2, 0)
    sheet.set_block(signature)
    for index, annex in enumerate(annexes, first_annex):
        _provision(sheet, annex, (index,), 2)


def _provision(sheet: _Sheet, provision: Provision, path: Path, level: int) -> None:
    """A provision with all that stands in it; ``level`` is that of a heading here. Removed provisions do not print."""
    if provision.status != "removed":
        SETTERS.get(provision.kind, _unit)(sheet, provision, path, level)


def _inside(sheet: _Sheet, provision: Provision, path: Path, level: int, start: int) -> None:
    """The children, with the closing words behind the list; ``start`` is where in ``out`` the provision begins."""
    end = list_end(provision)
    for index, child in enumerate(provision.children):
        if index == end:
            _close(sheet, provision, path, start)
        _provision(sheet, child, (*path, index), level)
    if end == len(provision.children):
        _close(sheet, provision, path, start)


def _close(sheet: _Sheet, provision: Provision, path: Path, start: int) -> None:
    """Words that end a list stand on the line of its last item, as a Kazakh sentence ends with its verb.

    Where items are inside one another ``data-outward`` says whose list it is, counted from the words on this line.
    """
    if not provision.closing:
        return
    outward = sheet.depth - len(path)
    further = "" if outward == 1 else f' data-outward="{outward}"'
    closing = f'<span class="closing"{further}>{_words(provision, "closing", sheet)}</span>'
    if sheet.line >= start:
        sheet.out[sheet.line] += f" {closing}"
    elif sheet.printed >= start:
        sheet.set_line(sheet.depth, '<div class="unit"><p>', closing, "</p></div>\n")
    else:
        sheet.set_line(len(path), '<div class="unit"><p>', _words(provision, "closing", sheet), "</p></div>\n")


def _group(sheet: _Sheet, provision: Provision, path: Path, level: int) -> None:
    """Part, section, chapter …: a centred heading, its name apart for capitals."""
    start = len(sheet.out)
    tag = f"h{min(level, LOWEST_HEADING)}"
    name = _words(provision, "heading", sheet)
    words = " ".join(filter(None, (_label(provision, sheet), name and f'<span class="name">{name}</span>')))
    attributes = _attributes(provision, path, sheet, f"{provision.kind}-heading")
    sheet.set_block(f"<{tag}{attributes}>{words}</{tag}>\n", len(path))
    sheet.set_notes(path)
    _text(sheet, provision, path)
    _inside(sheet, provision, path, level + 1, start)


def _article(sheet: _Sheet, provision: Provision, path: Path, level: int) -> None:
    start = len(sheet.out)
    tag = f"h{min(level, LOWEST_HEADING)}"
    words = " ".join(filter(None, (_label(provision, sheet), _words(provision, "heading", sheet))))
    sheet.set_block(f"<article{_attributes(provision, path, sheet, 'article')}>\n")
    if words:
        sheet.set_block(f'<div class="unit"><{tag}>{words}</{tag}></div>\n', len(path))
    sheet.set_notes(path)
    _text(sheet, provision, path)
    _inside(sheet, provision, path, level + 1, start)
    sheet.out.append("</article>\n")


def _annex(sheet: _Sheet, provision: Provision, path: Path, level: int) -> None:
    """The block that names the act stands at the right; it is the heading of an annex that has none."""
    start = len(sheet.out)
    head = html.escape(annex_head(provision.number, sheet.title, sheet.language))
    name = _words(provision, "heading", sheet)
    sheet.set_block(f"<section{_attributes(provision, path, sheet, 'annex')}>\n")
    if name:
        sheet.set_block(f'<p class="annex-head">{head}</p>\n<h2 class="annex-heading">{name}</h2>\n', len(path))
    else:
        sheet.set_block(f'<h2 class="annex-head">{head}</h2>\n', len(path))
    sheet.set_notes(path)
    _text(sheet, provision, path)
    _inside(sheet, provision, path, level + 1, start)
    sheet.out.append("</section>\n")


def _unit(sheet: _Sheet, provision: Provision, path: Path, level: int) -> None:
    """Clause, subclause, passage, indent, note, preamble: one paragraph and what stands in it."""
    start = len(sheet.out)
    number = _label(provision, sheet)
    name = _words(provision, "heading", sheet)
    parts = (
        number and f'<span class="number">{number}</span>',
        name and f"<strong>{name}</strong>",
        _words(provision, "text", sheet),
    )
    words = " ".join(filter(None, parts))
    opening = f"<div{_attributes(provision, path, sheet, 'unit')}>"
    if words:
        sheet.set_line(len(path), f"{opening}<p>", words, "</p></div>\n")
    else:
        sheet.set_block(f"{opening}</div>\n")
    sheet.set_notes(path)
    _inside(sheet, provision, path, level, start)


def _table(sheet: _Sheet, provision: Provision, path: Path, level: int) -> None:
    """A table that scrolls in itself where it is wider than the page; the first row of several is its head."""
    start = len(sheet.out)
    name = _words(provision, "heading", sheet)
    region = html.escape(provision.heading or noun("table", sheet.language).form(CASES[sheet.language][0]).capitalize())
    sheet.set_block(
        f"<div{_attributes(provision, path, sheet, 'unit')}>"
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{region}">\n<table>'
        f"{name and f'<caption>{name}</caption>'}{_rows(provision, sheet)}</table></div></div>\n",
        len(path),
    )
    sheet.set_notes(path)
    _inside(sheet, provision, path, level, start)


SETTERS: dict[str, Callable[[_Sheet, Provision, Path, int], None]] = {
    **dict.fromkeys(GROUPS, _group),
    "article": _article,
    "annex": _annex,
    "table": _table,
}
"""Kinds that are more than a paragraph."""


def _rows(provision: Provision, sheet: _Sheet) -> str:
    lines = [line.split("\t") for line in provision.text.split("\n")]
    references = _in_field(provision, "text")
    rows, start = [], 0
    for cells in lines:
        set_cells = []
        for cell in cells:
            set_cells.append(_linked(cell, start, references, sheet))
            start += len(cell) + 1
        rows.append(set_cells)
    width = max(map(len, rows))
    head = len(rows) > 1
    return "".join(_row(row + [""] * (width - len(row)), head and place == 0) for place, row in enumerate(rows))


def _row(cells: list[str], head: bool) -> str:
    opening, ending = ('<th scope="col">', "</th>") if head else ("<td>", "</td>")
    row = "".join(f"{opening}{cell}{ending}" for cell in cells)
    return f"<thead><tr>{row}</tr></thead>\n" if head else f"<tr>{row}</tr>\n"


def _text(sheet: _Sheet, provision: Provision, path: Path) -> None:
    """The text of a provision under its heading."""
    if provision.text:
        sheet.set_line(len(path), '<div class="unit"><p>', _words(provision, "text", sheet), "</p></div>\n")


def _label(provision: Provision, sheet: _Sheet) -> str:
    return html.escape(label(provision.kind, provision.number, sheet.language))


def _attributes(provision: Provision, path: Path, sheet: _Sheet, name: str) -> str:
    status = "" if provision.status == "standing" else f" {provision.status}"
    return f' class="{name}{status}" id="{html.escape(sheet.eids[path])}"'


def _in_field(provision: Provision, name: str) -> list[Reference]:
    found = [reference for reference in provision.references if reference.field == name]
    return sorted(found, key=lambda reference: reference.start)


def _words(provision: Provision, name: str, sheet: _Sheet) -> str:
    """The words of a field; references are links to the first provision that they name, where it prints."""
    text = provision.words(name)
    if not provision.references:
        return html.escape(text)
    return _linked(text, 0, _in_field(provision, name), sheet)


def _linked(text: str, start: int, references: Sequence[Reference], sheet: _Sheet) -> str:
    """``text``, which begins ``start`` characters into the field whose references these are."""
    pieces: list[str] = []
    done = 0
    for reference in references:
        begin, end = reference.start - start, reference.end - start
        target = sheet.targets.get(reference.targets[0], "") if reference.targets else ""
        if not target or not done <= begin < end <= len(text):
            continue
        pieces.append(html.escape(text[done:begin]))
        pieces.append(f'<a class="reference" href="#{html.escape(target)}">{html.escape(text[begin:end])}</a>')
        done = end
    pieces.append(html.escape(text[done:]))
    return "".join(pieces)
