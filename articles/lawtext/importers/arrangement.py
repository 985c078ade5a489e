"""What has to be seen from several lines at once: tables of contents, the head of an annex, signatures."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..characters import clean
from ..provision import GROUPS
from .excluded import label_of
from .labels import DATIVE, Label, folded
from .lines import Line
from .marks import mark_of
from .signing import with_signatures

HEADS = GROUPS | {"article", "annex"}
SHORTEST_RUN = 3
"""Headings in a row that may be a table of contents."""

CONTENTS = frozenset(map(folded, ("оглавление", "содержание", "мазмұны", "contents", "table of contents")))
LEADERS = re.compile(r"(?:[\s.…·_]{2,}|\t|\s)[0-9]{1,4}$")

LONGEST_BLOCK = 8
LONGEST_BLOCK_LINE = 200
ADDRESSEE = re.compile(rf"(?:к|{folded('to')})\s")
BLOCK = re.compile(rf"(?:от|{folded('of')}|{folded('dated')})\s|Республики\sКазахстан|№\s?[0-9]|[«\"“]")
BLOCK_KK = re.compile(r"Қазақстан\sРеспубликасы|[«\"“]|[0-9]{4}\sжылғы|№\s?[0-9]|туралы")

Key = tuple[str, tuple[str, ...], str]


def arranged(lines: Sequence[Line]) -> list[Line]:
    """The lines with those of a table of contents named so, an annex's head joined into one, signatures set aside."""
    return with_signatures(_with_annex_heads(_with_contents(lines)))


def _label(line: Line) -> Label | None:
    if line.role in ("table", "note", "contents", "page", "footnote") or mark_of(line.text.lstrip()):
        return None
    return label_of(clean(line.text))


def _with_contents(lines: Sequence[Line]) -> list[Line]:
    heads = [label if label and label.kind in HEADS else None for label in map(_label, lines)]
    listed = _repeated(heads) | _under_contents_title(lines, heads)
    listed |= _titles_beside(lines, listed | {index for index, line in enumerate(lines) if line.role == "contents"})
    return [_as_contents(line) if index in listed else line for index, line in enumerate(lines)]


def _titles_beside(lines: Sequence[Line], listed: set[int]) -> set[int]:
    """«СОДЕРЖАНИЕ» right above or below lines of contents that were told without it."""
    near = {index + step for index in listed for step in (-1, 1)} - listed
    return {index for index in near if 0 <= index < len(lines) and _is_contents_title(lines[index])}


def _as_contents(line: Line) -> Line:
    cells = " ".join(cell for row in line.rows for cell in row)
    return replace(line, text=line.text or cells, role="contents", rows=())


def _repeated(heads: Sequence[Label | None]) -> set[int]:
    """Headings that stand in a row and come again later, and what stands between them."""
    last = {_key(head): index for index, head in enumerate(heads) if head}
    again = [_latest(last, head) > index for index, head in enumerate(heads)]
    found: set[int] = set()
    start = 0
    for index in range(len(heads) + 1):
        if index < len(heads) and heads[index]:
            continue
        repeated = [at for at in range(start, index) if again[at]]
        if len(repeated) >= SHORTEST_RUN:
            found.update(range(repeated[0], repeated[-1] + 1))
        start = index + 1
    return found


def _latest(last: dict[Key, int], head: Label | None) -> int:
    """Where a heading comes for the last time; -1 for what is none or has no words."""
    return max(last[_key(head)], last.get(_bare(head), -1)) if head and head.rest else -1


def _key(head: Label) -> Key:
    return head.kind, head.numbers, folded(head.rest).casefold()


def _bare(head: Label) -> Key:
    """The key without the page number at the end of a line of contents."""
    return head.kind, head.numbers, LEADERS.sub("", folded(head.rest).casefold()).rstrip(" .…·_")


