"""Akoma Ntoso that our exporter did not write."""

import datetime
import unicodedata
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from lxml import etree

from articles.lawtext.edition import Edition
from articles.lawtext.exporters import akn
from articles.lawtext.importers.akn import read, read_edition
from articles.lawtext.provision import at, provisions, walk
from articles.lawtext.units import label

from .any_law import any_laws
from .test_akn import SCHEMA

ELSEWHERE = Path(__file__).with_name("akn_elsewhere.xml").read_bytes()
"""A law of no country, with elements that a law of Kazakhstan does not have."""


def outline(law):
    return [(len(path), one.kind, one.number, one.heading, one.text, one.closing) for path, one in walk(law)]


def test_a_law_from_elsewhere_is_read_as_it_fits():
    assert SCHEMA.validate(etree.fromstring(ELSEWHERE)), SCHEMA.error_log
    imported = read(ELSEWHERE)
    assert imported.language == "en"
    assert outline(imported.root) == [
        (0, "law", "", "wells and springs", "", ""),
        (1, "preamble", "", "", "(1) Whereas water is scarce;", ""),
        (1, "part", "I", "Wells", "", ""),
        (2, "chapter", "1", "Digging", "", ""),
        (3, "article", "1", "Permits", "", ""),
        (4, "clause", "1", "", "A permit names", "and nothing else."),
        (5, "subclause", "a", "", "the owner;", ""),
        (5, "subclause", "b", "", "the place,", "drawn to scale"),
        (6, "indent", "", "", "(i) on a map;", ""),
        (4, "clause", "2", "", "See section 1.", "in cash."),
        (5, "passage", "", "", "Fees apply:", ""),
        (5, "passage", "", "", "namely", ""),
        (5, "subclause", "x", "", "ten;", ""),
        (5, "table", "", "", "Depth\n1\t2", ""),
        (3, "clause", "", "", "Last rules", ""),
        (1, "article", "2", "Start", "It starts today.", ""),
        (1, "annex", "", "Form A", "Name", ""),
        (2, "passage", "", "", "Place", ""),
    ]


def test_what_did_not_fit_stands_in_the_report():
    imported = read(ELSEWHERE)
    assert [finding.text for finding in imported.skipped] == ["Act No 7 An Act on", "or later", "Signed at the spring."]
    assert [finding.text for finding in imported.not_understood] == ["Last rules"]
    assert [(note.text, at(imported.root, note.path).text) for note in imported.notes] == [
        ("As amended.", "the owner;")
    ]
    assert [finding.read_as for finding in imported.guesses] == [
        "PART I.",
        "words of the indent",
        "a merged cell as a single one",
        "number and heading out of their order",
    ]
    assert any("links" in remark for remark in imported.remarks)
    assert any("numbers will print differently" in remark for remark in imported.remarks)
    assert all(finding.line > 1 for finding in (*imported.skipped, *imported.guesses))


def test_a_number_of_an_unnumbered_unit_stands_ahead_of_its_words():
    passage = b"<alinea><num>(z)</num><content><p>Then.</p></content></alinea>"
    content = ELSEWHERE.replace(b"<content><p>It starts", passage + b"<content><p>It starts")
    passages = [one.text for one in provisions(read(content).root) if one.kind == "passage"]
    assert "(z) Then." in passages


def test_words_that_stand_between_provisions_are_reported():
    imported = read(ELSEWHERE.replace(b"</title>", b"lost words</title>"))
    assert "lost words" in [finding.text for finding in imported.not_understood]


def test_a_law_from_elsewhere_says_where_it_comes_from():
    edition = read_edition(ELSEWHERE)
    assert (edition.slug, edition.language, edition.date) == ("7", "en", datetime.date(2002, 3, 4))


def letters(text):
    return Counter("".join(unicodedata.normalize("NFD", text).split()))


@given(any_laws())
@settings(max_examples=60, deadline=None)
def test_no_letter_of_a_document_from_elsewhere_is_lost(law):
    """Our own documents without their mark, read by the rules for others: all is in the tree or in the report."""
    content = akn.write(law, Edition(slug="law", language="ru"))
    start, end = content.index(b"<proprietary"), content.index(b"</proprietary>") + len(b"</proprietary>")
    imported = read(content[:start] + content[end:])
    body = etree.fromstring(content)
    for described in list(body.iter("{*}meta")):
        described.getparent().remove(described)
    fields = [text for one in provisions(imported.root) for text in (one.heading, one.text, one.closing)]
    report = [finding.text for finding in (*imported.not_understood, *imported.skipped, *imported.guesses)]
    labels = [label(one.kind, one.number, "ru") for one in provisions(imported.root)]
    assert not letters("".join(body.itertext())) - letters("".join([*fields, *report, *labels]))
