"""redline OLD NEW --language ru --format html|pdf|json --output F"""

from ...lawtext.comparison import compare
from ...lawtext.exporters.redlines import REDLINES
from ...lawtext.units import LANGUAGES
from ...texts.sources import source
from ..plain_command import PlainCommand


class Command(PlainCommand):
    help = "Compares two texts of a law and writes the redline."

    def add_arguments(self, parser):
        parser.add_argument("old", help="slug@3 (a draft), slug (the working text) or a file")
        parser.add_argument("new", help="the same")
        parser.add_argument("--language", required=True, choices=LANGUAGES)
        parser.add_argument("--format", required=True, choices=sorted(REDLINES))
        parser.add_argument("--output", required=True)

    def perform(self, old, new, language, format, output, **options):
        before, after = source(old, language), source(new, language)
        comparison = compare(before.comparable(), after.comparable())
        self.write_file(output, REDLINES[format].write(comparison, before.edition, after.edition), old, new)
        totals = ", ".join(f"{name} {count}" for name, count in comparison.totals.items())
        self.stdout.write(totals or "no change")
