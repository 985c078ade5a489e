"""What is opened to change the law: the desk of a provision, a desk for a new one, the menu of acts, destinations."""

import uuid
from dataclasses import dataclass, replace

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django_htmx.http import reswap, retarget

from ..access import Right, law_for
from ..lawtext.breaks import breaks, nearest_break
from ..lawtext.characters import clean
from ..lawtext.provision import CONTAINS, FIELDS, GROUPS, Provision, may_have, provisions
from ..lawtext.redline import redline
from ..lawtext.references import address, printed
from ..lawtext.units import label
from ..models import Wording
from ..texts.addresses import addresses
from ..words.names import interface_language, kind_name, own_name
from .shell import law_page
from .texts import text_language

NOT_SPLIT = GROUPS | {"law", "preamble", "table", "annex"}
"""Kinds that cannot be split or joined by their words."""

POINTS_ARE_RARE_IN = GROUPS | {"law"}
"""A point beside an article would look like one in it; only rules and annexes have points without articles."""

FIELD_NAMES = {"heading": _("Heading"), "text": _("Text"), "closing": _("Words after the list")}


@dataclass(frozen=True)
class Field:
    """A field of the desk: words as a person sees them, with the references among them."""

    name: str
    label: str
    words: str
    references: tuple[str, ...] = ()


@dataclass(frozen=True)
class Desk:
    """One provision on the desk. ``base`` is the revision of its wording, 0 if the language has none yet."""

    law: object
    provision: Provision
    language: str
    base: int
    fields: tuple[Field, ...]
    name: str

    @property
    def key(self):
        """What the browser keeps unsent words under."""
        return f"{self.law.slug}/{self.provision.id}/{self.language}"

    @property
    def token(self):
        """Makes a repeat of the same request harmless; new whenever the desk is drawn."""
        return uuid.uuid4()

    @property
    def label(self):
        return label(self.provision.kind, self.provision.number, self.language)

    @property
    def kind_name(self):
        return kind_name(self.provision.kind, self.law.profile)

    @property
    def can_split(self):
        return self.provision.kind not in NOT_SPLIT


def part_of_changing(request, part, law, rights, **context):
    """What is opened in the page of the law; for who has no script it is the content of a page of its own."""
    template = part if request.htmx else "law/changing.html"
    return law_page(request, template, law, rights, "text", part=part, **context)


@require_safe
@login_required
def desk(request, slug, pk):
    law, rights = law_for(request.user, slug, Right.EDIT)
    language = text_language(request, law.language_codes)
    return part_of_changing(
        request, "law/_desk.html", law, rights, desk=_desk(law, pk, language), text_language=language
    )


@require_safe
@login_required
def new(request, slug, pk):
    """A desk for a provision that does not exist until its first words are saved."""
    law, rights = law_for(request.user, slug, Right.EDIT)
    language = text_language(request, law.language_codes)
    neighbour, parent, index = _found(law, pk, language)
    choices = _additions(neighbour, parent, law.profile)
    asked = request.GET.get("kind"), request.GET.get("place", "after")
    chosen = next((choice for choice in choices if (choice["kind"], choice["place"]) == asked), None)
    chosen = chosen or (choices[0] if choices else None)
    if chosen is None:
        raise Http404
    context = {
        "neighbour": neighbour,
        "name": address(index, neighbour.id, interface_language()) if neighbour.kind != "law" else "",
        "choices": choices,
        "chosen": chosen,
        "fields": [
            Field(name, FIELD_NAMES[name], "") for name in ("heading", "text") if may_have(chosen["kind"], name)
        ],
        "text_language": language,
        "token": uuid.uuid4(),
    }
    return part_of_changing(request, "law/_new.html", law, rights, **context)


@require_safe
@login_required
def menu(request, slug, pk):
    """All acts on one provision."""
    law, rights = law_for(request.user, slug, Right.EDIT)
    language = text_language(request, law.language_codes)
    provision, parent, index = _found(law, pk, language)
    context = {
        "provision": provision,
        "name": address(index, provision.id, interface_language()) if parent else "",
        "can_join": provision.kind not in NOT_SPLIT or provision.kind in GROUPS,
        "choices": _additions(provision, parent, law.profile),
        "text_language": language,
        "token": uuid.uuid4(),
    }
    return law_page(request, "law/_unit_menu.html", law, rights, "text", **context)


