"""From the bytes of a text file to its characters."""

import codecs
import re

from .lines import ImportRefused
from .signatures import TEXT, refuse_unless

WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
WIDER = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

LEGACY = "ЌќЈјЅѕҐґЇїЎўЄє"
"""What the bytes of Қ, ә, ң, ө, ү, ұ and ғ in old 8-bit Kazakh fonts are in Windows-1251: «Ќазаќстан», «жјне»."""

SIGNATURE = frozenset("ЌќЈјЅѕ")
"""Those of them that no other language writes in Cyrillic words with «ы» and «і» (қ, ә and ң, which Kazakh needs)."""

IN_OLD_FONT = re.compile(f"(?<![^\\W_])[А-Яа-яЁёІі{LEGACY}](?:[а-яёі]|[ќјѕґїўє])+(?![^\\W_])")
"""A word as Kazakh ones are: only its first letter may be a capital."""

KAZAKH = frozenset("ӘәҒғҚқҢңӨөҰұҮүҺһ")
LETTER = re.compile(r"[^\W\d_]")
CYRILLIC_WORD = re.compile(r"[а-яё]{3,}")

LEGACY_SHARE = 0.01
CYRILLIC_SHARE = 0.3
DAMAGED_SHARE = 0.02

DOS_LETTERS = bytes((*range(0x80, 0xB0), *range(0xE0, 0xF2)))
DOS_ONLY = bytes(range(0x80, 0xB0))
"""Where code page 866 has the capitals and «а» to «п», and Windows-1251 next to nothing."""

DOS_SHARE = 0.5
DOS_ONLY_SHARE = 0.25

NOT_TEXT = "The file is not a text: save the law as DOCX, or as plain text in UTF-8."
OLD_FONT = (
    "The text uses an old 8-bit Kazakh font («Ќазаќстан»): convert it to Unicode (its encoding is KZ-1048), "
    "save it as UTF-8 and bring that file."
)


def decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    """The characters of a text file with ``\\n`` as the only line break, and sentences on what was assumed.

    Read are UTF-8, UTF-16 with a byte order mark, Windows-1251 and code page 866 (DOS). Raises ImportRefused for what
    is no text, and for text in an old Kazakh font.
    """
    refuse_unless(content, TEXT)
    text, remarks = _characters(content)
    _refuse_old_font(text)
    return re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text), remarks


def _characters(content: bytes) -> tuple[str, tuple[str, ...]]:
    wide = WIDE.get(content[:2]) if not content.startswith(WIDER) else None
    if wide:
        return _strictly(content, wide), ()
    if b"\x00" in content:
        raise ImportRefused(NOT_TEXT)
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return _windows(content)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise ImportRefused(
            "The file is damaged at byte %(place)s: save it again as UTF-8.", place=error.start
        ) from error


def _windows(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Code page 866 or Windows-1251, if it looks like Russian or Kazakh that way."""
    as_unicode = content.decode("utf-8", errors="replace")
    if as_unicode.count("\ufffd") <= DAMAGED_SHARE * len(as_unicode) and CYRILLIC_WORD.search(as_unicode):
        return _strictly(content, "utf-8"), ()
    if _is_dos(content):
        return content.decode("cp866"), ("The file is not in UTF-8; it was read as DOS text (code page 866).",)
    try:
        text = content.decode("cp1251")
    except UnicodeDecodeError as error:
        raise ImportRefused(NOT_TEXT) from error
    letters = LETTER.findall(text)
    small = sum("а" <= letter <= "я" or letter in LEGACY for letter in letters)
    if small < CYRILLIC_SHARE * len(letters):
        raise ImportRefused("The encoding of the file is not known: save it as UTF-8.")
    return text, ("The file is not in UTF-8; it was read as Windows-1251.",)


def _is_dos(content: bytes) -> bool:
    """Whether these are Russian letters of DOS; lines of its tables may be among them."""
    high = content.translate(None, delete=bytes(range(0x80)))
    letters = len(high) - len(high.translate(None, delete=DOS_LETTERS))
    telling = len(high) - len(high.translate(None, delete=DOS_ONLY))
    is_likely = letters >= DOS_SHARE * len(high) and telling >= DOS_ONLY_SHARE * len(high)
    return is_likely and bool(CYRILLIC_WORD.search(content.decode("cp866")))


def _refuse_old_font(text: str) -> None:
    letters = LETTER.findall(text)
    words = "".join(IN_OLD_FONT.findall(text))
    legacy = sum(letter in LEGACY for letter in words)
    kazakh = sum(letter in KAZAKH for letter in letters)
    if not SIGNATURE.isdisjoint(words) and legacy > kazakh and legacy >= LEGACY_SHARE * len(letters):
        raise ImportRefused(OLD_FONT)
