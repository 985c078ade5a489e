"""The grammatical form of a reference: a case and flags, written «gen+r»."""

from dataclasses import dataclass
from functools import cache

from ..units import CASES

FLAGS = {
    "r": "relative: «настоящей статьи», «осы баптың»",
    "o": "own unit only: «пункта 2»",
    "l": "with «настоящего Закона», «осы Заңның»",
    "c": "first letter capital",
    "p": "plural written though one",
    "e": "either: «подпункта 1) или 2)», in the singular unless also p",
    "f": "the first target by its part one: «части первой пункта 2»",
    "t": "through part one of the unit in which it stands: «подпункта 2) части первой статьи 4»",
    "v": "the other Kazakh chain of possessors: «17-бабы 1-тармағының …» for «17-баптың 1-тармағының …»",
}
"""What a form can say beside the case, in the order in which it is written."""


class FormRefused(ValueError):
    """A form that no language has."""


@dataclass(frozen=True, slots=True)
class Form:
    case: str
    flags: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return "+".join([self.case, *(flag for flag in FLAGS if flag in self.flags)])

    def case_in(self, language: str) -> str:
        """The case in this language: its own, or the first where the form was made for another language."""
        return self.case if self.case in CASES[language] else CASES[language][0]


_ALL_CASES = frozenset(case for cases in CASES.values() for case in cases)


@cache
def read_form(form: str) -> Form:
    """The value of a written form; FormRefused if it has an unknown case or flag."""
    case, *flags = form.split("+")
    if case not in _ALL_CASES or not set(flags) <= set(FLAGS):
        raise FormRefused(f"“{form}” is no form of a reference.")
    return Form(case, frozenset(flags))
