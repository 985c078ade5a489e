"""What a person chose to see of a comparison: kept in the address, so that a link shows the same."""

from dataclasses import dataclass

from .redlining import FILTERS, LOUD, seen_with

DEFAULT = frozenset(LOUD)


@dataclass(frozen=True)
class Choices:
    """``shown`` are names of FILTERS; ``substantive`` leaves only changes that touch the substance."""

    beside: bool = False
    whole: bool = False
    shown: frozenset = DEFAULT
    substantive: bool = False

    @classmethod
    def of(cls, query):
        """The choices in a query. A form always sends ``show``, so that also nothing can be chosen."""
        shown = DEFAULT if "show" not in query else frozenset(query.getlist("show")) & FILTERS.keys()
        return cls(query.get("view") == "beside", bool(query.get("whole")), shown, bool(query.get("substance")))

    def shows(self, filter, substantive):
        """Whether a change of this filter is shown."""
        return filter in self.shown and (substantive or not self.substantive)

    @property
    def is_inline_there(self):
        """Whether the page holds the text inline: the whole text is long and comes in one view only."""
        return not (self.whole and self.beside)

    @property
    def is_beside_there(self):
        """Whether the page holds the two texts beside each other."""
        return self.beside or not self.whole

    @property
    def shows_folds(self):
        """Whether the folded lines are there: they vanish where a person looks for something else."""
        return "quiet" in self.shown or (self.shown >= DEFAULT and not self.substantive)

    def over(self, rows):
        """The rows as they are shown: (row, whether it is muted, whether it is hidden).

        A muted change is shown as words without a mark: in the whole text, and around something that is shown.
        """
        wanted = [self._wants(row) for row in rows]
        seen = seen_with(rows, wanted)
        return [
            (row, row["shape"] == "change" and not is_wanted, not (is_seen or self.whole))
            for row, is_wanted, is_seen in zip(rows, wanted, seen, strict=True)
        ]

    def _wants(self, row):
        """Whether a row is there for its own sake, not for what stands below it."""
        if row["shape"] == "fold":
            return self.shows_folds
        return row["shape"] == "change" and self.shows(row["filter"], row["substantive"])
