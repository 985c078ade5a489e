"""Files that mean harm, or are something else, are refused with one sentence, within enforced limits."""

import contextlib
import io
import random
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from articles.lawtext import xml
from articles.lawtext.importers import archive, docx, sandbox
from articles.lawtext.importers.archive import MEBIBYTE, Limits
from articles.lawtext.importers.lines import ImportRefused

from . import documents as d
from .documents import definition, level, listed, num, p, r

LAW = d.docx(p("Статья 1. Название") + p("1. Слова статьи."))
NOISE = random.Random(1).randbytes(100_000)

LIMITS = Limits(seconds=10, memory=512 * MEBIBYTE)
"""What a hostile file may cost at most. The system ends the process that exceeds it, and the sentence says so."""


def entries(**changed: str | bytes) -> bytes:
    """The archive of a law with some entries replaced or added."""
    return d.zipped({**d.entries(p("Слова")), **changed})


def main(content: str | bytes) -> bytes:
    return entries(**{"word/document.xml": content})


def typed(kind: str) -> bytes:
    return entries(**{"[Content_Types].xml": d.TYPES.format(kind)})


def leading_to(target: str, external: bool = False) -> bytes:
    return entries(**{"_rels/.rels": d.relations(("officeDocument", target, external))})


def lying(content: bytes, said: int) -> bytes:
    """The archive with the inflated size of its last entry replaced in both headers."""
    where = content.rindex(b"PK\x01\x02")
    offset = struct.unpack_from("<L", content, where + 42)[0]
    patched = bytearray(content)
    struct.pack_into("<L", patched, where + 24, said)
    struct.pack_into("<L", patched, offset + 22, said)
    return bytes(patched)


def flagged(content: bytes, offset: int, said: int) -> bytes:
    """The archive with two bytes of its first directory record replaced."""
    patched = bytearray(content)
    struct.pack_into("<H", patched, content.index(b"PK\x01\x02") + offset, said)
    return bytes(patched)


def twice() -> bytes:
    stream = io.BytesIO(LAW)
    with zipfile.ZipFile(stream, "a") as opened, pytest.warns(UserWarning, match="Duplicate"):
        opened.writestr("word/document.xml", "<a/>")
    return stream.getvalue()


