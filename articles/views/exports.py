"""What a person may take away as a file, offered in one form wherever a text stands."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..access import Right, law_for
from ..asked import number
from ..lawtext.exporters import EXPORTERS
from ..words.names import language_name, own_name

WORKING = "working"
"""What stands for the working text in an address."""

FORMAT_NAMES = {
    "docx": "DOCX (Word)",
    "pdf": "PDF",
    "akn": "Akoma Ntoso",
    "html": "HTML",
    "txt": "TXT",
    "json": "JSON",
}


@dataclass(frozen=True)
class Offer:
    """One form: its ``name`` on the page, the texts it offers as (value, name), the chosen text and language."""

    name: str
    texts: list[tuple[str, str]]
    chosen: str
    languages: list[tuple[str, str]]
    language: str
    formats: list[tuple[str, str]]


def exports_context(law, rights, draft_number=None, language="", drafts=None):
    """What ``_exports.html`` needs beside a text of the law: every text that the person may read is offered.

    ``draft_number`` is that of the text on the page, None for the working text; ``drafts`` spares a query.
    """
    texts = [(WORKING, _("Working text"))] if Right.READ_WORKING_TEXT in rights else []
    found = law.drafts.order_by("-number") if drafts is None else drafts
    texts += [(str(draft.number), draft_name(draft)) for draft in found]
    return {"offer": _offer("exports", texts, str(draft_number or WORKING), law.language_codes, language)}


def row_offer(text, codes):
    """The form beside one text: a draft, or the working text (None), in the languages ``codes``."""
    chosen = str(text.number) if text else WORKING
    name = draft_name(text) if text else _("Working text")
    return _offer(f"exports-{chosen}", [(chosen, name)], chosen, codes, "")


def draft_name(draft):
    return _("Draft %(number)s") % {"number": draft.number} + f". {draft.title}"


def _offer(name, texts, chosen, codes, language):
    languages = [(code, own_name(code)) for code in codes]
    formats = [(format, FORMAT_NAMES[format]) for format in EXPORTERS]
    return Offer(name, texts, chosen, languages, language or codes[0], formats)


@require_safe
@login_required
def take_away(request, slug):
    """Leads to the file; without a choice, to the page where it is offered."""
    law, rights = law_for(request.user, slug, Right.READ_DRAFTS)
    source, language, format = (request.GET.get(name, "") for name in ("source", "language", "format"))
    if not source:
        return redirect("drafts", slug)
    if format not in EXPORTERS or language not in law.language_codes:
        raise Http404
    address = reverse("law_export", args=[slug, format])
    if source != WORKING:
        draft = _draft(law, source)
        if language not in draft.language_codes:
            values = {"draft": draft_name(draft), "language": language_name(language)}
            messages.error(request, _("%(draft)s: it was frozen without this language: %(language)s.") % values)
            return redirect("drafts", slug)
        address = reverse("draft_export", args=[slug, draft.number, format])
    elif Right.READ_WORKING_TEXT not in rights:
        raise PermissionDenied
    return redirect(f"{address}?{urlencode({'language': language})}")


def _draft(law, source):
    draft = law.drafts.numbered(number(source) or 0)
    if draft is None:
        raise Http404
    return draft
