"""What units and languages are called in the language of the interface."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..lawtext.exporters.wordings import date_in_words
from ..lawtext.provision import KINDS
from ..lawtext.units import CASES, noun

LANGUAGES = {"kk": _("Kazakh"), "ru": _("Russian"), "en": _("English")}


def interface_language():
    """The language that the person reads now: one of kk, ru, en."""
    return get_language() or settings.LANGUAGE_CODE


def kind_name(kind, profile="law"):
    """«пункт», «тармақ», "point"; in a code its clause is «часть». What is no kind stays as it is."""
    if kind not in KINDS:
        return str(kind)
    language = interface_language()
    return noun(kind, language, profile).form(CASES[language][0])


def language_name(code):
    """«казахский», «қазақ тілі», "Kazakh"; a code that we do not know stays as it is."""
    return str(LANGUAGES.get(code, code))


def own_name(code):
    """«Қазақша», «Русский», «English»: whoever looks for a language knows what it is called there."""
    return dict(settings.LANGUAGES)[code]


def moment_in_words(moment):
    """«3 сентября 2026 года, 14:05», in local time."""
    local = timezone.localtime(moment)
    return f"{date_in_words(local.date(), interface_language())}, {local:%H:%M}"
