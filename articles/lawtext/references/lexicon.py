"""Words by which references are known: the tables of units turned round, and the words that tell other acts apart."""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from ..units import CASES, NOUNS, noun, this

JOINS = {
    "ru": re.compile(r", (?:а также )?| и (?:\(или\) )?| или | либо "),
    "kk": re.compile(r", (?:сондай-ақ )?| және (?:\(немесе\) )?| немесе | не "),
    "en": re.compile(r", (?:and |or |as well as )?| and (?:\(or\) )?| or "),
}
"""What stands between references that are named one after another."""

COUNTED = {
    "ru": re.compile(
        r" (?:рабоч|календарн|банковск|д(?:ень|ня|ней|ни)\b|час(?:а|ов|ы)?\b|минут|недел|месяц|квартал"
        r"|год(?:а|у|ов)?\b|лет\b|раза?\b|процент|тысяч|миллион|тенге|человек|член|депутат|январ|феврал|март|апрел|ма[йя]\b|июн|июл|август|сентябр|октябр|ноябр"
        r"|декабр)"
    ),
    "en": re.compile(
        r" (?:working|calendar|banking|days?\b|hours?\b|weeks?\b|months?\b|quarters?\b|years?\b|times\b|per ?cent"
        r"|thousand|million|tenge|persons?\b|people\b|members?\b|deputies\b|January|February|March|April|May\b|June|July|August"
        r"|September|October|November|December)"
    ),
}
"""What a number counts that is not the number of a unit: «статьи 5 и 10 рабочих дней»."""

FOREIGN = {
    "ru": re.compile(
        r" (?:[А-Яа-я-]{1,40}(?:ого|его|ой|ей|ых|их),? (?:и )?){0,5}"
        r"(?:(?i:закон(?:а|ов)|кодекс(?:а|ов)|конституции|указ(?:а|ов)|договор(?:а|ов)|конвенци[ий]|регламент(?:а|ов)|устав(?:а|ов)|приказ(?:а|ов)|правил|протокола)\b"
        r"|(?:плана|программы|проекта|отчета|доклада|контракта|инструкции|методики|стандарта|перечня|реестра|заявления)\b"
        r"|(?:Положени|Постановлени|Соглашени|Решени)[яй]\b"
        r"|(?:постановлени|решени)[яй] (?:Правительства|Президента|Парламента|Верховного|Конституционного|Национальн))"
    ),
    "en": re.compile(
        r" (?:of|to) (?:(?:the|that|this|those|these|an?|another|said|its|their) ){0,2}(?:(?:[A-Z][\w-]{0,40}"
        r"|constitutional|budget|civil|criminal|tax|labou?r) (?:and |of |the ){0,3}){0,6}(?:Laws?|Codes?|Constitution"
        r"|Decrees?|Rules|Regulations?|Orders?|Treaty|Agreement|Convention|Resolution|Charter|law|code|constitution|decree|treaty"
        r"|convention|charter|regulations|plan|program(?:me)?|draft|report|contract|instruction|standard|list|register"
        r"|application)\b"
    ),
}
"""What stands after a reference to another act or document: «статьи 12 Бюджетного кодекса»."""

CASES_AFTER_RU = {
    **dict.fromkeys(("в", "во"), ("prep", "acc")),
    **dict.fromkeys(("о", "об", "обо", "при"), ("prep",)),
    "на": ("acc", "prep"),
    **dict.fromkeys(("к", "ко", "по", "согласно", "вопреки"), ("dat",)),
    **dict.fromkeys(("с", "со"), ("ins", "gen")),
    **dict.fromkeys(("из", "от", "до", "для", "без", "кроме", "вместо", "после"), ("gen",)),
    **dict.fromkeys(("за", "под", "через"), ("acc", "ins")),
}
"""Which cases a preposition wants, the likelier first: «в статье 5» is not a dative."""

FOREIGN_BEFORE_KK = re.compile(
    r"(?:^|[\s«»\"(])(?:кодекс\w*|конституция\w*|заң(?:ы|ның|ының|дар\w*)?|жарлы[ққғ]\w*|қаулы\w*|қағида\w*|ереже\w*|шарт\w*"
    r"|келісім\w*|конвенция\w*|регламент\w*|жарғы\w*|бұйры[қғ]\w*|шешім\w*|акт\w*|хаттама\w*)[»\")\]]*\s*$",
    re.IGNORECASE,
)
"""What stands before a reference to another act: «Азаматтық кодекстің 10-бабы»."""


class Name(NamedTuple):
    """What a word of a table can be."""

    kind: str
    case: str
    plural: bool = False
    inside: bool = False


@cache
def names(language: str, profile: str) -> dict[str, tuple[Name, ...]]:
    """Every form of every name of a unit; ``inside`` marks the Kazakh possessed forms."""
    found: dict[str, list[Name]] = defaultdict(list)
    for kind in NOUNS[language]:
        forms = noun(kind, language, profile)
        for plural in (False, True):
            for inside in (False, True) if language == "kk" else (False,):
                for case in CASES[language]:
                    found[forms.form(case, plural, inside)].append(Name(kind, case, plural, inside))
    return {word: tuple(readings) for word, readings in found.items()}


@cache
def these(language: str, profile: str) -> dict[str, tuple[Name, ...]]:
    """«настоящей статьи», «осы Заңның», "this Law": every form of every unit named from inside it."""
    found: dict[str, list[Name]] = defaultdict(list)
    for kind in ("law", *NOUNS[language]):
        for case in CASES[language]:
            found[this(kind, language, case, profile)].append(Name(kind, case))
    return {words: tuple(readings) for words, readings in found.items()}
