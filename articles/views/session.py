"""How the interface speaks and looks."""

from django.conf import settings
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect
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
    goal = request.POST.get("next", "")
    return redirect(goal if url_has_allowed_host_and_scheme(goal, {request.get_host()}) else "laws")
