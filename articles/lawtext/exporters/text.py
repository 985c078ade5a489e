"""A law as plain text that reads naturally and comes back as the same tree.

A line is printed as a drafter would type it wherever the importer reads it right; where it would not, an explicit mark
stands before it («[абзац] Текст»). The importer's own rules are asked for each line, so the two cannot disagree.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..characters import clean
from ..edition import Edition
from ..importers.arrangement import arranged
from ..importers.closings import closing_in, list_items
from ..importers.lines import Line
from ..importers.marked import TITLED
from ..importers.marks import Mark, written
from ..importers.opened import Reading, State
from ..importers.plain import line as plain_line
from ..importers.plain import lines as plain_lines
from ..importers.rules import reading
from ..provision import GROUPS, NUMBERED, Path, Provision, list_end
from ..units import label
from .refusal import ExportRefused

STEP = 2
"""Blanks by which what stands in a provision is indented."""

HEADS = GROUPS | {"article", "annex"}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is printed: a provision with the words of its first line, a field on a line of its own, a note.

    ``natural`` and ``marked`` are its lines in both forms (only a table has several; ``natural`` may be missing),
    ``wanted`` what each marked line is to be read as; all but the first of a table are further rows. Without a mark
    it stands ``outdent`` blanks further left.
    """

    natural: tuple[str, ...]
    marked: tuple[str, ...]
    wanted: tuple[Reading, ...]
    indent: int
    outdent: int = 0
    kind: str = ""
    needs_mark: bool = False


@dataclass(slots=True)
class Layout:
    """The entries of a law one after another.

    Headings stand at the margin; ``is_stepped`` indents them by their depth as well, which only a law needs whose
    chapters, sections and articles follow one another in an order that no heading tells.
    """

    language: str
    notes: dict[Path, list[str]]
    is_stepped: bool
    entries: list[Entry] = field(default_factory=list)


def write(root: Provision, edition: Edition, notes: Sequence[tuple[Path, str]] = ()) -> bytes:
    """The law in UTF-8, one paragraph a line; removed provisions are not printed.

    ``importers.plain`` reads the same tree from it. Raises ExportRefused for words or numbers that no line can hold.
    """
    noted: dict[Path, list[str]] = {}
    for path, words in notes:
        noted.setdefault(path, []).append(words)
    for is_stepped in (False, True):
        layout = Layout(edition.language, noted, is_stepped)
        _law(layout, root)
        printed = _printed(layout)
        if printed is not None:
            return ("\n".join([*printed, *_edition_line(edition)]) + "\n").encode()
    raise ExportRefused("The law holds words or numbers that cannot be written as lines of text.")


def _edition_line(edition: Edition) -> list[str]:
    """The draft and its fingerprint, by which ``verify`` knows what was printed."""
    if not edition.fingerprint:
        return []
    draft = f"{edition.slug}@{edition.draft}" if edition.draft else edition.slug
    parts = (draft, str(edition.date or ""), edition.fingerprint)
    return ["", f"{written(Mark('edition'), edition.language)} {' '.join(part for part in parts if part)}"]


# Entries


def _law(layout: Layout, root: Provision) -> None:
    _fields(layout, root, 0, -STEP, "heading", "text")
    _notes(layout, (), 0)
    _children(layout, root, (), -STEP)


def _fields(layout: Layout, provision: Provision, depth: int, indent: int, *names: str) -> None:
    """A line for each of these fields that has words."""
    for name in names:
        words = provision.words(name)
        if words:
            mark = written(Mark(name), layout.language)
            wanted = Reading(name, depth, text=words)
            entry = Entry((words,), (f"{mark} {words}",), (wanted,), indent + STEP, kind=name)
            is_title = name == "heading" and provision.kind in ("law", "annex")
            layout.entries.append(replace(entry, kind="title", outdent=STEP) if is_title else entry)


def _notes(layout: Layout, path: Path, indent: int) -> None:
    for words in filter(None, map(clean, layout.notes.get(path, ()))):
        mark = written(Mark("footnote"), layout.language)
        wanted = Reading("note", len(path), text=words)
        layout.entries.append(Entry((words,), (f"{mark} {words}",), (wanted,), indent, kind="footnote"))


def _children(layout: Layout, parent: Provision, path: Path, indent: int) -> None:
    shown = [(index, child) for index, child in enumerate(parent.children) if child.status != "removed"]
    children = tuple(child for _, child in shown)
    visible = replace(parent, children=children)
    end = list_end(visible)
    glued = _with_closing_inside(visible, layout.language)
    for place, (index, child) in enumerate(shown):
        if place == end:
            _fields(layout, visible, len(path), indent, "closing")
        _provision(layout, child, (*path, index), len(path), indent, child is glued)
    if end == len(shown):
        _fields(layout, visible, len(path), indent, "closing")


def _with_closing_inside(holder: Provision, language: str) -> Provision | None:
    """The last item of a list if the reader would take the closing words of the list out of it."""
    items = list_items(holder.children)
    found = closing_in(holder.text, [item.text for item in items], language) if items else ""
    return items[-1] if found and not holder.closing else None


