"""The comparison: what the page shows and hides, what its links mean, and who may see which editions."""

import json

import pytest
from django.core.cache import caches
from django.urls import reverse
from lxml import html

from articles import procedures
from articles.lawtext.exporters import redline_setting
from articles.models import Person, Role
from articles.views import compare as compare_view

from .conftest import place
from .test_signing_in import english_in


@pytest.fixture(autouse=True)
def nothing_kept():
    caches["redlines"].clear()


@pytest.fixture
def chair(client, law, member):
    person = member(Role.CHAIR)
    client.force_login(person)
    return person


@pytest.fixture
def changed(law, by):
    """Draft 1, and a working text in which every kind of change stands."""
    procedures.freeze(law, "Первая", by=by)
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Решения принимаются тремя голосами.", by=by)
    procedures.exclude(law, place(law, "art_1__subclause_2"), by=by)
    new = {"ru": {"text": "Новый <b>пункт</b> & всё."}}
    procedures.insert(law, place(law, "art_3"), "clause", new, after=place(law, "art_3__clause_2"), by=by)
    moved, after = place(law, "art_2__clause_1__subclause_2"), place(law, "art_1__subclause_2")
    procedures.move(law, moved, place(law, "art_1"), after=after, by=by)
    law.refresh_from_db()
    return law


def address(old=1, new="working", query=""):
    return reverse("compare", args=["local", old, new]) + query


def page_of(response):
    assert response.status_code == 200
    return html.fromstring(response.content)


def words(element):
    return " ".join(element.text_content().split())


def shown(page):
    """The classes of the changes that are shown, in reading order."""
    return page.xpath("//main//*[@role='group' and not(@hidden)]/@data-change")


def test_every_change_has_its_number_its_class_and_why_it_matters(client, changed, chair):
    page = page_of(client.get(address()))
    change = page.xpath("//*[@role='group'][.//ins[contains(., 'тремя')]]")[0]
    assert "исключено: большинством" in words(change)
    assert "вставлено: тремя" in words(change)
    assert "Изменено" in words(change.find_class("about")[0])
    assert "Число" in words(change.find_class("about")[0])
    assert change.get("aria-label").endswith("статья 2, пункт 2, изменено: число")


def test_the_page_numbers_its_changes_as_the_file_does(client, changed, chair):
    page = page_of(client.get(address()))
    told = {int(one.get("data-number")): one.get("href") for one in page.xpath("//*[@class='change-list']/a")}
    told_in_file = json.loads(client.get(reverse("compare_export", args=["local", 1, "working", "json"])).content)
    ids = {number: f"#p-{one['provision']}" for number, one in enumerate(told_in_file["changes"], start=1)}
    assert told == ids


def test_every_link_of_the_page_leads_to_a_place_on_it(client, changed, chair):
    for query in ("", "?whole=1", "?view=beside&show=none&show=quiet"):
        page = page_of(client.get(address(query=query)))
        anchors = page.xpath("//@id")
        assert len(anchors) == len(set(anchors))
        assert {link[1:] for link in page.xpath("//main//a/@href | //aside//a/@href") if link[0] == "#"} <= {*anchors}


def test_the_words_of_the_law_are_never_markup(client, changed, chair):
    page = page_of(client.get(address()))
    assert "Новый <b>пункт</b> & всё." in words(page.find(".//main"))
    assert not page.xpath("//main//b")


def test_a_moved_unit_is_shown_at_both_ends_which_lead_to_each_other(client, changed, chair):
    page = page_of(client.get(address()))
    moved = place(changed, "art_1__subclause_3")
    ends = [page.get_element_by_id(f"p-{moved}"), page.get_element_by_id(f"p-{moved}-from")]
    assert [end.xpath(".//a[@class='move-link']/@href")[-1] for end in ends] == [f"#p-{moved}-from", f"#p-{moved}"]
    assert all("утверждение бюджета" in words(end) for end in ends)


def test_beside_each_other_the_old_words_stand_left_and_the_new_ones_right(client, changed, chair):
    page = page_of(client.get(address(query="?view=beside")))
    left, right = page.xpath("//*[@class='side-by-side'][.//ins[contains(., 'тремя')]]/div")
    assert words(left).startswith("2. Решения принимаются исключено: большинством")
    assert words(right).startswith("2. Решения принимаются вставлено: тремя")
    assert page.get_element_by_id("view-beside").get("checked") is not None
    inserted = page.xpath("//*[@data-change='inserted']//*[@class='side-by-side']/div")
    assert words(inserted[0]) == "отсутствовало"
    assert "Новый" in words(inserted[1])


