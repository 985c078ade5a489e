"""Lengths of time in words: «3 года», «18 ай», "60 calendar days"."""

_RU = {"year": ("год", "года", "лет"), "month": ("месяц", "месяца", "месяцев")}
_EN = {"year": ("year", "years"), "month": ("month", "months")}
_KK = {"year": "жыл", "month": "ай"}

CALENDAR_DAYS = {
    "ru": ("{} календарного дня", "{} календарных дней"),
    "kk": ("күнтізбелік {} күн", "күнтізбелік {} күн"),
    "en": ("{} calendar day", "{} calendar days"),
}
"""After «по истечении»: one and more."""

_PASSED = {"year": ("года", "лет"), "month": ("месяца", "месяцев")}


def length_in_words(months: int, language: str) -> str:
    """«3 года», «18 месяцев», «1 год 6 месяцев»: whole years, and up to two years in months."""
    return " ".join(_counted(count, unit, language) for count, unit in _parts(months))


def _parts(months: int) -> list[tuple[int, str]]:
    years, rest = divmod(months, 12)
    if rest and years < 2:
        years, rest = 0, months
    return [(count, unit) for count, unit in ((years, "year"), (rest, "month")) if count]


def _counted(count: int, unit: str, language: str) -> str:
    if language == "kk":
        return f"{count} {_KK[unit]}"
    if language == "en":
        return f"{count} {_EN[unit][count != 1]}"
    return f"{count} {_RU[unit][_plural(count)]}"


def _plural(count: int) -> int:
    """Which Russian form follows a number: 0 as after one, 1 as after two, 2 as after five."""
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


def calendar_days(days: int, language: str) -> str:
    """«60 календарных дней», as after «по истечении»."""
    is_one = days == 1 if language == "en" else _plural(days) == 0
    return CALENDAR_DAYS[language][not is_one].format(days)


def months_passed(months: int, language: str) -> str:
    """«6 месяцев», «1 года», as after «по истечении»."""
    if language != "ru":
        return length_in_words(months, language)
    return " ".join(f"{count} {_PASSED[unit][_plural(count) != 0]}" for count, unit in _parts(months))
