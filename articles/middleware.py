"""The interface speaks the language that the person chose."""

from django.conf import settings
from django.utils import translation


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
        return response
