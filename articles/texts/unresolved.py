"""References that a person has to look at, in sentences: those that lead nowhere, and words that became none."""

from ..lawtext.provision import provisions
from ..lawtext.references import WHY, Index, address, broken, link


def broken_references(root, index, language):
    """A sentence for each reference whose target is not a norm in force; ``index`` knows removed provisions too."""
    for item in broken(root, index):
        target = address(index, item.target, language)
        yield f"{_where(index, item, language)}: {target} ({item.why})"


def unlinked_words(root, language, profile="law"):
    """A sentence for each place where words name a unit but are no reference; ``root`` has ids."""
    index = Index(root, profile)
    for item in unlinked(root, language, profile):
        yield f"{_where(index, item, language)}: “{item.words}” {WHY[item.why]}"


def unlinked(root, language, profile="law"):
    """Each place where words name a unit but are no reference, as ``references.Unlinked``; ``root`` has ids."""
    taken = {provision.id: provision.references for provision in provisions(root)}
    for item in link(root, language, profile)[1]:
        if not any(_overlap(item, reference) for reference in taken[item.provision]):
            yield item


def _overlap(item, reference):
    return item.field == reference.field and item.start < reference.end and reference.start < item.end


def _where(index, item, language):
    return address(index, item.provision, language)
