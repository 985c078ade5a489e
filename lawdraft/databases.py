"""The database that DATABASE_URL names, with the settings that were measured to be safe for concurrent drafters."""

import dj_database_url

SQLITE = {
    # Deferred transactions fail read-then-write saves under load; IMMEDIATE makes them wait for their turn.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;",
}


def database(url: str) -> dict[str, object]:
    """Django's settings for a database given as ``sqlite:///path`` or ``postgres://…``."""
    settings = dj_database_url.parse(url)
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        return {**settings, "OPTIONS": {**settings.get("OPTIONS", {}), **SQLITE}}
    # psycopg's pool keeps the connections; Django must not keep them as well.
    return {**settings, "CONN_MAX_AGE": 0, "OPTIONS": {**settings.get("OPTIONS", {}), "pool": True}}
