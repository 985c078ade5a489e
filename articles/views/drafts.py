"""The drafts of a law: their list, freezing the next one, and making the working text what a draft says."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from .. import procedures
from ..access import Right, law_for
from ..forms.drafts import FreezeForm, RestoreForm
from ..lawtext import fingerprint
from ..lawtext.comparison import compare
from ..lawtext.exporters.redline_words import CLASSED, SIGNS
from ..lawtext.exporters.refusal import ExportRefused
from ..models import Entry
from ..procedures.errors import ActRefused, NothingChanged
from ..texts.open_matters import open_matters
from ..words.export_sentences import in_words
from ..words.names import interface_language, moment_in_words, own_name
from .exports import row_offer
from .shell import law_page


@require_safe
@login_required
@cache_control(private=True, no_cache=True)
def drafts(request, slug):
    law, rights = law_for(request.user, slug, Right.READ_DRAFTS)
    rows = [_row(law, draft) for draft in law.drafts.newest_first()]
    working = _working_row(law, rows, request.user) if Right.READ_WORKING_TEXT in rights else None
    return law_page(request, "drafts/drafts.html", law, rights, "drafts", rows=rows, working=working)


def _row(law, draft):
    frozen_in = {document.language for document in draft.documents.all()}
    return {
        "draft": draft,
        "moment": moment_in_words(draft.entry.moment),
        "person": draft.entry.person,
        "short": fingerprint.short(draft.fingerprint),
        "whole": fingerprint.printed(draft.fingerprint),
        "offer": row_offer(draft, [code for code in law.language_codes if code in frozen_in]),
    }


def _working_row(law, rows, person):
    last = law.entries.select_related("person").order_by("-sequence").first()
    is_frozen = bool(rows) and rows[0]["draft"].entry_id == last.pk
    return {
        "moment": moment_in_words(last.moment),
        "person": last.person,
        "newest": rows[0]["draft"] if rows else None,
        "is_frozen": is_frozen,
        "restored": last if last.act == Entry.Act.RESTORE_DRAFT and last.person_id == person.pk else None,
        "offer": row_offer(None, law.language_codes),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@cache_control(private=True, no_cache=True)
def freeze(request, slug):
    """Shows what is open; freezing stays allowed whatever is."""
    law, rights = law_for(request.user, slug, Right.FREEZE)
    form = FreezeForm(request.POST or None)
    if form.is_valid():
        draft = _frozen(law, form, request.user)
        if draft:
            messages.success(request, _frozen_notice(draft))
            return redirect("drafts", slug)
    last = law.drafts.newest()
    context = {
        "form": form,
        "number": last.number + 1 if last else 1,
        "last": last,
        "open": [(own_name(item.language), item) for item in open_matters(law)],
        "status": 422 if form.errors else 200,
    }
    return law_page(request, "drafts/freeze.html", law, rights, "drafts", **context)


def _frozen(law, form, person):
    """The draft, or None with the refusal on the form."""
    by = procedures.By(person=person, token=form.cleaned_data["token"])
    try:
        return procedures.freeze(law, form.cleaned_data["title"], remark=form.cleaned_data["remark"], by=by)
    except ActRefused as refusal:
        form.add_error(None, str(refusal))
    except ExportRefused as refusal:
        form.add_error(None, in_words(refusal))
    return None


def _frozen_notice(draft):
    values = {"number": draft.number, "fingerprint": fingerprint.short(draft.fingerprint)}
    return _("Draft %(number)s is frozen. Its fingerprint begins with %(fingerprint)s.") % values


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@cache_control(private=True, no_cache=True)
def restore_draft(request, slug, number):
    """Says what would change; then makes the working text what the draft says, as one entry."""
    law, rights = law_for(request.user, slug, Right.FREEZE)
    draft = law.drafts.numbered(number)
    if draft is None:
        raise Http404
    form = RestoreForm(request.POST or None, initial={"reason": _("Draft %(number)s") % {"number": number}})
    if form.is_valid() and _restored(request, law, draft, form):
        return redirect("drafts", slug)
    languages = [_changes(law, draft, code) for code in draft.language_codes]
    context = {
        "draft": draft,
        "form": form,
        "languages": languages,
        "differs": any(item["total"] for item in languages),
        "status": 422 if form.errors else 200,
    }
    return law_page(request, "drafts/restore.html", law, rights, "drafts", **context)


def _restored(request, law, draft, form):
    """Whether the working text says what the draft says; if not, the refusal is on the form."""
    given = form.cleaned_data
    by = procedures.By(request.user, given["reason"], token=given["token"])
    try:
        procedures.restore_draft(law, draft, given["sequence"], by=by)
    except NothingChanged as refusal:
        messages.info(request, str(refusal))
    except ActRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    else:
        messages.success(request, _("The working text says what draft %(number)s says.") % {"number": draft.number})
    return True


def _changes(law, draft, language):
    """What would become of the working text in this language, by class."""
    frozen = draft.documents.get(language=language).as_provision()
    totals = compare(law.as_provision(language), frozen).totals
    named = CLASSED[interface_language()]
    return {
        "name": own_name(language),
        "total": sum(totals.values()),
        "classes": [(SIGNS.get(classed, ""), named[classed], count) for classed, count in totals.items()],
    }
