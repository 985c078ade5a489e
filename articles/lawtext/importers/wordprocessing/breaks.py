"""Line breaks inside a paragraph: which of them begin a new line of the law, and which only wrap one."""

import re

from .runs import BREAK, PAGE_BREAK

TAB = "\t"
TAB_WIDTH = 4

UNITS = "статья|глава|раздел|подраздел|параграф|часть|приложение|article|chapter|section|subsection|paragraph|annex"
KAZAKH_UNITS = "бап|тарау|бөлім|бөлік|параграф|кіші бөлім|қосымша"
NOTES = "сноска|ескерту|примечание|ескертпе|note"

NUMBER = r"\d{1,4}(?:-\d{1,3}){0,3}"
HEADED = re.compile(rf"(?:(?:{UNITS}) {NUMBER}|{NUMBER}-(?:{KAZAKH_UNITS}))\.?", re.IGNORECASE)
LABEL = re.compile(rf"{HEADED.pattern}|{NUMBER}[.)] ?\w|(?:{NOTES})\b|[–—•-] ", re.IGNORECASE)

LIST_END = (";", ":")
SENTENCE_END = (".", "!", "?")
ENDS = LIST_END + SENTENCE_END


def pieces(text: str) -> list[str]:
    """The lines of a paragraph, each without breaks and tabs, in order; empty ones left out.

    A page break always separates. A line break separates before what looks like a label of a unit or a note, after a
    finished item or sentence, and after the heading of an article; anywhere else it stands for a blank.
    """
    found: list[str] = []
    for page in text.split(PAGE_BREAK):
        lines = [line for part in page.split(BREAK) if (line := untabbed(part))]
        found += joined(lines)
    return found


def untabbed(text: str) -> str:
    """The words with every run of tabs, and the blanks around it, as one blank."""
    if TAB not in text:
        return text.strip()
    return " ".join(part for piece in text.split(TAB) if (part := piece.strip()))


def joined(lines: list[str]) -> list[str]:
    found: list[list[str]] = []
    for line in lines:
        if found and not separates(found[-1][-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return [" ".join(piece) for piece in found]


def separates(before: str, after: str) -> bool:
    """Whether the break between the two stands where a new line of the law begins."""
    if LABEL.match(after) or before.endswith(LIST_END):
        return True
    if not after[0].isupper():
        return False
    label = HEADED.match(before)
    if label:
        return label.end() < len(before) and after.endswith(ENDS)
    return before.endswith(SENTENCE_END)


def leading(text: str) -> int:
    """The width of the blanks and tabs ahead of the first word."""
    start = text[: len(text) - len(text.lstrip(" \t\xa0"))]
    return sum(TAB_WIDTH if letter == TAB else 1 for letter in start)
