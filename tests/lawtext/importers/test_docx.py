"""Word documents are read from their XML: nothing that prints is lost, nothing that does not print comes in."""

from io import BytesIO

import docx as python_docx
import pytest

from articles.lawtext.importers import docx
from articles.lawtext.importers.lines import ImportRefused, Line
from articles.lawtext.importers.wordprocessing.breaks import pieces

from . import documents as d
from .documents import (
    FORMULA,
    PLACEHOLDER,
    deleted,
    field,
    gone,
    ins,
    lines,
    p,
    r,
    remarks,
    roles,
    sdt,
    style,
    styled,
    table,
    texts,
)

RUBY = f"<w:r><w:ruby><w:rt>{r('сверху')}</w:rt><w:rubyBase>{r('слово')}</w:rubyBase></w:ruby></w:r>"


@pytest.mark.parametrize(
    ("inside", "printed"),
    [
        (r("один ") + r("два"), "один два"),
        (r("один ") + ins(r("два")), "один два"),
        (r("один ") + deleted(gone("два")) + r("три"), "один три"),
        (f"<w:moveTo>{r('сюда')}</w:moveTo>", "сюда"),
        (r("там") + f"<w:moveFrom>{r('отсюда')}</w:moveFrom>", "там"),
        (ins(r("а") + deleted(gone("б")) + r("в")), "ав"),
        (r("закон ") + f'<w:hyperlink r:id="r9">{r("по ссылке")}</w:hyperlink>', "закон по ссылке"),
        (r("до ") + sdt(r("поле")) + r(" после"), "до поле после"),
        (f'<w:smartTag w:element="place">{r("Алматы")}</w:smartTag>', "Алматы"),
        (f'<w:customXml w:element="x">{r("внутри")}</w:customXml>', "внутри"),
        (f'<w:dir w:val="ltr">{r("слева")}</w:dir>', "слева"),
        (r("см. ") + field(r"REF _Ref1 \h", "статью 5") + r("."), "см. статью 5."),
        (f'<w:fldSimple w:instr="REF a">{r("статья 6")}</w:fldSimple>', "статья 6"),
        (field("IF " + "</w:instrText></w:r>" + field("REF b", "3") + "<w:r><w:instrText>", "да"), "да"),
        (r("1.{tab}Текст"), "1. Текст"),
        (r("слово{tab} {tab}слово"), "слово слово"),
        ("<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>", "5-1"),
        ("<w:r><w:t>само</w:t><w:softHyphen/><w:t>управление</w:t></w:r>", "самоуправление"),
        ("<w:r><w:t>при </w:t><w:sym w:font='Symbol' w:char='F0B3'/><w:t> 5</w:t></w:r>", "при ≥ 5"),
        ("<w:r><w:sym w:font='Times New Roman' w:char='2116'/><w:t> 7</w:t></w:r>", "№ 7"),
        ("<w:r><w:t>а<!-- незримо -->б</w:t></w:r>", "аб"),
        ("<w:r><w:t>две\n\t строки</w:t></w:r>", "две   строки"),
        (r("площадь 5 м") + r("2", "<w:vertAlign w:val='superscript'/>"), "площадь 5 м²"),
        (r("статья 39") + r("1", "<w:vertAlign w:val='superscript'/>"), "статья 39¹"),
        (r("сноска") + r("буквы", "<w:vertAlign w:val='superscript'/>"), "сноскабуквы"),
        (r("25 марта") + r("1", "<w:position w:val='8'/><w:sz w:val='12'/>"), "25 марта¹"),
        (r("CO") + r("2", "<w:position w:val='-4pt'/><w:sz w:val='6pt'/>"), "CO₂"),
        (r("25 марта", "<w:sz w:val='28'/>") + r("1", "<w:position w:val='8'/><w:sz w:val='22'/>"), "25 марта¹"),
        (r("25 марта") + r("1", "<w:position w:val='8'/><w:sz w:val='28'/>"), "25 марта1"),
        (r("25 марта") + r("1", "<w:position w:val='8'/>"), "25 марта1"),
        (r("25 марта") + r("1", "<w:position w:val='0'/><w:sz w:val='12'/>"), "25 марта1"),
        (r("видно") + r(" скрыто", "<w:vanish/>"), "видно"),
        (r("видно") + r(" тоже", "<w:vanish w:val='0'/>"), "видно тоже"),
        (r("<w:lastRenderedPageBreak/>".replace("<", "&lt;")), "<w:lastRenderedPageBreak/>"),
        (r("формула ") + FORMULA, "формула a=2b"),
        (RUBY, "слово"),
        (r("до") + sdt(r("Введите текст"), PLACEHOLDER), "до"),
        (r("  по краям  "), "по краям"),
    ],
)
def test_a_paragraph_is_read_as_it_prints(inside: str, printed: str) -> None:
    assert texts(p(inside)) == [printed]


