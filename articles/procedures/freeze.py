"""Freezing the working text as a draft, and putting a draft back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..lawtext import fingerprint
from ..lawtext.characters import clean, forbidden
from ..lawtext.edition import Edition
from ..lawtext.exporters import akn
from ..lawtext.importers.akn import first_eids
from ..lawtext.provision import provisions
from ..models import Draft, DraftDocument, Entry
from ..words.names import language_name
from .act import AlreadyPerformed, By, Writing, procedure
from .errors import ActRefused, LawHasChanged, NothingChanged
from .lay import lay_places, lay_words
from .numbers import keep_numbers
from .overtaken import require_not_overtaken, until_not_overtaken
from .references import with_stale_as_words

TITLE_LENGTH = Draft._meta.get_field("title").max_length


def freeze(law, title, *, remark="", by=By()):  # noqa: B008
    """Freezes the working text in all its languages as the next draft; returns the Draft.

    The documents are written before the transaction begins, so that nobody waits for them; if an entry was made
    meanwhile they are written again.
    """
    title = clean(title)
    if not title or len(title) > TITLE_LENGTH or forbidden(title):
        raise ActRefused(
            _("A draft needs a title of at most %(length)s ordinary characters.") % {"length": TITLE_LENGTH}
        )
    try:
        return _freeze(law, title, remark, by)
    except AlreadyPerformed as repeat:
        return repeat.entry.draft


@until_not_overtaken
def _freeze(law, title, remark, by):
    previous = law.drafts.order_by("-number").first()
    by = By(by.person, by.reason or remark, by.moment or timezone.now(), by.token)
    documents = [_document(law, previous, title, by.moment, code, authentic) for code, authentic in law.languages]
    with transaction.atomic():
        writing = Writing(law, Entry.Act.FREEZE, by)
        require_not_overtaken(writing, law)
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
    if authentic and not any(item.text for item in provisions(tree)):
        named = {"language": language_name(language)}
        raise ActRefused(_("There are no words in this language to freeze yet: %(language)s.") % named)
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
def restore_draft(writing, draft, sequence=None):
    """Makes the working text what a draft says, in every language it holds, as one entry; ids are kept.

    ``sequence`` is that of the last entry of which the person knew: LawHasChanged if there is a later one.
    NothingChanged if the working text says the same.
    """
    if sequence is not None and writing.law.sequence != sequence + 1:
        raise LawHasChanged(_("The law was changed while you read: this is what would change now."))
    if draft.law_id != writing.law.pk:
        raise ActRefused(_("This draft belongs to another law."))
    for document in draft.documents.all():
        if document.language in writing.law.language_codes:
            tree = document.as_provision()
            lay_places(writing, tree)
            keep_numbers(writing, tree)
            lay_words(writing, document.language, with_stale_as_words(tree, writing, document.language))
    if writing.is_empty:
        raise NothingChanged(_("The working text says the same as this draft."))
    writing.subject = writing.law.root_id
