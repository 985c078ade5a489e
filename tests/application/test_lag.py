"""A text lags where an authentic language was reworded and it has not followed since, however often it was frozen."""

import pytest
from django.urls import reverse

from articles import procedures
from articles.lawtext.importers import read
from articles.lawtext.provision import provisions
from articles.models import Person, Role
from articles.texts.lag import lags_of, missing_in

from .conftest import place
from .drafting import parsed, said

CLAUSE = "art_2__clause_2"
ENGLISH = """On Local Self-government

This Law defines the standing of the bodies of local self-government.

Chapter 1. General provisions

Article 1. Basic concepts
The following concepts are used in this Law:
1) kenes means a body of local self-government;
2) gathering means a meeting of residents;
3) akim means an official.

Article 2. Competence of the kenes
1. The competence of the kenes covers:
1) approval of the development plan;
2) approval of the budget;
3) other matters.
The kenes may consider requests of residents.
2. Decisions are taken by a majority of votes.

Chapter 2. Final provisions

Article 3. Term of validity
1. This Law is valid for three years.
2. Before the term ends it may be prolonged.
"""


@pytest.fixture
def law(law, by):
    """The law with an English translation, frozen once."""
    procedures.add_language(law, read("law.txt", ENGLISH.encode(), "en"), by=by)
    procedures.freeze(law, "Первая", by=by)
    law.refresh_from_db()
    return law


def says(language, text):
    return lambda law, by, unit: procedures.reword(law, unit, language, text=text, by=by)


def freezes(law, by, _unit):
    procedures.freeze(law, "Ещё одна", by=by)


def undoes(law, by, _unit):
    procedures.undo(law, law.entries.last_one(), by=by)


def restores(number):
    return lambda law, by, _unit: procedures.restore_draft(law, law.drafts.numbered(number), by=by)


def inserts(law, by, unit):
    procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": "Новый пункт."}}, after=unit, by=by)


def adds_to_the_list(law, by, _unit):
    last = place(law, "art_1__subclause_3")
    procedures.insert(law, place(law, "art_1"), "subclause", {"ru": {"text": "иное."}}, after=last, by=by)


def moves(law, by, unit):
    procedures.move(law, unit, place(law, "art_3"), by=by)


def excludes(law, by, unit):
    procedures.exclude(law, unit, by=by)


def joins(law, by, _unit):
    procedures.join(law, place(law, "art_1__subclause_2"), by=by)


RUSSIAN = says("ru", "Решения принимаются единогласно.")
KAZAKH = says("kk", "Шешімдер бірауыздан қабылданады.")
TRANSLATED = says("en", "Decisions are taken unanimously.")
AGAIN = says("ru", "Решения принимаются без голосования.")
POLISHED = says("kk", "Шешімдер бір дауыстан қабылданады.")
BEHIND_RUSSIAN = {"kk": ("ru",), "en": ("ru",)}
BEHIND_KAZAKH = {"ru": ("kk",), "en": ("kk",)}
NOTHING = {}


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([], NOTHING),
        ([RUSSIAN], BEHIND_RUSSIAN),
        ([KAZAKH], BEHIND_KAZAKH),
        ([RUSSIAN, KAZAKH], {"en": ("ru", "kk")}),
        ([KAZAKH, RUSSIAN, TRANSLATED], NOTHING),
        ([TRANSLATED], NOTHING),
        ([RUSSIAN, TRANSLATED], {"kk": ("ru",)}),
        ([RUSSIAN, undoes], NOTHING),
        ([RUSSIAN, undoes, KAZAKH], BEHIND_KAZAKH),
        ([RUSSIAN, freezes], BEHIND_RUSSIAN),
        ([RUSSIAN, freezes, freezes], BEHIND_RUSSIAN),
        ([RUSSIAN, freezes, AGAIN, freezes], BEHIND_RUSSIAN),
        ([RUSSIAN, freezes, KAZAKH], {"en": ("ru",)}),
        ([RUSSIAN, freezes, KAZAKH, POLISHED, TRANSLATED], NOTHING),
        ([RUSSIAN, freezes, KAZAKH, TRANSLATED, freezes], NOTHING),
        ([RUSSIAN, freezes, KAZAKH, undoes], BEHIND_RUSSIAN),
        ([RUSSIAN, freezes, KAZAKH, freezes, POLISHED], {"ru": ("kk",), "en": ("ru", "kk")}),
        ([RUSSIAN, freezes, TRANSLATED, freezes], {"kk": ("ru",)}),
        ([RUSSIAN, KAZAKH, TRANSLATED, freezes], NOTHING),
        ([RUSSIAN, KAZAKH, TRANSLATED, freezes, AGAIN], BEHIND_RUSSIAN),
        ([RUSSIAN, freezes, AGAIN, KAZAKH, TRANSLATED], NOTHING),
        ([RUSSIAN, freezes, KAZAKH, AGAIN], BEHIND_RUSSIAN),
        ([RUSSIAN, freezes, KAZAKH, freezes, AGAIN], BEHIND_RUSSIAN),
        ([RUSSIAN, freezes, KAZAKH, AGAIN, POLISHED, TRANSLATED], NOTHING),
        ([RUSSIAN, freezes, restores(1)], NOTHING),
        ([RUSSIAN, freezes, KAZAKH, freezes, restores(2)], BEHIND_RUSSIAN),
        ([RUSSIAN, freezes, KAZAKH, TRANSLATED, freezes, restores(1), freezes, restores(3)], NOTHING),
        ([inserts, freezes], NOTHING),
        ([RUSSIAN, moves], BEHIND_RUSSIAN),
        ([RUSSIAN, excludes], NOTHING),
        ([moves], NOTHING),
        ([inserts], NOTHING),
        ([adds_to_the_list], NOTHING),
        ([joins], NOTHING),
    ],
)
def test_what_lags_behind_what(law, by, acts, expected):
    unit = place(law, CLAUSE)
    for act in acts:
        act(law, by, unit)
    for language in law.language_codes:
        behind = lags_of(law).behind_in(law.as_provision(language), language).of
        assert behind == ({unit: expected[language]} if language in expected else {})


