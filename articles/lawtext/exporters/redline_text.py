"""The text of the new law in reading order, with what was excluded or moved away where it stood in the old one."""

from collections.abc import Container, Iterable, Iterator

from ..changes import Comparison, Side
from ..provision import FIELDS, GROUPS, LISTED, Path, Provision, at, list_end, walk
from ..units import label
from .redline_units import QUIET, WHOLE, Block, Entry, Fold, Link, Piece, Unit, pieces
from .redline_words import CLASSED, PHRASES, units_between

FRAMES = GROUPS | {"law", "annex"}
"""Kinds that are always shown for orientation; what stands in them is folded where no word of a norm changed."""

HEADS = GROUPS | {"article", "annex"}
"""Kinds whose label and heading are a line of their own."""

RELOCATED = frozenset({"split", "merged", "moved", "level"})
"""Classes of which a provision may have stood elsewhere: then its old place is shown and linked."""

Place = tuple[bool, Path]
"""A provision of the new law (True) or of the old one (False), by the path in its own tree."""


class Text:
    """The blocks of one comparison; ``entries`` are its changes as they are listed, in the language ``spoken``."""

    def __init__(self, comparison: Comparison, entries: tuple[Entry, ...], language: str, spoken: str) -> None:
        self.new, self.old, self.language, self.spoken = comparison.new, comparison.old, language, spoken
        self.pairs = comparison.pairs
        self.back = {old: new for new, old in self.pairs.items()}
        gone, here = ([entry for entry in entries if _is_gone(entry) is away] for away in (True, False))
        self.arrived = _placed(self.new, [(entry, entry.change.new) for entry in here], self.pairs)
        self.left = _placed(self.old, [(entry, entry.change.old) for entry in gone], self.back)
        self.stubs = _placed(self.new, [(entry, entry.change.new) for entry in gone], self.pairs)
        self.strays = self._strays()
        self.links = self._links()
        self.touched = {path[:depth] for path in (*self.arrived, *self.strays) for depth in range(len(path) + 1)}

    def blocks(self) -> tuple[Block, ...]:
        """Headings that group as they are, units with a change whole, runs of others folded."""
        return tuple(self._standing((), ""))

    def _strays(self) -> dict[Path, list[Path]]:
        """Old provisions that do not stand in their parent as before although it stands, by path of that parent."""
        gone = [*self.left, *(self.pairs[new] for new in self.arrived if self._elsewhere(new))]
        strays: dict[Path, list[Path]] = {}
        for old in gone:
            home = self.back.get(old[:-1])
            if home is not None:
                strays.setdefault(home, []).append(old)
        return strays

    def _elsewhere(self, new: Path) -> bool:
        """Whether the old place of a provision is told, because it is another one."""
        entry = self.arrived.get(new)
        if not entry or entry.change.classed not in RELOCATED or new not in self.pairs:
            return False
        return entry.change.classed == "moved" or self.back.get(self.pairs[new][:-1]) != new[:-1]

    def _links(self) -> dict[int, list[Link]]:
        """The ways from every change to its other ends, by number of the change."""
        links: dict[int, list[Link]] = {}
        ends = {_name(self.old, path): entry for path, entry in self.left.items()}
        for new, entry in self.arrived.items():
            if self._elsewhere(new):
                links[entry.number] = [Link("origin", entry.old_place, f"c{entry.number}-from")]
            if new in self.pairs:
                ends.setdefault(_name(self.old, self.pairs[new]), entry)
        for entry in self.arrived.values():
            for other in (ends[origin] for origin in entry.change.origins if origin in ends):
                links.setdefault(entry.number, []).append(Link("origin", other.old_place, f"c{other.number}"))
                links.setdefault(other.number, []).append(Link("destination", entry.place, f"c{entry.number}"))
        return links

    def _contents(self, path: Path) -> list[Place]:
        """What stands in a provision of the new law, each stray after the sibling that it followed."""
        strays: dict[int, list[Place]] = {}
        last, before = -1, self.pairs.get(path, ())
        gone = set(self.strays.get(path, ()))
        for index in range(len(at(self.old, before).children) if gone else 0):
            old = (*before, index)
            if old in gone:
                strays.setdefault(last, []).append((False, old))
            elif old in self.back and self.back[old][:-1] == path:
                last = max(last, self.back[old][-1])
        places = list(strays.get(-1, ()))
        for index, child in enumerate(at(self.new, path).children):
            if child.status == "standing" and (*path, index) not in self.stubs:
                places.append((True, (*path, index)))
            places.extend(strays.get(index, ()))
        return places

    def _standing(self, path: Path, around: str) -> Iterator[Block]:
        """A provision of the new law with all that stands in it; ``around`` is the look of the provision around it."""
        provision, entry = at(self.new, path), self.arrived.get(path)
        inherited = "moved" if path in self.pairs else "inserted"
        look = entry.change.classed if entry else inherited if around == inherited else ""
        own = self._own(path, provision, entry, look)
        if not path and not entry:
            own = [unit for unit in own if unit.field != "heading"]  # The title stands above the redline already.
        places = self._contents(path)
        if provision.kind in FRAMES:
            yield from own
            yield from self._folded(places, look)
        else:
            yield from self._listed(own, places, look)

    def _own(self, path: Path, provision: Provision, entry: Entry | None, look: str) -> list[Unit]:
        """The paragraphs of a provision of the new law without what stands in it."""
        units = _paragraphs(provision, look, entry, self.language)
        if entry:
            units = _told(units, entry, self.links.get(entry.number, []))
        before = at(self.old, self.pairs[path]) if path in self.pairs else provision
        was = label(before.kind, before.number, self.language)
        if units and was != label(provision.kind, provision.number, self.language):
            units[0] = units[0]._replace(was=was)
        return units

    def _listed(self, own: list[Unit], places: list[Place], look: str) -> Iterator[Block]:
        """The paragraphs of a provision with its contents, closing words behind the list that they end."""
        end = _list_end([self._at(place).kind for place in places])
        yield from (unit for unit in own if unit.field != "closing")
        for place in places[:end]:
            yield from self._block(place, look)
        yield from (unit for unit in own if unit.field == "closing")
        for place in places[end:]:
            yield from self._block(place, look)

    def _at(self, place: Place) -> Provision:
        standing, path = place
        return at(self.new if standing else self.old, path)

    def _block(self, place: Place, look: str) -> Iterator[Block]:
        standing, path = place
        return self._standing(path, look) if standing else self._gone(path, look)

    def _gone(self, path: Path, around: str) -> Iterator[Block]:
        """A provision of the old law that does not stand here any more, with all that went with it."""
        provision = at(self.old, path)
        if path in self.back:
            if self._elsewhere(self.back[path]):
                yield _stub(provision, self.arrived[self.back[path]], self.language)
            return
        entry = self.left.get(path)
        if provision.status != "standing" or not (entry or around == "excluded"):
            return
        look = entry.change.classed if entry else around
        own = _paragraphs(provision, look, entry, self.language)
        if entry:
            own = _told(own, entry, self.links.get(entry.number, []))
        own = [unit._replace(away=look != "excluded") for unit in own]
        places: list[Place] = [(False, (*path, index)) for index in range(len(provision.children))]
        yield from self._listed(own, places, look)

    def _folded(self, places: Iterable[Place], look: str) -> Iterator[Block]:
        """The contents of a frame, runs of units without a change of words folded."""
        run: list[tuple[Path, list[Unit]]] = []
        for place in places:
            standing, path = place
            provision = self._at(place)
            if standing and path not in self.touched and provision.kind not in FRAMES:
                run.append((path, list(_plain(provision, look, self.language))))
                continue
            blocks = list(self._block(place, look))
            units = [block for block in blocks if isinstance(block, Unit)]
            if standing and provision.kind not in FRAMES and not any(_loud(unit) for unit in units):
                run.append((path, units))
                continue
            yield from self._fold(run)
            run = []
            yield from blocks
        yield from self._fold(run)

    def _fold(self, run: list[tuple[Path, list[Unit]]]) -> Iterator[Fold]:
        units = tuple(unit for _, own in run for unit in own)
        if units:
            yield Fold(_counted(self._named([path for path, _ in run]), units, self.spoken), units)

    def _named(self, run: list[Path]) -> str:
        """«Статьи 3–16», with the old numbers if they were others, or how many units of several kinds."""
        new = [at(self.new, path) for path in run]
        old = [at(self.old, self.pairs[path]) for path in (run[0], run[-1]) if path in self.pairs]
        if len({provision.kind for provision in new}) > 1 or (len(new) > 1 and not all(one.number for one in new)):
            return PHRASES[self.spoken]["units"].format(len(new))
        first, last = new[0].number, new[-1].number
        name = units_between(new[0].kind, first, last, self.spoken)
        before = list(dict.fromkeys(provision.number for provision in old))
        return (
            f"{name} ← {'–'.join(before)}" if len(old) > 1 and (first, last) != (old[0].number, old[1].number) else name
        )