SIZED = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='24'/></w:rPr></w:rPrDefault></w:docDefaults>",
    style("Large", more="<w:rPr><w:sz w:val='32'/></w:rPr>"),
)


@pytest.mark.parametrize(
    ("named", "size", "printed"), [("", 22, "5¹"), ("", 28, "51"), ("Large", 28, "5¹"), ("Large", 32, "51")]
)
def test_figures_are_raised_where_smaller_than_the_letters_of_their_style(named: str, size: int, printed: str) -> None:
    raised = r("1", f"<w:position w:val='8'/><w:sz w:val='{size}'/>")
    body = p(r("5") + raised, styled(named) if named else "")
    assert [line.text for line in docx.lines(d.docx(body, styles="".join(SIZED))).lines] == [printed]


@pytest.mark.parametrize(
    "wrapped",
    [
        sdt(p("Текст")),
        sdt(sdt(p("Текст"))),
        f'<w:customXml w:element="x">{p("Текст")}</w:customXml>',
        ins(p("Текст")),
        f"<w:moveTo>{p('Текст')}</w:moveTo>",
        f'<mc:AlternateContent><mc:Choice Requires="wps">{p("Текст")}</mc:Choice>'
        f"<mc:Fallback>{p('Текст')}</mc:Fallback></mc:AlternateContent>",
        f'<mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback>{p("Текст")}</mc:Fallback></mc:AlternateContent>',
    ],
)
def test_a_paragraph_is_read_once_whatever_it_stands_in(wrapped: str) -> None:
    assert texts(p("До") + wrapped + p("После")) == ["До", "Текст", "После"]


def test_paragraphs_are_counted_from_one_with_the_empty_ones() -> None:
    assert [(line.number, line.text) for line in lines(p("а") + p("") + p("в"))] == [(1, "а"), (3, "в")]


def mark(change: str) -> str:
    return f'<w:rPr><w:{change} w:id="1" w:author="x"/></w:rPr>'


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (p("Первая ", mark("del")) + p("часть"), ["Первая часть"]),
        (p("а", mark("del")) + p("б", mark("del")) + p("в"), ["абв"]),
        (p("а", mark("ins")) + p("б"), ["а", "б"]),
        (p(deleted(gone("вон")), mark("del")) + p("остаётся"), ["остаётся"]),
        (p("до") + p(f"<w:moveFrom>{r('вон')}</w:moveFrom>", mark("moveFrom")) + p("после"), ["до", "после"]),
        (p("последний", mark("del")), ["последний"]),
        (p("до таблицы", mark("del")) + table(("а", "б")), ["до таблицы", ""]),
        (sdt(p("а ", mark("del"))) + p("б"), ["а б"]),
        (f"<w:del>{p('вон')}</w:del>" + p("есть"), ["есть"]),
    ],
)
def test_the_end_of_a_paragraph_is_a_change_of_its_own(body: str, printed: list[str]) -> None:
    assert texts(body) == printed


