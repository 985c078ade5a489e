"""The block of signatures at the end of an act or ahead of its annexes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..characters import clean
from . import editorial
from .excluded import label_of
from .labels import folded
from .lines import Line
from .marks import mark_of

LONGEST = 12
"""Lines in such a block."""

MOST_ROWS = 4
"""Signatures may stand in a small table."""

ANNEX = folded("приложение"), folded("қосымша"), folded("annex"), folded("appendix")
CAPITAL = "[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
SURNAME = rf"{CAPITAL}[\w’'-]{{1,40}}"
NAMED = re.compile(
    rf"(?:^|[\s_]){CAPITAL}\.\s?(?:{CAPITAL}\.\s?)?{SURNAME}$|{SURNAME}\s{CAPITAL}\.\s?(?:{CAPITAL}\.)?$"
)
"""A name with initials at the end of a line."""

BLANK = re.compile("_{3,}")
"""Where the signature itself goes."""

AGREED = re.compile(
    rf"(?i:согласован[оы]?|келіс(?:ілді|ілген)|{folded('agreed')}|{folded('approved by')})(?![^\W_])\s?:?"
)
SIGNER = re.compile(
    rf"(?i:президент|премьер-министр|(?:перв\w{{2,3}}\s)?(?:заместитель|вице-)?\s?министр|аким|председател|руководител"
    rf"|әкім|төраға|қазақстан\sреспубликасының|министр|{folded('president')}|{folded('prime minister')}"
    rf"|{folded('minister')}|{folded('chair')})"
)


def with_signatures(lines: Sequence[Line]) -> list[Line]:
    """The lines with those of a block of signatures in the role of ``page``, as what is no text of the law."""
    result = list(lines)
    starts = [index for index, line in enumerate(lines) if _is_annex(line)]
    for end in (*starts, len(lines)):
        for index in _block_before(lines, end):
            result[index] = replace(lines[index], text=_words(lines[index]), role="page", rows=())
    return result


def _is_annex(line: Line) -> bool:
    lowered = folded(line.text).lower()
    if not any(word in lowered for word in ANNEX):
        return False
    label = label_of(clean(line.text)) if line.role in ("", "heading") else None
    return label is not None and label.kind == "annex"


def _words(line: Line) -> str:
    return clean(line.text) or " ".join(clean(cell) for row in line.rows for cell in row).strip()


def _block_before(lines: Sequence[Line], end: int) -> range:
    """The places of the block that ends here; empty where no line has a name, a blank or a word of consent."""
    candidates = range(end, max(0, end - LONGEST), -1)
    first = next((index for index in candidates if index and not _may_belong(lines[index - 1])), end - LONGEST)
    block = range(max(first, 0), end)
    opening = next((index for index in block if _opens(_words(lines[index]))), end)
    is_announced = 0 < opening < end and _words(lines[opening - 1]).endswith((":", ","))
    is_signed = any(map(_is_sure, map(_words, lines[opening:end])))
    return range(opening, end) if is_signed and opening and not is_announced else range(0)


def _may_belong(line: Line) -> bool:
    """Whether a line is short, without label, mark or end of a sentence."""
    words = _words(line)
    if line.role not in ("", "heading", "page", "table") or len(line.rows) > MOST_ROWS:
        return False
    if len(words) > editorial.LONGEST_SIGNATURE or mark_of(line.text.lstrip()) or label_of(words):
        return False
    is_note = editorial.is_note(words)
    return not is_note and (words[-1:] not in tuple(".;:,") or bool(NAMED.search(words) or _agrees(words)))


def _opens(words: str) -> bool:
    return bool(SIGNER.match(folded(words))) or _agrees(words) or editorial.is_signature(words or ".")


def _agrees(words: str) -> bool:
    return bool(AGREED.match(folded(words)))


def _is_sure(words: str) -> bool:
    return bool(NAMED.search(words) or BLANK.search(words)) or _agrees(words)
