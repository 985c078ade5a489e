"""How the interface speaks and looks."""

from django.conf import settings
from django.http import HttpResponseBadRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

YEAR = 31_536_000
"""Seconds for which a browser keeps a choice."""

APPEARANCE = {"theme": ("system", "light", "dark"), "shortcuts": ("on", "off")}


@require_POST
def interface_language(request):
    """Chooses the language of the interface: kept with the person, or in a cookie before signing in."""
    language = request.POST.get("language")
    if language not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest("This language is not offered.", content_type="text/plain")
    response = back(request)
    if request.user.is_authenticated:
        request.user.language = language
        request.user.save(update_fields=["language"])
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax", max_age=YEAR)
    return response


@require_POST
def appearance(request):
    """Chooses light or dark and whether keys of one letter act: kept in this browser."""
    response = back(request)
    for name, values in APPEARANCE.items():
        if request.POST.get(name) in values:
            response.set_cookie(name, request.POST[name], samesite="Lax", max_age=YEAR)
    return response


def back(request):
    """To the page that the form names as ``next``: a path of this site and nothing else, never the name of a page."""
    goal = request.POST.get("next", "")
    is_ours = goal.startswith("/") and url_has_allowed_host_and_scheme(goal, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(goal if is_ours else reverse("laws"))
