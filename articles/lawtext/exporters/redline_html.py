"""A redline as one HTML file: no script, nothing loaded from elsewhere, readable on a telephone and on paper."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from pathlib import Path

from ..changes import Comparison
from ..edition import Edition
from .redline_letters import foreign_letters
from .redline_marks import TOP, Marks, plain
from .redline_setting import Facts, Setting, set_out
from .redline_units import Entry, Fold, Link, Unit, is_old_place, spellings
from .redline_words import CLASSED, SIGNS, capital, lowered, what_is_substantive

STYLE = Path(__file__).with_name("redline.css")

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What the file may load: its own style and nothing else."""

DIAMOND = '<span class="sign substantive" aria-hidden="true"></span>'

OPENING = TOP | {"article"}
"""Kinds whose heading has room above it."""

SAMPLES = {
    "inserted": "<ins>{sample}</ins>",
    "excluded": "<del>{sample}</del>",
    "reworded": "<del>{sample}</del> <ins>{sample}</ins>",
    "moved": '<span class="moved-from">{from_here}</span> <span class="moved-to">{to_here}</span>',
}
"""How a class looks in the text, for the key."""


def write(comparison: Comparison, old: Edition, new: Edition) -> bytes:
    """The redline as UTF-8. Raises RedlineIncomplete if a change would not be seen."""
    return "".join(_Page(set_out(comparison, old, new)).parts()).encode("utf-8")


