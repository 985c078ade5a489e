"""Labels of provisions as they are typed: «Статья 5-1.», «5-1-бап.», «Глава ІІІ», «3-1)», «3) - 6) исключены»."""

import re
from dataclasses import dataclass

FOLD = str.maketrans("ABCEHIKMOPTXYЁabcehikmoptxyё", "АВСЕНІКМОРТХУЕавсенікмортхуе")
"""Latin letters that sources print for Cyrillic ones: one for one, so offsets stay, and alike in both cases."""

KINDS_BY_WORD = {
    "часть": "part",
    "раздел": "section",
    "подраздел": "subsection",
    "глава": "chapter",
    "параграф": "paragraph",
    "статья": "article",
    "part": "part",
    "section": "section",
    "subsection": "subsection",
    "chapter": "chapter",
    "paragraph": "paragraph",
    "article": "article",
    "§": "paragraph",
}
KINDS_AFTER_NUMBER = {
    "бөлік": "part",
    "бөлім": "section",
    "кіші бөлім": "subsection",
    "тарау": "chapter",
    "параграф": "paragraph",
    "бап": "article",
    "§": "paragraph",
}
PARTS_WITHOUT_NUMBER = ("общая часть", "особенная часть", "жалпы бөлік", "ерекше бөлік", "general part", "special part")

DASH = "[-‐‑–]"
NUMBER = rf"[0-9]{{1,4}}(?:[а-яa-z](?![^\W\d_]))?(?:{DASH}[0-9]{{1,4}}(?:[а-яa-z](?![^\W\d_]))?){{0,5}}"
DOTTED = rf"{NUMBER}(?:\.[0-9]{{1,4}}(?![0-9])){{0,3}}"
ROMAN = rf"[ІVХLСМ]{{1,12}}(?:{DASH}[0-9]{{1,4}}){{0,3}}(?![^\W_])"
VALUES = {"І": 1, "V": 5, "Х": 10, "L": 50, "С": 100, "М": 1000}

LONGEST_HEADING = 200
"""Characters; a longer line that starts like a heading without its full stop is a sentence."""


def folded(text: str) -> str:
    """The text with Cyrillic letters where Latin ones look the same; same length."""
    return text.translate(FOLD)


def any_of(words: dict[str, str]) -> str:
    alternatives = sorted(map(folded, words), key=len, reverse=True)
    return "(?i:" + "|".join(word.replace(" ", r"\s{1,3}") for word in alternatives) + ")"


def kinds_by(words: dict[str, str]) -> dict[str, str]:
    return {folded(word).lower(): kind for word, kind in words.items()}


KIND_OF = kinds_by(KINDS_BY_WORD) | kinds_by(KINDS_AFTER_NUMBER)
WORD_FIRST = re.compile(
    rf"(?P<word>{any_of(KINDS_BY_WORD)})(?:\s{{0,3}}(?:№\s?)?(?P<number>{DOTTED})|\s{{1,3}}(?P<roman>{ROMAN}))"
)
NUMBER_FIRST = re.compile(
    rf"(?:(?P<number>{DOTTED})|(?P<roman>{ROMAN}))\s?[-‐‑–—]?\s?(?P<word>{any_of(KINDS_AFTER_NUMBER)})(?![^\W_])"
)
ALIKE = "ЗзОоOoІіIilб"
FIGURES = str.maketrans(ALIKE, "330000111116")
"""Letters that are typed or scanned in place of figures."""

MISPRINT = rf"(?P<number>[0-9{ALIKE}]{{1,3}}(?:[-‐‑–—][0-9{ALIKE}]{{1,2}})?)"
MISPRINTED_FIRST = re.compile(
    rf"(?P<word>Статья|Глава|Раздел|Параграф|Article|Chapter|Section)\s{{1,3}}{MISPRINT}(?=\.)"
)
MISPRINTED_LAST = re.compile(rf"{MISPRINT}\s?[-‐‑–—]\s?(?P<word>бап|тарау|бөлім|параграф)(?=\.)")

PART = re.compile(rf"{any_of(dict.fromkeys(PARTS_WITHOUT_NUMBER, 'part'))}\.?$")
CLAUSE = re.compile(rf"(?P<number>{NUMBER})\s?\\?\.(?![0-9])")
CLAUSE_BY_WORD = re.compile(
    rf"(?:{folded('Пункт')}|{folded('Point')})\s{{0,3}}(?P<number>{NUMBER})\.(?![0-9])|(?P<other>{NUMBER})-тармақ\."
)
SUBCLAUSE = re.compile(rf"(?P<number>{NUMBER})\s?\\?\)")
ANNEX = re.compile(
    rf"(?i:{folded('приложение')}|{folded('annex')}|{folded('appendix')})(?![^\W\d_])"
    rf"(?:\s{{0,3}}(?:(?:№|N)\s?)?(?:(?P<number>{NUMBER})|(?P<roman>{ROMAN})))?"
)
ANNEX_ADDRESSEE = re.compile(rf"\s*(?i:{folded('к')}|{folded('to')})\s")
ANNEX_KK = re.compile(rf"(?:(?:(?P<number>{NUMBER})|(?P<roman>{ROMAN}))\s?[-‐‑–—]?\s?)?(?i:қосымша)(?![^\W_])")
ANNEX_KK_LAST = re.compile(rf"(?P<aside>.{{1,400}}?)\s(?=(?:(?:{NUMBER}|{ROMAN})\s?[-‐‑–—]?\s?)?(?i:қосымша)$)")
DATIVE = re.compile(r"(?i:(?:ына|іне|ға|ге|на|не))$")
NOTE = re.compile(rf"(?i:примечани[ея]|ескертпе(?:лер)?|{folded('note')}s?)(?:\s?[.:]|$|(?=\s[0-9]{{1,2}}\s?[.:]))")


