"""A database of the benchmarks' own, made and removed by them: nothing here touches anybody's laws."""

import contextlib
import functools
import os
import tempfile
import uuid
import warnings
from pathlib import Path
from urllib.parse import urlsplit

from .laws import law as generated

POSTGRESQL = ("postgres", "postgresql")


@contextlib.contextmanager
def temporary():
    """Django set up on a fresh database with its tables; gives the name and version of the database.

    A new one on the PostgreSQL server that DATABASE_URL names, else an SQLite file in a temporary folder.
    """
    url = os.environ.get("DATABASE_URL", "")
    make = _on_postgresql if urlsplit(url).scheme in POSTGRESQL else _in_a_file
    with make(url) as own:
        os.environ["DATABASE_URL"] = own
        os.environ["DJANGO_SETTINGS_MODULE"] = "lawdraft.settings"
        yield _set_up()


@contextlib.contextmanager
def _in_a_file(_url):
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{Path(folder, 'bench.sqlite3')}"
        _disconnect()


@contextlib.contextmanager
def _on_postgresql(url):
    import psycopg

    name = f"bench_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(url)._replace(path=f"/{name}").geturl()
            _disconnect()
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _disconnect():
    from django.db import connection

    connection.close()
    if connection.vendor == "postgresql":
        connection.close_pool()


def _set_up():
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    # With DEBUG Django keeps every query that it ever made.
    settings.DEBUG = False
    # The folder of collected static files, which only an installation has.
    warnings.filterwarnings("ignore", message="No directory at")
    django.setup()
    call_command("migrate", verbosity=0)
    version = ".".join(map(str, connection.get_database_version()))
    return f"{connection.display_name} {version}, a temporary database"


@functools.cache
def law(articles):
    """The row of a generated law in Russian and English."""
    from articles import procedures
    from articles.lawtext.importers.lines import Imported

    row = procedures.load(f"bench-{articles}", Imported(generated(articles, "ru"), "ru"))
    procedures.add_language(row, Imported(generated(articles, "en"), "en"))
    row.refresh_from_db()
    return row
