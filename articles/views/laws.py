"""The laws of a person's working groups."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..access import laws_of, titled
from ..models import Role


@require_safe
@login_required
def laws(request):
    found = titled(laws_of(request.user), request.user, request.user.language).with_role(request.user).with_last_draft()
    for law in found:
        law.role = Role(law.role).label
    return render(request, "laws.html", {"laws": found, "masthead": _("Laws of your working groups")})
