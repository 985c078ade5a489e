"""Which text of a law a page shows."""

from django.http import Http404


def text_language(request, codes):
    """The language of the text that was asked for, else the person's own, if it is there; else the first."""
    asked = request.POST.get("language") or request.GET.get("language")
    if asked and asked not in codes:
        raise Http404
    return asked or (request.user.language if request.user.language in codes else codes[0])
