"""The package of a Word document: which entry of the archive is the text, the styles, the numbering, the notes."""

import posixpath
from dataclasses import dataclass
from typing import NamedTuple

from ... import xml
from ..archive import Archive, Limits, opened
from ..lines import ImportRefused
from ..signatures import DOCX, MACROS, OPEN_DOCUMENT, refuse_unless
from .names import Element, transitional

PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

KINDS = {
    "wordprocessingml.document.main": "",
    "wordprocessingml.template.main": "",
    "macroEnabled": MACROS,
    "spreadsheetml": "The file is a spreadsheet: save the text of the law as DOCX.",
    "presentationml": "The file is a presentation: save the text of the law as DOCX.",
}
"""What the type of the main part says, the first that fits: a sentence is a refusal."""

PROJECTS = ("vbaProject.bin", "vbaData.xml")
"""What macros are kept in."""


class Relation(NamedTuple):
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Document:
    """The parts of a document that bear on its words; a part that is absent is None."""

    body: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None
    margins: tuple[Element, ...]
    """Headers and footers."""


class Package:
    """The archive as Open Packaging Conventions see it (ISO/IEC 29500-2). External relations are never followed."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def part(self, name: str) -> Element:
        try:
            return xml.parse(transitional(self._archive.entry(name)))
        except KeyError as error:
            raise ImportRefused("The document has no part %(name)s.", name=repr(name[:80])) from error
        except xml.XMLRefused as error:
            raise ImportRefused("The document cannot be read. %(why)s", why=error.said) from error

    def relations(self, source: str) -> tuple[Relation, ...]:
        """Where a part leads to; targets are names of entries. ``source`` is empty for the package itself."""
        folder, name = posixpath.split(source)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self._archive.names:
            return ()
        found = self.part(path).findall(f"{PACKAGE}Relationship")
        return tuple(
            Relation(
                relation.get("Type", "").rpartition("/")[2],
                _entry(folder, relation.get("Target", "")),
                relation.get("TargetMode") == "External",
            )
            for relation in found
        )

    def kind(self, name: str) -> str:
        """The content type of a part."""
        types = self.part("[Content_Types].xml")
        for override in types.findall(f"{TYPES}Override"):
            if override.get("PartName", "").lstrip("/") == name:
                return str(override.get("ContentType", ""))
        return ""


def _entry(folder: str, target: str) -> str:
    """The name of the entry that a relation of a part in ``folder`` points at."""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def document(content: bytes, limits: Limits) -> Document:
    """The parts of a DOCX; ImportRefused for every other file, each with its sentence."""
    refuse_unless(content, DOCX)
    archive = opened(content, limits)
    _refuse_others(archive)
    package = Package(archive)
    main = _main(package)
    relations = [relation for relation in package.relations(main) if not relation.external]

    def parts(kind: str) -> tuple[Element, ...]:
        targets = dict.fromkeys(relation.target for relation in relations if relation.kind == kind)
        return tuple(package.part(target) for target in targets if target in archive.names)

    def part(kind: str) -> Element | None:
        return next(iter(parts(kind)), None)

    return Document(
        body=package.part(main),
        styles=part("styles"),
        numbering=part("numbering"),
        footnotes=part("footnotes"),
        endnotes=part("endnotes"),
        margins=parts("header") + parts("footer"),
    )


def _refuse_others(archive: Archive) -> None:
    if "mimetype" in archive.names:
        raise ImportRefused(OPEN_DOCUMENT)
    if any(name.endswith(PROJECTS) for name in archive.names):
        raise ImportRefused(MACROS)
    if "[Content_Types].xml" not in archive.names:
        raise ImportRefused("The file is a ZIP archive, but not a Word document.")


def _main(package: Package) -> str:
    """The name of the part that holds the text."""
    mains = [relation for relation in package.relations("") if relation.kind == "officeDocument"]
    if not mains or mains[0].external:
        raise ImportRefused("The file is an Office archive without a document in it.")
    kind = package.kind(mains[0].target)
    refusal = next((sentence for word, sentence in KINDS.items() if word in kind), "")
    if refusal:
        raise ImportRefused(refusal)
    return mains[0].target
