import datetime
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from articles.lawtext.edition import Edition
from articles.lawtext.eids import eids
from articles.lawtext.exporters.columns import widths
from articles.lawtext.exporters.setting import labelled, runs_of, setting
from articles.lawtext.exporters.wordings import annex_head, date_in_words, draft_name, edition_line
from articles.lawtext.provision import Provision, Reference

from .any_law import any_laws
from .printed import DATE, FINGERPRINT, GONE, NOTES, WORDS, edition, law, texts, unit


def printed(root, language="ru", notes=(), **facts):
    return setting(root, edition(language, **facts), notes).paragraphs


def words(paragraph):
    return labelled(paragraph) + "".join(run.words for run in runs_of(paragraph))


def lines(root, language="ru"):
    """The words of the law alone, without the head of the bill, signature and draft."""
    return [words(paragraph) for paragraph in printed(root, language)[2:-2]]


def article(*children, **said):
    return unit("law", "", unit("article", "1", *children, **said), heading="Т")


def test_a_law_is_set_in_the_order_in_which_it_is_read():
    say = WORDS["ru"]
    assert [(paragraph.role, paragraph.label, paragraph.level) for paragraph in printed(law("ru"))] == [
        ("mark", "", 0),
        ("act", "", 0),
        ("law", "", 0),
        ("preamble", "", 0),
        ("section", "РАЗДЕЛ 1.", 1),
        ("chapter", "Глава 1.", 2),
        ("article", "Статья 1.", 3),
        ("passage", "", 0),
        ("subclause", "1)", 0),
        ("subclause", "2)", 0),
        ("paragraph", "Параграф 1.", 3),
        ("article", "Статья 2.", 4),
        ("clause", "1.", 0),
        ("subclause", "1)", 0),
        ("indent", "", 0),
        ("subclause", "2)", 0),
        ("passage", "", 0),
        ("clause", "1-1.", 0),
        ("note", "Примечание.", 0),
        ("signature", "", 0),
        ("annex_head", "", 0),
        ("annex", "", 1),
        ("clause", "1.", 0),
        ("table", "", 0),
        ("annex_head", "", 1),
        ("passage", "", 0),
        ("edition", "", 0),
    ]
    assert f"2) {say['excluded']}" in lines(law("ru"))


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_word_of_the_law_is_set_once_and_in_order(language):
    parts = "\n".join(texts(law(language))).replace("\t", "\n").split("\n")
    text = "\n".join(words(paragraph) for paragraph in printed(law(language)))
    place = 0
    for part in parts:
        place = text.index(part, place) + len(part)
    assert GONE not in text


def test_a_kazakh_list_ends_with_its_verb_on_the_line_of_the_last_item():
    say = WORDS["kk"]
    assert f"2) {say['kenes']} {say['closing']}" in lines(law("kk"), "kk")


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ((unit("indent", text="в;"),), ["а:", "в; г."]),
        ((unit("subclause", "1", unit("indent", text="в;"), text="б:"),), ["а:", "1) б:", "в; г."]),
        ((unit("subclause", "1", text="б;"), unit("subclause", "", status="removed", text="ж;")), ["а:", "1) б; г."]),
        ((unit("subclause", "1"),), ["а:", "1) г."]),
        ((unit("subclause", "1", text="б;"), unit("passage", text="Д.")), ["а:", "1) б; г.", "Д."]),
        ((unit("subclause", "1", unit("table", text="т"), text="б:"),), ["а:", "1) б:", "т", "г."]),
        ((unit("table", text="т"),), ["а: г.", "т"]),
        ((unit("passage", text="Д."),), ["а: г.", "Д."]),
        ((), ["а: г."]),
    ],
)
def test_closing_words_stand_on_the_line_of_the_list_they_end(children, expected):
    assert lines(article(*children, text="а:", closing="г."))[2:] == expected


def test_closing_words_stand_on_the_last_item_that_has_words():
    items = (unit("subclause", "1", text="б,"), unit("subclause", "2", text="в,"), unit("subclause", "3"))
    assert lines(article(*items, text="а:", closing="г."))[2:] == ["а:", "1) б,", "2) в, г.", "3)"]


def test_closing_words_are_not_put_into_a_heading():
    assert lines(article(heading="З", closing="г."))[1:] == ["Статья 1. З", "г."]


