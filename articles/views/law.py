"""Reading a law: the working text or a draft, in one of its languages, and taking it away as a file."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..access import Right, law_for
from ..lawtext.exporters import EXPORTERS
from ..lawtext.exporters.refusal import ExportRefused
from ..lawtext.exporters.wordings import date_in_words
from ..sources import draft_text, working_text
from . import reading
from .shell import law_page

LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
FORMAT_NAMES = {
    "docx": "DOCX (Word)",
    "pdf": "PDF",
    "akn": "Akoma Ntoso",
    "html": "HTML",
    "txt": "TXT",
    "json": "JSON",
}


@require_safe
@login_required
@cache_control(private=True, no_cache=True)
def law(request, slug):
    """The working text; who may not read it is taken to the newest draft."""
    law, rights = law_for(request.user, slug, Right.READ_DRAFTS)
    if Right.READ_WORKING_TEXT not in rights:
        newest = law.drafts.order_by("-number").first()
        if newest is None:
            raise Http404
        return redirect("draft", slug, newest.number)
    codes = law.language_codes
    text = working_text(law, _language(request, codes))
    return _page(request, law, rights, text, codes, lambda format: reverse("law_export", args=[slug, format]))


@require_safe
@login_required
@cache_control(private=True, no_cache=True)
def draft(request, slug, number):
    """A frozen draft."""
    law, rights = law_for(request.user, slug, Right.READ_DRAFTS)
    draft = _draft(law, number)
    codes = draft.language_codes
    text = draft_text(draft, _language(request, codes))
    return _page(request, law, rights, text, codes, lambda format: reverse("draft_export", args=[slug, number, format]))


@require_safe
@login_required
def law_export(request, slug, format):
    law, _rights = law_for(request.user, slug, Right.READ_WORKING_TEXT)
    return _download(request, working_text(law, _language(request, law.language_codes)), format)


@require_safe
@login_required
def draft_export(request, slug, number, format):
    law, _rights = law_for(request.user, slug, Right.READ_DRAFTS)
    draft = _draft(law, number)
    return _download(request, draft_text(draft, _language(request, draft.language_codes)), format)


def _page(request, law, rights, text, codes, export_url):
    edition = text.edition
    context = {
        "sheet": reading.sheet(text),
        "name": _("Draft %(number)s") % {"number": edition.draft} if edition.draft else _("Working text"),
        "date": date_in_words(edition.date, get_language()),
        "draft_number": edition.draft,
        "text_language": edition.language,
        "language_name": LANGUAGE_NAMES[edition.language],
        "languages": [{"code": code, "name": LANGUAGE_NAMES[code]} for code in codes],
        "drafts": law.drafts.order_by("-number"),
        "exports": [(export_url(format), FORMAT_NAMES[format]) for format in EXPORTERS],
    }
    return law_page(request, "law/law.html", law, rights, "text", **context)


def _language(request, codes):
    """The language of the text that was asked for, else the person's own, if it is there; else the first."""
    asked = request.GET.get("language")
    if asked and asked not in codes:
        raise Http404
    return asked or (request.user.language if request.user.language in codes else codes[0])


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
            {"refusal": refusal, "law_url": reverse("law", args=[text.edition.slug])},
            status=422,
        )
    return HttpResponse(
        content,
        content_type=exporter.media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"},
    )
