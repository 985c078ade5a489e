"""Random legal texts in three languages, and random drafting on them: what hypothesis feeds the comparison."""

import uuid
from dataclasses import replace

from hypothesis import strategies as st

from articles.lawtext.numbering import renumbered
from articles.lawtext.provision import Provision, identified

LANGUAGES = ("ru", "kk", "en")

_WORDS = {
    "ru": "кенес аким решение принимает утверждает бюджет местного сообщества не вправе обязан и или в на о порядке "
    "члены жителями пятнадцати рабочих дней тенге всё её собрание статьи пункта подпункта бюджета-2027 и/или",
    "kk": "кеңес әкім шешім қабылдайды бекітеді бюджетті жергілікті қоғамдастық тиіс құқылы және немесе міндетті "
    "он бес жұмыс күні теңге 17-бабы 2-тармағының өзін-өзі басқару мүшелері болмайды жатады осы Заңның",
    "en": "council akim decision takes approves budget of the local community shall may not must and or in on a "
    "members residents fifteen working days tenge meeting article point subpoint Partner's co-ordinate and/or",
}
WORDS = {language: tuple(words.split()) for language, words in _WORDS.items()}

TOKENS = (
    "5", "5-1)", "12-1(3)", "§ 4(2)(a)", "35,000,000", "5\u00a0000", "1 000", "15.01.2027", "1 января 2027",
    "2027 жылғы 1 қаңтар", "1 January 2027", "No. 123-VI", "57m", "«слово»", "“word”", '"x"', "2012–2013", "ст. 5",
    "No. 7", "15 %", "(далее – кенес)", "т.е.", "сло\u00adво", "и\u0306", "бiр", "👍🏽", "\u200b",
)  # fmt: skip
"""Tokens that tempt an engine to cut where it must not."""

MARKS = st.sampled_from((" ", " ", " ", " ", " ", ", ", ", ", "; ", ". ", ": ", "\u00a0", "  "))

HOSTILE = st.text(st.sampled_from("аіi 5-1).,;«»\u00a0\u202f\u0301\u00ad\ud83d№§'’-–\t"), max_size=24)
"""Letters, figures, marks and half a character in no order at all."""


@st.composite
def texts(draw, language=None, max_words=24):
    """Words of one language with the marks and numbers that laws have, as one paragraph."""
    language = language or draw(st.sampled_from(LANGUAGES))
    word = st.one_of(st.sampled_from(WORDS[language]), st.sampled_from(WORDS[language]), st.sampled_from(TOKENS))
    words = draw(st.lists(word, max_size=max_words))
    return "".join(part for word in words for part in (word, draw(MARKS))).strip()


@st.composite
def edited(draw, text):
    """A text in which some words were replaced, left out, put in, moved or repeated."""
    words = text.split(" ")
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(words) - 1)) if words else 0
        end = min(len(words), place + draw(st.integers(0, 4)))
        fresh = draw(st.lists(st.sampled_from((*WORDS["ru"], *WORDS["kk"], *WORDS["en"], *TOKENS)), max_size=4))
        words[place:end] = draw(st.sampled_from((fresh, [], [*words[place:end], *fresh], words[place:end] * 2)))
    return " ".join(words)


@st.composite
def wordings(draw):
    """Two wordings of one provision: an edited one, two strangers, or letters and marks in no order."""
    old = draw(st.one_of(texts(), texts(), HOSTILE))
    return old, draw(st.one_of(edited(old), edited(old), texts(), HOSTILE))


def _ids(number):
    """Ids that hypothesis can shrink: the same ones in every run."""
    count = iter(range(number, 1 << 30))
    return lambda: str(uuid.UUID(int=next(count), version=4))


@st.composite
def clauses(draw, language):
    items = draw(st.lists(texts(language, 8), max_size=3))
    children = tuple(Provision("subclause", text=f"{text};") for text in items)
    return Provision("clause", text=draw(texts(language)), children=children)


@st.composite
def articles(draw, language):
    heading = draw(texts(language, 4))
    return Provision("article", heading=heading, children=tuple(draw(st.lists(clauses(language), max_size=4))))


@st.composite
def laws(draw, language=None):
    """A numbered law with ids: chapters, articles, clauses, subclauses."""
    language = language or draw(st.sampled_from(LANGUAGES))
    chapters = draw(st.lists(st.lists(articles(language), max_size=3), min_size=1, max_size=3))
    root = Provision(
        "law",
        heading=draw(texts(language, 5)),
        children=tuple(Provision("chapter", heading=f"{n}", children=tuple(own)) for n, own in enumerate(chapters)),
    )
    return renumbered(identified(root, _ids(1)))


@st.composite
def drafted(draw, root, language="ru"):
    """The law after a few acts of drafting: rewording, inserting, excluding, moving; ids are kept."""
    for turn in range(draw(st.integers(0, 5))):
        act = draw(st.sampled_from((_reworded, _without, _inserted, _moved, _excluded)))
        root = act(draw, root, language, turn)
    return renumbered(root)


def _parents(root):
    return [unit for unit in _walk(root) if unit.children and unit.kind != "law"]


def _walk(root):
    yield root
    for child in root.children:
        yield from _walk(child)


def _replaced(root, old, new):
    """The tree with one provision put in the place of another; None takes it out."""
    children = tuple(
        found for child in root.children if (found := new if child is old else _replaced(child, old, new)) is not None
    )
    return replace(root, children=children)


def _any_unit(draw, root):
    units = [unit for unit in _walk(root) if unit.kind in ("article", "clause", "subclause")]
    return draw(st.sampled_from(units)) if units else None


def _reworded(draw, root, language, turn):
    unit = _any_unit(draw, root)
    return _replaced(root, unit, replace(unit, text=draw(edited(unit.text)))) if unit else root


def _without(draw, root, language, turn):
    unit = _any_unit(draw, root)
    return _replaced(root, unit, None) if unit else root


def _excluded(draw, root, language, turn):
    unit = _any_unit(draw, root)
    return _replaced(root, unit, replace(unit, status="excluded")) if unit else root


def _inserted(draw, root, language, turn):
    article = identified(draw(articles(language)), _ids(10_000 * (turn + 1)))
    chapter = draw(st.sampled_from(root.children))
    return _replaced(root, chapter, replace(chapter, children=(*chapter.children, article)))


def _moved(draw, root, language, turn):
    found = [unit for unit in _walk(root) if unit.kind == "article"]
    if not found:
        return root
    unit = draw(st.sampled_from(found))
    without = _replaced(root, unit, None)
    chapter = draw(st.sampled_from(without.children))
    place = draw(st.integers(0, len(chapter.children)))
    children = (*chapter.children[:place], unit, *chapter.children[place:])
    return _replaced(without, chapter, replace(chapter, children=children))
