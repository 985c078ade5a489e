"""The provisions that are open while lines come in, and what one more line does to them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ..provision import CONTAINS, GROUPS, LISTED
from ..said import Said, UnitName
from . import editorial
from .lines import Finding, Line

FIELD_NAMES = {"heading": "heading", "text": "text", "closing": "closing words"}


@dataclass(eq=False, slots=True)
class Open:
    """A provision whose lines are still coming; ``marked`` if an explicit mark said what it is and where.

    ``passages`` counts those among its children, ``last_subclause`` is the last one among them.
    """

    kind: str
    number: str = ""
    heading: str = ""
    text: str = ""
    closing: str = ""
    status: str = "standing"
    children: list["Open"] = field(default_factory=list)
    indent: int = -1
    line: int = 0
    marked: bool = False
    passages: int = 0
    last_subclause: "Open | None" = None

    @property
    def is_bare(self) -> bool:
        """Whether it has no words yet but a heading."""
        return not (self.text or self.closing or self.children)

    @property
    def last_words(self) -> str:
        return self.closing or self.text

    @property
    def name(self) -> UnitName:
        """How the report names it: «clause 5-1»."""
        return UnitName(self.kind, self.number)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line is at the point where it comes.

    ``act`` is ``provision`` (one for each of ``numbers``), ``heading``, ``text`` or ``closing`` (a field of the open
    provision at ``depth``), ``more`` (words that go on in the field named by ``kind``), ``row`` (of an open table),
    ``note`` (an editor's, and ``more note``) or ``skip``. ``depth`` is the place of the parent among the open
    provisions, or of the one that a field or note belongs to. ``holder`` is the kind of an unnumbered provision made
    to hold it; ``adopts`` says that the passages since the last item of a list turn out to belong to that item;
    ``aside`` are words to report as skipped. ``guess`` says how a doubtful line was read.
    """

    act: str
    depth: int = 0
    kind: str = ""
    numbers: tuple[str, ...] = ("",)
    heading: str = ""
    text: str = ""
    status: str = "standing"
    holder: str = ""
    adopts: bool = False
    aside: str = ""
    guess: str = ""
    is_understood: bool = True
    is_marked: bool = False


DEEPEST = 40
"""Provisions inside one another; only explicit marks and sources that mean harm come near it."""


class State:
    """All that reading the next line depends on: the open provisions from the law down, and what came last."""

    def __init__(self, language: str, marks_closings: bool = False) -> None:
        self.language = language
        self.marks_closings = marks_closings
        self.stack = [Open("law")]
        self.levels: dict[int, str] = {}
        self.last = Line(-1, "")
        self.last_act = ""
        self.is_signing = False
        self.notes: list[tuple[Line, str, Open]] = []
        self.guesses: list[Finding] = []
        self.not_understood: list[Finding] = []
        self.skipped: list[Finding] = []

    @property
    def root(self) -> Open:
        return self.stack[0]

    @property
    def top(self) -> Open:
        return self.stack[-1]

    def is_next_to_last(self, line: Line) -> bool:
        """Whether no empty line stands between this line and the one before."""
        return line.number <= self.last.number + 1

    def deepest(self, fits: Callable[[Open], bool]) -> int | None:
        """The depth of the innermost open provision for which this holds."""
        depths = reversed(range(min(len(self.stack), DEEPEST)))
        return next((depth for depth in depths if fits(self.stack[depth])), None)

    def parent_for(self, kind: str) -> int | None:
        """The depth of the innermost open provision that may contain this kind."""
        return self.deepest(lambda opened: kind in CONTAINS[opened.kind])

    def passage_parent(self) -> int | None:
        """Where a part two goes: to the provision that holds the list, not to its last item."""
        return self.deepest(lambda opened: "passage" in CONTAINS[opened.kind] and opened.kind not in LISTED)

    def group(self) -> int | None:
        """The depth of the innermost open chapter or other grouping provision."""
        return self.deepest(lambda opened: opened.kind in GROUPS)

    def take(self, line: Line, reading: Reading) -> None:
        """Lets the line do what it was read as."""
        ACTS[reading.act](self, line, reading)
        self._report(line, reading)
        self.last, self.last_act = line, reading.act
        self.is_signing = reading.act == "skip" and (self.is_signing or editorial.is_signature(reading.text or "."))

    def _report(self, line: Line, reading: Reading) -> None:
        words = " ".join(line.text.split()) or " | ".join(map(" | ".join, line.rows))
        if reading.aside:
            self.skipped.append(Finding(line.number, reading.aside, Said("the act to which the annex belongs")))
        if not reading.is_understood:
            self.not_understood.append(Finding(line.number, words, reading.guess))
        elif reading.guess:
            self.guesses.append(Finding(line.number, words, reading.guess))


def _open(state: State, line: Line, reading: Reading) -> None:
    del state.stack[reading.depth + 1 :]
    if reading.adopts:
        _adopt(state.top)
    if reading.holder:
        _put(state, Open(reading.holder, indent=line.indent, line=line.number))
    depth = len(state.stack)
    for number in reading.numbers:
        del state.stack[depth:]
        opened = Open(reading.kind, number, reading.heading, reading.text, "", reading.status)
        opened.indent, opened.line, opened.marked = line.indent, line.number, reading.is_marked
        _put(state, opened)
    if line.role == "heading" and line.level:
        state.levels.setdefault(line.level, reading.kind)


def _put(state: State, opened: Open) -> None:
    state.top.children.append(opened)
    state.top.passages += opened.kind == "passage"
    if opened.kind == "subclause":
        state.top.last_subclause = opened
    state.stack.append(opened)


def _adopt(holder: Open) -> None:
    """Moves the passages behind the last subclause into it."""
    places = reversed(range(len(holder.children)))
    place = next(index for index in places if holder.children[index].kind == "subclause")
    item, moved = holder.children[place], holder.children[place + 1 :]
    del holder.children[place + 1 :]
    item.children += moved
    passages = sum(child.kind == "passage" for child in moved)
    item.passages += passages
    holder.passages -= passages


def _fill(state: State, line: Line, reading: Reading) -> None:
    del state.stack[reading.depth + 1 :]
    setattr(state.top, reading.act, reading.text)


def _join(state: State, line: Line, reading: Reading) -> None:
    del state.stack[reading.depth + 1 :]
    setattr(state.top, reading.kind, f"{getattr(state.top, reading.kind)} {reading.text}")


def _row(state: State, line: Line, reading: Reading) -> None:
    del state.stack[reading.depth + 1 :]
    state.top.text = f"{state.top.text}\n{reading.text}"


def _note(state: State, line: Line, reading: Reading) -> None:
    state.notes.append((line, reading.text, state.stack[reading.depth]))
    if reading.status == "excluded":
        state.top.status = reading.status


def _more_note(state: State, line: Line, reading: Reading) -> None:
    first, words, subject = state.notes.pop()
    state.notes.append((first, f"{words} {reading.text}", subject))


def _skip(state: State, line: Line, reading: Reading) -> None:
    if reading.text:
        state.skipped.append(Finding(line.number, reading.text, ""))


ACTS: dict[str, Callable[[State, Line, Reading], None]] = {
    "provision": _open,
    "heading": _fill,
    "text": _fill,
    "closing": _fill,
    "more": _join,
    "row": _row,
    "note": _note,
    "more note": _more_note,
    "skip": _skip,
}