def test_one_provision_lags_as_it_does_in_the_whole_law(law, by):
    unit = place(law, CLAUSE)
    RUSSIAN(law, by, unit)
    procedures.reword(law, place(law, "art_3__clause_2"), "kk", text="Басқаша.", by=by)
    alone = lags_of(law, unit)
    assert alone.followed == {unit: {"kk": {"ru": 1}, "en": {"ru": 1}}}
    [kazakh] = [item for item in provisions(law.as_provision("kk")) if item.id == unit]
    assert alone.behind(kazakh, "kk") == lags_of(law).behind(kazakh, "kk") == ("ru",)


def test_the_articles_in_which_something_lags_are_known(law, by):
    RUSSIAN(law, by, place(law, CLAUSE))
    procedures.reword(law, place(law, "chp_2"), "ru", heading="Прочее", by=by)
    assert lags_of(law).behind_in(law.as_provision("kk"), "kk").within == {place(law, "art_2")}


def test_words_that_came_after_the_draft_do_not_lag(law, by):
    unit = procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": "Новый пункт."}}, by=by).subject
    procedures.freeze(law, "Вторая", by=by)
    for language, text in {"ru": "Иной пункт.", "kk": "Өзге тармақ."}.items():
        procedures.reword(law, unit, language, text=text, by=by)
    assert not lags_of(law).behind_in(law.as_provision("kk"), "kk").of


def test_without_a_draft_nothing_lags(by):
    law = procedures.load("other", read("law.txt", ENGLISH.encode(), "en"), by=by)
    procedures.reword(law, place(law, CLAUSE), "en", text="Otherwise.", by=by)
    assert lags_of(law).draft == 0
    assert not lags_of(law).behind_in(law.as_provision("en"), "en").of


def test_words_are_missing_where_another_language_has_them(law, by):
    unit = procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": "Новый пункт."}}, by=by).subject
    texts = {language: list(provisions(law.as_provision(language))) for language in law.language_codes}
    assert {language: missing_in(language, texts) for language in texts} == {
        "ru": [],
        "kk": [str(unit)],
        "en": [str(unit)],
    }


@pytest.mark.parametrize(
    ("acts", "revision"),
    [
        ([RUSSIAN, freezes, AGAIN, freezes], 1),
        ([RUSSIAN, KAZAKH, freezes, AGAIN, freezes], 2),
        ([RUSSIAN, freezes, KAZAKH, AGAIN, freezes], 2),
    ],
)
def test_a_lag_counts_from_where_both_were_in_step(law, by, acts, revision):
    unit = place(law, CLAUSE)
    for act in acts:
        act(law, by, unit)
    assert lags_of(law).followed[unit]["kk"] == {"ru": revision}


