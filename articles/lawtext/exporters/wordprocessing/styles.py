"""Paragraph styles of a law in Word, one for each role of a setting, and the page.

Measures are Word's: twentieths of a point for distances, half points for sizes. They come from the Rules on the
registration of normative acts (No 568 of 2016) and from Law No 480-V, article 23, point 9.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from .package import escaped

LINE = 322
"""One line of Times New Roman 14 set single."""

FIRST_LINE = 709
"""1.25 cm."""

PAGE = (11906, 16838)
MARGINS = {"top": 1417, "right": 850, "bottom": 1417, "left": 1417, "header": 548, "footer": 567, "gutter": 0}
"""2.5 cm, right 1.5 cm; the header's line stands in the middle of the top margin."""

TEXT_WIDTH = PAGE[0] - MARGINS["left"] - MARGINS["right"]

LANGUAGE_TAGS = {"ru": "ru-RU", "kk": "kk-KZ", "en": "en-GB"}

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

HEADING = "<w:keepNext/><w:keepLines/>"
"""A heading stays with what it heads. The order of elements in properties is that of the schema: Word insists."""

LAW_TEXT = "LawText"
"""The style on which every paragraph of a norm is based."""

WHOLE_WORDS = "<w:suppressAutoHyphens/>"
NORMATIVE = f'<w:ind w:firstLine="{FIRST_LINE}"/><w:jc w:val="both"/>'
BOLD = "<w:b/><w:bCs/>"


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _spacing(before: int, after: int) -> str:
    """Distances in lines of the text."""
    return f'<w:spacing w:before="{before * LINE}" w:after="{after * LINE}"/>'


def _centred(before: int, after: int) -> str:
    return f'{HEADING}{WHOLE_WORDS}{_spacing(before, after)}<w:jc w:val="center"/>'


class Style(NamedTuple):
    """A paragraph style: identifier, name, style it is based on, paragraph and run properties as XML."""

    id: str
    name: str
    base: str = "Normal"
    paragraph: str = ""
    run: str = ""
    level: int = 0


ROLES = {
    "mark": Style("BillMark", "Bill Mark", "Normal", f'{_spacing(0, 1)}<w:jc w:val="right"/>'),
    "act": Style("ActName", "Act Name", "Normal", _centred(0, 1), BOLD),
    "law": Style("Title", "Title", "Normal", _centred(0, 1), BOLD),
    "preamble": Style("Preamble", "Preamble", LAW_TEXT),
    "clause": Style("Clause", "Clause", LAW_TEXT),
    "subclause": Style("Subclause", "Subclause", LAW_TEXT),
    "passage": Style("Passage", "Passage", LAW_TEXT),
    "indent": Style("Indent", "Indent", LAW_TEXT),
    "note": Style("NormNote", "Norm Note", LAW_TEXT),
    "annex_head": Style(
        "AnnexHead",
        "Annex Head",
        "Normal",
        f'{HEADING}<w:pageBreakBefore/>{WHOLE_WORDS}{_spacing(0, 1)}<w:ind w:left="4820"/><w:jc w:val="right"/>',
    ),
    "annex": Style("AnnexTitle", "Annex Title", "Normal", _centred(1, 1), BOLD, 1),
    "signature": Style("Signatory", "Signatory", "Normal", f"<w:keepLines/>{_spacing(2, 0)}", BOLD),
    "translation": Style(
        "Translation", "Translation Remark", "Normal", f"<w:keepLines/>{_spacing(2, 0)}", "<w:i/><w:iCs/>"
    ),
    "edition": Style("Edition", "Edition", "Normal", f"<w:keepLines/>{_spacing(2, 0)}", _size(16)),
}
"""The style of each role that stands outside the outline."""

GROUP = _centred(2, 1)
HEADINGS = {
    "part": GROUP,
    "section": GROUP,
    "subsection": GROUP,
    "chapter": GROUP,
    "paragraph": _centred(1, 1),
    "article": f'{HEADING}{WHOLE_WORDS}{_spacing(1, 0)}<w:ind w:firstLine="{FIRST_LINE}"/>',
}
"""Look of each role of the outline, from the largest; chapters have two lines before them and one after."""

GENERAL = (
    Style(LAW_TEXT, "Law Text", "Normal", NORMATIVE),
    Style("TableText", "Table Text", "Normal", "", _size(24)),
    Style("Header", "header", "Normal", '<w:jc w:val="center"/>'),
    Style("Footer", "footer", "Normal", '<w:jc w:val="center"/>', _size(16)),
    Style("FootnoteText", "footnote text", "Normal", '<w:jc w:val="both"/>', _size(20)),
)

CHARACTER = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)

OUTWARD = range(5)
"""Lists inside one another whose closing words are told apart."""


def closing_style(outward: int) -> str:
    """The identifier of the style of words that end a list; see ``setting.Run`` for ``outward``."""
    return "ClosingWords" if outward == 1 else f"ClosingWords{outward}"


CLOSINGS = "".join(
    f'<w:style w:type="character" w:customStyle="1" w:styleId="{closing_style(outward)}">'
    f'<w:name w:val="Closing Words{"" if outward == 1 else f" {outward}"}"/><w:basedOn w:val="DefaultParagraphFont"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    for outward in OUTWARD
)
"""Styles without a look: they tell the reader of a document where closing words begin."""

_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_CELL = "".join(f'<w:{side} w:w="85" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders><w:tblCellMar>{_CELL}</w:tblCellMar></w:tblPr></w:style>"
)

_FONT = " ".join(f'w:{script}="Times New Roman"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))


def headings(roles: Collection[str]) -> dict[str, Style]:
    """The heading styles of a law that has units of these roles: the largest is Heading 1, with no level left out."""
    present = [role for role in HEADINGS if role in roles]
    return {
        role: Style(f"Heading{level}", f"heading {level}", "Normal", HEADINGS[role], BOLD, level)
        for level, role in enumerate(present, start=1)
    }


def _paragraph_style(style: Style) -> str:
    outline = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    following = f'<w:next w:val="{LAW_TEXT}"/>' if style.level else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.base}"/>{following}<w:qFormat/>'
        f"<w:pPr>{style.paragraph}{outline}</w:pPr><w:rPr>{style.run}</w:rPr></w:style>"
    )


def _defaults(language: str) -> str:
    tag = LANGUAGE_TAGS[language]
    run = f'<w:rFonts {_FONT}/>{_size(28)}<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/>'
    paragraph = '<w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def styles(language: str, outline: Iterable[Style]) -> str:
    """The part ``word/styles.xml``: ``outline`` are the heading styles of this law."""
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    named = "".join(_paragraph_style(style) for style in (*GENERAL, *ROLES.values(), *outline))
    return (
        f'<w:styles xmlns:w="{NAMESPACE}">{_defaults(language)}{normal}{CHARACTER}{CLOSINGS}{TABLES}{named}</w:styles>'
    )


def section() -> str:
    """Page and margins, header and footer; the first page has the footer only."""
    margins = " ".join(f'w:{side}="{width}"' for side, width in MARGINS.items())
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        '<w:footerReference w:type="first" r:id="first"/>'
        f'<w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/><w:pgMar {margins}/><w:titlePg/></w:sectPr>'
    )


def header() -> str:
    """The number of the page without punctuation."""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    return f'<w:hdr xmlns:w="{NAMESPACE}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{field}</w:p></w:hdr>'


def footer(line: str) -> str:
    """The line that names draft, date and fingerprint."""
    run = f"<w:r><w:t>{escaped(line)}</w:t></w:r>"
    return f'<w:ftr xmlns:w="{NAMESPACE}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{run}</w:p></w:ftr>'
