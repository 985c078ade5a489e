import datetime
import itertools
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.lawtext.edition import Edition
from articles.lawtext.eids import eids
from articles.lawtext.exporters import EXPORTERS, akn
from articles.lawtext.exporters.html import fragment, write
from articles.lawtext.exporters.wordings import annex_head
from articles.lawtext.provision import Provision, Reference, list_end
from articles.lawtext.units import label

from .any_law import HOSTILE, any_laws

EDITION = Edition(slug="law", language="ru", draft=2, date=datetime.date(2026, 11, 23), fingerprint="3fa902c1" * 8)
A5 = "00000000-0000-4000-8000-000000000005"
VOID = {"meta", "br", "link", "hr", "img"}


def unit(kind, number="", *children, **words):
    return Provision(kind=kind, number=number, children=children, **words)


LAW = unit(
    "law",
    "",
    unit("preamble", text="Настоящий Закон определяет."),
    unit(
        "part",
        "1",
        unit(
            "section",
            "1",
            unit(
                "chapter",
                "3",
                unit(
                    "paragraph", "1", unit("article", "5", unit("clause", "1", text="Текст."), heading="Права", id=A5)
                ),
                unit("article", "6", text="Часть первая.", heading="Обязанности"),
                heading="Кенес",
            ),
            heading="Власть",
        ),
        heading="Общая часть",
    ),
    unit("annex", "1", unit("table", text="А\tБ\n1\t2\t3"), heading="Перечень"),
    unit("annex", "2", unit("clause", "1", text="Пункт.")),
    heading="О кенесе",
)


