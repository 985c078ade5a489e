"""Explicit marks in brackets, «[абзац] …», with which a text says what a line is where its look would not.

``exporters.text`` prints them in the language of the law; they are understood in every language and source.
"""

from typing import NamedTuple

WORDS = {
    "ru": {
        "preamble": "преамбула",
        "part": "часть акта",
        "section": "раздел",
        "subsection": "подраздел",
        "chapter": "глава",
        "paragraph": "параграф",
        "article": "статья",
        "clause": "пункт",
        "subclause": "подпункт",
        "passage": "часть",
        "indent": "абзац",
        "note": "примечание",
        "table": "таблица",
        "row": "строка",
        "annex": "приложение",
        "heading": "заголовок",
        "text": "текст",
        "closing": "заключительные слова",
        "footnote": "сноска",
        "edition": "редакция",
    },
    "kk": {
        "preamble": "кіріспе",
        "part": "актінің бөлігі",
        "section": "бөлім",
        "subsection": "кіші бөлім",
        "chapter": "тарау",
        "paragraph": "параграф",
        "article": "бап",
        "clause": "тармақ",
        "subclause": "тармақша",
        "passage": "бөлік",
        "indent": "абзац",
        "note": "ескертпе",
        "table": "кесте",
        "row": "жол",
        "annex": "қосымша",
        "heading": "тақырып",
        "text": "мәтін",
        "closing": "қорытынды сөздер",
        "footnote": "ескерту",
        "edition": "редакция",
    },
    "en": {
        "preamble": "preamble",
        "part": "part of the act",
        "section": "section",
        "subsection": "subsection",
        "chapter": "chapter",
        "paragraph": "paragraph",
        "article": "article",
        "clause": "point",
        "subclause": "subpoint",
        "passage": "part",
        "indent": "indent",
        "note": "note",
        "table": "table",
        "row": "row",
        "annex": "annex",
        "heading": "heading",
        "text": "text",
        "closing": "closing words",
        "footnote": "footnote",
        "edition": "edition",
    },
}
"""Kinds of provisions, fields of an open provision, a further row of a table, an editor's note, the line that names the
edition."""

UNNUMBERED = {"ru": "без номера", "kk": "нөмірсіз", "en": "without number"}
STATUS_WORDS = {
    "ru": {"excluded": "исключено", "expired": "утратило силу"},
    "kk": {"excluded": "алып тасталды", "expired": "күшін жойды"},
    "en": {"excluded": "excluded", "expired": "expired"},
}


class Mark(NamedTuple):
    """What a mark says: a kind or field, the status, and whether a number is printed after it."""

    key: str
    status: str = "standing"
    numbered: bool = True


def written(mark: Mark, language: str) -> str:
    """The mark as it is printed: «[пункт без номера, исключено]»."""
    without = "" if mark.numbered else f" {UNNUMBERED[language]}"
    status = "" if mark.status == "standing" else f", {STATUS_WORDS[language][mark.status]}"
    return f"[{WORDS[language][mark.key]}{without}{status}]"


MARKS = {
    written(mark, language): mark
    for language, words in WORDS.items()
    for key in words
    for status in ("standing", *STATUS_WORDS[language])
    for mark in (Mark(key, status), Mark(key, status, False))
}
LONGEST = max(map(len, MARKS))


def mark_of(text: str) -> tuple[Mark, str] | None:
    """The mark with which a line starts, and the words after it without the blank between; None without a mark."""
    if not text.startswith("["):
        return None
    end = text.find("]", 0, LONGEST) + 1
    mark = MARKS.get(text[:end])
    return (mark, text[end:].removeprefix(" ")) if mark else None