def test_a_deleted_paragraph_of_a_list_takes_no_number() -> None:
    numbering = d.definition(0, d.level(0, "%1)")) + d.num(1, 0)
    body = (
        p("первый", d.listed(1))
        + p(deleted(gone("вон")), d.listed(1) + mark("del"))
        + p("второй", d.listed(1))
        + p(deleted(gone("вон")), d.listed(1) + mark("del"))
    )
    assert texts(body, numbering=numbering) == ["1) первый", "2) второй"]


def test_tracked_changes_are_counted_with_their_authors() -> None:
    moved = f'<w:moveFromRangeStart w:id="3" w:name="m1" w:author="Ж. Нұрлан"/><w:moveFrom>{r("x")}</w:moveFrom>'
    body = p(ins(r("а")) + ins(r("б")) + deleted(gone("в")) + moved)
    assert remarks(body) == (
        "Tracked changes were read as accepted: 2 insertions, 1 deletion, 1 move, by А. Ахметов, Б. Серік, Ж. Нұрлан.",
    )
    assert remarks(p("ничего")) == ()


def test_a_document_by_many_hands_names_a_few() -> None:
    (remark,) = remarks(p("".join(ins(r("а"), author=f"Автор {number}") for number in range(8))))
    assert remark.endswith("Автор 4 and 3 others.")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ЗАКОН\nРЕСПУБЛИКИ КАЗАХСТАН", ["ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН"]),
        ("1) текст;\n2) второй", ["1) текст;", "2) второй"]),
        ("1. Текст\n2. Второй", ["1. Текст", "2. Второй"]),
        ("имеют право:\nизбирать;\nбыть избранными.", ["имеют право:", "избирать;", "быть избранными."]),
        ("перенос посреди\nпредложения", ["перенос посреди предложения"]),
        ("Первое предложение.\nВторое предложение.", ["Первое предложение.", "Второе предложение."]),
        ("Статья 5. Заголовок\nТекст статьи.", ["Статья 5. Заголовок", "Текст статьи."]),
        ("Статья 5. Длинный\nзаголовок", ["Статья 5. Длинный заголовок"]),
        ("Статья 5. Органы в Республике\nКазахстан", ["Статья 5. Органы в Республике Казахстан"]),
        ("Глава 1.\nОБЩИЕ ПОЛОЖЕНИЯ", ["Глава 1. ОБЩИЕ ПОЛОЖЕНИЯ"]),
        ("7-бап. Тақырып\n1. Мәтін", ["7-бап. Тақырып", "1. Мәтін"]),
        ("текст\nСноска. Статья исключена.", ["текст", "Сноска. Статья исключена."]),
        ("текст\n5-1-бап. Тақырып", ["текст", "5-1-бап. Тақырып"]),
        ("страница\fдругая", ["страница", "другая"]),
        ("\n\nпустые\n \nстроки\n", ["пустые строки"]),
        ("", []),
    ],
)
def test_a_line_break_separates_only_where_a_line_of_the_law_begins(text: str, read: list[str]) -> None:
    assert pieces(text) == read


def test_breaks_of_a_paragraph_keep_its_number() -> None:
    body = p("1) а;{br}2) б;") + p('<w:r><w:t>в</w:t><w:br w:type="page"/><w:t>г</w:t></w:r>')
    assert [(line.number, line.text) for line in lines(body)] == [(1, "1) а;"), (1, "2) б;"), (2, "в"), (2, "г")]


def test_a_text_box_is_read_once_and_where_it_stands() -> None:
    body = p(d.box(p("Проект")) + r("ЗАКОН")) + p(r("Текст") + d.box(p("сбоку") + p("ниже"))) + p("Конец")
    assert [(line.number, line.text) for line in lines(body)] == [
        (1, "Проект"),
        (1, "ЗАКОН"),
        (2, "Текст"),
        (2, "сбоку"),
        (2, "ниже"),
        (3, "Конец"),
    ]


