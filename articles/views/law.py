"""Reading a law: the working text or a draft, in one of its languages, and taking it away as a file."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..access import Right, law_for
from ..lawtext.exporters import EXPORTERS
from ..lawtext.exporters.refusal import ExportRefused
from ..lawtext.exporters.wordings import date_in_words
from ..texts.sources import draft_text, working_text
from ..words.export_sentences import in_words
from ..words.names import interface_language, own_name
from .exports import exports_context
from .sheets import drawn_beside, drawn_draft, drawn_working_text
from .shell import law_page
from .texts import text_language


@require_safe
@login_required
@cache_control(private=True, no_cache=True)
def law(request, slug):
    """The working text; who may not read it is taken to the newest draft, or to where the first one will stand."""
    law, rights = law_for(request.user, slug, Right.READ_DRAFTS)
    if Right.READ_WORKING_TEXT not in rights:
        newest = law.drafts.newest()
        return redirect("draft", slug, newest.number) if newest else redirect("drafts", slug)
    language = text_language(request, law.language_codes)
    other = request.GET.get("beside", "")
    if other in law.language_codes and other != language:
        return _page(request, law, rights, drawn_beside(law, language, other), language, beside=other)
    drawn = drawn_working_text(law, language, may_edit=Right.EDIT in rights)
    return _page(request, law, rights, drawn, language)


@require_safe
@login_required
@cache_control(private=True, no_cache=True)
def draft(request, slug, number):
    """A frozen draft."""
    law, rights = law_for(request.user, slug, Right.READ_DRAFTS)
    draft = _draft(law, number)
    language = text_language(request, draft.language_codes)
    return _page(request, law, rights, drawn_draft(draft, language), language, draft)


@require_safe
@login_required
def law_export(request, slug, format):
    law, _rights = law_for(request.user, slug, Right.READ_WORKING_TEXT)
    return _download(request, working_text(law, text_language(request, law.language_codes)), format)


@require_safe
@login_required
def draft_export(request, slug, number, format):
    law, _rights = law_for(request.user, slug, Right.READ_DRAFTS)
    draft = _draft(law, number)
    return _download(request, draft_text(draft, text_language(request, draft.language_codes)), format)


def _page(request, law, rights, drawn, language, draft=None, beside=""):
    """The page of the working text, or of a draft."""
    codes = draft.language_codes if draft else law.language_codes
    drafts = list(law.drafts.order_by("-number"))
    context = {
        "drawn": drawn,
        "draft": draft,
        "beside": beside,
        "counterpart": next((code for code in codes if code != language), ""),
        "is_empty": len(drawn.anchors) <= 1,
        "draft_number": draft.number if draft else 0,
        "date": date_in_words(drawn.date, interface_language()),
        "text_language": language,
        "language_name": own_name(language),
        "languages": [{"code": code, "name": own_name(code)} for code in codes],
        "drafts": drafts,
        **exports_context(law, rights, draft.number if draft else None, language, drafts),
    }
    return law_page(request, "law/law.html", law, rights, "text", **context)


def _draft(law, number):
    return get_object_or_404(law.drafts.select_related("law", "entry", "previous"), number=number)


def _download(request, text, format):
    if format not in EXPORTERS:
        raise Http404
    exporter, edition = EXPORTERS[format], text.edition
    name = f"{edition.slug}-{edition.draft or 'working'}-{edition.language}{exporter.suffix}"
    try:
        content = text.exported(format)
    except ExportRefused as refusal:
        return render(
            request,
            "export_refused.html",
            {"refusal": in_words(refusal), "law_url": reverse("law", args=[text.edition.slug])},
            status=422,
        )
    return HttpResponse(
        content,
        content_type=exporter.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"},
    )
