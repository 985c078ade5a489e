"""import_law FILE --language ru [--slug S] [--title T] [--replace] [--format json]"""

import json
from dataclasses import replace as with_fields

from django.core.management.base import CommandError

from ...lawtext.characters import clean, forbidden
from ...lawtext.importers import report
from ...lawtext.provision import identified
from ...lawtext.units import LANGUAGES
from ...models import Law
from ...procedures import By, add_language, load, replace
from ...texts.sources import read_file
from ...texts.unresolved import unlinked_words
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
            imported = with_fields(imported, root=with_fields(imported.root, heading=_title(title)))
        if replace and not slug:
            raise CommandError("Say with --slug which law is to be replaced.")
        found = report.as_json(imported)
        mismatches = self._save(slug, imported, replace) if slug else ()
        if format == "json":
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
        else:
            self.stdout.write(_in_words(found, imported.remarks))
            for sentence in unlinked_words(identified(imported.root), language):
                self.stdout.write(sentence)
        for mismatch in mismatches:
            self.stderr.write(_mismatch(mismatch, slug, language))
        if slug:
            self.stderr.write(f"saved as “{slug}” in “{language}”: {imported.root.heading or 'without a title'}")

    def _save(self, slug, imported, replacing):
        law = Law.objects.filter(slug=slug).first()
        by = By(reason="import_law")
        if law is None and replacing:
            raise CommandError(f"There is no law “{slug}” whose text could be replaced.")
        if law is None:
            load(slug, imported, by=by)
        elif replacing:
            replace(law, imported, by=by)
        elif imported.language in law.language_codes:
            raise CommandError(f"The law “{slug}” has a text in this language: give --replace to put a newer one in.")
        else:
            return add_language(law, imported, by=by)
        return ()


def _title(title):
    if not clean(title) or forbidden(title):
        raise CommandError("The title holds no words, or characters that no file can hold.")
    return clean(title)


def _mismatch(mismatch, slug, language):
    """What is missing where; words that were left out are given, so that nothing is lost."""
    unit = f"{mismatch.kind} {mismatch.number}".strip()
    if mismatch.only_in == "base":
        return f"mismatch: {unit} of “{slug}” has no counterpart in “{language}”"
    return f"mismatch: {unit} stands in “{language}” only and was left out: {mismatch.words}"


def _in_words(found, remarks):
    """The report for a person: counts first, then every line that was not read for certain."""
    lines = [", ".join(f"{kind} {count}" for kind, count in found["counts"].items()), *remarks]
    for name, title in (("guesses", "guessed"), ("not_understood", "not understood"), ("skipped", "skipped")):
        for item in found[name]:
            read_as = f" → {item['read_as']}" if item.get("read_as") else ""
            lines.append(f"{title}, line {item['line']}: {item['text']}{read_as}")
    lines += [f"note, line {note['line']}, at {note['provision']}: {note['text']}" for note in found["notes"]]
    return "\n".join(lines)
