"""Any law that the containment table allows, with the words that sources hold and words that look like labels."""

from hypothesis import strategies as st

from articles.lawtext.characters import clean
from articles.lawtext.provision import CONTAINS, GROUPS, HEADED, LISTED, NUMBERED, Provision, list_end

DEEPEST = 7
NUMBERS = ("1", "2", "3", "4", "10", "3-1", "5-1-1", "15b", "217")

ORDINARY = {
    "ru": (
        "Кенес вправе рассматривать иные вопросы местного значения.",
        "К компетенции кенеса относятся:",
        "утверждение плана развития территории;",
        "определение порядка использования имущества.",
        "Общие положения",
        "ОБЩИЕ ПОЛОЖЕНИЯ",
        "исключен Законом РК от 25.11.2019 № 272-VI;",
    ),
    "kk": (
        "Кеңес жергілікті маңызы бар өзге де мәселелерді қарауға құқылы.",
        "Кеңестің құзыретіне:",
        "аумақты дамыту жоспарын бекіту;",
        "тәртібін айқындау",
        "тәртібін айқындау жатады.",
        "жатады.",
        "Жалпы ережелер",
        "алып тасталды - ҚР 25.11.2019 № 272-VI Заңымен;",
    ),
    "en": (
        "The kenes may consider other issues of local significance.",
        "The competence of the kenes includes:",
        "approval of the plan of development of the territory;",
        "determining the use of property.",
        "General provisions",
        "GENERAL PROVISIONS",
        "excluded by Law No 272-VI;",
    ),
}
DECEPTIVE = (
    *("1. Текст", "1) текст;", "3-1) текст", "3) - 6-3) исключены Законом", "Статья 5. Полномочия", "5-бап. Мәтін"),
    *("Article 7. Acts", "Глава ІІІ", "РАЗДЕЛ I", "§ 2.", "Приложение 1", "1-қосымша", "Приложение 2 к Закону РК"),
    *("Примечание. Текст", "Ескертпе.", "Note. Text", "Сноска. Статья исключена Законом", "Ескерту. Мәтін"),
    *("РҚАО-ның ескертпесі!", "[часть] Текст", "[абзац]", "[бөлік] мәтін", "[point without number] text", "[строка] a"),
    *("- текст;", "– Текст", "•", "***", "12", "стр. 5", "Проект", "Оглавление", "Президент Республики Казахстан"),
    *("№ 148-II ЗРК", "к Закону Республики Казахстан", "Қазақстан Республикасының Заңына", "от 1 мая 2020 года"),
    *("Действовал до 01.01.2017", ":", ";", "«", ".", "1", "1.5 процента", "Преамбула", "1\\) текст", "ОБЩАЯ ЧАСТЬ"),
)
LETTERS = "аәбғдеёжзиіАӘБҒДЕЖЗИІabcxiABCIXV 0123456789.,;:!?()[]«»\"'-–—§№*_#|\\/<>&\u00a0\u200b\u0301"


def sentences(language):
    """One paragraph of words: ordinary ones, such as look like something else, or any letters."""
    some = st.sampled_from(ORDINARY[language])
    letters = st.text(LETTERS, max_size=12).map(clean)
    return st.one_of(st.just(""), some, some, st.sampled_from(DECEPTIVE), letters)


def tables(language):
    """The text of a table: lines of cells with a tab between."""
    rows = st.lists(st.lists(sentences(language), min_size=1, max_size=3).map("\t".join), min_size=1, max_size=3)
    return rows.map("\n".join)


@st.composite
def provisions_of(draw, kind, language, depth=0):
    """A provision of this kind with all that may stand in it."""
    words = sentences(language)
    kinds = st.sampled_from(sorted(CONTAINS[kind])) if CONTAINS[kind] and depth < DEEPEST else st.nothing()
    children = draw(st.lists(kinds, max_size=4 if depth < 2 else 2)) if depth < DEEPEST and CONTAINS[kind] else ()
    provision = Provision(
        kind,
        number=draw(st.sampled_from((*NUMBERS, ""))) if kind in NUMBERED else "",
        heading=draw(words) if kind in HEADED else "",
        text=draw(tables(language) if kind == "table" else words) if kind not in GROUPS | {"law"} else "",
        children=tuple(draw(provisions_of(child, language, depth + 1)) for child in children),
        status=draw(st.sampled_from(("standing", "standing", "standing", "excluded"))) if depth else "standing",
    )
    return _closed(provision, draw(words)) if LISTED & CONTAINS[kind] else provision


def _closed(provision, words):
    """The provision with closing words, if a list stands in it that they can end."""
    return provision if not list_end(provision) else Provision(**_fields(provision) | {"closing": words})


def _fields(provision):
    return {name: getattr(provision, name) for name in provision.__dataclass_fields__}


def laws(language):
    """Any tree that CONTAINS allows, without ids, each provision standing or excluded."""
    return provisions_of("law", language)
