"""What a redline says around the words of the law, per language: one table, and the places in words."""

import re
from collections.abc import Iterable, Sequence

from ..edition import Edition
from ..ordinals import ordinal_word
from ..provision import NUMBERED
from ..units import ORDINAL_KINDS, noun
from .wordings import DRAFT, WORKING_TEXT, date_in_words

SIGNS = {
    "inserted": "+",
    "excluded": "−",
    "split": "÷",
    "merged": "÷",
    "moved": "⇄",
    "level": "↕",
    "reworded": "~",
    "reference": "§",
    "renumbered": "№",
    "typographic": "¶",
}
"""The sign of a class, so that no class is known by its colour alone."""

CLASSED = {
    "ru": {
        "inserted": "вставлено",
        "excluded": "исключено",
        "split": "разделено",
        "merged": "объединено",
        "moved": "перемещено",
        "level": "изменён уровень",
        "reworded": "изменено",
        "reference": "обновлена ссылка",
        "renumbered": "новый номер",
        "typographic": "оформление",
    },
    "kk": {
        "inserted": "қосылды",
        "excluded": "алып тасталды",
        "split": "бөлінді",
        "merged": "біріктірілді",
        "moved": "орны ауысты",
        "level": "деңгейі өзгерді",
        "reworded": "өзгертілді",
        "reference": "сілтеме жаңартылды",
        "renumbered": "нөмірі өзгерді",
        "typographic": "ресімделуі өзгерді",
    },
    "en": {
        "inserted": "inserted",
        "excluded": "deleted",
        "split": "split",
        "merged": "joined",
        "moved": "moved",
        "level": "level changed",
        "reworded": "changed",
        "reference": "reference followed",
        "renumbered": "renumbered",
        "typographic": "typography",
    },
}
"""What has become of a provision, by class of the change."""

REASONED = {
    "ru": {
        "number": "число",
        "date": "дата",
        "percentage": "процент",
        "period": "срок",
        "money": "сумма",
        "modality": "обязанность или право",
        "negation": "отрицание",
        "enumeration": "состав перечисления",
        "reference": "ссылка",
    },
    "kk": {
        "number": "сан",
        "date": "күні",
        "percentage": "пайыз",
        "period": "мерзім",
        "money": "сома",
        "modality": "міндет немесе құқық",
        "negation": "болымсыздық",
        "enumeration": "санамалау құрамы",
        "reference": "сілтеме",
    },
    "en": {
        "number": "number",
        "date": "date",
        "percentage": "percentage",
        "period": "period",
        "money": "sum of money",
        "modality": "duty or right",
        "negation": "negation",
        "enumeration": "enumeration",
        "reference": "reference",
    },
}
"""Why a change is one of substance."""

