"""The table of references: which wording names which provision. Derived from the stored words."""

from ..lawtext.provision import FIELDS
from ..lawtext.references import pieces
from ..models import Reference


def rebuild_references(wordings):
    """Writes the references of these wordings anew, in the act that wrote their words."""
    if not wordings:
        return
    Reference.objects.filter(wording__in=[wording.pk for wording in wordings]).delete()
    Reference.objects.bulk_create(
        (
            Reference(wording=wording, target=target, form=token.form)
            for wording in wordings
            for name in FIELDS
            for _words, token in pieces(getattr(wording, name))
            if token
            for target in token.targets
        ),
        batch_size=500,
    )
