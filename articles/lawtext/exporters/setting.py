"""What a printed law consists of: paragraphs in the order in which they are set, the same for Word and PDF.

Numbers are words of the law and are set as such. How a role looks is the business of each format.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ..edition import Edition
from ..eids import eids
from ..provision import GROUPS, Path, Provision, list_end, walk
from ..units import label
from . import Notes
from .wordings import ACT, BILL, SIGNATORY, TRANSLATION, annex_head, edition_line

HEADINGS = ("part", "section", "subsection", "chapter", "paragraph", "article")
"""Roles that stand in the outline, from the largest unit; an annex stands beside the largest."""

CAPITALS = frozenset({"part", "section", "chapter"})
"""Roles whose heading prints in capitals behind its label: «Глава 3. КЕНЕС». The words stay as they are stored."""

HEADS = GROUPS | {"article", "annex"}
"""Kinds whose label and heading are a paragraph of their own."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one paragraph, or an editorial note called there (then ``words`` is empty).

    ``target`` is the eId of the provision that the words refer to; every target is the eId of some paragraph.
    ``is_broken`` is set for words that refer to a provision which is not in the text.
    ``outward`` is set for words that end a list: 1 for that of the provision around the one on this line, 2 for that
    around it, 0 for its own.
    """

    words: str
    target: str = ""
    note: str = ""
    is_broken: bool = False
    outward: int | None = None


Cell = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a table (then ``rows`` holds its cells and ``runs`` is empty).

    ``role`` is a kind of provision (``law`` is the title) or one of ``mark``, ``act``, ``annex_head``, ``signature``,
    ``translation``, ``edition``. ``label`` stands before the words with a blank between. ``level`` counts the
    headings around a heading from 1, without gaps; 0 means that it is none. ``keep`` asks for the next paragraph on
    the same page where the role does not ask for it already. ``depth`` is that of the provision in the law.
    """

    role: str
    runs: tuple[Run, ...] = ()
    label: str = ""
    level: int = 0
    eid: str = ""
    rows: tuple[tuple[Cell, ...], ...] = ()
    keep: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """A law as it is printed: ``line`` names the draft, its date and its fingerprint at the foot of each page."""

    title: str
    language: str
    line: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class _Law:
    """What the words of one provision are set with."""

    title: str
    language: str
    eids: dict[Path, str]
    targets: dict[str, str] = field(default_factory=dict)
    present: frozenset[str] = frozenset()
    notes: dict[Path, tuple[Run, ...]] = field(default_factory=dict)


def labelled(paragraph: Paragraph) -> str:
    """The label of a paragraph with the blank that parts it from the words."""
    blank = " " if paragraph.label and paragraph.runs and paragraph.runs[0].words else ""
    return paragraph.label + blank


def runs_of(paragraph: Paragraph) -> Iterator[Run]:
    """The runs of a paragraph, or of all cells of a table, in reading order."""
    yield from paragraph.runs
    for row in paragraph.rows:
        for cell in row:
            yield from cell


def _runs(provision: Provision, name: str, law: _Law) -> tuple[Run, ...]:
    """The words of one field, cut where a reference begins and ends."""
    words = provision.words(name)
    if not words:
        return ()
    if not provision.references:
        return (Run(words),)
    runs, done = [], 0
    for reference in sorted((r for r in provision.references if r.field == name), key=lambda r: r.start):
        if reference.start < done:
            continue
        target = law.targets.get(reference.targets[0], "")
        if reference.start > done:
            runs.append(Run(words[done : reference.start]))
        runs.append(
            Run(words[reference.start : reference.end], target, is_broken=reference.targets[0] not in law.present)
        )
        done = reference.end
    if done < len(words):
        runs.append(Run(words[done:]))
    return tuple(runs)


def _split(runs: Iterable[Run], mark: str) -> tuple[tuple[Run, ...], ...]:
    """Runs cut at every mark, which is dropped: lines of a table, cells of a line."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.words.split(mark)
        parts[-1].append(replace(run, words=first))
        parts.extend([replace(run, words=other)] for other in others)
    return tuple(tuple(run for run in part if run.words) for part in parts)


def _rows(provision: Provision, law: _Law) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a table; rows are all as long as the longest."""
    rows = [_split(line, "\t") for line in _split(_runs(provision, "text", law), "\n")]
    width = max(map(len, rows))
    return tuple(row + ((),) * (width - len(row)) for row in rows)


def _table(provision: Provision, path: Path, law: _Law) -> list[Paragraph]:
    """A table; its notes are called in the last cell, because the first row is repeated on every page."""
    rows = _rows(provision, law)
    if provision.heading:
        return [*_headline(provision, path, 0, law), Paragraph("table", rows=rows, depth=len(path))]
    *others, last = rows
    noted = (*others, (*last[:-1], last[-1] + law.notes.get(path, ())))
    return [Paragraph("table", eid=law.eids.get(path, ""), rows=noted, depth=len(path))]


def _role(provision: Provision) -> str:
    """The role of words beside the cells of a table is that of any words without a number."""
    return "passage" if provision.kind == "table" else provision.kind


def _headline(provision: Provision, path: Path, level: int, law: _Law) -> list[Paragraph]:
    """Label and heading of a unit; none if it has neither."""
    shown = label(provision.kind, provision.number, law.language)
    runs = _runs(provision, "heading", law) + law.notes.get(path, ())
    if not (shown or runs):
        return []
    level = level if provision.kind in HEADS else 0
    return [Paragraph(_role(provision), runs, shown, level, law.eids.get(path, ""), depth=len(path))]


