"""A database of its own for tests whose server or drafters are processes of their own."""

import os
import uuid
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql


@contextmanager
def fresh_database(folder):
    """The DATABASE_URL of an empty database: a file in the folder, or a new one on the server of the environment."""
    server = urlsplit(os.environ.get("DATABASE_URL", ""))
    if not server.scheme.startswith("postgres"):
        yield f"sqlite:///{folder / 'law.sqlite3'}"
        return
    name = f"fresh_{uuid.uuid4().hex[:12]}"
    _on_server(server, sql.SQL("CREATE DATABASE {}"), name)
    yield urlunsplit(server._replace(path=f"/{name}"))
    _on_server(server, sql.SQL("DROP DATABASE {} WITH (FORCE)"), name)


def _on_server(server, statement, name):
    with psycopg.connect(urlunsplit(server._replace(path="/postgres")), autocommit=True) as connection:
        connection.execute(statement.format(sql.Identifier(name)))
