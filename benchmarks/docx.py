"""The law and its redline as Word documents."""

import io
import zipfile

from articles.lawtext.edition import Edition
from articles.lawtext.exporters import docx
from articles.lawtext.exporters.wordprocessing.package import escaped

from .laws import law, plain_text
from .measuring import held

PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="word/document.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    ),
}
DOCUMENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
PARAGRAPH = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'


def rows(articles):
    root = law(articles)
    lines = plain_text(root).splitlines()
    yield held(
        "DOCX", articles, lambda: docx.write(root, Edition()), lambda: _strings(lines), "escaped strings + zipfile", 2
    )


def _strings(lines):
    """The least that Word opens with the same words: no styles, numbers of pages, links or bookmarks."""
    target = io.BytesIO()
    body = "".join([PARAGRAPH.format(escaped(line)) for line in lines])
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in {**PARTS, "word/document.xml": DOCUMENT.format(body)}.items():
            archive.writestr(name, xml)
    return target.getvalue()
