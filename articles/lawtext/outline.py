"""An outline as a person types it: one heading a line, without numbers."""

import re
from collections.abc import Iterable

from .characters import clean
from .numbering import renumbered
from .provision import Provision

OPENINGS = {
    "section": "раздел|бөлім|section",
    "chapter": "глава|тарау|chapter",
    "article": "статья|бап|article",
}
"""The words that say what a line is, in every language; outer ones first. A line without any is an article."""

NUMBER = r"(?:\d{1,4}(?:-\d{1,4})*|[IVXLC]{1,8})"

LINES = {
    kind: re.compile(
        rf"(?:(?i:{words})(?:\s+{NUMBER}\b\s?[.:)–-]?|\s?[.:–-]|(?=\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]))"
        rf"|{NUMBER}\s?-?\s?(?i:{words})\b\s?[.:)–-]?)\s*"
    )
    for kind, words in OPENINGS.items()
}
"""«Глава 2. …», «2-тарау. …», «Глава: …», «Глава Общие положения»; but not «Глава государства»."""

BARE_NUMBER = re.compile(r"\d{1,4}(?:-\d{1,4})*\s?[.)]\s*")


def outlined(title: str, text: str) -> Provision:
    """The law that an outline describes: sections, chapters and articles with their headings, numbered through.

    Lines are separated by line breaks; empty ones count for nothing; numbers that were typed are dropped.
    """
    lines = [read for line in text.splitlines() if (read := _line(clean(line)))]
    return renumbered(Provision("law", heading=clean(title), children=_grouped(lines, tuple(OPENINGS))))


def _line(words: str) -> tuple[str, str] | None:
    """Kind and heading of a line; None for an empty one."""
    if not words:
        return None
    for kind, pattern in LINES.items():
        opening = pattern.match(words)
        if opening:
            return kind, words[opening.end() :]
    opening = BARE_NUMBER.match(words)
    return "article", words[opening.end() :] if opening else words


def _grouped(lines: Iterable[tuple[str, str]], kinds: tuple[str, ...]) -> tuple[Provision, ...]:
    """The lines as a tree: each holds those of inner kinds that follow it."""
    found: list[Provision] = []
    rest = list(lines)
    while rest:
        kind, heading = rest.pop(0)
        inner = kinds[kinds.index(kind) + 1 :]
        end = next((place for place, (other, _) in enumerate(rest) if other not in inner), len(rest))
        found.append(Provision(kind, heading=heading, children=_grouped(rest[:end], kinds)))
        rest = rest[end:]
    return tuple(found)
