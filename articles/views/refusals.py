"""Refusals that do not come from a page of their own: a part of a page, a form that has become stale."""

from django.shortcuts import render
from django_htmx.http import reselect, reswap, retarget


def session_has_ended(request):
    """For a part of a page: the way back leads to the page on which the person was."""
    page = request.htmx.current_url_abs_path or "/"
    return _notice(request, 401, "_session_ended.html", page=page)


def part_is_not_there(request):
    return _notice(request, 404, "_not_there.html")


def part_is_not_allowed(request):
    return _notice(request, 403, "_not_allowed.html")


def form_is_stale(request, reason=""):
    """Django's answer to a form without the token that its page was given."""
    if request.htmx:
        return _notice(request, 403, "_stale.html")
    return render(request, "403_csrf.html", status=403)


def _notice(request, status, template, **context):
    response = render(request, template, context, status=status)
    return reselect(reswap(retarget(response, "#notices"), "innerHTML"), ".notice")
