"""references SLUG --language ru"""

from ...lawtext.references import Index
from ...lawtext.units import LANGUAGES
from ...texts.unresolved import broken_references, unlinked_words
from ..plain_command import PlainCommand


class Command(PlainCommand):
    help = "Lists the references of a law that lead nowhere, and words that name a unit but are no reference."

    def add_arguments(self, parser):
        parser.add_argument("slug")
        parser.add_argument("--language", required=True, choices=LANGUAGES)

    def perform(self, slug, language, **options):
        law = self.law(slug)
        root = law.as_provision(language)
        index = Index(law.as_provision(language, removed=True), law.profile)
        found = [*broken_references(root, index, language), *unlinked_words(root, language, law.profile)]
        self.stdout.write("\n".join(found) or "every reference leads to a provision in force")
