"""The law as it stands, from its rows."""

from django.db import connection

from articles.models import Provision, Wording

from . import database
from .measuring import held

PROVISIONS = (
    f"SELECT id, parent_id, kind, number, status FROM {Provision._meta.db_table} WHERE law_id = %s ORDER BY position"
)
WORDINGS = (
    f"SELECT provision_id, heading, text, closing FROM {Wording._meta.db_table} AS words "
    f"JOIN {Provision._meta.db_table} AS unit ON unit.id = words.provision_id "
    "WHERE unit.law_id = %s AND words.language = %s"
)


def rows(articles):
    law = database.law(articles)
    yield held("load", articles, lambda: law.as_provision("ru"), lambda: _raw(law), "rows of the same tables", 3)


def _raw(law):
    with connection.cursor() as cursor:
        cursor.execute(PROVISIONS, [law.pk])
        provisions = cursor.fetchall()
        cursor.execute(WORDINGS, [law.pk, "ru"])
        return provisions, cursor.fetchall()