def _annex(provision: Provision, path: Path, level: int, law: _Law) -> list[Paragraph]:
    """The block that names the act and the title of the annex; without a title the block is the heading."""
    block = (Run(annex_head(provision.number, law.title, law.language)),)
    notes, eid = law.notes.get(path, ()), law.eids.get(path, "")
    title = _runs(provision, "heading", law)
    if not title:
        return [Paragraph("annex_head", block + notes, level=level, eid=eid, depth=len(path))]
    return [Paragraph("annex_head", block, eid=eid), Paragraph("annex", title + notes, level=level, depth=len(path))]


def _body(provision: Provision, path: Path, law: _Law) -> list[Paragraph]:
    """A unit without heading: label and words."""
    shown = label(provision.kind, provision.number, law.language)
    runs = _runs(provision, "text", law) + law.notes.get(path, ())
    if not (shown or runs):
        return []
    return [Paragraph(_role(provision), runs, shown, eid=law.eids.get(path, ""), depth=len(path))]


def _own(provision: Provision, path: Path, level: int, law: _Law) -> list[Paragraph]:
    """The paragraphs of a provision without its children. Under a heading part one stands without a label."""
    if provision.kind == "table" and provision.text:
        return _table(provision, path, law)
    if provision.kind not in HEADS and not provision.heading:
        return _body(provision, path, law)
    head = _annex if provision.kind == "annex" else _headline
    words = _runs(provision, "text", law)
    return head(provision, path, level, law) + ([Paragraph("passage", words, depth=len(path))] if words else [])


def _closed(paragraphs: list[Paragraph], closing: tuple[Run, ...], depth: int) -> list[Paragraph]:
    """The paragraphs of a list with the words that end it on the line of the last item, as Kazakh verbs stand.

    An item that has no words in this language yet is passed over: the verb alone would be a senseless norm.
    ``depth`` is that of the provision whose list it is.
    """
    if not closing:
        return paragraphs
    if not paragraphs:
        return [Paragraph("passage", closing, depth=depth)]
    items = [place for place, paragraph in enumerate(paragraphs) if paragraph.depth > depth]
    worded = [place for place in items if paragraphs[place].runs or paragraphs[place].rows]
    place = worded[-1] if worded else len(paragraphs) - 1
    last = paragraphs[place]
    closing = tuple(replace(run, outward=last.depth - depth) for run in closing)
    if last.rows or last.level:
        return [*paragraphs, Paragraph("passage", closing, depth=last.depth)]
    blank = (Run(" "),) if last.runs else ()
    return [*paragraphs[:place], replace(last, runs=last.runs + blank + closing), *paragraphs[place + 1 :]]


def _unit(provision: Provision, path: Path, level: int, law: _Law) -> list[Paragraph]:
    """A provision with all that stands in it; removed provisions do not print."""
    if provision.status == "removed":
        return []
    listed = _own(provision, path, level, law)
    further: list[Paragraph] = []
    end, inside = list_end(provision), level + any(paragraph.level for paragraph in listed)
    for index, child in enumerate(provision.children):
        (listed if index < end else further).extend(_unit(child, (*path, index), inside, law))
    return _closed(listed, _runs(provision, "closing", law), len(path)) + further


def _law(root: Provision, edition: Edition, notes: Notes) -> _Law:
    """What all units are set with."""
    written: defaultdict[Path, list[str]] = defaultdict(list)
    for path, words in notes:
        written[path].append(words)
    called: dict[Path, tuple[Run, ...]] = {path: (Run("", note=" ".join(lines)),) for path, lines in written.items()}
    named = eids(root)
    targets = {unit.id: named[path] for path, unit in walk(root) if unit.id and path in named}
    present = frozenset(unit.id for _path, unit in walk(root) if unit.status != "removed")
    return _Law(root.heading, edition.language, named, targets, present, called)


def _anchored(paragraph: Paragraph, eids: set[str]) -> Paragraph:
    """The paragraph without references to units that print nothing, such as one that is not translated."""
    cells = (cell for row in paragraph.rows for cell in row)
    if all(run.target in eids for runs in (paragraph.runs, *cells) for run in runs):
        return paragraph

    def held(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(run if run.target in eids else replace(run, target="") for run in runs)

    return replace(paragraph, runs=held(paragraph.runs), rows=tuple(tuple(map(held, row)) for row in paragraph.rows))


def _signed(paragraphs: list[Paragraph], edition: Edition) -> list[Paragraph]:
    """The paragraphs with the signatory ahead of the annexes, never alone on a page; a translation says what it is."""
    place = next((n for n, paragraph in enumerate(paragraphs) if paragraph.role == "annex_head"), len(paragraphs))
    role, words = ("signature", SIGNATORY) if edition.authentic else ("translation", TRANSLATION)
    *body, last = paragraphs[:place] or [Paragraph("law")]
    return [*body, replace(last, keep=True), Paragraph(role, (Run(words[edition.language]),)), *paragraphs[place:]]


def setting(root: Provision, edition: Edition, notes: Notes = ()) -> Setting:
    """All that a print of the law consists of.

    Head of the bill, provisions, signatory, annexes, and at the end the draft with its whole fingerprint. Removed
    provisions and notes on them do not print. A note is called behind the heading of its provision, or behind its
    words if it has none; notes of one provision are one footnote, in their order.
    """
    language = edition.language
    paragraphs = _unit(root, (), 1, _law(root, edition, notes))
    anchors = {paragraph.eid for paragraph in paragraphs} | {""}
    head = [Paragraph("mark", (Run(BILL[language]),)), Paragraph("act", (Run(ACT[language]),))]
    body = _signed([_anchored(paragraph, anchors) for paragraph in paragraphs], edition)
    end = Paragraph("edition", (Run(edition_line(edition, full=True)),))
    return Setting(root.heading or ACT[language], language, edition_line(edition), (*head, *body, end))
