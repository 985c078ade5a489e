"""Whether a rewording touches the substance of a norm, and in what: the reasons of ``changes.REASONS``."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .changes import REASONS, Span
from .provision import Reference
from .quantities import EDGES, Quantity, numeral, quantities

MODALITY = {
    "duty": (
        r"долж(?:ен|на|но|ны)|обязан\w{0,2}|обязанност\w{1,3}|обязательн\w{1,3}|надлежит|следует|необходимо|подлеж[иа]т|"
        r"тиіс|тиісті|міндетті\w*|міндет\w*|қажет|керек|"
        r"shall|must|should|obliged|required|obligations?|duty|duties"
    ),
    "right": (
        r"вправе|может|могут|мог(?:ла|ли|ло)?|право|разреш(?:ается|ено)|допускается|допустимо|"
        r"құқылы|құқығы|мүмкін|алады|рұқсат|"
        r"may|can|might|entitled|right|permitted|allowed"
    ),
    "ban": r"запрещ(?:ается|ено|ены|ает)|запрет\w{0,2}|нельзя|тыйым|prohibited|forbidden|cannot",
}
"""Words that make a norm a duty, a right or a ban."""

NEGATION = {
    "ru": r"не|ни|нет|без|никто|ничто|нельзя|недопустим\w{0,2}",
    "kk": r"емес|жоқ|ешкім|ешқандай|тыйым|"
    r"\w{2,}[мбп][ае](?:йды|йді|йтын|йтін|й|ған|ген|у|уы|уі|уға|уге|с|са|се|стан|стен)",
    "en": r"not|no|nor|never|neither|none|without|cannot|\w+n't",
}
"""Words that deny; Kazakh denies within the verb («жасамайды», «берілмейді»)."""

CONJUNCTIONS = {
    "and": r"и|а|также|және|мен|бен|пен|and|both",
    "or": r"или|либо|немесе|болмаса|or|either",
}
"""Words that join the items of an enumeration: all of them, or any."""

ITEM_WORDS = 4
"""An item added to an enumeration within a sentence is rarely longer."""


def _either(table: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in table.items()))


_MODALITY = _either(MODALITY)
_CONJUNCTIONS = _either(CONJUNCTIONS)
_NEGATION = {language: re.compile(pattern) for language, pattern in NEGATION.items()}
CYRILLIC = re.compile("[\u0400-\u04ff]")
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)

KAZAKH_SHARE = 0.02
"""A Russian text names Kazakh places; one letter in fifty is more than that."""


def language_of(text: str) -> str:
    """The language of words of a law: kk, ru or en, told by its letters."""
    cyrillic = len(CYRILLIC.findall(text))
    if 2 * cyrillic < sum(map(str.isalpha, text)) or not cyrillic:
        return "en"
    return "kk" if len(KAZAKH.findall(text)) > KAZAKH_SHARE * cyrillic else "ru"


class Region(NamedTuple):
    """One change: from where to where in the old text and in the new one."""

    old: tuple[int, int]
    new: tuple[int, int]


def _regions(spans: Iterable[Span]) -> Iterator[Region]:
    """The changes of substance of a redline; what is folded is not among them."""
    i = j = 0
    deleted = 0
    for operation, text, why in (*spans, Span("equal", "")):
        size = len(text)
        if operation == "insert" and not why:
            yield Region((i - deleted, i), (j, j + size))
            deleted = 0
        elif deleted:
            yield Region((i - deleted, i), (j, j))
            deleted = 0
        if operation == "delete" and not why:
            deleted = size
        i += size if operation != "insert" else 0
        j += size if operation != "delete" else 0


def reasons(
    spans: Sequence[Span],
    language: str,
    old_references: Sequence[Reference] = (),
    new_references: Sequence[Reference] = (),
    same: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """Why the redline of one field touches the substance, in the order of REASONS; empty if it does not.

    References are those of the field, with offsets in its text; ``same`` as in ``redline``.
    """
    regions = list(_regions(spans))
    if not regions:
        return ()
    linked = bool(old_references and new_references)
    old = _Side(_text(spans, "insert"), language, old_references if linked else (), same or {})
    new = _Side(_text(spans, "delete"), language, new_references if linked else (), {})
    found: set[str] = set()
    for region in regions:
        found.update(_touched(old, new, region))
    return tuple(reason for reason in REASONS if reason in found)


def _text(spans: Iterable[Span], other: str) -> str:
    return "".join([span.text for span in spans if span.operation != other])


AROUND = 70
"""So many characters around a change hold all that a quantity in it can belong to."""

BEFORE = 40
"""So many before it hold the numeral of a unit in it: «двадцать месячных расчетных показателей»."""


class Word(NamedTuple):
    """What one word does in a norm: the class of its modality, whether it denies or is a numeral, how it joins."""

    modality: str
    denies: bool
    conjunction: str
    is_numeral: bool


@lru_cache(maxsize=1 << 14)
def _word(word: str, language: str) -> Word:
    """The word, in lower case and with the punctuation around it. Remembered: a law has few different ones."""
    word = word.strip(EDGES)
    modality, conjunction = _MODALITY.fullmatch(word), _CONJUNCTIONS.fullmatch(word)
    return Word(
        str(modality.lastgroup) if modality else "",
        _NEGATION[language].fullmatch(word) is not None,
        str(conjunction.lastgroup) if conjunction else "",
        bool(numeral(word, language)),
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two texts of a redline."""

    text: str
    language: str
    references: Sequence[Reference]
    same: Mapping[str, str]

    def words(self, start: int, end: int) -> list[Word]:
        return [_word(word, self.language) for word in self.text[start:end].lower().split()]

    def quantities(self, start: int, end: int) -> list[Quantity]:
        """The quantities and references that a change touches; a number within a reference counts as that.

        An insertion touches what it stands in the midst of.
        """
        found: list[Quantity] = []
        if any(word.is_numeral for word in self.words(self._word_start(start - BEFORE), end)):
            last = self.text.find(" ", end + AROUND)
            last = last if last >= 0 else len(self.text)
            found += quantities(self.text, self.language, self._word_start(start - AROUND), last)
        if self.references:
            cited = [
                Quantity(one.start, one.end, ("reference",), ",".join(self.same.get(id, id) for id in one.targets))
                for one in self.references
            ]
            free = [one for one in found if not any(other.start <= one.start < other.end for other in cited)]
            found = sorted(cited + free)
        return [one for one in found if one.start < end and one.end > start]

    def _word_start(self, place: int) -> int:
        return self.text.rfind(" ", 0, place) + 1 if place > 0 else 0


