"""Word's automatic numbering brought back to what it prints (ISO/IEC 29500-1, 17.9).

Lists (w:num) that share a definition (w:abstractNum) go on counting where another stopped, unless a list restarts a
level by w:startOverride.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..lines import ImportRefused
from .figures import printed
from .names import Element, integer, is_on, value, w
from .styles import Style, Styles

LEVELS = 9
PLACEHOLDER = re.compile(r"%([1-9])")

LONGEST = 255
"""Letters of a label. Word's dialogs take far fewer."""

DASH = "–"
"""What every bullet becomes: the law knows no bullets, and the reader of structure takes a dash for an indent."""

REMOVED = "0"
"""The w:numId that takes a paragraph out of the list of its style."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: ``restart`` is the level (from 1) whose use starts it anew, 0 for never."""

    start: int
    style: str
    text: str
    restart: int
    legal: bool
    paragraph_style: str
    indentation: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class List:
    """A list of a document: its definition, levels by depth from 0, and the levels it restarts with their start."""

    definition: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]

    def start(self, depth: int) -> int:
        level = self.levels.get(depth)
        return self.restarts.get(depth, level.start if level else 1)

    def depth_of(self, style: Style) -> int | None:
        """The level that is tied to a paragraph style (w:pStyle), or to one it is based on."""
        tied = {level.paragraph_style: depth for depth, level in self.levels.items() if level.paragraph_style}
        return next((tied[name] for name in style.names if name in tied), None)


@dataclass
class Count:
    """How far a definition has counted, by depth; None where the level starts anew."""

    reached: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class Numbering:
    """The labels of a document; ``label`` counts, so it is asked once per paragraph, in reading order."""

    def __init__(self, root: Element | None, styles: Styles, language: str) -> None:
        self._language = language
        self._lists = {} if root is None else _lists(root, styles)
        self._counts: dict[str, Count] = {}
        self._restarted: set[tuple[str, int]] = set()

    def level(self, number: str, depth: int) -> Level | None:
        found = self._lists.get(number)
        return found.levels.get(depth) if found else None

    def place(self, properties: Element | None, style: Style) -> tuple[str, int] | None:
        """List (w:numId) and depth of a paragraph, its own or those of its style; None outside lists."""
        own = None if properties is None else properties.find(w("numPr"))
        number = value(own, "numId") or style.number
        if number in (None, REMOVED) or number not in self._lists:
            return None
        tied = self._lists[number].depth_of(style)
        depths = (integer(value(own, "ilvl")), tied, style.depth, 0)
        return number, next(depth for depth in depths if depth is not None)

    def label(self, number: str, depth: int) -> str:
        """What the list prints before the next paragraph at this depth."""
        counted = self._lists[number]
        level = counted.levels.get(depth)
        if level is None:
            return ""
        count = self._counts.setdefault(counted.definition, Count())
        self._advance(number, counted, depth, count)
        return DASH if level.style == "bullet" else self._written(counted, level, depth, count)

    def _advance(self, number: str, counted: List, depth: int, count: Count) -> None:
        reached = count.reached[depth]
        if depth in counted.restarts and (number, depth) not in self._restarted:
            self._restarted.add((number, depth))
            reached = None
        count.reached[depth] = counted.start(depth) if reached is None else reached + 1
        for deeper in range(depth + 1, LEVELS):
            lower = counted.levels.get(deeper)
            if lower and depth < lower.restart:
                count.reached[deeper] = None

    def _written(self, counted: List, level: Level, depth: int, count: Count) -> str:
        def figure(match: re.Match[str]) -> str:
            named = int(match[1]) - 1
            other = counted.levels.get(named)
            if named > depth or other is None:
                return ""
            reached = count.reached[named]
            style = "decimal" if level.legal and other.style != "none" else other.style
            return printed(counted.start(named) if reached is None else reached, style, self._language)

        label = PLACEHOLDER.sub(figure, level.text)
        if len(label) > LONGEST:
            raise ImportRefused("The document has a numbering label of more than %(most)s letters.", most=LONGEST)
        return " ".join(label.split())


def _lists(root: Element, styles: Styles) -> dict[str, List]:
    definitions = {element.get(w("abstractNumId"), ""): element for element in root.findall(w("abstractNum"))}
    linked = {value(element, "styleLink"): name for name, element in definitions.items()}
    elements = {element.get(w("numId"), ""): element for element in root.findall(w("num"))}

    def definition(number: str) -> str:
        """The definition of a list, past one that only names a numbering style (w:numStyleLink)."""
        name = value(elements.get(number), "abstractNumId") or ""
        style = value(definitions.get(name), "numStyleLink")
        if not style or style in linked:
            return linked[style] if style else name
        return value(elements.get(styles.named(style).number or ""), "abstractNumId") or name

    known = {name: _levels(element) for name, element in definitions.items()}
    return {number: _list(definition(number), known, element) for number, element in elements.items()}


def _list(definition: str, known: Mapping[str, dict[int, Level]], element: Element) -> List:
    overrides = [
        (depth, override)
        for override in element.findall(w("lvlOverride"))
        if (depth := integer(override.get(w("ilvl")))) is not None and 0 <= depth < LEVELS
    ]
    own = {depth: _level(found, depth) for depth, o in overrides if (found := o.find(w("lvl"))) is not None}
    restarts = {depth: start for depth, o in overrides if (start := integer(value(o, "startOverride"))) is not None}
    return List(definition, {**known.get(definition, {}), **own}, restarts)


def _levels(definition: Element) -> dict[int, Level]:
    found = ((integer(element.get(w("ilvl"))), element) for element in definition.findall(w("lvl")))
    return {depth: _level(element, depth) for depth, element in found if depth is not None and 0 <= depth < LEVELS}


def _level(element: Element, depth: int) -> Level:
    text = value(element, "lvlText") or ""
    if len(text) > LONGEST:
        raise ImportRefused("The document has a numbering label of more than %(most)s letters.", most=LONGEST)
    start, restart = integer(value(element, "start")), integer(value(element, "lvlRestart"))
    return Level(
        start=0 if start is None else start,
        style=_style(element),
        text=text,
        restart=depth if restart is None else restart,
        legal=is_on(element.find(w("isLgl"))),
        paragraph_style=value(element, "pStyle") or "",
        indentation=tuple(element.findall(f"{w('pPr')}/{w('ind')}")),
    )


def _style(element: Element) -> str:
    """The number format; of a custom one (w14, in an alternative) what older programs print."""
    formats = list(element.iter(w("numFmt")))
    own = value(element, "numFmt")
    return own or (formats[-1].get(w("val")) if formats else "") or "decimal"
