"""A law as a page shows it: units in reading order, set as every print sets them, and its outline."""

from dataclasses import dataclass
from html import escape
from typing import TypedDict

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..lawtext.eids import eids, number_in
from ..lawtext.exporters.setting import labelled, setting
from ..lawtext.provision import at
from ..lawtext.references import Index, address
from ..texts.lag import NOTHING_BEHIND
from ..texts.since import NOTHING

HEAD = frozenset({"mark", "act", "law"})
"""Roles of the head of the bill; it is the head of the page."""

HEAD_BLOCK = "head"
"""The key of the block that the head of the bill is."""

ASIDE = frozenset({"annex_head", "signature", "translation", "edition"})
"""Roles that stand apart from the provisions of the law."""

NO_PROVISION = frozenset({"mark", "act", "signature", "translation", "edition"})
"""Roles of lines that every print has, whatever the law says."""

OPENING_BLOCKS = ASIDE | {"preamble"}
"""Roles without a heading that nevertheless open a block of their own."""

OPENING_GROUPS = frozenset({"part", "section", "subsection", "chapter", "annex", "annex_head"})
"""Headings that open a group of the outline; paragraphs (§) and articles stand in one."""

SHORT_LABELS = {"chapter": "{}.", "paragraph": "§ {}."}
"""What stands before a heading in the outline, where the pane is too narrow for the printed label."""

LOWEST_HEADING = 6


class Unit(TypedDict):
    """One line of the page: a heading, a clause, a table … A dictionary, because templates look into those first.

    ``label`` (with the blank that parts it from the words), ``words`` and the cells of ``rows`` are markup: what they
    say is escaped, references are links. ``anchor`` is the attribute with the eId. ``tag`` is that of a heading.
    ``provision`` is the id of what is set here, ``name`` its address in the language of the interface; both are empty
    for lines that are no provision; ``is_first`` on the first line of each. ``change`` is what became of it since the
    last draft: a key of ``since.SIGNS``; ``lags`` on the first line of one whose words lag behind another language.
    """

    is_line: bool
    tag: str
    class_name: str
    anchor: str
    label: str
    words: str
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    provision: str
    name: str
    is_first: bool
    change: str
    lags: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are drawn anew together: a heading, or an article with all that stands in it."""

    key: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the outline: an article, or a paragraph (§), which has no number of its own here.

    ``signs`` are the classes of what changed in it since the last draft; ``lags`` where words in it lag.
    """

    eid: str
    number: str
    title: str
    signs: tuple[str, ...] = ()
    lags: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A chapter or annex in the outline with the articles and paragraphs in it."""

    eid: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The law as one page. ``anchors`` are the eIds of its provisions by id."""

    title: str
    blocks: tuple[Block, ...]
    outline: tuple[Group, ...]
    anchors: dict[str, str]


def sheet(text, interface="ru", changes=NOTHING, behind=NOTHING_BEHIND):
    """The page of a text (``sources.Source``), named in the language of the interface.

    ``changes`` (``since.Changes``) says what became of its provisions since the last draft, ``behind`` (``lag.Behind``)
    which of them lag.
    """
    law = setting(text.root, text.edition, text.notes)
    shown = list(_shown(law.paragraphs))
    named = _named(text.root, shown, interface)
    units = [
        (paragraph, _unit(paragraph, *name, changes, behind)) for paragraph, name in zip(shown, named, strict=True)
    ]
    ids = {paragraph.eid: name[0] for paragraph, name in zip(shown, named, strict=True)}
    anchors = {name[0]: paragraph.eid for paragraph, name in zip(shown, named, strict=True) if name[2]}
    return Sheet(law.title, tuple(_blocks(units)), _outline(shown, ids, changes, behind), anchors)


def _named(root, paragraphs, interface):
    """Id and address of the provision of each paragraph: a line without an eId goes on with that of the line above."""
    ids = {eid: at(root, path).id for path, eid in eids(root).items()}
    index = Index(root)
    found, last = [], ("", "")
    for paragraph in paragraphs:
        before = last
        if paragraph.role == "law":
            last = (root.id, "")
        elif paragraph.role in NO_PROVISION:
            last = ("", "")
        elif paragraph.eid and (id := ids.get(paragraph.eid)):
            last = (id, address(index, id, interface))
        found.append((*last, bool(last[0]) and last != before))
    return found


