"""Rules for lines that are no text of the law: empty ones, page numbers, editors' notes, requisites, signatures."""

from ..said import Said
from . import editorial
from .excluded import label_of
from .labels import single_label
from .lines import Line
from .opened import Reading, State


def blank(state: State, line: Line, words: str) -> Reading | None:
    return None if words or line.rows else Reading("skip")


def furniture(state: State, line: Line, words: str) -> Reading | None:
    if line.role in ("contents", "page") or (line.role != "table" and editorial.is_page(words)):
        return Reading("skip", text=words)
    return None


def editors_note(state: State, line: Line, words: str) -> Reading | None:
    if line.role == "table":
        return None
    is_quoted = line.role in ("note", "footnote") and not _is_norm(words)
    if _follows_note_label(state) and (is_quoted or not label_of(words)) and not editorial.is_note(words):
        return Reading("more note", text=words)
    return _note_on(state, words) if is_quoted or editorial.is_note(words) else None


def _note_on(state: State, words: str) -> Reading:
    """The note at the provision that it names, if that one is open, else at the one above."""
    kind, number = editorial.subject(words)
    named = state.deepest(lambda opened: opened.kind == kind and number in ("", opened.number))
    depth = len(state.stack) - 1 if named is None else named
    top = state.top
    if top.heading and top.is_bare and top.status == "standing" and editorial.says_excluded(words):
        return Reading("note", depth, text=words, status="excluded", guess=Said("%(unit)s is excluded", unit=top.name))
    return Reading("note", depth, text=words)


def _is_norm(words: str) -> bool:
    label = single_label(words)
    return label is not None and label.kind == "note"


def _follows_note_label(state: State) -> bool:
    return state.last_act in ("note", "more note") and editorial.is_note_label(state.notes[-1][1])


def requisite(state: State, line: Line, words: str) -> Reading | None:
    root = state.root
    is_head = not root.children and editorial.is_requisite(words)
    is_label = state.top.kind in ("law", "preamble") and editorial.is_preamble_label(words)
    return Reading("skip", text=words) if is_head or is_label else None


def signature(state: State, line: Line, words: str) -> Reading | None:
    above = state.top.last_words or state.top.heading
    ended = above.endswith((".", ".»", '."'))
    if line.role == "table" or not state.root.children or not (ended or state.is_signing):
        return None
    is_name = state.is_signing and len(words) <= editorial.LONGEST_NAME and words[-1] not in ".;:"
    if (is_name or editorial.is_signature(words)) and not label_of(words):
        return Reading("skip", text=words)
    return None
