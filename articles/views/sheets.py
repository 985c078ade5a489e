"""The sheet of a law as markup: drawn once for everybody who sees the same, and told apart block by block."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from django.core.cache import caches
from django.template.loader import render_to_string

from ..texts.lag import NO_LAGS, NOTHING_BEHIND, Behind, lags_of
from ..texts.since import NOTHING, Changes, changes_since_last_draft
from ..texts.sources import draft_text, working_text
from ..words.names import interface_language, language_name
from . import reading


@dataclass(frozen=True)
class Drawn:
    """The sheet as markup. ``blocks`` are (key, markup) in reading order, the head first; nothing personal is inside.

    ``sequence`` is that of the last entry it shows. ``names`` are the addresses of provisions by id in the language of
    the interface, ``anchors`` their eIds.
    """

    title: str
    sequence: int
    blocks: tuple[tuple[str, str], ...]
    outline: str
    names: dict[str, str]
    anchors: dict[str, str]
    changes: Changes
    may_lag: bool
    date: object


def drawn_working_text(law, language, *, may_edit):
    """The working text as its last entry left it."""
    last = law.entries.last_one()
    key = _key(law.slug, last.fingerprint, language, may_edit)
    return _kept(key) or _keep(key, _draw_working_text(law, language, may_edit))


def drawn_before(law, sequence, language, *, may_edit):
    """The working text as an earlier entry left it, if it was drawn then and is still kept; else None."""
    entry = law.entries.filter(sequence=sequence).first()
    return entry and _kept(_key(law.slug, entry.fingerprint, language, may_edit))


def drawn_beside(law, language, other):
    """The working text in two languages, each line beside its counterpart; to be read, not to be written in."""
    last = law.entries.last_one()
    key = _key(law.slug, last.fingerprint, f"{language}+{other}", False)
    return _kept(key) or _keep(key, _draw_beside(law, language, other))


def drawn_draft(draft, language):
    """A frozen draft."""
    key = _key(draft.law.slug, draft.fingerprint, language, False)
    return _kept(key) or _keep(key, _draw_draft(draft, language))


def _key(slug, fingerprint, language, may_edit):
    return f"{slug}:{fingerprint}:{language}:{interface_language()}:{may_edit}"


def _kept(key):
    return caches["sheets"].get(key)


def _keep(key, drawn):
    caches["sheets"].set(key, drawn)
    return drawn


def _draw_draft(draft, language):
    text = draft_text(draft, language)
    sheet = reading.sheet(text, interface_language())
    return _drawn_sheet(sheet, text, _drawn_blocks(draft.law, sheet, language, "frozen"))


def _draw_working_text(law, language, may_edit):
    text = working_text(law, language)
    changes = changes_since_last_draft(law, text.root, language)
    lags = lags_of(law)
    sheet = reading.sheet(text, interface_language(), changes, _behind(lags, text))
    blocks = _drawn_blocks(law, sheet, language, "edited" if may_edit else "read")
    return _drawn_sheet(sheet, text, blocks, changes, lags)


def _draw_beside(law, language, other):
    text, counterpart = working_text(law, language), working_text(law, other)
    changes = changes_since_last_draft(law, text.root, language)
    lags, interface = lags_of(law), interface_language()
    behind, behind_there = _behind(lags, text), _behind(lags, counterpart)
    in_either = Behind(behind.of, behind.within | behind_there.within)
    sheet = reading.sheet(text, interface, changes, in_either)
    counterparts = _by_provision(reading.sheet(counterpart, interface, behind=behind_there))
    blocks = tuple(
        (block.key, _drawn_pairs(law.slug, _pairs(block.units, counterparts), language, other))
        for block in sheet.blocks
    )
    return _drawn_sheet(sheet, text, blocks, changes, lags)


def _behind(lags, text):
    """What lags in a text: a translation never does, it follows the texts of the law when these are settled."""
    language = text.edition.language
    return lags.behind_in(text.root, language) if language in lags.authentic else NOTHING_BEHIND


def _by_provision(sheet):
    """Lines of a sheet by what they belong to: a provision, or a line that every print has.

    The title is no heading there: a page has one heading of the first level.
    """
    found = defaultdict(list)
    for unit in (unit for block in sheet.blocks for unit in block.units):
        found[_belongs_to(unit)].append({**unit, "tag": "p"} if unit["tag"] == "h1" else unit)
    return found


def _belongs_to(unit):
    return unit["provision"] or unit["class_name"]


def _pairs(units, counterparts):
    """Each line with its counterpart; further lines of a provision in the other language stand alone."""
    pairs = []
    for place, unit in enumerate(units):
        rest = counterparts[_belongs_to(unit)]
        pairs.append((unit, rest.pop(0) if rest else None))
        is_last = place + 1 == len(units) or _belongs_to(units[place + 1]) != _belongs_to(unit)
        if is_last:
            pairs.extend((None, other) for other in rest)
            rest.clear()
    return pairs


def _drawn_pairs(slug, pairs, language, other):
    context = {
        "slug": slug,
        "pairs": pairs,
        "first_language": language,
        "second_language": other,
        "first_name": language_name(language),
        "second_name": language_name(other),
        "interface": interface_language(),
        "is_working_text": True,
    }
    return render_to_string("law/_beside.html", context)


def _drawn_blocks(law, sheet, language, use):
    interface = interface_language()
    return tuple(
        (block.key, _drawn_block(law.slug, _Content(block.units), language, interface, use)) for block in sheet.blocks
    )


def _drawn_sheet(sheet, text, blocks, changes=NOTHING, lags=NO_LAGS):
    return Drawn(
        title=sheet.title,
        sequence=text.edition.sequence,
        blocks=blocks,
        outline=render_to_string(
            "law/_outline_list.html", {"groups": sheet.outline, "interface": interface_language()}
        ),
        names={unit["provision"]: unit["name"] for block in sheet.blocks for unit in block.units},
        anchors=sheet.anchors,
        changes=changes,
        may_lag=lags.can_lag(text.edition.language),
        date=text.edition.date,
    )


class _Content:
    """What a block is drawn from, compared by its content."""

    def __init__(self, units):
        self.units = units
        self.content = tuple(tuple(unit.values()) for unit in units)

    def __eq__(self, other):
        return self.content == other.content

    def __hash__(self):
        return hash(self.content)


@lru_cache(maxsize=20_000)
def _drawn_block(slug, content, language, interface, use):
    """The markup of one block; kept, because an act leaves most blocks as they are."""
    context = {
        "slug": slug,
        "units": content.units,
        "text_language": language,
        "is_edited": use == "edited",
        "is_working_text": use != "frozen",
        "interface": interface,
    }
    return render_to_string("law/_block.html", context)


@dataclass(frozen=True)
class Update:
    """What a page must take over to show a later state: ``replaced`` are (key, markup), ``inserted`` (key of the block
    before, key, markup), ``removed`` keys."""

    replaced: tuple[tuple[str, str], ...]
    removed: tuple[str, ...]
    inserted: tuple[tuple[str, str, str], ...]


def update(before, after):
    """The blocks that a page which shows ``before`` must replace, drop and insert to show ``after``."""
    old, new = dict(before.blocks), dict(after.blocks)
    kept = [key for key, _markup in before.blocks if key in new]
    order = [key for key, _markup in after.blocks if key in old]
    moved = set() if kept == order else {key for key, other in zip(kept, order, strict=True) if key != other}
    replaced = tuple((key, new[key]) for key in order if new[key] != old[key] and key not in moved)
    removed = tuple(key for key in old if key not in new or key in moved)
    inserted, previous = [], None
    for key, markup in after.blocks:
        if key not in old or key in moved:
            inserted.append((previous, key, markup))
        previous = key
    return Update(replaced, removed, tuple(inserted))
