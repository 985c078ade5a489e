"""A law that two drafters write: each test of the editing has an article of its own in it."""

from articles import procedures
from articles.lawtext.importers import read
from articles.models import Membership, Role

EDITED = "edited"
ARTICLES = 32

RUSSIAN = """О порядке работы

Глава 1. Порядок

{articles}

Глава 2. Заключительные положения

Статья {last}. Введение в действие
Настоящий Закон вводится в действие со дня его первого официального опубликования.

Приложение
Сроки

Вид акта\tСрок
Решение\tпять дней
"""

RUSSIAN_ARTICLE = """Статья {number}. Вопрос {number}
1. Первый пункт по вопросу {number}.
2. Второй пункт по вопросу {number}. В нем два предложения.
3. Третий пункт следует пункту 2 настоящей статьи.
"""

KAZAKH = """Жұмыс тәртібі туралы

1-тарау. Тәртіп

{articles}

2-тарау. Қорытынды ережелер

{last}-бап. Қолданысқа енгізу
Осы Заң алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.

Қосымша
Мерзімдер

Акт түрі\tМерзімі
Шешім\tбес күн
"""

KAZAKH_ARTICLE = """{number}-бап. {number}-мәселе
1. {number}-мәселе бойынша бірінші тармақ.
2. {number}-мәселе бойынша екінші тармақ. Онда екі сөйлем бар.
3. Үшінші тармақ осы баптың 2-тармағына сәйкес келеді.
"""


def load(by, *drafters):
    """The law with its drafters, and a draft from which changes are told."""
    law = procedures.load(EDITED, read("ru.txt", _written(RUSSIAN, RUSSIAN_ARTICLE), "ru"), by=by)
    procedures.add_language(law, read("kk.txt", _written(KAZAKH, KAZAKH_ARTICLE), "kk"), by=by)
    law.refresh_from_db()
    for person in drafters:
        Membership.objects.create(law=law, person=person, role=Role.DRAFTER)
    procedures.freeze(law, "Первая", by=by)


def _written(text, article):
    articles = "\n".join(article.format(number=number) for number in range(1, ARTICLES + 1))
    return text.format(articles=articles, last=ARTICLES + 1).encode()
