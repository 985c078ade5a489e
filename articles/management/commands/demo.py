"""demo [--yes] [--port 8000]"""

import secrets

from django.conf import settings
from django.core.management.base import CommandError

from ...arriving.sample import PASSWORD, load_sample, people
from ..plain_command import PlainCommand


class Command(PlainCommand):
    help = "Loads the sample law with its people, once."

    def add_arguments(self, parser):
        parser.add_argument("--yes", action="store_true", help="load it although this is not a local installation")
        parser.add_argument("--port", help="prints the address under which the sample is served")

    def perform(self, yes, port, **options):
        if not settings.DEBUG and not yes:
            raise CommandError("This is no local installation: give --yes to load the sample law into it.")
        password = PASSWORD if settings.DEBUG else secrets.token_urlsafe(12)
        if not load_sample(password):
            self.stdout.write("The sample law is there.")
        elif not settings.DEBUG:
            self.stdout.write(f"The sample law is loaded; the password of its people is {password}")
        else:
            self.stdout.write("The sample law is loaded.")
        if port:
            self._print_sign_ins(port)

    def _print_sign_ins(self, port):
        self.stdout.write(f"\nLawDraft: http://127.0.0.1:{port}/\nSign in as one of these, password {PASSWORD}:")
        for person in people():
            self.stdout.write(f"  {person['email']:<34} {person['role']:<10} {person['name']}")
        self.stdout.write("Ctrl+C stops it.")