def _blocks(pairs):
    """Lines in blocks: the head of the bill, then each heading, and each line outside the provisions, opens one."""
    opened, units = HEAD_BLOCK, []
    for paragraph, unit in pairs:
        if _opens(paragraph, unit, opened):
            yield Block(opened, tuple(units))
            opened, units = unit["provision"] or paragraph.role, []
        units.append(unit)
    yield Block(opened, tuple(units))


def _opens(paragraph, unit, opened):
    """The title of an annex stands in one block with the line above it that names the act."""
    if paragraph.role in HEAD or unit["provision"] == opened:
        return False
    return bool(paragraph.level) or paragraph.role in OPENING_BLOCKS or opened == HEAD_BLOCK


def _shown(paragraphs):
    """All paragraphs but the bare numbers under a heading that is not translated: the heading says it for them."""
    is_translated = True
    for paragraph in paragraphs:
        has_words = bool(paragraph.runs or paragraph.rows)
        if paragraph.level:
            is_translated = has_words
        if has_words or paragraph.level or is_translated:
            yield paragraph


def _unit(paragraph, provision, name, is_first, changes, behind):
    return Unit(
        is_line=not (_tag(paragraph) or paragraph.rows or paragraph.role in ASIDE | HEAD),
        tag=_tag(paragraph),
        class_name=_class_name(paragraph),
        anchor=SafeString(f' id="{escape(paragraph.eid)}"' if paragraph.eid else ""),
        label=SafeString(escape(labelled(paragraph))),
        words=_words(paragraph.runs),
        rows=tuple(tuple(map(_words, row)) for row in paragraph.rows),
        notes=tuple(run.note for run in paragraph.runs if run.note),
        provision=provision,
        name=name,
        is_first=is_first,
        change=changes.of.get(provision, ""),
        lags=is_first and provision in behind.of,
    )


def _tag(paragraph):
    """The title is h1; what the setting counts as the first level stands under it."""
    if paragraph.role == "law":
        return "h1"
    return f"h{min(paragraph.level + 1, LOWEST_HEADING)}" if paragraph.level else ""


def _class_name(paragraph):
    """«chapter-heading», «annex-head», «signature»; the title of the law is «title»."""
    if paragraph.role == "law":
        return "title"
    name = paragraph.role.replace("_", "-")
    return f"{name}-heading" if paragraph.level and paragraph.role not in ASIDE else name


def _words(runs):
    return SafeString("".join(map(_marked, runs)))


def _marked(run):
    words = escape(run.words)
    if run.is_broken:
        why = escape(_("refers to what is not in the text"))
        return f'<span class="reference broken" title="{why}">{words}<span class="hidden-text"> ({why})</span></span>'
    return f'<a class="reference" href="#{escape(run.target)}">{words}</a>' if run.target else words


def _outline(paragraphs, ids, changes, behind):
    """Chapters and annexes with the articles in each; articles ahead of any chapter are a group without a title."""
    groups, eid = [], ""
    for paragraph in paragraphs:
        eid = paragraph.eid or eid  # the title of an annex stands under the eId of the block above it
        if paragraph.level and paragraph.role in OPENING_GROUPS:
            groups.append((eid, _title(paragraph), []))
        elif paragraph.role in ("paragraph", "article"):
            if not groups:
                groups.append(("", "", []))
            groups[-1][2].append(_item(paragraph, ids[paragraph.eid], changes, behind))
    return tuple(Group(eid, title, tuple(items)) for eid, title, items in groups)


def _item(paragraph, id, changes, behind):
    if paragraph.role == "paragraph":
        return Item(paragraph.eid, "", _title(paragraph))
    name = _plain(paragraph) or paragraph.label
    number = number_in("article", paragraph.eid)
    return Item(paragraph.eid, number, name, changes.within.get(id, ()), id in behind.within)


def _title(paragraph):
    name = _plain(paragraph)
    number = number_in(paragraph.role, paragraph.eid)
    is_short = name and number and paragraph.role in SHORT_LABELS
    label = SHORT_LABELS[paragraph.role].format(number) if is_short else paragraph.label
    return f"{label} {name}".strip()


def _plain(paragraph):
    return "".join(run.words for run in paragraph.runs)