@pytest.mark.parametrize("size", [1, 4])
def test_two_queries_whatever_the_size_and_the_number_of_drafts(law, by, django_assert_num_queries, size):
    for eid in (CLAUSE, "art_1__subclause_1", "art_1__subclause_2", "art_3__clause_2")[:size]:
        procedures.reword(law, place(law, eid), "ru", text="Иначе.", by=by)
        procedures.freeze(law, "Ещё одна", by=by)
    with django_assert_num_queries(2):
        assert len(lags_of(law).followed) == size


@pytest.fixture
def reader(client, law, member):
    """Opens the page of the law: ``reader(language="kk", beside="ru")``."""
    chair = member(Role.CHAIR)
    client.force_login(chair)

    def open(**asked):
        return parsed(client.get(reverse("law", args=[law.slug]), asked))

    open.person = chair
    return open


def marked(page):
    """What the marks of units say, with where they stand and lead."""
    return [(said(link), link.get("href")) for link in page.xpath("//*[@class='unit-marks']/a")]


def listed(page):
    """The articles that the outline marks as lagging, by eId."""
    return [link.get("href") for link in page.xpath("//*[@id='outline-list']//a[.//*[contains(@class, 'lagging')]]")]


@pytest.mark.parametrize(
    ("interface", "words"),
    [
        ("ru", "отстаёт: пункт 2 статьи 2"),
        ("kk", "қалып қойған: 2-баптың 2-тармағы"),
        ("en", "lags behind: point 2 of article 2"),
    ],
)
def test_a_unit_that_lags_is_marked_in_words_and_leads_to_its_page(law, by, reader, interface, words):
    unit = place(law, CLAUSE)
    RUSSIAN(law, by, unit)
    Person.objects.filter(pk=reader.person.pk).update(language=interface)
    page = reader(language="kk")
    [(label, address)] = marked(page)
    assert label == words
    assert address == reverse("provision", args=[law.slug, unit]) + "?language=kk"
    assert listed(page) == ["#art_2"]
    assert page.xpath("//*[@class='unit-marks']/@lang") == [interface]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_text_that_was_changed_and_a_translation_are_not_marked(law, by, reader, language):
    RUSSIAN(law, by, place(law, CLAUSE))
    page = reader(language=language)
    assert (marked(page), listed(page)) == ([], [])


@pytest.mark.parametrize(("language", "other", "half"), [("ru", "kk", 2), ("kk", "ru", 1)])
def test_beside_each_other_the_half_that_lags_is_marked(law, by, reader, language, other, half):
    RUSSIAN(law, by, place(law, CLAUSE))
    page = reader(language=language, beside=other)
    assert len(marked(page)) == 1
    assert page.xpath(f"//*[@class='pair']/*[{half}]/*[@class='unit-marks']")
    assert listed(page) == ["#art_2"]


def test_a_unit_of_several_lines_is_marked_once(law, by, reader):
    procedures.reword(law, place(law, "art_2__clause_1"), "ru", text="К ведению кенеса относятся:", by=by)
    assert len(marked(reader(language="kk"))) == 1


def test_an_act_brings_its_mark_and_the_answer_of_the_other_language_takes_it_away(law, by, reader):
    reader(language="kk")
    RUSSIAN(law, by, place(law, CLAUSE))
    assert len(marked(reader(language="kk"))) == 1
    KAZAKH(law, by, place(law, CLAUSE))
    assert marked(reader(language="kk")) == []


@pytest.mark.parametrize(("language", "is_offered"), [("ru", True), ("kk", True), ("en", False)])
def test_texts_of_the_law_are_shown_by_their_lag(law, reader, language, is_offered):
    assert bool(reader(language=language).xpath("//*[@id='only-lagging']")) is is_offered


def test_a_draft_shows_no_lag(client, law, by, reader):
    RUSSIAN(law, by, place(law, CLAUSE))
    page = parsed(client.get(reverse("draft", args=[law.slug, 1]), {"language": "kk"}))
    assert (marked(page), page.xpath("//*[@id='only-lagging']")) == ([], [])
