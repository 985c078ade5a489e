"""What refers to one provision of a law, and what it refers to."""

from dataclasses import dataclass

from .addresses import Unit
from .models import Reference

AROUND = 45
"""So many characters of the words around a reference are quoted on either side."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A unit that refers to another or is referred to, with the words, in ``language``; whether it is in the text."""

    unit: Unit
    words: str
    language: str
    stands: bool = True


def referring_ids(law, id, addresses):
    """The ids of the units in the text that refer to a provision, each with the languages in which they do."""
    found = Reference.objects.filter(target=id, wording__provision__law=law)
    languages = {}
    for key, language in found.values_list("wording__provision_id", "wording__language"):
        if str(key) in addresses and not addresses.outermost_absent(str(key)):
            languages.setdefault(str(key), set()).add(language)
    return languages


def referring(law, id, in_languages):
    """The units in the text that refer to a provision, in reading order, with the words around.

    ``in_languages`` are the Addresses by language; words are quoted in the first of them that has the reference.
    """
    addresses = next(iter(in_languages.values()))
    languages = referring_ids(law, id, addresses)
    found = []
    for key in sorted(languages, key=addresses.order.get):
        language = next(language for language in in_languages if language in languages[key])
        provision = in_languages[language].provision(key)
        found.append(Cited(addresses.unit(key), _quoted(provision, id), language))
    return found


def cited(addresses, provision):
    """The units to which a provision refers, each once, with the words that name it."""
    found = {}
    for reference in provision.references:
        words = provision.words(reference.field)[reference.start : reference.end]
        for target in reference.targets:
            if target in addresses:
                stands = not addresses.outermost_absent(target)
                found.setdefault(target, Cited(addresses.unit(target), words, addresses.language, stands))
    return list(found.values())


def _quoted(provision, id):
    """The words around the first reference of a provision to this id, cut between words."""
    reference = next((one for one in provision.references if id in one.targets), None)
    if reference is None:
        return ""
    words, start, end = provision.words(reference.field), reference.start, reference.end
    first = words.find(" ", max(start - AROUND, 0), start) + 1 if start > AROUND else 0
    last = words.rfind(" ", end, end + AROUND) if end + AROUND < len(words) else len(words)
    last = max(last, end)
    return f"{'…' if first else ''}{words[first:last]}{'…' if last < len(words) else ''}"
