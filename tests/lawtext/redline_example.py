"""A comparison made by hand, in which every class of change occurs, in Russian and in Kazakh."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from articles.lawtext.changes import Change, Comparison, Side, Span
from articles.lawtext.edition import Edition
from articles.lawtext.provision import GROUPS, Path, Provision, ordinal, walk

MARKS = {
    "[-": ("-]", (("delete", ""),)),
    "{+": ("+}", (("insert", ""),)),
    "[<": (">]", (("delete", "split"),)),
    "{>": ("<}", (("insert", "split"),)),
    "[t": ("t]", (("delete", "typographic"), ("insert", "typographic"))),
    "[r": ("r]", (("delete", "reference"), ("insert", "reference"))),
}
MARK = re.compile("|".join(rf"{re.escape(begin)}.*?{re.escape(end)}" for begin, (end, _) in MARKS.items()), re.DOTALL)


def spans(marked: str) -> tuple[Span, ...]:
    """«Срок [-пять-] {+шесть+} лет»; [told=newt] is a typographic pair, [rold=newr] a followed reference, [<…>] and
    {>…<} are words that went to another provision or came from it.
    """
    found: list[Span] = []
    done = 0
    for match in MARK.finditer(marked):
        if match.start() > done:
            found.append(Span("equal", marked[done : match.start()]))
        sides = MARKS[match[0][:2]][1]
        texts = match[0][2:-2].split("=") if len(sides) > 1 else [match[0][2:-2]]
        found += [Span(operation, text, why) for (operation, why), text in zip(sides, texts, strict=True)]
        done = match.end()
    return (*found, Span("equal", marked[done:])) if done < len(marked) else tuple(found)


def one_side(marked: Iterable[Span], other: str) -> str:
    """The text without the spans of the other side."""
    return "".join(span.text for span in marked if span.operation != other)


def p(kind: str, number: str, id: str, text: str = "", *children: Provision, heading: str = "", closing: str = ""):
    return Provision(kind, number, heading, text, closing, tuple(children), id)


def law(title: str, *children: Provision) -> Provision:
    return p("law", "", "law", "", *children, heading=title)


def address(root: Provision, path: Path) -> tuple[tuple[str, str], ...]:
    """Kinds and numbers from the article (or the group itself) down."""
    found: list[tuple[str, str]] = []
    parent = root
    for depth, index in enumerate(path):
        unit = parent.children[index]
        last = depth == len(path) - 1
        if last or unit.kind not in GROUPS:
            found.append((unit.kind, unit.number or str(ordinal(parent, index))))
        parent = unit
    return tuple(found)


def side(root: Provision, id: str) -> Side | None:
    found = next(((path, unit) for path, unit in walk(root) if unit.id == id), None)
    if found is None:
        return None
    path, unit = found
    return Side(unit, address(root, path), "")


def compared(old: Provision, new: Provision, *changes: Change, notices: tuple[str, ...] = ()) -> Comparison:
    """The comparison of two trees whose ids say which provisions are the same; changes are made by ``change``."""
    by_id = {unit.id: path for path, unit in walk(old)}
    pairs = {path: by_id[unit.id] for path, unit in walk(new) if unit.id in by_id}
    filled = tuple(_filled(change, number, old, new) for number, change in enumerate(changes, start=1))
    renumbered = [
        (change.provision, change.old.provision.number, change.new.provision.number)
        for change in filled
        if change.old and change.new and change.old.provision.number != change.new.provision.number
    ]
    return Comparison(old, new, filled, tuple(renumbered), notices, pairs)


def _filled(change: Change, number: int, old: Provision, new: Provision) -> Change:
    before, after = side(old, change.provision), side(new, change.provision)
    standing = after or before
    kind = standing.provision.kind if standing else ""
    return replace(change, id=f"c{number}", old=before, new=after, kind=kind)


def change(
    classed: str, id: str, reasons: tuple[str, ...] = (), origins: tuple[str, ...] = (), **marked: str
) -> Change:
    redlines = {name: spans(words) for name, words in marked.items()}
    return Change("", classed, "", id, None, None, redlines, reasons, origins)


TERM = "Срок полномочий кенеса составляет [-четыре-]{+три+} года со дня его первого заседания."
DECISION = (
    "Решения кенеса принимаются большинством голосов [-присутствующих-]{+от общего числа его+} членов. Решение об "
    "утверждении бюджета [-может приниматься-]{+принимается+} не позднее [-тридцати-]{+двадцати+} рабочих дней со дня "
    "внесения проекта акимом."
)
FORCE = (
    "Решение кенеса вступает в силу со дня [-опубликования-]{+подписания+}, если в нем не указан более поздний срок."
)
MEMBER = (
    "Член кенеса избирается жителями. [-Член кенеса исполняет обязанности, не оставляя основной работы, и получает "
    "возмещение расходов.-]{+На время заседаний за членом кенеса сохраняются место работы и средняя заработная "
    "плата.+}"
)
REFERENCE = "Порядок избрания определяется [rстатьей 21=статьей 22r] настоящего Закона."
TYPOGRAPHY = 'Издание [t"Вестник"=«Вестник»t] публикует решения кенеса на [t5 000=5\u00a0000t] экземпляров.'
COMMISSIONS = "Кенес вправе образовать постоянные и временные комиссии."
ORDER = "Порядок работы комиссий определяет регламент кенеса."
SPLIT = f"{COMMISSIONS}[< {ORDER}>]"
JOINED = "Аким созывает собрание местного сообщества[-.-]{+ и +}{>ведет его протокол.<}"
OLD_TABLE = "Население\tЧисло членов кенеса\nдо 1 000\t5\nдо 5 000\t9"
TABLE = "Население\tЧисло членов кенеса\nдо 1 000\t[-5-]{+7+}\nдо 5 000\t9"
CONTROL = "Контроль за исполнением решений осуществляет ревизионная комиссия."
PLAIN = "Кенес осуществляет свою деятельность гласно и открыто, в пределах полномочий, установленных законом."


def old_text(marked: str) -> str:
    return one_side(spans(marked), "insert")


def new_text(marked: str) -> str:
    return one_side(spans(marked), "delete")


def quiet_articles(first: int, last: int) -> tuple[Provision, ...]:
    return tuple(
        p("article", str(n), f"a{n}", "", p("clause", "1", f"a{n}-1", PLAIN), heading=f"Предмет {n}")
        for n in range(first, last + 1)
    )


def russian() -> Comparison:
    """Every class of change once or more; thirty unchanged articles around them."""
    old = law(
        "О местном самоуправлении в городах районного значения",
        p("chapter", "1", "ch1", "", *quiet_articles(1, 15), heading="Общие положения"),
        p(
            "chapter",
            "2",
            "ch2",
            "",
            p("article", "16", "a16", old_text(TERM), heading="Срок полномочий кенеса"),
            p(
                "article",
                "17",
                "a17",
                "",
                p(
                    "clause",
                    "1",
                    "a17-1",
                    "К компетенции кенеса относятся:",
                    p("subclause", "1", "a17-1-1", "утверждение бюджета;"),
                    p("subclause", "2", "a17-1-2", "заслушивание отчетов акима;"),
                ),
                p("clause", "2", "a17-2", "Кенес заседает в здании акимата."),
                p("clause", "3", "a17-3", old_text(DECISION)),
                p("clause", "4", "a17-4", PLAIN),
                heading="Компетенция кенеса",
            ),
            p("article", "18", "a18", "", p("clause", "1", "a18-1", PLAIN), heading="Акты кенеса"),
            p(
                "article",
                "19",
                "a19",
                "",
                p("clause", "1", "a19-1", PLAIN),
                p("clause", "2", "a19-2", old_text(FORCE)),
                p("clause", "3", "a19-3", PLAIN),
                heading="Заседания кенеса",
            ),
            p(
                "article",
                "20",
                "a20",
                "",
                p("clause", "1", "a20-1", "Председатель кенеса избирается из числа его членов."),
                p("clause", "2", "a20-2", "Председатель кенеса может возглавлять одну из его комиссий."),
                heading="Председатель кенеса",
            ),
            p("article", "21", "a21", old_text(MEMBER), heading="Член кенеса"),
            p(
                "article",
                "22",
                "a22",
                "",
                p("clause", "1", "a22-1", f"{COMMISSIONS} {ORDER}"),
                p(
                    "clause",
                    "2",
                    "a22-2",
                    "Комиссии:",
                    p("subclause", "1", "a22-2-1", "готовят вопросы к заседанию;"),
                    p("subclause", "2", "a22-2-2", CONTROL),
                ),
                heading="Комиссии кенеса",
            ),
            p("article", "23", "a23", old_text(REFERENCE), heading="Порядок избрания"),
            p("article", "24", "a24", old_text(TYPOGRAPHY), heading="Официальное издание"),
            heading="Кенес",
        ),
        p(
            "chapter",
            "3",
            "ch3",
            "",
            p(
                "article",
                "25",
                "a25",
                "",
                p("clause", "1", "a25-1", old_text(JOINED)),
                p("clause", "2", "a25-2", "Аким ведет его протокол."),
                heading="Собрание",
            ),
            p(
                "article",
                "26",
                "a26",
                "Численный состав кенеса определяется по таблице.",
                p("table", "", "a26-t", OLD_TABLE),
                heading="Численный состав",
            ),
            p(
                "article",
                "27",
                "a27",
                "",
                p("clause", "1", "a27-1", "Аким вправе поручить ведение собрания заместителю."),
                p("clause", "2", "a27-2", "Поручение оформляется распоряжением акима."),
                heading="Поручение ведения собрания",
            ),
            *quiet_articles(28, 40),
            heading="Собрание местного сообщества",
        ),
    )
    new = law(
        "О местном самоуправлении в городах районного значения, поселках и селах",
        p("chapter", "1", "ch1", "", *quiet_articles(1, 15), heading="Общие положения"),
        p(
            "chapter",
            "2",
            "ch2",
            "",
            p("article", "16", "a16", new_text(TERM), heading="Срок полномочий кенеса"),
            p(
                "article",
                "17",
                "a17",
                "",
                p(
                    "clause",
                    "1",
                    "a17-1",
                    "К компетенции кенеса относятся:",
                    p("subclause", "1", "a17-1-1", "утверждение бюджета;"),
                    p("subclause", "2", "a17-1-2", "заслушивание отчетов акима;"),
                    p("subclause", "3", "a17-1-3", "определение порядка использования коммунального имущества."),
                ),
                p("clause", "2", "a17-3", new_text(DECISION)),
                p("clause", "3", "a17-4", PLAIN),
                heading="Компетенция кенеса",
            ),
            p(
                "article",
                "18",
                "a18",
                "",
                p("clause", "1", "a18-1", PLAIN),
                p("clause", "2", "a19-2", new_text(FORCE)),
                heading="Акты кенеса",
            ),
            p(
                "article",
                "19",
                "a19",
                "",
                p("clause", "1", "a19-1", PLAIN),
                p("clause", "2", "a19-3", PLAIN),
                heading="Заседания кенеса",
            ),
            p(
                "article",
                "20",
                "a20",
                "",
                p("clause", "1", "a20-1", "Председатель кенеса избирается из числа его членов."),
                heading="Председатель кенеса",
            ),
            p("article", "21", "a21", new_text(MEMBER), heading="Член кенеса"),
            p(
                "article",
                "22",
                "a22",
                "",
                p("clause", "1", "a22-1", COMMISSIONS),
                p("clause", "2", "a22-1b", ORDER),
                p(
                    "clause",
                    "3",
                    "a22-2",
                    "Комиссии:",
                    p("subclause", "1", "a22-2-1", "готовят вопросы к заседанию;"),
                ),
                p("clause", "4", "a22-2-2", CONTROL),
                heading="Комиссии кенеса",
            ),
            p("article", "23", "a23", new_text(REFERENCE), heading="Порядок избрания"),
            p("article", "24", "a24", new_text(TYPOGRAPHY), heading="Официальное издание"),
            heading="Кенес",
        ),
        p(
            "chapter",
            "3",
            "ch3",
            "",
            p("article", "25", "a25", "", p("clause", "1", "a25-1", new_text(JOINED)), heading="Собрание"),
            p(
                "article",
                "26",
                "a26",
                "Численный состав кенеса определяется по таблице.",
                p("table", "", "a26-t", new_text(TABLE)),
                heading="Численный состав",
            ),
            p(
                "article",
                "27",
                "a27n",
                "",
                p(
                    "clause",
                    "1",
                    "a27n-1",
                    "Протокол собрания содержит:",
                    p("subclause", "1", "a27n-1-1", "дату и место собрания;"),
                    p("subclause", "2", "a27n-1-2", "принятые решения."),
                ),
                p("clause", "2", "a27n-2", "Протокол подписывает аким."),
                heading="Протокол собрания",
            ),
            *quiet_articles(28, 40),
            heading="Собрание местного сообщества",
        ),
    )
    title = "О местном самоуправлении в городах районного значения{+, поселках и селах+}"
    return compared(
        old,
        new,
        change("reworded", "law", heading=title),
        change("reworded", "a16", ("period",), text=TERM),
        change("inserted", "a17-1-3"),
        change("excluded", "a17-2"),
        change("reworded", "a17-3", ("period", "modality"), text=DECISION),
        change("renumbered", "a17-4"),
        change("moved", "a19-2", text=FORCE),
        change("renumbered", "a19-3"),
        change("excluded", "a20-2"),
        change("reworded", "a21", text=MEMBER),
        change("split", "a22-1", text=SPLIT),
        change("split", "a22-1b", origins=("a22-1",), text=f"{{>{ORDER}<}}"),
        change("renumbered", "a22-2"),
        change("level", "a22-2-2", text=CONTROL),
        change("reference", "a23", text=REFERENCE),
        change("typographic", "a24", text=TYPOGRAPHY),
        change("merged", "a25-1", origins=("a25-2",), text=JOINED),
        change("merged", "a25-2", text="[-Аким -][<ведет его протокол.>]"),
        change("reworded", "a26-t", ("number",), text=TABLE),
        change("inserted", "a27n"),
        change("excluded", "a27"),
    )


KK_TERM = "Кеңестің өкілеттік мерзімі оның бірінші отырысы өткен күннен бастап [-төрт-]{+үш+} жылды құрайды."


def kazakh() -> Comparison:
    """A list whose closing verb changed, an inserted item, an unchanged article."""
    items = ("аумақты дамыту жоспарын бекіту;", "бюджетті бекіту")

    def article(*subclauses: Provision, closing: str) -> Provision:
        return p(
            "article",
            "17",
            "a17",
            "",
            p("clause", "1", "a17-1", "Кеңестің құзыретіне:", *subclauses, closing=closing),
            heading="Кеңестің құзыреті",
        )

    first, second = (p("subclause", str(n), f"s{n}", words) for n, words in enumerate(items, start=1))
    third = p("subclause", "3", "s3", "коммуналдық мүлікті пайдалану тәртібін айқындау")
    title = "Жергілікті өзін-өзі басқару туралы"
    old = law(
        title,
        p("article", "16", "a16", old_text(KK_TERM), heading="Өкілеттік мерзімі"),
        article(first, second, closing="жатады."),
        p("article", "18", "a18", "Кеңес актілері жарияланады.", heading="Кеңес актілері"),
    )
    new = law(
        title,
        p("article", "16", "a16", new_text(KK_TERM), heading="Өкілеттік мерзімі"),
        article(first, second, third, closing="жатқызылады."),
        p("article", "18", "a18", "Кеңес актілері жарияланады.", heading="Кеңес актілері"),
    )
    return compared(
        old,
        new,
        change("reworded", "a16", ("period",), text=KK_TERM),
        change(
            "reworded",
            "a17-1",
            text="Кеңестің құзыретіне:",
            closing="[-жатады-]{+жатқызылады+}.",
        ),
        change("inserted", "s3"),
    )


def editions(language: str = "ru") -> tuple[Edition, Edition]:
    digits = "0123456789abcdef" * 4
    return (
        Edition("law", language, 1, "Первое обсуждение", date(2026, 9, 3), digits),
        Edition("law", language, 2, "", date(2026, 9, 28), digits[::-1]),
    )


LATIN_I = "Жергiлiктi бюджет бекiтiледi."
"""Kazakh words as they are often typed: six letters i are Latin ones."""


def excluded_in_words(status: str = "excluded") -> tuple[Provision, Provision]:
    """A clause, an article and a list item of which the new law says by which law they were excluded."""
    stub = "Исключен Законом РК от 09.02.2009 № 126."
    old = law(
        "О пчеловодстве",
        p(
            "article",
            "5",
            "a5",
            "",
            p("clause", "1", "a5-1", "Пасека регистрируется."),
            p("clause", "2", "a5-2", "Пасека осматривается раз в год."),
            p("clause", "3", "a5-3", "Пасека охраняется."),
            heading="Пасеки",
        ),
        p("article", "6", "a6", "Надзор осуществляется государством.", heading="Надзор за пчелами"),
    )
    five, six = old.children
    first, second, third = five.children
    gone = replace(second, text=stub, status=status)
    five = replace(five, children=(first, gone, third))
    return old, replace(old, children=(five, replace(six, heading=stub, text="", status=status)))
