"""Stage and validity of a law, as a person enters them."""

import uuid

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from ..lawtext.validity import EVENTS
from ..lawtext.validity_words import FIRST_DAY, LAST_DAY
from ..models import Stage
from ..procedures.card import PARTS

BASES = (
    ("", _("As the text says")),
    ("effect", _("From the day it is put into effect")),
    ("force", _("From the day of its entry into force")),
    ("publication", _("From the day of its first official publication")),
    ("date", _("Until a fixed day")),
    ("unlimited", _("Without limit of time")),
)
RULES = (
    ("", _("As the text says")),
    ("days", _("On expiry of some calendar days after publication")),
    ("months", _("On expiry of some months after publication")),
    ("publication", _("On the day of publication")),
    ("date", _("On a fixed day")),
)
ENTERED = {
    "stage": ("stage",),
    "term": ("basis", "years", "months", "last_day", "scope"),
    "effect": ("effect_rule", "effect_days", "effect_months", "effect_on"),
    "published_on": ("published_on",),
    "in_force_on": ("in_force_on",),
}
"""The fields in which each part of the card is entered."""

KEPT = (("theirs", _("Keep what the card says now")), ("mine", _("Write what is entered above")))
SCOPES = (("", _("The whole law")), ("part", _("Only a part of the law")))


def _day():
    between = [
        MinValueValidator(FIRST_DAY, _("Give a year between 1990 and 2199.")),
        MaxValueValidator(LAST_DAY, _("Give a year between 1990 and 2199.")),
    ]
    return forms.DateField(required=False, validators=between, error_messages={"invalid": _("This is no date.")})


def _number(most):
    between = [MinValueValidator(0, _("Give a whole number.")), MaxValueValidator(most, _("This number is too large."))]
    return forms.IntegerField(required=False, validators=between, error_messages={"invalid": _("Give a whole number.")})


MOST_REVISIONS = 10**9


class CardForm(forms.Form):
    """``base`` is the revision of the law that the person saw; the token makes a repeat of the form harmless.

    Parts of the card that somebody else changed meanwhile are ``contested``: for each of them is asked what stays.
    """

    stage = forms.ChoiceField()
    basis = forms.ChoiceField(choices=BASES, required=False)
    years = _number(100)
    months = _number(1200)
    last_day = _day()
    scope = forms.ChoiceField(choices=SCOPES, required=False)
    published_on = _day()
    in_force_on = _day()
    effect_rule = forms.ChoiceField(choices=RULES, required=False)
    effect_days = _number(3650)
    effect_months = _number(120)
    effect_on = _day()
    reason = forms.CharField(required=False, max_length=500)
    base = forms.IntegerField(min_value=0, max_value=MOST_REVISIONS, widget=forms.HiddenInput)
    token = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = self.initial.get("stage", "")
        # A stage that is not listed any more stays until somebody chooses another.
        unlisted = [] if own in Stage.values else [(own, own)]
        self.fields["stage"].choices = [*unlisted, *Stage.choices]
        self._ask(part for part in ENTERED if part in (self.data.getlist("contested") if self.is_bound else ()))

    def _ask(self, parts):
        self.contested = tuple(parts)
        for part in self.contested:
            missing = {"required": _("Choose what stays.")}
            self.fields[f"keep_{part}"] = forms.ChoiceField(choices=KEPT, error_messages=missing)

    @property
    def asked(self):
        """The field that asks what stays, by contested part."""
        return {part: self[f"keep_{part}"] for part in self.contested}

    def clean(self):
        given = self.cleaned_data
        basis, rule = given.get("basis"), given.get("effect_rule")
        needed = (
            ("years", basis in EVENTS and not (given.get("years") or given.get("months")), _("Give the length.")),
            ("last_day", basis == "date" and not given.get("last_day"), _("Give the last day.")),
            ("effect_days", rule == "days" and given.get("effect_days") is None, _("Give the number of days.")),
            ("effect_months", rule == "months" and not given.get("effect_months"), _("Give the number of months.")),
            ("effect_on", rule == "date" and not given.get("effect_on"), _("Give the day.")),
        )
        for name, is_missing, message in needed:
            if is_missing and not self.has_error(name):
                self.add_error(name, message)
        return given

    @property
    def facts(self):
        """The facts of the card, without the parts in which what others entered stays.

        What does not go with the chosen basis and rule is empty.
        """
        given = self.cleaned_data
        basis, rule = given["basis"], given["effect_rule"]
        entered = {
            "stage": given["stage"],
            "validity_basis": basis,
            "validity_months": self._length if basis in EVENTS else None,
            "validity_date": given["last_day"] if basis == "date" else None,
            "validity_scope": "" if basis in ("", "unlimited") else given["scope"],
            "published_on": given["published_on"],
            "in_force_on": given["in_force_on"],
            "effect_rule": rule,
            "effect_days": given["effect_days"] if rule == "days" else None,
            "effect_months": given["effect_months"] if rule == "months" else None,
            "effect_on": given["effect_on"] if rule == "date" else None,
        }
        theirs = {name for part in self.contested if given[f"keep_{part}"] == "theirs" for name in PARTS[part]}
        return {name: value for name, value in entered.items() if name not in theirs}

    @property
    def _length(self):
        return 12 * (self.cleaned_data["years"] or 0) + (self.cleaned_data["months"] or 0)

    def start_from(self, law, own, contested):
        """The card as it is now but for the ``own`` parts; what stays of those that are contested is asked."""
        shown = card_of(law)
        self.data = self.data.copy()
        for name in ("base", *(name for part in ENTERED if part not in own for name in ENTERED[part])):
            self.data[name] = "" if shown[name] is None else shown[name]
        for part in self.contested:
            self.data.pop(f"keep_{part}", None)
        self._ask(contested)


def card_of(law):
    """What the form shows of a card."""
    years, months = divmod(law.validity_months or 0, 12)
    return {
        "stage": law.stage,
        "basis": law.validity_basis,
        "years": years or None,
        "months": months or None,
        "last_day": law.validity_date,
        "scope": law.validity_scope,
        "published_on": law.published_on,
        "in_force_on": law.in_force_on,
        "effect_rule": law.effect_rule,
        "effect_days": law.effect_days,
        "effect_months": law.effect_months,
        "effect_on": law.effect_on,
        "base": law.revision,
    }
