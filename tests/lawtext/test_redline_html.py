import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from lxml import html

from articles.lawtext.changes import Change, Comparison
from articles.lawtext.comparison import compare
from articles.lawtext.edition import Edition
from articles.lawtext.exporters.redline_html import write
from articles.lawtext.exporters.redline_setting import RedlineIncomplete
from articles.lawtext.exporters.redline_words import CLASSED, PHRASES
from articles.lawtext.exporters.redlines import REDLINES
from articles.lawtext.provision import FIELDS
from articles.lawtext.units import LANGUAGES

from ..conftest import CHROMIUM
from . import redline_example as example

HOSTILE = "</style><script>alert(1)</script> \"x\" 'y' & <b>жирно</b> <!-- ]]> {@1} %s {0}"

VOID = {"meta", "br", "img", "input", "link", "hr", "wbr", "col"}

ASIDE = ("hidden-text", "number", "was", "move-link", "letters")
"""Classes of what is shown around the words of the law."""


class Strict(HTMLParser):
    """Reads HTML and refuses what a browser would have to repair."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> repeats an attribute"
        assert tag not in ("p", "h3", "h4") or not {"p", "h3", "h4"} & set(self.open), f"<{tag}> inside {self.open}"
        assert tag not in ("p", "div", "table", "h3") or not {"ins", "del", "s", "span"} & set(self.open)
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> without a beginning"
        assert self.open.pop() == tag

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def written(comparison: Comparison, language: str = "ru") -> str:
    return write(comparison, *example.editions(language)).decode("utf-8")


def strictly(page: str) -> Strict:
    reader = Strict()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return reader


def words(element, without: str) -> str:
    """The words of the law in an element, without the marks of one side."""
    aside = element.tag in ("span", "a", "p") and set(ASIDE) & set(element.get("class", "").split())
    if element.tag == without or aside:
        return element.tail or ""
    inside = "".join(words(child, without) for child in element)
    return (element.text or "") + inside + (element.tail or "")


def told(page: str, anchor: str):
    """The paragraph of a change under its number."""
    found = html.fromstring(page).get_element_by_id(anchor)
    return next(child for child in found if "wordings" in child.get("class").split())


def table_text(element, without: str) -> str:
    rows = element.findall(".//tr")
    return "\n".join("\t".join(words(cell, without).strip("\n") for cell in row) for row in rows)


def side_text(page: str, change: Change, anchor: str, without: str) -> str:
    element = told(page, anchor)
    return table_text(element, without) if change.kind == "table" else words(element, without).strip()


EXAMPLES = {"russian": (example.russian(), "ru"), "kazakh": (example.kazakh(), "kk")}
COMPARED = {name: (compare(made.old, made.new), language) for name, (made, language) in EXAMPLES.items()}


@pytest.fixture(scope="module", params=["russian", "kazakh", "russian compared", "kazakh compared"])
def case(request) -> tuple[Comparison, str]:
    name, _, found = request.param.partition(" ")
    return (COMPARED if found else EXAMPLES)[name]


def test_the_file_is_whole_and_loads_nothing(case) -> None:
    page = written(*case)
    reader = strictly(page)
    assert page.startswith("<!doctype html>")
    assert reader.of("html")[0]["lang"] == case[1]
    assert not reader.of("script") + reader.of("link") + reader.of("img") + reader.of("iframe")
    assert not any(name.startswith("on") or name in ("src", "style") for _, found in reader.elements for name in found)
    assert not re.search(r"url\(|@import|https?:", page)
    assert "default-src 'none'" in page


def test_every_link_leads_somewhere_and_every_name_is_given_once(case) -> None:
    reader = strictly(written(*case))
    names = [found["id"] for _, found in reader.elements if "id" in found]
    assert len(names) == len(set(names))
    assert {link["href"] for link in reader.of("a")} <= {f"#{name}" for name in names}


def test_without_insertions_a_paragraph_is_the_old_one_and_without_deletions_the_new(case) -> None:
    comparison, language = case
    page = written(comparison, language)
    for number, change in enumerate(comparison.changes, start=1):
        for side, without in ((change.old, "ins"), (change.new, "del")):
            known = {side.provision.words(name) for name in FIELDS} if side else {""}
            assert side_text(page, change, f"c{number}", without) in known, change


def test_the_list_names_every_change_under_its_number(case) -> None:
    comparison, language = case
    items = html.fromstring(written(comparison, language)).find_class("change-list")
    listed = {link.get("href"): link.text_content() for items_of in items for link in items_of.iter("a")}
    assert set(listed) == {f"#c{number}" for number in range(1, len(comparison.changes) + 1)}
    for number, change in enumerate(comparison.changes, start=1):
        assert listed[f"#c{number}"].startswith(f"{number}.")
        assert CLASSED[language][change.classed] in listed[f"#c{number}"]


def test_the_totals_are_those_of_the_comparison(case) -> None:
    comparison, language = case
    (table,) = html.fromstring(written(comparison, language)).find_class("totals")
    counted = {
        row.find("th").text_content(): int(row.find_class("amount")[0].text_content()) for row in table.iter("tr")
    }
    assert {name: counted[CLASSED[language][name]] for name in comparison.totals} == comparison.totals
    substantive = sum(change.substantive for change in comparison.changes)
    assert counted[PHRASES[language]["substantive"]] == substantive


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_are_heard_as_well_as_seen(language: str) -> None:
    tree = html.fromstring(written(example.russian(), language))
    for tag, phrase in (("ins", "insert"), ("del", "delete")):
        plain = [mark for mark in tree.iter(tag) if not mark.get("class") and mark.getparent().get("class") != "same"]
        inside = [mark for mark in plain if mark.getparent().get("class") != "look"]
        assert inside
        assert all(PHRASES[language][phrase] in mark.find_class("hidden-text")[0].text_content() for mark in inside)


def test_every_change_of_substance_has_the_sign_in_the_list_and_beside_the_text() -> None:
    made = example.russian()
    page = html.fromstring(written(made))
    for number, change in enumerate(made.changes, start=1):
        (listed,) = (link for link in page.iter("a") if link.get("href") == f"#c{number}" and link.find_class("where"))
        beside = page.get_element_by_id(f"c{number}").find_class("about")[0]
        assert bool(listed.find_class("substantive")) == bool(beside.find_class("substantive")) == change.substantive


def test_a_followed_reference_is_one_word_with_both_spellings() -> None:
    (same,) = told(written(example.russian()), "c15").find_class("same")
    assert "статьей 21" in same.get("title")
    assert words(same, "del").startswith("статьей 22 настоящего")
    assert "hidden-text" in same.find("del").get("class")


def test_a_replaced_sentence_is_old_over_new() -> None:
    element = told(written(example.russian()), "c10")
    old, new = (element.find_class(f"sentence-{side}")[0] for side in ("old", "new"))
    assert (old.tag, new.tag) == ("del", "ins")
    assert old.getparent() is new.getparent()
    assert list(old.getparent()).index(old) < list(old.getparent()).index(new)


def test_a_renumbered_clause_is_not_marked_as_text() -> None:
    element = told(written(example.russian()), "c6")
    assert not list(element.iter("ins", "del"))
    assert element.find_class("number")[0].text == "3."
    assert "4." in element.find_class("was")[0].text


def test_an_old_place_is_one_line_on_the_screen_and_holds_all_words() -> None:
    page = written(example.russian())
    (place,) = [one for one in html.fromstring(page).find_class("old-place") if one.get("id") == "c7-from"]
    assert example.old_text(example.FORCE) in place.text_content()
    assert not [one for one in html.fromstring(page).find_class("old-place") if not one.get("id").endswith("-from")]


def test_unchanged_articles_are_folded_and_still_there() -> None:
    folds = html.fromstring(written(example.russian())).find_class("folded")
    assert folds[0].find("summary").text == "Статьи 1–15: без изменений"
    assert folds[0].text_content().count(example.PLAIN) == 15


def test_equal_laws_say_so_in_words_and_show_no_mark() -> None:
    law = example.russian().new
    page = written(example.compared(law, law))
    tree = html.fromstring(page)
    assert tree.find_class("answer")[0].text == PHRASES["ru"]["none"]
    assert not tree.find_class("change")
    assert PHRASES["ru"]["none"] not in written(example.russian())


def test_both_wordings_of_an_exclusion_can_be_read_back_and_its_number_is_not_struck() -> None:
    made = compare(*example.excluded_in_words())
    page = written(made)
    for number, change in enumerate(made.changes, start=1):
        sides = [side_text(page, change, f"c{number}", without) for without in ("ins", "del")]
        assert sides == [
            change.old.provision.heading or change.old.provision.text,
            "Исключен Законом РК от 09.02.2009 № 126.",
        ]
    numbers = [told(page, f"c{number}").find_class("number")[0] for number in (1, 2)]
    assert [number.text for number in numbers] == ["2.", "Статья 6."]
    assert not any(above.tag in ("del", "ins") for number in numbers for above in number.iterancestors())


def test_a_change_that_cannot_be_shown_is_an_error() -> None:
    made = example.russian()
    with pytest.raises(RedlineIncomplete):
        written(replace(made, new=example.kazakh().new))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_from_outside_becomes_markup(language: str) -> None:
    clause = example.p("clause", "1", "x", f"{HOSTILE} было")
    old = example.law(HOSTILE, example.p("article", "1", "a", "", clause, heading=HOSTILE))
    marked = f"{HOSTILE} [-было-]{{+стало {HOSTILE}+}}"
    new_clause = replace(clause, text=example.new_text(marked))
    new = example.law(HOSTILE, example.p("article", "1", "a", "", new_clause, heading=HOSTILE))
    made = example.compared(old, new, example.change("reworded", "x", text=marked), notices=(HOSTILE,))
    first = Edition("law", language, source=f"{HOSTILE}.docx")
    page = write(made, first, Edition("law", language, 1, HOSTILE)).decode()
    reader = strictly(page)
    assert not reader.of("script") + reader.of("b")
    assert page.count("</style>") == 1
    assert side_text(page, made.changes[0], "c1", "del") == new_clause.text
    assert html.fromstring(page).find_class("notice")[0].text_content().endswith(HOSTILE)


def test_what_names_the_texts_stands_at_the_top() -> None:
    old, new = example.editions()
    head = html.fromstring(written(example.russian())).find_class("head")[0].text_content()
    for fact in ("Редакция 1. Первое обсуждение", "3 сентября 2026 года", "Редакция 2", "28 сентября 2026 года"):
        assert fact in head
    assert old.fingerprint in head
    assert new.fingerprint in head


def reworded(kind: str, marked: str) -> Comparison:
    """Two laws of one annex with one provision, reworded as marked."""
    texts = (example.old_text(marked), example.new_text(marked))
    old, new = (
        example.law("О", example.p("annex", "", "a", "", example.p(kind, "", "x", text), heading="Перечень"))
        for text in texts
    )
    return example.compared(old, new, example.change("reworded", "x", text=marked))


def test_characters_that_nobody_sees_are_made_visible() -> None:
    page = written(reworded("passage", "Норма [-старая-]{+но\u200bвая\u202e+}."))
    odd = told(page, "c1").find_class("odd")
    assert [element.get("data-code") for element in odd] == ["U+200B", "U+202E"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_of_another_alphabet_stay_in_their_words_and_are_told_once_below(language: str) -> None:
    made = reworded("passage", f"{example.LATIN_I} {{+Қосымша сөйлем.+}}")
    element = told(written(made, language), "c1")
    assert words(element, "del").startswith(example.LATIN_I)
    assert len(element.find_class("alike")) == 6
    (remark,) = element.find_class("letters")
    assert "6" in remark.text
    assert remark.text.endswith("i)")


def test_letters_of_another_alphabet_are_passed_over_where_no_word_changed() -> None:
    first, kept = example.p("clause", "1", "n", "Норма."), example.p("clause", "2", "x", example.LATIN_I)
    old, new = (
        example.law("О", example.p("article", "1", "a", "", *clauses, heading="О"))
        for clauses in ((first, kept), (replace(kept, number="1"),))
    )
    page = html.fromstring(written(compare(old, new)))
    assert example.LATIN_I in told(html.tostring(page, encoding="unicode"), "c2").text_content()
    assert not page.find_class("letters") + page.find_class("mixed")


def test_a_row_that_came_into_a_table_leaves_the_text_of_the_table_whole() -> None:
    marked = "а\tб{+\nв\tг+}\nд\tе"
    element = told(written(reworded("table", marked)), "c1")
    assert words(element, "ins").strip() == example.old_text(marked)
    assert words(element, "del").strip() == example.new_text(marked)


def test_every_format_of_a_redline_gives_bytes_and_names_its_type() -> None:
    for name, exporter in REDLINES.items():
        assert exporter.write(example.kazakh(), *example.editions("kk"))
        assert exporter.suffix == f".{name}"
        assert name in exporter.media_type


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible_and_fits_a_telephone(scheme: str, tmp_path) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    path = tmp_path / "redline.html"
    path.write_bytes(write(example.russian(), *example.editions()))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(color_scheme=scheme, bypass_csp=True).new_page()
        page.goto(path.as_uri())
        page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
        found = Axe().run(page)
        page.set_viewport_size({"width": 390, "height": 800})
        width = page.evaluate("document.documentElement.scrollWidth")
        lines = page.eval_on_selector(
            "#c7-from .wordings > p", "p => p.clientHeight / parseFloat(getComputedStyle(p).lineHeight)"
        )
        browser.close()
    assert not [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found.response["violations"]]
    assert width <= 390
    assert round(lines) == 1
