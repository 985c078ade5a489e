"""The parts of a package around the body: content types, relations, settings, properties, footnotes."""

from collections.abc import Iterable, Sequence

from ... import fingerprint
from ...edition import Edition
from ..wordings import edition_line
from .package import escaped
from .styles import LANGUAGE_TAGS, NAMESPACE, Style, footer, header, styles

_OFFICE = "application/vnd.openxmlformats-officedocument"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

CONTENT_TYPES = {
    "word/document.xml": f"{_OFFICE}.wordprocessingml.document.main+xml",
    "word/styles.xml": f"{_OFFICE}.wordprocessingml.styles+xml",
    "word/settings.xml": f"{_OFFICE}.wordprocessingml.settings+xml",
    "word/footnotes.xml": f"{_OFFICE}.wordprocessingml.footnotes+xml",
    "word/header.xml": f"{_OFFICE}.wordprocessingml.header+xml",
    "word/footer.xml": f"{_OFFICE}.wordprocessingml.footer+xml",
    "word/first.xml": f"{_OFFICE}.wordprocessingml.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
    "docProps/custom.xml": f"{_OFFICE}.custom-properties+xml",
}

_ROOT_RELATIONS = (
    ("document", f"{_RELATION}/officeDocument", "word/document.xml"),
    ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ("app", f"{_RELATION}/extended-properties", "docProps/app.xml"),
    ("custom", f"{_RELATION}/custom-properties", "docProps/custom.xml"),
)

_BODY_RELATIONS = (
    ("styles", f"{_RELATION}/styles", "styles.xml"),
    ("settings", f"{_RELATION}/settings", "settings.xml"),
    ("footnotes", f"{_RELATION}/footnotes", "footnotes.xml"),
    ("header", f"{_RELATION}/header", "header.xml"),
    ("footer", f"{_RELATION}/footer", "footer.xml"),
    ("first", f"{_RELATION}/footer", "first.xml"),
)

_CUSTOM = f"{_RELATION.replace('relationships', 'custom-properties')}"
_VARIANTS = f"{_RELATION.replace('relationships', 'docPropsVTypes')}"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The fixed identifier of custom properties."""


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{content}"/>' for name, content in CONTENT_TYPES.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(rows: Iterable[tuple[str, str, str]]) -> str:
    related = "".join(f'<Relationship Id="{id}" Type="{type}" Target="{target}"/>' for id, type, target in rows)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>'


def _settings(language: str) -> str:
    """Compatibility mode 15 is Word 2013 and later; without it Word shows «compatibility mode» in the title bar."""
    separators = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    return (
        f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        f'<w:autoHyphenation w:val="0"/><w:footnotePr>{separators}</w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{LANGUAGE_TAGS[language]}"/></w:settings>'
    )


def _core(title: str, edition: Edition) -> str:
    """Title, subject and language; the date is that of the draft, so that one draft gives the same bytes always."""
    moments = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{edition.date:%Y-%m-%d}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
        if edition.date
    )
    return (
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title><dc:subject>{escaped(edition_line(edition, full=True))}</dc:subject>"
        f"<dc:language>{LANGUAGE_TAGS[edition.language]}</dc:language>{moments}</cp:coreProperties>"
    )


def _app() -> str:
    namespace = _RELATION.replace("relationships", "extended-properties")
    return f'<Properties xmlns="{namespace}"><Application>LawDraft</Application></Properties>'


def _custom(edition: Edition) -> str:
    """What a program needs to find the draft of this file and to check it against it."""
    facts = {
        "lawdraft-law": edition.slug,
        "lawdraft-draft": str(edition.draft),
        "lawdraft-language": edition.language,
        "lawdraft-fingerprint": fingerprint.printed(edition.fingerprint),
    }
    properties = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}"><vt:lpwstr>{escaped(fact)}</vt:lpwstr></property>'
        for number, (name, fact) in enumerate(facts.items(), start=2)
    )
    return f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VARIANTS}">{properties}</Properties>'


def _footnotes(notes: Sequence[str]) -> str:
    """Two separators, which Word demands, and the notes, numbered from 1."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    written = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{mark}'
        f'<w:r><w:t xml:space="preserve"> {escaped(words)}</w:t></w:r></w:p></w:footnote>'
        for number, words in enumerate(notes, start=1)
    )
    return f'<w:footnotes xmlns:w="{NAMESPACE}">{separators}{written}</w:footnotes>'


def parts(
    body: str, title: str, edition: Edition, outline: Iterable[Style], notes: Sequence[str] = ()
) -> dict[str, str]:
    """Every part of the package of a document with this body, in the order in which Word writes them.

    ``body`` is the content of ``w:body`` with its section; ``outline`` are the heading styles that it uses; ``notes``
    are the words of the footnotes 1, 2, … that it calls.
    """
    line = footer(edition_line(edition))
    namespaces = f'xmlns:w="{NAMESPACE}" xmlns:r="{_RELATION}"'
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(_ROOT_RELATIONS),
        "word/document.xml": f"<w:document {namespaces}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(_BODY_RELATIONS),
        "word/styles.xml": styles(edition.language, outline),
        "word/settings.xml": _settings(edition.language),
        "word/footnotes.xml": _footnotes(notes),
        "word/header.xml": header(),
        "word/footer.xml": line,
        "word/first.xml": line,
        "docProps/core.xml": _core(title, edition),
        "docProps/app.xml": _app(),
        "docProps/custom.xml": _custom(edition),
    }
