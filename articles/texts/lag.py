"""Which texts of a law lag: an authentic language was reworded, and this one has not followed since.

The one rule for the page of a provision, the page of the law and what freezing lists as open. A text falls behind
between one draft and the next, and stays behind until its own words change: freezing makes nothing even.
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import groupby

from ..lawtext.provision import FIELDS, provisions
from ..models import Wording
from .since import articles_around

END_MARKS = ";.,"
"""Marks at the end of a list item follow its place: they are no words that another language had to follow."""


@dataclass(frozen=True, slots=True)
class Lags:
    """``draft`` is the number of the last draft (0: there is none), ``authentic`` are languages.

    ``followed`` holds, by the id of the provision, the language that lags and the language behind which it does, the
    last revision of the other with which it was in step.
    """

    authentic: tuple[str, ...] = ()
    draft: int = 0
    followed: dict[str, dict[str, dict[str, int]]] = field(default_factory=dict)

    def can_lag(self, language):
        """Whether the text in this language is one of several texts of the law, and there is a draft to count from."""
        return bool(self.draft) and language in self.authentic and len(self.authentic) > 1

    def behind(self, provision, language):
        """The authentic languages whose words were changed, while those of the provision in this one did not follow.

        A provision without words does not lag, its words are missing; nor does one that says that it is excluded.
        """
        if provision.status != "standing" or not has_words(provision):
            return ()
        followed = self.followed.get(provision.id, {}).get(language, {})
        return tuple(code for code in self.authentic if code in followed)

    def behind_in(self, root, language):
        """What lags in a tree of the law, the text in this language."""
        found = {item.id: self.behind(item, language) for item in provisions(root) if item.id in self.followed}
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
    """The Lags of a law, or of one provision of it by its id; two queries, whatever the size of the law."""
    drafts = list(law.drafts.sequences())
    if not drafts:
        return NO_LAGS
    authentic = tuple(code for code in law.language_codes if law.is_authentic(code))
    rows = Wording.objects.revisions_of_reworded(law, provision)
    courses = {str(id): _course(map(_said, found), drafts, authentic) for id, found in groupby(rows, key=_provision)}
    followed = {id: course.followed() for id, course in courses.items() if course.lags}
    return Lags(authentic, len(drafts), followed)


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of one revision without the marks at their end, as the entry with this sequence left them."""

    language: str
    sequence: int
    revision: int
    words: tuple[str, ...]


def _provision(row):
    return row[0]


def _said(row):
    _id, language, sequence, revision, *words = row
    return _Said(language, sequence, revision, tuple(text.rstrip(END_MARKS) for text in words))


def _course(said, drafts, authentic):
    """The _Course of a provision; ``said`` are all its _Said, the oldest first, ``drafts`` sequences of entries."""
    course = _Course(authentic)
    for _draft, rows in groupby(said, key=lambda one: bisect_left(drafts, one.sequence)):
        course.go_on(list(rows))
    return course


class _Course:
    """How the texts of one provision came to stand to each other, from draft to draft and until now.

    ``lags`` holds for a pair of languages what the second said when the first was last in step with it.
    """

    def __init__(self, authentic):
        self.authentic = authentic
        self.lags = {}
        self._now = {}
        # Words that stand to each other as they did in an earlier draft, be it by undoing or by restoring it, are in
        # step or not as they were there.
        self._known = {}

    def followed(self):
        """The ``followed`` of Lags for this provision."""
        found = {}
        for (language, other), said in self.lags.items():
            found.setdefault(language, {})[other] = said.revision
        return found

    def go_on(self, rows):
        """Takes what was written from one draft to the next, or since the last one."""
        span = _Span(rows, self._now, self.lags)
        self._now = span.after
        pairs = ((one, other) for one in span.after for other in self.authentic if other in span.after and one != other)
        found = {pair: self._in_step(span, pair) for pair in pairs}
        self.lags = {pair: said for pair, said in found.items() if said}

    def _in_step(self, span, pair):
        key = pair, *(span.after[language].words for language in pair)
        if key not in self._known:
            self._known[key] = span.in_step(*pair)
        return self._known[key]


class _Span:
    """What was written of a provision between two drafts, after what was said ``before`` with these ``lags``."""

    def __init__(self, rows, before, lags):
        self.rows, self.before, self.lags = rows, before, lags
        self.after = {**before, **{row.language: row for row in rows}}

    def in_step(self, language, other):
        """What the other said when this language was last in step with it; None if it still is."""
        if not self._has_words(language) or not self._has_words(other):
            return None
        since = self.lags.get((language, other))
        if since and self._is_reworded(language):
            since = self._at_the_last_change(language)[other]
        elif not since and not self._is_reworded(language) and not self._was_behind(other):
            since = self.before[other]
        return since if since and since.words != self.after[other].words else None

    def _has_words(self, language):
        """Whether it had words all the time: those that were written later, or taken away, are followed by none."""
        return all(language in said and any(said[language].words) for said in (self.before, self.after))

    def _is_reworded(self, language):
        return self.before[language].words != self.after[language].words

    def _was_behind(self, language):
        """A language that was behind follows when it changes, and leaves no other behind."""
        return any(one == language for one, _other in self.lags)

    def _at_the_last_change(self, language):
        """What every language said when the words of this one changed last: there it caught up."""
        said, found = dict(self.before), self.before
        for row in self.rows:
            is_change = row.language == language and row.words != said[language].words
            said[row.language] = row
            found = {**said, **_written_with(row, self.rows)} if is_change else found
        return found


def _written_with(row, rows):
    return {one.language: one for one in rows if one.sequence == row.sequence}


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
