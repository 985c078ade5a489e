"""What the page of the law says of changes since the last draft: bars beside the text, signs in the outline."""

import pytest

from articles import procedures
from articles.models import Role

from .conftest import place
from .drafting import Drafting, Update, said

CLAUSE = "art_2__clause_2"


@pytest.fixture
def asel(client, law, member):
    return Drafting(client, law, member(Role.DRAFTER))


@pytest.fixture
def frozen(law, by):
    procedures.freeze(law, "Первая", by=by)
    return law


def bars(page):
    """The class of each unit that has a bar, by eId."""
    return {unit.get("id"): unit.get("data-change") for unit in page.xpath("//*[@id='sheet']//*[@data-change]")}


def signs(page):
    """What stands beside articles in the outline, by eId."""
    found = {}
    for link in page.xpath("//*[@id='outline-list']//a[.//*[contains(@class, 'changed')]]"):
        found[link.get("href")[1:]] = "".join(link.xpath(".//*[contains(@class, 'changed')]/*[@aria-hidden]/text()"))
    return found


def rewords(law, by):
    procedures.reword(law, place(law, CLAUSE), "ru", text="Решения принимаются консенсусом.", by=by)


def rewords_a_heading(law, by):
    procedures.reword(law, place(law, "art_3"), "ru", heading="О сроке действия", by=by)


def rewords_a_chapter(law, by):
    procedures.reword(law, place(law, "chp_2"), "ru", heading="Прочее", by=by)


def inserts(law, by):
    words = {"ru": {"text": "Кенес публикует свои решения."}}
    procedures.insert(law, place(law, "art_2"), "clause", words, after=place(law, "art_2__clause_1"), by=by)


def inserts_an_article(law, by):
    words = {"ru": {"heading": "Статус кенеса"}}
    article = procedures.insert(law, place(law, "chp_1"), "article", words, after=place(law, "art_2"), by=by).subject
    procedures.insert(law, article, "clause", {"ru": {"text": "Кенес – юридическое лицо."}}, by=by)


def moves(law, by):
    procedures.move(law, place(law, CLAUSE), place(law, "art_1"), by=by)


def excludes(law, by):
    procedures.exclude(law, place(law, "art_1__subclause_2"), by=by)


def excludes_an_article(law, by):
    procedures.exclude(law, place(law, "art_1"), by=by)


def lowers(law, by):
    procedures.indent(law, place(law, "art_3__clause_2"), by=by)


def splits(law, by):
    halves = {"ru": ("Решения принимаются", "большинством голосов."), "kk": ("Шешімдер", "көпшілік дауыспен.")}
    procedures.split(law, place(law, CLAUSE), halves, by=by)


def joins(law, by):
    procedures.join(law, place(law, "art_1__subclause_2"), by=by)


def rewords_in_kazakh(law, by):
    procedures.reword(law, place(law, CLAUSE), "kk", text="Шешімдер бірауыздан қабылданады.", by=by)


def returns_the_words(law, by):
    text = "Решения принимаются большинством голосов."
    rewords(law, by)
    procedures.reword(law, place(law, CLAUSE), "ru", text=text, by=by)


@pytest.mark.parametrize(
    ("change", "units", "articles"),
    [
        (rewords, {"art_2__clause_2": "reworded"}, {"art_2": "~"}),
        (rewords_a_heading, {"art_3": "reworded"}, {"art_3": "~"}),
        (rewords_a_chapter, {"chp_2": "reworded"}, {}),
        (inserts, {"art_2__clause_2": "inserted"}, {"art_2": "+"}),
        (inserts_an_article, {"art_3": "inserted", "art_3__clause_1": "inserted"}, {"art_3": "+"}),
        (moves, {"art_1__clause_1": "moved"}, {"art_1": "⇄"}),
        (excludes, {}, {"art_1": "−"}),
        (excludes_an_article, {}, {}),
        (lowers, {"art_3__clause_1__subclause_1": "moved"}, {"art_3": "⇄"}),
        (splits, {"art_2__clause_2": "reworded", "art_2__clause_3": "reworded"}, {"art_2": "~"}),
        (joins, {"art_1__subclause_1": "reworded"}, {"art_1": "~"}),
        (rewords_in_kazakh, {}, {}),
        (returns_the_words, {}, {}),
    ],
)
def test_each_class_of_change_has_its_bar_and_its_sign(frozen, by, asel, change, units, articles):
    change(frozen, by)
    page = asel.read()
    assert bars(page) == units
    assert signs(page) == articles


def test_several_changes_of_an_article_have_a_sign_each_in_one_order(frozen, by, asel):
    for change in (excludes, rewords, inserts):
        change(frozen, by)
    procedures.reword(frozen, place(frozen, "art_1__subclause_1"), "ru", text="кенес – орган местной власти;", by=by)
    page = asel.read()
    assert signs(page)["art_1"] == "~−"
    assert said(page.get_element_by_id("since-draft")) == "после редакции 1 · изменено мест: 4"


def test_signs_and_bars_have_words_for_a_reader_of_screens(frozen, by, asel):
    rewords(frozen, by)
    page = asel.read()
    [link] = page.xpath("//*[@id='outline-list']//a[.//*[contains(@class, 'changed')]]")
    assert said(link).endswith("изложено иначе")
    assert "(изложено иначе)" in said(page.get_element_by_id("art_2__clause_2"))


def test_without_a_draft_nothing_is_marked(law, by, asel):
    rewords(law, by)
    page = asel.read()
    assert (bars(page), signs(page), said(page.get_element_by_id("since-draft"))) == ({}, {}, "")


def test_in_a_language_that_no_draft_has_nothing_is_marked(frozen, by, asel):
    frozen.drafts.get().documents.filter(language="ru").delete()
    rewords(frozen, by)
    assert bars(asel.read()) == {}


def test_a_new_draft_clears_bars_and_signs(frozen, by, asel):
    rewords(frozen, by)
    procedures.freeze(frozen, "Вторая", by=by)
    page = asel.read()
    assert (bars(page), signs(page)) == ({}, {})


def test_an_act_brings_its_bar_and_its_undoing_takes_it_away(frozen, asel):
    asel.read()
    answer = Update(asel.write(CLAUSE, text="Решения принимаются консенсусом."))
    [article] = [block for key, block in answer.replaced.items() if key == place(frozen, "art_2")]
    assert article.xpath(".//*[@data-change]/@id") == ["art_2__clause_2"]
    [outline] = answer.outline
    assert "изложено иначе" in said(outline)
    asel.since = answer.since
    answer = Update(asel.send("undo"))
    assert not answer.replaced[place(frozen, "art_2")].xpath(".//*[@data-change]")
    assert "изложено иначе" not in said(answer.outline[0])