@require_safe
@login_required
def destinations(request, slug, pk):
    """Where a provision may be moved to: units that may hold its kind, then what stands in the chosen one."""
    law, rights = law_for(request.user, slug, Right.EDIT)
    language = text_language(request, law.language_codes)
    provision, parent, index = _found(law, pk, language)
    root = _text(law, language).whole()
    inside = {inner.id for inner in provisions(provision)}
    holders = [
        unit
        for unit in provisions(root)
        if provision.kind in CONTAINS[unit.kind] and unit.id not in inside and unit.status == "standing"
    ]
    asked = request.GET.get("into")
    into = next((unit for unit in holders if unit.id == asked), None) or parent
    context = {
        "provision": provision,
        "name": address(index, provision.id, interface_language()),
        "holders": [_destination(unit, index, unit is into or unit.id == into.id) for unit in holders],
        "places": [_destination(child, index, False) for child in into.children if child.id != provision.id],
        "text_language": language,
        "token": uuid.uuid4(),
    }
    return part_of_changing(request, "law/_destinations.html", law, rights, **context)


@require_safe
@login_required
def excluded(request, slug):
    """What has been taken out of the text, to be put back."""
    law, rights = law_for(request.user, slug, Right.EDIT)
    language = text_language(request, law.language_codes)
    text = _text(law, language)
    found = [
        {
            "id": row.id,
            "kind": kind_name(row.kind, law.profile),
            "number": row.number,
            "parent": address(text.index, str(row.parent_id), interface_language()),
            "words": unit.heading or unit.text,
            "entry": entry,
        }
        for row, entry in law.provisions.excluded_ones()
        if (unit := text.provision(str(row.id)) if str(row.id) in text else None)
    ]
    context = {"excluded": found, "text_language": language, "token": uuid.uuid4()}
    return law_page(request, "law/excluded.html", law, rights, "text", **context)


def collision(acting, change):
    """Both texts of a wording that somebody else has saved meanwhile; nothing is written and nothing lost."""
    fresh = _desk(acting.law, acting.pk, acting.language)
    before = _words_at(acting, fresh, change)
    rivals = [
        {
            "label": field.label,
            "theirs": redline(before.get(field.name, ""), field.words),
            "mine": redline(before.get(field.name, ""), acting.words.get(field.name, field.words)),
        }
        for field in fresh.fields
        if field.words != acting.words.get(field.name, field.words)
    ]
    mine = _with_words(fresh, acting.words, fresh.base)
    last = change.current.history.select_related("entry__person").order_by("-revision").first()
    context = {"desk": mine, "rivals": rivals, "entry": last.entry, "reason": acting.request.POST.get("reason", "")}
    return _on_the_desk(acting, context, status=409)


def is_what_the_law_says(acting):
    """Whether the words that were typed have been saved meanwhile, by whomever."""
    fresh = _desk(acting.law, acting.pk, acting.language)
    return all(clean(acting.words.get(field.name, field.words)) == clean(field.words) for field in fresh.fields)


def parting(acting, others, halves):
    """Asks where the other languages part, with the place proposed that answers to the cursor."""
    share = len(halves[0]) / (len(halves[0]) + len(halves[1]))
    asked = [
        {
            "language": language,
            "name": own_name(language),
            "pieces": list(_pieces(text, nearest_break(text, share))),
            "whole": len(text),
        }
        for language, text in others
    ]
    context = {
        "desk": _with_words(_desk(acting.law, acting.pk, acting.language), acting.words, acting.base or 0),
        "asked": asked,
        "halves": halves,
        "at": acting.request.POST.get("at", ""),
        "reason": acting.request.POST.get("reason", ""),
    }
    return _on_the_desk(acting, context, status=200)


def _pieces(text, proposed):
    """The text in the pieces between its breaks: (piece, the break behind it or 0, whether it is proposed)."""
    start = 0
    for at in breaks(text):
        yield text[start:at], at, at == proposed
        start = at
    yield text[start:], 0, False


