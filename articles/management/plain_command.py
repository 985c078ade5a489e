"""What all our commands share: bad input gets one line on standard error, no traceback, exit status 1."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db.utils import DatabaseError
from django.utils import translation

from ..lawtext.exporters.refusal import ExportRefused
from ..lawtext.importers.lines import ImportRefused
from ..models import Law
from ..procedures.errors import ActRefused
from ..texts.sources import NoSuchSource

REFUSALS = (ImportRefused, ExportRefused, ActRefused, NoSuchSource)


class PlainCommand(BaseCommand):
    """``perform(**options)`` does the work, in English for scripts; refusals become one clear line."""

    def handle(self, *args, **options):
        try:
            with translation.override("en"):
                return self.perform(**options)
        except REFUSALS as refusal:
            raise CommandError(str(refusal)) from refusal
        except DatabaseError as error:
            said = str(error).splitlines()[0]
            raise CommandError(f"The database does not serve ({said}): is it there, and did you migrate?") from error

    def perform(self, **options):
        raise NotImplementedError

    def law(self, slug):
        """The law of this slug; one clear line if there is none."""
        law = Law.objects.filter(slug=slug).first()
        if law is None:
            raise CommandError(f"There is no law “{slug}”.")
        return law

    def write_file(self, path, content, *sources):
        """Writes an output file whole or not at all, and never over one of the files that were read."""
        path = Path(path)
        if any(Path(source).is_file() and path.exists() and path.samefile(source) for source in sources):
            raise CommandError(f"“{path.name}” was read: give another file for the output.")
        partial = path.with_name(f".{path.name}.partial")
        try:
            partial.write_bytes(content)
            partial.replace(path)
        except OSError as error:
            partial.unlink(missing_ok=True)
            raise CommandError(f"The file “{path.name}” cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{path} ({len(content):,} bytes)")
