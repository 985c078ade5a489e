"""A law with two drafts between which every kind of change stands, for the tests of the comparison."""

from articles import procedures
from articles.lawtext.importers import read
from articles.lawtext.provision import walk
from articles.models import Membership, Role

COMPARED = "compared"

RUSSIAN = """О кенесе

Глава 1. Кенес

Статья 1. Состав
1. Кенес состоит из семи членов.
2. Члены кенеса избираются на четыре года.
3. Член кенеса вправе выйти из его состава.

Статья 2. Компетенция
1. К компетенции кенеса относятся:
1) утверждение плана развития;
2) утверждение бюджета;
3) иные вопросы.
2. Решения принимаются большинством голосов присутствующих членов кенеса.
3. Решения вступают в силу со дня подписания, если в них не указан иной срок.

Статья 3. Заседания
1. Заседания открытые.
2. Аким участвует в заседаниях с правом совещательного голоса.
3. Порядок заседаний определяется регламентом, который утверждает кенес.
4. О заседании извещают за семь календарных дней.

Статья 4. Срок действия
1. Настоящий Закон действует три года.
2. Действие статьи 3 настоящего Закона может быть продлено.
"""


def load(by, reader):
    """Two drafts, and a working text that went on by one clause."""
    law = procedures.load(COMPARED, read("ru.txt", RUSSIAN.encode(), "ru"), by=by)
    law.refresh_from_db()
    Membership.objects.create(law=law, person=reader, role=Role.CHAIR)
    procedures.freeze(law, "Первая", by=by)
    _change(law, by)
    procedures.freeze(law, "Вторая", by=by)
    procedures.reword(law, at(law, "Заседания открытые."), "ru", text="Заседания открытые и гласные.", by=by)


def _change(law, by):
    procedures.reword(law, at(law, "Члены кенеса избираются на четыре года."), "ru", text=THREE_YEARS, by=by)
    procedures.exclude(law, at(law, "Член кенеса вправе выйти из его состава."), by=by)
    moved, goal = at(law, "Аким участвует"), at(law, "Состав")
    procedures.move(law, moved, goal, after=at(law, THREE_YEARS), by=by)
    article = {"ru": {"heading": "Член кенеса", "text": "Член кенеса присягает."}}
    procedures.insert(law, at(law, "Кенес"), "article", article, after=goal, by=by)


THREE_YEARS = "Члены кенеса избираются на три года."


def at(law, words):
    """The id of the provision whose heading or text begins with these words."""
    root = law.as_provision("ru")
    return next(one.id for _path, one in walk(root) if (one.heading or one.text).startswith(words))
