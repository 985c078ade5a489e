"""Words of which laws are generated, by language: the parts of a sentence in the order in which it is written.

Half of the words are made from parts of words, frequent and rare ones as in a real text, so that a generated law
compresses like one: a few phrases told again and again would flatter whatever is held against us.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, product
from random import Random


@dataclass(frozen=True)
class Phrases:
    """``parts`` are the places of a sentence with what may stand in each; {n} is a number and {w} a word.

    ``headings`` are those of chapters and articles, ``source`` names a clause, ``introduction`` begins a list of
    ``items``; ``beginnings``, ``stems`` and ``endings`` make words.
    """

    title: str
    headings: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    source: str
    introduction: str
    items: tuple[str, ...]
    beginnings: tuple[str, ...]
    stems: tuple[str, ...]
    endings: tuple[str, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words that can be made, the frequent ones first."""
        made = ["".join(parts) for parts in product(self.beginnings, self.stems, self.endings)]
        Random(len(made)).shuffle(made)
        return tuple(made)

    @cached_property
    def frequencies(self) -> tuple[float, ...]:
        """Cumulative frequencies of the words: the hundredth is a hundredth as frequent as the first."""
        return tuple(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def word(self, random: Random) -> str:
        return random.choices(self.words, cum_weights=self.frequencies)[0]


RUSSIAN = Phrases(
    title="Об измерении законов",
    headings=(
        "Полномочия {w} кенеса",
        "Порядок созыва {w} жителей",
        "Бюджет {w} округа",
        "Права и обязанности {w}",
        "Передача {w} в коммунальную собственность",
        "Участие {w} в решении местных вопросов",
        "Ответственность {w} лиц",
        "Отчетность перед {w}",
    ),
    parts=(
        (
            "Аким {w} округа",
            "Кенес в пределах {w} {w}",
            "Исполнительный орган {w}",
            "Собрание {w} сообщества",
            "Комиссия по {w}",
            "Секретарь {w} схода",
            "Ревизионная группа из {n} {w}",
            "Инициативная группа {w}",
        ),
        (
            "рассматривает и утверждает",
            "вносит на {w}",
            "обязан {w} представить",
            "вправе {w} отклонить",
            "размещает в {w}",
            "не допускает {w}",
            "принимает к {w}",
            "согласовывает с {w}",
        ),
        (
            "проект {w} развития {w} на {n} лет",
            "отчет об {w} местного {w}",
            "перечень {w}, переданного в {w}",
            "предложения о {w} {w} и {w}",
            "смету {w} на {w} {n} объектов",
            "сведения о {w} участках {w} пользования",
            "правила {w} и пользования {w}",
            "порядок {w} средств, собранных {w}",
        ),
        (
            "с учетом {w} {w} жителей",
            "на основании {w} от {n} марта",
            "при {w} не менее {n} голосов",
            "если иное не {w} законами",
            "за исключением {w} {w} положения",
            "в пределах {w} на {w} средств",
            "по {w} не менее {n} депутатов",
            "независимо от {w} {w} собрания",
        ),
        (
            "в течение {n} рабочих дней со дня {w}",
            "не реже {n} раз в {w}",
            "не позднее {n} числа {w} месяца",
            "в срок, {w} решением {w}",
            "до начала {w} финансового года",
            "ежеквартально по {w} {w}",
            "после {w} на {w} ресурсе",
            "в день {w} письменного {w}",
        ),
    ),
    source="в соответствии с пунктом {clause} статьи {article} настоящего Закона",
    introduction="К ведению органов самоуправления относятся:",
    items=(
        "учет и сохранность {w} имущества, {w} за {w} округом на срок {n} лет",
        "организация {w} и {w} отходов не менее {n} раз в месяц с {w} улицы",
        "освещение {w} в {w} время и содержание в {w} {n} опор",
        "помощь {w} и пожилым {w} старше {n} лет, не имеющим {w} доходов",
        "проведение {w}, ярмарок и {w} соревнований по {w} на {n} месяцев",
        "надзор за {w} колодцев и {w} с осмотром каждые {n} дней в {w} время",
    ),
    beginnings=("", "пере", "со", "вы", "раз", "при", "под", "о", "за", "пред"),
    stems=(
        *("каз", "став", "вод", "нос", "ход", "пис", "держ", "мер", "дел", "ряд", "смотр", "грамм", "суд", "бор"),
        *("мет", "прав", "вяз", "лог", "мысл", "твор", "след", "стро", "крыт", "верк", "плат", "говор", "город"),
    ),
    endings=("ение", "ания", "ности", "ному", "ющих", "ательного", "ов", "ами", "ский", "ки", "ой", "ованным"),
)

ENGLISH = Phrases(
    title="On the Measurement of Laws",
    headings=(
        "Powers of the {w} council",
        "Procedure for calling {w}",
        "Budget of the {w} district",
        "Rights and duties of {w}",
        "Transfer of {w} to communal ownership",
        "Participation of {w} in local matters",
        "Liability of {w}",
        "Accountability to {w}",
    ),
    parts=(
        (
            "The akim of the {w} district",
            "The council of {w}",
            "The {w} body",
            "The assembly of {w}",
            "The commission on {w}",
            "The secretary of the {w}",
            "The audit group of {n} {w}",
            "The group of {w}",
        ),
        (
            "shall consider and approve",
            "shall {w} for discussion",
            "must present to {w}",
            "may reject or {w}",
            "shall {w} on the board",
            "shall not permit {w} of",
            "shall accept for {w}",
            "shall agree with {w}",
        ),
        (
            "the draft {w} of {w} for {n} years",
            "the report on {w} of the {w}",
            "the list of {w} transferred for {w}",
            "proposals on {w} of {w} and {w}",
            "the estimate of {w} of {w} {n} facilities",
            "particulars of {w} plots in {w}",
            "the rules of {w} and of {w}",
            "the order of {w} means collected by {w}",
        ),
        (
            "with regard to {w} of {w}",
            "on the basis of {w} of {n} March",
            "given {w} of {n} votes",
            "unless the laws {w} otherwise",
            "except in cases of {w} of {w}",
            "within {w} allotted for {w}",
            "on {w} of {n} deputies",
            "irrespective of {w} of the assembly",
        ),
        (
            "within {n} working days of {w}",
            "no less than {n} times a {w}",
            "no later than day {n} of {w}",
            "within the time set by {w}",
            "before the {w} financial year",
            "every quarter following {w}",
            "after {w} on the {w} resource",
            "on the day of {w} inquiry",
        ),
    ),
    source="in accordance with point {clause} of article {article} of this Law",
    introduction="The bodies of self-government shall be in charge of:",
    items=(
        "the register and {w} of common {w} assigned to {w} for {n} years",
        "the collection and {w} of {w} at least {n} times a month from every {w}",
        "lighting of {w} in {w} hours and the upkeep of {n} {w}",
        "aid to {w} and elderly {w} over {n} years of age who have no {w}",
        "holding of {w}, fairs and {w} contests by a {w} for {n} months",
        "care for {w} of wells and {w} with a check every {n} {w}",
    ),
    beginnings=("", "re", "con", "de", "pro", "in", "sub", "trans", "per", "dis"),
    stems=(
        *("port", "duct", "form", "mit", "tract", "sent", "tain", "vis", "script", "sign", "cept", "fer", "ject"),
        *("pos", "serv", "solv", "struct", "tend", "test", "vert", "voc", "grad", "press", "ced", "clud", "cord"),
    ),
    endings=("ion", "ing", "ed", "able", "ment", "ive", "or", "al", "ance", "ity", "s", "ary"),
)

BY_LANGUAGE = {"ru": RUSSIAN, "en": ENGLISH}
