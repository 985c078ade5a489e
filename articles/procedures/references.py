"""The table of references: which wording names which provision. Derived from the stored words."""

from dataclasses import replace

from ..lawtext.provision import FIELDS, provisions, rebuilt
from ..lawtext.references import Index, pieces, printed, stored
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


def with_stale_as_words(tree, writing, language):
    """The tree without those references to provisions outside it that would now print other words than it has.

    Such a target left the text under another number than it had in the days of the tree. The words are kept.
    """
    ids = {provision.id for provision in provisions(tree)}
    index = Index(writing.structure.tree(), writing.law.profile)

    def is_stale(provision, reference):
        if ids.issuperset(reference.targets):
            return False
        token = stored(reference.targets, reference.form, reference.through)
        now = printed(token, index, language, provision.id, reference.field).words
        return now != provision.words(reference.field)[reference.start : reference.end]

    def kept(provision):
        references = tuple(one for one in provision.references if not is_stale(provision, one))
        return provision if references == provision.references else replace(provision, references=references)

    return rebuilt(tree, kept)
