"""add_person EMAIL --name NAME [--language ru]"""

from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from ...models import Person
from ..plain_command import PlainCommand


class Command(PlainCommand):
    help = "Makes an account, such as that of the first chair; asks for the password. Further people are invited."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--name", required=True)
        parser.add_argument("--language", choices=["kk", "ru", "en"], default="ru", help="of the interface")

    def perform(self, email, name, language, **options):
        if Person.objects.filter(email__iexact=email).exists():
            raise CommandError(f"There is an account “{email}” already.")
        password = getpass("Password: ")
        try:
            validate_password(password, Person(email=email, name=name))
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        Person.objects.create_user(email, password, name=name, language=language)
        self.stdout.write(f"{email} can sign in now and begin a law.")