@given(any_laws())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_word_is_lost_or_doubled(root):
    text = [run.words for paragraph in printed(root)[2:] for run in runs_of(paragraph)]
    expected = sorted("".join(texts(root)).replace("\t", "").replace("\n", ""))
    blocks = [p for p in printed(root) if p.role in ("annex_head", "signature", "edition")]
    own = "".join(text)
    for block in blocks:
        own = own.replace("".join(run.words for run in block.runs if not run.note), "", 1)
    assert sorted(own.replace(" ", "")) == sorted("".join(expected).replace(" ", ""))


@given(any_laws())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_headings_leave_no_level_out_and_every_reference_leads_somewhere(root):
    paragraphs = printed(root)
    levels = [paragraph.level for paragraph in paragraphs if paragraph.level]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    anchors = [paragraph.eid for paragraph in paragraphs if paragraph.eid]
    assert len(anchors) == len(set(anchors))
    assert {run.target for paragraph in paragraphs for run in runs_of(paragraph)} - {""} <= set(anchors)


def test_a_chapter_that_prints_nothing_leaves_no_gap_in_the_outline():
    root = unit("law", "", unit("chapter", "", unit("article", "1", heading="А")), heading="Т")
    assert [paragraph.level for paragraph in printed(root) if paragraph.role == "article"] == [1]


def test_a_reference_leads_to_the_paragraph_of_its_target():
    root = law("ru")
    referring = next(paragraph for paragraph in printed(root) if any(run.target for run in paragraph.runs))
    assert [(run.words, run.target) for run in referring.runs] == [
        ("Кенес вправе рассматривать вопросы, указанные в ", ""),
        ("статье 1", "art_1"),
        (" настоящего Закона.", ""),
    ]


def test_a_reference_in_a_table_stays_in_its_cell():
    table = next(paragraph for paragraph in printed(law("ru")) if paragraph.rows)
    assert [[run.target for run in cell] for cell in table.rows[1]] == [[""], ["", "art_1", ""], [""]]


@pytest.mark.parametrize("status", ["removed", "untranslated", "elsewhere"])
def test_a_reference_to_what_does_not_print_is_plain_words(status):
    gone = unit("clause", "", text="" if status == "untranslated" else "Слова.", status=status)
    text = "Смотри пункт 1."
    clause = unit("clause", "2", text=text)
    clause = replace(clause, references=(Reference("text", 7, 14, (gone.id,), "nom"),))
    root = article(clause) if status == "elsewhere" else article(gone, clause)
    assert [run for paragraph in printed(root) for run in paragraph.runs if run.target] == []
    assert f"2. {text}" in lines(root)


@pytest.mark.parametrize(
    ("language", "authentic", "role", "said"),
    [
        ("ru", True, "signature", "Президент Республики Казахстан"),
        ("kk", True, "signature", "Қазақстан Республикасының Президенті"),
        ("en", False, "translation", "Unofficial translation"),
        ("ru", False, "translation", "Неофициальный перевод"),
    ],
)
def test_the_signatory_stands_between_body_and_annexes(language, authentic, role, said):
    paragraphs = printed(law(language), language, authentic=authentic)
    place = next(n for n, paragraph in enumerate(paragraphs) if paragraph.role == role)
    assert words(paragraphs[place]) == said
    assert paragraphs[place + 1].role == "annex_head"
    assert [paragraph.keep for paragraph in paragraphs].index(True) == place - 1


@pytest.mark.parametrize(
    "root", [Provision("law"), Provision("law", heading="О"), Provision("law", children=(unit("annex"),))]
)
def test_a_law_without_provisions_has_head_and_signature(root):
    assert {"mark", "act", "signature", "edition"} <= {paragraph.role for paragraph in printed(root)}


def test_notes_of_one_provision_are_one_footnote_where_the_provision_stands():
    called = [
        (words(paragraph), run.note)
        for paragraph in printed(law("ru"), notes=NOTES)
        for run in runs_of(paragraph)
        if run.note
    ]
    title, concepts, kenes, table = called
    assert title == (WORDS["ru"]["title"], NOTES[0][1])
    assert concepts == (f"Статья 1. {WORDS['ru']['concepts']}", f"{NOTES[1][1]} {NOTES[2][1]}")
    assert kenes[0].startswith("2) ")
    assert table[1] == NOTES[4][1]


def test_a_note_is_called_before_the_words_that_close_the_list():
    kenes = next(p for p in printed(law("kk"), "kk", NOTES) if p.role == "subclause" and p.label == "2)")
    assert [bool(run.note) for run in kenes.runs] == [False, True, False, False]


