"""Words and signs of what became of a provision since the last draft."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..texts.since import SIGNS
from ..words.names import language_name

register = template.Library()


def _words(change):
    return {
        "inserted": _("new"),
        "reworded": _("reworded"),
        "moved": _("moved"),
        "excluded": _("something was excluded"),
    }[change]


@register.simple_tag
def said_change(change):
    """What a screen reader hears ahead of words that have a bar beside them."""
    if not change:
        return ""
    return format_html('<span class="hidden-text" lang="{}">({}) </span>', get_language(), _words(change))


@register.simple_tag
def change_sign(change):
    """The sign of a class in the outline, with its words."""
    words = _words(change)
    sign = format_html('<span aria-hidden="true">{}</span><span class="hidden-text">{}</span>', SIGNS[change], words)
    return format_html('<span class="changed {}" title="{}">{}</span>', change, words, sign)


@register.simple_tag
def language_names(codes):
    """«русский, казахский»."""
    return ", ".join(map(language_name, codes))
