"""A law as a page shows it: a flat sequence of units in reading order, and its outline."""

from dataclasses import dataclass, replace

from ..lawtext.eids import eids
from ..lawtext.provision import GROUPS, LISTED, walk
from ..lawtext.units import label

TEMPLATES = {
    **dict.fromkeys(GROUPS, "law/_group.html"),
    "article": "law/_article.html",
    "annex": "law/_annex.html",
    "table": "law/_table.html",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a unit; with ``href`` they refer to the unit of that eId."""

    words: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the page: a heading, a clause, a table …"""

    kind: str
    eid: str
    number: str
    label: str
    heading: str
    runs: tuple[Run, ...]
    status: str

    @property
    def template(self):
        return TEMPLATES.get(self.kind, "law/_unit.html")

    @property
    def class_name(self):
        return "paragraph-heading" if self.kind == "paragraph" else "chapter-heading"

    @property
    def is_excluded(self):
        return self.status == "excluded"

    @property
    def rows(self):
        return [line.split("\t") for line in self.runs[0].words.split("\n")] if self.runs else []


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the outline."""

    eid: str
    number: str
    title: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A chapter or annex in the outline with the articles and paragraphs in it."""

    title: str
    items: tuple[Item, ...]


def units(root, language):
    """The law as units in reading order; headings of articles are units of their own."""
    named = eids(root)
    targets = {provision.id: named[path] for path, provision in walk(root) if path in named}
    found = []
    _collect(root, (), named, targets, language, found)
    return found


def _collect(provision, path, named, targets, language, found):
    closing_after = _last_of_list(provision)
    for index, child in enumerate(provision.children):
        here = (*path, index)
        _add(child, named.get(here, ""), targets, language, found)
        _collect(child, here, named, targets, language, found)
        if index == closing_after:
            _close(provision, targets, found)


def _add(provision, eid, targets, language, found):
    printed = label(provision.kind, provision.number, language)
    if provision.kind in TEMPLATES and provision.kind != "table":
        found.append(Unit(provision.kind, eid, provision.number, printed, provision.heading, (), provision.status))
        printed, eid = "", ""
        if not provision.text:
            return
    kind = "table" if provision.kind == "table" else "clause"
    found.append(Unit(kind, eid, provision.number, printed, "", runs(provision, "text", targets), provision.status))


def _last_of_list(provision):
    """Index of the child after which the closing words stand, or None."""
    if not provision.closing:
        return None
    listed = [index for index, child in enumerate(provision.children) if child.kind in LISTED]
    return listed[-1] if listed else None


def _close(provision, targets, found):
    """Closing words stand on the line of the last item, as print sets them."""
    closing = (Run(" "), *runs(provision, "closing", targets))
    found[-1] = replace(found[-1], runs=(*found[-1].runs, *closing))


def runs(provision, name, targets):
    """The words of a field cut at its references."""
    words, end, found = provision.words(name), 0, []
    for reference in sorted((ref for ref in provision.references if ref.field == name), key=lambda ref: ref.start):
        found.append(Run(words[end : reference.start]))
        href = targets.get(reference.targets[0], "")
        found.append(Run(words[reference.start : reference.end], href))
        end = reference.end
    found.append(Run(words[end:]))
    return tuple(run for run in found if run.words)


def outline(units):
    """Chapters and annexes with the articles in each, from the units of the page."""
    groups = []
    for unit in units:
        if unit.kind in GROUPS - {"paragraph"} or unit.kind == "annex":
            groups.append((f"{unit.label} {unit.heading}".strip(), []))
        elif unit.kind in ("paragraph", "article"):
            if not groups:
                groups.append(("", []))
            heading = unit.kind == "paragraph"
            title = f"{unit.label} {unit.heading}" if heading else unit.heading
            groups[-1][1].append(Item(unit.eid, unit.number, title, heading))
    return [Group(title, tuple(items)) for title, items in groups]
