"""A text from a file: brought, reported on, then loaded or discarded."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from ..access import Right, law_for
from ..arriving.incoming import load, received, reported
from ..asked import number
from ..forms.arriving import TitleForm, UploadForm
from ..lawtext.importers.lines import ImportRefused
from ..models import Entry, Upload
from ..procedures import By
from ..procedures.errors import ActRefused, NothingChanged
from ..words.file_sentences import in_words
from .import_report import shown
from .shell import law_page


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_law(request):
    """The three ways to begin a law; a file that is brought begins one."""
    if request.method == "POST":
        return _receive(request, "imports/new_law.html", None, None)
    return _page(request, "imports/new_law.html", None, None)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def language_import(request, slug):
    """Brings a text of a further language of a law, or a newer one of a language that it has."""
    law, rights = law_for(request.user, slug, Right.EDIT)
    if request.method == "POST":
        return _receive(request, "imports/language_import.html", law, rights)
    return _page(request, "imports/language_import.html", law, rights)


@require_safe
@login_required
def import_waiting(request, pk):
    """Stands while the text is read: asks for the report."""
    upload, law, rights = _upload(request, pk)
    return _page(request, "imports/waiting.html", law, rights, upload=upload)


@require_safe
@login_required
def import_report(request, pk):
    """What was recognised; as a part of the waiting page, or a page of its own."""
    upload, law, rights = _upload(request, pk)
    try:
        report = reported(upload)
    except ImportRefused as refusal:
        return _refused(request, upload, refusal)
    template = "imports/_report.html" if request.htmx else "imports/report.html"
    return _page(request, template, law, rights, upload=upload, **shown(report, upload.name))


@require_POST
@login_required
def import_load(request, pk):
    """Loads the text as its report said."""
    done = Entry.objects.filter(token=pk, person=request.user).select_related("law").first()
    if done:
        return redirect(done.law)
    upload, law, _rights = _upload(request, pk)
    form = TitleForm(request.POST)
    if law is None and not form.is_valid():
        messages.error(request, form.errors["title"][0])
        return redirect("import_report", pk)
    try:
        return _loaded(request, upload, form.cleaned_data["title"] if law is None else "")
    except ImportRefused as refusal:
        return _refused(request, upload, refusal)
    except NothingChanged as refusal:
        return _let_go(request, upload, str(refusal))
    except ActRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("import_report", pk)


@require_POST
@login_required
def import_discard(request, pk):
    """Forgets the text."""
    upload, law, _rights = _upload(request, pk)
    upload.delete()
    messages.success(request, _("The text was discarded. Nothing was saved."))
    return redirect(law or "new_law")


def _upload(request, pk):
    """The upload, its law and the person's rights on it; 404 for everybody but its owner."""
    upload = get_object_or_404(Upload.objects.of(request.user).select_related("law"), pk=pk)
    law, rights = law_for(request.user, upload.law.slug, Right.EDIT) if upload.law else (None, None)
    return upload, law, rights


def _page(request, template, law, rights, **context):
    """A page about a law that is there, or one that is to begin."""
    if law:
        return law_page(request, template, law, rights, "text", **context)
    status = context.pop("status", 200)
    return render(request, template, {"masthead": _("A new law"), **context}, status=status)


def _receive(request, template, law, rights):
    form = UploadForm(request.POST, request.FILES)
    refusal = "" if form.is_valid() else next(iter(form.errors.values()))[0]
    if not refusal:
        file = form.cleaned_data["file"]
        try:
            upload = received(request.user, file.name, file.read(), form.cleaned_data["language"], law, timezone.now())
        except ImportRefused as refused:
            refusal = in_words(refused.said)
        else:
            return _read(request, upload)
    brought = request.FILES.get("file")
    context = {"refusal": refusal, "name": brought.name if brought else ""}
    if request.htmx:
        return render(request, "imports/_refusal.html", context, status=422)
    return _page(request, template, law, rights, status=422, **context)


def _read(request, upload):
    """With script the report is asked for by a page that is already there; without it is waited for."""
    if request.htmx:
        return HttpResponseClientRedirect(reverse("import_waiting", args=[upload.pk]))
    return redirect("import_report", upload.pk)


def _loaded(request, upload, title):
    by = By(person=request.user, reason=upload.name)
    law = load(upload, by, title, number(request.POST.get("sequence")) or 0)
    if law is None:
        messages.error(request, _("The law was changed while you read: here is the report on it as it stands now."))
        return redirect("import_report", upload.pk)
    messages.success(request, _("The text was loaded."))
    return redirect(law)


def _refused(request, upload, refusal):
    """Back to where a file is chosen, with one sentence; nothing of the refused file stays."""
    named = {"name": upload.name, "why": in_words(refusal.said)}
    return _let_go(request, upload, _("%(name)s was not imported. %(why)s Nothing was saved.") % named)


def _let_go(request, upload, sentence):
    upload.delete()
    messages.error(request, sentence)
    back = reverse("language_import", args=[upload.law.slug]) if upload.law else reverse("new_law")
    return HttpResponseClientRedirect(back) if request.htmx else redirect(back)
