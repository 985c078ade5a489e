"""What the importers say about a file, in the language of the person.

``lawtext`` speaks English and keeps the template and values of each sentence (``lawtext.said``).
"""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from ..lawtext.exporters.redline_words import lowered, place
from ..lawtext.said import Said, UnitName
from .names import interface_language, kind_name, language_name

REFUSALS = (
    _("«%(name)s» is of no format that is read here: save the law as DOCX, TXT, MD or HTML."),
    _("The file is larger than %(most)s MiB."),
    _("The file is empty."),
    _("The file takes too long to read."),
    _("The file needs too much memory to read."),
    _("The file cannot be read: the reader failed on it, and the failure was logged."),
    _("The file is in the language “%(found)s”, but was to be read as “%(asked)s”."),
    _("Line %(line)s holds a control character (U+%(code)s): take it out."),
)

OTHER_FORMATS = (
    _("The file is a picture: a law can be read only from text."),
    _("The file is an archive: unpack it and bring the document itself."),
    _("The file is an RTF document: save it as DOCX."),
    _("The file is a program."),
    _("The document is protected by a password: save it without one."),
    _("The file is a document of Word 97–2003: save it as DOCX."),
    _("The document holds macros: save it as DOCX without macros."),
    _("The file is an OpenDocument text: save it as DOCX."),
    _("The file is of an old Office format: save the text of the law as DOCX."),
    _("The file is a PDF, which has no paragraphs to read: bring the DOCX from which it was made."),
    _("The file is a web page or XML document under the name of a DOCX."),
    _("The file is not a Word document (DOCX)."),
    _("The file is an archive, such as a DOCX, under the name of a text."),
    _("The file is a spreadsheet: save the text of the law as DOCX."),
    _("The file is a presentation: save the text of the law as DOCX."),
)

OF_ARCHIVES = (
    _("The archive inflates to more than is accepted."),
    _("The archive is damaged: %(name)s cannot be inflated."),
    _("The archive has more than %(most)s entries."),
    _("The file is not a ZIP archive, or it is damaged or cut off."),
    _("The archive has two entries of the same name."),
    _("The archive inflates to more than %(most)s MiB."),
    _("The archive has an entry with a path that is not accepted: %(name)s."),
    _("The archive is protected by a password: save the file without one."),
    _("The archive is packed by a method that is not accepted."),
    _("An entry of the archive inflates to more than %(most)s times its size."),
)

OF_DOCUMENTS = (
    _("The document has no part %(name)s."),
    _("The document cannot be read. %(why)s"),
    _("The file is a ZIP archive, but not a Word document."),
    _("The file is an Office archive without a document in it."),
    _("The document has more than %(most)s paragraphs."),
    _("The document has a numbering label of more than %(most)s letters."),
    _("The document is nested too deeply."),
    _("The page is nested too deeply or has an element that is too long."),
    _("The file is not a text: save the law as DOCX, or as plain text in UTF-8."),
    _(
        "The text uses an old 8-bit Kazakh font («Ќазаќстан»): convert it to Unicode (its encoding is KZ-1048), "
        "save it as UTF-8 and bring that file."
    ),
    _("The file is damaged at byte %(place)s: save it again as UTF-8."),
    _("The encoding of the file is not known: save it as UTF-8."),
)

OF_XML = (
    _("The XML holds a DOCTYPE, which is not accepted."),
    _("The XML is damaged: %(why)s."),
    _("The XML has more than %(most)s tags."),
    _("The XML is nested too deeply or holds a text that is too long."),
    _("The file is XML of another kind than Akoma Ntoso (it holds “%(name)s”)."),
    _("The Akoma Ntoso document has no body, so it is no law."),
    _("The document is in the language “%(stated)s”; laws are kept in %(kept)s."),
    _("The eId %(eid)s names two elements."),
    _("The GUID %(id)s names two provisions."),
    _("The status “%(status)s” is not known."),
    _("In %(place)s number and heading do not stand once each, number first."),
    _("%(name)s cannot stand in a provision of kind %(kind)s."),
)

