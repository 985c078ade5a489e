"""The report on a text from a file, in the language of the person."""

from pathlib import PurePath

from django.utils.translation import gettext as _

from ..arriving.incoming import NEW
from ..lawtext.exporters.redline_words import CLASSED, SIGNS
from ..lawtext.provision import GROUPS
from ..lawtext.units import CASES, noun
from ..words.file_sentences import in_words, unit_in_words
from ..words.names import interface_language, own_name

MOST = 500
"""Lines of one list that a page shows; the figure above the list counts all."""


def shown(report, name):
    """The context of ``imports/_report.html``."""
    imported = report.imported
    return {
        "report": report,
        "is_new": report.goal == NEW,
        "goal": report.goal,
        "text_language": imported.language,
        "language_name": own_name(imported.language),
        "line_name": _("Paragraph") if PurePath(name).suffix.lower() == ".docx" else _("Line"),
        "counts": [(_plural(kind), number) for kind, number in report.counts],
        "outline": [(kind in GROUPS or kind == "annex", words) for kind, words in report.outline],
        "remarks": [in_words(sentence) for sentence in imported.remarks],
        "lists": [found for found in _lists(imported) if found["rows"]],
        "mismatches": _mismatches(report.mismatches),
        "totals": [(SIGNS[name], CLASSED[interface_language()][name], number) for name, number in report.totals],
    }


def _plural(kind):
    language = interface_language()
    words = noun(kind, language).form(CASES[language][0], plural=True)
    return words[:1].upper() + words[1:]


def _lists(imported):
    """What was not read for certain, what was left out, and editorial notes: title, what it means, and its lines."""
    yield _list(
        _("Not understood"),
        _("These lines stay in the text as they are, as a part of the unit above them. Look at them after loading."),
        imported.not_understood,
    )
    yield _list(
        _("Read with a doubt"),
        _("Each line is in the text, read as it is said here."),
        imported.guesses,
    )
    yield _list(_("Left out"), _("These lines do not belong to the words of the law."), imported.skipped)
    yield _list(
        _("Editorial notes"),
        _("These are notes of a publisher. They are kept beside the text and are no part of it."),
        imported.notes,
    )


def _list(title, lead, findings):
    return {
        "title": title,
        "lead": lead,
        "number": len(findings),
        "is_read": any(getattr(found, "read_as", "") for found in findings),
        "rows": [
            {"line": found.line, "text": found.text, "read_as": in_words(getattr(found, "read_as", ""))}
            for found in findings[:MOST]
        ],
        "more": max(0, len(findings) - MOST),
    }


def _mismatches(mismatches):
    """Units that stand in one language only: those of the file, which are left out, and those of the law."""
    return {
        "number": len(mismatches),
        "left_out": [_mismatch(one) for one in mismatches if one.only_in == "other"][:MOST],
        "without": [_mismatch(one) for one in mismatches if one.only_in == "base"][:MOST],
    }


def _mismatch(one):
    return {"unit": unit_in_words(one.kind, one.number), "words": one.words}
