"""One request to change the law: who asks, for which provision, and what the page gets to see of it."""

import uuid
from functools import partial, wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST
from django_htmx.http import reswap, retarget, trigger_client_event

from .. import procedures
from ..access import Right, law_for
from ..asked import number
from ..lawtext.provision import FIELDS
from ..models import Reference
from ..procedures.errors import ActRefused, NothingChanged, WordingHasChanged
from . import desks
from .session import back
from .sheets import drawn_before, drawn_working_text, update
from .texts import text_language


class Acting:
    """What came with the request. ``row`` is the provision and ``pk`` its id; None for acts on the law as a whole."""

    def __init__(self, request, slug, pk):
        self.request = request
        self.law, self.rights = law_for(request.user, slug, Right.EDIT)
        self.pk = pk
        self.row = pk and get_object_or_404(self.law.provisions, pk=pk)
        self.language = text_language(request, self.law.language_codes)
        self.saved = None
        self.next = None
        self.caret = None

    def by(self, part=""):
        """The person, the reason that was typed, and a token for this part of the request."""
        token = _uuid(self.request.POST.get("token"))
        token = token and uuid.uuid5(token, part) if part else token
        return procedures.By(self.request.user, self.request.POST.get("reason", "").strip(), token=token)

    @cached_property
    def words(self):
        """The words of the desk by field; none if the act was asked for outside of one."""
        sent = self.request.POST
        return {name: sent[name].replace("\r\n", "\n") for name in FIELDS if name in sent}

    @property
    def base(self):
        """The revision from which the typing started; None where the language had no wording yet."""
        return number(self.request.POST.get("base"))

    @property
    def since(self):
        """The last entry that the page shows."""
        return number(self.request.POST.get("since")) or 0

    def save_words(self):
        """What stands in the desk becomes an entry of its own before the act, unless the law says the same."""
        if not self.words or self.pk is None:
            return
        by = self.by("words")
        try:
            self.saved = procedures.reword(self.law, self.pk, self.language, base=self.base or 0, by=by, **self.words)
        except NothingChanged:
            return
        except WordingHasChanged:
            if not desks.is_what_the_law_says(self):
                raise

    def go_on_with(self, provision, caret=0):
        """Opens this provision for writing when the page shows the act."""
        self.next, self.caret = provision, caret


def act(perform=None, *, saves_words=True):
    """A view that saves the words of the desk, performs one act and shows what has become of the law.

    ``perform(acting)`` returns the entry; None if there was nothing to do; or a response that asks for more.
    """
    if perform is None:
        return partial(act, saves_words=saves_words)

    @require_POST
    @login_required
    @wraps(perform)
    def view(request, slug, pk=None, **options):
        acting = Acting(request, slug, pk)
        try:
            if saves_words:
                acting.save_words()
            answer = perform(acting, **options)
        except WordingHasChanged as change:
            return desks.collision(acting, change)
        except ActRefused as refusal:
            return _refused(acting, refusal)
        return answer if isinstance(answer, HttpResponse) else shown(acting, answer or acting.saved)

    return view


def shown(acting, entry, refusal=None):
    """The page as the act left it: only what is different for one that is there already, else a redirect."""
    after = drawn_working_text(acting.law, acting.language, may_edit=True)
    before = acting.since and drawn_before(acting.law, acting.since, acting.language, may_edit=True)
    name = entry and _name(entry, after, before)
    if not acting.request.htmx:
        return _redirect(acting, entry, name, after, refusal)
    context = {
        "law": acting.law,
        "drawn": after,
        "update": update(before, after) if before else None,
        "is_outline_new": not before or before.outline != after.outline,
        "entry": entry,
        "are_words_saved": acting.saved not in (None, entry),
        "name": name,
        "refusal": refusal,
        "text_language": acting.language,
        "token": uuid.uuid4(),
        "broken": _left_behind(before, after),
    }
    response = render(acting.request, "law/_update.html", context)
    if acting.next:
        event = {"provision": str(acting.next), "caret": acting.caret}
        trigger_client_event(response, "lawdraft:write", event, after="settle")
    return trigger_client_event(response, "lawdraft:saved", {"provision": _subject(acting, entry)}, after="swap")


def _left_behind(before, after):
    """How many references lead to what has left the text by this act."""
    gone = set(before.anchors) - set(after.anchors) - {""} if before else ()
    return Reference.objects.left_behind_by(gone).count() if gone else 0


def _subject(acting, entry):
    """The id of what was changed: there the keyboard goes on."""
    return str((entry and entry.subject) or acting.pk or "")


def _name(entry, *drawn):
    """The address of what the entry is about, as it is now or, if it has left the text, as it was."""
    return next((shown.names[str(entry.subject)] for shown in drawn if shown and str(entry.subject) in shown.names), "")


def _refused(acting, refusal):
    if acting.saved:
        acting.go_on_with(acting.pk, acting.request.POST.get("at", ""))
        return shown(acting, acting.saved, refusal)
    if not acting.request.htmx:
        messages.error(acting.request, str(refusal))
        return redirect(_place(acting, ""))
    notice = render(acting.request, "law/_refusal.html", {"refusal": refusal}, status=422)
    return reswap(retarget(notice, "#notices"), "innerHTML")


def asked(acting, template, **context):
    """A question in the line above the text, or on a page of its own for who has no script."""
    context = {"text_language": acting.language, "token": uuid.uuid4(), **context}
    response = desks.part_of_changing(acting.request, template, acting.law, acting.rights, **context)
    return reswap(retarget(response, "#notices"), "innerHTML") if acting.request.htmx else response


def _redirect(acting, entry, name, after, refusal):
    if entry:
        messages.success(acting.request, f"{entry.get_act_display()}: {name}" if name else entry.get_act_display())
    if refusal:
        messages.error(acting.request, str(refusal))
    if "next" in acting.request.POST:
        return back(acting.request)
    anchor = after.anchors.get(str(acting.next or (entry and entry.subject) or acting.pk), "")
    return redirect(_place(acting, anchor))


def _place(acting, anchor):
    address = reverse("law", args=[acting.law.slug]) + f"?language={acting.language}"
    return f"{address}#{anchor}" if anchor else address


def _uuid(words):
    try:
        return uuid.UUID(words)
    except (TypeError, ValueError):
        return None
