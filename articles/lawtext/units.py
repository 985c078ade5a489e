"""Names and grammar of the units of a law, per language: tables, no rules of text."""

LANGUAGES = ("kk", "ru", "en")

AKN_LANGUAGES = {"kk": "kaz", "ru": "rus", "en": "eng"}
"""ISO 639-2 codes, as FRBRlanguage wants them."""

LABELS: dict[str, dict[str, str]] = {
    "ru": {
        "part": "ЧАСТЬ {}.",
        "section": "РАЗДЕЛ {}.",
        "subsection": "Подраздел {}.",
        "chapter": "Глава {}.",
        "paragraph": "Параграф {}.",
        "article": "Статья {}.",
        "clause": "{}.",
        "subclause": "{})",
        "annex": "Приложение {}",
        "note": "Примечание.",
    },
    "kk": {
        "part": "{}-БӨЛІК.",
        "section": "{}-БӨЛІМ.",
        "subsection": "{}-кіші бөлім.",
        "chapter": "{}-тарау.",
        "paragraph": "{}-параграф.",
        "article": "{}-бап.",
        "clause": "{}.",
        "subclause": "{})",
        "annex": "{}-қосымша",
        "note": "Ескертпе.",
    },
    "en": {
        "part": "PART {}.",
        "section": "SECTION {}.",
        "subsection": "Subsection {}.",
        "chapter": "Chapter {}.",
        "paragraph": "Paragraph {}.",
        "article": "Article {}.",
        "clause": "{}.",
        "subclause": "{})",
        "annex": "Annex {}",
        "note": "Note.",
    },
}
"""What prints before the words of a unit (Law No 480-V, article 23; English is ours)."""

SOLE_ANNEX = {"ru": "Приложение", "kk": "Қосымша", "en": "Annex"}
"""A single annex has no number (article 28)."""


def label(kind: str, number: str, language: str) -> str:
    """What prints before the words: «Статья 17.», «17-бап.», «2.», «3)»; empty for kinds that print nothing.

    A unit that has no number yet prints nothing either, except the only annex.
    """
    if kind == "annex" and not number:
        return SOLE_ANNEX[language]
    pattern = LABELS[language].get(kind, "")
    return pattern.format(number) if number or "{}" not in pattern else ""