def stored(content: str) -> bytes:
    """A law whose text is not packed, so that no ratio betrays it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as opened:
        for name, entry in d.entries(content).items():
            opened.writestr(name, entry)
    return stream.getvalue()


def compound(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(512)


OFFICE = "application/vnd.openxmlformats-officedocument"
DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"
ENTITIES = '<!DOCTYPE w [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>' + d.part(
    "document", "&c;"
)
OUTSIDE = '<!DOCTYPE w SYSTEM "file:///etc/passwd">' + d.part("document", "")
MANY = {f"{number}.xml": b"" for number in range(2_001)}
LONG_LABEL = definition(0, level(0, "%1" * 50_000)) + num(1, 0)

ARCHIVES = {
    "cut off": (LAW[: len(LAW) // 2], "cut off"),
    "only its beginning": (LAW[:10], "cut off"),
    "no document at all": (d.zipped({"a.txt": "a"}), "not a Word document"),
    "no relation to a document": (entries(**{"_rels/.rels": d.relations()}), "without a document"),
    "document on a server": (leading_to("http://localhost:9/law.xml", external=True), "without a document"),
    "document outside the archive": (leading_to("../../etc/passwd"), "has no part"),
    "zip bomb": (entries(bomb=bytes(8 * MEBIBYTE)), "200 times"),
    "many entries": (entries(**MANY), "2000 entries"),
    "says less than it holds": (lying(main(bytes(100_000)), 10), "damaged"),
    "says more than is accepted": (lying(LAW, 2**31), "200 times"),
    "climbing path": (entries(**{"../../evil.xml": "a"}), "path that is not accepted"),
    "absolute path": (entries(**{"/etc/evil": "a"}), "path that is not accepted"),
    "path of Windows": (entries(**{"C:evil": "a"}), "path that is not accepted"),
    "two entries of one name": (twice(), "the same name"),
    "entry with a password": (flagged(LAW, 8, 1), "password"),
    "unknown packing": (flagged(LAW, 10, 99), "method"),
    "entities": (main(ENTITIES), "DOCTYPE"),
    "entities in UTF-16": (main(ENTITIES.encode("utf-16")), "DOCTYPE"),
    "entities in relations": (entries(**{"_rels/.rels": ENTITIES}), "DOCTYPE"),
    "entity of a file": (main(OUTSIDE), "DOCTYPE"),
    "damaged XML": (main("<w:document>"), "damaged"),
    "no XML": (main(""), "damaged"),
    "100,000 levels": (main("<a>" * 100_000), "nested too deeply"),
    "a million empty paragraphs": (stored("<w:p/>" * 1_000_000), "100,000 paragraphs"),
    "three million tags": (stored("<w:r/>" * 3_000_000), "tags"),
    "endless label": (d.docx(p("а", listed(1)), numbering=LONG_LABEL), "numbering label"),
    "macros": (entries(**{"word/vbaProject.bin": b"x"}), "macros"),
    "type with macros": (typed(DOCM), "macros"),
    "spreadsheet": (typed(f"{OFFICE}.spreadsheetml.sheet.main+xml"), "spreadsheet"),
    "presentation": (typed(f"{OFFICE}.presentationml.presentation.main+xml"), "presentation"),
    "OpenDocument": (d.zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
}
"""Archives named law.docx, and words of the sentence that refuses each."""

MISNAMED = {
    "law.docx": [
        (b"", "empty"),
        (b"just words", "not a Word document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        (b"\xef\xbb\xbf <!DOCTYPE html><p>law", "web page"),
        (compound("WordDocument"), "Word 97"),
        (compound("EncryptedPackage"), "password"),
        (compound("Workbook"), "old Office format"),
        (b"%PDF-1.7\n", "PDF"),
    ],
    "law.doc": [(compound("WordDocument"), "Word 97")],
    "LAW.DOCM": [(LAW, "macros")],
    "law.odt": [(d.zipped({"mimetype": "x"}), "OpenDocument")],
    "law.rtf": [(b"{\\rtf1 text}", "RTF")],
    "law.pdf": [(b"\n%PDF-1.7\n", "PDF")],
    "law.txt": [
        (b"", "empty"),
        (LAW, "under the name of a text"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "picture"),
        (b"\x1f\x8b" + bytes(50), "unpack"),
        (NOISE, ""),
        (bytes(1000), ""),
    ],
}
"""What comes under which name, and words of the sentence that refuses it."""

FILES = [("law.docx", content, said) for content, said in ARCHIVES.values()] + [
    (name, content, said) for name, files in MISNAMED.items() for content, said in files
]
NAMES = [*ARCHIVES, *(f"{name}: {said or 'noise'}" for name, files in MISNAMED.items() for _, said in files)]


@pytest.mark.parametrize(("name", "content", "said"), FILES, ids=NAMES)
def test_a_hostile_file_is_refused_with_one_sentence(name: str, content: bytes, said: str) -> None:
    with pytest.raises(ImportRefused) as refusal:
        sandbox.read(name, content, "ru", LIMITS)
    sentence = str(refusal.value)
    assert said in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 200
    assert sentence not in (sandbox.TOO_LONG, sandbox.TOO_LARGE, sandbox.FAILED)


BREAKS = "{br}" * 100_000
LARGE = {
    "blanks": r(" " * 100_000),
    "tabs": f"<w:r>{'<w:tab/>' * 100_000}</w:r>",
    "breaks": f"<w:r>{'<w:br/>' * 100_000}</w:r>",
    "numbers": r("1-" * 50_000),
    "numbers after breaks": f"<w:r>{'<w:br/><w:t>1-1-1-1-1-1-1-1</w:t>' * 10_000}</w:r>",
    "brackets": r("(" * 100_000),
    "fields without end": '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000,
    "ends of fields": '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 20_000,
    "text boxes": d.box(p("а")) * 5_000,
    "references to one note": '<w:r><w:footnoteReference w:id="2"/></w:r>' * 20_000,
}
NOTE = f'<w:footnote w:id="2">{p("сноска " * 10_000)}</w:footnote>'


@pytest.mark.parametrize("case", LARGE)
def test_hostile_paragraphs_are_read_in_linear_time(case: str) -> None:
    content = d.docx(p(LARGE[case] + r("Конец.")), footnotes=NOTE)
    imported = sandbox.read("law.docx", content, "ru", LIMITS)
    assert "Конец." in str(imported)


def chain(length: int) -> str:
    return "".join(d.style(f"s{number}", based_on=f"s{number + 1}") for number in range(length))


def test_long_chains_of_styles_are_cut() -> None:
    body = "".join(p("а", d.styled(f"s{number}")) for number in range(5_000))
    assert len(docx.lines(d.docx(body, styles=chain(5_000))).lines) == 5_000


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Limits(bytes=100), "larger than"),
        (Limits(entries=3), "3 entries"),
        (Limits(inflated=1_000), "inflates to more"),
        (Limits(paragraphs=1), "1 paragraphs"),
    ],
)
def test_limits_may_be_set(limits: Limits, said: str) -> None:
    with pytest.raises(ImportRefused, match=said):
        docx.lines(LAW, limits=limits)
    with pytest.raises(ImportRefused, match=said):
        sandbox.read("law.docx", LAW, "ru", limits)


def test_a_file_of_200_megabytes_is_refused_by_its_size() -> None:
    with pytest.raises(ImportRefused, match="larger than 20 MiB"):
        sandbox.read("law.docx", bytes(200 * MEBIBYTE), "ru")


def test_what_is_inflated_is_counted_again() -> None:
    opened = archive.opened(entries(noise=NOISE), Limits(inflated=150_000))
    assert opened.entry("noise") == NOISE
    with pytest.raises(ImportRefused, match="inflates to more"):
        opened.entry("noise")


def test_relations_to_the_outside_are_not_followed() -> None:
    links = (
        ("hyperlink", "http://localhost:9/", True),
        ("styles", "file:///etc/passwd", True),
        ("attachedTemplate", "http://localhost:9/evil.dotm", True),
        ("header", "../../../../etc/passwd", False),
    )
    content = d.zipped(d.entries(p(f'<w:hyperlink r:id="r0">{r("ссылка")}</w:hyperlink>'), links))
    assert docx.lines(content) == ([docx.Line(1, "ссылка")], (), False)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "damaged"),
        (b"<a>", "damaged"),
        (b"<a>&b;</a>", "damaged"),
        (b'<?xml version="1.0" encoding="none"?><a/>', "damaged"),
        (b"<!DOCTYPE a><a/>", "DOCTYPE"),
        (b"<!--" + b" " * 200_000 + b"--><!DOCTYPE a><a/>", "DOCTYPE"),
        (b"<a>" * 1_000 + b"</a>" * 1_000, "nested too deeply"),
        (b"<a>" + b"x" * 11_000_000 + b"</a>", "text that is too long"),
        (b"<a/>" * 3_000_001, "tags"),
    ],
)
def test_hostile_xml_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(xml.XMLRefused, match=said):
        xml.parse(content)


def test_xml_is_read_without_comments_and_instructions() -> None:
    root = xml.parse('<?xml version="1.0" encoding="windows-1251"?><a>б<!-- в --><?г д?>е</a>'.encode("cp1251"))
    assert root.text == "бе"


@given(some.lists(some.tuples(some.integers(0, len(LAW) - 1), some.integers(0, 255)), max_size=8))
@settings(max_examples=150, deadline=None)
def test_a_damaged_archive_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(LAW)
    for place, byte in changes:
        damaged[place] = byte
    with contextlib.suppress(ImportRefused):
        assert docx.lines(bytes(damaged)).lines


def test_an_archive_whose_directory_is_said_to_begin_elsewhere_is_refused() -> None:
    ahead = (int.from_bytes(LAW[-6:-2], "little") + 1_000_000).to_bytes(4, "little")
    with pytest.raises(ImportRefused, match="damaged"):
        docx.lines(LAW[:-6] + ahead + LAW[-2:])


LEAVES = (
    "<w:t>1) а</w:t>",
    "<w:br/>",
    "<w:sym/>",
    "<w:fldChar w:fldCharType='begin'/>",
    "<w:fldChar w:fldCharType='separate'/>",
    "<w:fldChar w:fldCharType='end'/>",
    "<w:instrText>TOC</w:instrText>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:pPr><w:numPr><w:numId/></w:numPr><w:ind/></w:pPr>",
    "<w:rPr><w:vertAlign/></w:rPr>",
    "<w:tcPr><w:gridSpan w:val=''/></w:tcPr>",
    "<w:footnoteReference/>",
)
HOLDERS = (
    *("w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:ins", "w:del", "w:hyperlink"),
    *("w:txbxContent", "w:drawing", "mc:AlternateContent", "mc:Choice", "m:oMath", "w:fldSimple", "w:body"),
)


def holder(name: str, inside: list[str]) -> str:
    return f"<{name}>{''.join(inside)}</{name}>"


ELEMENTS = some.recursive(
    some.sampled_from(LEAVES),
    lambda inside: some.builds(holder, some.sampled_from(HOLDERS), some.lists(inside, max_size=4)),
    max_leaves=25,
)


@given(some.lists(ELEMENTS, max_size=4))
@settings(max_examples=150, deadline=None)
def test_elements_in_any_order_are_read_somehow(elements: list[str]) -> None:
    for line in docx.lines(d.docx("".join(elements))).lines:
        assert line.text == " ".join(line.text.split())
        assert bool(line.text) != bool(line.rows)
