"""Words of which laws are generated, by language: the parts of a sentence in the order in which it is written."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Phrases:
    """``parts`` are the places of a sentence with what may stand in each; {n} is a number. ``source`` names a clause.

    ``headings`` are those of chapters and articles, ``items`` what a list holds, ``introduction`` ends in its colon.
    """

    title: str
    headings: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    source: str
    introduction: str
    items: tuple[str, ...]

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """Every plain word of the sentences, once, in a fixed order."""
        words = " ".join(phrase for part in self.parts for phrase in part).replace(",", "").split()
        return tuple(sorted({word for word in words if word.isalpha()}))


RUSSIAN = Phrases(
    title="Об измерении законов",
    headings=(
        "Полномочия кенеса",
        "Порядок созыва схода жителей",
        "Бюджет сельского округа",
        "Права и обязанности акима",
        "Передача имущества в коммунальную собственность",
        "Участие жителей в решении местных вопросов",
        "Ответственность должностных лиц",
        "Отчетность перед населением",
        "Содержание дорог и благоустройство",
        "Взаимодействие с государственными органами",
    ),
    parts=(
        (
            "Аким сельского округа",
            "Кенес в пределах своей компетенции",
            "Исполнительный орган",
            "Собрание местного сообщества",
            "Уполномоченная комиссия",
            "Секретарь схода",
            "Ревизионная группа из {n} человек",
            "Инициативная группа жителей",
        ),
        (
            "рассматривает и утверждает",
            "вносит на обсуждение",
            "обязан представить",
            "вправе отклонить",
            "размещает на доске объявлений",
            "не допускает изменения",
            "принимает к исполнению",
            "согласовывает с жителями",
        ),
        (
            "проект плана развития территории на {n} лет",
            "годовой отчет об исполнении местного бюджета",
            "перечень имущества, переданного в пользование",
            "предложения о названиях улиц и площадей",
            "смету расходов на содержание {n} объектов",
            "сведения о земельных участках общего пользования",
            "правила выпаса скота и пользования водоемами",
            "порядок распределения средств, собранных жителями",
        ),
        (
            "с учетом мнения большинства жителей",
            "на основании протокола заседания от {n} марта",
            "при наличии не менее {n} голосов",
            "если иное не установлено законами",
            "за исключением случаев чрезвычайного положения",
            "в пределах выделенных на эти цели средств",
            "по представлению не менее {n} депутатов",
            "независимо от сроков созыва следующего собрания",
        ),
        (
            "в течение {n} рабочих дней со дня получения обращения",
            "не реже {n} раз в год",
            "не позднее {n} числа следующего месяца",
            "в срок, установленный решением кенеса",
            "до начала очередного финансового года",
            "ежеквартально по итогам проверки",
            "после опубликования на официальном ресурсе",
            "в день поступления письменного запроса",
        ),
    ),
    source="в соответствии с пунктом {clause} статьи {article} настоящего Закона",
    introduction="К ведению органов самоуправления в соответствующей сфере относятся:",
    items=(
        "учет и сохранность общего имущества, закрепленного за сельским округом на срок {n} лет",
        "организация сбора и вывоза отходов не менее {n} раз в месяц с каждой улицы",
        "освещение улиц в темное время и содержание в исправности {n} опор в каждом поселке",
        "помощь одиноким и пожилым жителям старше {n} лет, не имеющим других источников дохода",
        "проведение праздников, ярмарок и спортивных соревнований по плану на {n} месяцев вперед",
        "надзор за состоянием колодцев и водопровода с осмотром каждые {n} дней в жаркое время",
    ),
)

ENGLISH = Phrases(
    title="On the Measurement of Laws",
    headings=(
        "Powers of the council",
        "Procedure for calling a meeting of residents",
        "Budget of the rural district",
        "Rights and duties of the akim",
        "Transfer of assets to communal ownership",
        "Participation of residents in local matters",
        "Liability of officials",
        "Accountability to the population",
        "Maintenance of roads and public places",
        "Cooperation with government agencies",
    ),
    parts=(
        (
            "The akim of the rural district",
            "The council within its competence",
            "The executive body",
            "The assembly of the local community",
            "The authorised commission",
            "The secretary of the meeting",
            "The audit group of {n} members",
            "The initiative group of residents",
        ),
        (
            "shall consider and approve",
            "shall submit for discussion",
            "must present to the public",
            "may reject or return",
            "shall post on the notice board",
            "shall not permit changes of",
            "shall accept for execution",
            "shall agree with the residents",
        ),
        (
            "the draft plan of territorial development for {n} years",
            "the annual report on the execution of the local budget",
            "the list of assets that were transferred for use",
            "proposals on the names of streets and squares",
            "the estimate of costs of maintaining {n} facilities",
            "particulars of the land plots in common use",
            "the rules of grazing and of the use of ponds",
            "the order of distributing the means collected by residents",
        ),
        (
            "with regard to the opinion of the majority",
            "on the basis of the minutes of {n} March",
            "given no fewer than {n} votes",
            "unless the laws provide otherwise",
            "except in cases of a state of emergency",
            "within the means allotted for these purposes",
            "on the motion of no fewer than {n} deputies",
            "irrespective of the time of the next assembly",
        ),
        (
            "within {n} working days of the receipt of the request",
            "no less than {n} times a year",
            "no later than day {n} of the following month",
            "within the time set by decision of the council",
            "before the beginning of the next financial year",
            "every quarter following the results of the audit",
            "after publication on the official resource",
            "on the day of receipt of a written inquiry",
        ),
    ),
    source="in accordance with point {clause} of article {article} of this Law",
    introduction="The bodies of self-government shall in this field be in charge of:",
    items=(
        "the register and safe keeping of common assets assigned to the district for {n} years",
        "the collection and removal of waste at least {n} times a month from every street",
        "lighting of streets in the dark hours and the upkeep of {n} lamps in each settlement",
        "aid to single and elderly residents over {n} years of age who have no other income",
        "holding of feasts, fairs and sporting contests by a plan for {n} months ahead",
        "care for the state of wells and water mains with a check every {n} days in summer",
    ),
)

BY_LANGUAGE = {"ru": RUSSIAN, "en": ENGLISH}
