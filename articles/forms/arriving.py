"""Forms with which a law begins: a file, an outline, another law."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..lawtext.characters import clean, forbidden
from ..lawtext.importers.archive import MEBIBYTE, Limits

TITLE = 500
OUTLINE = 100_000


def plain_words(words):
    """One paragraph of words; ValidationError for characters that no document may hold."""
    if forbidden(words):
        raise forms.ValidationError(_("There is a character here that no document can hold: take it out."))
    return clean(words)


class BroughtFile(forms.FileField):
    """A file from outside: one that is too large is refused by its size, before anything of it is read."""

    def validate(self, file):
        super().validate(file)
        most = Limits(**settings.IMPORT_LIMITS).bytes
        if file and file.size > most:
            sentence = _("The file is larger than %(most)s MiB.")
            raise forms.ValidationError(sentence, params={"most": most // MEBIBYTE})


class UploadForm(forms.Form):
    file = BroughtFile(error_messages={"required": _("Choose a file first."), "empty": _("The file is empty.")})
    language = forms.ChoiceField(choices=[("", ""), *settings.LANGUAGES], required=False)


class TitleForm(forms.Form):
    title = forms.CharField(max_length=TITLE, error_messages={"required": _("Every law has a title: write it here.")})

    def clean_title(self):
        return plain_words(self.cleaned_data["title"])


class OutlineForm(TitleForm):
    """``languages`` are the codes to choose from."""

    language = forms.ChoiceField()
    outline = forms.CharField(max_length=OUTLINE, required=False, strip=False)

    def __init__(self, *arguments, languages, **options):
        super().__init__(*arguments, **options)
        self.fields["language"].choices = [item for item in settings.LANGUAGES if item[0] in languages]

    def clean_outline(self):
        outline = self.cleaned_data["outline"]
        plain_words(outline)
        return outline


class CopyForm(TitleForm):
    """``groups`` are the texts to choose from: (title of a law, ((value, name), …)) pairs."""

    text = forms.ChoiceField(error_messages={"required": _("Choose a text to copy.")})

    def __init__(self, *arguments, groups, needs_title=True, **options):
        super().__init__(*arguments, **options)
        self.fields["text"].choices = groups
        self.fields["title"].required = needs_title
