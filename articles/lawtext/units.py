"""Names and grammar of the units of a law, per language: tables, no rules of text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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


PROFILES = ("law", "code", "rules")
"""Forms of an act. They differ in the name of the act and, in a code, of the clause (Law No 480-V, article 23)."""

CASES: dict[str, tuple[str, ...]] = {
    "ru": ("nom", "gen", "dat", "acc", "ins", "prep"),
    "kk": ("nom", "gen", "dat", "acc", "loc", "abl", "ins"),
    "en": ("at",),
}
"""The cases of a language, in the order of the tables below; English has one form for all."""

ORDINAL_KINDS = frozenset({"passage", "indent"})
"""Units without a number: they are cited by an ordinal in words (article 25)."""

ATTACHED = frozenset({"annex", "note"})
"""Units that are not parts of a unit but are joined *to* it: «приложение 1 к …», «17-бапқа ескертпе»."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A name of a unit in all its forms.

    ``gender`` is m, f, n or, for names that have only a plural, p. The possessed forms are Kazakh: what a unit is
    called inside another («17-баптың 2-тармағы»). Each table has the cases of its language as keys.
    """

    gender: str
    singular: Mapping[str, str]
    plural: Mapping[str, str]
    possessed: Mapping[str, str] = field(default_factory=dict)
    possessed_plural: Mapping[str, str] = field(default_factory=dict)

    def form(self, case: str, plural: bool = False, possessed: bool = False) -> str:
        """The name in one case."""
        if possessed:
            return (self.possessed_plural if plural else self.possessed)[case]
        return (self.plural if plural else self.singular)[case]


def _russian(gender: str, singular: str, plural: str) -> Noun:
    cases = CASES["ru"]
    return Noun(gender, dict(zip(cases, singular.split(), strict=True)), dict(zip(cases, plural.split(), strict=True)))


def _english(singular: str, plural: str) -> Noun:
    return Noun("n", {"at": singular}, {"at": plural})


_POSSESSED_ENDINGS = {
    "ы": ("", "ның", "на", "н", "нда", "нан", "мен"),
    "і": ("", "нің", "не", "н", "нде", "нен", "мен"),
}
_PLURAL_ENDINGS = {
    "ы": ("", "дың", "ға", "ды", "да", "дан", "мен"),
    "і": ("", "дің", "ге", "ді", "де", "ден", "мен"),
}


def _declined(stem: str, endings: tuple[str, ...]) -> dict[str, str]:
    return {case: stem + ending for case, ending in zip(CASES["kk"], endings, strict=True)}


def _kazakh(singular: str, possessed: str, plural: str, before: str = "") -> Noun:
    """Seven forms of the singular; the possessed stem, whose last vowel gives the harmony; the plural stem."""
    harmony = possessed[-1]
    forms = [before + form for form in singular.split()]
    return Noun(
        "m",
        dict(zip(CASES["kk"], forms, strict=True)),
        _declined(before + plural, _PLURAL_ENDINGS[harmony]),
        _declined(before + possessed, _POSSESSED_ENDINGS[harmony]),
        _declined(before + plural + harmony, _POSSESSED_ENDINGS[harmony]),
    )


_SECTION_KK = "бөлім бөлімнің бөлімге бөлімді бөлімде бөлімнен бөліммен"
_PART_KK = _kazakh("бөлік бөліктің бөлікке бөлікті бөлікте бөліктен бөлікпен", "бөлігі", "бөліктер")
_PART_RU = _russian("f", "часть части части часть частью части", "части частей частям части частями частях")
_PART_EN = _english("part", "parts")

NOUNS: dict[str, dict[str, Noun]] = {
    "ru": {
        "part": _PART_RU,
        "section": _russian(
            "m",
            "раздел раздела разделу раздел разделом разделе",
            "разделы разделов разделам разделы разделами разделах",
        ),
        "subsection": _russian(
            "m",
            "подраздел подраздела подразделу подраздел подразделом подразделе",
            "подразделы подразделов подразделам подразделы подразделами подразделах",
        ),
        "chapter": _russian("f", "глава главы главе главу главой главе", "главы глав главам главы главами главах"),
        "paragraph": _russian(
            "m",
            "параграф параграфа параграфу параграф параграфом параграфе",
            "параграфы параграфов параграфам параграфы параграфами параграфах",
        ),
        "article": _russian(
            "f",
            "статья статьи статье статью статьей статье",
            "статьи статей статьям статьи статьями статьях",
        ),
        "clause": _russian(
            "m", "пункт пункта пункту пункт пунктом пункте", "пункты пунктов пунктам пункты пунктами пунктах"
        ),
        "subclause": _russian(
            "m",
            "подпункт подпункта подпункту подпункт подпунктом подпункте",
            "подпункты подпунктов подпунктам подпункты подпунктами подпунктах",
        ),
        "passage": _PART_RU,
        "indent": _russian(
            "m", "абзац абзаца абзацу абзац абзацем абзаце", "абзацы абзацев абзацам абзацы абзацами абзацах"
        ),
        "note": _russian(
            "n",
            "примечание примечания примечанию примечание примечанием примечании",
            "примечания примечаний примечаниям примечания примечаниями примечаниях",
        ),
        "annex": _russian(
            "n",
            "приложение приложения приложению приложение приложением приложении",
            "приложения приложений приложениям приложения приложениями приложениях",
        ),
        "table": _russian(
            "f",
            "таблица таблицы таблице таблицу таблицей таблице",
            "таблицы таблиц таблицам таблицы таблицами таблицах",
        ),
        "preamble": _russian(
            "f",
            "преамбула преамбулы преамбуле преамбулу преамбулой преамбуле",
            "преамбулы преамбул преамбулам преамбулы преамбулами преамбулах",
        ),
    },
    "kk": {
        "part": _PART_KK,
        "section": _kazakh(_SECTION_KK, "бөлімі", "бөлімдер"),
        "subsection": _kazakh(_SECTION_KK, "бөлімі", "бөлімдер", before="кіші "),
        "chapter": _kazakh("тарау тараудың тарауға тарауды тарауда тараудан тараумен", "тарауы", "тараулар"),
        "paragraph": _kazakh(
            "параграф параграфтың параграфқа параграфты параграфта параграфтан параграфпен",
            "параграфы",
            "параграфтар",
        ),
        "article": _kazakh("бап баптың бапқа бапты бапта баптан баппен", "бабы", "баптар"),
        "clause": _kazakh("тармақ тармақтың тармаққа тармақты тармақта тармақтан тармақпен", "тармағы", "тармақтар"),
        "subclause": _kazakh(
            "тармақша тармақшаның тармақшаға тармақшаны тармақшада тармақшадан тармақшамен",
            "тармақшасы",
            "тармақшалар",
        ),
        "passage": _PART_KK,
        "indent": _kazakh("абзац абзацтың абзацқа абзацты абзацта абзацтан абзацпен", "абзацы", "абзацтар"),
        "note": _kazakh(
            "ескертпе ескертпенің ескертпеге ескертпені ескертпеде ескертпеден ескертпемен",
            "ескертпесі",
            "ескертпелер",
        ),
        "annex": _kazakh(
            "қосымша қосымшаның қосымшаға қосымшаны қосымшада қосымшадан қосымшамен", "қосымшасы", "қосымшалар"
        ),
        "table": _kazakh("кесте кестенің кестеге кестені кестеде кестеден кестемен", "кестесі", "кестелер"),
        "preamble": _kazakh(
            "кіріспе кіріспенің кіріспеге кіріспені кіріспеде кіріспеден кіріспемен", "кіріспесі", "кіріспелер"
        ),
    },
    "en": {
        "part": _PART_EN,
        "section": _english("section", "sections"),
        "subsection": _english("subsection", "subsections"),
        "chapter": _english("chapter", "chapters"),
        "paragraph": _english("paragraph", "paragraphs"),
        "article": _english("article", "articles"),
        "clause": _english("point", "points"),
        "subclause": _english("subpoint", "subpoints"),
        "passage": _PART_EN,
        "indent": _english("indent", "indents"),
        "note": _english("note", "notes"),
        "annex": _english("annex", "annexes"),
        "table": _english("table", "tables"),
        "preamble": _english("preamble", "preambles"),
    },
}
"""What a unit is called in running words, per language and kind."""

ACTS: dict[str, dict[str, Noun]] = {
    "law": {
        "ru": _russian(
            "m", "Закон Закона Закону Закон Законом Законе", "Законы Законов Законам Законы Законами Законах"
        ),
        "kk": _kazakh("Заң Заңның Заңға Заңды Заңда Заңнан Заңмен", "Заңы", "Заңдар"),
        "en": _english("Law", "Laws"),
    },
    "code": {
        "ru": _russian(
            "m",
            "Кодекс Кодекса Кодексу Кодекс Кодексом Кодексе",
            "Кодексы Кодексов Кодексам Кодексы Кодексами Кодексах",
        ),
        "kk": _kazakh("Кодекс Кодекстің Кодекске Кодексті Кодексте Кодекстен Кодекспен", "Кодексі", "Кодекстер"),
        "en": _english("Code", "Codes"),
    },
    "rules": {
        "ru": _russian(
            "p",
            "Правила Правил Правилам Правила Правилами Правилах",
            "Правила Правил Правилам Правила Правилами Правилах",
        ),
        "kk": _kazakh(
            "Қағидалар Қағидалардың Қағидаларға Қағидаларды Қағидаларда Қағидалардан Қағидалармен",
            "Қағидалары",
            "Қағидалар",
        ),
        "en": _english("Rules", "Rules"),
    },
}
"""What the act calls itself, by profile: «настоящий Закон», «осы Кодекс», "these Rules"."""

THIS_RU: dict[str, Mapping[str, str]] = {
    gender: dict(zip(CASES["ru"], forms.split(), strict=True))
    for gender, forms in {
        "m": "настоящий настоящего настоящему настоящий настоящим настоящем",
        "f": "настоящая настоящей настоящей настоящую настоящей настоящей",
        "n": "настоящее настоящего настоящему настоящее настоящим настоящем",
        "p": "настоящие настоящих настоящим настоящие настоящими настоящих",
    }.items()
}

EXCLUDED = {
    "ru": {"m": "исключен", "f": "исключена", "n": "исключено", "p": "исключены"},
    "kk": dict.fromkeys("mfnp", "алып тасталды"),
    "en": dict.fromkeys("mfnp", "excluded"),
}
"""What stands in place of the words of an excluded unit, by gender of its name (article 27)."""


def noun(kind: str, language: str, profile: str = "law") -> Noun:
    """The name of a unit; in a code the clause is called «часть», kind ``law`` is the act itself."""
    if kind == "law":
        return ACTS[profile][language]
    return NOUNS[language]["part" if profile == "code" and kind == "clause" else kind]


def this(kind: str, language: str, case: str = "", profile: str = "law") -> str:
    """«настоящей статьи», «осы баптың», "this article": a unit named from inside it."""
    named = noun(kind, language, profile)
    words = named.form(case or CASES[language][0])
    if language == "ru":
        return f"{THIS_RU[named.gender][case or 'nom']} {words}"
    if language == "kk":
        return f"осы {words}"
    return f"{'these' if words == named.plural['at'] else 'this'} {words}"


def excluded_text(kind: str, text: str, language: str, profile: str = "law") -> str:
    """What prints in place of the words of an excluded unit: «исключен;» for «оказание помощи;».

    It begins and ends as the words did; a unit without words of its own prints a sentence, «Исключена.».
    """
    word = EXCLUDED[language][noun(kind, language, profile).gender]
    if not text[:1].islower():
        word = word[:1].upper() + word[1:]
    return word + (text[-1] if text[-1:] in (";", ".", ",") else ";" if text[:1].islower() else ".")
