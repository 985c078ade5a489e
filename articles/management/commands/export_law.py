"""export_law SOURCE --language ru --format docx|pdf|akn|html|txt|json --output F"""

from ...lawtext.exporters import EXPORTERS
from ...lawtext.units import LANGUAGES
from ...texts import sources
from ..plain_command import PlainCommand


class Command(PlainCommand):
    help = "Writes a draft, a working text or a file in another format."

    def add_arguments(self, parser):
        parser.add_argument("source", help="slug@3 (a draft), slug (the working text) or a file")
        parser.add_argument("--language", required=True, choices=LANGUAGES)
        parser.add_argument("--format", required=True, choices=sorted(EXPORTERS))
        parser.add_argument("--output", required=True)

    def perform(self, source, language, format, output, **options):
        text = sources.source(source, language)
        self.write_file(output, text.exported(format), source)
