"""Comparing two editions of a law: as a page, and as a file."""

from django.contrib.auth.decorators import login_required
from django.core.cache import caches
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..access import Right, law_for
from ..lawtext.exporters.redline_setting import RedlineIncomplete
from ..lawtext.exporters.redlines import REDLINES
from ..lawtext.exporters.refusal import ExportRefused
from ..lawtext.exporters.wordings import date_in_words
from ..texts.compared import WORKING, Pair, newest_pair, sides
from ..words.export_sentences import in_words
from ..words.names import own_name
from .choices import Choices
from .exports import FORMAT_NAMES
from .redlining import redline
from .shell import law_page


@require_safe
@login_required
def compare_newest(request, slug):
    """Leads to the comparison that was chosen, else to that of the newest draft; says so where there is none yet."""
    law, rights = law_for(request.user, slug, Right.READ_DRAFTS)
    found = sides(law, law.drafts.all(), with_working_text=Right.READ_WORKING_TEXT in rights)
    pair = _chosen(request, found) or newest_pair(found)
    if pair is None:
        return law_page(request, "compare/too_few.html", law, rights, "compare", drafts=law.drafts.count())
    asked = request.GET.get("language")
    query = {"language": asked} if asked in pair.language_codes else None
    return redirect(reverse("compare", args=[slug, pair.old.name, pair.new.name], query=query))


@require_safe
@login_required
@cache_control(private=True, no_cache=True)
def compare(request, slug, old, new):
    """The redline of two editions."""
    law, rights, found, pair = _asked(request, slug, old, new)
    language, choices = _language(request, pair), Choices.of(request.GET)
    editions = pair.editions(language)
    context = {
        **_names(pair, found, editions),
        "choices": choices,
        "exports": [(reverse("compare_export", args=[slug, old, new, kind]), FORMAT_NAMES[kind]) for kind in REDLINES],
    }
    try:
        shown = _redline(pair, editions, whole=choices.whole)
    except RedlineIncomplete as refusal:
        return law_page(
            request, "compare/failed.html", law, rights, "compare", **context, refusal=in_words(refusal), status=500
        )
    authors = pair.last_entries(language) if Right.READ_WORKING_TEXT in rights else {}
    return law_page(
        request, "compare/compare.html", law, rights, "compare", **context, **_shown(shown, choices, authors)
    )


@require_safe
@login_required
def compare_export(request, slug, old, new, format):
    """The redline as a file."""
    law, _rights, _found, pair = _asked(request, slug, old, new)
    if format not in REDLINES:
        raise Http404
    language, exporter = _language(request, pair), REDLINES[format]
    try:
        content = exporter.write(pair.comparison(language), *pair.editions(language))
    except ExportRefused as refusal:
        law_url = reverse("compare", args=[slug, old, new])
        return render(request, "export_refused.html", {"refusal": in_words(refusal), "law_url": law_url}, status=422)
    name = f"{law.slug}-{old}-{new}-{language}{exporter.suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=exporter.media_type, headers=headers)


def _asked(request, slug, old, new):
    """The law, the person's rights, all editions open to the person, and the two that were asked for."""
    right = Right.READ_WORKING_TEXT if WORKING in (old, new) else Right.READ_DRAFTS
    law, rights = law_for(request.user, slug, right)
    drafts = law.drafts.select_related("entry", "previous")
    found = sides(law, drafts, with_working_text=Right.READ_WORKING_TEXT in rights)
    if old not in found or new not in found:
        raise Http404
    return law, rights, found, Pair(found[old], found[new])


def _chosen(request, found):
    """The two editions chosen in the form; None if either is not there."""
    old, new = (found.get(request.GET.get(side)) for side in ("old", "new"))
    return Pair(old, new) if old and new else None


def _language(request, pair):
    """The language of the text that was asked for, else the person's own, if both have it; else the first."""
    codes, asked = pair.language_codes, request.GET.get("language")
    if not codes or (asked and asked not in codes):
        raise Http404
    return asked or (request.user.language if request.user.language in codes else codes[0])


def _redline(pair, editions, *, whole):
    """The redline of the pair, told in the language of the interface.

    It is computed once: its key names both texts by their fingerprints, so that it is never out of date.
    """
    (old, new), told = editions, get_language()
    key = f"redline:{old.slug}:{old.fingerprint}:{new.fingerprint}:{new.language}:{told}:{whole}"
    kept = caches["redlines"]
    found = kept.get(key)
    if found is None:
        found = redline(pair.comparison(new.language), old, new, told, whole=whole)
        kept.set(key, found)
    return found


def _shown(found, choices, authors):
    """The redline with the rows and the list as they were chosen; ``authors`` are the last entries by provision."""
    listed = [(one, choices.shows(one.filter, one.substantive)) for one in found.listed]
    shown = [one for one, is_shown in listed if is_shown]
    return {
        "redline": found,
        "rows": [(*chosen, authors.get(chosen[0].get("provision"))) for chosen in choices.over(found.rows)],
        "listed": listed,
        "shown_count": len(shown),
        "first": shown[0].number if shown else 0,
        "second_anchor": shown[min(1, len(shown) - 1)].anchor if shown else "",
    }


def _names(pair, found, editions):
    """What names the two editions, and what else could be compared."""
    old, new = (
        {**_named(side), "date": date_in_words(edition.date, get_language())}
        for side, edition in zip((pair.old, pair.new), editions, strict=True)
    )
    return {
        "old": old,
        "new": new,
        "offered": [_named(side) for side in found.values()],
        "text_language": editions[1].language,
        "language_name": own_name(editions[1].language),
        "languages": [(code, own_name(code)) for code in pair.language_codes],
    }


def _named(side):
    name = _("Draft %(number)s") % {"number": side.name} if side.draft else _("Working text")
    return {"name": side.name, "words": name, "title": side.draft.title if side.draft else ""}
