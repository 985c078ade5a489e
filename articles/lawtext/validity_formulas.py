"""The formulas in which a law speaks of its validity and of when it is put into effect, as patterns.

They are tried on single statements in lower case, whose blanks are single spaces. All are linear: no part can match
the same characters in two ways.
"""

import re

from .tokens import MONTHS

STEMS = {"ru": ("действи", "действу", "силу"), "kk": ("қолданы", "күшін"), "en": ("force", "effect", "valid")}
"""A provision without any of these says nothing here: most are passed over at once."""

_ACT = {
    "ru": r"настоящ(?:ий|ие) (?:(?:конституционный )?закон|кодекс|правила)",
    "kk": r"осы (?:(?:конституциялық )?заң|кодекс|қағидалар)",
    "en": r"(?:this (?:(?:constitutional )?law|code)|these rules)",
}
_OF_ACT = {
    "ru": r"настоящ(?:его|их) (?:(?:конституционного )?закона|кодекса|правил)",
    "kk": r"осы (?:(?:конституциялық )?заңның|кодекстің|қағидалардың)",
    "en": r"of (?:this (?:(?:constitutional )?law|code)|these rules)",
}

_OWN_TERM = {
    "ru": "срок (?:его|их) действия",
    "kk": "оның қолданылу мерзімі",
    "en": r"(?:its|their) (?:term|period) of validity",
}
"""How a sentence goes on to its term when it has named the law already."""

_ENDS = {
    "ru": r"(?:утрачива[ею]т силу|прекраща[ею]т (?:свое )?действие)",
    "kk": r"(?:күшін жояды|қолданысын тоқтатады)",
    "en": r"(?:ceases?|shall cease) to (?:have effect|be valid|be in force)",
}
"""How a sentence says that the law is valid no longer."""

TERM = {
    language: re.compile(pattern)
    for language, pattern in {
        "ru": rf"{_ACT['ru']}\b[^,;]{{0,60}} (?:действу(?:ет|ют)|{_ENDS['ru']})\b|{_ACT['ru']} {_OWN_TERM['ru']}\b"
        rf"|(?:срок действия|действие) {_OF_ACT['ru']},? (?:[–-]|составляет|устанавливается|равен|ограничен|истекает)",
        "kk": rf"^{_ACT['kk']}\b(?=.*\b(?:қолданылады|күшінде болады|қолданыста болады|{_ENDS['kk']})\b)"
        rf"|(?:{_OF_ACT['kk']} қолданылу мерзімі|{_ACT['kk']} {_OWN_TERM['kk']})\b"
        r"(?=.{0,200}(?:[–-]|құрайды|белгіленеді|болып табылады|аяқталады))",
        "en": rf"{_ACT['en']} (?:(?:is|shall be|remains|shall remain) (?:valid|in force|in effect)|applies|operates"
        rf"|{_ENDS['en']})\b"
        rf"|(?:(?:term|period) of validity {_OF_ACT['en']}|{_ACT['en']} {_OWN_TERM['en']})"
        r" (?:[–-]|is|shall be|ends|expires)",
    }.items()
}
"""Where a sentence begins to say how long the law is valid."""

EFFECT = {
    "ru": re.compile(rf"{_ACT['ru']}\b[^,;]{{0,60}} ввод(?:ит|ят)ся в действие\b"),
    "kk": re.compile(rf"^{_ACT['kk']}\b(?=.*\bқолданысқа енгізіл(?:еді|сін|іп)\b)"),
    "en": re.compile(rf"{_ACT['en']} (?:(?:is|are|shall be) put|comes|shall come|enters|shall enter) into effect\b"),
}
"""Where a sentence begins to say when the law is put into effect."""

EXCEPTION = {
    "ru": re.compile(
        r"^(.*?),? (?:за исключением|кроме):? .*?(?:,(?= (?:(?:и|а также) )?(?:ввод[ия]тся|действу[ею]т))|$)"
    ),
    "kk": re.compile(r"^([^,:]*)[,:].*? қоспағанда,?"),
    "en": re.compile(
        r"^(.*?),? (?:except|with the exception of):? .*?(?:,(?= (?:and )?(?:is|are|shall|remains?|comes?|enters?))|$)"
    ),
}
"""What holds for some provisions only, and in the group what stands before it."""

