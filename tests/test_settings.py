"""Settings: what a local installation does by itself, and what production refuses to guess."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from lawdraft.databases import database
from lawdraft.letters import mail_server
from lawdraft.secret_key import local_secret_key

ROOT = Path(__file__).resolve().parent.parent


def start(**variables):
    """Loads the production settings in a process of its own; returns its standard error and whether it started."""
    environment = {name: value for name, value in os.environ.items() if name not in ("SECRET_KEY", "ALLOWED_HOSTS")}
    environment |= {"DJANGO_SETTINGS_MODULE": "lawdraft.production", **variables}
    script = "import django; django.setup()"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True)
    return done.stderr, done.returncode == 0


@pytest.mark.parametrize(
    ("variables", "missing"),
    [({"ALLOWED_HOSTS": "law.example"}, "SECRET_KEY"), ({"SECRET_KEY": "long"}, "ALLOWED_HOSTS")],
)
def test_production_refuses_to_start_without(variables, missing):
    said, started = start(**variables)
    assert not started
    assert f"Set {missing}" in said


def test_production_starts_with_both():
    assert start(SECRET_KEY="long", ALLOWED_HOSTS="law.example") == ("", True)


def test_the_local_key_is_written_once_and_for_its_owner_only(tmp_path):
    path = tmp_path / "key"
    key = local_secret_key(path)
    assert local_secret_key(path) == key
    assert len(key) > 50
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_sqlite_waits_for_its_turn_and_writes_through():
    options = database("sqlite:////tmp/law.sqlite3")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]
    assert "synchronous=FULL" in options["init_command"]


def test_postgresql_has_a_pool():
    settings = database("postgres://lawdraft@127.0.0.1:5432/lawdraft")
    assert settings["OPTIONS"]["pool"] is True
    assert settings["CONN_MAX_AGE"] == 0


@pytest.mark.parametrize(
    ("url", "host", "port", "starts_tls", "is_tls"),
    [
        ("smtp://localhost", "localhost", 25, False, False),
        ("smtp+tls://mail.gov.kz", "mail.gov.kz", 587, True, False),
        ("smtps://mail.gov.kz", "mail.gov.kz", 465, False, True),
        ("smtp+tls://mail.gov.kz:2525", "mail.gov.kz", 2525, True, False),
    ],
)
def test_the_mail_server_is_named_by_a_url(url, host, port, starts_tls, is_tls):
    settings = mail_server(url)
    named = (settings["EMAIL_HOST"], settings["EMAIL_PORT"], settings["EMAIL_USE_TLS"], settings["EMAIL_USE_SSL"])
    assert named == (host, port, starts_tls, is_tls)


def test_the_password_of_the_mail_server_may_hold_any_character():
    settings = mail_server("smtp+tls://law%40gov.kz:a%2Fb%3A@mail.gov.kz")
    assert (settings["EMAIL_HOST_USER"], settings["EMAIL_HOST_PASSWORD"]) == ("law@gov.kz", "a/b:")


@pytest.mark.parametrize("url", ["http://mail.gov.kz", "smtp://", "mail.gov.kz", "smtp://mail.gov.kz:port"])
def test_a_mail_server_that_is_none_is_refused(url):
    with pytest.raises(ImproperlyConfigured):
        mail_server(url)
