"""Documents that another program wrote are read like those of Word."""

import shutil

import pytest

from articles.lawtext.importers import docx
from articles.lawtext.importers.docx import Reading

from .documents import converted

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice to write the documents")

PAGE = """<html><head><meta charset="utf-8"></head><body>
<p align="right">Проект</p>
<p align="center"><b>ЗАКОН<br>РЕСПУБЛИКИ КАЗАХСТАН</b></p>
<h1>О местном самоуправлении</h1>
<h2>Глава 1. Общие положения</h2>
<h3>Статья 1. Понятия</h3>
<p>1. В настоящем Законе используются понятия:</p>
<ol><li>кенес – выборный орган;</li><li>сход – собрание <a href="http://localhost/">жителей</a>.</li></ol>
<p>2.&nbsp;Иные понятия.<br>3. Третий пункт.</p>
<ul><li>черта</li></ul>
<blockquote>Сноска. Статья 1 в редакции Закона.</blockquote>
<table border="1"><tr><td>№</td><td colspan="2">Наименование</td></tr>
<tr><td rowspan="2">1</td><td>а</td><td>б</td></tr><tr><td>в</td><td>г</td></tr></table>
<ol type="a" start="3"><li>третья<ol type="I"><li>римская</li></ol></li></ol>
</body></html>"""

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{prefix}="{OASIS}{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
    )
)


def change(number: int, kind: str, author: str, words: str = "") -> str:
    signed = (
        f'<office:change-info><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">{author}</dc:creator>'
        '<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2026-01-01T00:00:00</dc:date></office:change-info>'
    )
    return (
        f'<text:changed-region xml:id="c{number}" text:id="c{number}">'
        f"<text:{kind}>{signed}{words}</text:{kind}></text:changed-region>"
    )


CHANGES = (
    change(1, "insertion", "Айгүл")
    + change(2, "deletion", "Ержан", "<text:p>ескі </text:p>")
    + change(3, "deletion", "Ержан", "<text:p>соңы.</text:p><text:p>Басы</text:p>")
)
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Ескерту мәтіні.</text:p></text:note-body></text:note>"
)
FRAME = (
    '<draw:frame draw:name="f" text:anchor-type="paragraph" svg:width="5cm" svg:height="1cm">'
    "<draw:text-box><text:p>Жоба</text:p></draw:text-box></draw:frame>"
)
TEXT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")"/>
</text:list-style></office:automatic-styles>
<office:body><office:text><text:tracked-changes>{CHANGES}</text:tracked-changes>
<text:h text:outline-level="1">1-тарау. Жалпы ережелер</text:h>
<text:list text:style-name="L">
<text:list-item><text:p>Бірінші <text:change-start text:change-id="c1"/>жаңа <text:change-end
 text:change-id="c1"/>тармақ{NOTE}:</text:p>
<text:list><text:list-item><text:p>бірінші тармақша;</text:p></text:list-item>
<text:list-item><text:p>екінші <text:change text:change-id="c2"/>тармақша.</text:p></text:list-item></text:list>
</text:list-item>
<text:list-item><text:p>Екінші тармақтың <text:change text:change-id="c3"/>жалғасы.</text:p></text:list-item>
</text:list>
<text:p>Рамка{FRAME}</text:p>
<text:p>Көрінеді<text:span text:style-name="H"> жасырын</text:span></text:p>
</office:text></office:body></office:document>"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    folder = tmp_path_factory.mktemp("converted")
    (folder / "page.html").write_text(PAGE, "utf-8")
    (folder / "text.fodt").write_text(TEXT, "utf-8")
    converted(folder, "docx:MS Word 2007 XML", "page.html", "text.fodt")
    return {name: docx.lines((folder / f"{name}.docx").read_bytes()) for name in ("page", "text")}


def test_a_web_page_saved_as_docx(read: dict[str, Reading]) -> None:
    found = [(line.role, line.level, line.text) for line in read["page"].lines]
    assert found == [
        ("", 0, "Проект"),
        ("", 0, "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН"),
        ("heading", 1, "О местном самоуправлении"),
        ("heading", 2, "Глава 1. Общие положения"),
        ("heading", 3, "Статья 1. Понятия"),
        ("", 0, "1. В настоящем Законе используются понятия:"),
        ("", 0, "1. кенес – выборный орган;"),
        ("", 0, "2. сход – собрание жителей."),
        ("", 0, "2.\u00a0Иные понятия."),
        ("", 0, "3. Третий пункт."),
        ("", 0, "– черта"),
        ("note", 0, "Сноска. Статья 1 в редакции Закона."),
        ("table", 0, ""),
        ("", 0, "c. третья"),
        ("", 0, "I. римская"),
    ]
    (table,) = (line.rows for line in read["page"].lines if line.rows)
    assert table == (("№", "Наименование", ""), ("1", "а", "б"), ("", "в", "г"))


def test_a_text_with_tracked_changes_lists_and_notes(read: dict[str, Reading]) -> None:
    found = [(line.role, line.text) for line in read["text"].lines]
    assert found == [
        ("heading", "1-тарау. Жалпы ережелер"),
        ("", "1. Бірінші жаңа тармақ:"),
        ("footnote", "Ескерту мәтіні."),
        ("", "1) бірінші тармақша;"),
        ("", "2) екінші тармақша."),
        ("", "2. Екінші тармақтың жалғасы."),
        ("", "Рамка"),
        ("", "Жоба"),
        ("", "Көрінеді"),
    ]


def test_its_changes_and_hidden_words_are_told(read: dict[str, Reading]) -> None:
    changes, hidden = read["text"].remarks
    assert changes.startswith("Tracked changes were read as accepted: 1 insertion, ")
    assert changes.endswith(", by Айгүл, Ержан.")
    assert "жасырын" in hidden
