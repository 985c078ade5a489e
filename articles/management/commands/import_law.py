"""import_law FILE --language ru [--slug S] [--title T] [--replace] [--format json]"""

import json
from dataclasses import replace as with_fields

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.core.validators import validate_slug

from ...lawtext.importers import report
from ...lawtext.provision import identified
from ...lawtext.units import LANGUAGES
from ...models import Law
from ...procedures import By, add_language, load, replace
from ...sources import read_file
from ...unresolved import unlinked_words
from ..plain_command import PlainCommand


class Command(PlainCommand):
    help = "Reads the text of a law from a file and reports what was read; with --slug, saves it."

    def add_arguments(self, parser):
        parser.add_argument("file", help="plain text, Markdown, HTML, DOCX or Akoma Ntoso")
        parser.add_argument("--language", required=True, choices=LANGUAGES)
        parser.add_argument("--slug", help="saves the text as this law, or as a further language of it")
        parser.add_argument("--title", help="the title of the law, instead of the one in the file")
        parser.add_argument("--replace", action="store_true", help="puts this text in the place of the present one")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def perform(self, file, language, slug, title, replace, format, **options):
        imported = read_file(file, language)
        if title:
            imported = with_fields(imported, root=with_fields(imported.root, heading=title))
        mismatches = self._save(slug, imported, replace) if slug else ()
        found = report.as_json(imported)
        if format == "json":
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
        else:
            self.stdout.write(_in_words(found, imported.remarks))
            self.stdout.write("\n".join(unlinked_words(identified(imported.root), language)))
        for mismatch in mismatches:
            self.stderr.write(f"mismatch: {mismatch.kind} {mismatch.number} stands in one language only")

    def _save(self, slug, imported, replacing):
        try:
            validate_slug(slug)
        except ValidationError as error:
            raise CommandError(f"“{slug}” is no slug: use Latin letters, figures and hyphens.") from error
        law = Law.objects.filter(slug=slug).first()
        by = By(reason="import_law")
        if law is None:
            load(slug, imported, by=by)
        elif replacing:
            replace(law, imported, by=by)
        else:
            return add_language(law, imported, by=by)
        return ()


def _in_words(found, remarks):
    """The report for a person: counts first, then every line that was not read for certain."""
    lines = [", ".join(f"{kind} {count}" for kind, count in found["counts"].items()), *remarks]
    for name, title in (("guesses", "guessed"), ("not_understood", "not understood"), ("skipped", "skipped")):
        for item in found[name]:
            read_as = f" → {item['read_as']}" if item.get("read_as") else ""
            lines.append(f"{title}, line {item['line']}: {item['text']}{read_as}")
    lines += [f"note, line {note['line']}, at {note['provision']}: {note['text']}" for note in found["notes"]]
    return "\n".join(lines)
