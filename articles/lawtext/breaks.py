"""Where a text can be parted in two."""

import re

from .sentences import sentence_starts

PAUSE = re.compile(r"[,;:–]\s+")
BLANK = re.compile(r"\s+")


def breaks(text: str) -> tuple[int, ...]:
    """Offsets at which a second half may begin: sentences; in a single sentence its pauses; else its words."""
    starts = tuple(start for start in sentence_starts(text) if start)
    return starts or _after(PAUSE, text) or _after(BLANK, text)


def _after(mark: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple(match.end() for match in mark.finditer(text) if match.start() > 0 and match.end() < len(text))


def nearest_break(text: str, share: float) -> int:
    """The break that parts the text most nearly at this share of its length; 0 if there is none."""
    return min(breaks(text), key=lambda start: abs(start - share * len(text)), default=0)
