import io
import shutil
import subprocess
import zipfile
from dataclasses import replace

import docx as python_docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from hypothesis import HealthCheck, given, settings
from lxml import etree

from articles.lawtext.eids import eids
from articles.lawtext.exporters.docx import BOOKMARK, bookmark, write
from articles.lawtext.exporters.wordprocessing.package import NotPrintable

from .any_law import any_laws
from .printed import DATE, FINGERPRINT, GONE, HOSTILE, KAZAKH, NOTES, WORDS, edition, law, missing, texts, unit

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LANGUAGES = ["ru", "kk", "en"]

ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
        "em lang"
    ),
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "personal rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar"
    ),
    "settings": "zoom defaultTabStop autoHyphenation footnotePr endnotePr compat rsids themeFontLang",
}
"""The sequences of ECMA-376, part 1, wml.xsd: Word calls a file damaged that does not keep them."""


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def xml(content, name="word/document.xml"):
    return etree.fromstring(parts(content)[name])


def opened(content):
    return python_docx.Document(io.BytesIO(content))


def text_of(element):
    return "".join(element.itertext(f"{W}t"))


@pytest.fixture(scope="module", params=LANGUAGES)
def written(request):
    return request.param, write(law(request.param), edition(request.param, authentic=request.param != "en"), NOTES)


@pytest.fixture(scope="module")
def russian():
    return write(law("ru"), edition("ru"), NOTES)


