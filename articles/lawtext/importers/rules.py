"""The rules by which a line is read, given the provisions that are open when it comes.

A line is read by the first rule that answers. Nothing here looks ahead, so the exporter of plain text can ask the
same rules how a line that it is about to print will be read.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from ..characters import clean
from ..provision import CONTAINS, GROUPS, LISTED
from ..said import Said, UnitName, joined
from . import beside
from .closings import ends_with_predicate, is_incomplete
from .excluded import label_of, status_in
from .labels import Label
from .lines import Line
from .marked import TITLED, marked, provision_of
from .opened import DEEPEST, Open, Reading, State
from .places import Place, place, table_place

LONGEST_TITLE = 500
LONGEST_HEADING = 600
LONGEST_TEXT = 20_000
"""Characters beyond which no further line is joined to words above it."""

ENDS = ".;:!?…"
QUOTES = '»”")]’ '
HANGING = re.compile(
    r"\s(?i:в|во|о|об|и|или|на|по|с|со|к|от|до|из|за|для|при|не|между|без|мен|және|немесе"
    r"|of|the|in|on|and|or|to|for|by|an?)$"
)
"""Words with which no paragraph and no heading ends."""

LONGEST_HANGING = 10

LETTER = re.compile(r"[^\W\d_]\)\s{0,3}(?=[^\s;.,])")
DASH = re.compile(r"[-–—•·▪●■◦*]\s+|[-–—•·▪●■◦](?=[^\W\d_])")


def reading(state: State, line: Line) -> Reading:
    """What this line is at this point."""
    words = clean(line.text)
    return next(found for rule in RULES if (found := rule(state, line, words)))


def is_unfinished(words: str) -> bool:
    """Whether words stop without the punctuation that ends a provision."""
    return words.rstrip(QUOTES)[-1:] not in ENDS and words[-1:] not in ENDS


def hangs(words: str) -> bool:
    """Whether words stop where a further one must come."""
    return bool(HANGING.search(words, max(0, len(words) - LONGEST_HANGING)))


def is_lower(words: str) -> bool:
    """Whether the first letter is a small one, or there is no letter."""
    first = next((letter for letter in words[:200] if letter.isalpha()), "")
    return not first.isupper()


def _expects_list(opened: Open) -> bool:
    return opened.text.rstrip(" –-—").endswith(":") and not (opened.children or opened.closing)


# Tables


def _table(state: State, line: Line, words: str) -> Reading | None:
    if line.role != "table":
        return None
    rows = [[clean(cell) for cell in row] for row in line.rows]
    if not any(map(any, rows)):
        return Reading("skip")
    if not (state.root.children or state.root.heading):
        return Reading("skip", text=" | ".join(cell for row in rows for cell in row if cell))
    found = table_place(state)
    return _placed(Reading("provision", kind="table", text="\n".join(map("\t".join, rows))), found)


def _placed(reading: Reading, found: Place, *guesses: str) -> Reading:
    said = joined((*guesses, found.guess))
    return replace(reading, depth=found.depth, holder=found.holder, adopts=found.adopts, guess=said)


# Labelled lines


def _labelled(state: State, line: Line, words: str) -> Reading | None:
    label = label_of(words)
    if not label:
        return None
    if line.role == "heading" and label.kind == "clause" and _is_short_heading(label.rest):
        label = replace(label, kind=state.levels.get(line.level, "chapter"), sure=False)
    found = place(state, label.kind, label.numbers[0])
    if not found:
        return None
    named = replace(provision_of(label.kind, label.rest), numbers=label.numbers, aside=label.aside)
    return _placed(replace(named, status=status_in(label.rest)), found, _doubt(label))


def _is_short_heading(words: str) -> bool:
    return 0 < len(words) <= LONGEST_TITLE and words[-1] not in ENDS


def _doubt(label: Label) -> str:
    """How the report names a label that is not typed as it should be."""
    name = UnitName(label.kind, ", ".join(label.numbers))
    if len(label.numbers) > 1:
        return Said("a range, read as %(unit)s", unit=name)
    if label.printed:
        return Said("%(unit)s, printed %(label)s", unit=name, label=label.printed)
    return "" if label.sure else Said("%(unit)s", unit=name)


# Headings and words of an open provision


def _unlabelled_heading(state: State, line: Line, words: str) -> Reading | None:
    """A line that the format calls a heading, though nothing says of what."""
    kind = state.levels.get(line.level, "chapter")
    depth = state.parent_for(kind)
    is_new = line.role == "heading" and state.root.heading and not _awaits_heading(state.top)
    if not is_new or depth is None or not _is_short_heading(words) or label_of(words):
        return None
    return Reading("provision", depth, kind, heading=words, guess=Said("%(unit)s without number", unit=UnitName(kind)))


def _awaits_heading(opened: Open) -> bool:
    return opened.kind in TITLED and not opened.heading and opened.is_bare


def _heading(state: State, line: Line, words: str) -> Reading | None:
    top, depth = state.top, len(state.stack) - 1
    is_title = top.kind == "law" and not top.heading and not top.children
    if not (is_title or _awaits_heading(top)) or len(words) > LONGEST_TITLE:
        return None
    is_heading = line.role == "heading" or top.kind in GROUPS or words[-1] not in ENDS
    return Reading("heading", depth, text=words) if is_heading else None


def _more_heading(state: State, line: Line, words: str) -> Reading | None:
    """A heading that runs over several lines."""
    top = state.top
    is_open = top.kind in TITLED | {"law"} and top.heading and top.is_bare
    is_open = is_open and state.last_act in ("provision", "heading", "more")
    if not is_open or len(top.heading) + len(words) > LONGEST_HEADING or not _goes_on(state, line, words):
        return None
    guess = Said("goes on with the heading of %(unit)s", unit=top.name)
    return Reading("more", len(state.stack) - 1, "heading", text=words, guess=guess)


def _goes_on(state: State, line: Line, words: str) -> bool:
    heading = state.top.heading
    is_near = state.is_next_to_last(line)
    if line.role == "heading" and state.last.role == "heading":
        return line.level == state.last.level
    if heading.isupper() and words.isupper():
        return is_near
    is_loose = state.top.kind in ("law", "annex")
    goes_on = is_lower(words) or hangs(heading)
    return (is_near or is_loose) and goes_on and words[0].isalpha() and is_unfinished(heading)


def _under_group(state: State, line: Line, words: str) -> Reading | None:
    """Words right under the heading of a chapter, where no rule of technique puts any."""
    top = state.top
    if top.kind not in GROUPS:
        return None
    kind = "clause" if "clause" in CONTAINS[top.kind] else "article"
    guess = Said("%(unit)s without number under %(other)s", unit=UnitName(kind), other=top.name)
    named = Reading("provision", len(state.stack) - 1, kind, text=words, guess=guess)
    return replace(named, is_understood=False)


OWN_TEXT = frozenset({"preamble", "article", "clause", "subclause", "passage", "indent", "note"})


def _own_text(state: State, line: Line, words: str) -> Reading | None:
    if state.top.kind in OWN_TEXT and state.top.is_bare:
        return Reading("text", len(state.stack) - 1, text=words)
    return None


# Lines without a label


def _closing(state: State, line: Line, words: str) -> Reading | None:
    """Words that end the sentence which stands before the list: «жатады.» (a Kazakh list ends with its verb)."""
    item, holder = state.top, state.stack[max(0, len(state.stack) - 2)]
    if state.marks_closings or item.kind not in LISTED or holder.closing or holder.passages:
        return None
    named = Reading("closing", len(state.stack) - 2, text=words)
    guess = Said("closing words of %(unit)s", unit=holder.name)
    if state.language == "kk" and is_unfinished(item.last_words) and words[-1] in ".;,":
        if is_lower(words):
            return named
        return replace(named, guess=guess) if is_incomplete(holder.text) else None
    is_late = _is_late_verb(state, item, words) or _is_sanction(item, words)
    return replace(named, guess=guess) if is_late else None


def _is_late_verb(state: State, item: Open, words: str) -> bool:
    """A Kazakh verb on its own line, though the last item ends as if another one followed."""
    goes_on = state.language == "kk" and item.kind == "subclause" and item.last_words.endswith((";", ","))
    return goes_on and is_lower(words) and words.endswith(".") and ends_with_predicate(words)


def _is_sanction(item: Open, words: str) -> bool:
    """«… , / – влекут штраф»: codes end a list with a dash."""
    return item.last_words.endswith(",") and bool(DASH.match(words)) and is_lower(words)


def _wrapped(state: State, line: Line, words: str) -> Reading | None:
    """A paragraph that the source breaks into several lines."""
    top = state.top
    is_open = top.kind in OWN_TEXT and top.text and not (top.children or top.closing)
    is_near = state.is_next_to_last(line) and state.last_act in ("provision", "text", "more")
    if not is_open or not is_near or not is_unfinished(top.text) or len(top.text) > LONGEST_TEXT:
        return None
    if not is_lower(words) or DASH.match(words):
        return None
    return Reading("more", len(state.stack) - 1, "text", text=words, guess=Said("goes on with %(unit)s", unit=top.name))


def _indent(state: State, line: Line, words: str) -> Reading | None:
    top = state.top
    dash = DASH.match(words)
    text = words[dash.end() :] if dash else words
    depth = _list_of_indents(state, bool(dash), text)
    if depth is None or not text:
        return None
    guesses = [Said("indent of %(unit)s", unit=state.stack[depth].name)] if not is_lower(text) else []
    guesses += [Said("indent, its dash «%(dash)s» dropped", dash=dash[0].strip())] if dash else []
    if top.kind != "indent" and not dash and not is_lower(text) and not text.endswith(";"):
        return None
    return Reading("provision", depth, "indent", text=text, guess=joined(guesses))


def _lettered(state: State, line: Line, words: str) -> Reading | None:
    """«а) …»: an item with a letter, of which technique knows none, stays with it as an indent."""
    top = state.top
    depth = state.parent_for("indent")
    is_open = top.kind != "indent" and bool(top.text) and is_unfinished(top.text)
    if depth is None or is_open or top.kind in GROUPS or not LETTER.match(words):
        return None
    guess = Said("indent of %(unit)s with a letter", unit=state.stack[depth].name)
    return Reading("provision", depth, "indent", text=words, guess=guess)


def _list_of_indents(state: State, is_dashed: bool, words: str) -> int | None:
    """The depth of the provision in which an indent would stand here."""
    top, depth = state.top, len(state.stack) - 1
    if top.kind == "indent":
        goes_on = top.text.endswith((";", ",", ":")) or is_dashed or (is_lower(words) and is_unfinished(top.text))
        return depth - 1 if goes_on else None
    is_begun = _expects_list(top) or (is_dashed and bool(top.text) and not top.closing)
    return depth if is_begun and "indent" in CONTAINS[top.kind] else None


def _introduced(state: State, line: Line, words: str) -> Reading | None:
    """A sentence right under a colon belongs to the provision that announces it."""
    top, depth = state.top, len(state.stack) - 1
    if not _expects_list(top) or "passage" not in CONTAINS[top.kind] or depth >= DEEPEST:
        return None
    guess = Said("passage of %(unit)s, announced by its colon", unit=top.name)
    return Reading("provision", depth, "passage", text=words, guess=guess)


def _preamble(state: State, line: Line, words: str) -> Reading | None:
    if state.top.kind in ("law", "preamble"):
        guess = Said("preamble, though it has no end") if is_unfinished(words) else ""
        return Reading("provision", 0, "preamble", text=words, guess=guess)
    return None


def _passage(state: State, line: Line, words: str) -> Reading | None:
    """Part two and on: of the provision that holds the list, not of its last item."""
    depth = state.passage_parent()
    if depth is None:
        return None
    holder, top = state.stack[depth], state.top
    named = Reading("provision", depth, "passage", text=words)
    if is_lower(words) or label_of(words):
        return replace(named, guess=Said("passage of %(unit)s", unit=holder.name), is_understood=False)
    if top.kind in LISTED and line.indent > top.indent:
        guess = Said("passage of %(unit)s, though indented under %(other)s", unit=holder.name, other=top.name)
        return replace(named, guess=guess)
    if top.last_words and top.kind != "table" and is_unfinished(top.last_words):
        guess = Said("passage of %(unit)s, though the words above have no end", unit=holder.name)
        return replace(named, guess=guess)
    return named


def _astray(state: State, line: Line, words: str) -> Reading:
    """Words with no provision to hold them: behind a note or table that stands directly in the law."""
    return Reading(
        "provision",
        0,
        "clause",
        text=words,
        guess=Said("%(unit)s without number", unit=UnitName("clause")),
        is_understood=False,
    )


Rule = Callable[[State, Line, str], Reading | None]

RULES: tuple[Rule, ...] = (
    marked,
    beside.blank,
    beside.furniture,
    beside.editors_note,
    _table,
    beside.requisite,
    beside.signature,
    _labelled,
    _lettered,
    _heading,
    _more_heading,
    _unlabelled_heading,
    _under_group,
    _own_text,
    _closing,
    _wrapped,
    _indent,
    _introduced,
    _preamble,
    _passage,
    _astray,
)
