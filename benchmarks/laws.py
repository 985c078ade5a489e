"""Laws of a promised size: the same call gives the same law on every machine."""

import functools
import pickle
import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from uuid import NAMESPACE_OID, uuid5

from articles.lawtext.numbering import renumbered
from articles.lawtext.provision import Provision, provisions, rebuilt
from articles.lawtext.references import link
from articles.lawtext.units import label

from .phrases import BY_LANGUAGE, Phrases

ARTICLES_IN_A_CHAPTER = 12
CLAUSES_IN_AN_ARTICLE = 5
WORDS_IN_A_CLAUSE = 66
LONG_SENTENCE, SHORT_SENTENCE = 21, 8
"""About so many words; of a short one only the first parts are written."""
SHORT_PARTS = 3
LISTED_CLAUSE, ARTICLES_TO_A_LIST = 3, 5
"""The clause of every fifth article that is an introduction and a list."""
LISTED = 5
LARGEST_NUMBER = 30
FEW_WORDS, TEN_WORDS = (1, 3), (10, 10)
"""How many words of a clause are changed, at least and at most."""
PLACE = re.compile("{([nw])}")
WORDS_ON_A_PAGE = 428
"""As the typeset law of 960 articles has them: 740 pages."""


@functools.cache
def law(articles: int, language: str = "ru") -> Provision:
    """A law of so many articles of about five clauses of 66 words, with ids, numbers and references.

    A law of the same size in another language has the same ids.
    """
    random = Random(f"{articles} {language}")
    phrases = BY_LANGUAGE[language]
    chapters = tuple(
        Provision("chapter", heading=_heading(phrases, random), id=_id(articles, f"chapter {first}"), children=written)
        for first, written in _chapters(articles, phrases, random)
    )
    root = Provision("law", heading=phrases.title, children=chapters, id=_id(articles, "law"))
    return link(renumbered(root), language)[0]


def _id(articles: int, place: str) -> str:
    return str(uuid5(NAMESPACE_OID, f"{articles} {place}"))


def _chapters(articles: int, phrases: Phrases, random: Random) -> Iterator[tuple[int, tuple[Provision, ...]]]:
    for first in range(1, articles + 1, ARTICLES_IN_A_CHAPTER):
        numbers = range(first, min(first + ARTICLES_IN_A_CHAPTER, articles + 1))
        yield first, tuple(_article(number, articles, phrases, random) for number in numbers)


def _article(number: int, articles: int, phrases: Phrases, random: Random) -> Provision:
    clauses = []
    for clause in range(1, CLAUSES_IN_AN_ARTICLE + 1):
        has_list = clause == LISTED_CLAUSE and number % ARTICLES_TO_A_LIST == 0
        write = _list if has_list else _sentences
        text, items = write(articles, phrases, random)
        name = f"article {number} clause {clause}"
        children = tuple(
            Provision("subclause", text=item, id=_id(articles, f"{name} item {place}"))
            for place, item in enumerate(items)
        )
        clauses.append(Provision("clause", text=text, children=children, id=_id(articles, name)))
    heading = _heading(phrases, random)
    return Provision("article", heading=heading, children=tuple(clauses), id=_id(articles, f"article {number}"))


def _sentences(articles: int, phrases: Phrases, random: Random) -> tuple[str, tuple[str, ...]]:
    """Sentences up to the promised words; one clause in three names another clause of the law."""
    written: list[str] = []
    while (missing := WORDS_IN_A_CLAUSE - len(" ".join(written).split())) >= SHORT_SENTENCE:
        parts = phrases.parts if missing >= LONG_SENTENCE else phrases.parts[:SHORT_PARTS]
        written.append(_filled(" ".join(random.choice(part) for part in parts), phrases, random))
    if random.random() < 1 / 3:
        written[-1] += " " + phrases.source.format(
            clause=random.randint(1, CLAUSES_IN_AN_ARTICLE), article=random.randint(1, articles)
        )
    return ". ".join(written) + ".", ()


def _list(_articles: int, phrases: Phrases, random: Random) -> tuple[str, tuple[str, ...]]:
    *items, last = [_filled(item, phrases, random) for item in random.sample(phrases.items, LISTED)]
    return phrases.introduction, (*[f"{item};" for item in items], f"{last}.")


def _heading(phrases: Phrases, random: Random) -> str:
    return _filled(random.choice(phrases.headings), phrases, random)


def _filled(phrase: str, phrases: Phrases, random: Random) -> str:
    """The phrase with numbers and words in the places for them."""
    fill = {"n": lambda: str(random.randint(2, LARGEST_NUMBER)), "w": lambda: phrases.word(random)}
    return PLACE.sub(lambda place: fill[place[1]](), phrase)


def plain_text(root: Provision, language: str = "ru") -> str:
    """The law as a plain-text file would bring it, one line for each provision."""
    printed = (
        " ".join(filter(None, (label(unit.kind, unit.number, language), unit.heading, unit.text)))
        for unit in provisions(root)
    )
    return "\n".join(printed) + "\n"


def pages(root: Provision) -> float:
    """About how many pages the law prints on."""
    return sum(len(unit.text.split()) for unit in provisions(root)) / WORDS_ON_A_PAGE


def reworded(root: Provision, share: float, words: tuple[int, int] = FEW_WORDS, language: str = "ru") -> Provision:
    """The law with so many words, at least and at most, replaced in this share of its clauses."""
    random = Random(f"{share} {words} {language}")
    clauses = [unit for unit in provisions(root) if unit.kind == "clause"]
    plain = [clause.id for clause in clauses if not clause.children]
    chosen = set(random.sample(plain, round(share * len(clauses))))
    phrases = BY_LANGUAGE[language]

    def changed(unit: Provision) -> Provision:
        return replace(unit, text=_other(unit.text, words, phrases, random)) if unit.id in chosen else unit

    return apart(link(rebuilt(root, changed), language)[0])


def apart(root: Provision) -> Provision:
    """The same law from objects of its own, as another file or draft brings it: comparing must not find them alike."""
    return pickle.loads(pickle.dumps(root))


def _other(text: str, count: tuple[int, int], phrases: Phrases, random: Random) -> str:
    words = text.split()
    plain = [index for index, word in enumerate(words) if word.isalpha()]
    for index in random.sample(plain, random.randint(*count)):
        words[index] = phrases.word(random)
    return " ".join(words)


def with_an_article_more(root: Provision, language: str = "ru") -> Provision:
    """The law with a new article at the end of its first chapter and all articles after it renumbered."""
    phrases = BY_LANGUAGE[language]
    article = _article(0, 1, phrases, Random(language))
    first = replace(root.children[0], children=(*root.children[0].children, article))
    return apart(renumbered(replace(root, children=(first, *root.children[1:]))))


def changed_words(old: Provision, new: Provision) -> list[tuple[str, str]]:
    """The texts of the provisions that differ, in two laws of the same structure."""
    pairs = zip(provisions(old), provisions(new), strict=True)
    return [(before.text, after.text) for before, after in pairs if before.text != after.text]
