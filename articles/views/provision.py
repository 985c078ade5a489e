"""The page of a provision: its words in all languages, every revision, what refers to it and to what it refers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from ..access import Right, law_for
from ..asked import number
from ..chronicle.returning import return_revision
from ..procedures.errors import ActRefused, WordingHasChanged
from .clause import Clause
from .shell import law_page
from .texts import text_language


@require_safe
@login_required
@cache_control(private=True, no_cache=True)
def provision(request, slug, pk):
    """The whole page, or the redline alone for a page that is there already."""
    law, rights = law_for(request.user, slug, Right.READ_WORKING_TEXT)
    clause = Clause(law, pk, text_language(request, law.language_codes))
    redline = clause.redline(_number(request, "from"), _number(request, "to"))
    template = "provision/_redline.html" if request.htmx else "provision/provision.html"
    context = {"clause": clause, "redline": redline, "can_return": redline and clause.can_return(redline)}
    response = law_page(request, template, law, rights, "text", **context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
@login_required
@cache_control(private=True, no_cache=True)
def margin(request, slug, pk):
    """What stands beside the provision on the page of the law."""
    law, _rights = law_for(request.user, slug, Right.READ_WORKING_TEXT)
    clause = Clause(law, pk, text_language(request, law.language_codes))
    return render(request, "provision/_margin.html", {"law": law, "clause": clause})


@require_POST
@login_required
def restore_revision(request, slug, pk):
    """Gives the provision the words of an earlier revision, as one entry."""
    law, _rights = law_for(request.user, slug, Right.EDIT)
    language = text_language(request, law.language_codes)
    revision, base = _number(request, "revision"), _number(request, "base") or 0
    get_object_or_404(law.provisions, pk=pk)
    try:
        return_revision(law, pk, language, revision, base, request.user)
        messages.success(request, _("The words of revision %(number)s are back.") % {"number": revision})
    except WordingHasChanged as change:
        sentence = _("Somebody saved revision %(number)s meanwhile: look at it first, nothing was changed.")
        messages.error(request, sentence % {"number": change.current.revision})
    except ActRefused as refusal:
        messages.error(request, str(refusal))
    return _to_page(slug, pk, language)


def _to_page(slug, pk, language):
    return redirect(f"{reverse('provision', args=[slug, pk])}?language={language}")


def _number(request, name):
    """The number of a revision that was asked for, None if none was; Http404 for anything else."""
    asked = request.POST.get(name) or request.GET.get(name)
    found = number(asked)
    if asked and found is None:
        raise Http404
    return found
