"""Complex fields: their instructions are dropped, their results are words. A field may run over paragraphs."""

from dataclasses import dataclass, field

from .tally import Tally

LONGEST = 200
"""Letters of an instruction that are kept: only its first word matters."""

AUTOMATIC = frozenset({"LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"})
"""Fields whose result is not in the file."""


@dataclass
class Field:
    instruction: str = ""
    result: bool = False

    @property
    def name(self) -> str:
        words = self.instruction.split(None, 1)
        return words[0].upper() if words else ""


@dataclass
class Fields:
    """The fields that are open, the innermost last."""

    tally: Tally
    open: list[Field] = field(default_factory=list)
    instructing: int = 0
    """How many of them are in their instruction."""
    contents: int = 0
    """How many of them make a table of contents."""

    def mark(self, kind: str) -> None:
        """One w:fldChar: begin, separate or end."""
        if kind == "begin":
            self.open.append(Field())
            self.instructing += 1
        elif kind == "separate" and self.open:
            self._show(self.open[-1])
        elif kind == "end" and self.open:
            self._close(self.open.pop())

    def instruct(self, text: str) -> None:
        if self.open and len(self.open[-1].instruction) < LONGEST:
            self.open[-1].instruction += text[:LONGEST]

    def end_paragraph(self) -> None:
        """An instruction ends with its paragraph at the latest."""
        for unfinished in reversed(self.open):
            if not self.instructing:
                return
            self._show(unfinished)

    def end_contents(self) -> None:
        """A heading ends every table of contents, closed or not."""
        self.contents = 0

    def _show(self, shown: Field) -> None:
        if not shown.result:
            shown.result = True
            self.instructing -= 1
            self.contents += shown.name == "TOC"

    def _close(self, closed: Field) -> None:
        count_automatic(closed.name, self.tally)
        if not closed.result:
            self.instructing -= 1
        elif closed.name == "TOC":
            self.contents = max(0, self.contents - 1)


def count_automatic(name: str, tally: Tally) -> None:
    if name in AUTOMATIC:
        tally.found["automatic"] += 1
