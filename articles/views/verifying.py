"""Whether the law is what was written: its own chain, a fingerprint from a print, a file that was taken away."""

from django.contrib.auth.decorators import login_required
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from ..access import Right, law_for
from ..forms.drafts import VerifyForm
from ..lawtext import fingerprint
from ..lawtext.exporters.refusal import ExportRefused
from ..texts.origins import origin_of_export
from ..texts.verification import expected_in, mismatches_in
from ..words.export_sentences import in_words
from ..words.names import language_name
from .exports import draft_name
from .shell import law_page


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@cache_control(private=True, no_cache=True)
def verify_law(request, slug):
    law, rights = law_for(request.user, slug, Right.READ_DRAFTS)
    form = VerifyForm(request.POST or None, request.FILES or None)
    context = {
        "form": form,
        "mismatches": mismatches_in(law),
        "entries": law.sequence,
        "drafts": law.drafts.count(),
        "answers": list(_answers(law, form.cleaned_data)) if form.is_valid() else [],
        "status": 422 if form.errors else 200,
    }
    return law_page(request, "drafts/verify.html", law, rights, "drafts", **context)


def _answers(law, asked):
    """What was found for the fingerprint and for the file: whether all is well, None if unknown, and a sentence."""
    expected = fingerprint.bare(asked["fingerprint"])
    if expected:
        yield _fingerprint_answer(law, expected)
    if asked["file"]:
        yield _file_answer(law, asked["file"], expected)
    if not expected and not asked["file"]:
        yield None, _("Give a fingerprint or a file.")


def _fingerprint_answer(law, expected):
    if len(expected) < 16:
        return None, _("A fingerprint has at least 16 digits: copy it as it is printed.")
    if expected_in(law, expected):
        return True, _("The fingerprint belongs to this law: what was printed is still there.")
    return False, _("No entry and no draft of this law has this fingerprint.")


def _file_answer(law, file, expected):
    named = {"file": file.name}
    try:
        draft, language = origin_of_export(file.read(), law)
    except ExportRefused as refusal:
        return None, _("%(file)s cannot be compared. %(why)s") % {**named, "why": in_words(refusal)}
    if draft is None:
        return False, _("%(file)s: not, to the letter, an export of any draft of this law.") % named
    if expected and not draft.fingerprint.startswith(expected):
        return False, _("%(file)s: an export of a draft with another fingerprint.") % named
    named |= {"draft": draft_name(draft), "language": language_name(language)}
    return True, _("%(file)s: to the letter the export of this draft: %(draft)s (%(language)s).") % named
