"""The words of a phrase, in the grammar of each language."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from ..ordinals import ordinal_word
from ..units import ATTACHED, ORDINAL_KINDS, noun, this
from .phrases import DEAD, Group, Phrase, Step

AND = {"ru": " и ", "kk": " және ", "en": " and "}
OR = {"ru": " или ", "kk": " немесе ", "en": " or "}
DASH = " – "

DEAD_WORDS = {"ru": "[удаленная норма]", "kk": "[жойылған норма]", "en": "[removed norm]"}
"""Printed where a target has no address."""

BEFORE_SOLE = {"ru": "", "en": "the "}
"""What stands before the name of a unit that has no number: "the annex to this Law"."""


@lru_cache(maxsize=20_000)
def written(phrase: Phrase, language: str, profile: str = "law") -> str:
    """The words of a reference."""
    write = _WRITERS[language]
    words = _joined([write(group, phrase, profile) for group in phrase.groups], AND[language], phrase.apart)
    return words[:1].upper() + words[1:] if phrase.capital else words


def _joined(items: list[str], last: str, through: bool = False) -> str:
    """«1, 2 и 3», «1 – 3»."""
    if through:
        return DASH.join(items)
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + last + items[-1]


def _marks(step: Step, language: str, gender: str = "", case: str = "") -> str:
    """Numbers as they are written in running words: figures, figures with a bracket, or ordinals in words."""
    last = (OR if step.either else AND)[language]
    return _joined([_mark(step.kind, mark, language, gender, case) for mark in step.marks], last, step.through)


def _mark(kind: str, mark: str, language: str, gender: str, case: str) -> str:
    if kind in ORDINAL_KINDS:
        return ordinal_word(int(mark), language, gender, case)
    return f"{mark})" if kind == "subclause" else mark


def _named(step: Step, language: str, case: str, plural: bool, profile: str) -> str:
    """A unit where the name comes first: «пункта 2», «частями второй и третьей», "subpoint 3)"."""
    if step.kind == DEAD:
        return DEAD_WORDS[language]
    if step.this:
        return this(step.kind, language, case, profile)
    named = noun(step.kind, language, profile)
    words = named.form(case, (plural and bool(step.marks)) or step.several)
    if not step.marks:
        return f"{BEFORE_SOLE[language]}{words}"
    return f"{words} {_marks(step, language, named.gender, case)}"


def _small_to_large(language: str, part: tuple[str, str], attached: tuple[str, str]) -> Callable[..., str]:
    """A writer; the pairs are the word before the next larger unit and its case."""

    def write(group: Group, phrase: Phrase, profile: str) -> str:
        words = [_named(group.steps[0], language, phrase.case, phrase.plural, profile)]
        for inner, outer in pairwise(group.steps):
            word, case = attached if inner.kind in ATTACHED else part
            words.append(word + _named(outer, language, case, False, profile))
        return " ".join(words)

    return write


def _kazakh(group: Group, phrase: Phrase, profile: str) -> str:
    """From the largest unit down, each in the genitive before the next, which takes the possessive ending."""
    return " ".join(_kazakh_units(group, phrase, profile))


def _kazakh_units(group: Group, phrase: Phrase, profile: str) -> Iterator[str]:
    steps = group.steps[::-1]
    short = _shortened(group, phrase)
    for place, step in enumerate(steps):
        last = place == len(steps) - 1
        bare = place in short and step.kind not in ATTACHED
        case = phrase.case if last else _before(steps[place + 1], bare)
        inside = bare or ((place > 0 or group.cut) and step.kind not in ATTACHED)
        yield _kazakh_named(step, case, last and phrase.plural, inside, profile)


def _before(inner: Step, bare: bool) -> str:
    """The case of a unit in front of a smaller one: «17-баптың 2-тармағы», «17-бапқа ескертпе»."""
    if inner.kind in ATTACHED:
        return "dat"
    return "nom" if bare else "gen"


def _shortened(group: Group, phrase: Phrase) -> range:
    """Places of possessors that stand without the genitive: «осы Заңның 25-бабы 2-тармағының 3) тармақшасы».

    After «осы Заңның» all but the last of them; elsewhere none. A variant is the other way round.
    """
    steps = group.steps[::-1]
    start = 1 if steps[0].this else 0
    last = len(steps) - 2
    owned = start == 1 or group.cut
    if phrase.variant and owned and last == start:
        return range(start, last + 1)
    said = phrase.groups[0] if group.cut else group
    return range(start, last) if _after_this_law(said) != phrase.variant else range(0)


def _after_this_law(group: Group) -> bool:
    """Whether a unit follows right on «осы Заңның» («осы Заңға 1-қосымша» is said otherwise)."""
    outer = group.steps[-2:]
    return len(outer) == 2 and outer[1].kind == "law" and outer[0].kind not in ATTACHED


def _kazakh_named(step: Step, case: str, plural: bool, inside: bool, profile: str) -> str:
    if step.kind == DEAD:
        return DEAD_WORDS["kk"]
    if step.this:
        return this(step.kind, "kk", case, profile)
    words = noun(step.kind, "kk", profile).form(case, (plural and bool(step.marks)) or step.several, inside)
    marks = _marks(step, "kk")
    if not marks:
        return words
    hyphen = " " if step.kind in ORDINAL_KINDS or step.kind == "subclause" else "-"
    return f"{marks}{hyphen}{words}"


_WRITERS: dict[str, Callable[..., str]] = {
    "ru": _small_to_large("ru", ("", "gen"), ("к ", "dat")),
    "kk": _kazakh,
    "en": _small_to_large("en", ("of ", "at"), ("to ", "at")),
}
