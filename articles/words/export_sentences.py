"""Why a text cannot leave in a format, in the language of the person.

``lawtext`` speaks English and keeps the template and values of each sentence (``lawtext.said``).
"""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from ..lawtext.exporters.redline_words import lowered, place
from ..lawtext.said import UnitName
from .names import interface_language, kind_name

SENTENCES = frozenset(
    (
        _("The law holds words or numbers that cannot be written as lines of text."),
        _("The print fonts lack the character “%(character)s” (%(code)s)."),
        _("The print fonts lack the character “%(character)s” (%(code)s) in %(place)s."),
        _("Setting the pages took more than %(seconds)s seconds."),
        _("The pages cannot be set: %(why)s"),
        _("XML cannot hold the character %(code)s after “%(before)s” (%(part)s)."),
        _("The heading of %(unit)s holds %(code)s, which XML cannot hold."),
        _("The text of %(unit)s holds %(code)s, which XML cannot hold."),
        _("The closing words of %(unit)s hold %(code)s, which XML cannot hold."),
        _("A note, number or title holds a character that XML cannot hold."),
        _("A reference in a table runs over the edge of a cell."),
        _("References overlap or end outside the words in “%(words)s”."),
        _("Change %(number)s (%(where)s) has no place in the text."),
    )
)
"""All sentences of the exporters."""


def in_words(refusal):
    """The sentence of an ExportRefused in the language of the interface."""
    said = refusal.said
    values = {name: _value(value) for name, value in said.values.items()}
    return gettext(said.template) % values if values else gettext(said.template)


def _value(value):
    """«пункт 5-1», «5-1-тармақ», "point 5-1"; only the kind where a unit has no number."""
    if not isinstance(value, UnitName):
        return value
    return lowered(place((value,), interface_language())) if value.number else kind_name(value.kind)
