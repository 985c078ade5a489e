"""The card of a law: its stage, how long it is valid, its drafts, its figures; and changing the first two."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from .. import procedures
from ..access import Right, law_for
from ..forms.card import CardForm, card_of
from ..lawtext import fingerprint
from ..lawtext.exporters.wordings import date_in_words
from ..lawtext.validity import completed, doubts, validity
from ..models import Stage
from ..procedures.card import FACTS, CardHasChanged
from ..procedures.errors import ActRefused, NothingChanged
from ..texts.card import WORKING, Card, own_change
from ..words.names import interface_language, language_name, own_name
from . import card_words
from .shell import law_page

UNITS = {
    "chapter": _("chapters"),
    "article": _("articles"),
    "clause": _("clauses"),
    "subclause": _("subclauses"),
}


@require_safe
@login_required
@cache_control(private=True, no_cache=True)
def card(request, slug):
    """The card; its figures are those of the working text for who may read it, else of the newest draft."""
    law, rights = law_for(request.user, slug, Right.READ_DRAFTS)
    found = Card(law, _text_language(law), with_working_text=Right.READ_WORKING_TEXT in rights)
    context = {
        "titles": _titles(law, found.text),
        "stages": _stages(law.stage),
        "validity": _validity(law, found),
        "rows": [_row(law, row, found.language) for row in found.rows],
        "counted_in": language_name(found.language),
        "text": found.text and _figures(found.text.figures),
        "of_draft": found.newest if found.newest != WORKING else "",
        "can_undo": Right.CHANGE_CARD in rights and own_change(law, request.user) is not None,
    }
    return law_page(request, "card/card.html", law, rights, "card", **context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def card_change(request, slug):
    """Changes stage and validity."""
    law, rights = law_for(request.user, slug, Right.CHANGE_CARD)
    form = CardForm(request.POST or None, initial=card_of(law))
    if request.method == "POST" and form.is_valid() and _changed(request, law, form):
        return redirect("card", slug)
    text = Card(law, law.language_codes[0], with_working_text=True).text
    context = {"form": form, "said": _said(text), "contested": _contested(law, form)}
    return law_page(request, "card/change.html", law, rights, "card", **context)


@require_POST
@login_required
def card_undo(request, slug):
    """Takes back the person's change of the card if nothing was done on the law since."""
    law, _rights = law_for(request.user, slug, Right.CHANGE_CARD)
    entry = own_change(law, request.user)
    try:
        if entry is None:
            raise ActRefused(_("Something else was done on the law since, so the card cannot be taken back here."))
        procedures.undo(law, entry, by=procedures.By(request.user))
        messages.success(request, _("The card is as it was before."))
    except ActRefused as refusal:
        messages.error(request, refusal)
    return redirect("card", slug)


def _changed(request, law, form):
    """Whether the card was changed; if not, why not is among the messages."""
    given = form.cleaned_data
    by = procedures.By(request.user, given["reason"], token=given["token"])
    try:
        procedures.change_card(law, form.facts, given["base"], by=by)
    except CardHasChanged as refusal:
        messages.error(request, refusal)
        law.refresh_from_db(fields=[*FACTS, "revision"])
        form.start_from(law, refusal.own, refusal.contested)
        return False
    except NothingChanged as refusal:
        # Who leaves everything to the others has decided, and is done.
        messages.add_message(request, messages.SUCCESS if form.contested else messages.ERROR, refusal)
        return bool(form.contested)
    except ActRefused as refusal:
        messages.error(request, refusal)
        return False
    messages.success(request, _("The card is saved."))
    return True


def _contested(law, form):
    """For each contested part: the question what stays, and what the card says now."""
    return {part: {"field": field, "now": card_words.now(law, part)} for part, field in form.asked.items()}


def _text_language(law):
    """The language in which changes are counted: that of the interface where the law has it."""
    codes = law.language_codes
    return interface_language() if interface_language() in codes else codes[0]


def _titles(law, text):
    """The title in the language of the interface, then in the others of the law: (language, title)."""
    titles = text.titles if text else {law.title_language: law.title}
    return sorted(titles.items(), key=lambda item: item[0] != law.title_language)


def _stages(own):
    """All stages in order; one that is not listed any more stands last."""
    listed = dict(Stage.choices)
    names = listed if own in listed else {**listed, own: own}
    current = list(names).index(own)
    return [
        {"name": name, "is_past": place < current, "is_current": place == current}
        for place, name in enumerate(names.values())
    ]


@dataclass(frozen=True)
class _Validity:
    """The validity in words: answer, what is missing for it, steps, and doubts with the places to open."""

    answer: str
    missing: str
    steps: list
    doubts: list
    is_of_part: bool


def _validity(law, found):
    text = found.text
    said = text.said if text else ()
    terms = completed(law.terms, said)
    computed = validity(terms, said)
    is_expected = law.stage != Stage.PUBLISHED
    read_at = _reading_address(law, found)
    return _Validity(
        card_words.answer(computed, terms),
        card_words.explanation(computed),
        card_words.steps(computed, terms, text, is_expected),
        [_doubt(doubt, law.terms, text, read_at) for doubt in doubts(law.terms, said)],
        law.validity_scope == "part",
    )


def _reading_address(law, found):
    return reverse("law", args=[law.slug]) if found.newest == WORKING else _draft_address(law, found.newest)


def _draft_address(law, number):
    return reverse("draft", args=[law.slug, number]) if number else ""


def _doubt(doubt, terms, text, read_at):
    worded = card_words.doubt_in_words(doubt, terms, text)
    places = [
        {
            "url": f"{read_at}?language={place.said.language}#{place.eid}",
            "name": card_words.capital(place.names[interface_language()]),
            "language_name": own_name(place.said.language),
            "language": place.said.language,
            "words": place.said.words,
        }
        for place in worded.places
    ]
    return {"head": worded.head, "words": worded.words, "places": places}


def _row(law, row, language):
    edition = row.edition
    is_working = edition.name == WORKING
    return {
        "name": edition.name,
        "is_working": is_working,
        "title": edition.title,
        "date": date_in_words(edition.date, interface_language()),
        "fingerprint": "" if is_working else fingerprint.short(edition.fingerprint),
        "changes": row.changes,
        "before": row.before.name if row.before else "",
        "url": reverse("law", args=[law.slug]) if is_working else _draft_address(law, edition.name),
        "compare_query": f"?language={language}",
    }


def _figures(figures):
    return {
        "units": [(UNITS[kind], number) for kind, number in figures.units],
        "languages": [(own_name(item.language), item) for item in figures.languages],
        "is_whole": not any(item.broken or item.missing for item in figures.languages),
    }


def _said(text):
    """What the text says of term and putting into effect, each with its place, for who fills in the form."""
    wordings = {"term": card_words.said_term, "effect": card_words.said_effect}
    found = {}
    for place in text.places:
        if place.said.kind in wordings:
            words = f"{wordings[place.said.kind](place.said)} ({place.names[interface_language()]})"
            found.setdefault(place.said.kind, words)
    return found