def test_the_note_of_a_table_is_not_in_the_row_that_is_repeated():
    table = next(paragraph for paragraph in printed(law("ru"), notes=NOTES) if paragraph.rows)
    assert not any(run.note for cell in table.rows[0] for run in cell)
    assert table.rows[-1][-1][-1].note


def test_a_note_on_an_annex_without_title_is_called_in_its_head():
    head = next(p for p in printed(article(), notes=()) if p.role == "article")
    assert not any(run.note for run in head.runs)
    root = unit("law", "", unit("annex", "", unit("passage", text="П")), heading="Т")
    head = next(p for p in printed(root, notes=[((0,), "Сноска.")]) if p.role == "annex_head")
    assert (head.runs[-1].note, head.level, head.eid) == ("Сноска.", 1, "annex_1")


def test_every_printed_provision_has_its_eid_on_one_paragraph():
    anchors = {paragraph.eid for paragraph in printed(law("ru")) if paragraph.eid}
    assert anchors == set(eids(law("ru")).values())


@pytest.mark.parametrize(("text", "shape"), [("а\tб\nв", [2, 2]), ("а", [1]), ("а\n\tб\tв\n", [3, 3, 3]), ("\t", [2])])
def test_rows_of_a_table_are_equally_long(text, shape):
    (table,) = (p for p in printed(article(unit("table", text=text))) if p.rows)
    assert [len(row) for row in table.rows] == shape


@given(any_laws(references=False))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_columns_share_the_width_of_the_page(root):
    for table in (paragraph for paragraph in printed(root) if paragraph.rows):
        shares = widths(table.rows)
        assert len(shares) == len(table.rows[0])
        assert min(shares) > 0
        assert sum(shares) <= 1000


def test_a_column_of_numbers_is_narrower_than_a_column_of_sentences():
    (table,) = (p for p in printed(law("ru")) if p.rows)
    number, words_of, money = widths(table.rows)
    assert number < money < words_of


@pytest.mark.parametrize(
    ("language", "said"),
    [("ru", "23 ноября 2026 года"), ("kk", "2026 жылғы 23 қараша"), ("en", "23 November 2026")],
)
def test_dates_have_the_month_in_words(language, said):
    assert date_in_words(DATE, language) == said


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_month_has_its_own_word(language):
    assert len({date_in_words(datetime.date(2026, month, 6), language) for month in range(1, 13)}) == 12


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (edition("ru"), "Редакция 2 от 23 ноября 2026 года"),
        (edition("kk"), "2-редакция, 2026 жылғы 23 қараша"),
        (edition("en"), "Draft 2 of 23 November 2026"),
        (edition("ru", draft=0), "Рабочий текст от 23 ноября 2026 года"),
        (edition("ru", draft=0, date=None), "Рабочий текст"),
        (Edition(source="закон.docx"), "закон.docx"),
    ],
)
def test_a_draft_is_named_with_its_date(known, said):
    assert draft_name(known) == said


def test_the_foot_of_a_page_has_a_short_fingerprint_and_the_end_the_whole():
    assert edition_line(edition("ru")).endswith(", контрольная сумма 3fa9 02c1 77be 41d0")
    assert edition_line(edition("ru"), full=True).endswith(f", контрольная сумма sha256-{FINGERPRINT}")
    assert edition_line(Edition(source="закон.docx"), full=True) == "закон.docx"


@pytest.mark.parametrize(
    ("number", "title", "language", "said"),
    [
        ("1", "О селе", "ru", "Приложение 1 к Закону Республики Казахстан «О селе»"),
        ("", "О селе", "ru", "Приложение к Закону Республики Казахстан «О селе»"),
        ("3-1", "Ауыл туралы", "kk", "«Ауыл туралы» Қазақстан Республикасының Заңына 3-1-қосымша"),
        ("", "Ауыл туралы", "kk", "«Ауыл туралы» Қазақстан Республикасының Заңына қосымша"),
        ("2", "", "kk", "Қазақстан Республикасының Заңына 2-қосымша"),
        ("1", "On villages", "en", "Annex 1 to the Law of the Republic of Kazakhstan “On villages”"),
    ],
)
def test_the_head_of_an_annex_names_the_act(number, title, language, said):
    assert annex_head(number, title, language) == said