class Page(HTMLParser):
    """What a browser would make of the page, read by the parser of the standard library."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags = [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag


def spaced(text):
    return " ".join(text.split())


def printed(provision, language, title):
    """The words of a provision in the order in which print sets them, one string per paragraph or cell."""
    if provision.status == "removed":
        return []
    if provision.kind == "annex":
        lines = [annex_head(provision.number, title, language), provision.heading, provision.text]
    elif provision.kind == "table":
        lines = [provision.heading, *provision.text.replace("\n", "\t").split("\t")]
    else:
        own = label(provision.kind, provision.number, language) if provision.kind != "law" else ""
        lines = [own, "" if provision.kind == "law" else provision.heading, provision.text]
    end = list_end(provision)
    for index, child in enumerate(provision.children):
        lines += [provision.closing] * (index == end)
        lines += printed(child, language, title)
    return lines + [provision.closing] * (end == len(provision.children))


def body_words(page):
    root = lxml.html.fromstring(page)
    for apart in root.xpath("//header | //footer | //head | //*[@class='signatory']"):
        apart.drop_tree()
    return spaced(root.text_content()).replace(" ", "")


@given(any_laws(), st.sampled_from(("kk", "ru", "en")))
@settings(max_examples=100, deadline=None)
def test_every_word_stands_on_the_page_in_its_order(law, language):
    page = write(law, replace(EDITION, language=language)).decode()
    expected = "".join(printed(law, language, law.heading))
    assert body_words(page) == spaced(expected).replace(" ", "")


@given(any_laws())
@settings(max_examples=60, deadline=None)
def test_every_page_is_well_formed_and_its_links_have_their_ends(law):
    page = Page(write(law, EDITION).decode())
    assert page.open == []
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert ids == list(eids(law).values())
    links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert {link.removeprefix("#") for link in links} <= set(ids)


@given(any_laws(), st.sampled_from(("kk", "ru", "en")))
@settings(max_examples=40, deadline=None)
def test_the_fragment_is_the_body_of_the_page_without_title_and_signature(law, language):
    page = write(law, replace(EDITION, language=language)).decode()
    signature = re.compile(r'<p class="signatory">[^<]*</p>\n')
    inside = page.split("</header>\n", 1)[1].rsplit("</main>", 1)[0]
    assert signature.sub("", inside) == fragment(law, language)


@pytest.mark.parametrize("format", ["akn", "html", "json"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words_in_every_format(format, text):
    title = text if text.strip() else "О кенесе"
    words = {"heading": text, "text": text, "closing": text}
    law = unit("law", "", unit("article", "1", unit("table", text=f"{text}\t{text}"), **words), heading=title)
    content = EXPORTERS[format].write(law, replace(EDITION, title=text), [((0,), text)])
    if format == "html":
        page = Page(content.decode())
        assert {tag for tag, _ in page.tags}.isdisjoint({"script", "img", "iframe", "object"})
        assert page.open == []
    elif format == "akn":
        assert list(lxml.etree.fromstring(content).itertext()).count(text) >= 5
    else:
        assert json.loads(content)["children"][0]["closing"] == text


def test_headings_begin_with_the_title_and_leave_no_gap():
    page = Page(write(LAW, EDITION).decode())
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(levels) == 4
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_words_that_close_a_list_stand_on_the_line_of_its_last_item():
    law = unit(
        "law",
        "",
        unit(
            "article",
            "1",
            unit(
                "clause",
                "1",
                unit("subclause", "1", text="аумақты дамыту;"),
                unit(
                    "subclause", "2", unit("indent", text="бірінші;"), unit("indent", text="екінші"), text="тәртібін:"
                ),
                unit("passage", text="Екінші бөлік."),
                text="Кеңестің құзыретіне:",
                closing="жатады.",
            ),
        ),
    )
    lines = [element.text_content() for element in lxml.html.fromstring(fragment(law, "kk")).iter("p")]
    assert lines == [
        "1. Кеңестің құзыретіне:",
        "1) аумақты дамыту;",
        "2) тәртібін:",
        "бірінші;",
        "екінші жатады.",
        "Екінші бөлік.",
    ]


def test_closing_words_behind_a_table_stand_on_their_own_line():
    law = unit(
        "law", "", unit("article", "1", unit("subclause", "1", unit("table", text="А"), text="а"), closing="жатады.")
    )
    lines = [element.text_content() for element in lxml.html.fromstring(fragment(law, "kk")).iter("p")]
    assert lines == ["1) а", "жатады."]


def test_a_reference_is_a_link_and_one_without_its_target_is_words():
    references = (Reference("text", 0, 8, (A5,), "nom"), Reference("text", 11, 20, (A5[:-1] + "6",), "nom"))
    law = replace(
        LAW, children=(*LAW.children, unit("article", "7", text="Статья 5 и статья 99.", references=references))
    )
    links = lxml.html.fromstring(fragment(law, "ru")).xpath("//a")
    assert [(link.get("href"), link.get("class"), link.text) for link in links] == [("#art_5", "reference", "Статья 5")]


def test_removed_provisions_do_not_print():
    law = unit("law", "", unit("article", "1", text="Нет.", status="removed"), unit("article", "2", text="Есть."))
    page = fragment(law, "ru", [((0,), "Сноска.")])
    assert lxml.html.fromstring(page).text_content().split() == ["Статья", "2.", "Есть."]


def test_an_excluded_provision_is_marked_and_prints_its_words():
    law = unit("law", "", unit("clause", "5", text="Исключен.", status="excluded"))
    (clause,) = lxml.html.fragments_fromstring(fragment(law, "ru"))[:1]
    assert "excluded" in clause.get("class").split()
    assert clause.text_content().strip() == "5. Исключен."


def test_an_editorial_note_stands_under_the_heading_that_it_belongs_to():
    law = unit("law", "", unit("article", "2", unit("clause", "1", text="Текст."), heading="Права"))
    article = lxml.html.fromstring(fragment(law, "ru", [((0,), "Сноска. <b>")]))
    assert [spaced(child.text_content()) for child in article] == ["Статья 2. Права", "Сноска. <b>", "1. Текст."]


def test_rows_of_a_table_are_as_long_as_the_longest_and_the_first_is_the_head():
    table = lxml.html.fromstring(fragment(LAW, "ru")).xpath("//table")[0]
    assert [[cell.text or "" for cell in row] for row in table.iter("tr")] == [["А", "Б", ""], ["1", "2", "3"]]
    assert {cell.get("scope") for cell in table.iter("th")} == {"col"}


def test_a_reference_in_a_cell_is_a_link():
    table = unit("table", text="Норма\tГде\nсрок\tстатья 5", references=(Reference("text", 15, 23, (A5,), "nom"),))
    law = replace(LAW, children=(*LAW.children, unit("article", "7", table)))
    cell = lxml.html.fromstring(fragment(law, "ru")).xpath("//article[@id='art_7']//td")[1]
    assert (cell[0].get("href"), cell[0].text) == ("#art_5", "статья 5")


def test_the_signature_stands_ahead_of_the_annexes():
    page = write(LAW, EDITION).decode()
    assert page.index("</article>") < page.index('class="signatory"') < page.index('class="annex"')


@pytest.mark.parametrize(
    ("language", "authentic", "words"),
    [
        ("ru", True, ["Проект", "Редакция 2", "23 ноября 2026 года", "Президент Республики Казахстан"]),
        ("kk", True, ["Жоба", "2-редакция", "2026 жылғы 23 қараша", "Қазақстан Республикасының Президенті"]),
        ("en", False, ["Draft 2", "23 November 2026", "Unofficial translation"]),
    ],
)
def test_the_page_names_its_edition_in_the_language_of_the_law(language, authentic, words):
    content = write(LAW, replace(EDITION, language=language, authentic=authentic))
    page = lxml.html.document_fromstring(content.decode())
    assert page.get("lang") == language
    for phrase in [*words, f"sha256-{EDITION.fingerprint}"]:
        assert phrase in page.text_content()
    assert page.findtext(".//title").startswith("О кенесе · ")


def test_the_page_loads_nothing_and_runs_nothing():
    page = Page(write(LAW, EDITION).decode())
    assert {"script", "link", "img", "iframe"}.isdisjoint({tag for tag, _ in page.tags})
    assert not [
        name for _, attributes in page.tags for name in attributes if name in ("src", "style") or name.startswith("on")
    ]


def test_every_format_has_a_suffix_and_a_media_type_of_its_own():
    assert list(EXPORTERS) == ["docx", "pdf", "akn", "html", "txt", "json"]
    assert len({exporter.suffix for exporter in EXPORTERS.values()}) == len(EXPORTERS)
    assert EXPORTERS["akn"].write(LAW, EDITION) == akn.write(LAW, EDITION)
