import io
import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from articles.lawtext.exporters.pdf import write
from articles.lawtext.exporters.typesetting import MissingGlyph
from articles.lawtext.provision import Provision, rebuilt

from .any_law import any_laws
from .printed import DATE, FINGERPRINT, GONE, HOSTILE, KAZAKH, NOTES, WORDS, edition, law, missing, squeezed, unit

LANGUAGES = ["ru", "kk", "en"]
MILLIMETRE = 72 / 25.4
POPPLER = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")


@pytest.fixture(scope="module")
def pdfs():
    return {
        language: write(law(language), edition(language, authentic=language != "en"), NOTES) for language in LANGUAGES
    }


@pytest.fixture(scope="module")
def russian(pdfs):
    return pypdf.PdfReader(io.BytesIO(pdfs["ru"]))


def body(reader):
    """The words of all pages without the line at the foot."""
    lines = "\n".join(page.extract_text() for page in reader.pages).split("\n")
    return "\n".join(line for line in lines if not re.search(r"3fa9 ?02c1 ?77be ?41d0", line))


def poppler(content, *options):
    run = subprocess.run(["pdftotext", *options, "-", "-"], input=content, check=True, capture_output=True, timeout=60)
    return run.stdout.decode()


def one_article(text, **said):
    return unit("law", "", unit("article", "1", unit("clause", "2", text=text)), **{"heading": "О селе", **said})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_comes_back_in_order(pdfs, language):
    read = body(pypdf.PdfReader(io.BytesIO(pdfs[language])))
    assert missing(law(language), read) == []
    assert GONE not in read


@POPPLER
@pytest.mark.parametrize("language", LANGUAGES)
def test_poppler_reads_every_word_in_order(pdfs, language):
    assert missing(law(language), poppler(pdfs[language], "-raw")) == []


@POPPLER
@given(any_laws())
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_law_is_printed_to_the_last_word(root):
    root = rebuilt(root, printable)
    read = unicodedata.normalize("NFC", poppler(write(root, edition("ru")), "-raw"))
    assert missing(rebuilt(root, composed), read) == []


def printable(provision):
    """The provision with letters in place of two that the fonts lack, as many as there were."""
    letters = str.maketrans({"𝟙": "7", "﷽": "х"})
    return replace(
        provision, **{name: provision.words(name).translate(letters) for name in ("heading", "text", "closing")}
    )


def composed(provision):
    """The provision as a reader of PDF gives its letters back."""
    forms = {name: unicodedata.normalize("NFC", provision.words(name)) for name in ("heading", "text", "closing")}
    return replace(provision, **forms, references=())


def test_the_print_is_archival_and_accessible(russian):
    metadata = etree.fromstring(russian.trailer["/Root"]["/Metadata"].get_object().get_data())
    text = etree.tostring(metadata, encoding="unicode")
    assert "<pdfaid:part>2</pdfaid:part>" in text
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in text
    assert "<pdfuaid:part>1</pdfuaid:part>" in text


def test_the_print_is_tagged_in_its_language_and_shows_its_title(russian):
    root = russian.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert russian.metadata.title == WORDS["ru"]["title"]
    assert russian.metadata.creation_date.date() == DATE
    assert russian.metadata.subject.endswith(f"sha256-{FINGERPRINT}")


@pytest.mark.parametrize(("language", "tag"), [("ru", "ru-RU"), ("kk", "kk-KZ"), ("en", "en-GB")])
def test_a_screen_reader_is_told_the_language(pdfs, language, tag):
    assert pypdf.PdfReader(io.BytesIO(pdfs[language])).trailer["/Root"]["/Lang"] == tag


def tags(node, found):
    node = node.get_object() if hasattr(node, "get_object") else node
    for child in node if isinstance(node, list) else [node]:
        child = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(child, dict) and "/S" in child:
            found.append(child["/S"])
            tags(child.get("/K", []), found)
    return found


def test_headings_tables_notes_and_links_are_tagged_as_such(russian):
    found = tags(russian.trailer["/Root"]["/StructTreeRoot"]["/K"], [])
    assert {tag: found.count(tag) for tag in ("/H1", "/H2", "/H3", "/H4", "/Table", "/TH", "/TD", "/Note")} == {
        "/H1": 3,
        "/H2": 1,
        "/H3": 2,
        "/H4": 1,
        "/Table": 1,
        "/TH": 3,
        "/TD": 6,
        "/Note": 4,
    }


def outline(entries, depth=1):
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry, depth + 1)
        else:
            yield depth, entry.title


def test_the_bookmarks_are_the_headings_without_their_notes(russian):
    say = WORDS["ru"]
    assert list(outline(russian.outline)) == [
        (1, f"РАЗДЕЛ 1. {say['section']}"),
        (2, f"Глава 1. {say['chapter']}"),
        (3, f"Статья 1. {say['concepts']}"),
        (3, f"Параграф 1. {say['paragraph']}"),
        (4, f"Статья 2. {say['competence']}"),
        (1, say["annex"]),
        (1, f"Приложение 2 к Закону Республики Казахстан «{say['title']}»"),
    ]


def test_references_lead_to_their_article(russian):
    links = [link.get_object() for page in russian.pages for link in page.get("/Annots", [])]
    named = [link for link in links if link.get("/Dest") == "art_1"]
    assert len(named) == 2
    assert all(link["/Contents"].startswith("Статья 1") for link in named)
    assert russian.get_destination_page_number(russian.named_destinations["art_1"]) == 0


def test_headings_of_chapters_print_in_capitals(russian):
    assert f"Глава 1. {WORDS['ru']['chapter'].upper()}" in russian.pages[0].extract_text()


