"""A law of some thirty articles in Russian and Kazakh whose clauses all differ: the same for the same seed."""

from dataclasses import dataclass

SUBJECTS = (
    ("Кенес", "Кеңес"),
    ("Аким города районного значения", "Аудандық маңызы бар қаланың әкімі"),
    ("Сход местного сообщества", "Жергілікті қоғамдастық жиыны"),
    ("Собрание жителей", "Тұрғындар жиналысы"),
    ("Ревизионная комиссия", "Тексеру комиссиясы"),
    ("Аппарат акима", "Әкім аппараты"),
    ("Районный маслихат", "Аудандық мәслихат"),
    ("Уполномоченный орган", "Уәкілетті орган"),
    ("Общественный совет", "Қоғамдық кеңес"),
    ("Председатель кенеса", "Кеңес төрағасы"),
    ("Секретарь собрания", "Жиналыс хатшысы"),
    ("Староста села", "Ауыл старостасы"),
    ("Рабочая группа", "Жұмыс тобы"),
    ("Депутат кенеса", "Кеңес депутаты"),
    ("Инициативная группа жителей", "Тұрғындардың бастамашыл тобы"),
    ("Ветеринарный врач", "Мал дәрігері"),
    ("Библиотека округа", "Округ кітапханасы"),
    ("Участковый инспектор", "Учаскелік инспектор"),
)
VERBS = (
    ("утверждает", "бекітеді"),
    ("рассматривает", "қарайды"),
    ("публикует", "жариялайды"),
    ("передает", "береді"),
    ("согласовывает", "келіседі"),
    ("проверяет", "тексереді"),
    ("обсуждает", "талқылайды"),
    ("хранит", "сақтайды"),
    ("отменяет", "жояды"),
    ("готовит", "дайындайды"),
    ("регистрирует", "тіркейді"),
    ("оценивает", "бағалайды"),
    ("обновляет", "жаңартады"),
    ("разъясняет", "түсіндіреді"),
)
OBJECTS = (
    ("план развития территории", "аумақты дамыту жоспарын"),
    ("отчет об исполнении бюджета", "бюджеттің атқарылуы туралы есепті"),
    ("перечень коммунального имущества", "коммуналдық мүлік тізбесін"),
    ("правила благоустройства улиц", "көшелерді абаттандыру қағидаларын"),
    ("график вывоза отходов", "қалдықтарды шығару кестесін"),
    ("договор о сотрудничестве с соседями", "көршілермен ынтымақтастық туралы шартты"),
    ("протокол последнего заседания", "соңғы отырыстың хаттамасын"),
    ("список приглашенных избирателей", "шақырылған сайлаушылардың тізімін"),
    ("реестр обращений граждан", "азаматтар өтініштерінің тізілімін"),
    ("смету расходов на освещение", "жарықтандыру шығыстарының сметасын"),
    ("проект решения о тарифах", "тарифтер туралы шешімнің жобасын"),
    ("схему расположения рынков", "базарлардың орналасу сызбасын"),
    ("программу озеленения дворов", "аулаларды көгалдандыру бағдарламасын"),
    ("карту дорожных знаков", "жол белгілерінің картасын"),
    ("порядок выпаса скота", "мал жаю тәртібін"),
    ("журнал учета воды", "суды есепке алу журналын"),
    ("расписание сельского автобуса", "ауыл автобусының кестесін"),
    ("заявку на ремонт школы", "мектепті жөндеуге өтінімді"),
    ("архив старых снимков", "ескі суреттер мұрағатын"),
    ("опись музейных предметов", "музей заттарының тізімдемесін"),
    ("размер взноса на колодец", "құдыққа жарна мөлшерін"),
    ("маршрут снегоуборочной техники", "қар тазалайтын техниканың бағытын"),
)
WAYS = (
    ("в течение {n} рабочих дней", "{n} жұмыс күні ішінде"),
    ("не позднее {n} числа следующего месяца", "келесі айдың {n} күнінен кешіктірмей"),
    ("по предложению не менее {n} жителей", "кемінде {n} тұрғынның ұсынысы бойынша"),
    ("большинством голосов присутствующих", "қатысушылардың көпшілік даусымен"),
    ("один раз в {n} лет", "{n} жылда бір рет"),
    ("на основании письменного заявления", "жазбаша өтініш негізінде"),
    ("с учетом заключения специалистов", "мамандардың қорытындысын ескере отырып"),
    ("путем открытого голосования", "ашық дауыс беру арқылы"),
    ("через стенд и сайт округа", "округтің стенді мен сайты арқылы"),
    ("после общественных слушаний", "қоғамдық тыңдаудан кейін"),
    ("без взимания платы", "ақы алмай"),
    ("вместе с владельцами земельных участков", "жер учаскелерінің иелерімен бірге"),
    ("при наличии двух свидетелей", "екі куә болған кезде"),
    ("до начала отопительного сезона", "жылыту маусымы басталғанға дейін"),
    ("за счет местного бюджета", "жергілікті бюджет есебінен"),
    ("по правилам делопроизводства", "іс жүргізу қағидалары бойынша"),
)
PLACES = (
    *("Аксу", "Жетысай", "Кордай", "Талгар", "Сарыагаш", "Макинск", "Ерментау", "Шалкар", "Кандыагаш", "Эмба"),
    *("Аягоз", "Чарск", "Ушарал", "Текели", "Зайсан", "Шемонаиха", "Каражал", "Приозерск", "Аральск", "Форт"),
    *("Житикара", "Лисаковск", "Атбасар", "Державинск", "Степняк", "Булаево", "Тайынша", "Мамлютка", "Каратау"),
)
"""Names that are written alike in both texts tell clauses apart."""

