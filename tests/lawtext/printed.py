"""A small law with every kind of unit, in three languages, for the tests of what is printed."""

import datetime
import uuid
from dataclasses import replace

from articles.lawtext.edition import Edition
from articles.lawtext.provision import Provision, Reference, list_end

FINGERPRINT = "3fa902c177be41d0" * 4
DATE = datetime.date(2026, 11, 23)

HOSTILE = '#read("/etc/passwd") *x* $x^2$ @label \\ `code` <b>&amp;</b> ~ -- "прямые" = a // b [c] {d} _e_ 1.'

KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"

SHARED = f"№ § ₸ «» – {HOSTILE}"

NOTES = (
    ((), "Сноска. Заголовок в редакции Закона РК от 25.11.2019 № 272-VI."),
    ((1, 0, 0), "Сноска. Статья 1 с изменением."),
    ((1, 0, 0), "Вторая сноска к той же статье."),
    ((1, 0, 0, 1), "Сноска. Подпункт 2) дополнен."),
    ((2, 1), "Сноска к таблице."),
)
"""On the title, twice on an article, on a subclause and on a table."""

GONE = "Этих слов больше нет."
"""The words of a removed clause."""


def edition(language: str, **facts: object) -> Edition:
    known: dict = {"slug": "local", "language": language, "draft": 2, "date": DATE, "fingerprint": FINGERPRINT}
    return Edition(**(known | facts))


def unit(kind: str, number: str = "", *children: Provision, **words: str) -> Provision:
    name = f"{kind} {number} {sorted(words.items())} {len(children)}"
    identity = str(uuid.uuid5(uuid.NAMESPACE_OID, name))
    return Provision(kind=kind, number=number, children=children, **{"id": identity, **words})


def referring(provision: Provision, words: str, target: Provision) -> Provision:
    start = provision.text.index(words)
    return replace(provision, references=(Reference("text", start, start + len(words), (target.id,), "gen"),))


WORDS: dict[str, dict[str, str]] = {
    "ru": {
        "title": "О местном самоуправлении в городах районного значения, поселках, селах и сельских округах",
        "preamble": "Настоящий Закон определяет правовой статус органов местного самоуправления.",
        "section": "Общая часть",
        "chapter": "Общие положения",
        "concepts": "Основные понятия, используемые в настоящем Законе",
        "intro": "В настоящем Законе используются следующие основные понятия:",
        "plan": "план развития территории – утверждаемый кенесом документ;",
        "kenes": "кенес – выборный представительный орган местного самоуправления",
        "closing": "(далее – понятия).",
        "paragraph": "Организация деятельности кенеса",
        "competence": "Компетенция кенеса",
        "includes": "К компетенции кенеса относятся:",
        "excluded": "исключен Законом Республики Казахстан от 25 ноября 2019 года № 272-VI ЗРК.",
        "part two": "Кенес вправе рассматривать вопросы, указанные в статье 1 настоящего Закона.",
        "reference": "статье 1",
        "note": "Под днями понимаются рабочие дни.",
        "annex": "Перечень вопросов местного значения",
        "table": "№\tВопрос местного значения\tСумма, ₸\n1\tБлагоустройство (статья 1)\t1000\n2\tОсвещение улиц",
        "in table": "статья 1",
    },
    "kk": {
        "title": "Аудандық маңызы бар қалалардағы, кенттердегі, ауылдардағы жергілікті өзін-өзі басқару туралы",
        "preamble": "Осы Заң жергілікті өзін-өзі басқару органдарының құқықтық мәртебесін айқындайды.",
        "section": "Жалпы бөлік",
        "chapter": "Жалпы ережелер",
        "concepts": "Осы Заңда пайдаланылатын негізгі ұғымдар",
        "intro": "Осы Заңда мынадай ұғымдар:",
        "plan": "аумақты дамыту жоспары – кеңес бекітетін құжат;",
        "kenes": "кеңес – жергілікті өзін-өзі басқарудың өкілді органы",
        "closing": "пайдаланылады.",
        "paragraph": "Кеңестің қызметін ұйымдастыру",
        "competence": "Кеңестің құзыреті",
        "includes": "Кеңестің құзыретіне мыналар жатады:",
        "excluded": "алып тасталды – Қазақстан Республикасының 2019 жылғы 25 қарашадағы № 272-VI ҚРЗ Заңымен.",
        "part two": "Кеңес осы Заңның 1-бабында көрсетілген мәселелерді қарауға құқылы.",
        "reference": "1-бабында",
        "note": "Күндер деп жұмыс күндері түсініледі.",
        "annex": "Жергілікті маңызы бар мәселелердің тізбесі",
        "table": "№\tЖергілікті маңызы бар мәселе\tСомасы, ₸\n1\tАбаттандыру (1-бап)\t1000\n2\tЖарықтандыру",
        "in table": "1-бап",
    },
    "en": {
        "title": "On local self-government in cities of district significance, towns, villages and rural districts",
        "preamble": "This Law determines the legal status of bodies of local self-government.",
        "section": "General part",
        "chapter": "General provisions",
        "concepts": "Basic definitions used in this Law",
        "intro": "The following official definitions are used in this Law:",
        "plan": "plan of development of the territory – a document approved by the kenes;",
        "kenes": "kenes – the elected representative body of local self-government",
        "closing": "(hereinafter – definitions).",
        "paragraph": "Organisation of the activity of the kenes",
        "competence": "Competence of the kenes",
        "includes": "The competence of the kenes includes:",
        "excluded": "excluded by Law No 272-VI of 25 November 2019.",
        "part two": "The kenes may consider issues named in article 1 of this Law.",
        "reference": "article 1",
        "note": "Days means working days.",
        "annex": "List of issues of local significance",
        "table": "No\tIssue of local significance\tSum, ₸\n1\tImprovement (article 1)\t1000\n2\tLighting of streets",
        "in table": "article 1",
    },
}


