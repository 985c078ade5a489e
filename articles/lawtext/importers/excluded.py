"""Excluded provisions: what the words say of themselves, and ranges that one line takes out («3) - 6-3) исключены»)."""

import re

from .labels import NUMBER, Label, any_of, folded, kinds_by, plain_number, single_label

KINDS_OF_MANY = {
    "разделы": "section",
    "подразделы": "subsection",
    "главы": "chapter",
    "параграфы": "paragraph",
    "статьи": "article",
    "приложения": "annex",
    "sections": "section",
    "chapters": "chapter",
    "paragraphs": "paragraph",
    "articles": "article",
    "annexes": "annex",
}
KINDS_OF_MANY_AFTER = {
    "бөлімдер": "section",
    "тараулар": "chapter",
    "параграфтар": "paragraph",
    "баптар": "article",
    "қосымшалар": "annex",
}

MOST_NUMBERS = 200
"""A range that names more provisions than this is not expanded."""

SEPARATOR = rf"\s{{0,2}}(?P<separator>,|и|және|мен|{folded('and')}|[-‐‑–—])\s{{0,2}}"
FIRST_SUBCLAUSE = re.compile(rf"(?P<number>{NUMBER})\s?\\?\)?")
FIRST_CLAUSE = re.compile(rf"(?P<number>{NUMBER})\s?\\?\.?")
NEXT_SUBCLAUSE = re.compile(rf"{SEPARATOR}(?P<number>{NUMBER})\s?\\?\)")
NEXT_CLAUSE = re.compile(rf"{SEPARATOR}(?P<number>{NUMBER})\s?\\?\.?(?![0-9])")
RANGES = (("subclause", FIRST_SUBCLAUSE, NEXT_SUBCLAUSE), ("clause", FIRST_CLAUSE, NEXT_CLAUSE))
MANY = re.compile(rf"(?P<word>{any_of(KINDS_OF_MANY)})\s{{1,3}}(?P<number>{NUMBER})")
MANY_AFTER = re.compile(rf"\s?[-‐‑–—]?\s?(?P<word>{any_of(KINDS_OF_MANY_AFTER)})(?![^\W_])")

EXCLUDED = re.compile(
    r"(?:[-–—]\s*)?(?i:исключен[аоы]?|утратил[аио]?\s+силу|алып\s+тастал(?:ды|ған)|күші\s+жойыл(?:ды|ған)"
    rf"|{folded('excluded')}|{folded('deleted')}|{folded('repealed')})"
    r"(?=\s*(?:$|[-–—.,;:(]|(?i:закон|конституц|кодекс|указ|в\s+соответствии|с\s+[0-9]|от\s|ҚР\s|қазақстан"
    rf"|{folded('by')}\s|{folded('from')}\s)))"
)
KIND_OF_MANY = kinds_by(KINDS_OF_MANY) | kinds_by(KINDS_OF_MANY_AFTER)
PLURAL = re.compile(r"(?i:исключены)")
EXPIRED = re.compile(
    r"(?i:действовал[аио]?\s+(?:до|с)\s|.{0,80}\sдейін\s+(?:қолданыста\s+болды|қолданылды|қолданылған)"
    rf"|{folded('expired')}(?=\s|[.,;(]))"
)


def status_in(words: str) -> str:
    """The status that the words themselves declare («исключен Законом …», «действовал до …»), else ``standing``."""
    start = folded(words[:200])
    if EXCLUDED.match(start):
        return "excluded"
    return "expired" if EXPIRED.match(start) else "standing"


def label_of(text: str) -> Label | None:
    """The label with which a line starts, in any of the three languages; None for a line without one."""
    return _range(text) or single_label(text)


def _range(text: str) -> Label | None:
    """«3) - 6-3) исключены Законом …», «Статьи 5 и 6 исключены …»: only where the words say that they are gone."""
    start = folded(text[:200])
    for kind, first, following in RANGES:
        found = first.match(start)
        label = found and (_several(kind, text, start, found, following) or _plural(kind, text, found))
        if label:
            return label
    return _many_named(text, start)


def _many_named(text: str, start: str) -> Label | None:
    found = MANY.match(start)
    if found and text[0].isupper():
        return _several(KIND_OF_MANY[found["word"].lower()], text, start, found, NEXT_CLAUSE)
    found = FIRST_CLAUSE.match(start)
    if not found:
        return None
    numbers, end = _listed(start, found, NEXT_CLAUSE)
    word = MANY_AFTER.match(start, end)
    return _gone(KIND_OF_MANY[word["word"].lower()], numbers, text[word.end() :]) if word else None


def _several(kind: str, text: str, start: str, found: re.Match[str], following: re.Pattern[str]) -> Label | None:
    numbers, end = _listed(start, found, following)
    return _gone(kind, numbers, text[end:]) if len(numbers) > 1 else None


def _plural(kind: str, text: str, found: re.Match[str]) -> Label | None:
    """«3-5. Исключены Законом …»: the plural tells the range from the additional number."""
    if found[0].rstrip()[-1] not in ").":
        return None
    first, dash, last = plain_number(found["number"]).rpartition("-")
    rest = text[found.end() :].strip()
    if not dash or not PLURAL.match(folded(rest[:20])):
        return None
    return _gone(kind, [first, *_through(first, last)], rest)


def _gone(kind: str, numbers: list[str], after: str) -> Label | None:
    rest = after.strip().removeprefix(".").strip()
    if len(numbers) > 1 and status_in(rest) == "excluded":
        return Label(kind, tuple(numbers), rest, False)
    return None


def _listed(start: str, first: re.Match[str], following: re.Pattern[str]) -> tuple[list[str], int]:
    """The numbers of a list or range with its gaps filled, and where it ends."""
    numbers, end = [plain_number(first["number"])], first.end()
    while len(numbers) < MOST_NUMBERS and (found := following.match(start, end)):
        last, number = numbers[-1], plain_number(found["number"])
        numbers += _through(last, number) if found["separator"] in "-‐‑–—" else (number,)
        end = found.end()
    return numbers, end


def _through(first: str, last: str) -> list[str]:
    """The numbers after ``first`` up to ``last``: 3, 6-3 -> 4, 5, 6, 6-1, 6-2, 6-3; only ``last`` if unclear."""
    low, high = first.split("-"), last.split("-")
    if not all(figure.isdigit() for figure in (*low, *high)) or len(low) > 2 or len(high) > 2:
        return [last]
    if low[0] == high[0]:
        base, start, end = f"{low[0]}-", int("".join(low[1:]) or 0), int("".join(high[1:]) or 0)
        filled = [f"{base}{count}" for count in range(start + 1, min(end, start + MOST_NUMBERS) + 1)]
    else:
        whole = range(int(low[0]) + 1, min(int(high[0]), int(low[0]) + MOST_NUMBERS) + 1)
        inserted = range(1, min(int("".join(high[1:]) or 0), MOST_NUMBERS) + 1)
        filled = [*map(str, whole), *(f"{high[0]}-{count}" for count in inserted)]
    return filled if filled and filled[-1] == last else [last]
