"""The page of a provision: it follows moves, renumberings, splits and joins, and gives every revision back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles import procedures
from articles.lawtext.exporters.wordings import date_in_words
from articles.lawtext.importers import read
from articles.models import Entry, Membership, Person, Provision, Role, Wording
from articles.texts.addresses import addresses

from .conftest import RUSSIAN, lines, place


@pytest.fixture
def chair(client, law, member):
    person = member(Role.CHAIR)
    client.force_login(person)
    return person


CLAUSE = "art_2__clause_2"


@pytest.fixture
def clause(law):
    """«Решения принимаются большинством голосов.»"""
    return place(law, CLAUSE)


def address(pk, name="provision"):
    return reverse(name, args=["local", pk])


@pytest.fixture
def page(client, law, chair):
    """The page of a provision as a tree; ``page(id, revisions="from=1&to=2")``."""

    def open(pk, asked="", name="provision"):
        response = client.get(f"{address(pk, name)}?{asked}")
        assert response.status_code == 200
        return html.fromstring(response.content.decode())

    return open


def words(element):
    return " ".join(element.text_content().split())


def table(tree):
    """The history as lines of words, the newest first: revision, what and why."""
    return [" ".join(words(cell) for cell in row.xpath("td")[2:4]).strip() for row in tree.xpath("//tbody/tr")]


def title(tree):
    return words(tree.find(".//h1"))


def links(tree, label):
    """What the links of a section say, by the id of its heading."""
    return [words(link) for link in tree.xpath(f"//section[@aria-labelledby='{label}']//li/a")]


def reworded(law, by, clause, *texts, language="ru"):
    for text in texts:
        procedures.reword(law, clause, language, text=text, by=by)


def test_a_page_says_where_its_provision_stands(page, clause):
    tree = page(clause)
    assert title(tree) == "Статья 2, пункт 2"
    assert [words(crumb) for crumb in tree.xpath("//ol[@class='crumbs']/li")] == [
        "Глава 1. Общие положения",
        "Статья 2. Компетенция кенеса",
    ]
    assert tree.xpath("//ol[@class='crumbs']/li/a/@href")[1].endswith("/laws/local/?language=ru#art_2")


@pytest.mark.parametrize(
    ("interface", "crumb", "language"),
    [("ru", "Глава 1. Общие положения", "ru"), ("kk", "1-тарау. Жалпы ережелер", "kk")],
)
@pytest.mark.parametrize("read", ["ru", "kk"])
def test_crumbs_and_title_are_in_the_language_of_the_interface(page, chair, clause, read, interface, crumb, language):
    Person.objects.filter(pk=chair.pk).update(language=interface)
    first = page(clause, f"language={read}").xpath("//ol[@class='crumbs']/li")[0]
    assert (words(first), first.get("lang")) == (crumb, language)


def test_crumbs_are_marked_where_the_law_has_no_text_in_the_language_of_the_interface(page, chair, clause):
    Person.objects.filter(pk=chair.pk).update(language="en")
    first = page(clause, "language=kk").xpath("//ol[@class='crumbs']/li")[0]
    assert (words(first), first.get("lang")) == ("1-тарау. Жалпы ережелер", "kk")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ru", "Статья 2, пункт 2"), ("kk", "2-бап, 2-тармақ"), ("en", "Article 2, point 2")],
)
def test_the_title_is_in_the_language_of_the_interface(page, chair, clause, language, expected):
    Person.objects.filter(pk=chair.pk).update(language=language)
    assert title(page(clause, "language=ru")) == expected


def test_all_languages_stand_side_by_side(page, clause):
    beside = [words(text) for text in page(clause).xpath("//div[@class='languages-beside']/div")]
    assert "Русский версия 1" in beside[0]
    assert beside[0].endswith("2. Решения принимаются большинством голосов.")
    assert beside[1].endswith("2. Шешімдер көпшілік дауыспен қабылданады.")


def test_a_language_without_words_is_said_to_be_missing(page, law, by):
    entry = procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": "Новое."}}, by=by)
    beside = page(entry.subject).xpath("//div[@class='languages-beside']/div")
    assert "Нет текста" not in words(beside[0])
    assert words(beside[1]) == "Қазақша Нет текста На этом языке текста ещё нет."


def test_a_text_that_lags_says_since_when_and_what_has_changed(page, law, by, clause):
    procedures.freeze(law, "Первая", by=by)
    reworded(law, by, clause, "Решения принимаются консенсусом.", "Решения принимаются единогласно.")
    russian, kazakh = page(clause).xpath("//div[@class='languages-beside']/div")
    assert not russian.xpath(".//*[@class='state open'] | .//details")
    day = moment_day(law)
    assert words(kazakh.xpath("./span")[0]).startswith(f"Отстаёт с {day} · версия 1")
    [since] = kazakh.xpath(".//details")
    assert words(since.find("summary")) == "Что с тех пор изменилось в русском"
    assert since.find("div").get("lang") == "ru"
    assert [words(mark) for mark in since.xpath(".//del | .//ins")] == [
        "исключено: большинством голосов",
        "вставлено: единогласно",
    ]


def test_a_text_that_lags_since_an_earlier_draft_shows_all_that_changed_since_then(page, law, by, clause):
    procedures.freeze(law, "Первая", by=by)
    for text in ("Решения принимаются консенсусом.", "Решения принимаются единогласно."):
        reworded(law, by, clause, text)
        procedures.freeze(law, "Следующая", by=by)
    [since] = page(clause).xpath("//main//details[@class='since']")
    assert [words(mark) for mark in since.xpath(".//del | .//ins")] == [
        "исключено: большинством голосов",
        "вставлено: единогласно",
    ]


def moment_day(law):
    return date_in_words(timezone.localdate(law.entries.last_one().moment), "ru")


@pytest.mark.parametrize("name", ["provision", "margin"])
@pytest.mark.parametrize(
    ("interface", "state", "summary"),
    [
        ("ru", "Отстаёт", "Что с тех пор изменилось в русском"),
        ("kk", "Қалып қойған", "Содан бері орысша мәтінде не өзгерді"),
        ("en", "Lags behind", "What has changed since in the Russian text"),
    ],
)
def test_a_lag_is_said_in_the_language_of_the_person(page, law, by, chair, clause, name, interface, state, summary):
    procedures.freeze(law, "Первая", by=by)
    reworded(law, by, clause, "Решения принимаются единогласно.")
    Person.objects.filter(pk=chair.pk).update(language=interface)
    tree = page(clause, "language=kk", name=name)
    assert [words(one) for one in tree.xpath("//*[@class='state open']")] == [state]
    assert [words(one) for one in tree.xpath("//details/summary")] == [summary]


def test_texts_that_say_the_same_lag_nowhere(page, law, by, clause):
    procedures.freeze(law, "Первая", by=by)
    reworded(law, by, clause, "Решения принимаются единогласно.")
    reworded(law, by, clause, "Шешімдер бірауыздан қабылданады.", language="kk")
    assert not page(clause).xpath("//*[@class='state open'] | //main//details")


def test_what_left_the_text_does_not_lag(page, law, by, clause):
    procedures.freeze(law, "Первая", by=by)
    reworded(law, by, clause, "Решения принимаются единогласно.")
    procedures.exclude(law, place(law, "art_2"), by=by)
    assert not page(clause).xpath("//*[@class='state open']")


def test_the_redline_of_the_last_revision_comes_first_with_what_it_touches(page, law, by, clause):
    reworded(law, by, clause, "Решения принимаются двумя третями голосов.", "Решения не принимаются.")
    tree = page(clause)
    assert words(tree.get_element_by_id("redline-title")) == "Версия 2 → версия 3"
    section = tree.get_element_by_id("redline")
    assert "По существу" in words(section)
    assert "отрицание" in words(section)


def test_the_redline_between_any_two_revisions(page, law, by, clause):
    reworded(law, by, clause, "Решения принимаются единогласно.", "Решения принимаются простым большинством голосов.")
    section = page(clause, "from=1&to=3").get_element_by_id("redline")
    assert [words(mark) for mark in section.xpath(".//ins")] == ["вставлено: простым"]
    assert not section.xpath(".//del")


def test_the_older_revision_comes_first_however_they_are_asked_for(page, law, by, clause):
    reworded(law, by, clause, "Решения принимаются единогласно.")
    assert words(page(clause, "from=2&to=1").get_element_by_id("redline-title")) == "Версия 1 → версия 2"


@pytest.mark.parametrize("asked", ["from=9", "from=1&to=x", "to=-1", "from=99999999999999999999", "language=en"])
def test_a_revision_or_language_that_is_not_there_is_no_page(client, law, chair, clause, asked):
    assert client.get(f"{address(clause)}?{asked}").status_code == 404


def test_references_of_old_revisions_print_as_today_and_are_no_change(page, law, by):
    referring, target = place(law, "art_3__clause_1"), place(law, "art_2__clause_1__subclause_2")
    before = Wording.objects.get(provision=referring, language="ru").text
    procedures.move(law, target, place(law, "art_2__clause_1"), by=by)
    procedures.reword(law, referring, "ru", text=before.replace("действует три года", "действует пять лет"), by=by)
    section = page(referring).get_element_by_id("redline")
    assert "подпункта 1) пункта 1 статьи 2" in words(section)
    assert [words(mark) for mark in section.xpath(".//ins")] == ["вставлено: пять лет"]


def test_an_update_by_htmx_is_the_redline_alone(client, law, by, chair, clause):
    reworded(law, by, clause, "Решения принимаются единогласно.")
    response = client.get(f"{address(clause)}?from=1&to=2", headers={"HX-Request": "true"})
    assert "единогласно" in response.content.decode()
    assert "<main" not in response.content.decode()
    assert "HX-Request" in response.headers["Vary"]


def test_a_moved_provision_keeps_its_page_and_tells_from_where_it_came(page, law, by, clause):
    procedures.freeze(law, "Первая", by=by)
    procedures.move(law, clause, place(law, "art_3"), by=by)
    tree = page(clause)
    assert title(tree) == "Статья 3, пункт 1"
    assert table(tree)[0] == "Перемещено: Статья 2 → Статья 3 проба"
    assert table(tree)[1] == "Вошло в редакцию 1 «Первая»: Статья 2, пункт 2"
    assert "Прежний адрес, редакция 1: Статья 2, пункт 2." in words(tree)


def test_a_renumbered_provision_keeps_its_page_and_its_former_numbers(page, law, by, clause):
    procedures.freeze(law, "Первая", by=by)
    procedures.exclude(law, place(law, "art_2__clause_1"), by=by)
    procedures.freeze(law, "Вторая", by=by)
    tree = page(clause)
    assert title(tree) == "Статья 2, пункт 1"
    assert table(tree)[:2] == [
        "Вошло в редакцию 2 «Вторая»: Статья 2, пункт 1",
        "Вошло в редакцию 1 «Первая»: Статья 2, пункт 2",
    ]


def test_both_halves_of_a_split_tell_of_each_other(page, law, by, clause):
    halves = {"ru": ("Решения принимаются.", "Большинством голосов."), "kk": ("Шешімдер.", "Қабылданады.")}
    procedures.split(law, clause, halves, by=by)
    second = place(law, "art_2__clause_3")
    assert table(page(clause))[0].startswith(
        "2 Разделено, вторая часть: Статья 2, пункт 3; Изменён текст (русский, казахский)"
    )
    assert table(page(second)) == ["1 Выделено из: Статья 2, пункт 2 проба"]
    assert page(second).xpath("//tbody//a/@href") == [f"{address(clause)}?language=ru"]


def test_what_was_joined_leads_to_where_its_words_went(page, law, by, clause):
    third = procedures.insert(
        law, place(law, "art_2"), "clause", {"ru": {"text": "Иное."}}, after=clause, by=by
    ).subject
    procedures.join(law, third, by=by)
    tree = page(third)
    notice = tree.xpath("//main//p[@class='notice']")[0]
    assert words(notice) == (
        "Сейчас в тексте этого нет: слова вошли в другой элемент: Статья 2, пункт 2. Дальнейшая история – там."
    )
    assert table(tree)[0] == "Присоединено к: Статья 2, пункт 2 проба"
    assert table(page(clause))[0] == "2 Присоединено: Статья 2, пункт 3; Изменён текст (русский) проба"


def test_a_change_of_level_is_told_with_both_levels(page, law, by, clause):
    procedures.indent(law, clause, by=by)
    assert "Изменён уровень (пункт → подпункт)" in table(page(clause))[0]


def test_an_undone_act_leads_to_its_line(page, law, by, clause):
    entry = procedures.reword(law, clause, "ru", text="Решения принимаются единогласно.", by=by)
    procedures.undo(law, entry, by=by)
    tree = page(clause)
    assert table(tree)[0].startswith("3 Отменено: «Изложено иначе»")
    line = tree.xpath("//tbody/tr[1]//a/@href")[0]
    assert "Изменён текст" in words(tree.get_element_by_id(line.removeprefix("#")))


def test_the_final_mark_that_another_act_changed_is_told_as_that(page, law, by):
    last = place(law, "art_1__subclause_3")
    procedures.insert(law, place(law, "art_1"), "subclause", {"ru": {"text": "иное."}}, after=last, by=by)
    assert table(page(last))[0].startswith("2 Знак в конце следует за местом в перечне (русский, казахский)")


def test_what_was_excluded_can_be_put_back_from_its_page(client, page, law, by, clause):
    procedures.freeze(law, "Первая", by=by)
    procedures.exclude(law, clause, by=by)
    procedures.freeze(law, "Вторая", by=by)
    tree = page(clause)
    assert "исключено; слова и история сохранены." in words(tree)
    assert table(tree)[:2] == ["Не вошло в редакцию 2 «Вторая»", "Исключено проба"]
    assert not tree.xpath("//form[contains(@action, 'restore-revision')]")
    response = client.post(tree.xpath("//form[contains(@action, '/restore/')]/@action")[0], follow=True)
    assert "Восстановлено" in response.content.decode()
    assert "2. Решения принимаются большинством голосов." in lines(law)
    assert table(page(clause))[0] == "Возвращено в текст"


def test_what_left_with_the_unit_around_it_leads_there(page, law, by, clause):
    article = place(law, "art_2")
    procedures.exclude(law, article, by=by)
    notice = page(clause).xpath("//main//p[@class='notice']")[0]
    assert "исключено вместе с элементом, в котором стоит: Статья 2." in words(notice)
    assert notice.xpath(".//a/@href") == [f"{address(article)}?language=ru"]


def test_a_revision_is_returned_as_one_entry(client, page, law, by, chair, clause):
    reworded(law, by, clause, "Решения принимаются единогласно.")
    form = page(clause).xpath("//form[contains(@action, 'restore-revision')]")[0]
    response = client.post(form.action, dict(form.fields), follow=True)
    assert "Возвращены слова версии 1." in response.content.decode()
    assert "2. Решения принимаются большинством голосов." in lines(law)
    entry = law.entries.order_by("-sequence").first()
    assert (entry.act, entry.person, entry.reason) == (Entry.Act.REWORD, chair, "Возвращена версия 1")
    assert table(page(clause))[0] == "3 Изменён текст (русский) Возвращена версия 1"


def test_references_of_a_returned_revision_stay_alive(client, law, by, chair):
    referring = place(law, "art_3__clause_1")
    reworded(law, by, referring, "Настоящий Закон действует три года.")
    client.post(address(referring, "restore_revision"), {"language": "ru", "revision": 1, "base": 2})
    procedures.move(law, place(law, "art_2__clause_1__subclause_2"), place(law, "art_2__clause_1"), by=by)
    assert any("за исключением подпункта 1) пункта 1 статьи 2 настоящего Закона." in line for line in lines(law))


def test_a_returned_list_item_ends_as_its_place_asks(client, law, by, chair):
    item = place(law, "art_1__subclause_3")
    reworded(law, by, item, "аким – глава исполнительного органа.")
    procedures.insert(law, place(law, "art_1"), "subclause", {"ru": {"text": "иное."}}, after=item, by=by)
    client.post(address(item, "restore_revision"), {"language": "ru", "revision": 1, "base": 3})
    assert "3) аким – должностное лицо;" in lines(law)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"revision": 2, "base": 2}, "Слова не изменились."),
        ({"revision": 1, "base": 1}, "Тем временем сохранена версия 2: сначала посмотрите её, ничего не изменено."),
        ({"revision": 7, "base": 2}, "Такой версии нет."),
    ],
)
def test_what_cannot_be_returned_is_said_in_a_sentence(client, law, by, chair, clause, asked, sentence):
    reworded(law, by, clause, "Решения принимаются единогласно.")
    response = client.post(address(clause, "restore_revision"), {"language": "ru", **asked}, follow=True)
    assert sentence in words(html.fromstring(response.content.decode()).get_element_by_id("notices"))
    assert "2. Решения принимаются единогласно." in lines(law)


def test_what_refers_to_a_provision_is_quoted_and_linked(page, law):
    tree = page(place(law, "art_2__clause_1__subclause_2"))
    assert links(tree, "referring-title") == ["Статья 3, пункт 1"]
    quote = words(tree.xpath("//*[@id='referring']//li/q")[0])
    assert "за исключением подпункта 2) пункта 1 статьи 2 настоящего Закона" in quote


def test_what_a_provision_refers_to_is_linked(page, law, by, clause):
    referring = place(law, "art_2__clause_1__subclause_2")
    assert links(page(referring), "cited-title") == ["Статья 2, пункт 2"]
    procedures.exclude(law, clause, by=by)
    assert "нет в тексте" in words(page(referring).find(".//aside"))


def test_a_reference_that_one_language_lacks_is_said_in_words(page, law, by):
    item, clause = place(law, "art_2__clause_1__subclause_2"), place(law, CLAUSE)
    reworded(law, by, item, "бюджетті бекіту;", language="kk")
    for language in ("ru", "kk"):
        section = page(item, f"language={language}").xpath("//section[@aria-labelledby='cited-title']")[0]
        assert [words(heading) for heading in section.xpath("h3")] == ["Только на языке: русский"]
        assert [words(state) for state in section.xpath("p")] == ["Этих ссылок нет на языке: казахский"]
        assert links(section, "cited-title") == ["Статья 2, пункт 2"]
        assert section.xpath(".//q/@lang") == ["ru"]
        section = page(clause, f"language={language}").get_element_by_id("referring")
        assert [words(heading) for heading in section.xpath("h3")] == ["Только на языке: русский"]


def test_references_that_languages_have_alike_stand_ahead_of_those_that_they_have_not(page, law, by):
    item = place(law, "art_2__clause_1__subclause_2")
    reworded(law, by, item, "бюджет по пункту 2 настоящей статьи и пункту 1 статьи 3 настоящего Закона;")
    section = page(item).xpath("//section[@aria-labelledby='cited-title']")[0]
    assert [words(part) for part in section.xpath("ul/li/a | h3")] == [
        "Статья 2, пункт 2",
        "Только на языке: русский",
        "Статья 3, пункт 1",
    ]


def test_a_text_without_words_lacks_no_references(page, law, by):
    words = {"ru": {"text": "Как в пункте 2 настоящей статьи."}}
    unit = procedures.insert(law, place(law, "art_2"), "clause", words, by=by).subject
    assert not page(unit).xpath("//section[@aria-labelledby='cited-title']/*[self::h3 or self::p]")


def test_references_in_the_words_lead_to_their_units(page, law):
    item, clause = place(law, "art_2__clause_1__subclause_2"), place(law, CLAUSE)
    beside = page(item).xpath("//div[@class='languages-beside']")[0]
    assert [(words(link), link.get("href")) for link in beside.xpath(".//a[@class='reference']")] == [
        ("пунктом 2 настоящей статьи", f"{address(clause)}?language=ru"),
        ("осы баптың 2-тармағына", f"{address(clause)}?language=kk"),
    ]


def test_an_article_leads_to_what_stands_in_it(page, law):
    tree = page(place(law, "art_2"))
    assert links(tree, "inner-title") == ["Статья 2, пункт 1", "Статья 2, пункт 2"]
    assert "Решения принимаются большинством голосов." in words(tree.find(".//aside"))


def test_a_reference_out_of_the_text_does_not_count(page, law, by):
    target = place(law, "art_2__clause_1__subclause_2")
    procedures.exclude(law, place(law, "art_3__clause_1"), by=by)
    assert "Ссылок сюда в этом законе нет." in words(page(target).find(".//aside"))


def test_the_page_of_the_law_itself_has_its_title_and_is_in_every_draft(page, law, by):
    procedures.freeze(law, "Первая", by=by)
    tree = page(law.root_id)
    assert table(tree)[0] == "Вошло в редакцию 1 «Первая»: Закон в целом"
    assert title(tree) == "Закон в целом"
    assert "Прежний адрес" not in words(tree)
    assert "О местном самоуправлении" in words(tree.get_element_by_id("texts-title").getparent().getparent())


def test_words_of_the_law_are_never_markup(page, law, by, clause):
    reworded(law, by, clause, "<script>alert(1)</script> & <b>да</b>.")
    tree = page(clause)
    assert "<script>alert(1)</script> & <b>да</b>." in words(tree.xpath("//div[@class='languages-beside']")[0])
    assert not tree.xpath("//main//script | //main//b")


@pytest.mark.parametrize("name", ["provision", "margin", "restore_revision"])
def test_a_provision_of_another_law_is_no_page(client, law, by, chair, name):
    other = procedures.load("other", read("law.txt", RUSSIAN.encode(), "ru"), by=by)
    ask = client.post if name == "restore_revision" else client.get
    assert ask(address(place(other, "art_2"), name), {"language": "ru"}).status_code == 404


def test_who_may_not_edit_is_offered_no_act(client, law, by, member, clause):
    reworded(law, by, clause, "Решения принимаются единогласно.")
    client.force_login(member(Role.DEPUTY))
    tree = html.fromstring(client.get(address(clause)).content.decode())
    assert not tree.xpath("//main//form[@method='post']")
    assert "Показать в тексте" in words(tree)


def test_the_margin_tells_history_and_references(page, law, by):
    clause = place(law, "art_2__clause_1__subclause_2")
    procedures.freeze(law, "Первая", by=by)
    reworded(law, by, clause, *(f"утверждение бюджета {year} года;" for year in range(2020, 2030)))
    margin = page(clause, name="margin")
    assert words(margin.get_element_by_id("margin-title")) == "Статья 2, пункт 1, подпункт 2)"
    lines = [words(line) for line in margin.xpath("//ol[@class='timeline']/li")]
    assert len(lines) == 8
    assert lines[0].startswith("Изменён текст (русский) – проба Асель Серикова, ")
    assert words(margin.xpath("//section[2]/h3")[0]) == "Сюда ссылаются 1"


def test_the_margin_leads_to_lines_of_the_history_on_the_page(page, law, by, clause):
    entry = procedures.reword(law, clause, "ru", text="Решения принимаются единогласно.", by=by)
    procedures.freeze(law, "Первая", by=by)
    procedures.undo(law, entry, by=by)
    link = page(clause, name="margin").xpath("//li/a/@href")[0]
    assert link == f"{address(clause)}?language=ru#entry-{entry.sequence}"


def timeline(page, unit):
    return [words(line) for line in page(unit, name="margin").xpath("//ol[@class='timeline']/li")]


def test_acts_and_their_undoing_are_one_line_of_the_margin(page, law, by, clause):
    for text in ("Решения принимаются единогласно.", "Решения принимаются консенсусом."):
        procedures.undo(law, procedures.reword(law, clause, "ru", text=text, by=by), by=by)
    assert timeline(page, clause)[0] == "Отменённые правки: 2"
    assert len(timeline(page, clause)) == 3


def test_an_act_that_was_done_again_stands_in_the_margin_as_itself(page, law, by, clause):
    entry = procedures.reword(law, clause, "ru", text="Решения принимаются единогласно.", by=by)
    procedures.redo(law, procedures.undo(law, entry, by=by), by=by)
    assert timeline(page, clause)[0].startswith("Изменён текст (русский) – проба")
    assert len(timeline(page, clause)) == 3


def test_an_act_that_a_draft_holds_is_not_folded_away(page, law, by, clause):
    entry = procedures.reword(law, clause, "ru", text="Решения принимаются единогласно.", by=by)
    procedures.freeze(law, "Первая", by=by)
    procedures.undo(law, entry, by=by)
    lines = timeline(page, clause)
    assert [line.split()[0] for line in lines[:3]] == ["Отменено:", "Редакция", "Изменён"]


def test_what_only_went_along_is_told_with_what_it_went(page, law, by):
    clause, item = place(law, "art_2__clause_1"), place(law, "art_2__clause_1__subclause_1")
    halves = {"ru": ("К компетенции", "кенеса относятся:"), "kk": ("Кеңестің", "құзыретіне:")}
    procedures.split(law, clause, halves, by=by)
    assert timeline(page, item)[0].startswith("Перемещено вместе с: Статья 2, пункт 1 – проба")
    assert table(page(item))[0] == (
        "Перемещено: Статья 2, пункт 1 → Статья 2, пункт 2, вместе с: Статья 2, пункт 1 проба"
    )


@pytest.mark.parametrize(("count", "last"), [(3, "Вся история"), (12, "Ещё 6 · вся история")])
def test_the_last_line_of_the_margin_leads_to_the_whole_history(page, law, by, clause, count, last):
    reworded(law, by, clause, *(f"Решения принимаются {number} голосами." for number in range(count)))
    link = page(clause, name="margin").xpath("//ol[@class='timeline']/following-sibling::p/a")[0]
    assert (words(link), link.get("href")) == (last, f"{address(clause)}?language=ru#history")


def test_a_table_is_compared_in_its_cells(page, law, by):
    text = "Вид дохода\tДоля\nЗемельный налог\t100"
    table = procedures.insert(law, place(law, "art_2__clause_2"), "table", {"ru": {"text": text}}, by=by).subject
    reworded(law, by, table, text.replace("100", "80"))
    tree = page(table)
    cells = [words(cell) for cell in tree.xpath("//div[@class='languages-beside']/div[1]//td")]
    assert cells == ["Вид дохода", "Доля", "Земельный налог", "80"]
    assert words(tree.xpath("//*[@id='redline']//td[del]")[0]) == "исключено: 100вставлено: 80"


def test_the_only_annex_is_called_as_in_drafts(page, client, chair, by):
    text = RUSSIAN + "\nПриложение\nСостав\n\nКенес состоит из девяти членов.\n"
    other = procedures.load("with-annex", read("law.txt", text.encode(), "ru"), by=by)
    Membership.objects.create(law=other, person=chair, role=Role.CHAIR)
    procedures.freeze(other, "Первая", by=by)
    url = reverse("provision", args=["with-annex", place(other, "annex_1")])
    tree = html.fromstring(client.get(url).content.decode())
    assert title(tree) == "Приложение"
    assert table(tree)[0] == "Вошло в редакцию 1 «Первая»: Приложение"


def test_the_margin_marks_drafts(page, law, by, clause):
    procedures.freeze(law, "Первая", by=by)
    margin = page(clause, name="margin")
    assert words(margin.xpath("//li[@class='is-draft']")[0]).startswith("Редакция 1 ")


@pytest.mark.parametrize("name", ["provision", "margin"])
@pytest.mark.parametrize(("language", "history"), [("kk", "Тарихы"), ("en", "History")])
def test_the_page_speaks_the_language_of_the_person(client, law, by, chair, clause, name, language, history):
    reworded(law, by, clause, "Решения принимаются единогласно.")
    Person.objects.filter(pk=chair.pk).update(language=language)
    content = client.get(address(clause, name)).content.decode()
    assert history in content
    assert not [word for word in ("История", "Изменён", "Подробнее", "Вернуть") if word in content]


def queries(client, url, django_assert_num_queries, number):
    addresses.cache_clear()
    with django_assert_num_queries(number):
        assert client.get(url).status_code == 200


@pytest.mark.parametrize(("name", "number"), [("provision", 16), ("margin", 14)])
def test_queries_grow_neither_with_the_law_nor_with_the_history(
    client, law, by, chair, clause, django_assert_num_queries, name, number
):
    url = address(clause, name)
    procedures.freeze(law, "Первая", by=by)
    reworded(law, by, clause, "Решения принимаются единогласно.")
    client.get(url)
    queries(client, url, django_assert_num_queries, number)
    reworded(law, by, clause, *(f"Решения принимаются {count} голосами." for count in range(28)))
    entry = law.entries.last_one()
    for reverse_it in (procedures.undo, procedures.redo, procedures.redo):
        entry = reverse_it(law, entry, by=by)
    for count in range(20):
        procedures.insert(
            law, place(law, "art_3"), "clause", {"ru": {"text": f"Согласно пункту 2 статьи 2, {count}."}}, by=by
        )
    queries(client, url, django_assert_num_queries, number)


def articles(count):
    return "О законе\n\n" + "".join(
        f"Статья {number}. Вопрос {number}\n1. Слова.\n2. Иные слова.\n" for number in range(1, count + 1)
    )


def test_queries_for_two_hundred_articles_are_as_many_as_for_ten(client, by, chair):
    counts = []
    for count in (10, 200):
        law = procedures.load(f"of-{count}", read("law.txt", articles(count).encode(), "ru"), by=by)
        Membership.objects.create(law=law, person=chair, role=Role.CHAIR)
        url = reverse("provision", args=[law.slug, place(law, "art_5__clause_2")])
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_every_provision_of_the_law_has_a_page(page, law):
    for provision in Provision.objects.filter(law=law):
        assert title(page(provision.pk))