REMARKS = (
    _("The document does not say its language; it was read as Russian."),
    _("%(number)s numbers will print differently."),
    _("%(number)s links were read as plain words."),
    _("%(number)s identifiers are no UUIDs and were not kept."),
    _("By its title this is an amending law: the new wordings that it quotes were read as units of this law."),
    _("%(number)s characters are invisible or of another alphabet than their word, first in line %(line)s."),
    _("The file is not in UTF-8; it was read as DOS text (code page 866)."),
    _("The file is not in UTF-8; it was read as Windows-1251."),
    _("Numbers of lists were made from the order of their items."),
    _("The lines are broken at about %(width)s characters and were joined."),
    _(
        "The lines are broken at about %(width)s characters and were joined; "
        "hyphens kept at the end of a line: %(number)s, first in line %(line)s."
    ),
    _("Pictures and drawings that were not read: %(number)s."),
    _("Embedded objects that were not read: %(number)s."),
    _("Embedded documents that were not read: %(number)s."),
    _("Formulas that were read as plain words: %(number)s."),
    _("Comments of the file that were not read: %(number)s."),
    _("Empty form fields that were not read: %(number)s."),
    _("Symbols of a special font that could not be read and stand as \ufffd: %(number)s."),
    _("Automatic numbers (fields) that Word does not store and that are missing: %(number)s."),
    _("Runs of words printed struck through, which were read as standing words: %(number)s."),
    _("Hidden words do not print and were not read: «%(words)s»."),
    _("Headers and footers were not read: «%(words)s»."),
    _("Tracked changes were read as accepted: %(counts)s."),
    _("Tracked changes were read as accepted: %(counts)s, by %(authors)s."),
    _("%(number)s insertion"),
    _("%(number)s insertions"),
    _("%(number)s deletion"),
    _("%(number)s deletions"),
    _("%(number)s move"),
    _("%(number)s moves"),
    _("%(names)s and %(number)s other"),
    _("%(names)s and %(number)s others"),
)

READINGS = (
    _("%(unit)s is excluded"),
    _("a range, read as %(unit)s"),
    _("%(unit)s, printed %(label)s"),
    _("%(unit)s without number"),
    _("%(unit)s without number under %(other)s"),
    _("%(unit)s in a %(other)s without number"),
    _("%(unit)s in an %(other)s without number"),
    _("goes on with the heading of %(unit)s"),
    _("goes on with %(unit)s"),
    _("closing words of %(unit)s"),
    _("«%(words)s» read as closing words of %(unit)s"),
    _("indent of %(unit)s"),
    _("indent of %(unit)s with a letter"),
    _("indent, its dash «%(dash)s» dropped"),
    _("passage of %(unit)s"),
    _("passage of %(unit)s, announced by its colon"),
    _("passage of %(unit)s, though indented under %(other)s"),
    _("passage of %(unit)s, though the words above have no end"),
    _("the passage above belongs to %(unit)s"),
    _("preamble, though it has no end"),
    _("%(unit)s, as the first number: kept as printed"),
    _("%(unit)s, after %(before)s: kept as printed"),
    _("the act to which the annex belongs"),
    _("words of the %(unit)s"),
    _("words of the paragraph"),
    _("words; the link to %(target)s is not kept"),
    _("a mark without its note"),
    _("a merged cell as a single one"),
    _("number and heading out of their order"),
)

SENTENCES = frozenset((*REFUSALS, *OTHER_FORMATS, *OF_ARCHIVES, *OF_DOCUMENTS, *OF_XML, *REMARKS, *READINGS))
"""All templates of ours; other words in a report are words of the file."""


def in_words(sentence):
    """A sentence of the importers in the language of the interface; words of the file stay as they are."""
    template = getattr(sentence, "template", str(sentence))
    said = gettext(template) if template in SENTENCES else template
    values = getattr(sentence, "values", {})
    return said % {name: VALUES.get(name, _value)(value) for name, value in values.items()} if values else said


def unit_in_words(kind, number):
    """«пункт 5-1», «5-1-тармақ», "point 5-1"; only the kind where it has no number."""
    return lowered(place(((kind, number),), interface_language())) if number else kind_name(kind)


def _value(value):
    if isinstance(value, UnitName):
        return unit_in_words(*value)
    return in_words(value) if isinstance(value, Said) else value


VALUES = {"found": language_name, "asked": language_name}
"""Values that are codes of languages, by their name in the templates."""