def _is_gone(entry: Entry) -> bool:
    """Whether the provision is told where it stood in the old law; words that say so may stand in the new one."""
    return entry.change.classed == "excluded" or not entry.change.new


def _placed(root: Provision, sides: list[tuple[Entry, Side | None]], paired: Container[Path]) -> dict[Path, Entry]:
    """The entry of every provision with a change, by path."""
    wanted = {id(side.provision) for _, side in sides if side}
    paths: dict[int, list[Path]] = {}
    for path, provision in walk(root) if wanted else ():
        if id(provision) in wanted:
            paths.setdefault(id(provision), []).append(path)
    found: dict[Path, Entry] = {}
    for entry, side in sides:
        free = [path for path in paths.get(id(side.provision), ()) if path not in found] if side else []
        if free:
            # A value may stand in a tree twice: a change of both laws is that of the one with a counterpart.
            both = bool(entry.change.old and entry.change.new)
            found[min(free, key=lambda path: (path in paired) != both)] = entry
    return found


def _name(root: Provision, path: Path) -> str:
    """What ``Change.origins`` calls a provision: its id, or its path where it has none."""
    return at(root, path).id or ".".join(map(str, path))


def _plain(provision: Provision, look: str, language: str) -> Iterator[Unit]:
    """A provision in whose subtree nothing changed."""
    if provision.status != "standing":
        return
    look = look if look == "moved" else ""
    own = _paragraphs(provision, look, None, language)
    end = list_end(provision) if provision.closing else 0
    yield from own if not provision.closing else own[:-1]
    for child in provision.children[:end]:
        yield from _plain(child, look, language)
    yield from own[-1:] if provision.closing else ()
    for child in provision.children[end:]:
        yield from _plain(child, look, language)


