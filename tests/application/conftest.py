"""A small law in two languages, its people, and short words for what tests ask of it."""

import pytest

from articles import procedures
from articles.lawtext.eids import eids
from articles.lawtext.exporters import text
from articles.lawtext.importers import read
from articles.lawtext.provision import walk
from articles.models import Membership, Person, Role

RUSSIAN = """О местном самоуправлении

Настоящий Закон определяет правовое положение органов местного самоуправления.

Глава 1. Общие положения

Статья 1. Основные понятия
В настоящем Законе используются следующие понятия:
1) кенес – орган местного самоуправления;
2) сход – собрание жителей;
3) аким – должностное лицо.

Статья 2. Компетенция кенеса
1. К компетенции кенеса относятся:
1) утверждение плана развития;
2) утверждение бюджета в соответствии с пунктом 2 настоящей статьи;
3) иные вопросы.
Кенес вправе рассматривать обращения жителей.
2. Решения принимаются большинством голосов.

Глава 2. Заключительные положения

Статья 3. Срок действия
1. Настоящий Закон действует три года, за исключением подпункта 2) пункта 1 статьи 2 настоящего Закона.
2. До истечения срока действие статьи 2 настоящего Закона может быть продлено.
"""

KAZAKH = """Жергілікті өзін-өзі басқару туралы

Осы Заң жергілікті өзін-өзі басқару органдарының құқықтық жағдайын айқындайды.

1-тарау. Жалпы ережелер

1-бап. Негізгі ұғымдар
Осы Заңда мынадай ұғымдар пайдаланылады:
1) кеңес – жергілікті өзін-өзі басқару органы;
2) жиын – тұрғындардың жиналысы;
3) әкім – лауазымды адам.

2-бап. Кеңестің құзыреті
1. Кеңестің құзыретіне:
1) даму жоспарын бекіту;
2) осы баптың 2-тармағына сәйкес бюджетті бекіту;
3) өзге де мәселелер
жатады.
Кеңес тұрғындардың өтініштерін қарауға құқылы.
2. Шешімдер көпшілік дауыспен қабылданады.

2-тарау. Қорытынды ережелер

3-бап. Қолданылу мерзімі
1. Осы Заң, осы Заңның 2-бабы 1-тармағының 2) тармақшасын қоспағанда, үш жыл бойы қолданылады.
2. Мерзім өткенге дейін осы Заңның 2-бабының қолданылуы ұзартылуы мүмкін.
"""


@pytest.fixture
def drafter(db):
    return Person.objects.create(email="drafter@example.kz", name="Асель Серикова", language="ru")


@pytest.fixture
def by(drafter):
    return procedures.By(person=drafter, reason="проба")


@pytest.fixture
def law(by):
    """The law in Russian and Kazakh, in drafting mode."""
    law = procedures.load("local", read("law.txt", RUSSIAN.encode(), "ru"), by=by)
    procedures.add_language(law, read("law.txt", KAZAKH.encode(), "kk"), by=by)
    law.refresh_from_db()
    return law


@pytest.fixture
def member(law, drafter):
    """Makes somebody a member of the law's group: ``member(Role.EXPERT)`` returns the person."""

    def make(role, person=None):
        person = person or Person.objects.create(email=f"{role}@group.example.kz", name=f"{role}", language="ru")
        Membership.objects.create(law=law, person=person, role=Role(role))
        return person

    return make


def place(law, eid):
    """The id of the provision that has this eId now."""
    root = law.as_provision(law.language_codes[0])
    named = eids(root)
    return next(provision.id for path, provision in walk(root) if named.get(path) == eid)


def lines(law, language="ru"):
    """The text of the law as its text export prints it, without indentation, empty lines and its edition."""
    law.refresh_from_db()
    content = text.write(law.as_provision(language), law.edition(language)).decode()
    return [line.strip() for line in content.splitlines() if line.strip() and law.slug not in line]
