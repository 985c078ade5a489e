"""Freezing a draft, restoring one, and what is to be checked against the drafts."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Draft, Entry
from .arriving import BroughtFile

FINGERPRINT_LENGTH = 200
"""Room for 64 digits in any spelling, with the prefix and blanks."""


class FreezeForm(forms.Form):
    """The token makes a repeat of the same form harmless."""

    title = forms.CharField(
        max_length=Draft._meta.get_field("title").max_length,
        error_messages={"required": _("Give the draft a title.")},
    )
    remark = forms.CharField(required=False, widget=forms.Textarea, max_length=Entry.LONGEST_REASON)
    token = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)


class RestoreForm(forms.Form):
    """The sequence is that of the law on which the page says what would change."""

    reason = forms.CharField(required=False, max_length=500)
    token = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)
    sequence = forms.IntegerField(widget=forms.HiddenInput)


class VerifyForm(forms.Form):
    """A fingerprint from a print, a file that was taken away, or both."""

    fingerprint = forms.CharField(required=False, max_length=FINGERPRINT_LENGTH)
    file = BroughtFile(required=False)
