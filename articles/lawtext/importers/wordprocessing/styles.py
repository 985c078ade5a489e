"""Styles with what they inherit: headings, tables of contents, quotations, hidden text, numbering, indentation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .names import Element, half_points, integer, is_on, twips, value, w

DEEPEST = 32
"""Styles on styles that are followed; Word itself stops far earlier, and a loop ends here."""

BODY_LEVEL = 9
"""The outline level that means: no heading."""

ROLES = (
    (re.compile(r"(?:heading|заголовок|тақырып) ?([1-9])"), "heading"),
    (re.compile(r"(?:toc|оглавление|мазмұны|contents) ?(?:[1-9]|heading)"), "contents"),
    (re.compile(r"(?:intense )?quote|block text|quotations|(?:выделенная )?цитата"), "note"),
    (re.compile(r"edition|translation remark|signatory"), "page"),
)
"""Roles by the name of a style. Word keeps English names in every language; other programs translate them.

The last are those of our own documents, for the signatory and what names the draft at the end: no part of the law.
"""


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything it is based on.

    ``names`` are the ids of the style and of those it is based on, nearest first. ``hidden`` is None where nothing is
    said. ``number`` and ``depth`` are w:numId and w:ilvl. ``indentation`` holds the w:ind elements, nearest first.
    ``size`` is that of the letters in half points, None where nothing is said. ``outward`` is set for a style of
    closing words in our own documents: whose list they end (``lines.Closing``).
    """

    names: tuple[str, ...] = ()
    role: str = ""
    level: int = 0
    hidden: bool | None = None
    number: str | None = None
    depth: int | None = None
    indentation: tuple[Element, ...] = ()
    size: float | None = None
    outward: int | None = None


NOTHING = Style()

DEFAULT_SIZE = "/".join(map(w, ("docDefaults", "rPrDefault", "rPr", "sz")))
SIZE = 20.0
"""Half points of the letters in a document that says nothing."""


class Styles:
    """The styles of a document, by id."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else root.findall(w("style"))
        self._elements = {element.get(w("styleId"), ""): element for element in elements}
        self._known: dict[str, Style] = {}
        self._default = next((name for name, element in self._elements.items() if _is_default(element)), "")
        general = None if root is None else root.find(DEFAULT_SIZE)
        self.size = half_points(general) or SIZE
        """Of the letters where no style says one."""

    @property
    def marks_closings(self) -> bool:
        """Whether the document has the styles by which our own documents mark closing words."""
        return any(_outward(element) is not None for element in self._elements.values())

    def paragraph(self, properties: Element | None) -> Style:
        """The style of a paragraph, from its w:pPr."""
        return self.named(value(properties, "pStyle") or self._default)

    def named(self, name: str) -> Style:
        """The style of this id; an empty one if the document has none."""
        if name not in self._known:
            self._known[name] = self._resolved(name)
        return self._known[name]

    def _chain(self, name: str) -> Iterator[tuple[str, Element]]:
        for _ in range(DEEPEST):
            element = self._elements.get(name)
            if element is None:
                return
            yield name, element
            name = value(element, "basedOn") or ""

    def _resolved(self, name: str) -> Style:
        chain = list(self._chain(name))
        elements = [element for _, element in chain]
        lists = _each(elements, "pPr", "numPr")
        role, level = _role(elements)
        return Style(
            names=tuple(known for known, _ in chain),
            role=role,
            level=level,
            hidden=next((is_on(vanish) for vanish in _each(elements, "rPr", "vanish")), None),
            number=next((number for part in lists if (number := value(part, "numId"))), None),
            depth=next((depth for part in lists if (depth := integer(value(part, "ilvl"))) is not None), None),
            indentation=tuple(_each(elements, "pPr", "ind")),
            outward=_outward(elements[0]) if elements else None,
            size=next((size for part in _each(elements, "rPr", "sz") if (size := half_points(part))), None),
        )


def _each(styles: list[Element], group: str, name: str) -> list[Element]:
    """The properties of this name, nearest style first."""
    path = f"{w(group)}/{w(name)}"
    return [found for element in styles if (found := element.find(path)) is not None]


def _is_default(element: Element) -> bool:
    return element.get(w("type")) == "paragraph" and element.get(w("default"), "0") in ("1", "true", "on")


def _role(styles: list[Element]) -> tuple[str, int]:
    """Role and level of a paragraph style: by its name, else by an outline level."""
    for element in styles:
        found = _named_role((value(element, "name") or "").strip().lower())
        if found[0] and found[0] != "heading":
            return found
        level = heading_level(element.find(w("pPr")))
        if level is not None:
            return ("heading", level) if level else ("", 0)
        if found[0]:
            return found
    return "", 0


def _named_role(name: str) -> tuple[str, int]:
    for pattern, role in ROLES:
        match = pattern.fullmatch(name)
        if match:
            return role, int(match[1]) if role == "heading" else 0
    return "", 0


CLOSING = re.compile(r"closing words(?: ([0-9]))?")
"""Our own documents mark the words that end a list by a character style."""


def _outward(style: Element) -> int | None:
    """Whose list the words of this style end; None for every style but ours."""
    if style.get(w("type")) != "character":
        return None
    found = CLOSING.fullmatch((value(style, "name") or "").strip().lower())
    return int(found[1] or 1) if found else None


def heading_level(properties: Element | None) -> int | None:
    """1 to 9 for the outline level of a w:pPr, 0 where it says that this is no heading, None if it says nothing."""
    level = integer(value(properties, "outlineLvl"))
    if level is None or not 0 <= level <= BODY_LEVEL:
        return None
    return (level + 1) % (BODY_LEVEL + 1)


TWIPS_OF_A_LETTER = 120
"""Half an em of 12 points."""

SIDES = (("start", "left"), ("firstLine",), ("hanging",))


def indentation(sources: tuple[Element, ...]) -> int:
    """Where the first line of a paragraph begins, in letters; ``sources`` are w:ind elements, nearest first."""
    left, first, hanging = (_length(sources, names) for names in SIDES)
    return max(0, round((left + (-hanging if hanging else first)) / TWIPS_OF_A_LETTER))


def _length(sources: tuple[Element, ...], names: tuple[str, ...]) -> float:
    written = (twips(source.get(w(name))) for source in sources for name in names)
    return next((length for length in written if length is not None), 0.0)
