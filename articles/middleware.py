"""What happens around every page: the language that the person chose, and refusals to a part of a page."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import resolve_url
from django.utils import translation

from .views import refusals
from .views.session import YEAR


class InterfaceLanguageMiddleware:
    """Activates a signed-in person's language; for others that of the cookie or browser."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        person = request.user
        chosen = person.language if person.is_authenticated else translation.get_language_from_request(request)
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if person.is_authenticated:
            _keep(request, response, language)
        return response


def _keep(request, response, language):
    """Leaves the language in the browser too: it stays when the session ends."""
    name = settings.LANGUAGE_COOKIE_NAME
    if name not in response.cookies and request.COOKIES.get(name) != language:
        response.set_cookie(name, language, samesite="Lax", max_age=YEAR)


class PartOfPageMiddleware:
    """A part of a page that htmx asks for and does not get is answered with one line among the notices.

    Otherwise the whole page of refusal, or that of signing in, would be put into the law.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.htmx and _leads_to_signing_in(response):
            return refusals.session_has_ended(request)
        return response

    def process_exception(self, request, exception):
        """A part that is not there or not allowed; anything else, and whole pages, have pages of their own."""
        if not request.htmx:
            return None
        if isinstance(exception, Http404):
            return refusals.part_is_not_there(request)
        if isinstance(exception, PermissionDenied):
            return refusals.part_is_not_allowed(request)
        return None


def _leads_to_signing_in(response):
    goal = urlsplit(response.headers.get("Location", "")).path
    return response.status_code == 302 and goal == resolve_url(settings.LOGIN_URL)
