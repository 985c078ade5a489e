"""What history says of an entry and of the time before it."""

from collections import defaultdict

from ..models import Entry, Provision
from .rows import facts

WHOLE_TEXT = {Entry.Act.UNDO, Entry.Act.REDO, Entry.Act.REPLACE, Entry.Act.RESTORE_DRAFT}
"""Acts that may move several provisions, not only the one that they are about."""


def has_no_effect_after(entry):
    """Whether everything that was done since has been undone."""
    later = Entry.objects.filter(law=entry.law_id, sequence__gt=entry.sequence).order_by("-sequence")
    rows = list(later.exclude(act=Entry.Act.FREEZE).values_list("pk", "undoes_id"))
    known, undone = {key for key, _ in rows}, set()
    for key, undoes in rows:
        if key not in undone and undoes not in known:
            return False
        if key not in undone:
            undone.add(undoes)
    return True


def before(model, written):
    """The history row before each of these that is not the first of its row, by id, in one query."""
    found = model.history.model.objects.filter(id__in=list(written)).order_by("revision")
    return {row.id: row for row in found if row.revision == written[row.id].revision - 1}


def was_touched(current, row):
    """Whether a row says anything else than its history row: what was changed and changed back was not touched."""
    if current.revision == row.revision:
        return False
    model = type(current)
    now, then = facts(model, current), facts(model, row)
    other = {name for name, value in now.items() if value != then[name]}
    if other == {"position"}:
        return _was_moved(row)
    return bool(other)


def _was_moved(row):
    """Whether a later entry was about the provision; if none was, its siblings were spaced anew."""
    return type(row).objects.filter(id=row.id, revision__gt=row.revision, entry__subject=row.id).exists()


def was_only_respaced(entry, row, then):
    """Whether an entry wrote a row of a provision, that was ``then`` before, only to make room beside it."""
    if entry.act in WHOLE_TEXT or entry.subject == row.id or then is None:
        return False
    now, then = facts(Provision, row), facts(Provision, then)
    return all(now[name] == then[name] for name in now if name != "position")


def kept_order(entry, parents):
    """The ids of what stood in each of these provisions right before an entry, in order."""
    history = Provision.history.model.objects.filter(entry__law=entry.law_id, entry__sequence__lt=entry.sequence)
    ids = history.filter(parent_id__in=[parent for parent in parents if parent]).values("id")
    last = {row.id: row for row in history.filter(id__in=ids).order_by("revision")}
    order = defaultdict(list)
    for row in sorted(last.values(), key=lambda row: row.position):
        order[row.parent_id].append(row.id)
    return order
