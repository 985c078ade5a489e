"""serve [--port 8000]"""

import os
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError

from ..plain_command import PlainCommand

GUNICORN = ["--workers", "1", "--threads", "8", "--log-level", "warning"]


class Command(PlainCommand):
    help = "Brings the database up to date, loads the sample law once, and serves a local installation."

    def add_arguments(self, parser):
        parser.add_argument("--port", default="8000")

    def perform(self, port, **options):
        if not settings.DEBUG:
            raise CommandError("This is no local installation: serve lawdraft.wsgi with gunicorn.")
        call_command("migrate", verbosity=0)
        call_command("demo", port=port, stdout=self.stdout)
        self.stdout.flush()
        arguments = ["gunicorn", "lawdraft.wsgi", "--bind", f"127.0.0.1:{port}", *GUNICORN]
        # Without the technical pages of development: who tries the product sees its own pages of refusal.
        environment = {**os.environ, "DEBUG": "off"}
        os.execve(sys.executable, [sys.executable, "-m", *arguments], environment)  # noqa: S606 - our own, no shell
