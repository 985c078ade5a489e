"""What a file is by its first bytes, whatever its name says."""

from pathlib import PurePath
from typing import NamedTuple

from .lines import ImportRefused

DOCX = "docx"
TEXT = "text"

HEAD = 1024
"""A PDF may have other bytes before its mark; in a markup file blanks and a byte order mark come first."""


class Signature(NamedTuple):
    """A mark and the sentence for whoever brings such a file where another is wanted."""

    mark: bytes
    sentence: str


ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

PICTURE = "The file is a picture: a law can be read only from text."
PACKED = "The file is an archive: unpack it and bring the document itself."

BINARY = (
    Signature(b"{\\rtf", "The file is an RTF document: save it as DOCX."),
    Signature(b"\x89PNG", PICTURE),
    Signature(b"\xff\xd8\xff", PICTURE),
    Signature(b"GIF8", PICTURE),
    Signature(b"II*\x00", PICTURE),
    Signature(b"MM\x00*", PICTURE),
    Signature(b"\x1f\x8b", PACKED),
    Signature(b"7z\xbc\xaf\x27\x1c", PACKED),
    Signature(b"Rar!", PACKED),
    Signature(b"\x7fELF", "The file is a program."),
    Signature(b"MZ\x90\x00", "The file is a program."),
)

STREAMS = (
    Signature(b"EncryptedPackage", "The document is protected by a password: save it without one."),
    Signature(b"WordDocument", "The file is a document of Word 97–2003: save it as DOCX."),
)
"""What a compound file holds, by the name of a stream in its directory, which is written in UTF-16."""

MACROS = "The document holds macros: save it as DOCX without macros."
OPEN_DOCUMENT = "The file is an OpenDocument text: save it as DOCX."
PACKAGES = {".docm": MACROS, ".dotm": MACROS, ".odt": OPEN_DOCUMENT, ".ott": OPEN_DOCUMENT}
"""Archives that are told by their name; those named DOCX are told by what is in them."""

MARKUP = (b"<!doctype html", b"<html", b"<?xml")


def _wide(name: bytes) -> bytes:
    return name.decode("ascii").encode("utf-16-le")


def _compound(content: bytes) -> str:
    found = (stream.sentence for stream in STREAMS if _wide(stream.mark) in content)
    return next(found, "The file is of an old Office format: save the text of the law as DOCX.")


def _binary(content: bytes) -> str:
    """The sentence for a file of a format that is not read at all; empty for every other."""
    if not content:
        return "The file is empty."
    if content.startswith(COMPOUND):
        return _compound(content)
    if b"%PDF-" in content[:HEAD]:
        return "The file is a PDF, which has no paragraphs to read: bring the DOCX from which it was made."
    return next((known.sentence for known in BINARY if content.startswith(known.mark)), "")


def _not_docx(content: bytes) -> str:
    start = content[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if content.startswith(ARCHIVE):
        return ""
    if start.startswith(MARKUP):
        return "The file is a web page or XML document under the name of a DOCX."
    return "The file is not a Word document (DOCX)."


def _not_text(content: bytes) -> str:
    return "The file is an archive, such as a DOCX, under the name of a text." if content.startswith(ARCHIVE) else ""


def refuse_unless(content: bytes, wanted: str) -> None:
    """Raises ImportRefused with a sentence unless the bytes may be a ``DOCX``, or a ``TEXT`` of any markup."""
    sentence = _binary(content) or {DOCX: _not_docx, TEXT: _not_text}[wanted](content)
    if sentence:
        raise ImportRefused(sentence)


def refuse_misnamed(name: str, content: bytes) -> None:
    """Raises ImportRefused if the bytes are not what the name of the file promises."""
    suffix = PurePath(name.lower()).suffix
    if suffix in PACKAGES and content.startswith(ARCHIVE):
        raise ImportRefused(PACKAGES[suffix])
    refuse_unless(content, DOCX if suffix == ".docx" else TEXT)
