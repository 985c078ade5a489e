"""A law and its people behind a real server, in a process of its own: ``python -m tests.browser.site``.

Prints the port and serves until it is stopped. DATABASE_URL names an empty database.
"""

import django
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application

SLUG = "self-government"
PASSWORD = "browser-test-2026"
READERS = {"ru": "reader@example.kz", "kk": "oqyrman@example.kz"}
"""Who reads the law, by the language of the interface."""
NEWCOMER, NEWCOMER_WITH_A_PHONE = "newcomer@example.kz", "phone@example.kz"
"""Who are in no working group yet."""

RUSSIAN = """О местном самоуправлении в городах районного значения, поселках, селах и сельских округах

Настоящий Закон определяет правовой статус органов местного самоуправления.

Глава 1. Общие положения

{articles}

Глава 2. Кенес

Параграф 1. Образование и компетенция кенеса

Статья 9. Компетенция кенеса
1. К компетенции кенеса относятся:
1) утверждение плана развития территории;
2) утверждение бюджета в соответствии с пунктом 2 статьи 3 настоящего Закона;
3) иные вопросы.
2. Решения принимаются большинством голосов.

Статья 10. Порядок введения в действие настоящего Закона
Настоящий Закон вводится в действие по истечении шестидесяти календарных дней.

Приложение
Распределение видов доходов

Доходы зачисляются в следующих долях:
Вид дохода\tДоля бюджета города районного значения\tДоля бюджета района\tПериодичность зачисления
Земельный налог\t100\t0\tежедневно
"""

REWORDED = "Решения принимаются большинством голосов."
"""The clause of article 9 that has three revisions."""

RUSSIAN_ARTICLE = """Статья {number}. Вопросы местного значения, часть {number}
1. Жители участвуют в решении вопросов местного значения через кенес и акима, а также непосредственно на сходе.
2. Акты органов местного самоуправления, принятые в пределах их компетенции, обязательны для исполнения на территории.
3. Вмешательство в деятельность органов местного самоуправления не допускается.
"""

KAZAKH = """Жергілікті өзін-өзі басқару туралы

Осы Заң жергілікті өзін-өзі басқару органдарының құқықтық жағдайын айқындайды.

1-тарау. Жалпы ережелер

{articles}

2-тарау. Кеңес

1-параграф. Кеңесті құру және оның құзыреті

9-бап. Кеңестің құзыреті
1. Кеңестің құзыретіне:
1) аумақты дамыту жоспарын бекіту;
2) осы Заңның 3-бабының 2-тармағына сәйкес бюджетті бекіту;
3) өзге де мәселелер
жатады.
2. Шешімдер көпшілік дауыспен қабылданады.

10-бап. Осы Заңды қолданысқа енгізу тәртібі
Осы Заң алпыс күнтізбелік күн өткен соң қолданысқа енгізіледі.

Қосымша
Кіріс түрлерін бөлу

Кірістер мынадай үлестерде есепке жазылады:
Кіріс түрі\tАудандық маңызы бар қала бюджетінің үлесі\tАудан бюджетінің үлесі\tЕсепке жазу кезеңділігі
Жер салығы\t100\t0\tкүн сайын
"""

KAZAKH_ARTICLE = """{number}-бап. Жергілікті маңызы бар мәселелер, {number}-бөлік
1. Тұрғындар жергілікті маңызы бар мәселелерді шешуге кеңес пен әкім арқылы, сондай-ақ жиында тікелей қатысады.
2. Органдардың өз құзыреті шегінде қабылдаған актілері тиісті аумақта орындалуға міндетті.
3. Жергілікті өзін-өзі басқару органдарының қызметіне араласуға жол берілмейді.
"""


def load():
    """The law in two languages with one frozen draft, and its readers."""
    from articles import procedures
    from articles.lawtext.importers import read
    from articles.models import Membership, Person, Role

    from . import compared, edited

    chair = Person.objects.create_user(READERS["ru"], PASSWORD, name="Асель Серикова", post="разработчик")
    by = procedures.By(person=chair)
    law = procedures.load(SLUG, read("ru.txt", written(RUSSIAN, RUSSIAN_ARTICLE), "ru"), by=by)
    procedures.add_language(law, read("kk.txt", written(KAZAKH, KAZAKH_ARTICLE), "kk"), by=by)
    law.refresh_from_db()
    _reword_and_return(law, by)
    procedures.freeze(law, "Текст института", by=by)
    linguist = Person.objects.create_user(READERS["kk"], PASSWORD, name="Гүлнар Әбенова", language="kk")
    Membership.objects.create(law=law, person=chair, role=Role.CHAIR)
    Membership.objects.create(law=law, person=linguist, role=Role.LINGUIST)
    for newcomer in (NEWCOMER, NEWCOMER_WITH_A_PHONE):
        Person.objects.create_user(newcomer, PASSWORD, name="Дана Ахметова", post="юрист")
    compared.load(by, chair)
    edited.load(by, chair, linguist)


def _reword_and_return(law, by):
    """Gives one clause other words and its own again: it has three revisions, and the law reads as before."""
    from articles import procedures
    from articles.models import Wording

    wording = Wording.objects.get(provision__law=law, language="ru", text=REWORDED)
    for text in (REWORDED.replace("большинством", "двумя третями"), REWORDED):
        procedures.reword(law, wording.provision_id, "ru", text=text, by=by)


def written(law, article):
    """The text of the law with eight articles in its first chapter, so that it is longer than any screen."""
    return law.format(articles="\n".join(article.format(number=number) for number in range(1, 9))).encode()


def serve():
    server = ThreadedWSGIServer(("127.0.0.1", 0), QuietHandler)
    server.set_app(get_wsgi_application())
    print(server.server_port, flush=True)
    server.serve_forever()


class QuietHandler(WSGIRequestHandler):
    def log_message(self, format, *args):
        """Says nothing: a request is no news."""


if __name__ == "__main__":
    django.setup()
    call_command("migrate", verbosity=0)
    load()
    serve()