def test_only_what_changed_is_shown_with_the_headings_above_it(client, changed, chair):
    page = page_of(client.get(address()))
    text = words(page.find(".//main"))
    assert "Статья 2. Компетенция кенеса" in text
    assert "Кенес вправе рассматривать обращения жителей" not in text
    assert "Кенес вправе рассматривать обращения жителей" in words(
        page_of(client.get(address(query="?whole=1"))).find(".//main")
    )


def test_the_whole_text_shows_also_what_is_not_marked_and_no_less_than_the_law(client, changed, chair):
    page = page_of(client.get(address(query="?whole=1&show=none")))
    assert not page.xpath("//main//*[contains(@class, 'change')][@hidden]")
    muted = page.xpath("//main//*[contains(@class, 'is-muted')]")
    assert any("тремя" in words(one) for one in muted)
    headings = page.xpath("//main/*[contains(@class, 'heading')]")
    assert "Статья 1. Основные понятия" in [words(one) for one in headings]


@pytest.mark.parametrize(("query", "views"), [("", {"inline", "side-by-side"}), ("?whole=1", {"inline"})])
def test_the_whole_text_comes_in_one_view_only(client, changed, chair, query, views):
    page = page_of(client.get(address(query=query)))
    assert {*page.xpath("//*[@class='wordings']/*/@class")} & {"inline", "side-by-side"} == views


def test_the_whole_text_comes_beside_where_that_was_asked_for(client, changed, chair):
    page = page_of(client.get(address(query="?whole=1&view=beside")))
    assert not page.xpath("//*[@class='inline']")
    assert len(page.xpath("//*[@class='side-by-side']")) > len(page.xpath("//*[@role='group']"))


def test_a_renumbered_article_keeps_its_heading_above_what_changed_in_it(client, changed, by, chair):
    procedures.insert(changed, place(changed, "chp_1"), "article", {"ru": {"heading": "Новая"}}, by=by)
    for query in ("", "?show=none&show=reworded"):
        page = page_of(client.get(address(query=query)))
        headings = page.xpath("//main/*[contains(@class, 'heading')][not(@hidden)]")
        assert "Статья 3. Компетенция кенеса" in [words(one) for one in headings]


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("?show=none&show=inserted", {"inserted"}),
        ("?show=none&show=inserted&show=moved", {"inserted", "moved"}),
        ("?show=none&show=moved&substance=1", set()),
        ("?show=none", set()),
        ("?show=nonsense", set()),
        ("?substance=1", {"inserted", "excluded", "reworded"}),
    ],
)
def test_a_query_shows_the_kinds_that_it_names_and_nothing_else(client, changed, chair, query, kinds):
    page = page_of(client.get(address(query=query)))
    assert set(shown(page)) == kinds
    listed = {one.get("data-filter") for one in page.xpath("//*[@class='change-list']/a[not(@hidden)]")}
    assert listed == kinds
    headings = page.xpath("//main/*[contains(@class, 'heading')][not(@hidden)]")
    assert bool(headings) == bool(kinds)


def test_filtering_renumbers_nothing_but_counts_what_is_shown(client, changed, chair):
    numbers = "//*[@class='change-list']/a[@data-filter='inserted']/@data-number"
    every = page_of(client.get(address()))
    some = page_of(client.get(address(query="?show=none&show=inserted")))
    assert every.xpath(numbers) == some.xpath(numbers) != ["1"]
    assert words(some.get_element_by_id("steps")) == "1 из 1"


def test_the_choices_are_a_form_that_works_without_script(client, changed, chair):
    page = page_of(client.get(address(query="?view=beside&whole=1&show=none&show=inserted&substance=1")))
    form = dict.fromkeys(page.xpath("//input[@form='choices'][@checked]/@name"))
    assert list(form) == ["view", "whole", "show", "substance"]
    assert page.xpath("//form[@id='choices']//input[@name='language']/@value") == ["ru"]
    assert page.xpath("//button[@form='choices']")


