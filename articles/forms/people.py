"""Putting somebody into the working group."""

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..models import Organisation, Role

LONGEST_NAME = 200


def _line(**kwargs):
    """One line of words."""
    too_long = _("At most %(limit_value)d characters.")
    return forms.CharField(max_length=LONGEST_NAME, error_messages={"max_length": too_long}, **kwargs)


def _select():
    return forms.Select(attrs={"class": "input"})


class AddForm(forms.Form):
    """Who is put in, by e-mail, and with which role."""

    email = forms.EmailField(max_length=254, error_messages={"max_length": _("At most %(limit_value)d characters.")})
    role = forms.ChoiceField(choices=Role.choices)

    def clean_email(self):
        return self.cleaned_data["email"].lower()


class InvitationForm(AddForm):
    """The same for somebody without an account; an organisation that nobody has named yet needs its kind."""

    name = _line()
    post = _line(required=False)
    organisation = _line(required=False)
    kind = forms.ChoiceField(choices=[("", "–"), *Organisation.Kind.choices], required=False, widget=_select())
    language = forms.ChoiceField(choices=settings.LANGUAGES, widget=_select())

    def clean(self):
        name = self.cleaned_data.get("organisation")
        self.known = Organisation.objects.with_name(name) if name else None
        if name and self.known is None and not self.cleaned_data.get("kind"):
            self.add_error("kind", _("This organisation is not here yet: say what kind it is."))
        return self.cleaned_data

    @property
    def account(self):
        """The fields of the new person."""
        return {name: self.cleaned_data[name] for name in ("name", "post", "language")}

    @property
    def new_organisation(self):
        """Name and kind of an organisation that is to be made, or None."""
        name = self.cleaned_data["organisation"]
        return (name, self.cleaned_data["kind"]) if name and self.known is None else None


def invitation_after(form):
    """The form of the next step, with what was typed in the one before: nobody has that e-mail yet."""
    return InvitationForm(initial={**form.cleaned_data, "language": get_language()})
