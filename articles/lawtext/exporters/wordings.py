"""The phrases that an export prints around the words of the law, per language."""

import datetime

from .. import fingerprint
from ..edition import Edition
from ..units import label

BILL = {"ru": "Проект", "kk": "Жоба", "en": "Draft"}
"""Top right on the first page of every bill."""

ACT = {
    "ru": "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН",
    "kk": "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ",
    "en": "LAW OF THE REPUBLIC OF KAZAKHSTAN",
}

SIGNATORY = {
    "ru": "Президент Республики Казахстан",
    "kk": "Қазақстан Республикасының Президенті",
    "en": "President of the Republic of Kazakhstan",
}
"""Who signs an authentic text."""

TRANSLATION = {"ru": "Неофициальный перевод", "kk": "Бейресми аударма", "en": "Unofficial translation"}
"""What stands in the place of the signature under a text that is not authentic."""

ANNEX_TO = {
    "ru": "{annex} к Закону Республики Казахстан {title}",
    "kk": "{title} Қазақстан Республикасының Заңына {annex}",
    "en": "{annex} to the Law of the Republic of Kazakhstan {title}",
}

QUOTED = {"ru": "«{}»", "kk": "«{}»", "en": "“{}”"}

MONTHS = {
    "ru": (
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
    "kk": (
        *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым"),
        *("шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

DATES = {"ru": "{day} {month} {year} года", "kk": "{year} жылғы {day} {month}", "en": "{day} {month} {year}"}
"""Month in words, year in full (Rules No 568 of 2016)."""

DRAFT = {"ru": "Редакция {}", "kk": "{}-редакция", "en": "Draft {}"}
WORKING_TEXT = {"ru": "Рабочий текст", "kk": "Жұмыс мәтіні", "en": "Working text"}
OF_DATE = {"ru": " от {}", "kk": ", {}", "en": " of {}"}
FINGERPRINT = {"ru": "контрольная сумма", "kk": "бақылау сомасы", "en": "fingerprint"}


def date_in_words(date: datetime.date, language: str) -> str:
    """«23 ноября 2026 года», «2026 жылғы 23 қараша», "23 November 2026"."""
    month = MONTHS[language][date.month - 1]
    return DATES[language].format(day=date.day, month=month, year=date.year)


def draft_name(edition: Edition) -> str:
    """«Редакция 2 от 23 ноября 2026 года»; a working text and a file say what they are."""
    language = edition.language
    named = DRAFT[language].format(edition.draft) if edition.draft else edition.source or WORKING_TEXT[language]
    return named + OF_DATE[language].format(date_in_words(edition.date, language)) if edition.date else named


def edition_line(edition: Edition, full: bool = False) -> str:
    """The draft, its date and its fingerprint; for the foot of a page that is cut to 16 digits, unless ``full``."""
    digits = fingerprint.printed(edition.fingerprint) if full else fingerprint.short(edition.fingerprint)
    return f"{draft_name(edition)}, {FINGERPRINT[edition.language]} {digits}" if digits else draft_name(edition)


def annex_head(number: str, title: str, language: str) -> str:
    """«Приложение 1 к Закону Республики Казахстан «…»»; in Kazakh the title comes first and the annex last."""
    annex = label("annex", number, language)
    quoted = QUOTED[language].format(title) if title else ""
    named = annex.lower() if language == "kk" else annex
    return ANNEX_TO[language].format(annex=named, title=quoted).strip()
