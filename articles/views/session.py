"""Signing in and out, and the language of the interface."""

from django.conf import settings
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

sign_in = LoginView.as_view(template_name="sign_in.html", redirect_authenticated_user=True)
sign_out = LogoutView.as_view()


@require_POST
def interface_language(request):
    """Chooses the language of the interface: kept with the person, or in a cookie before signing in."""
    language = request.POST.get("language")
    if language not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest("This language is not offered.", content_type="text/plain")
    goal = request.POST.get("next", "")
    response = redirect(goal if url_has_allowed_host_and_scheme(goal, {request.get_host()}) else "laws")
    if request.user.is_authenticated:
        request.user.language = language
        request.user.save(update_fields=["language"])
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Lax", max_age=31_536_000)
    return response
