"""What refers to one provision of a law, and what it refers to."""

from dataclasses import dataclass

from ..models import Reference
from .addresses import Unit
from .lag import has_words

AROUND = 45
"""So many characters of the words around a reference are quoted on either side."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A unit that refers to another or is referred to, with the words, in ``language``; whether it is in the text.

    ``languages`` are those whose words refer, ``lacking`` those that have words there, but not this reference.
    """

    unit: Unit
    words: str
    language: str
    stands: bool
    languages: tuple[str, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Citations:
    """References that the same languages have, and the same are lacking."""

    languages: tuple[str, ...]
    lacking: tuple[str, ...]
    cited: tuple[Cited, ...]


def grouped(cited):
    """What is referred to, by the languages that do and do not; first what all of them have."""
    groups = {}
    for one in cited:
        groups.setdefault((one.languages, one.lacking), []).append(one)
    found = [Citations(*languages, tuple(ones)) for languages, ones in groups.items()]
    return sorted(found, key=lambda group: bool(group.lacking))


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
    found = referring_ids(law, id, addresses)
    return [_referring(key, id, found[key], in_languages) for key in sorted(found, key=addresses.order.get)]


def _referring(key, id, languages, in_languages):
    texts = {language: one.provision(key) for language, one in in_languages.items()}
    first = next(language for language in texts if language in languages)
    unit = in_languages[first].unit(key)
    return Cited(unit, _quoted(texts[first], id), first, True, *_had_and_lacking(languages, texts))


def cited(id, in_languages):
    """The units to which a provision refers, each once, with the words that name it in the first language that does."""
    texts = {language: addresses.provision(id) for language, addresses in in_languages.items()}
    found = {}
    for language, provision in texts.items():
        for target, reference in _targets(provision):
            if target in in_languages[language]:
                words = provision.words(reference.field)[reference.start : reference.end]
                found.setdefault(target, {}).setdefault(language, words)
    return [_cited(target, words, texts, in_languages) for target, words in found.items()]


def _cited(target, words, texts, in_languages):
    """``words`` are those that name the target, by language."""
    first = next(iter(words))
    addresses = in_languages[first]
    stands = not addresses.outermost_absent(target)
    return Cited(addresses.unit(target), words[first], first, stands, *_had_and_lacking(words, texts))


def _targets(provision):
    """Each unit that the provision names, with the reference that does."""
    return [(target, reference) for reference in provision.references for target in reference.targets]


def _had_and_lacking(languages, texts):
    """Languages that have a reference, and those that have words, but not this reference, always in one order."""
    lacking = [language for language, text in texts.items() if language not in languages and has_words(text)]
    return tuple(sorted(languages)), tuple(sorted(lacking))


def linked(provision, name, addresses):
    """The words of a field in pieces: (words, the id of the unit that they name, empty for other words)."""
    words, pieces, done = provision.words(name), [], 0
    for reference in sorted(provision.references, key=lambda one: one.start):
        target = next((target for target in reference.targets if target in addresses), "")
        if reference.field == name and target and reference.start >= done:
            pieces += [(words[done : reference.start], ""), (words[reference.start : reference.end], target)]
            done = reference.end
    return tuple((words, target) for words, target in [*pieces, (words[done:], "")] if words)


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
