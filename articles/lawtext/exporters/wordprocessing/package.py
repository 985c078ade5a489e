"""A DOCX package as bytes: the same parts give the same bytes."""

import io
import re
import zipfile
from collections.abc import Mapping

from ... import characters
from ..refusal import ExportRefused

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The only moment in the archive: bytes do not depend on when they were written."""

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

SPEED = 2
"""Level of deflate: at the usual 6 a law of 960 articles takes three times as long for a third less."""

TAGS = re.compile(r"<[^>]*>")


class NotPrintable(ExportRefused):
    """A character that XML cannot hold; the message is one sentence with the words around it."""


def escaped(words: str) -> str:
    """Words as text or attribute value of XML."""
    if "&" in words or "<" in words or ">" in words or '"' in words:
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return words


def packed(parts: Mapping[str, str]) -> bytes:
    """The package of the named XML parts, without their declaration; NotPrintable where XML forbids a character."""
    for name, xml in parts.items():
        _check(name, xml)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=SPEED) as archive:
        for name, xml in parts.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, HEAD + xml, compresslevel=SPEED)
    return target.getvalue()


def _check(name: str, xml: str) -> None:
    found = characters.FORBIDDEN.search(xml)
    if found:
        before = TAGS.sub(" ", xml[max(0, found.start() - 200) : found.start()])[-40:].strip()
        sentence = "XML cannot hold the character %(code)s after “%(before)s” (%(part)s)."
        raise NotPrintable(sentence, code=f"U+{ord(found[0]):04X}", before=before, part=name)
