"""Whether what is stored is what was written: entries, history, drafts and exported files."""

from .lawtext import fingerprint
from .lawtext.exporters import EXPORTERS
from .models import Draft, Law, Provision, Wording
from .procedures.act import entry_facts
from .procedures.freeze import draft_fingerprint
from .procedures.rows import facts
from .sources import draft_text

TRACKED_MODELS = (Law, Provision, Wording)


def mismatches_in(law):
    """Sentences that say what does not match; empty if every fingerprint of the law can be recomputed."""
    return [*_entries(law), *_current_rows(law), *_drafts(law)]


def _entries(law):
    written = _rows_by_entry(law)
    before, expected = "", 1
    for entry in law.entries.select_related("person", "undoes").order_by("sequence"):
        entry.law = law
        if entry.sequence != expected:
            yield f"entry {expected} is missing"
        recomputed = fingerprint.of_entry(entry_facts(entry, written.get(entry.pk, []), before))
        if recomputed != entry.fingerprint:
            yield f"entry {entry.sequence} does not match its fingerprint"
        before, expected = entry.fingerprint, entry.sequence + 1
    if expected != law.sequence + 1:
        yield f"the law counts {law.sequence} entries, but {expected - 1} are there"


def _rows_by_entry(law):
    """History rows of the law by the entry that wrote them: one query per table."""
    rows = {}
    for model in TRACKED_MODELS:
        for row in model.history.model.objects.filter(entry__law=law):
            rows.setdefault(row.entry_id, []).append(row)
    return rows


def _current_rows(law):
    """Rows that somebody changed without an entry. A position may differ: re-spacing writes no history."""
    for model, current in ((Provision, law.provisions.all()), (Wording, Wording.objects.filter(provision__law=law))):
        last = {}
        for row in model.history.model.objects.filter(entry__law=law).order_by("revision"):
            last[row.id] = row
        for row in current:
            kept = last.get(row.pk)
            if kept is None or kept.revision != row.revision or _stated(model, kept) != _stated(model, row):
                yield f"{model._meta.model_name} {row.pk} is not what its last entry wrote"


def _stated(model, row):
    return {name: value for name, value in facts(model, row).items() if name != "position"}


def _drafts(law):
    previous = None
    for draft in law.drafts.select_related("entry", "previous").prefetch_related("documents").order_by("number"):
        documents = {document.language: fingerprint.of_bytes(bytes(document.akn)) for document in draft.documents.all()}
        for document in draft.documents.all():
            if documents[document.language] != document.sha256:
                yield f"draft {draft.number} in “{document.language}” is not the text that was frozen"
        if draft_fingerprint(draft, documents) != draft.fingerprint or draft.previous != previous:
            yield f"draft {draft.number} does not match its fingerprint"
        previous = draft


def expected_in(law, expected):
    """Whether a fingerprint that an export printed belongs to an entry or draft that is still there."""
    expected = fingerprint.bare(expected)
    found = [
        *law.entries.filter(fingerprint__startswith=expected[:16]).values_list("fingerprint", flat=True),
        *law.drafts.filter(fingerprint__startswith=expected[:16]).values_list("fingerprint", flat=True),
    ]
    return len(expected) >= 16 and any(whole.startswith(expected) for whole in found)


def origin_of_export(name, content):
    """The draft and language that a file is, to the letter, an export of; (None, "") if it is none.

    Exports are reproducible, so each frozen draft is written again in the file's format and compared.
    """
    formats = [format for format, exporter in EXPORTERS.items() if name.lower().endswith(exporter.suffix)]
    for draft in Draft.objects.select_related("law", "entry", "previous").order_by("-pk"):
        for document in draft.documents.only("language", "draft"):
            text = draft_text(draft, document.language)
            if any(text.exported(format) == content for format in formats):
                return draft, document.language
    return None, ""
