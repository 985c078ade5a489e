"""Which columns of a row are its facts: what history keeps and fingerprints cover."""

from ..models import Law, Provision, Wording

TRACKED = {
    Law: (
        "slug",
        "languages",
        "profile",
        "numbering",
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
    ),
    Provision: ("parent_id", "kind", "position", "fixed_number", "status", "origin", "joined_to"),
    Wording: ("provision_id", "language", "heading", "text", "closing"),
}

LATER = frozenset({"published_on", "in_force_on", "effect_rule", "effect_days", "effect_months", "effect_on"})
"""Columns that came after laws had been written: a fingerprint covers them where they are set, so that the entries of
before keep theirs."""


def facts(model, row):
    """The tracked columns of a row or of one of its history rows, as values that JSON can hold."""
    return {name: _plain(getattr(row, name)) for name in TRACKED[model]}


def written(row):
    """A row as the entry that wrote it left it; takes the row itself or its history row."""
    model = getattr(type(row), "instance_type", type(row))
    key = row.slug if model is Law else str(row.id)
    known = {name: value for name, value in facts(model, row).items() if name not in LATER or value not in (None, "")}
    return {"model": model._meta.model_name, "id": key, "revision": row.revision, **known}


def _plain(value):
    return value if value is None or isinstance(value, str | int | list) else str(value)
