"""Where a text can be parted in two."""

import re

from .sentences import sentence_starts

PAUSE = re.compile(r"[,;:–]\s+")
BLANK = re.compile(r"\s+")
WORD = re.compile(r"\S+")


def breaks(text: str) -> tuple[int, ...]:
    """Offsets at which a second half may begin: sentences; in a single sentence its pauses; else its words."""
    starts = tuple(start for start in sentence_starts(text) if start)
    return starts or _after(PAUSE, text) or _after(BLANK, text)


def _after(mark: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple(match.end() for match in mark.finditer(text) if match.start() > 0 and match.end() < len(text))


def between_words(text: str, at: int) -> int:
    """The offset itself if it stands between two words, else the nearer end of the word that it would cut in two.

    Of two ends equally near the beginning; an end of the whole text only if the word is all there is on that side.
    """
    word = next((match for match in WORD.finditer(text) if match.start() < at < match.end()), None)
    if word is None:
        return at
    ends = [end for end in word.span() if text[:end].strip() and text[end:].strip()]
    return min(ends or word.span(), key=lambda end: abs(end - at))


def nearest_break(text: str, share: float) -> int:
    """The break that parts the text most nearly at this share of its length; 0 if there is none."""
    return min(breaks(text), key=lambda start: abs(start - share * len(text)), default=0)