def test_a_box_within_a_box_is_read_once() -> None:
    assert texts(p(d.box(p("снаружи") + p(d.box(p("внутри")))))) == ["снаружи", "внутри"]


def test_an_old_text_box_without_alternative_is_read() -> None:
    assert texts(p(f"<w:r><w:pict><v:textbox><w:txbxContent>{p('старый')}</w:txbxContent></v:textbox></w:pict></w:r>"))


NOTES = (
    f'<w:footnote w:type="separator" w:id="-1">{p("черта")}</w:footnote>'
    f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r(" Введено позже."))}{p("Ещё абзац.")}</w:footnote>'
    f'<w:footnote w:id="3">{p("Не названа.")}</w:footnote>'
)
REFERENCE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


def test_footnotes_follow_the_paragraph_that_refers_to_them_once() -> None:
    found = lines(p(r("Текст") + REFERENCE + r(".")) + p(r("Снова") + REFERENCE), footnotes=NOTES)
    assert [(line.number, line.role, line.text) for line in found] == [
        (1, "", "Текст."),
        (1, "footnote", "Введено позже."),
        (1, "footnote", "Ещё абзац."),
        (2, "", "Снова"),
    ]


def test_endnotes_are_footnotes_and_a_missing_note_is_nothing() -> None:
    notes = f'<w:endnote w:id="2">{p("В конце.")}</w:endnote>'
    body = p(r("Текст") + '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="7"/></w:r>')
    assert roles(body, endnotes=notes) == [("", 0, "Текст"), ("footnote", 0, "В конце.")]


def test_a_footnote_in_a_table_follows_the_table() -> None:
    body = table(("а", p(r("б") + REFERENCE)))
    found = lines(body, footnotes=NOTES)
    assert [line.role for line in found] == ["table", "footnote", "footnote"]
    assert found[0].rows == (("а", "б"),)


def test_a_table_of_nothing_but_footnotes_is_its_footnotes() -> None:
    for properties in (d.RULED, d.UNRULED):
        found = lines(table((p(REFERENCE), p(REFERENCE.replace("2", "3"))), properties=properties), footnotes=NOTES)
        assert [line.role for line in found] == ["footnote"] * 3


SPAN, DOWN, DOWN_ON = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
GONE = "<w:tr><w:trPr><w:del/></w:trPr>"


