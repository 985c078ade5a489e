"""How accounts behave: by invitation only, with letters in the language of the person who gets them."""

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.internal.flows.password_reset import get_reset_password_url
from allauth.account.utils import user_pk_to_url_str
from allauth.core.ratelimit import consume
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.urls import reverse
from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from .access import titled
from .memberships import GroupRefused
from .models import Law

TITLE_IN_LETTER = 120


class LetterNotSent(Exception):
    """The mail server did not take it. The message is one sentence for the person who wanted it sent."""


class TooManyLetters(GroupRefused):
    """So many invitations from one person, or to one address, are no work of a group."""

    def __init__(self):
        super().__init__(_("Too many invitations have been sent today. Try again tomorrow."))


class AccountAdapter(DefaultAccountAdapter):
    """What differs from allauth's own behaviour, see settings for the rest."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The e-mail and the password do not match."),
        "too_many_login_attempts": _("Too many wrong attempts. Wait 15 minutes and try again."),
        "enter_current_password": _("This is not your present password."),
    }

    def is_open_for_signup(self, request):
        return False

    def get_password_change_redirect_url(self, request):
        return reverse("laws")

    def send_mail(self, template_prefix, email, context):
        """Every letter goes to one person, ``context["user"]``, who has chosen a language."""
        with translation.override(context["user"].language):
            super().send_mail(template_prefix, email, context)

    def set_password(self, user, password):
        """A new password also ends the pause that wrong ones led to."""
        super().set_password(user, password)
        self._delete_login_attempts_cached_email(self.request, email=user.email)


class LongEnough(MinimumLengthValidator):
    """Says the length without plural forms, which not every catalogue of Django has."""

    def get_error_message(self):
        return str(_("The password is too short: at least %(min_length)d characters."))

    def get_help_text(self):
        return self.get_error_message() % {"min_length": self.min_length}


def require_letter(by, email):
    """Counts one more invitation from ``by`` to this address. TooManyLetters, see ACCOUNT_RATE_LIMITS."""
    if not consume(get_adapter().request, action="invite", user=by, key=email.lower()):
        raise TooManyLetters


def invite(person, law, by):
    """Sends the person, who has no password yet, a letter with the page on which to set one.

    LetterNotSent.
    """
    adapter = get_adapter()
    key = f"{user_pk_to_url_str(person)}-{default_token_generator.make_token(person)}"
    words = {
        "user": person,
        "by": by,
        "law_title": _short_title(law, person),
        "url": adapter.get_reset_password_from_key_url(key),
        "later": get_reset_password_url(adapter.request),
    }
    try:
        adapter.send_mail("account/email/invitation", person.email, words)
    except OSError as error:
        said = _("%(name)s is in the group, but the letter could not be sent. Send the invitation once more later.")
        raise LetterNotSent(said % {"name": person.name}) from error


def _short_title(law, person):
    """The title as the person may read it; a letter from us has no room for more words of somebody else's choice."""
    title = titled(Law.objects.filter(pk=law.pk), person, person.language).get().title
    return Truncator(title).chars(TITLE_IN_LETTER)
