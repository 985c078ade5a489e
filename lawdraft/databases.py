"""The database that DATABASE_URL names, with the settings that were measured to be safe for concurrent drafters."""

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

NEITHER = "DATABASE_URL is neither sqlite:///path nor postgres://…."

SQLITE = {
    # Deferred transactions fail read-then-write saves under load; IMMEDIATE makes them wait for their turn.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;",
}


def database(url: str) -> dict[str, object]:
    """Django's settings for a database given as ``sqlite:///path`` or ``postgres://…``."""
    try:
        settings = dj_database_url.parse(url)
    except (dj_database_url.ParseError, ValueError) as error:
        raise ImproperlyConfigured(NEITHER) from error
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        return {**settings, "OPTIONS": {**settings.get("OPTIONS", {}), **SQLITE}}
    if settings["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured(NEITHER)
    # psycopg's pool keeps the connections; Django must not keep them as well.
    return {**settings, "CONN_MAX_AGE": 0, "OPTIONS": {**settings.get("OPTIONS", {}), "pool": True}}
