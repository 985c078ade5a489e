"""A law as a page shows it: units in reading order, set as every print sets them, and its outline."""

from dataclasses import dataclass
from html import escape
from typing import TypedDict

from django.utils.safestring import SafeString

from ..lawtext.eids import number_in
from ..lawtext.exporters.setting import labelled, setting

HEAD = frozenset({"mark", "act", "law"})
"""Roles of the head of the bill; it is the head of the page."""

ASIDE = frozenset({"annex_head", "signature", "translation", "edition"})
"""Roles that stand apart from the provisions of the law."""

OPENING_GROUPS = frozenset({"part", "section", "subsection", "chapter", "annex", "annex_head"})
"""Headings that open a group of the outline; paragraphs (§) and articles stand in one."""

SHORT_LABELS = {"chapter": "{}.", "paragraph": "§ {}."}
"""What stands before a heading in the outline, where the pane is too narrow for the printed label."""

LOWEST_HEADING = 6


class Unit(TypedDict):
    """One line of the page: a heading, a clause, a table … A dictionary, because templates look into those first.

    ``label`` (with the blank that parts it from the words), ``words`` and the cells of ``rows`` are markup: what they
    say is escaped, references are links. ``anchor`` is the attribute with the eId. ``tag`` is that of a heading.
    """

    is_line: bool
    tag: str
    class_name: str
    anchor: str
    label: str
    words: str
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the outline: an article, or a paragraph (§), which has no number of its own here."""

    eid: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Group:
    """A chapter or annex in the outline with the articles and paragraphs in it."""

    eid: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The law as one page."""

    title: str
    head: tuple[Unit, ...]
    units: tuple[Unit, ...]
    outline: tuple[Group, ...]


def sheet(text):
    """The page of a text (``sources.Source``)."""
    law = setting(text.root, text.edition, text.notes)
    shown = list(_shown(law.paragraphs))
    head = tuple(_unit(paragraph) for paragraph in shown if paragraph.role in HEAD)
    units = tuple(_unit(paragraph) for paragraph in shown if paragraph.role not in HEAD)
    return Sheet(law.title, head, units, _outline(shown))


def _shown(paragraphs):
    """All paragraphs but the bare numbers under a heading that is not translated: the heading says it for them."""
    is_translated = True
    for paragraph in paragraphs:
        has_words = bool(paragraph.runs or paragraph.rows)
        if paragraph.level:
            is_translated = has_words
        if has_words or paragraph.level or is_translated:
            yield paragraph


def _unit(paragraph):
    return Unit(
        is_line=not (paragraph.level or paragraph.rows or paragraph.role in ASIDE),
        tag=_tag(paragraph),
        class_name=_class_name(paragraph),
        anchor=SafeString(f' id="{escape(paragraph.eid)}"' if paragraph.eid else ""),
        label=SafeString(escape(labelled(paragraph))),
        words=_words(paragraph.runs),
        rows=tuple(tuple(map(_words, row)) for row in paragraph.rows),
        notes=tuple(run.note for run in paragraph.runs if run.note),
    )


def _tag(paragraph):
    """The title is h1; what the setting counts as the first level stands under it."""
    if paragraph.role == "law":
        return "h1"
    return f"h{min(paragraph.level + 1, LOWEST_HEADING)}" if paragraph.level else ""


def _class_name(paragraph):
    """«chapter-heading», «annex-head», «signature»."""
    name = paragraph.role.replace("_", "-")
    return f"{name}-heading" if paragraph.level and paragraph.role not in ASIDE else name


def _words(runs):
    return SafeString("".join(map(_marked, runs)))


def _marked(run):
    words = escape(run.words)
    return f'<a class="reference" href="#{escape(run.target)}">{words}</a>' if run.target else words


def _outline(paragraphs):
    """Chapters and annexes with the articles in each; articles ahead of any chapter are a group without a title."""
    groups, eid = [], ""
    for paragraph in paragraphs:
        eid = paragraph.eid or eid  # the title of an annex stands under the eId of the block above it
        if paragraph.level and paragraph.role in OPENING_GROUPS:
            groups.append((eid, _title(paragraph), []))
        elif paragraph.role in ("paragraph", "article"):
            if not groups:
                groups.append(("", "", []))
            groups[-1][2].append(_item(paragraph))
    return tuple(Group(eid, title, tuple(items)) for eid, title, items in groups)


def _item(paragraph):
    if paragraph.role == "paragraph":
        return Item(paragraph.eid, "", _title(paragraph))
    return Item(paragraph.eid, number_in("article", paragraph.eid), _plain(paragraph) or paragraph.label)


def _title(paragraph):
    name = _plain(paragraph)
    number = number_in(paragraph.role, paragraph.eid)
    is_short = name and number and paragraph.role in SHORT_LABELS
    label = SHORT_LABELS[paragraph.role].format(number) if is_short else paragraph.label
    return f"{label} {name}".strip()


def _plain(paragraph):
    return "".join(run.words for run in paragraph.runs)
