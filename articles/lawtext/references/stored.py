"""Stored form of references: one token of plain ASCII in the words, ``{@id;gen+r}``.

A token names the ids of its targets, in the order in which they are named or as the two ends of a range, and the
grammatical form. The words are printed from the present numbers of the targets. Ids are canonical UUIDs in values
and 32 hexadecimal digits in the stored form.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..provision import Provision, Reference
from .forms import FormRefused, read_form

MARK = "{@"
STORED = re.compile(r"\{@[0-9a-f]{32}(?:(?:,|\.\.)[0-9a-f]{32})*;[a-z]+(?:\+[a-z]+)*\}")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class ReferenceRefused(ValueError):
    """Words that hold ``{@`` which is no reference of this law; the message is one sentence."""


class Token(NamedTuple):
    """A reference as stored; ``targets`` are canonical ids, the two ends of a range when ``through``."""

    targets: tuple[str, ...]
    form: str
    through: bool = False


def stored(targets: Iterable[str], form: str, through: bool = False) -> str:
    """The token of a reference; ValueError for ids that are no UUIDs, for no targets, or a range not of two."""
    ids = tuple(targets)
    if not ids or (through and len(ids) != 2):
        raise ValueError("A reference names at least one provision, a range exactly two.")
    for target in ids:
        if not _UUID.fullmatch(target):
            raise ValueError(f"“{target}” is not the id of a provision.")
    read_form(form)
    between = ".." if through else ","
    return f"{MARK}{between.join(target.replace('-', '') for target in ids)};{form}}}"


def _canonical(digits: str) -> str:
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


@lru_cache(maxsize=4096)
def token(text: str) -> Token:
    """The value of a token; ReferenceRefused if it has the shape of one but mixes lists and ranges or has no form."""
    names, form = text.removeprefix(MARK).removesuffix("}").split(";")
    ends = names.split("..")
    if len(ends) > 2 or (len(ends) == 2 and "," in names):
        raise ReferenceRefused(f"The reference {text} is neither a list nor a range.")
    try:
        read_form(form)
    except FormRefused as error:
        raise ReferenceRefused(f"The reference {text} has an unknown form.") from error
    through = len(ends) == 2
    ids = ends if through else names.split(",")
    return Token(tuple(_canonical(digits) for digits in ids), form, through)


def pieces(stored_text: str) -> Iterator[tuple[str, Token | None]]:
    """The text in order: plain words with None, and each token as it is written with its value."""
    done = 0
    for match in STORED.finditer(stored_text):
        if match.start() > done:
            yield stored_text[done : match.start()], None
        yield match[0], token(match[0])
        done = match.end()
    if done < len(stored_text):
        yield stored_text[done:], None


def to_stored(words: str, references: Iterable[Reference]) -> str:
    """Printed words of one field with its references put back as tokens; ValueError if references overlap."""
    out = []
    done = 0
    for reference in sorted(references, key=lambda reference: reference.start):
        if not done <= reference.start < reference.end <= len(words):
            raise ValueError("References overlap or end outside the words.")
        out.append(words[done : reference.start])
        out.append(stored(reference.targets, reference.form, reference.through))
        done = reference.end
    return "".join([*out, words[done:]])


def stored_words(provision: Provision, field: str) -> str:
    """One field of a provision in stored form."""
    if not provision.references:
        return provision.words(field)
    return to_stored(provision.words(field), (one for one in provision.references if one.field == field))
