"""The law on its page: head of the bill, headings, outline, what is not translated, where links lead."""

from collections import Counter
from itertools import pairwise

import pytest
from django.urls import reverse
from lxml import html

from articles import procedures
from articles.lawtext.edition import Edition
from articles.lawtext.provision import Provision
from articles.models import Person, Role
from articles.texts.sources import Source
from articles.views.reading import Group, Item, sheet

from .conftest import place


@pytest.fixture
def page(client, law, member):
    """The page of the law in one language, parsed: ``page("kk")``."""
    client.force_login(member(Role.CHAIR))

    def read(language="ru"):
        return html.fromstring(client.get(reverse("law", args=[law.slug]), {"language": language}).content)

    return read


def words(element):
    return " ".join(element.text_content().split())


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("ru", "Проект ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН О местном самоуправлении"),
        ("kk", "Жоба ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ Жергілікті өзін-өзі басқару туралы"),
    ],
)
def test_the_page_begins_with_the_head_of_the_bill(page, language, head):
    assert words(page(language).get_element_by_id("b-head")) == head


def test_headings_go_down_without_a_gap(page):
    levels = [int(element.tag[1]) for element in page().find(".//main").iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_link_leads_to_a_place_on_the_page_and_no_place_is_named_twice(page):
    read = page()
    ids = Counter(read.xpath("//@id"))
    assert max(ids.values()) == 1
    links = read.xpath("//nav//@href[starts-with(., '#')] | //main//@href[starts-with(., '#')]")
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_the_outline_lists_chapters_with_their_articles(page):
    groups = page().xpath("//nav//details")
    listed = [(words(group.find("summary")), [words(item) for item in group.iter("li")]) for group in groups]
    assert listed == [
        ("1. Общие положения", ["1Основные понятия", "2Компетенция кенеса"]),
        ("2. Заключительные положения", ["3Срок действия"]),
    ]


def test_an_article_that_is_not_translated_says_so_once(law, by, page):
    words_of = {"ru": {"heading": "Статус кенеса"}}
    procedures.insert(law, place(law, "chp_1"), "article", words_of, after=place(law, "art_2"), by=by)
    procedures.insert(law, place(law, "art_3"), "clause", {"ru": {"text": "Кенес – юридическое лицо."}}, by=by)
    Person.objects.update(language="en")
    read = page("kk")
    assert words(read.get_element_by_id("art_3").find("h3")) == "3-бап. no text in this language"
    assert "1." not in [words(unit)[:2] for unit in read.xpath("//*[@id='art_3']/../*[@class='unit']")]
    assert "Кенес – юридическое лицо." in words(page("ru"))


def test_the_signatory_and_the_fingerprint_stand_under_the_text(law, page):
    signatory, edition = page().xpath("//main//p")[-2:]
    assert words(signatory) == "Президент Республики Казахстан"
    assert law.edition("ru").fingerprint in words(edition).replace(" ", "")


def test_the_date_of_a_draft_is_written_as_the_language_of_the_interface_has_it(client, law, by, page):
    procedures.freeze(law, "Бірінші", by=by)
    page()
    client.post(reverse("interface_language"), {"language": "kk", "next": "/"})
    draft = html.fromstring(client.get(reverse("draft", args=[law.slug, 1])).content)
    assert " жылғы " in words(draft.xpath("//*[@class='subhead']/p")[0])


def sheet_of(*children, notes=()):
    return sheet(Source(Provision("law", heading="О тесте", children=children), Edition(language="ru"), notes))


def units_of(*children, **options):
    _head, *blocks = sheet_of(*children, **options).blocks
    return [unit for block in blocks for unit in block.units]


def test_the_outline_of_a_law_without_chapters_is_one_group_without_a_title():
    articles = [Provision("article", number=str(number), heading=f"Статья о {number}") for number in (1, 2)]
    items = (Item("art_1", "1", "Статья о 1"), Item("art_2", "2", "Статья о 2"))
    assert sheet_of(*articles).outline == (Group("", "", items),)


def test_the_outline_leads_to_the_block_above_the_title_of_an_annex():
    annex = Provision("annex", heading="Перечень", children=(Provision("clause", number="1", text="Первое."),))
    assert sheet_of(annex).outline == (Group("annex_1", "Перечень", ()),)


def test_cells_of_a_table_are_escaped():
    table = Provision("table", text="Вид\tДоля\n<b>Налог</b>\t1 & 2")
    article = Provision("article", number="1", heading="Доли", children=(table,))
    (unit,) = [unit for unit in units_of(article) if unit["rows"]]
    assert unit["rows"] == (("Вид", "Доля"), ("&lt;b&gt;Налог&lt;/b&gt;", "1 &amp; 2"))


def test_an_editorial_note_goes_with_its_unit():
    article = Provision("article", number="1", heading="Доли", text="Доли равны.")
    heading, *_others = units_of(article, notes=(((0,), "Сноска. Заголовок с изменениями."),))
    assert (heading["label"], heading["notes"]) == ("Статья 1. ", ("Сноска. Заголовок с изменениями.",))
