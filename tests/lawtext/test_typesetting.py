import io
from pathlib import Path

import pypdf
import pytest

from articles.lawtext.exporters import typesetting

TEMPLATE = """#let words = json(bytes(sys.inputs.document))
#set document(title: words.title, date: datetime(year: 2026, month: 1, day: 2))
#set text(font: ("Libertinus Serif", "Noto Serif"), lang: "kk")
= #words.title
#words.text
"""


@pytest.fixture(autouse=True)
def template(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "sheet.typ").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "spy.typ").write_text('#read("/etc/passwd")', encoding="utf-8")
    (tmp_path / "climber.typ").write_text('#read("/../../../../etc/passwd")', encoding="utf-8")
    monkeypatch.setattr(typesetting, "TEMPLATES", tmp_path)


def sheet(text: str) -> bytes:
    return typesetting.typeset("sheet.typ", {"title": "Заң", "text": text})


def words_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_every_kazakh_letter_and_the_tenge_are_set() -> None:
    letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІі ₸ № § «»"
    assert letters in words_of(sheet(letters))


def test_words_are_never_taken_for_instructions() -> None:
    assert "#read" in words_of(sheet('#read("/etc/passwd") $x$ *b*'))


def test_the_same_document_is_the_same_to_the_byte() -> None:
    assert sheet("Мәтін") == sheet("Мәтін")


def test_a_document_is_tagged_and_archival() -> None:
    pdf = pypdf.PdfReader(io.BytesIO(sheet("Мәтін")))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfaid" in pdf.trailer["/Root"]["/Metadata"].get_object().get_data()


@pytest.mark.parametrize("character", ["汉", "\ue000"])
def test_a_character_without_a_glyph_is_named(character: str) -> None:
    with pytest.raises(typesetting.MissingGlyph, match=f"U\\+{ord(character):04X}") as caught:
        sheet(f"Мәтін {character}")
    assert caught.value.character == character


@pytest.mark.parametrize("name", ["spy.typ", "climber.typ"])
def test_typst_sees_no_file_of_the_machine(name: str) -> None:
    with pytest.raises(typesetting.TypesettingFailed):
        typesetting.typeset(name, {})
