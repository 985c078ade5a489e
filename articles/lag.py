"""Which texts of a law lag: an authentic language was reworded since the last draft, and this one was not.

The one rule for the page of a provision, the page of the law and what freezing lists as open.
"""

from dataclasses import dataclass, field

from .lawtext.provision import FIELDS, provisions
from .models import Wording
from .since import articles_around

END_MARKS = ";.,"
"""Marks at the end of a list item follow its place: they are no words that another language had to follow."""


@dataclass(frozen=True, slots=True)
class Lags:
    """``draft`` is the number of the draft they are counted from (0: there is none), ``authentic`` are languages.

    ``changed`` holds, by the id of the provision and by language, the words that read otherwise than in the draft: the
    revision that the draft has, 0 for words that it has not.
    """

    authentic: tuple[str, ...] = ()
    draft: int = 0
    changed: dict[str, dict[str, int]] = field(default_factory=dict)

    def can_lag(self, language):
        """Whether the text in this language is one of several texts of the law, and there is a draft to count from."""
        return bool(self.draft) and language in self.authentic and len(self.authentic) > 1

    def behind(self, provision, language):
        """The authentic languages whose words were changed since, while those of the provision in this one were not.

        A provision without words does not lag, its words are missing; nor does one that says that it is excluded.
        """
        changed = self.changed.get(provision.id, {})
        if language in changed or provision.status != "standing" or not has_words(provision):
            return ()
        return tuple(code for code in self.authentic if changed.get(code))

    def behind_in(self, root, language):
        """What lags in a tree of the law, the text in this language."""
        found = {item.id: self.behind(item, language) for item in provisions(root) if item.id in self.changed}
        of = {id: languages for id, languages in found.items() if languages}
        articles = articles_around(root)
        return Behind(of, frozenset(articles[id] for id in of if id in articles))


NO_LAGS = Lags()


@dataclass(frozen=True, slots=True)
class Behind:
    """``of`` maps ids of provisions to the languages behind which their words lag; ``within`` are ids of articles."""

    of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    within: frozenset[str] = frozenset()


NOTHING_BEHIND = Behind()


def lags_of(law, provision=None):
    """The Lags of a law, or of one provision of it by its id; three queries, whatever the size of the law."""
    draft = law.drafts.newest()
    if draft is None:
        return NO_LAGS
    changed = {}
    for wording, before in Wording.objects.since(law, draft.entry.sequence, provision):
        if before is None or not _said_the_same(wording, before):
            revision = before.revision if before and has_words(before) and has_words(wording) else 0
            changed.setdefault(str(wording.provision_id), {})[wording.language] = revision
    authentic = tuple(code for code in law.language_codes if law.is_authentic(code))
    return Lags(authentic, draft.number, changed)


def missing_in(language, texts):
    """Ids of provisions that have words in another language but none in this one, in reading order.

    ``texts`` are the provisions of each language, by its code, one after the other.
    """
    others = (item for code, text in texts.items() if code != language for item in text)
    elsewhere = {item.id for item in others if has_words(item)}
    return [item.id for item in texts[language] if item.id in elsewhere and not has_words(item)]


def has_words(provision):
    """Whether a provision, or a wording, has any words of its own."""
    return any(getattr(provision, name) for name in FIELDS)


def _said_the_same(wording, before):
    return all(getattr(wording, name).rstrip(END_MARKS) == getattr(before, name).rstrip(END_MARKS) for name in FIELDS)
