"""A drafter in a process of his own: ``python -m tests.application.drafter_process NAME SAVES checked|unchecked``.

Appends a word to one clause again and again, from the words that he last read. Unchecked saves do not name the
revision from which they started: the control that must lose.
"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawdraft.settings")
django.setup()

from articles.models import Law, Wording  # noqa: E402
from articles.procedures import reword  # noqa: E402
from articles.procedures.errors import WordingHasChanged  # noqa: E402

LENGTH = 200


def save(law, provision, word, checked):
    """One acknowledged save; a drafter who was overtaken reads again and saves again."""
    while True:
        wording = Wording.objects.get(provision=provision, language="ru")
        text = f"{wording.text} {word}"[-LENGTH:]
        try:
            reword(law, provision, "ru", text=text, base=wording.revision if checked else None)
        except WordingHasChanged:
            continue
        return


def main(name, saves, mode):
    law = Law.objects.get()
    provision = law.provisions.get(kind="clause")
    for number in range(saves):
        save(law, provision, f"{name}{number}", mode == "checked")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
