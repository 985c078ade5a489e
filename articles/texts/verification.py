"""Whether what is stored is what was written: entries, history, rows, numbers, references, drafts.

Not covered by any fingerprint: editorial notes, and who is a member of a working group.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from ..lawtext import fingerprint
from ..lawtext.numbering import numbers
from ..lawtext.provision import FIELDS, walk
from ..lawtext.references import pieces
from ..models import Entry, Law, Provision, Reference, Wording
from ..procedures.act import entry_facts
from ..procedures.freeze import draft_fingerprint
from ..procedures.rows import facts
from ..procedures.structure import Structure
from ..words.names import language_name

TRACKED_MODELS = (Law, Provision, Wording)


ATTEMPTS = 4


def mismatches_in(law):
    """Sentences that say what does not match; empty if everything about the law can be recomputed.

    They are in the language of the interface, which commands set to English. What seems not to match while somebody
    saves is looked at again; after some attempts acts on the law have to wait.
    """
    for _attempt in range(ATTEMPTS):
        seen = Law.objects.get(pk=law.pk)
        found = _mismatches(seen)
        if not found or Law.objects.get(pk=law.pk).sequence == seen.sequence:
            return found
    with transaction.atomic():
        return _mismatches(Law.objects.select_for_update().get(pk=law.pk))


def _mismatches(law):
    history = _history(law)
    checks = (_entries(law, history), _current_rows(law, history), _numbers(law), _references(law), _drafts(law))
    return [sentence for check in checks for sentence in check]


def _history(law):
    """History rows of the law by table: one query each."""
    return {model: list(model.history.model.objects.filter(entry__law=law)) for model in TRACKED_MODELS}


def _entries(law, history):
    written = {}
    for row in (row for rows in history.values() for row in rows):
        written.setdefault(row.entry_id, []).append(row)
    before, expected = "", 1
    for entry in law.entries.select_related("undoes").order_by("sequence"):
        if entry.sequence != expected:
            yield _("entry %(number)s is missing") % {"number": expected}
        if fingerprint.of_entry(entry_facts(entry, written.get(entry.pk, []), before)) != entry.fingerprint:
            yield _("entry %(number)s does not match its fingerprint") % {"number": entry.sequence}
        before, expected = entry.fingerprint, entry.sequence + 1
    if expected != law.sequence + 1:
        counted = {"counted": law.sequence, "found": expected - 1}
        yield _("the law counts %(counted)s entries, but %(found)s are there") % counted


def _current_rows(law, history):
    """Rows that somebody changed, added or took away without an entry."""
    current = {
        Law: [law],
        Provision: law.provisions.all(),
        Wording: Wording.objects.filter(provision__law=law),
    }
    for model, rows in history.items():
        last = {row.id: row for row in sorted(rows, key=lambda row: row.revision)}
        for row in current[model]:
            kept = last.pop(row.pk, None)
            if kept is None or kept.revision != row.revision or facts(model, kept) != facts(model, row):
                yield _("%(what)s is not what its last entry wrote") % {"what": _named(model, row.pk)}
        for key in last:
            named = {"what": _named(model, key)}
            yield _("%(what)s is in the history of this law, but not in its text") % named


def _named(model, key):
    """A row in words; ids are what an engineer will look for."""
    names = {Law: _("the card of the law %(id)s"), Provision: _("the unit %(id)s"), Wording: _("the wording %(id)s")}
    return names[model] % {"id": key}


def _numbers(law):
    """Numbers that print otherwise than the rules give them."""
    structure = Structure(law)
    tree = structure.tree()
    fixed = {str(row.id): row.fixed_number for row in structure.rows.values() if row.fixed_number}
    given = numbers(tree, law.numbering, fixed)
    for path, provision in walk(tree):
        if provision.status != "removed" and provision.number != given.get(path, ""):
            values = {"unit": provision.id, "printed": provision.number, "expected": given.get(path, "")}
            yield _("unit %(unit)s prints the number %(printed)s instead of %(expected)s") % values


def _references(law):
    """Rows of the table of references that the stored words do not say."""
    wordings = Wording.objects.filter(provision__law=law)
    said = {
        (wording.pk, target, token.form)
        for wording in wordings
        for name in FIELDS
        for _said, token in pieces(getattr(wording, name))
        if token
        for target in token.targets
    }
    listed = Reference.objects.filter(wording__provision__law=law)
    if said != {(key, str(target), form) for key, target, form in listed.values_list("wording", "target", "form")}:
        yield _("the table of references does not say what the words say")


def _drafts(law):
    previous, frozen = None, set()
    for draft in law.drafts.select_related("entry", "previous").prefetch_related("documents").order_by("number"):
        documents = {document.language: fingerprint.of_bytes(bytes(document.akn)) for document in draft.documents.all()}
        for document in draft.documents.all():
            if documents[document.language] != document.sha256:
                named = {"number": draft.number, "language": language_name(document.language)}
                yield _("draft %(number)s is not the text that was frozen: %(language)s") % named
        if draft_fingerprint(draft, documents) != draft.fingerprint or draft.previous != previous:
            yield _("draft %(number)s does not match its fingerprint") % {"number": draft.number}
        previous, frozen = draft, frozen | {draft.entry_id}
    for entry in law.entries.filter(act=Entry.Act.FREEZE).exclude(pk__in=frozen):
        yield _("the draft that entry %(number)s froze is missing") % {"number": entry.sequence}


def expected_in(law, expected):
    """Whether a fingerprint that an export printed belongs to an entry or draft that is still there."""
    expected = fingerprint.bare(expected)
    found = [
        *law.entries.filter(fingerprint__startswith=expected[:16]).values_list("fingerprint", flat=True),
        *law.drafts.filter(fingerprint__startswith=expected[:16]).values_list("fingerprint", flat=True),
    ]
    return len(expected) >= 16 and any(whole.startswith(expected) for whole in found)