def test_renumbered_units_are_folded_with_their_old_and_new_places(client, changed, chair):
    page = page_of(client.get(address()))
    fold = page.xpath("//details[contains(@class, 'folded')][.//td[contains(., 'подпункт 3)')]]")[0]
    assert fold.get("open") is None
    page = page_of(client.get(address(query="?show=none&show=quiet")))
    assert {fold.get("open") is None for fold in page.xpath("//main/details[contains(@class, 'folded')][@open]")} == {
        False
    }


def test_two_equal_texts_are_said_to_be_equal(client, law, by, chair):
    procedures.freeze(law, "Первая", by=by)
    page = page_of(client.get(address()))
    assert "Различий нет. Оба текста совпадают слово в слово." in words(page.find(".//main"))


def test_a_comparison_that_fails_says_so_and_never_shows_an_empty_redline(client, changed, chair, monkeypatch):
    def fail(*_arguments, **_named):
        raise redline_setting.RedlineIncomplete("Change 1 (Article 1) has no place in the text.")

    monkeypatch.setattr(compare_view, "redline", fail)
    response = client.get(address())
    assert response.status_code == 500
    assert "Сравнить тексты не удалось" in response.content.decode()
    assert "Различий нет" not in response.content.decode()


def test_notices_of_the_comparison_are_shown(client, changed, chair, monkeypatch):
    found = compare_view.redline

    def noticed(comparison, *arguments, **named):
        object.__setattr__(comparison, "notices", ("Too <long> to compare.",))
        return found(comparison, *arguments, **named)

    monkeypatch.setattr(compare_view, "redline", noticed)
    assert "Too <long> to compare." in words(page_of(client.get(address())).find(".//main"))


def test_a_change_keeps_its_link_when_the_working_text_goes_on(client, changed, by, chair):
    clause = place(changed, "art_2__clause_2")
    before = page_of(client.get(address())).get_element_by_id(f"p-{clause}").get("data-number")
    procedures.insert(changed, place(changed, "chp_1"), "article", {"ru": {"heading": "Новая"}}, by=by)
    change = page_of(client.get(address())).get_element_by_id(f"p-{clause}")
    assert "тремя" in words(change)
    assert change.get("data-number") != before


def test_the_working_text_is_compared_anew_after_an_act(client, changed, by, chair):
    assert "четырьмя" not in words(page_of(client.get(address())))
    procedures.reword(changed, place(changed, "art_2__clause_2"), "ru", text="Принимаются четырьмя голосами.", by=by)
    assert "четырьмя" in words(page_of(client.get(address())))


def test_the_text_is_in_one_language_and_what_is_said_of_it_in_another(client, changed, chair):
    Person.objects.filter(pk=chair.pk).update(language="ru")
    page = page_of(client.get(address(query="?language=kk")))
    assert "жиын" in words(page.find(".//main"))
    assert "Исключено" in words(page.find(".//main"))
    assert page.xpath("//*[@class='wordings']/@lang")[0] == "kk"


def test_a_language_that_either_side_lacks_is_no_page(client, changed, chair):
    assert client.get(address(query="?language=en")).status_code == 404
    changed.drafts.get().documents.filter(language="kk").delete()
    assert client.get(address(query="?language=kk")).status_code == 404


@pytest.mark.parametrize("sides", [(1, 9), (9, "working"), (0, 1)])
def test_an_edition_that_is_not_there_is_no_page(client, changed, chair, sides):
    assert client.get(f"/laws/local/compare/{sides[0]}/{sides[1]}/").status_code == 404


def test_the_newest_draft_is_compared_with_the_working_text_or_the_draft_before(client, changed, by, member):
    procedures.freeze(changed, "Вторая", by=by)
    newest = reverse("compare_newest", args=["local"])
    client.force_login(member(Role.LINGUIST))
    assert client.get(newest).url == address(2, "working")
    client.force_login(member(Role.EXPERT))
    assert client.get(newest).url == address(1, 2)


def test_other_editions_are_chosen_in_a_form(client, changed, by, chair):
    procedures.freeze(changed, "Вторая", by=by)
    page = page_of(client.get(address(1, 2)))
    form = page.get_element_by_id("choose")
    assert form.xpath(".//select[@name='old']/option/@value") == ["working", "2", "1"]
    response = client.get(form.get("action"), {"old": "2", "new": "1", "language": "kk"})
    assert response.url == address(2, 1, "?language=kk")