def law(language: str) -> Provision:
    """Section, chapter, §, articles, every unit inside an article, two annexes, and clauses excluded and removed."""
    say = WORDS[language]
    concepts = unit(
        "article",
        "1",
        unit("subclause", "1", text=say["plan"]),
        unit("subclause", "2", text=say["kenes"]),
        heading=say["concepts"],
        text=say["intro"],
        closing=say["closing"],
    )
    return unit(
        "law",
        "",
        unit("preamble", text=say["preamble"]),
        unit(
            "section",
            "1",
            unit(
                "chapter",
                "1",
                concepts,
                unit("paragraph", "1", _competence(say, concepts), heading=say["paragraph"]),
                heading=say["chapter"],
            ),
            heading=say["section"],
        ),
        *_annexes(say, concepts),
        heading=say["title"],
    )


def _competence(say: dict[str, str], concepts: Provision) -> Provision:
    return unit(
        "article",
        "2",
        unit(
            "clause",
            "1",
            unit("subclause", "1", unit("indent", text=f"{KAZAKH};"), text=say["plan"]),
            unit("subclause", "2", text=say["excluded"], status="excluded"),
            referring(unit("passage", text=say["part two"]), say["reference"], concepts),
            text=say["includes"],
        ),
        unit("clause", "1-1", text=SHARED),
        unit("clause", "", text=GONE, status="removed"),
        unit("note", text=say["note"]),
        heading=say["competence"],
    )


def _annexes(say: dict[str, str], concepts: Provision) -> tuple[Provision, Provision]:
    table = referring(unit("table", text=say["table"]), say["in table"], concepts)
    return (
        unit("annex", "1", unit("clause", "1", text=say["plan"]), table, heading=say["annex"]),
        unit("annex", "2", unit("passage", text=say["preamble"])),
    )


def texts(root: Provision) -> list[str]:
    """The words of the law in the order in which they are read, found without the exporters' own step."""
    if root.status == "removed":
        return []
    end = list_end(root)
    inside = [texts(child) for child in root.children]
    return [
        *filter(None, (root.heading, root.text)),
        *(words for unit in inside[:end] for words in unit),
        *filter(None, (root.closing,)),
        *(words for unit in inside[end:] for words in unit),
    ]


def squeezed(words: str) -> str:
    """Words without blanks and case: readers of pages break lines where they like."""
    return "".join(words.split()).casefold()


def missing(root: Provision, read: str) -> list[str]:
    """The words of the law that do not stand in what a reader read, each behind the one before."""
    read, place, lost = squeezed(read), 0, []
    for words in (line for text in texts(root) for line in text.replace("\t", "\n").split("\n")):
        found = read.find(squeezed(words), place)
        if found < 0:
            lost.append(words)
        else:
            place = found + len(squeezed(words))
    return lost
