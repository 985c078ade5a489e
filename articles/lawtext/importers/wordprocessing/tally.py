"""What a document holds beside the words that are read, so that the report can say it."""

from collections import Counter
from dataclasses import dataclass, field

from ...said import Said

SENTENCES = {
    "picture": "Pictures and drawings that were not read: %(number)s.",
    "object": "Embedded objects that were not read: %(number)s.",
    "embedded": "Embedded documents that were not read: %(number)s.",
    "formula": "Formulas that were read as plain words: %(number)s.",
    "comment": "Comments of the file that were not read: %(number)s.",
    "placeholder": "Empty form fields that were not read: %(number)s.",
    "symbol": "Symbols of a special font that could not be read and stand as \ufffd: %(number)s.",
    "automatic": "Automatic numbers (fields) that Word does not store and that are missing: %(number)s.",
    "struck": "Runs of words printed struck through, which were read as standing words: %(number)s.",
}

QUOTED = 80


@dataclass
class Tally:
    """Counts by a key of SENTENCES, and the words that do not print."""

    found: Counter[str] = field(default_factory=Counter)
    hidden: list[str] = field(default_factory=list)
    margins: str = ""

    def remarks(self) -> tuple[str, ...]:
        counted = tuple(
            Said(sentence, number=self.found[key]) for key, sentence in SENTENCES.items() if self.found[key]
        )
        words = (
            ("Hidden words do not print and were not read: «%(words)s».", " ".join(self.hidden)),
            ("Headers and footers were not read: «%(words)s».", self.margins),
        )
        return counted + tuple(Said(said, words=shortened(text)) for said, text in words if text.strip())


def shortened(text: str) -> str:
    """The beginning of the words, on one line."""
    line = " ".join(text[: 4 * QUOTED].split())
    return line if len(line) <= QUOTED else f"{line[:QUOTED].rstrip()}…"
