"""Sentences of ours about a text: they print in English, and keep what a page needs to say them in another language."""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import NamedTuple, Union


class UnitName(NamedTuple):
    """A unit as a report names it: «clause 5-1», or only its kind."""

    kind: str
    number: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.number}".rstrip()


Value = Union[str, int, UnitName, "Said"]


class Said(str):
    """A sentence as plain words, with the ``template`` (``%(name)s``) and the ``values`` that it was made of."""

    template: str
    values: Mapping[str, Value]

    def __new__(cls, template: str, **values: Value) -> "Said":
        said = super().__new__(cls, template % values if values else template)
        said.template, said.values = template, values
        return said


def joined(sentences: Iterable[str], pattern: str = "%(first)s; %(second)s") -> str:
    """The sentences as one; empty without any."""
    found = [said for said in sentences if said]
    return reduce(lambda first, second: Said(pattern, first=first, second=second), found) if found else ""


class Refused(Exception):
    """What is refused with one sentence for the person who asked; ``said`` is that sentence."""

    def __init__(self, sentence: str, **values: Value) -> None:
        self.said = sentence if isinstance(sentence, Said) else Said(sentence, **values)
        super().__init__(str(self.said))
