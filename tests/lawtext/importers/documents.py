"""Word documents for tests, written as raw XML so that every oddity of Word can be put into one."""

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

from articles.lawtext.importers import docx as reader
from articles.lawtext.importers.lines import Line

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in (
        ("w", WORD),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("v", "urn:schemas-microsoft-com:vml"),
    )
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header": "hdr",
    "footer": "ftr",
}
"""Optional parts and their root elements."""

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{}"/></Types>'
)


def relations(*found: tuple[str, str, bool]) -> str:
    """A .rels part of (kind, target, external)."""
    mode = {True: ' TargetMode="External"', False: ""}
    lines = "".join(
        f'<Relationship Id="r{index}" Type="{OFFICE}/{kind}" Target="{target}"{mode[external]}/>'
        for index, (kind, target, external) in enumerate(found)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'
    )


def zipped(entries: dict[str, str | bytes]) -> bytes:
    """A ZIP archive of these entries."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return stream.getvalue()


def part(root: str, content: str) -> str:
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>"


def entries(body: str, links: tuple[tuple[str, str, bool], ...] = (), **parts: str) -> dict[str, str | bytes]:
    """The entries of a DOCX with this XML in its body, and that of the parts of PARTS which are given."""
    found = {
        "[Content_Types].xml": TYPES.format(MAIN),
        "_rels/.rels": relations(("officeDocument", "word/document.xml", False)),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*((name, f"{name}.xml", False) for name in parts), *links),
    }
    found.update({f"word/{name}.xml": part(PARTS[name], content) for name, content in parts.items()})
    return found


def docx(body: str, **parts: str) -> bytes:
    """A DOCX with this XML in its body."""
    return zipped(entries(body, **parts))


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text: str, properties: str = "") -> str:
    """A run; ``text`` may hold the XML of breaks and tabs in braces: {br}, {tab}."""
    content = t(text)
    for name in ("br", "tab", "cr"):
        content = content.replace(f"{{{name}}}", f'</w:t><w:{name}/><w:t xml:space="preserve">')
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def p(content: str, properties: str = "") -> str:
    """A paragraph of words, or of XML if ``content`` begins with a tag."""
    runs = content if content.startswith("<") else r(content) if content else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def styled(style: str) -> str:
    return f'<w:pStyle w:val="{style}"/>'


def listed(number: int | str, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def level(depth: int, text: str, style: str = "decimal", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def style(name: str, title: str = "", based_on: str = "", properties: str = "", more: str = "") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title or name}"/>{based}'
        f"{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{more}</w:style>"
    )


RULED = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
UNRULED = '<w:tblPr><w:tblBorders><w:top w:val="nil"/></w:tblBorders></w:tblPr>'


def table(*rows: tuple[str, ...], properties: str = RULED) -> str:
    """A table whose cells are words, or XML if they begin with a tag."""
    return f"<w:tbl>{properties}{''.join(row(*cells) for cells in rows)}</w:tbl>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(found if found.startswith('<w:tc') else cell(found) for found in cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    blocks = content if content.startswith("<") else p(content)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{blocks}</w:tc>"


def sdt(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def ins(content: str, author: str = "А. Ахметов") -> str:
    return f'<w:ins w:id="1" w:author="{author}" w:date="2026-01-01T00:00:00Z">{content}</w:ins>'


def deleted(content: str, author: str = "Б. Серік") -> str:
    return f'<w:del w:id="2" w:author="{author}" w:date="2026-01-01T00:00:00Z">{content}</w:del>'


def gone(text: str) -> str:
    """A run of deleted words."""
    return f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'


def field(instruction: str, result: str) -> str:
    """A complex field: runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(blocks: str) -> str:
    """A run with a text box, as Word writes it: for itself and once more for older programs."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"<w:txbxContent>{blocks}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{blocks}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def converted(folder: Path, form: str, *names: str) -> None:
    """Has LibreOffice bring files of a folder to another format, beside them."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
    paths = [str(folder / name) for name in names]
    subprocess.run([*command, *paths], check=True, capture_output=True, timeout=300)


def lines(body: str, **parts: str) -> list[Line]:
    return reader.lines(docx(body, **parts)).lines


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in lines(body, **parts)]


def roles(body: str, **parts: str) -> list[tuple[str, int, str]]:
    return [(line.role, line.level, line.text) for line in lines(body, **parts)]


def remarks(body: str, **parts: str) -> tuple[str, ...]:
    return reader.lines(docx(body, **parts)).remarks


FORMULA = "<m:oMath><m:r><m:t>a</m:t></m:r><m:r><w:rPr><w:i/></w:rPr><m:t>=2b</m:t></m:r></m:oMath>"
PLACEHOLDER = "<w:showingPlcHdr/>"