def test_every_word_comes_back_in_order(written):
    language, content = written
    body = opened(content).element.body
    read = "\n".join(text_of(paragraph) for paragraph in body.iter(f"{W}p"))
    assert missing(law(language), read) == []
    assert GONE not in read


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_libreoffice_reads_every_word_in_order(tmp_path):
    for language in LANGUAGES:
        (tmp_path / f"{language}.docx").write_bytes(write(law(language), edition(language), NOTES))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    files = [str(tmp_path / f"{language}.docx") for language in LANGUAGES]
    run = [*command, "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), *files]
    subprocess.run(run, check=True, capture_output=True, timeout=120)
    for language in LANGUAGES:
        assert missing(law(language), (tmp_path / f"{language}.txt").read_text("utf-8-sig")) == []


@given(any_laws())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_law_comes_back_with_links_that_lead_somewhere(root):
    body = xml(write(root, edition("ru")))
    assert missing(root, text_of(body)) == []
    names = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    assert {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} <= set(names)


def test_the_outline_of_word_shows_sections_chapters_and_articles(russian):
    say = WORDS["ru"]
    headings = [(p.style.name, p.text) for p in opened(russian).paragraphs if p.style.name.startswith("Heading")]
    assert headings == [
        ("Heading 1", f"РАЗДЕЛ 1. {say['section']}"),
        ("Heading 2", f"Глава 1. {say['chapter']}"),
        ("Heading 4", f"Статья 1. {say['concepts']}"),
        ("Heading 3", f"Параграф 1. {say['paragraph']}"),
        ("Heading 4", f"Статья 2. {say['competence']}"),
    ]


def test_a_law_of_chapters_and_articles_starts_at_heading_1():
    chapter = unit("chapter", "1", unit("article", "1", heading="А"), heading="Г")
    document = opened(write(unit("law", "", chapter, heading="Т"), edition("ru")))
    assert [p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")] == [
        "Heading 1",
        "Heading 2",
    ]


def test_headings_are_bold_keep_with_next_and_have_their_outline_level(russian):
    for style in opened(russian).styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH and style.name.startswith("Heading"):
            level = style.element.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")
            assert level == str(int(style.name[-1]) - 1)
            assert style.font.bold
            assert style.paragraph_format.keep_with_next
            assert style.element.find(f"{W}pPr/{W}suppressAutoHyphens") is not None


def test_chapters_are_centred_with_two_lines_before_and_one_after(russian):
    styles = opened(russian).styles
    chapter, article, clause = (styles[name].paragraph_format for name in ("Heading 2", "Heading 4", "Law Text"))
    assert chapter.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert chapter.space_before == 2 * chapter.space_after
    assert chapter.space_after == pytest.approx(Pt(16.1), abs=Pt(0.1))
    assert article.first_line_indent == clause.first_line_indent == pytest.approx(Cm(1.25), abs=Cm(0.01))
    assert clause.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY


def test_the_page_is_a4_with_the_margins_of_the_rules(russian):
    (section,) = opened(russian).sections
    sides = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    for side, wanted in zip(sides, (2.5, 1.5, 2.5, 2.5), strict=True):
        assert side == pytest.approx(Cm(wanted), abs=Cm(0.01))
    assert (section.page_width, section.page_height) == pytest.approx((Cm(21), Cm(29.7)), abs=Cm(0.01))
    middle = section.header_distance + Pt(16.1) / 2
    assert middle == pytest.approx(section.top_margin / 2, abs=Pt(0.5))


def test_the_first_page_has_no_number_and_the_others_have(russian):
    (section,) = opened(russian).sections
    assert section.different_first_page_header_footer
    (field,) = section.header._element.iter(f"{W}fldSimple")
    assert field.get(f"{W}instr").strip() == "PAGE"
    assert section.first_page_header.is_linked_to_previous
    assert section.header.paragraphs[0].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


@pytest.mark.parametrize(("language", "tag"), [("ru", "ru-RU"), ("kk", "kk-KZ"), ("en", "en-GB")])
def test_the_text_is_times_new_roman_14_in_its_language(language, tag):
    run = xml(write(law(language), edition(language)), "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    fonts = run.find(f"{W}rFonts")
    assert {fonts.get(f"{W}{script}") for script in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    assert run.find(f"{W}sz").get(f"{W}val") == "28"
    assert run.find(f"{W}lang").get(f"{W}val") == tag


def test_capitals_are_a_look_and_the_words_stay(russian):
    chapter = next(p for p in opened(russian).paragraphs if p.text.startswith("Глава 1."))
    assert [(run.text, run.font.all_caps) for run in chapter.runs] == [
        ("Глава 1. ", None),
        (WORDS["ru"]["chapter"], True),
    ]


def test_each_page_and_the_properties_name_draft_date_and_fingerprint(russian):
    document = opened(russian)
    (section,) = document.sections
    for footer in (section.footer, section.first_page_footer):
        assert footer.paragraphs[0].text == "Редакция 2 от 23 ноября 2026 года, контрольная сумма 3fa9 02c1 77be 41d0"
    core = document.core_properties
    assert (core.title, core.language) == (WORDS["ru"]["title"], "ru-RU")
    assert core.subject.endswith(f"sha256-{FINGERPRINT}")
    assert core.created.date() == core.modified.date() == DATE
    custom = {fact.get("name"): "".join(fact.itertext()) for fact in xml(russian, "docProps/custom.xml")}
    assert custom == {
        "lawdraft-law": "local",
        "lawdraft-draft": "2",
        "lawdraft-language": "ru",
        "lawdraft-fingerprint": f"sha256-{FINGERPRINT}",
    }


def test_a_text_without_a_date_has_no_moment_in_it():
    core = parts(write(law("ru"), edition("ru", date=None)))["docProps/core.xml"].decode()
    assert "dcterms:created" not in core


def test_the_same_law_is_the_same_to_the_byte():
    assert write(law("kk"), edition("kk"), NOTES) == write(law("kk"), edition("kk"), NOTES)


def test_every_printed_provision_is_a_bookmark_named_by_its_eid(russian):
    names = [mark.get(f"{W}name") for mark in xml(russian).iter(f"{W}bookmarkStart")]
    assert sorted(names) == sorted(map(bookmark, eids(law("ru")).values()))
    ends = [mark.get(f"{W}id") for mark in xml(russian).iter(f"{W}bookmarkEnd")]
    assert len(ends) == len(set(ends)) == len(names)


def test_references_are_links_that_look_like_words(russian):
    links = [(link.get(f"{W}anchor"), text_of(link)) for link in xml(russian).iter(f"{W}hyperlink")]
    assert links == [("art_1", "статье 1"), ("art_1", "статья 1")]
    assert not list(xml(russian).iterfind(f".//{W}hyperlink//{W}rPr"))


@pytest.mark.parametrize("length", [BOOKMARK - 1, BOOKMARK, BOOKMARK + 1, 200])
def test_names_of_bookmarks_fit_and_differ(length):
    names = {bookmark("art_" + "7" * (length - 5) + last) for last in "123"}
    assert len(names) == 3
    assert max(map(len, names)) <= BOOKMARK


def test_editorial_notes_are_footnotes_called_in_order(russian):
    called = [int(call.get(f"{W}id")) for call in xml(russian).iter(f"{W}footnoteReference")]
    notes = {int(note.get(f"{W}id")): text_of(note).strip() for note in xml(russian, "word/footnotes.xml")}
    assert called == [1, 2, 3, 4]
    assert [notes[number] for number in called] == [
        NOTES[0][1],
        f"{NOTES[1][1]} {NOTES[2][1]}",
        NOTES[3][1],
        NOTES[4][1],
    ]
    assert set(notes) - set(called) == {-1, 0}


def test_a_table_is_bordered_repeats_its_first_row_and_keeps_its_cells(russian):
    (table,) = opened(russian).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["№", "Вопрос местного значения", "Сумма, ₸"],
        ["1", "Благоустройство (статья 1)", "1000"],
        ["2", "Освещение улиц", ""],
    ]
    assert [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows] == [True, False, False]
    assert table.style.element.find(f"{W}tblPr/{W}tblBorders") is not None
    assert table.cell(1, 1).paragraphs[0].style.font.size <= Pt(12)


def test_two_tables_in_a_row_are_parted():
    article = unit("article", "1", unit("table", text="а\tб"), unit("table", text="в"), heading="Т")
    body = xml(write(unit("law", "", article), edition("ru")))[0]
    kinds = [etree.QName(child).localname for child in body]
    assert "tbl p tbl p" in " ".join(kinds)


def test_annexes_begin_on_a_page_of_their_own(russian):
    heads = [p for p in opened(russian).paragraphs if p.style.name == "Annex Head"]
    assert [head.text for head in heads] == [
        f"Приложение {n} к Закону Республики Казахстан «{WORDS['ru']['title']}»" for n in (1, 2)
    ]
    assert heads[0].style.paragraph_format.page_break_before
    assert heads[0].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT


def test_the_package_is_complete_and_every_relation_leads_to_a_part(russian):
    held = parts(russian)
    typed = {
        part.get("PartName").lstrip("/")
        for part in etree.fromstring(held["[Content_Types].xml"])
        if part.get("PartName")
    }
    assert typed == {name for name in held if name.endswith(".xml") and name != "[Content_Types].xml"}
    targets = {r.get("Id"): f"word/{r.get('Target')}" for r in etree.fromstring(held["word/_rels/document.xml.rels"])}
    assert set(targets.values()) <= set(held)
    asked = {element.get(f"{R}id") for element in xml(russian).iter() if element.get(f"{R}id")}
    assert asked <= set(targets)
    assert "word/stylesWithEffects.xml" not in held


@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "word/settings.xml", "word/footnotes.xml", "word/header.xml"]
)
def test_elements_stand_in_the_order_that_word_wants(russian, name):
    for element in xml(russian, name).iter():
        order = ORDERS.get(etree.QName(element).localname, "").split()
        if order:
            places = [order.index(etree.QName(child).localname) for child in element]
            assert places == sorted(places)