def _touched(old: _Side, new: _Side, region: Region) -> Iterator[str]:
    yield from _quantities_touched(old.quantities(*region.old), new.quantities(*region.new))
    deleted, inserted = old.words(*region.old), new.words(*region.new)
    if [word.modality for word in deleted if word.modality] != [word.modality for word in inserted if word.modality]:
        yield "modality"
    if sum(word.denies for word in deleted) != sum(word.denies for word in inserted):
        yield "negation"
    if deleted and inserted:
        kinds = [{word.conjunction for word in side if word.conjunction} for side in (deleted, inserted)]
        if all(kinds) and kinds[0] != kinds[1]:
            yield "enumeration"
    elif _is_item(old.text[slice(*region.old)] if deleted else new.text[slice(*region.new)], deleted or inserted):
        yield "enumeration"


def _quantities_touched(old: Sequence[Quantity], new: Sequence[Quantity]) -> Iterator[str]:
    sides = [[(one.reasons, one.numeral, one.unit) for one in side] for side in (old, new)]
    if sides[0] == sides[1]:
        return
    counts = [Counter(side) for side in sides]
    differing = (counts[0] - counts[1]) + (counts[1] - counts[0]) or counts[0]
    renumbered = [one.numeral for one in old] != [one.numeral for one in new]
    for why, _, _ in differing:
        yield from (reason for reason in why if renumbered or reason != "number")


def _is_item(text: str, words: Sequence[Word]) -> bool:
    """Whether words that only came or only went are an item of an enumeration, with a comma or «и» at one end."""
    text = text.strip()
    if not words:
        return False
    joined = words[0].conjunction or words[-1].conjunction
    return bool(joined) or (len(words) <= ITEM_WORDS and "," in (text[0], text[-1]))
