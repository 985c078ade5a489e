"""Texts from which a law can begin: an outline that was typed, another law that the person may read."""

from ..access import RIGHTS, Right, laws_of, titled
from ..lawtext.importers.lines import Imported
from ..lawtext.outline import outlined
from ..models import Role
from ..texts.sources import draft_text, working_text


def outline_text(title, outline, language):
    """A typed outline as a text to load."""
    return Imported(outlined(title, outline), language)


def readable_laws(person, language):
    """The laws of a person with title and drafts; ``reads_working_text`` says which texts are open."""
    found = titled(laws_of(person), person, language).with_role(person).prefetch_related("drafts")
    for law in found:
        law.reads_working_text = Right.READ_WORKING_TEXT in RIGHTS[Role(law.role)]
    return found


def texts_to_copy(laws, name):
    """The law and its texts in all languages that ``slug`` or ``slug@3`` names; ``laws`` as ``readable_laws``."""
    slug, _at, number = name.partition("@")
    law = next(law for law in laws if law.slug == slug)
    if not number:
        return law, [working_text(law, code) for code in law.language_codes]
    draft = law.drafts.select_related("law", "entry", "previous").get(number=number)
    return law, [draft_text(draft, code) for code in draft.language_codes]
