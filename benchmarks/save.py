"""One clause is given other words: an entry, its history, its references and its fingerprint."""

from itertools import count

from django.db import connection, transaction

from articles.models import Wording
from articles.procedures import reword

from . import database
from .measuring import held

SCRATCH = "bench_wording"
AGAINST = "UPDATE + INSERT of the row"


def rows(articles):
    law = database.law(articles)
    clauses = Wording.objects.filter(provision__law=law, provision__kind="clause", language="ru").order_by("pk")
    plain, bare = clauses.exclude(text__contains="{@").exclude(text__endswith=":")[:2]
    yield held("save with history", articles, _saves(law, plain), _bare_saves(bare), AGAINST, 3)
    citing = clauses.filter(text__contains="{@").first()
    yield held("save of a clause that refers", articles, _saves(law, citing), _bare_saves(bare), AGAINST, 3)


def _saves(law, wording):
    """An act that gives the clause other words each time, as a person types them."""
    text = _shown(law, wording.provision_id)
    number = count(1)
    return lambda: reword(law, wording.provision_id, "ru", text=f"{text[:-1]}, всего {next(number)}.")


def _shown(law, provision_id):
    from articles.lawtext.provision import provisions

    return next(unit.text for unit in provisions(law.as_provision("ru")) if unit.id == str(provision_id))


def _bare_saves(wording):
    """An act that writes words to the row, and a copy of the row to a table without indexes."""
    table = Wording._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE IF NOT EXISTS {SCRATCH} AS SELECT * FROM {table} WHERE 1 = 0")
    key, number = Wording._meta.pk.get_db_prep_value(wording.pk, connection), count(1)

    def save():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE {table} SET text = %s WHERE id = %s", [f"{wording.text} {next(number)}", key])
            cursor.execute(f"INSERT INTO {SCRATCH} SELECT * FROM {table} WHERE id = %s", [key])

    return save