_VERBS = {
    "ru": r"(?:действу[ею]т|ввод[ия]тся|вступа[ею]т|применя[ею]тся|распростран\w+|утрачива[ею]т|прекраща[ею]т|подлежит"
    rf"|{_OWN_TERM['ru']})\b",
    "kk": r"(?:енгізіл(?:еді|сін|іп)|қолданылады|(?:күшінде|қолданыста) бол(?:ады|ып)|күшіне ен(?:еді|іп)|таралады"
    rf"|{_ENDS['kk']})\b",
    "en": rf"(?:is|are|shall|remains?|applies|operates?|comes?|enters?|extends?|expires?|ceases?|{_OWN_TERM['en']})\b",
}
NEXT_STATEMENT = {
    "ru": re.compile(rf"(?:,? (?:и|а также) (?={_VERBS['ru']})|, (?={_VERBS['ru']})|, (?:а|при этом) )"),
    "kk": re.compile(rf"(?<=[ ,]){_VERBS['kk']}(?P<after>,? (?:(?:және|әрі|сондай-ақ) )?)(?=\w)"),
    "en": re.compile(rf"(?:,? and (?={_VERBS['en']})|, (?={_VERBS['en']})|, while )"),
}
"""What parts two statements of one sentence: «вводится в действие … и действует …». In Kazakh the verb comes first."""

SUBJECT = {
    "ru": re.compile(rf"({_ACT['ru']})\b[^,;]{{0,60}} {_VERBS['ru']}"),
    "kk": re.compile(rf"^({_ACT['kk']})\b"),
    "en": re.compile(rf"({_ACT['en']}) {_VERBS['en']}"),
}
"""The law as the subject of the first statement, which the next ones leave out."""

GOES_ON = {
    "ru": re.compile(_VERBS["ru"]),
    "kk": re.compile(r"(?!ал |.*?(?:\d-ба[бп]|тарма[қғ]|абзац|бөліг|бөлік|тарау|параграф))"),
    "en": re.compile(_VERBS["en"]),
}
"""How a statement begins that is still about the law, not about a unit of it."""

_SINCE_RU = r"(?:со дня|с даты|с момента|с|после дня|после) (?:(?:его|ее|их|первого|{of}) )*"
_OWN_RU = rf"(?: его| ее| их| {_OF_ACT['ru']})?"
_SINCE_KK = r"\w*(?: (?:күн|сәт|кез)\w*)? (?:бастап|кейін)"
_SINCE_EN = r"\b(?:from|after|since|following)\b[a-z ]{0,60}?\b"

EVENT_WORDS = {
    "ru": {
        "force": _SINCE_RU + rf"(?:вступлени\w{_OWN_RU} в силу|подписания)",
        "effect": _SINCE_RU + rf"введени\w{_OWN_RU} в действие",
        "publication": _SINCE_RU + r"(?:официального )?опубликования",
    },
    "kk": {
        "force": rf"\b(?:күшіне ен(?:ген|гізілген|у)|қол қойыл(?:ған|у)){_SINCE_KK}",
        "effect": rf"\bқолданысқа енгізіл(?:ген|у){_SINCE_KK}",
        "publication": rf"\bжариялан(?:ған|у){_SINCE_KK}",
    },
    "en": {
        "force": _SINCE_EN
        + r"(?:(?:enters?|entry|entering|comes?|coming) (?:of this law )?into force|signed|signature)",
        "effect": _SINCE_EN + r"(?:put|putting|comes?|coming|enters?|entry|entering) (?:it |of it )?into effect",
        "publication": _SINCE_EN + r"(?:publication|published)",
    },
}
EVENTS = {
    language: {event: re.compile(pattern.replace("{of}", _OF_ACT["ru"])) for event, pattern in table.items()}
    for language, table in EVENT_WORDS.items()
}
"""From what a term is counted, in words: «со дня вступления в силу», «қолданысқа енгізілген күннен бастап»."""

