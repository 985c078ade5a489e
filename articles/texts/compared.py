"""Two editions of a law side by side: drafts and the working text, which of them there are, and what changed."""

from dataclasses import dataclass
from functools import cached_property

from ..lawtext.comparison import compare
from ..models import Draft, Law
from .sources import draft_text, working_text

WORKING = "working"


@dataclass(frozen=True)
class Side:
    """One of the two editions: a draft, or the working text where ``draft`` is None."""

    law: Law
    draft: Draft | None = None

    @property
    def name(self):
        """How an address names it: the number of the draft, or «working»."""
        return str(self.draft.number) if self.draft else WORKING

    @cached_property
    def language_codes(self):
        return self.draft.language_codes if self.draft else self.law.language_codes

    def edition(self, language):
        return self.draft.edition(language) if self.draft else self.law.edition(language)

    def text(self, language):
        return draft_text(self.draft, language) if self.draft else working_text(self.law, language)


@dataclass(frozen=True)
class Pair:
    """The old and the new edition."""

    old: Side
    new: Side

    @property
    def law(self):
        return self.new.law

    @cached_property
    def language_codes(self):
        """The languages in which both have a text, in the order of the law."""
        return [code for code in self.old.language_codes if code in self.new.language_codes]

    def editions(self, language):
        """What names the two texts: their fingerprints say whether either has changed since."""
        return self.old.edition(language), self.new.edition(language)

    def last_entries(self, language):
        """The last entry between the two texts that wrote each provision, or its words in the language, by its id."""
        old, new = self.editions(language)
        return self.law.entries.last_on_provisions(language, after=old.sequence, until=new.sequence)

    def comparison(self, language):
        """The changes from the old text to the new one, in one language."""
        return compare(self.old.text(language).comparable(), self.new.text(language).comparable())


def sides(law, drafts, *, with_working_text):
    """All editions that can be compared, by name, the newest first."""
    found = [Side(law)] if with_working_text else []
    found += [Side(law, draft) for draft in sorted(drafts, key=lambda draft: -draft.number)]
    return {side.name: side for side in found}


def newest_pair(found):
    """The newest edition with the one before; None where there are fewer than two. ``found`` is from ``sides``."""
    new, old = [*found.values(), None, None][:2]
    return Pair(old, new) if old else None
