"""The official DOCX of a law: what a ministry, a chamber and a drafter at home open in Word.

The body is written as escaped strings: building it element by element takes fifteen times as long.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from ..edition import Edition
from ..provision import Provision
from . import Notes
from .columns import widths
from .setting import CAPITALS, Paragraph, Run, labelled, runs_of, setting
from .wordprocessing.package import escaped, packed
from .wordprocessing.parts import parts
from .wordprocessing.styles import LAW_TEXT, OUTWARD, ROLES, TEXT_WIDTH, Style, closing_style, headings, section

BOOKMARK = 40
"""The longest name of a bookmark that Word accepts."""

CALL = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'

TABLE = (
    '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr>'
)

TABLE_DISTANCE = 120
"""Six points."""

BETWEEN_TABLES = "<w:p/>"
"""Word joins two tables that nothing parts."""


def write(root: Provision, edition: Edition, notes: Notes = ()) -> bytes:
    """The law as a Word document: the same tree, edition and notes give the same bytes.

    ``notes`` are editorial notes as (path of the provision, words), printed as footnotes. References are internal
    links that look like words, and every printed provision is a bookmark named by its eId. Raises NotPrintable
    where the words hold a character that XML forbids.
    """
    document = setting(root, edition, notes)
    styles = headings({paragraph.role for paragraph in document.paragraphs})
    called = [run.note for paragraph in document.paragraphs for run in runs_of(paragraph) if run.note]
    body = "".join(_body(document.paragraphs, ROLES | styles))
    return packed(parts(body + section(), document.title, edition, styles.values(), called))


def bookmark(eid: str) -> str:
    """The name of the bookmark of a provision: its eId, shortened so that it stays its own where Word would cut it."""
    if len(eid) <= BOOKMARK:
        return eid
    digest = hashlib.sha256(eid.encode()).hexdigest()[:8]
    return f"{eid[: BOOKMARK - len(digest) - 1]}_{digest}"


def _body(paragraphs: Sequence[Paragraph], styles: dict[str, Style]) -> Iterator[str]:
    """The XML of each paragraph; footnotes and bookmarks are numbered in reading order."""
    notes = count(1)
    before, after = (None, *paragraphs), (*paragraphs[1:], None)
    for number, (last, paragraph, following) in enumerate(zip(before, paragraphs, after, strict=False), start=1):
        if not paragraph.rows:
            yield _paragraph(paragraph, styles[paragraph.role], _distance(last, following), number, notes)
            continue
        if last and last.rows:
            yield BETWEEN_TABLES
        yield _table(paragraph, number, notes)


def _distance(last: Paragraph | None, following: Paragraph | None) -> str:
    """Room between a paragraph of the law and a table, which Word sets line on line."""
    sides = {"before": last, "after": following}
    return "".join(f' w:{side}="{TABLE_DISTANCE}"' for side, beside in sides.items() if beside and beside.rows)


def _paragraph(paragraph: Paragraph, style: Style, distance: str, number: int, notes: Iterator[int]) -> str:
    words = _words(paragraph, notes)
    if paragraph.eid:
        words = _marked(words, paragraph.eid, number)
    keep = "<w:keepNext/>" if paragraph.keep else ""
    spacing = f"<w:spacing{distance}/>" if distance and style.base == LAW_TEXT else ""
    outline = '<w:outlineLvl w:val="0"/>' if paragraph.level and not style.level else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/>{keep}{spacing}{outline}</w:pPr>{words}</w:p>'


def _marked(words: str, eid: str, number: int) -> str:
    name = escaped(bookmark(eid))
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{words}<w:bookmarkEnd w:id="{number}"/>'


def _words(paragraph: Paragraph, notes: Iterator[int]) -> str:
    """Label and words; in the largest headings the words stand in capitals and keep their letters."""
    capitals = "<w:rPr><w:caps/></w:rPr>" if paragraph.role in CAPITALS else ""
    label = _run(Run(labelled(paragraph)), "", notes) if paragraph.label else ""
    return label + "".join(_run(run, capitals, notes) for run in paragraph.runs)


def _run(run: Run, properties: str, notes: Iterator[int]) -> str:
    if run.note:
        return CALL.format(next(notes))
    if run.outward is not None and run.outward in OUTWARD:
        properties = f'<w:rPr><w:rStyle w:val="{closing_style(run.outward)}"/></w:rPr>'
    text = f'<w:r>{properties}<w:t xml:space="preserve">{escaped(run.words)}</w:t></w:r>'
    if not run.target:
        return text
    return f'<w:hyperlink w:anchor="{escaped(bookmark(run.target))}" w:history="1">{text}</w:hyperlink>'


def _table(paragraph: Paragraph, number: int, notes: Iterator[int]) -> str:
    """A table as wide as the text; its first row is repeated on every page."""
    columns = [TEXT_WIDTH * share // 1000 for share in widths(paragraph.rows)]
    rows = [["".join(_run(run, "", notes) for run in cell) for cell in row] for row in paragraph.rows]
    if paragraph.eid:
        rows[0][0] = _marked(rows[0][0], paragraph.eid, number)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    head = _row(rows[0], columns, "<w:cantSplit/><w:tblHeader/>", '<w:jc w:val="center"/>')
    others = "".join(_row(row, columns) for row in rows[1:])
    return f"<w:tbl>{TABLE}<w:tblGrid>{grid}</w:tblGrid>{head}{others}</w:tbl>"


def _row(cells: Iterable[str], columns: Iterable[int], properties: str = "", aligned: str = "") -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="TableText"/>{aligned}</w:pPr>{cell}</w:p></w:tc>'
        for cell, width in zip(cells, columns, strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{written}</w:tr>"