CLAUSE_REFERENCES = (
    "в соответствии с пунктом {clause} статьи {article} настоящего Закона",
    "осы Заңның {article}-бабының {clause}-тармағына сәйкес",
)
ARTICLE_REFERENCES = (
    "с учетом требований статьи {article} настоящего Закона",
    "осы Заңның {article}-бабының талаптарын ескере отырып",
)
LANGUAGES = ("ru", "kk")
CHAPTERS = 5
ARTICLES_IN_A_CHAPTER = 6


@dataclass(frozen=True)
class Words:
    """The same words in both languages."""

    ru: str
    kk: str

    def fields(self, name="text"):
        """As the procedures take them."""
        return {language: {name: getattr(self, language)} for language in LANGUAGES}


class Writer:
    """Writes units of a law at random; no two say the same thing of the same place."""

    def __init__(self, random):
        self.random = random
        self.said = set()

    def sentence(self, reference=None):
        """What some body does with something, somewhere; ``reference`` is a clause and the article it stands in."""
        subject, verb, thing, way, place = self._parts()
        also = _reference(*reference) if reference else ("", "")
        return Words(
            _joined(subject[0], verb[0], thing[0], f"в {place}", way[0], also[0]) + ".",
            _joined(subject[1], also[1], f"{place} бойынша", way[1], thing[1], verb[1]) + ".",
        )

    def item(self):
        """The words of a list item, without its mark."""
        _subject, _verb, thing, way, place = self._parts()
        return Words(_joined(thing[0], f"в {place}", way[0]), _joined(f"{place} бойынша", way[1], thing[1]))

    def opening(self):
        """The words that open a list and, in Kazakh, the verb that closes it."""
        subject, verb, thing, way, place = self._parts()
        opened = Words(
            _joined(subject[0], verb[0], thing[0], f"в {place}", way[0]) + ", в том числе:",
            _joined(subject[1], f"{place} бойынша", way[1], thing[1]) + ", оның ішінде:",
        )
        return opened, f"{verb[1]}."

    def heading(self):
        subject, _verb, thing, _way, place = self._parts()
        return Words(f"{subject[0]} и {thing[0]} ({place})", f"{subject[1]} және {thing[1]} ({place})")

    def _parts(self):
        while True:
            found = [self.random.choice(words) for words in (SUBJECTS, VERBS, OBJECTS, WAYS, PLACES)]
            if (*found[2:],) not in self.said:
                break
        self.said.add((*found[2:],))
        number = self.random.randint(2, 30)
        return (*found[:3], tuple(words.format(n=number) for words in found[3]), found[4])


def _joined(*words):
    return " ".join(filter(None, words))


def _reference(clause, article):
    forms = CLAUSE_REFERENCES if clause else ARTICLE_REFERENCES
    return tuple(form.format(clause=clause, article=article) for form in forms)


class Texts:
    """Lines of both texts, written side by side."""

    def __init__(self, random, numbers):
        self.random = random
        self.writer = Writer(random)
        self.clauses = {number: random.choice((0, 2, 3, 4, 5)) for number in numbers}
        self.lines = {language: [] for language in LANGUAGES}

    def whole(self):
        """Text by language."""
        return {language: "\n".join(lines) + "\n" for language, lines in self.lines.items()}

    def add(self, words, ru="", kk=""):
        self.lines["ru"].append(f"{ru}{words.ru}")
        self.lines["kk"].append(f"{kk or ru}{words.kk}")

    def unit(self, ru, kk):
        self.add(Words("", ""))
        self.add(self.writer.heading(), ru, kk)

    def article(self, number):
        self.unit(f"Статья {number}. ", f"{number}-бап. ")
        for clause in range(1, self.clauses[number] + 1):
            self.body(f"{clause}. ")
        if not self.clauses[number]:
            self.body("")

    def body(self, label):
        """Sentences, a list, or either with a further part behind it."""
        shape = self.random.choice(("sentence", "sentences", "parts", "list", "list and part"))
        if shape.startswith("list"):
            self.list(label)
        else:
            self.add(self.sentences(1 + (shape == "sentences")), label)
        if shape.endswith(("parts", "part")):
            self.add(self.sentences(1))

    def list(self, label):
        opened, closed = self.writer.opening()
        self.add(opened, label)
        count = self.random.randint(3, 5)
        for number in range(1, count + 1):
            words, last = self.writer.item(), number == count
            self.add(Words(words.ru + ";."[last], words.kk + ("" if last else ";")), f"{number}) ")
        self.lines["kk"].append(closed)

    def sentences(self, count):
        found = [self.writer.sentence(self.cited() if self.random.random() < 0.3 else None) for _ in range(count)]
        return Words(_joined(*(one.ru for one in found)), _joined(*(one.kk for one in found)))

    def cited(self):
        """A clause and the article in which it stands; 0 for an article without clauses."""
        article = self.random.choice(list(self.clauses))
        return self.random.randint(1, self.clauses[article]) if self.clauses[article] else 0, article


def law_text(random, in_force=False):
    """The text of a whole law by language; one ``in_force`` has numbers that were inserted and excluded."""
    numbers = [str(number) for number in range(1, CHAPTERS * ARTICLES_IN_A_CHAPTER + 1)]
    if in_force:
        numbers[4:5], numbers[11:12] = ["4-1"], ["11-1"]
    texts = Texts(random, numbers)
    texts.add(Words("О делах местного самоуправления", "Жергілікті өзін-өзі басқару істері туралы"))
    for chapter in range(CHAPTERS):
        texts.unit(f"Глава {chapter + 1}. ", f"{chapter + 1}-тарау. ")
        first = chapter * ARTICLES_IN_A_CHAPTER
        for number in numbers[first : first + ARTICLES_IN_A_CHAPTER]:
            texts.article(number)
    return texts.whole()
