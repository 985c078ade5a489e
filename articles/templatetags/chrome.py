"""Marks of the interface that every page uses."""

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html

from ..lawtext.exporters.wordings import date_in_words
from ..words.names import interface_language

register = template.Library()


@register.filter
def in_words(moment):
    """The day of a moment in the language of the interface: «24 сентября 2026 года»."""
    return date_in_words(timezone.localdate(moment), interface_language())


@register.simple_tag
def icon(name):
    """A symbol of ``static/icons.svg``; what it means stands beside it in words or in a label."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("icons.svg"), name)
