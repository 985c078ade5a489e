"""Lines of a source that are no words of the law: editors' notes, page numbers, requisites and signatures."""

import re

from .labels import NUMBER, folded

NOTE = re.compile(
    r"(?i:сноска|ескерту)\s?[.:!]"
    r"|(?i:примечани[ея]\s(?:РЦПИ|ИЗПИ|редакции|юрид))"
    r"|(?i:(?:ҚР\s)?(?:РҚАО|ЗҚАИ|ҚР\sЗҚАИ|РЦПИ|ИЗПИ)[-‐‑– ]?(?:н[ыі]ң)?\sескертпес[іы])"
    rf"|{folded('Footnote')}\s?[.:]|{folded('Editorial note')}\s?[.:]"
)
"""Publishers' notes; the norm «Примечание.» / «Ескертпе.» is not one of them."""

NOTE_LABEL = re.compile(rf"(?:{NOTE.pattern})?[.:!]?$")
LONGEST_LABEL = 60

SUBJECTS = (
    (re.compile(r"(?i:(?<![^\W_])преамбул|кіріспе)"), "preamble"),
    (re.compile(rf"(?i:(?<![^\W_])стать[яюией]{{1,2}}\s(?P<number>{NUMBER}))|(?P<other>{NUMBER})-ба[пб]"), "article"),
    (re.compile(rf"(?i:(?<![^\W_])глав[аоуеы]й?\s(?P<number>{NUMBER}))|(?P<other>{NUMBER})-тарау"), "chapter"),
    (re.compile(rf"(?i:(?<![^\W_])раздел(?:ом)?\s(?P<number>{NUMBER}))|(?P<other>{NUMBER})-бөлім"), "section"),
    (re.compile(rf"(?i:(?<![^\W_])пункт(?:ом)?\s(?P<number>{NUMBER}))|(?P<other>{NUMBER})-тарма[қғ](?!ша)"), "clause"),
    (
        re.compile(rf"(?i:(?<![^\W_])подпункт(?:ом)?\s(?P<number>{NUMBER})\))|(?P<other>{NUMBER})\)\sтармақша"),
        "subclause",
    ),
)
"""What an editor's note is about, if it says so near its start."""

SUBJECT_NEAR_START = 90

GONE = re.compile(
    r"(?i:(?<![^\W_])(?:статья|глава|раздел|параграф)(?:\s[0-9-]+)?\sисключен|[0-9-](?:бап|тарау)\sалып\sтасталды)"
)

PAGE = re.compile(
    rf"[-–—\s]{{0,4}}(?:(?i:стр|страница|бет|{folded('page')})\.?\s{{0,2}})?[0-9]{{1,4}}"
    rf"(?:\s{{0,2}}(?i:из|/|{folded('of')})\s{{0,2}}[0-9]{{1,4}})?(?:[-\s]{{0,2}}(?i:бет|стр)\.?)?[-–—\s]{{0,4}}"
)
LONGEST_PAGE = 30

REQUISITES = re.compile(
    r"(?i:проект|жоба|(?:конституционный\s)?закон\sреспублики\sказахстан"
    r"|қазақстан\sреспубликасының\s(?:[0-9]{4}\sжылғы\s.{1,60}\s)?(?:конституциялық\s)?заңы"
    rf"|{folded('draft')}|{folded('law of the republic of kazakhstan')}|{folded('unofficial translation')})"
    r"(?:\s(?:от\s)?[0-9]{1,2}\s.{1,60})?"
)
PREAMBLE = re.compile(rf"(?i:преамбула|кіріспе|{folded('preamble')})\s?[.:]?")

PRESIDENT = folded("president"), folded("of the republic of kazakhstan")
NAME = r"(?:\s{1,3}[^\W\d_a-zа-яё].{1,40})?"
SIGNATURE = re.compile(
    rf"(?i:президент)(?:\s(?i:республики\sказахстан))?{NAME}|(?i:қазақстан\sреспубликасының)(?:\s(?i:президенті){NAME})?"
    rf"|(?i:{PRESIDENT[0]}(?:\s{PRESIDENT[1]})?){NAME}|(?i:республики\sказахстан){NAME}"
    r"|(?i:(?:г\.\s?)?(?:астана|алматы|нұр-султан|нур-султан)(?:,|\sқ).{0,80})"
    r"|(?i:№\s[0-9]{1,4}(?:-[ivхіl]{1,6})?(?:\s(?:зрк|қрз))?)"
)
LONGEST_SIGNATURE = 120
LONGEST_NAME = 60


def is_note(words: str) -> bool:
    """Whether a line opens with the label of an editor's note («Сноска.», «РҚАО-ның ескертпесі!»)."""
    return not words[:1].islower() and bool(NOTE.match(folded(words[:LONGEST_LABEL])))


def is_note_label(words: str) -> bool:
    """Whether a line is nothing but such a label, so that the note itself is the next line."""
    return len(words) <= LONGEST_LABEL and is_note(words) and bool(NOTE_LABEL.fullmatch(folded(words)))


def subject(words: str) -> tuple[str, str]:
    """Kind and number of the provision that a note says it is about; empty where it does not say."""
    start = folded(words[:SUBJECT_NEAR_START])
    found = [(match.start(), kind, match) for pattern, kind in SUBJECTS if (match := pattern.search(start))]
    if not found:
        return "", ""
    _, kind, match = min(found, key=lambda one: one[0])
    number = next((value for value in match.groupdict().values() if value), "")
    return kind, number


def says_excluded(words: str) -> bool:
    """Whether a note says that the article or chapter whose heading stands above it is gone."""
    return bool(GONE.search(folded(words[:SUBJECT_NEAR_START])))


def is_page(words: str) -> bool:
    """Whether a line is a page number, or an ornament without any letter or figure."""
    if not any(letter.isalnum() for letter in words):
        return True
    return len(words) <= LONGEST_PAGE and bool(PAGE.fullmatch(folded(words)))


def is_requisite(words: str) -> bool:
    """Whether a line ahead of the title names the form of the act («Проект», «ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН»)."""
    return len(words) <= LONGEST_SIGNATURE and bool(REQUISITES.fullmatch(folded(words)))


def is_preamble_label(words: str) -> bool:
    return len(words) <= LONGEST_PAGE and bool(PREAMBLE.fullmatch(folded(words)))


def is_signature(words: str) -> bool:
    """Whether a line is the office of who signs, the place and date, or the registration number."""
    return len(words) <= LONGEST_SIGNATURE and words[-1] not in ".;:," and bool(SIGNATURE.fullmatch(folded(words)))
