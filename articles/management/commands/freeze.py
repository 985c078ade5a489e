"""freeze SLUG --title T"""

from ...procedures import By, freeze
from ..plain_command import PlainCommand


class Command(PlainCommand):
    help = "Freezes the working text of a law, in all its languages, as the next draft."

    def add_arguments(self, parser):
        parser.add_argument("slug")
        parser.add_argument("--title", required=True)
        parser.add_argument("--remark", default="")

    def perform(self, slug, title, remark, **options):
        draft = freeze(self.law(slug), title, remark=remark, by=By(reason=remark))
        self.stdout.write(f"draft {draft.number} {draft.fingerprint}")
        for document in draft.documents.filter(missing__gt=0):
            self.stderr.write(f"in “{document.language}” {document.missing} provisions have no words")
