"""Freezing the working text as a draft, and putting a draft back."""

from django.db import transaction
from django.utils import timezone

from ..lawtext import fingerprint
from ..lawtext.edition import Edition
from ..lawtext.exporters import akn
from ..lawtext.importers.akn import first_eids
from ..lawtext.provision import provisions
from ..models import Draft, DraftDocument, Entry, Law
from .act import AlreadyPerformed, By, Writing, procedure
from .errors import ActRefused, NothingChanged
from .lay import lay

ATTEMPTS = 5


class _OvertakenByAnEntry(Exception):
    """Somebody changed the law while its documents were being written."""


def freeze(law, title, *, remark="", by=By()):  # noqa: B008
    """Freezes the working text in all its languages as the next draft; returns the Draft.

    The documents are written before the transaction begins, so that nobody waits for them; if an entry was made
    meanwhile they are written again.
    """
    for _attempt in range(ATTEMPTS):
        try:
            return _freeze(law, title, remark, by)
        except _OvertakenByAnEntry:
            continue
        except AlreadyPerformed as repeat:
            return repeat.entry.draft
    raise ActRefused("The law is being changed too quickly to be frozen: try again.")


def _freeze(law, title, remark, by):
    law = Law.objects.get(pk=law.pk)
    previous = law.drafts.order_by("-number").first()
    by = By(by.person, by.reason or remark, by.moment or timezone.now(), by.token)
    documents = [_document(law, previous, title, by.moment, code, authentic) for code, authentic in law.languages]
    with transaction.atomic():
        writing = Writing(law, Entry.Act.FREEZE, by)
        if writing.law.sequence != law.sequence + 1:
            raise _OvertakenByAnEntry
        writing.subject = law.root_id
        entry = writing.finish(structural=False)
        return _draft(entry, previous, title, remark, documents)


def _document(law, previous, title, moment, language, authentic):
    tree = law.as_provision(language)
    edition = Edition(
        slug=law.slug,
        language=language,
        draft=previous.number + 1 if previous else 1,
        title=title,
        date=timezone.localdate(moment),
        begun=law.begun,
        sequence=law.sequence + 1,
        previous=previous.fingerprint if previous else "",
        authentic=authentic,
    )
    revisions = law.revisions(language)
    content = akn.write(tree, edition, law.notes(language, tree), revisions, _first_eids(previous, language))
    wordless = sum(not (item.text or item.heading or item.children) for item in provisions(tree))
    return DraftDocument(language=language, akn=content, sha256=fingerprint.of_bytes(content), missing=wordless)


def _first_eids(previous, language):
    """The eId under which each provision was frozen first."""
    document = previous and previous.documents.filter(language=language).first()
    return first_eids(bytes(document.akn)) if document else {}


def _draft(entry, previous, title, remark, documents):
    draft = Draft(
        law=entry.law,
        number=previous.number + 1 if previous else 1,
        title=title,
        remark=remark,
        entry=entry,
        previous=previous,
    )
    draft.fingerprint = draft_fingerprint(draft, {document.language: document.sha256 for document in documents})
    draft.save(force_insert=True)
    for document in documents:
        document.draft = draft
    DraftDocument.objects.bulk_create(documents)
    return draft


def draft_fingerprint(draft, documents):
    """The fingerprint of a draft from its own facts and the SHA-256 of its document in each language."""
    return fingerprint.of_draft(
        number=draft.number,
        title=draft.title,
        date=timezone.localdate(draft.entry.moment).isoformat(),
        entry_fingerprint=draft.entry.fingerprint,
        previous=draft.previous.fingerprint if draft.previous else "",
        documents=documents,
    )


@procedure(Entry.Act.RESTORE_DRAFT, structural=True)
def restore_draft(writing, draft):
    """Makes the working text what a draft says, in every language it holds, as one entry; ids are kept.

    NothingChanged if the working text says the same.
    """
    if draft.law_id != writing.law.pk:
        raise ActRefused("This draft belongs to another law.")
    for document in draft.documents.all():
        if document.language in writing.law.language_codes:
            lay(writing, document.language, document.as_provision())
    if writing.is_empty:
        raise NothingChanged("The working text says the same as this draft.")
    writing.subject = writing.law.root_id