def _paragraphs(provision: Provision, look: str, entry: Entry | None, language: str) -> list[Unit]:
    """The paragraphs of a provision without children, marked; at least one if there is a change to tell."""
    plain = WHOLE.get(look, "equal")
    spans = entry.change.spans if entry else {}
    shown = label(provision.kind, provision.number, language)
    units: list[Unit] = []
    for name in FIELDS:
        words = provision.words(name)
        marked = pieces(spans[name]) if name in spans else (Piece(plain, words),) if words else ()
        if marked or (shown and not units and name == ("heading" if provision.kind in HEADS else "text")):
            label_here = "" if units else shown
            units.append(Unit(provision.kind, name, label_here, pieces=marked, look=look, provision=provision.id))
    return units or ([Unit(provision.kind, "text", shown, look=look, provision=provision.id)] if entry else [])


def _told(units: list[Unit], entry: Entry, links: Iterable[Link]) -> list[Unit]:
    """The same paragraphs with the change beside the first that shows it, and no bar where words were not touched."""
    marked = [any(piece.look != "equal" for piece in unit.pieces) for unit in units]
    first = marked.index(True) if True in marked else 0
    if entry.change.classed == "reworded" and True in marked:
        units = [unit if mark else unit._replace(look="") for unit, mark in zip(units, marked, strict=True)]
    number = entry.number
    units[first] = units[first]._replace(number=number, anchor=f"c{number}", entry=entry, links=tuple(links))
    return units


def _stub(provision: Provision, entry: Entry, language: str) -> Unit:
    """The old place of a provision that stands elsewhere now: its first words, struck."""
    units = _paragraphs(provision, entry.change.classed, None, language)
    first = units[0] if units else Unit(provision.kind, "text", "", look=entry.change.classed, provision=provision.id)
    there = Link("destination", entry.place, f"c{entry.number}")
    gone = tuple(piece._replace(look="gone") for piece in first.pieces)
    return first._replace(pieces=gone, away=True, number=entry.number, anchor=f"{there.anchor}-from", links=(there,))


def _list_end(kinds: list[str]) -> int:
    """How many units stand before the closing words, as ``provision.list_end`` counts them."""
    before = kinds.index("passage") if "passage" in kinds else len(kinds)
    return max((index + 1 for index, kind in enumerate(kinds[:before]) if kind in LISTED), default=0)


def _loud(unit: Unit) -> bool:
    """Whether the paragraph must be seen: words were touched, or it stands elsewhere."""
    return unit.away or unit.look in ("inserted", "excluded") or bool(unit.entry and not unit.entry.quiet)


def _counted(name: str, units: Iterable[Unit], language: str) -> str:
    """«Статьи 3–16: без изменений», «Статья 19: новый номер – 3, обновлена ссылка – 1»."""
    classes = [unit.entry.change.classed for unit in units if unit.entry]
    counted = [f"{CLASSED[language][name]} – {classes.count(name)}" for name in sorted(QUIET) if name in classes]
    phrase = "changed_quietly" if counted else "unchanged"
    return PHRASES[language][phrase].format(name, ", ".join(counted))