def test_the_page_is_a4_and_only_the_first_has_no_number(russian):
    assert len(russian.pages) == 3
    for number, page in enumerate(russian.pages, start=1):
        assert [float(side) / MILLIMETRE for side in page.mediabox[2:]] == pytest.approx([210, 297], abs=0.1)
        assert page.extract_text().split("\n")[0] == ("Проект" if number == 1 else str(number))


def boxes(content):
    """The words of each page with their box in millimetres: left, top, right, bottom, word."""
    pages = etree.fromstring(poppler(content, "-bbox").encode())
    for page in pages.iter("{*}page"):
        yield [
            (*(float(word.get(side)) / MILLIMETRE for side in ("xMin", "yMin", "xMax", "yMax")), word.text)
            for word in page.iter("{*}word")
        ]


@POPPLER
def test_the_words_keep_the_margins_and_the_number_stands_in_the_middle_of_the_top_one():
    article = unit("article", "1", *(unit("clause", str(n), text="слово о селе " * 60) for n in range(1, 12)))
    first, second, *_ = boxes(write(unit("law", "", article, heading="О селе"), edition("ru")))
    assert min(word[0] for word in first) == pytest.approx(25, abs=0.5)
    assert max(word[2] for word in first) == pytest.approx(195, abs=0.5)
    number, *others = second
    assert number[4] == "2"
    assert (number[1] + number[3]) / 2 == pytest.approx(12.5, abs=1)
    assert (number[0] + number[2]) / 2 == pytest.approx((25 + 195) / 2, abs=0.5)
    assert min(word[1] for word in others) >= 24.5
    assert max(word[3] for word in others if word[2] < 60) <= 272.5


@POPPLER
def test_a_clause_begins_with_the_indent_of_the_rules():
    (page,) = boxes(write(one_article("слово"), edition("ru")))
    assert next(word[0] for word in page if word[4] == "2.") == pytest.approx(25 + 12.5, abs=0.7)


def test_the_same_law_is_the_same_to_the_byte(pdfs):
    assert write(law("kk"), edition("kk"), NOTES) == pdfs["kk"]


def test_a_text_without_date_and_fingerprint_is_printed_the_same_each_time():
    known = edition("ru", date=None, fingerprint="", draft=0, source="закон.docx")
    assert write(one_article("слово"), known) == write(one_article("слово"), known)
    assert "закон.docx" in pypdf.PdfReader(io.BytesIO(write(one_article("слово"), known))).pages[0].extract_text()


@pytest.mark.parametrize("letters", [KAZAKH, "№§₸«»–—…", "ЁёЪъЫы", "\u0301а", "1-1) ½ €"])
def test_every_character_of_a_law_prints(letters):
    read = (
        pypdf.PdfReader(io.BytesIO(write(one_article(letters, heading=letters), edition("kk")))).pages[0].extract_text()
    )
    assert squeezed(read).count(squeezed(letters)) >= 2


@pytest.mark.parametrize(
    "words",
    [
        HOSTILE,
        '#read("/etc/passwd")',
        "*x*",
        "$x$",
        "@art_1",
        "\\",
        "`код`",
        "#{1+1}",
        "<art_1>",
        "= а",
        "- а",
        "/* а */",
    ],
)
def test_words_are_never_instructions(words):
    root = one_article(words, heading=words)
    content = write(root, edition("ru", source=words, draft=0, fingerprint="ab"), [((0,), words)])
    read = squeezed(pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text())
    assert read.count(squeezed(words)) >= 3
    assert "root:" not in read


@pytest.mark.parametrize(("language", "place"), [("ru", "Статья 1. 2"), ("kk", "1-бап. 2"), ("en", "Article 1. 2")])
@pytest.mark.parametrize("character", ["漢", "\U0001f600", "\ue000"])
def test_a_character_without_a_glyph_is_named_with_its_provision(language, place, character):
    with pytest.raises(MissingGlyph) as refused:
        write(one_article(f"слово {character}"), edition(language))
    assert refused.value.character == character
    assert f"U+{ord(character):04X}" in str(refused.value)
    assert f"in {place}." in str(refused.value)


def test_a_character_without_a_glyph_in_a_note_is_named_too():
    with pytest.raises(MissingGlyph, match="U\\+6F22"):
        write(one_article("слово"), edition("ru"), [((0,), "漢")])


def test_a_row_of_headings_is_repeated_on_each_page_of_a_table():
    rows = "\n".join(["Заголовок\tСумма", *(f"строка {n}\t{n}" for n in range(90))])
    root = unit("law", "", unit("annex", "", unit("table", text=rows), heading="Смета"), heading="О селе")
    pages = pypdf.PdfReader(io.BytesIO(write(root, edition("ru")))).pages
    with_table = [page.extract_text() for page in pages if "строка" in page.extract_text()]
    assert len(with_table) > 1
    assert all("Заголовок" in page for page in with_table)


@pytest.mark.parametrize(
    "root",
    [
        Provision("law"),
        Provision("law", heading="О селе"),
        unit("law", "", unit("chapter", ""), heading="Т"),
        unit("law", "", unit("article", "1", unit("clause", ""), unit("table"), unit("passage")), heading="Т"),
        unit("law", "", unit("chapter", "", unit("paragraph", "1", unit("article", "1"), heading="П")), heading="Т"),
    ],
)
def test_a_law_that_is_only_begun_can_be_printed(root):
    assert len(pypdf.PdfReader(io.BytesIO(write(root, edition("ru")))).pages) == 1