_DAY_MONTH_YEAR = {
    "ru": rf"(?P<day>\d{{1,2}}) (?P<month>{MONTHS['ru']}) (?P<year>\d{{4}})(?: года| г\.)?",
    "kk": rf"(?P<year>\d{{4}}) жыл(?:ғы|дың) (?P<day>\d{{1,2}}) (?P<month>{MONTHS['kk']})\w*",
    "en": rf"(?P<day>\d{{1,2}}) (?P<month>{MONTHS['en'].lower()}) (?P<year>\d{{4}})",
}
UNTIL = {
    "ru": re.compile(
        rf"\b(?P<by>до|по|истекает|заканчивается|{_ENDS['ru']} с) {_DAY_MONTH_YEAR['ru']}(?:,? включительно)?"
    ),
    "kk": re.compile(
        rf"\b{_DAY_MONTH_YEAR['kk']}(?:ны қоса| қоса алғанда| (?P<by>дейін|аяқталады)(?:,? қоса алғанда)?"
        rf"| бастап {_ENDS['kk']})"
    ),
    "en": re.compile(
        rf"\b(?P<by>until|before|through|up to|ends on|expires on|{_ENDS['en']} (?:on|from))"
        r"(?:,? (?:and )?including|,? inclusive of)?,?"
        rf" {_DAY_MONTH_YEAR['en']}(?:,? (?:inclusive|included))?"
    ),
}
INCLUSIVE = re.compile(r"включительно|қоса|inclu")
"""What makes the day that is named the last one."""

IN_BRACKETS = re.compile(r"\((включительно|қоса алғанда|inclusive)\)")
FROM = {
    "ru": re.compile(rf"\bс {_DAY_MONTH_YEAR['ru']}"),
    "kk": re.compile(rf"\b{_DAY_MONTH_YEAR['kk']} бастап"),
    "en": re.compile(rf"\b(?:from|on) {_DAY_MONTH_YEAR['en']}"),
}
DATE = {language: re.compile(rf"\b{pattern}") for language, pattern in _DAY_MONTH_YEAR.items()}
THROUGH = frozenset({"по", "истекает", "заканчивается", "аяқталады", "through", "ends on", "expires on"})
"""«по 31 декабря» ends with that day, «до 1 января» with the day before."""

NEXT_DAY = {
    "ru": re.compile(r"\bпосле (?:дня|даты|его|ее|их|первого|официального|опубликования)\b"),
    "kk": re.compile(r"\bжариялан\w+(?: күн\w*)? кейін\b"),
    "en": re.compile(r"\b(?:after|following)\b"),
}
"""«после дня опубликования» is the day after it, «со дня опубликования» that very day."""

UNCOUNTED = re.compile(
    r"\bрабоч\w+ (?:день|дня|дней)|\bжұмыс күн|\b(?:working|business) days?\b|\bполовин|\bжарым\b|\bhalf\b"
)
"""Days that no calendar tells beforehand, and fractions of a year that are not among HALVES."""

HALVES = (
    (re.compile(r"\bпол(?:тора|утора|уторых) (?:года|лет)\b"), "18 месяцев"),
    (re.compile(r"\bпол(?:у)?года\b"), "6 месяцев"),
    (re.compile(r"\bв течение (?:одного )?года\b"), "в течение 12 месяцев"),
    (re.compile(r"\bбір жарым жыл\b"), "18 ай"),
    (re.compile(r"\bжарты жыл\b"), "6 ай"),
    (re.compile(r"\b(?:one|a year) and a half(?: years)?\b"), "18 months"),
    (re.compile(r"\bhalf a year\b"), "6 months"),
)
"""Lengths that are written without a whole number of units, in months."""

LENGTH = {
    "ru": re.compile(r"\b(?:в течение|на срок|сроком|срок (?:его |их )?действия|ограничен)"),
    "kk": re.compile(r"\b(?:мерзім|бойы\b|ішінде\b)"),
    "en": re.compile(r"\bfor (?:a|the) (?:term|period)\b|\b(?:term|period) of validity\b"),
}
"""What is followed or preceded by a length of time."""
