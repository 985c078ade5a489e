"""What is known of a law as a whole: its stage and its validity."""

from django.utils.translation import gettext as _

from ..models import Entry
from .act import procedure
from .errors import ActRefused, NothingChanged

FACTS = frozenset(
    {
        "stage",
        "validity_basis",
        "validity_months",
        "validity_date",
        "validity_scope",
        "published_on",
        "in_force_on",
        "effect_rule",
        "effect_days",
        "effect_months",
        "effect_on",
    }
)
"""The columns of Law that its card shows and changes."""


class CardHasChanged(ActRefused):
    """Somebody changed the card since it was opened."""


@procedure(Entry.Act.CARD)
def change_card(writing, facts, base=None):
    """Sets facts of the card, a value for each of some names of FACTS.

    CardHasChanged if the law has another revision than ``base``, NothingChanged if the card says so already.
    """
    unknown = facts.keys() - FACTS
    if unknown:
        raise ValueError(f"These are no facts of a card: {sorted(unknown)}")
    if base is not None and writing.law.revision != base:
        raise CardHasChanged(_("Somebody has changed the card since you opened it. Compare and save again."))
    writing.change(writing.law, **facts)
    if writing.is_empty:
        raise NothingChanged(_("The card says so already."))
    writing.subject = writing.law.root_id
