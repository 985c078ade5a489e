"""A file becomes a law: chosen, sent, reported on, loaded; and what happens when it does not arrive."""

import io
import zipfile

import docx
import pytest

from .conftest import NARROW, WIDE
from .site import SLUG
from .test_accessible import in_every_light, violations

pytestmark = pytest.mark.browser

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PAGES = ("/laws/new/", "/laws/new/outline/", "/laws/new/copy/", f"/laws/{SLUG}/languages/import/")


@pytest.fixture(scope="module")
def document():
    """A law in Word: headings, a list, a table, a number that jumps, a line that nobody expects."""
    law = docx.Document()
    law.add_heading("О сходе местного сообщества", 0)
    law.add_heading("Глава 1. Общие положения", 1)
    law.add_heading("Статья 1. Основные понятия", 2)
    for words in ("В настоящем Законе используются понятия:", "1) сход – собрание;", "2) кенес – орган."):
        law.add_paragraph(words)
    law.add_heading("Статья 3. Доходы", 2)
    for words in ("1. Сход решает вопросы.", "строка, которой никто не ждал", "2. Доходы распределяются:"):
        law.add_paragraph(words)
    for cell, words in zip(law.add_table(2, 2)._cells, ("Вид", "Доля", "Налог", "100"), strict=True):
        cell.text = words
    return _file("закон.docx", law.save)


def _file(name, write):
    held = io.BytesIO()
    write(held)
    return {"name": name, "mimeType": WORD, "buffer": held.getvalue()}


@pytest.fixture
def bring(open_page):
    """Opens the page of a new law and sends a file: ``bring(file)``."""

    def send(file, **settings):
        page = open_page("/laws/new/", **settings)
        page.set_input_files("#file", file)
        page.get_by_role("button", name="Прочитать файл").click()
        return page

    return send


def test_a_word_document_is_read_reported_on_and_loaded(bring, document):
    page = bring(document)
    report = page.locator(".report")
    report.wait_for()
    said = report.inner_text()
    assert "Пока ничего не сохранено." in said
    assert "строка, которой никто не ждал" in said
    assert "статья 3 следует за номером 1; оставлено как в файле" in said
    report.locator("summary").click()
    assert report.get_by_text("Статья 3. Доходы", exact=True).is_visible()
    for lit in in_every_light(page):
        assert violations(lit) == []
        assert lit.evaluate("document.documentElement.scrollWidth") == lit.viewport_size["width"]
    page.get_by_label("Название закона").fill("О сходе")
    page.get_by_role("button", name="Загрузить").click()
    page.wait_for_url("**/laws/o-shode/")
    assert "Текст загружен." in page.inner_text("#notices")
    assert "2) кенес – орган." in page.inner_text("main")


def test_the_name_of_a_dropped_file_is_shown(open_page):
    page = open_page("/laws/new/")
    dropped = page.evaluate_handle(
        "() => { const held = new DataTransfer(); held.items.add(new File(['Статья 1'], 'закон.txt')); return held; }"
    )
    page.dispatch_event(".drop", "drop", {"dataTransfer": dropped})
    assert page.inner_text(".chosen") == "закон.txt"
    assert page.evaluate("document.getElementById('file').files.length") == 1


def test_a_bomb_is_refused_where_files_are_chosen(bring):
    def pack(held):
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", b"0" * 60_000_000)

    page = bring(_file("бомба.docx", pack))
    page.locator("#notices .refused").wait_for()
    assert page.url.endswith("/laws/new/")
    said = page.inner_text("#notices")
    assert said.startswith("Файл бомба.docx не загружен.")
    assert said.endswith("Ничего не сохранено.")


def test_a_file_that_does_not_arrive_stays_chosen(readers, document):
    page = readers["ru"].new_page()  # the console may complain here
    page.goto("/laws/new/")
    page.set_input_files("#file", document)
    page.route("**/laws/new/", lambda route: route.abort())
    page.get_by_role("button", name="Прочитать файл").click()
    page.get_by_text("Файл не дошёл: нет связи.").wait_for()
    assert page.inner_text(".chosen") == "закон.docx"
    page.unroute("**/laws/new/")
    page.get_by_role("button", name="Прочитать файл").click()
    page.locator(".report").wait_for()
    page.close()


def test_the_whole_way_is_open_without_script(bring, document):
    page = bring(document, java_script_enabled=False)
    assert page.url.endswith("/report/")
    assert page.get_by_role("button", name="Загрузить").is_visible()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_way_to_begin_is_accessible_and_fits(open_page, path, language):
    page = open_page(path, language=language)
    for lit in in_every_light(page):
        assert violations(lit) == []
    for viewport in (WIDE, NARROW):
        page.set_viewport_size(viewport)
        assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
