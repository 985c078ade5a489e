"""What is known of a law as a whole: its stage and its validity."""

from django.utils.translation import gettext as _

from ..models import Entry
from .act import procedure
from .errors import ActRefused, NothingChanged

PARTS = {
    "stage": ("stage",),
    "term": ("validity_basis", "validity_months", "validity_date", "validity_scope"),
    "effect": ("effect_rule", "effect_days", "effect_months", "effect_on"),
    "published_on": ("published_on",),
    "in_force_on": ("in_force_on",),
}
"""The columns of Law that its card shows and changes, by what makes sense only as a whole."""

FACTS = frozenset(name for names in PARTS.values() for name in names)


class CardHasChanged(ActRefused):
    """Two people changed the same parts of the card: ``contested``. ``own`` are all parts that the person changed."""

    def __init__(self, own, contested):
        super().__init__(
            _("Somebody has changed the same on the card meanwhile. Choose below what stays; nothing is saved yet.")
        )
        self.own = own
        self.contested = contested


@procedure(Entry.Act.CARD)
def change_card(writing, facts, base=None):
    """Sets facts of the card, a value for each of some names of FACTS.

    With ``base``, the revision of the law that the person saw, only those parts are set that differ from it, so that
    what others changed meanwhile stays; CardHasChanged if they changed the same. NothingChanged if the card says so
    already.
    """
    unknown = facts.keys() - FACTS
    if unknown:
        raise ValueError(f"These are no facts of a card: {sorted(unknown)}")
    if base is not None:
        facts = _own_facts(writing.law, facts, base)
    writing.change(writing.law, **facts)
    if writing.is_empty:
        raise NothingChanged(_("The card says so already."))
    writing.subject = writing.law.root_id


def _own_facts(law, facts, base):
    """Those of the facts that the person changed."""
    seen = law.history.filter(revision=base).first()
    if seen is None:
        raise ActRefused(_("This form belongs to another card: open the page again."))
    given = {part: {name: facts[name] for name in names if name in facts} for part, names in PARTS.items()}
    own = {part: values for part, values in given.items() if _differs(seen, values)}
    contested = [part for part, values in own.items() if _differs(law, values) and _differs(law, _facts(seen, part))]
    if contested:
        raise CardHasChanged(list(own), contested)
    return {name: value for values in own.values() for name, value in values.items()}


def _facts(row, part):
    return {name: getattr(row, name) for name in PARTS[part]}


def _differs(row, facts):
    return any(getattr(row, name) != value for name, value in facts.items())