PHRASES = {
    "ru": {
        "comparison": "Сравнение редакций",
        "old": "Было",
        "new": "Стало",
        "untitled": "Закон без наименования",
        "file": "Файл {}",
        "date": "Дата",
        "undated": "без даты",
        "fingerprint": "Контрольная сумма",
        "unprinted": "у файла её нет",
        "translation": "перевод, не аутентичный текст",
        "attention": "Внимание",
        "key": "Обозначения и итоги",
        "sign": "Знак",
        "look": "Как выглядит в тексте",
        "amount": "Число",
        "sample": "слова",
        "from_here": "отсюда",
        "to_here": "сюда",
        "substantive": "по существу",
        "heeded": "по существу: затронуты {}; вставлено или исключено",
        "total": "Всего изменений: {total}, из них по существу: {substantive}.",
        "quiet_only": "Слова норм не изменились: только номера, ссылки и оформление.",
        "none": "Различий нет. Оба текста совпадают слово в слово.",
        "list": "Список изменений",
        "quiet": "Номера, ссылки и оформление: {} (№ {})",
        "quiet_note": "Нумерация сквозная: эти изменения сохраняют свои номера.",
        "text": "Текст с изменениями",
        "to_text": "К тексту",
        "edited": "{} и изменено",
        "same_words": "Слова не изменились",
        "whole_sentence": "Предложение заменено целиком",
        "formerly": "Прежде: {}",
        "insert": "вставлено:",
        "delete": "исключено:",
        "moved_here": "перемещено сюда:",
        "moved_away": "перемещено отсюда:",
        "was": "было:",
        "is": "стало:",
        "was_typographic": "было: {} (только оформление)",
        "was_reference": "было: {} (та же норма, новый номер)",
        "unseen": "знаки, которых не видно",
        "odd": "скрытый знак {}",
        "alike": "буква другого алфавита, {}",
        "letters": "В абзаце букв другого алфавита: {} ({})",
        "origin": "Откуда: {}",
        "destination": "Куда: {}",
        "source": "Прежнее место",
        "change": "Изменение {}",
        "previous": "Предыдущее изменение, {}",
        "next": "Следующее изменение, {}",
        "unchanged": "{}: без изменений",
        "changed_quietly": "{}: {}",
        "units": "Положения ({})",
        "concordance": "Соответствие номеров: {}",
        "title": "Наименование закона",
    },
    "kk": {
        "comparison": "Редакцияларды салыстыру",
        "old": "Бұрынғы",
        "new": "Жаңа",
        "untitled": "Атауы жоқ заң",
        "file": "{} файлы",
        "date": "Күні",
        "undated": "күні жоқ",
        "fingerprint": "Бақылау сомасы",
        "unprinted": "файлда ол жоқ",
        "translation": "аударма, теңтүпнұсқалы мәтін емес",
        "attention": "Назар аударыңыз",
        "key": "Белгілер және қорытынды",
        "sign": "Белгі",
        "look": "Мәтінде қалай көрінеді",
        "amount": "Саны",
        "sample": "сөздер",
        "from_here": "осы жерден",
        "to_here": "осы жерге",
        "substantive": "мәні бойынша",
        "heeded": "мәні бойынша: мыналар өзгерді: {}; қосылды немесе алып тасталды",
        "total": "Барлық өзгерістер: {total}, оның ішінде мәні бойынша: {substantive}.",
        "quiet_only": "Нормалардың сөздері өзгерген жоқ: тек нөмірлер, сілтемелер және ресімделуі өзгерді.",
        "none": "Айырмашылық жоқ. Екі мәтін сөзбе-сөз бірдей.",
        "list": "Өзгерістер тізімі",
        "quiet": "Нөмірлер, сілтемелер және ресімдеу: {} (№ {})",
        "quiet_note": "Нөмірлеу үздіксіз: бұл өзгерістер өз нөмірін сақтайды.",
        "text": "Өзгерістер көрсетілген мәтін",
        "to_text": "Мәтінге өту",
        "edited": "{} және өзгертілді",
        "same_words": "Сөздері өзгерген жоқ",
        "whole_sentence": "Сөйлем толығымен ауыстырылды",
        "formerly": "Бұрын: {}",
        "insert": "қосылды:",
        "delete": "алып тасталды:",
        "moved_here": "осы жерге көшірілді:",
        "moved_away": "осы жерден көшірілді:",
        "was": "бұрын:",
        "is": "енді:",
        "was_typographic": "бұрын: {} (тек ресімделуі)",
        "was_reference": "бұрын: {} (сол норма, жаңа нөмір)",
        "unseen": "көзге көрінбейтін белгілер",
        "odd": "жасырын белгі {}",
        "alike": "басқа әліпбидің әрпі, {}",
        "letters": "Абзацта басқа әліпбидің әріптері: {} ({})",
        "origin": "Бұрынғы орны: {}",
        "destination": "Жаңа орны: {}",
        "source": "Бұрынғы орны",
        "change": "{}-өзгеріс",
        "previous": "Алдыңғы өзгеріс, {}",
        "next": "Келесі өзгеріс, {}",
        "unchanged": "{}: өзгеріссіз",
        "changed_quietly": "{}: {}",
        "units": "Құрылымдық бірліктер ({})",
        "concordance": "Нөмірлердің сәйкестігі: {}",
        "title": "Заңның атауы",
    },
    "en": {
        "comparison": "Comparison of drafts",
        "old": "Before",
        "new": "After",
        "untitled": "Law without a title",
        "file": "File {}",
        "date": "Date",
        "undated": "no date",
        "fingerprint": "Fingerprint",
        "unprinted": "a file has none",
        "translation": "translation, not an authentic text",
        "attention": "Note",
        "key": "Signs and totals",
        "sign": "Sign",
        "look": "How it looks in the text",
        "amount": "Number",
        "sample": "words",
        "from_here": "from here",
        "to_here": "to here",
        "substantive": "of substance",
        "heeded": "of substance: touched are {}; inserted or deleted",
        "total": "Changes in all: {total}, of substance: {substantive}.",
        "quiet_only": "No words of a norm changed: only numbers, references and typography.",
        "none": "No differences. Both texts are the same word for word.",
        "list": "List of changes",
        "quiet": "Numbers, references and typography: {} (Nos. {})",
        "quiet_note": "Numbers run through all changes: these keep theirs.",
        "text": "The text with its changes",
        "to_text": "To the text",
        "edited": "{} and changed",
        "same_words": "The words did not change",
        "whole_sentence": "A sentence was replaced as a whole",
        "formerly": "Formerly: {}",
        "insert": "inserted:",
        "delete": "deleted:",
        "moved_here": "moved to here:",
        "moved_away": "moved from here:",
        "was": "before:",
        "is": "after:",
        "was_typographic": "before: {} (typography only)",
        "was_reference": "before: {} (the same norm, its new number)",
        "unseen": "characters that cannot be seen",
        "odd": "hidden character {}",
        "alike": "letter of another alphabet, {}",
        "letters": "Letters of another alphabet in this paragraph: {} ({})",
        "origin": "From: {}",
        "destination": "To: {}",
        "source": "Former place",
        "change": "Change {}",
        "previous": "Previous change, {}",
        "next": "Next change, {}",
        "unchanged": "{}: no changes",
        "changed_quietly": "{}: {}",
        "units": "Units ({})",
        "concordance": "Old and new numbers: {}",
        "title": "Title of the law",
    },
}
"""Everything else, with gaps for ``str.format``."""