class _Page:
    """One redline on its way to HTML."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.marks = Marks(setting.language)
        self.phrases = self.marks.phrases
        self.classed = CLASSED[setting.language]
        loud = [entry.number for entry in setting.loud]
        self.after = dict(pairwise(loud))
        self.before = {after: number for number, after in self.after.items()}

    def parts(self) -> Iterator[str]:
        """The file, piece by piece."""
        setting, phrases = self.setting, self.phrases
        title = f"{escape(setting.title)} · {phrases['comparison']}"
        yield (
            f'<!doctype html>\n<html lang="{setting.language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
            f'<a class="skip" href="#text">{phrases["to_text"]}</a>\n'
        )
        yield from self._head()
        yield '<div class="compare">\n'
        yield from self._side()
        yield f'<main class="redline" id="text">\n<h2>{phrases["text"]}</h2>\n'
        for block in setting.blocks:
            yield self._fold(block) if isinstance(block, Fold) else self._unit(block)
        yield from self._concordance()
        yield "</main>\n</div>\n</body>\n</html>\n"

    def _head(self) -> Iterator[str]:
        setting, phrases = self.setting, self.phrases
        title = escape(setting.title)
        yield f'<header class="head">\n<p class="kicker">{phrases["comparison"]}</p>\n<h1>{title}</h1>\n'
        yield f'<div class="editions">\n{self._facts("old", setting.old)}{self._facts("new", setting.new)}</div>\n'
        for notice in setting.notices:
            words = f'<strong>{phrases["attention"]}.</strong> <span lang="en">{escape(notice)}</span>'
            yield f'<p class="notice">{words}</p>\n'
        yield f'<p class="answer">{escape(setting.summary)}</p>\n'
        yield f'<p class="jump"><a href="#text">{phrases["to_text"]}</a></p>\n</header>\n'

    def _facts(self, side: str, facts: Facts) -> str:
        phrases = self.phrases
        return (
            f'<div>\n<dl>\n<dt>{phrases[side]}</dt><dd class="name">{escape(facts.name)}</dd>\n'
            f"<dt>{phrases['date']}</dt><dd>{escape(facts.date)}</dd>\n<dt>{phrases['fingerprint']}</dt>"
            f'<dd class="fingerprint">{escape(facts.fingerprint)}</dd>\n</dl>\n</div>\n'
        )

    def _side(self) -> Iterator[str]:
        phrases = self.phrases
        yield f'<aside class="side" aria-label="{phrases["list"]}">\n<h2 id="key">{phrases["key"]}</h2>\n'
        yield self._totals()
        if self.setting.loud:
            yield f'<h2 id="list">{phrases["list"]}</h2>\n{self._list(self.setting.loud)}'
        if self.setting.quiet:
            summary = escape(self.setting.quiet_heading)
            note = f'<p class="remark">{phrases["quiet_note"]}</p>\n'
            yield f"<details><summary>{summary}</summary>\n{note}{self._list(self.setting.quiet)}</details>\n"
        yield "</aside>\n"

    def _totals(self) -> str:
        rows = [self._total(name, count) for name, count in self.setting.totals]
        if self.setting.entries:
            words = f'<td>{DIAMOND}</td><th scope="row" class="heed">{self.phrases["substantive"]}</th>'
            rows.append(f'<tr>{words}<td></td><td class="amount">{self.setting.substantive}</td></tr>\n')
        told = f'<p class="remark">{DIAMOND} {escape(what_is_substantive(self.setting.language))}</p>\n'
        key = told if self.setting.entries else ""
        return f'<table class="totals" aria-labelledby="key">\n{"".join(rows)}</table>\n{key}'

    def _total(self, name: str, count: int) -> str:
        sample = SAMPLES.get(name, "").format(**self.phrases)
        row = "<tr>" if count else '<tr class="none">'
        return (
            f'{row}<td>{_sign(name)}</td><th scope="row">{self.classed[name]}</th>'
            f'<td class="look">{sample}</td><td class="amount">{count}</td></tr>\n'
        )

    def _list(self, entries: Iterable[Entry]) -> str:
        items = "".join(f"<li>{self._listed(entry)}</li>\n" for entry in entries)
        return f'<ol class="change-list">\n{items}</ol>\n'

    def _listed(self, entry: Entry) -> str:
        what = escape(entry.classed)
        if entry.reasons:
            what += f': <span class="substantive">{escape(", ".join(entry.reasons))}</span>'
        for was, now in spellings(entry.change) if entry.quiet else ():
            what += f", {escape(was)} → {escape(now)}" if was or now else f", {self.phrases['unseen']}"
        where = f'<span class="where">{escape(entry.where)}</span>'
        return (
            f'<a href="#c{entry.number}"><span class="order">{entry.number}.</span>{_sign(entry.change.classed)}'
            f"<span>{where} – {what}</span></a>"
        )

    def _fold(self, fold: Fold) -> str:
        inside = "".join(map(self._unit, fold.units))
        return f'<details class="folded"><summary>{escape(fold.words)}</summary>\n{inside}</details>\n'

    def _unit(self, unit: Unit) -> str:
        """A paragraph; with a bar, its number and what became of it where it is marked."""
        if not unit.look:
            return self._plain(unit)
        letters = foreign_letters(unit, self.setting.language)
        remark = f'<p class="letters">{escape(letters)}</p>' if letters else ""
        wordings = f'<div class="wordings{" mixed" if letters else ""}">'
        body = f"{wordings}{self.marks.words(unit)}{remark}{''.join(map(self._link, unit.links))}</div>"
        if not unit.number:
            return f'<div class="change follows {unit.look}">{body}</div>\n'
        opens = " opens" if unit.kind in OPENING and unit.field == "heading" else ""
        css, told, about = self._told(unit.entry) if unit.entry else self._source()
        away = " away old-place" if is_old_place(unit) else " away" if unit.away else ""
        css = f"{css}{away}{opens}"
        named = self.phrases["change"].format(unit.number)
        return (
            f'<div class="change {css}" id="{unit.anchor}" role="group" aria-label="{named}: {told}">'
            f'<a class="order" href="#c{unit.number}">{unit.number}</a>{body}'
            f'<div class="about">{about}</div></div>\n'
        )

    def _plain(self, unit: Unit) -> str:
        """A paragraph without a change."""
        if unit.kind != "table" and unit.field != "heading":
            label = f'<span class="number">{escape(unit.label)}</span> ' if unit.label else ""
            return f'<p class="plain">{label}{"".join([plain(piece.text) for piece in unit.pieces])}</p>\n'
        css = "group" if unit.kind in TOP else "unit" if unit.kind == "article" else "plain"
        return self.marks.words(unit, css)

    def _told(self, entry: Entry) -> tuple[str, str, str]:
        """The classes of the element, what is heard, and what stands beside the words of a change."""
        name = entry.change.classed
        about = [f'<p class="class">{_sign(name)} {escape(capital(entry.classed))}</p>']
        if entry.reasons:
            about.append(f'<p class="substantive">{escape(", ".join(entry.reasons))}</p>')
        if not entry.quiet:
            about += [f"<p>{escape(remark)}</p>" for remark in entry.remarks]
            about.append(self._steps(entry.number))
        css = f"{name} quiet" if entry.quiet else name
        return css, f"{escape(entry.where)}, {escape(entry.what)}", "".join(about)

    def _source(self) -> tuple[str, str, str]:
        """The same for the old place of a move, whose change is told at the new one."""
        source = self.phrases["source"]
        return "moved", lowered(source), f'<p class="class">{_sign("moved")} {source}</p>'

    def _steps(self, number: int) -> str:
        """Links to the neighbouring changes, for screens on which the list is out of sight."""
        steps = (("previous", "↑", self.before.get(number)), ("next", "↓", self.after.get(number)))
        links = [
            f'<a href="#c{other}" aria-label="{self.phrases[name].format(other)}">{arrow}</a>'
            for name, arrow, other in steps
            if other
        ]
        return f'<p class="steps">{"".join(links)}</p>' if links else ""

    def _link(self, link: Link) -> str:
        """The way to another end of the change."""
        arrow = "←" if link.phrase == "origin" else "→"
        words = self.phrases[link.phrase].format(escape(lowered(link.place)))
        return f'<a class="move-link" href="#{link.anchor}">{arrow} {words}</a>'

    def _concordance(self) -> Iterator[str]:
        rows, phrases = self.setting.concordance, self.phrases
        if not rows:
            return
        yield f'<details class="concordance"><summary>{phrases["concordance"].format(len(rows))}</summary>\n<table>\n'
        yield f'<thead><tr><th scope="col">{phrases["old"]}</th><th scope="col">{phrases["new"]}</th></tr></thead>\n'
        for old, new, number in rows:
            yield f'<tr><td>{escape(old)}</td><td><a href="#c{number}">{escape(new)}</a></td></tr>\n'
        yield "</table>\n</details>\n"


def _sign(name: str) -> str:
    return f'<span class="sign {name}" aria-hidden="true">{SIGNS[name]}</span>'
