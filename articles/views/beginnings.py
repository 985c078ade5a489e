"""Beginning a law without a file: with an outline, or as a copy; and the first steps for who is new."""

from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from .. import procedures
from ..access import ROLE_OF_WHO_BEGINS, Right, law_for
from ..arriving.beginnings import outline_text, readable_laws, texts_to_copy
from ..forms.arriving import CopyForm, OutlineForm
from ..procedures import By
from ..procedures.errors import ActRefused
from ..words.names import interface_language
from .session import back
from .shell import law_page


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_outline(request):
    """Begins a law with headings that were typed."""
    form = OutlineForm(
        request.POST or None, languages=dict(settings.LANGUAGES), initial={"language": interface_language()}
    )
    if form.is_valid():
        imported = outline_text(**form.cleaned_data)
        return _begun(request, procedures.begin(imported, ROLE_OF_WHO_BEGINS, by=_by(request)))
    return _form(request, "imports/outline.html", form)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_copy(request):
    """Begins a law as a copy of another that the person may read."""
    laws = readable_laws(request.user, interface_language())
    form = CopyForm(request.POST or None, groups=_texts(laws))
    if form.is_valid():
        law, texts = texts_to_copy(laws, form.cleaned_data["text"])
        copied = procedures.copy(law, texts, form.cleaned_data["title"], ROLE_OF_WHO_BEGINS, by=_by(request))
        return _begun(request, copied)
    return _form(request, "imports/copy.html", form)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def law_outline(request, slug):
    """Gives a law that has only a title its headings."""
    law, rights = law_for(request.user, slug, Right.EDIT)
    if law.has_text:
        return _has_text(request, law)
    form = OutlineForm(
        request.POST or None,
        languages=law.language_codes,
        initial={"language": law.language_codes[0], "title": law.title},
    )
    if form.is_valid():
        return _filled(request, law, lambda by: procedures.replace(law, outline_text(**form.cleaned_data), by=by))
    return _form(request, "imports/outline.html", form, law, rights)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def law_copy(request, slug):
    """Gives a law that has only a title the text of another."""
    law, rights = law_for(request.user, slug, Right.EDIT)
    if law.has_text:
        return _has_text(request, law)
    laws = [other for other in readable_laws(request.user, interface_language()) if other.pk != law.pk]
    form = CopyForm(request.POST or None, groups=_texts(laws), needs_title=False)
    if form.is_valid():
        _law, texts = texts_to_copy(laws, form.cleaned_data["text"])
        return _filled(request, law, lambda by: procedures.copy_into(law, texts, by=by))
    return _form(request, "imports/copy.html", form, law, rights)


@require_POST
@login_required
def guide_close(request):
    """The person knows the first steps."""
    request.user.knows_the_way = True
    request.user.save(update_fields=["knows_the_way"])
    return HttpResponse() if request.htmx else back(request)


def _form(request, template, form, law=None, rights=frozenset()):
    status = 422 if form.is_bound else 200
    context = {"form": form, "token": uuid4()}
    if law:
        return law_page(request, template, law, rights, "text", status=status, **context)
    return render(request, template, {"masthead": _("A new law"), **context}, status=status)


def _by(request):
    """The token of the form makes a second press of its button harmless."""
    try:
        return By(person=request.user, token=UUID(request.POST.get("token", "")))
    except ValueError:
        return By(person=request.user)


def _texts(laws):
    """What can be copied, by law: its working text, where it is open, and its drafts, newest first."""
    return [(law.title or law.slug, tuple(_texts_of(law))) for law in laws]


def _texts_of(law):
    if law.reads_working_text:
        yield law.slug, _("Working text")
    for draft in sorted(law.drafts.all(), key=lambda draft: -draft.number):
        named = _("Draft %(number)s") % {"number": draft.number}
        yield f"{law.slug}@{draft.number}", f"{named}: {draft.title}"


def _begun(request, law):
    messages.success(request, _("The law has begun. You chair its working group."))
    return redirect(law)


def _filled(request, law, act):
    try:
        act(_by(request))
    except ActRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The text was loaded."))
    return redirect(law)


def _has_text(request, law):
    messages.error(request, _("This law has a text already."))
    return redirect(law)
