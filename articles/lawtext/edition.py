"""What names a text beside its words: the law, its language, the draft, its date and its fingerprint."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """A draft of a law, its working text, or a file, in one language.

    ``draft`` is the number of a frozen draft, 0 for a working text or a file. ``date`` is the day on which it was
    frozen (a working text: of its last entry). ``fingerprint`` is that of the draft, or of the last entry of a
    working text; a file has none. ``sequence`` is that of the last entry it holds, ``previous`` the fingerprint of
    the draft before. ``authentic`` is False for a translation. ``source`` is the name of the file, if it is one.
    ``begun`` is the day of the first entry of the law: it names the law itself in Akoma Ntoso, in every draft alike.
    """

    slug: str = ""
    language: str = "ru"
    draft: int = 0
    title: str = ""
    date: datetime.date | None = None
    fingerprint: str = ""
    sequence: int = 0
    previous: str = ""
    authentic: bool = True
    source: str = ""
    begun: datetime.date | None = None