@dataclass(frozen=True, slots=True)
class Label:
    """What a line starts with: the kind, its numbers (several for a range), and the words after the label.

    ``sure`` is False where the full stop after the number is missing; ``aside`` are words of the right-hand block of
    an annex («к Закону Республики Казахстан …»), which names the act and is no text of it; ``printed`` is the
    number as typed where it is not written like this («ІІІ», «5.1»).
    """

    kind: str
    numbers: tuple[str, ...]
    rest: str = ""
    sure: bool = True
    aside: str = ""
    printed: str = ""


def single_label(text: str) -> Label | None:
    """The label of one provision with which a line starts."""
    for read in (_clause_or_subclause, _headed, _annex, _note):
        found = read(text)
        if found:
            return found
    return None


def plain_number(number: str) -> str:
    return re.sub(DASH, "-", number)


def arabic(roman: str) -> str:
    """«ІV-1» as 4-1; the letters may be Cyrillic."""
    figures, dash, tail = plain_number(folded(roman)).partition("-")
    values = [VALUES[letter] for letter in figures]
    total = sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
    return f"{total}{dash}{tail}"


def _number_in(found: re.Match[str], text: str) -> tuple[str, str]:
    """The number in figures, and as typed where it was Roman or had dots."""
    if found["roman"]:
        printed = text[found.start("roman") : found.end("roman")]
        return arabic(printed), printed
    number = plain_number(text[found.start("number") : found.end("number")] if found["number"] else "")
    return number.replace(".", "-"), number if "." in number else ""


def _clause_or_subclause(text: str) -> Label | None:
    for kind, pattern in (("subclause", SUBCLAUSE), ("clause", CLAUSE)):
        found = pattern.match(text)
        if found:
            return Label(kind, (plain_number(found["number"]),), text[found.end() :].strip())
    found = CLAUSE_BY_WORD.match(folded(text[:60]))
    if found and text[:1].isalnum():
        return Label("clause", (plain_number(found["number"] or found["other"]),), text[found.end() :].strip())
    return None


def _headed(text: str) -> Label | None:
    start = folded(text[:60])
    found = WORD_FIRST.match(start)
    if found and text[0].islower():
        return None
    found = found or NUMBER_FIRST.match(start)
    after = _after_number(text[found.end() :]) if found else None
    if not found or after is None:
        return _misprinted(text) or (None if found else _part_without_number(text))
    number, printed = _number_in(found, text)
    kind = KIND_OF[re.sub(r"\s+", " ", found["word"].lower())]
    return Label(kind, (number,), after[0], after[1], printed=printed)


def _misprinted(text: str) -> Label | None:
    """A heading whose number has letters that look like figures: «Статья З.», «5-І-бап.»."""
    found = MISPRINTED_FIRST.match(text) or MISPRINTED_LAST.match(text)
    if not found:
        return None
    printed = found["number"]
    number = plain_number(printed.translate(FIGURES))
    after = _after_number(text[found.end() :])
    if after is None or number == plain_number(printed):
        return None
    return Label(KIND_OF[folded(found["word"]).lower()], (number,), after[0], after[1], printed=printed)


def _part_without_number(text: str) -> Label | None:
    if text[:1].isupper() and len(text) < 30 and PART.match(folded(text)):
        return Label("part", ("",), text)
    return None


def _after_number(rest: str) -> tuple[str, bool] | None:
    """The heading after a number, and whether it is surely one; None if the line is a sentence («Статья 5 …»)."""
    stripped = rest.strip()
    if not stripped:
        return "", True
    if stripped[0] in ".:":
        return stripped[1:].strip(), True
    if stripped[0] in "-–—" and stripped[1:2].isspace():
        return stripped[1:].strip(), False
    is_heading = rest[0].isspace() and stripped[0].isupper() and len(stripped) <= LONGEST_HEADING
    return (stripped, False) if is_heading and stripped[-1] not in ".;:," else None


def _annex(text: str) -> Label | None:
    start = folded(text[:60])
    found = ANNEX.match(start) or ANNEX_KK.match(start)
    if not found or text[0].islower():
        return _annex_after_addressee(text)
    rest = text[found.end() :]
    number, printed = _number_in(found, text)
    if ANNEX_ADDRESSEE.match(folded(rest[:10])):
        is_block = len(rest) <= 2 * LONGEST_HEADING and rest.rstrip()[-1] not in ".;:,"
        return Label("annex", (number,), "", True, rest.strip(), printed) if is_block else None
    after = _after_number(rest)
    if after is None or (rest.lstrip()[:1] == ":" and after[0]) or not (number or after[1]):
        return None
    return Label("annex", (number,), after[0], after[1], printed=printed)


def _annex_after_addressee(text: str) -> Label | None:
    """«Қазақстан Республикасының … Заңына 1-қосымша»: the Kazakh block names the act first."""
    could_be = len(text) <= 2 * LONGEST_HEADING and text[-2:].lower() == "ша"
    found = ANNEX_KK_LAST.match(folded(text)) if could_be else None
    if not found or text[0].islower() or not DATIVE.search(found["aside"].rstrip('»"”“ ')):
        return None
    annex = ANNEX_KK.match(folded(text), found.end())
    if not annex:
        return None
    number, printed = _number_in(annex, text)
    return Label("annex", (number,), "", True, text[: found.end()].strip(), printed)


def _note(text: str) -> Label | None:
    found = NOTE.match(folded(text[:20]))
    if found and text[0].isupper():
        return Label("note", ("",), text[found.end() :].strip())
    return None