@pytest.mark.parametrize(
    ("xml", "rows"),
    [
        (table(("№", "Имя"), ("1", "А")), (("№", "Имя"), ("1", "А"))),
        (table((d.cell("общее", SPAN),), ("а", "б")), (("общее", ""), ("а", "б"))),
        (table((d.cell("вниз", DOWN), "а"), (d.cell("", DOWN_ON), "б")), (("вниз", "а"), ("", "б"))),
        (table(("а", p("раз") + p("два"))), (("а", "раз два"),)),
        (table(("а", table(("x", "y"), ("z", "")) + p("конец"))), (("а", "x y z конец"),)),
        (table(("а", "б"), ("", ""), ("в", "")), (("а", "б"), ("в", ""))),
        (table(("а " * 150, "б"), properties=""), (("а " * 149 + "а", "б"),)),
        (table(("а", "б"), properties='<w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>'), (("а", "б"),)),
        (table(("а", "б", "в"), ("г",)), (("а", "б", "в"), ("г", "", ""))),
        (table(("а", "б")).replace("<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>'), (("", "а", "б"),)),
        (table(("а", "1.{tab}б{br}в")), (("а", "1. б в"),)),
        (
            f"<w:tbl>{sdt(d.row('а', 'б'))}<w:tr>{sdt(d.cell('в'))}{d.cell('г')}</w:tr></w:tbl>",
            (("а", "б"), ("в", "г")),
        ),
        (table(("а", "б"), ("в", "г")).replace("<w:tr>", GONE, 1), (("в", "г"),)),
        (table(("а", d.cell("вон", "<w:cellDel/>"), "б")), (("а", "б"),)),
        (table((d.cell("широко", '<w:gridSpan w:val="1000000"/>'), "а")), (("широко", *[""] * 62, "а"),)),
    ],
)
def test_tables_keep_their_grid(xml: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert [(line.role, line.text, line.rows) for line in lines(xml)] == [("table", "", rows)]


@pytest.mark.parametrize(
    ("xml", "printed"),
    [
        (table(("", p("Приложение 1") + p("к Закону"))), ["Приложение 1", "к Закону"]),
        (table((p("Статья 1. Название") + p("1. Текст"),)), ["Статья 1. Название", "1. Текст"]),
        (table(("Проект",), ("",), ("ЗАКОН",)), ["Проект", "ЗАКОН"]),
        (table((table(("", "внутри")) + p(""),)), ["внутри"]),
        (table(("", "")), []),
        (table(("Президент", p("К.") + p("Токаев")), properties=d.UNRULED), ["Президент К. Токаев"]),
        (table(("Президент", "К. Токаев"), properties=""), ["Президент К. Токаев"]),
    ],
)
def test_a_table_that_only_lays_out_text_is_paragraphs(xml: str, printed: list[str]) -> None:
    assert texts(xml) == printed


def test_strict_documents_are_read() -> None:
    strict = {
        name: content.replace(d.WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in d.entries(p("Глава", styled("1")), styles=style("1", "heading 1")).items()
        if isinstance(content, str)
    }
    assert docx.lines(d.zipped(strict)).lines == [Line(1, "Глава", 0, "heading", 1)]


def test_a_part_in_utf16_is_read() -> None:
    found = d.entries(p("Қазақ тілі"))
    found["word/document.xml"] = str(found["word/document.xml"]).encode("utf-16")
    assert [line.text for line in docx.lines(d.zipped(found)).lines] == ["Қазақ тілі"]


def test_the_text_may_stand_under_any_name() -> None:
    found = d.entries(p("Слова"))
    found["text/main.xml"] = found.pop("word/document.xml")
    found["_rels/.rels"] = d.relations(("officeDocument", "/text/main.xml", False))
    found["[Content_Types].xml"] = str(found["[Content_Types].xml"]).replace("/word/document.xml", "/text/main.xml")
    assert [line.text for line in docx.lines(d.zipped(found)).lines] == ["Слова"]


def test_a_document_of_python_docx_is_read_like_any_other() -> None:
    document = python_docx.Document()
    document.add_heading("Глава 1. Общие положения", 1)
    document.add_paragraph("первый", style="List Number")
    document.add_paragraph("второй", style="List Number")
    document.add_paragraph("точка", style="List Bullet")
    document.add_paragraph("Цитата", style="Intense Quote")
    document.add_table(rows=2, cols=2).cell(1, 1).text = "ячейка"
    stream = BytesIO()
    document.save(stream)
    found = docx.lines(stream.getvalue()).lines
    assert [(line.role, line.level, line.text) for line in found] == [
        ("heading", 1, "Глава 1. Общие положения"),
        ("", 0, "1. первый"),
        ("", 0, "2. второй"),
        ("", 0, "– точка"),
        ("note", 0, "Цитата"),
        ("", 0, "ячейка"),
    ]


def test_a_read_law_carries_the_remarks_of_the_file() -> None:
    imported = docx.read(d.docx(p("Статья 1. Название") + p(r("Текст") + ins(r(" дополнен.")))), "ru")
    assert imported.language == "ru"
    assert any("1 insertion" in remark for remark in imported.remarks)


def test_a_document_without_words_has_no_lines() -> None:
    assert lines("") == []


def test_nesting_too_deep_for_a_document_is_refused() -> None:
    deep = p("внутри")
    for _ in range(240):
        deep = f"<w:ins>{deep}</w:ins>"
    assert texts(deep) == ["внутри"]
    with pytest.raises(ImportRefused, match="nested too deeply"):
        docx.lines(d.docx("<w:ins>" * 300 + "</w:ins>" * 300))