def test_every_style_that_is_used_is_there(russian):
    known = {style.get(f"{W}styleId") for style in xml(russian, "word/styles.xml").iter(f"{W}style")}
    for name in ("word/document.xml", "word/footnotes.xml", "word/header.xml", "word/footer.xml", "word/styles.xml"):
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            assert {element.get(f"{W}val") for element in xml(russian, name).iter(f"{W}{tag}")} <= known


def test_hostile_words_are_words(written):
    language, content = written
    assert HOSTILE in text_of(xml(content))
    assert KAZAKH in text_of(xml(content))
    assert HOSTILE in " ".join(texts(law(language)))


def test_hostile_words_are_words_in_notes_and_properties_too():
    root = replace(law("ru"), heading=HOSTILE)
    known = edition("ru", slug='a"><b', source=HOSTILE, draft=0, fingerprint=HOSTILE)
    content = write(root, known, [((), HOSTILE)])
    assert HOSTILE in text_of(xml(content, "word/footnotes.xml"))
    assert HOSTILE in text_of(xml(content, "word/footer.xml"))
    assert opened(content).core_properties.title == HOSTILE


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ufffe", "\ud800"])
def test_a_character_that_xml_forbids_is_refused_by_name(character):
    root = unit("law", "", unit("article", "1", text=f"слова{character}"), heading="Т")
    with pytest.raises(NotPrintable, match=rf"U\+{ord(character):04X} after “.*слова”"):
        write(root, edition("ru"))


def test_blanks_at_the_edges_of_words_are_kept():
    root = unit("law", "", unit("article", "1", unit("passage", text=" а  б ")), heading="Т")
    assert " а  б " in [text_of(paragraph) for paragraph in xml(write(root, edition("ru"))).iter(f"{W}p")]
