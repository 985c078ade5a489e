"""The working group of a law: who is in it, what each role may do, and what the chair changes in it."""

import logging

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from .. import memberships
from ..access import RIGHTS, Right, law_for, role_on
from ..accounts import LetterNotSent, invite, require_letter
from ..asked import number
from ..forms.people import AddForm, InvitationForm, invitation_after
from ..models import Organisation, Person, Role
from .shell import law_page

logger = logging.getLogger(__name__)

RIGHT_NAMES = {
    Right.READ_DRAFTS: gettext_lazy("Reads drafts"),
    Right.READ_WORKING_TEXT: gettext_lazy("Reads the working text"),
    Right.EDIT: gettext_lazy("Edits the text"),
    Right.FREEZE: gettext_lazy("Freezes drafts"),
    Right.CHANGE_CARD: gettext_lazy("Changes the card"),
    Right.GIVE_ROLES: gettext_lazy("Adds people and gives roles"),
}


@require_safe
@login_required
def people(request, slug):
    law, rights = law_for(request.user, slug, Right.READ_DRAFTS)
    return _page(request, law, rights, AddForm())


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def person_add(request, slug):
    """Puts in somebody with an account; for anybody else asks what an account needs."""
    law, rights = law_for(request.user, slug, Right.GIVE_ROLES)
    form = AddForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, law, rights, form)
    person = Person.objects.with_email(form.cleaned_data["email"])
    if person is None:
        return _page(request, law, rights, invitation_after(form))
    return _done(request, law, _put_in, person, form.cleaned_data["role"])


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def person_invite(request, slug):
    """Makes an account, puts its person in and sends a letter with the page on which to set a password."""
    law, rights = law_for(request.user, slug, Right.GIVE_ROLES)
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, law, rights, form if form.is_bound else AddForm())
    return _done(request, law, _put_in_new, form, request.user)


@require_POST
@login_required
def person_remind(request, slug):
    """Sends the invitation once more to somebody who has not set a password yet."""
    law, _rights = law_for(request.user, slug, Right.GIVE_ROLES)
    return _done(request, law, _remind, _person(request), request.user)


@require_POST
@login_required
def person_role(request, slug):
    law, _rights = law_for(request.user, slug, Right.GIVE_ROLES)
    return _done(request, law, _give_role, _person(request), request.POST.get("role"))


@require_POST
@login_required
def person_take_out(request, slug):
    law, _rights = law_for(request.user, slug, Right.GIVE_ROLES)
    return _done(request, law, _take_out, _person(request))


def _put_in(law, person, role):
    memberships.put_in(law, person, role)
    return _("%(name)s is in the group now. Role: %(role)s.") % {"name": person.name, "role": Role(role).label}


def _put_in_new(law, form, by):
    role, email = form.cleaned_data["role"], form.cleaned_data["email"]
    require_letter(by, email)
    membership = memberships.put_in_new(
        law, role, email, organisation=form.known, new_organisation=form.new_organisation, **form.account
    )
    return _invite(law, membership.person, by)


def _remind(law, person_id, by):
    person = memberships.awaited(law, person_id)
    require_letter(by, person.email)
    return _invite(law, person, by)


def _invite(law, person, by):
    invite(person, law, by)
    return _("%(name)s is in the group. A letter with the page for the password has gone to %(email)s.") % {
        "name": person.name,
        "email": person.email,
    }


def _give_role(law, person_id, role):
    membership = memberships.give_role(law, person_id, role)
    return _("%(name)s has another role now: %(role)s.") % {
        "name": membership.person.name,
        "role": Role(membership.role).label,
    }


def _take_out(law, person_id):
    name = memberships.take_out(law, person_id).person.name
    return _("%(name)s is no longer in the group. What they wrote stays under their name.") % {"name": name}


def _done(request, law, act, *asked):
    """Performs the act, says in a line what it did or why it did not, and goes back to the list."""
    try:
        messages.success(request, act(law, *asked))
    except memberships.GroupRefused as refusal:
        messages.error(request, str(refusal))
    except LetterNotSent as failure:
        logger.exception("An invitation could not be sent.")
        messages.error(request, str(failure))
    return redirect("people", law.slug) if role_on(law, request.user) else redirect("laws")


def _person(request):
    """The person that the form names; 0, who is in no group, if it names nobody."""
    return number(request.POST.get("person")) or 0


def _page(request, law, rights, form):
    is_invitation = isinstance(form, InvitationForm)
    context = {
        "members": law.memberships.as_listed(),
        "form": form,
        "form_template": "people/_invitation.html" if is_invitation else "people/_add.html",
        # What was asked for is answered at the top, where the person looks.
        "is_answer": is_invitation or form.is_bound,
        "organisations": Organisation.objects.all() if is_invitation else (),
        "roles": Role.choices,
        "right_names": RIGHT_NAMES.values(),
        "rights_of_roles": [(role.label, [right in RIGHTS[role] for right in RIGHT_NAMES]) for role in Role],
        "status": 422 if form.is_bound and form.errors else 200,
    }
    return law_page(request, "people/people.html", law, rights, "people", **context)