ALPHABET_NAMES = {
    "ru": {"latin": "латиница", "cyrillic": "кириллица", "greek": "греческий алфавит"},
    "kk": {"latin": "латын әліпбиі", "cyrillic": "кирилл әліпбиі", "greek": "грек әліпбиі"},
    "en": {"latin": "Latin", "cyrillic": "Cyrillic", "greek": "Greek"},
}

SHORT = {
    "ru": {
        "раздел": "разд.",
        "подраздел": "подразд.",
        "глава": "гл.",
        "параграф": "§",
        "статья": "ст.",
        "пункт": "п.",
        "подпункт": "пп.",
        "часть": "ч.",
        "абзац": "абз.",
        "приложение": "прил.",
    },
    "kk": {},
    "en": {"chapter": "ch.", "article": "art.", "point": "pt.", "subpoint": "subpt."},
}
"""Nouns that are shortened where a place stands in a narrow list; in Kazakh the number comes first and is short."""


Address = Sequence[tuple[str, str]]


def place(address: Address, language: str) -> str:
    """«Статья 17, пункт 2», «17-бап, 2-тармақ», "Article 17, point 2": from the largest unit down."""
    words = ", ".join(_unit(kind, mark, language) for kind, mark in address if kind != "law")
    return capital(words) or PHRASES[language]["title"]


def shortened(where: str, language: str) -> str:
    """«Ст. 17, п. 2» for «Статья 17, пункт 2»."""
    words = (SHORT[language].get(word, word) for word in re.split(r"(\W+)", lowered(where)))
    return capital("".join(words))


def what_is_substantive(language: str) -> str:
    """What the sign ◆ says, with all words that may stand behind it."""
    return PHRASES[language]["heeded"].format(", ".join(REASONED[language].values()))


def ranges(numbers: Iterable[int]) -> str:
    """«6, 8, 15–17», of numbers in rising order."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _unit(kind: str, mark: str, language: str) -> str:
    named = noun(kind, language)
    name = next(iter(named.singular.values()))
    if kind in ORDINAL_KINDS and mark.isdecimal():
        mark = ordinal_word(int(mark), language, named.gender)
    elif kind not in NUMBERED:
        mark = ""  # There is rarely more than one note, table or preamble, and they are counted beside the text.
    elif kind == "subclause" and mark:
        mark += ")"
    if language != "kk" or not mark:
        return f"{name} {mark}".strip()
    return f"{mark}{'-' if mark[-1].isalnum() and kind not in ORDINAL_KINDS else ' '}{name}"


def units_between(kind: str, first: str, last: str, language: str) -> str:
    """«Статья 3», «Статьи 3 – 16», «3 – 16-баптар»; an empty number names the kind alone."""
    if first == last:
        return capital(_unit(kind, first, language))
    name = next(iter(noun(kind, language).plural.values()))
    marks = f"{first}–{last}" + (")" if kind == "subclause" else "")
    return f"{marks}-{name}" if language == "kk" else f"{capital(name)} {marks}"


def edition_name(edition: Edition, language: str) -> str:
    """«Редакция 2», «Рабочий текст», «Файл draft.docx», in the language of the redline."""
    if edition.draft:
        named = DRAFT[language].format(edition.draft)
        return f"{named}. {edition.title}" if edition.title else named
    return PHRASES[language]["file"].format(edition.source) if edition.source else WORKING_TEXT[language]


def edition_date(edition: Edition, language: str) -> str:
    return date_in_words(edition.date, language) if edition.date else PHRASES[language]["undated"]
