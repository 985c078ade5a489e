"""The structure of a law, read from its lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..characters import forbidden, suspicious
from ..provision import CONTAINS, LISTED, Path, Provision, at
from ..said import Said
from .arrangement import arranged
from .closings import closing_in, list_items
from .excluded import label_of
from .labels import folded
from .lines import EditorialNote, Finding, Imported, ImportRefused, Line
from .opened import Open, Reading, State
from .rules import reading
from .sequence import jumps

AMENDING = re.compile(
    r"(?i:о\s(?:внесении\s)?(?:изменени|дополнени)"
    r"|.{1,1000}(?:өзгеріс|толықтыру)\w{0,10}\s(?:мен\s\w{1,20}\s)?енгізу\sтуралы"
    rf"|{folded('on')}\s(?:{folded('introducing')}\s|{folded('the introduction of')}\s|{folded('making')}\s)?"
    rf"(?:{folded('amend')}|{folded('changes')}))"
)
"""Titles of laws that amend others."""


def read(lines: Sequence[Line], language: str, marks_closings: bool = False) -> Imported:
    """The law that these lines print, with the report of all that was not read for certain.

    Every letter is in the tree, in a note, in ``skipped`` or in ``not_understood``; numbers stay as printed. The
    structure is that of Law No 480-V, article 23, in Russian, Kazakh and English. ``marks_closings`` says that the
    source marks all closing words (``Line.closings``), so that none are looked for elsewhere. Raises ImportRefused
    for characters that no XML document may hold.
    """
    _refuse_forbidden(lines)
    state = State(language, marks_closings)
    for line in arranged(lines):
        _take(state, line)
    guesses = state.guesses + ([] if marks_closings else _close_lists(state.root, language))
    paths: dict[Open, Path] = {}
    root = _frozen(state.root, (), paths)
    guesses += _numbers_that_jump(root, paths)
    return Imported(
        root,
        language,
        notes=tuple(EditorialNote(line.number, words, paths[subject]) for line, words, subject in state.notes),
        guesses=tuple(sorted(guesses, key=lambda finding: finding.line)),
        not_understood=tuple(state.not_understood),
        skipped=tuple(state.skipped),
        remarks=_amending(root.heading) + _odd_letters(lines),
    )


def _take(state: State, line: Line) -> None:
    """Reads a line, then the closing words marked on it; what closes nothing is read as a line of its own."""
    if line.role not in ("", "heading"):
        line = replace(line, text=" ".join((line.text, *(closing.words for closing in line.closings))), closings=())
    if line.text or not line.closings:
        state.take(line, reading(state, line))
    innermost = len(state.stack) - 1
    for closing in line.closings:
        marked = replace(line, text=closing.words, role="", closings=())
        depth = innermost - closing.outward
        closes = _closes(state, depth) and (line.text or not label_of(closing.words))
        state.take(marked, Reading("closing", depth, text=closing.words) if closes else reading(state, marked))


def _closes(state: State, depth: int) -> bool:
    """Whether the provision at this depth can have a list that no words have closed so far."""
    if not 0 < depth < len(state.stack):
        return False
    return bool(LISTED & CONTAINS[state.stack[depth].kind]) and not state.stack[depth].closing


def _frozen(opened: Open, path: Path, paths: dict[Open, Path]) -> Provision:
    """The provision as a value; ``paths`` learns where each one stands."""
    paths[opened] = path
    children = tuple(_frozen(child, (*path, index), paths) for index, child in enumerate(opened.children))
    words = {name: getattr(opened, name) for name in ("heading", "text", "closing")}
    return Provision(opened.kind, opened.number, children=children, status=opened.status, **words)


def _close_lists(opened: Open, language: str) -> list[Finding]:
    """Takes the closing words of Kazakh lists from their last items, and reports each."""
    found = [finding for child in opened.children for finding in _close_lists(child, language)]
    items = list_items(opened.children)
    words = closing_in(opened.text, [item.text for item in items], language) if items else ""
    if not words or opened.closing or items[-1].marked or items[-1].children:
        return found
    last = items[-1]
    finding = Finding(
        last.line, last.text, Said("«%(words)s» read as closing words of %(unit)s", words=words, unit=opened.name)
    )
    last.text = last.text.removesuffix(words).rstrip()
    opened.closing = words
    return [*found, finding]


def _numbers_that_jump(root: Provision, paths: dict[Open, Path]) -> list[Finding]:
    lines = {path: opened.line for opened, path in paths.items()}
    found = []
    for path, sentence in jumps(root):
        provision = at(root, path)
        words = " ".join((provision.number, provision.heading or provision.text)).strip()
        found.append(Finding(lines[path], words, sentence))
    return found


def _texts(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The number and words of each line, and of each cell of a table."""
    for line in lines:
        yield line.number, line.text
        yield from ((line.number, closing.words) for closing in line.closings)
        yield from ((line.number, cell) for row in line.rows for cell in row)


def _refuse_forbidden(lines: Sequence[Line]) -> None:
    for number, words in _texts(lines):
        found = forbidden(words)
        if found:
            code = ord(words[found[0].start])
            raise ImportRefused(
                "Line %(line)s holds a control character (U+%(code)s): take it out.", line=number, code=f"{code:04X}"
            )


def _amending(title: str) -> tuple[str, ...]:
    """A sentence for a law that amends others: what it quotes has units too, which the reader does not tell apart."""
    if not AMENDING.match(folded(title)):
        return ()
    return ("By its title this is an amending law: the new wordings that it quotes were read as units of this law.",)


def _odd_letters(lines: Sequence[Line]) -> tuple[str, ...]:
    """A sentence on letters of another alphabet and invisible characters, if there are any."""
    odd = [number for number, words in _texts(lines) for _ in suspicious(words)]
    if not odd:
        return ()
    sentence = "%(number)s characters are invisible or of another alphabet than their word, first in line %(line)s."
    return (Said(sentence, number=len(odd), line=odd[0]),)
