"""verify [SLUG | FILE] [--expect FINGERPRINT]"""

from pathlib import Path

from django.core.management.base import CommandError

from ...lawtext import fingerprint
from ...models import Law
from ...texts.origins import origin_of_export
from ...texts.verification import expected_in, mismatches_in
from ..plain_command import PlainCommand


class Command(PlainCommand):
    help = (
        "Recomputes fingerprints, rows, numbers and references of a law, or checks an exported file against its draft. "
        "Editorial notes and memberships are not covered."
    )

    def add_arguments(self, parser):
        parser.add_argument("what", nargs="?", help="slug of a law or an exported file; without it every law")
        parser.add_argument("--expect", help="a fingerprint that an export printed: it must still be there")

    def perform(self, what, expect, **options):
        if what and Path(what).is_file() and not Law.objects.filter(slug=what).exists():
            self._verify_file(Path(what), expect)
        else:
            self._verify_laws(what, expect)

    def _verify_laws(self, what, expect):
        laws = [self.law(what)] if what else list(Law.objects.all())
        wrong = [f"{law.slug}: {mismatch}" for law in laws for mismatch in mismatches_in(law)]
        if expect and not any(expected_in(law, expect) for law in laws):
            wrong.append(f"no entry or draft has the expected fingerprint {expect}")
        if wrong:
            raise CommandError("\n".join(wrong))
        self.stdout.write("\n".join(f"{law.slug}: {law.sequence} entries match" for law in laws))

    def _verify_file(self, path, expect):
        draft, language = origin_of_export(path.read_bytes())
        if draft is None:
            raise CommandError(
                f"“{path.name}” is not, to the letter, an export of any frozen draft here. "
                "It may be of a working text, a redline, saved anew by another program, or altered."
            )
        if expect and not draft.fingerprint.startswith(fingerprint.bare(expect)):
            raise CommandError(f"“{path.name}” is of a draft with another fingerprint: {draft.fingerprint}.")
        self.stdout.write(f"{path.name}: {draft.law.slug}@{draft.number}, {language}, {draft.fingerprint}")