def other_texts(law, row, language):
    """(language, text as printed) of the other languages in which the provision has words."""
    found = Wording.objects.filter(provision=row).exclude(language=language).exclude(text="").order_by("language")
    index = _text(law, language).index
    return [(wording.language, printed(wording.text, index, wording.language, str(row.id)).words) for wording in found]


def seam(acting, first):
    """Where the words of the second begin in the text of the first that it was joined to, as printed; or "end"."""
    texts = Wording.objects.texts_of([first, acting.pk], acting.language)
    own = texts.get(acting.pk, "").rstrip(".;")
    before = texts.get(first, "").rpartition(own)[0] if own else ""
    index = _text(acting.law, acting.language).index
    return len(printed(before, index, acting.language, str(first)).words) if before else "end"


def _with_words(desk, words, base):
    """The desk with words that were typed, and the revision from which they are to be saved."""
    fields = tuple(replace(field, words=words.get(field.name, field.words)) for field in desk.fields)
    return replace(desk, fields=fields, base=base)


def _on_the_desk(acting, context, status):
    context |= {"text_language": acting.language, "status": status}
    response = part_of_changing(acting.request, "law/_desk.html", acting.law, acting.rights, **context)
    return reswap(retarget(response, "#desk"), "outerHTML") if acting.request.htmx else response


def _words_at(acting, fresh, change):
    """The words from which the person started, as they print today; empty for a wording that was not there."""
    row = change.current.history.filter(revision=acting.base or 0).first()
    index = _text(acting.law, acting.language).index
    at = fresh.provision.id
    return {
        name: printed(getattr(row, name), index, acting.language, at, name).words for name in FIELDS if row is not None
    }


def _text(law, language):
    """The working text as Addresses."""
    return addresses(law, language, law.entries.last_one().fingerprint)


def _found(law, pk, language):
    """The provision with the one it stands in and an index of the law; 404 if it is not in the text."""
    text, id = _text(law, language), str(pk)
    if id not in text or text.outermost_absent(id):
        raise Http404
    parent = text.index.places[id].parent
    return text.whole(id), text.whole(parent) if parent else None, text.index


def _desk(law, pk, language):
    provision, parent, index = _found(law, pk, language)
    revision = Wording.objects.filter(provision=pk, language=language).values_list("revision", flat=True).first()
    name = address(index, provision.id, interface_language()) if parent else ""
    return Desk(law, provision, language, revision or 0, _fields(provision, language), name)


def _fields(provision, language):
    """The fields that this kind has; words after a list only where there are such words, or a Kazakh list."""
    shown = []
    for name in FIELDS:
        words = provision.words(name)
        is_wanted = may_have(provision.kind, name) and (
            name != "closing" or (language == "kk" and _has_list(provision))
        )
        if is_wanted or words:
            mentions = {words[r.start : r.end] for r in provision.references if r.field == name}
            shown.append(Field(name, FIELD_NAMES[name], words, tuple(sorted(mentions))))
    return tuple(shown)


def _has_list(provision):
    return any(child.kind in ("subclause", "indent") for child in provision.children)


def _additions(neighbour, parent, profile):
    """Kinds that may be added behind a provision, and at its beginning, each place under its own name."""
    inside = [kind for kind in CONTAINS if kind in CONTAINS[neighbour.kind]]
    behind = sorted(_behind(neighbour, parent), key=lambda kind: kind != neighbour.kind) if parent else ()
    return [
        {"kind": kind, "name": kind_name(kind, profile), "place": place}
        for place, kinds in (("after", behind), ("inside", inside))
        for kind in kinds
    ]


def _behind(neighbour, parent):
    """Kinds that may stand beside this one: points stand directly in a chapter only where such points are already."""
    has_points = any(child.kind == "clause" for child in parent.children)
    if parent.kind in POINTS_ARE_RARE_IN and not has_points:
        return CONTAINS[parent.kind] - {"clause"}
    return CONTAINS[parent.kind]


def _destination(unit, index, is_chosen):
    shown = address(index, unit.id, interface_language()) if unit.kind != "law" else ""
    words = (unit.heading or unit.text)[:80]
    return {"id": unit.id, "name": shown, "words": words, "is_chosen": is_chosen}