def _under_contents_title(lines: Sequence[Line], heads: Sequence[Label | None]) -> set[int]:
    """«Оглавление» and the lines under it, to the last of those headings that come again where the law begins."""
    title = next((index for index, line in enumerate(lines) if _is_contents_title(line)), len(lines))
    behind = range(title + 1, min(title + 1 + SHORTEST_RUN, len(lines)))
    first = next((index for index in behind if heads[index]), None)
    if first is None:
        return set()
    again = next((at for at in range(first + 1, len(lines)) if _is_same(heads[at], heads[first])), title)
    later = {(head.kind, head.numbers) for head in heads[again:] if head}
    listed = [index for index in range(first, again) if _is_among(heads[index], later)]
    return set(range(title, _goes_on_to(lines, listed[-1]))) if listed else set()


def _is_among(head: Label | None, later: set[tuple[str, tuple[str, ...]]]) -> bool:
    return head is not None and (head.kind, head.numbers) in later


def _goes_on_to(lines: Sequence[Line], last: int) -> int:
    """The place behind a line of contents and those on which its heading goes on, in small letters."""
    end = last + 1
    while end < len(lines) and clean(lines[end].text)[:1].islower():
        end += 1
    return end


def _is_contents_title(line: Line) -> bool:
    return 0 < len(line.text) <= 40 and folded(clean(line.text)).rstrip(":.").lower() in CONTENTS


def _is_same(head: Label | None, other: Label | None) -> bool:
    return bool(head and other and (head.kind, head.numbers) == (other.kind, other.numbers))


def _with_annex_heads(lines: Sequence[Line]) -> list[Line]:
    result: list[Line] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        label = _label(line) if "ложение" in line.text.lower() or _may_be_annex(line.text) else None
        index += 1
        if label and label.kind == "annex" and not label.rest:
            before = _block_before(result, label)
            after = _block_after(lines, index, label)
            index += len(after)
            del result[len(result) - len(before) :]
            line = _joined([*before, line, *after])
        result.append(line)
    return result


def _may_be_annex(text: str) -> bool:
    return any(word in folded(text[-200:]).lower() for word in (folded("annex"), folded("appendix"), "қосымша"))


def _joined(block: Sequence[Line]) -> Line:
    head = block[0]
    return replace(head, text=" ".join(clean(line.text) for line in block), role="") if len(block) > 1 else head


def _block_after(lines: Sequence[Line], start: int, label: Label) -> list[Line]:
    """«к Закону Республики Казахстан» / «от …» / «№ …» below «Приложение 1»."""
    block: list[Line] = []
    for line in lines[start : start + LONGEST_BLOCK]:
        words = folded(clean(line.text))
        is_first = not block and not label.aside
        if not _is_block_line(line, words) or not (ADDRESSEE if is_first else BLOCK).match(words):
            break
        block.append(line)
    return block


def _block_before(read: Sequence[Line], label: Label) -> list[Line]:
    """«Қазақстан Республикасының» / «… туралы» Заңына above «1-қосымша»."""
    start = len(read)
    if label.aside or not start or not DATIVE.search(clean(read[-1].text).rstrip('»"”“ ')):
        return []
    while len(read) - start < LONGEST_BLOCK and start and _is_block_line(read[start - 1], clean(read[start - 1].text)):
        start -= 1
    signed = [index for index in range(start, len(read)) if "президент" in folded(read[index].text).lower()]
    start = signed[-1] + 1 if signed else start
    while start < len(read) and not BLOCK_KK.match(clean(read[start].text)):
        start += 1
    return list(read[start:])


def _is_block_line(line: Line, words: str) -> bool:
    """Whether a line may stand in such a block: short, without label, mark or end of a sentence."""
    is_plain = line.role in ("", "heading") and bool(words) and len(words) <= LONGEST_BLOCK_LINE
    return is_plain and words[-1] not in ".;:," and not mark_of(line.text.lstrip()) and not label_of(words)
