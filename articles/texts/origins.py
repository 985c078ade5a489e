"""Of which draft a file is, to the letter, an export."""

import re

from django.conf import settings

from ..lawtext import fingerprint
from ..lawtext.exporters.refusal import ExportRefused
from ..lawtext.importers.archive import Limits, opened
from ..lawtext.importers.lines import ImportRefused
from ..models import DraftDocument
from .sources import draft_text

DIGITS = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")

BEGINNINGS = {b"PK": "docx", b"%PDF": "pdf", b"<?xml": "akn", b"<!": "html", b"{": "json"}
"""A format by the first bytes of its files, whatever they are called; TXT begins with anything else."""


def origin_of_export(content, law=None):
    """The draft and language that a file is, to the letter, an export of; (None, "") if it is none.

    With ``law`` only its drafts are tried, else those of every law. Exports are reproducible, so the draft that the
    file names is written again and compared. ExportRefused if that cannot be done.
    """
    format = next((name for start, name in BEGINNINGS.items() if content.startswith(start)), "txt")
    documents = DraftDocument.objects.filter(**NAMED.get(format, _printed)(content))
    documents = documents.filter(draft__law=law) if law else documents
    refusal = None
    for document in documents.select_related("draft__law", "draft__entry", "draft__previous").defer("akn"):
        try:
            if draft_text(document.draft, document.language).exported(format) == content:
                return document.draft, document.language
        except ExportRefused as refused:
            refusal = refused
    if refusal:
        raise refusal
    return None, ""


def _printed(content):
    """Every export names its draft after all words of the law: the last fingerprint in a file is its own."""
    found = DIGITS.findall(content)
    return {"draft__fingerprint": found[-1].decode() if found else ""}


def _in_properties(content):
    try:
        return _printed(opened(content, Limits(**settings.IMPORT_LIMITS)).entry("docProps/core.xml"))
    except (ImportRefused, KeyError):
        return _printed(b"")


NAMED = {
    "docx": _in_properties,
    # A frozen document is covered by the fingerprint of its draft, so it cannot hold it.
    "akn": lambda content: {"sha256": fingerprint.of_bytes(content)},
    # JSON says the words alone: every draft is tried, which is quick without pages to set.
    "json": lambda content: {},
}
"""By what the document is found that a file may be an export of, where it does not print its fingerprint plainly."""