def test_the_working_text_is_neither_offered_nor_shown_to_who_may_not_read_it(client, changed, by, member):
    procedures.freeze(changed, "Вторая", by=by)
    client.force_login(member(Role.EXPERT))
    page = page_of(client.get(address(1, 2)))
    assert page.xpath("//select[@name='old']/option/@value") == ["2", "1"]
    assert client.get(address(1, "working")).status_code == 403
    assert client.get(reverse("compare_export", args=["local", "working", 1, "html"])).status_code == 403
    chosen = client.get(reverse("compare_newest", args=["local"]), {"old": "1", "new": "working"})
    assert chosen.url == address(1, 2)


@pytest.mark.parametrize(
    ("role", "drafts", "sentence", "goal"),
    [
        (Role.CHAIR, 0, "закрепите её, и здесь будет видно", "drafts"),
        (Role.LINGUIST, 0, "Ни одна редакция ещё не закреплена; когда она появится", "law"),
        (Role.EXPERT, 0, "Рабочая группа ещё не закрепила ни одной редакции", "laws"),
        (Role.EXPERT, 1, "Пока есть одна редакция", "law"),
    ],
)
def test_with_nothing_to_compare_the_page_says_what_is_missing(client, law, by, member, role, drafts, sentence, goal):
    if drafts:
        procedures.freeze(law, "Первая", by=by)
    client.force_login(member(role))
    page = page_of(client.get(reverse("compare_newest", args=["local"])))
    assert sentence in words(page.find(".//main"))
    assert page.xpath("//main//a/@href") == [reverse(goal, args=[] if goal == "laws" else ["local"])]


@pytest.mark.parametrize(("format", "begins"), [("html", b"<!doctype html>"), ("pdf", b"%PDF"), ("json", b"{")])
def test_a_redline_comes_as_a_file_with_its_name(client, changed, chair, format, begins):
    response = client.get(reverse("compare_export", args=["local", 1, "working", format]))
    assert response.headers["Content-Disposition"] == f'attachment; filename="local-1-working-ru.{format}"'
    assert response.content.startswith(begins)


def test_an_unknown_format_is_no_page(client, changed, chair):
    assert client.get(reverse("compare_export", args=["local", 1, "working", "exe"])).status_code == 404


def test_queries_do_not_grow_with_the_law(client, changed, by, chair, django_assert_max_num_queries):
    with django_assert_max_num_queries(22) as first:
        client.get(address())
    for number in range(20):
        procedures.insert(changed, place(changed, "art_2"), "clause", {"ru": {"text": f"Пункт {number}."}}, by=by)
    with django_assert_max_num_queries(22) as second:
        client.get(address())
    assert len(second) == len(first)
    with django_assert_max_num_queries(12):
        client.get(address())


@pytest.mark.parametrize("query", ["", "?whole=1", "?show=none&show=quiet&language=ru"])
def test_the_page_has_no_english_word_in_kazakh(client, changed, chair, query):
    Person.objects.filter(pk=chair.pk).update(language="kk")
    page = page_of(client.get(address(query=query)))
    page.get_element_by_id("exports").drop_tree()
    parts = page.xpath("//section[@class='subhead'] | //aside[@id='changes'] | //main")
    said = [text for part in parts for text in part.xpath(".//text() | .//@aria-label | .//@title")]
    assert english_in(" ".join(said)) == set()


def test_a_change_names_who_made_it_last_and_why_for_those_who_read_the_working_text(client, law, by, member):
    procedures.freeze(law, "Первая", by=by)
    clause = place(law, "art_2__clause_2")
    procedures.reword(law, clause, "ru", text="Решения принимаются единогласно.", by=by)
    procedures.freeze(law, "Вторая", by=by)
    procedures.reword(law, clause, "ru", text="Решения принимает председатель.", by=by)
    address = reverse("compare", args=["local", 1, 2])
    client.force_login(member(Role.CHAIR))
    assert f"{by.person.name}, " in client.get(address).content.decode()
    assert f": {by.reason}" in client.get(address).content.decode()
    client.force_login(member(Role.EXPERT))
    assert by.person.name not in client.get(address).content.decode()