def _provision(
    layout: Layout, provision: Provision, path: Path, depth: int, parent_indent: int, needs_mark: bool
) -> None:
    indent = 0 if provision.kind in HEADS and not layout.is_stepped else parent_indent + STEP
    first = _table if provision.kind == "table" else _first_line
    entry = first(provision, depth, layout.language)
    layout.entries.append(replace(entry, indent=indent, kind=provision.kind, needs_mark=needs_mark))
    if provision.kind != "table":
        names = {"heading", "text"} - {_field_on_first_line(provision.kind)}
        _fields(layout, provision, depth + 1, indent, *sorted(names))
    _notes(layout, path, indent + STEP)
    _children(layout, provision, path, indent)


def _field_on_first_line(kind: str) -> str:
    """The words behind the label; the title of an annex has a line of its own."""
    if kind == "annex":
        return ""
    return "heading" if kind in TITLED else "text"


def _first_line(provision: Provision, depth: int, language: str) -> Entry:
    kind, number = provision.kind, provision.number
    name = _field_on_first_line(kind)
    words = provision.words(name) if name else ""
    natural = " ".join(part for part in (label(kind, number, language), words) if part)
    is_numbered = bool(number) or kind == "annex" or kind not in NUMBERED
    mark = written(Mark(kind, provision.status, is_numbered), language)
    heading, text = (words, "") if name == "heading" else ("", words)
    wanted = Reading("provision", depth, kind, (number,), heading, text, provision.status)
    return Entry((natural,) if natural else (), (f"{mark} {natural}".rstrip(),), (wanted,), 0)


def _table(provision: Provision, depth: int, language: str) -> Entry:
    rows = provision.text.split("\n")
    table, row = written(Mark("table", provision.status), language), written(Mark("row"), language)
    marked = (f"{table} {rows[0]}", *(f"{row} {cells}" for cells in rows[1:]))
    wanted = Reading("provision", depth, "table", text=rows[0], status=provision.status)
    further = (Reading("row", depth + 1, text=cells) for cells in rows[1:])
    return Entry(tuple(rows), marked, (wanted, *further), 0)


# Lines


def _printed(layout: Layout) -> list[str] | None:
    """The lines as they are printed; None if some provision cannot be told its place in this layout.

    What is seen from several lines at once depends on which of them are marked, so it is asked again of the result.
    """
    spaced = list(_with_empty_lines(layout.entries))
    unmarked = _without_marks(spaced)
    natural = {line.number: line for line in plain_lines("\n".join(unmarked))}
    barred = _seen_otherwise(unmarked)
    while True:
        for number in barred:
            natural.pop(number, None)
        printed = _marked_where_needed(spaced, natural, layout.language)
        found = _seen_otherwise(printed) - barred if printed else set()
        if not found:
            return printed
        barred |= found


def _without_marks(spaced: Iterable[tuple[bool, Entry]]) -> list[str]:
    raw: list[str] = []
    for is_apart, entry in spaced:
        raw += [""] if is_apart else []
        raw += _indented(entry, entry.natural, entry.outdent) or _indented(entry, entry.marked)
    return raw


def _seen_otherwise(printed: Sequence[str]) -> set[int]:
    """The numbers of lines that are taken for more than they say: a table of contents, the head of an annex."""
    lines = plain_lines("\n".join(printed))
    kept = {line.number: line for line in arranged(lines)}
    return {line.number for line in lines if kept.get(line.number) != line}


def _marked_where_needed(
    spaced: Iterable[tuple[bool, Entry]], natural: Mapping[int, Line], language: str
) -> list[str] | None:
    state = State(language)
    printed: list[str] = []
    for is_apart, entry in spaced:
        printed += [""] if is_apart else []
        number = len(printed) + 1
        lines = _read_naturally(state, entry, natural.get(number)) or _read_by_mark(state, entry, number)
        if lines is None:
            return None
        printed += lines
    return printed


def _with_empty_lines(entries: Iterable[Entry]) -> Iterator[tuple[bool, Entry]]:
    """Each entry, and whether an empty line stands before it: around headings, and between tables."""
    above = None
    for entry in entries:
        is_apart = entry.kind in HEADS or (entry.kind == "table" and above == "table")
        yield above is not None and (is_apart or above in GROUPS or above == "title"), entry
        above = entry.kind


def _indented(entry: Entry, texts: Iterable[str], outdent: int = 0) -> list[str]:
    return [" " * (entry.indent - outdent) + text for text in texts]


def _read_naturally(state: State, entry: Entry, line: Line | None) -> list[str] | None:
    """The lines without a mark, if they are read as wanted."""
    if line is None or entry.needs_mark or not entry.natural or len(line.rows or ("",)) != len(entry.natural):
        return None
    whole = replace(entry.wanted[0], text="\n".join(entry.natural)) if entry.kind == "table" else entry.wanted[0]
    found = reading(state, line)
    if not _is_same(found, whole):
        return None
    state.take(line, found)
    return _indented(entry, entry.natural, entry.outdent)


def _read_by_mark(state: State, entry: Entry, number: int) -> list[str] | None:
    printed = _indented(entry, entry.marked)
    for offset, (raw, wanted) in enumerate(zip(printed, entry.wanted, strict=True)):
        line = plain_line(number + offset, raw)
        found = reading(state, line)
        if not _is_same(found, wanted):
            return None
        state.take(line, found)
    return printed


def _is_same(found: Reading, wanted: Reading) -> bool:
    return replace(found, guess="", is_understood=True, is_marked=False) == wanted
