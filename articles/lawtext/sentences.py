"""Where the sentences of a legal text begin."""

import re
from bisect import bisect_right

ENDING = re.compile(r"[.!?…;][»”\"’')\]]*\s+")

OPENING = "«“„\"'‘([—–- "

_ABBREVIATIONS = {
    "ru": "ст стст п пп подп ч чч абз гл разд подразд прим см ср т тт г гг в вв д др пр с стр рис табл прил "
    "им ул пл пос обл р-н кв тыс млн млрд руб тг тел факс доп изд ред н э и о ф зам зав дж",
    "kk": "б бб ж жж қ обл көш т.б т.с.с ш",
    "en": "art arts no nos p pp para paras sec secs s ss ch cl cf e.g i.e etc mr mrs ms dr prof v vs inc ltd co corp "
    "fig figs vol ed eds approx jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k",
}
ABBREVIATIONS = frozenset(word for words in _ABBREVIATIONS.values() for word in words.split())
"""Words after which a full stop does not end the sentence, in lower case and without it."""


def _ends(text: str, mark: int, following: int) -> bool:
    """Whether the mark of punctuation at ``mark`` ends a sentence that another follows at ``following``."""
    if text[mark] == ";":
        return True
    if text[following : following + 1].islower():
        return False
    if text[mark] != ".":
        return True
    word = text[max(text.rfind(" ", 0, mark), text.rfind("\u00a0", 0, mark)) + 1 : mark].lstrip(OPENING)
    initial = (len(word) == 1 and word.isalpha()) or word[-2:-1] == "."
    numbered = word.isdigit() and not text[: mark - len(word)].strip()
    return not (initial or numbered or word.lower() in ABBREVIATIONS)


def sentence_starts(text: str) -> list[int]:
    """Offset of the first character of every sentence; a semicolon ends one too, because it ends a list item.

    Abbreviations («ст. 5», "No. 7", "p. 3"), initials and decimals do not end a sentence.
    """
    found = (match for match in ENDING.finditer(text) if match.end() < len(text))
    return [0, *(match.end() for match in found if _ends(text, match.start(), match.end()))]


def sentence_at(starts: list[int], offset: int) -> int:
    """The index of the sentence in which an offset lies."""
    return bisect_right(starts, offset) - 1
