"""Laws in HTML: paragraphs as a browser shows them, tables apart from layouts, and no letter lost."""

from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.lawtext.importers import ImportRefused, html

from ..outlines import outline, shown

LAW = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>База</title><style>p { color: red }</style></head>
<body><nav><a href="/">Главная</a></nav>
<h1>О кенесе</h1>
<p>Настоящий Закон регулирует отношения.</p>
<h3>Глава 1. Общие<br>положения</h3>
<p id="z1"><b>Статья 1.&nbsp;Понятия</b></p>
<p>1. Сход&#160;решает:</p><p>1) один;</p><p>2) <span>два</span>.</p>
<p>Он вправе отказать<sup>1</sup>.</p>
<p class="note">Сноска. Статья 1 с изменением.</p>
<script>alert("статья")</script><!-- заметка -->
<blockquote>Примечание РЦПИ!<br>Пункт 2 вводится в действие с 1 января.</blockquote>
<table><thead><tr><th>Вид</th><th>Доля</th></tr></thead>
<tr><td rowspan="2">Налог</td><td><p>один</p><p>два</p></td></tr><tr><td>три</td></tr></table>
<table><tr><td></td><td>Приложение 1<br>к Закону Республики Казахстан</td></tr></table>
<h3>ПЕРЕЧЕНЬ</h3><p>1. Дороги.</p>
<footer>Все права защищены</footer></body></html>"""


def texts(source):
    return [line.text for line in html.lines(source)]


def rows(source):
    return [line.rows for line in html.lines(source) if line.role == "table"]


def test_a_law_of_a_web_page_is_read():
    imported = html.read(LAW.encode(), "ru")
    assert outline(imported.root) == shown(
        """
        law «О кенесе»
          preamble: Настоящий Закон регулирует отношения.
          chapter 1 «Общие положения»
            article 1 «Понятия»
              clause 1: Сход решает:
                subclause 1: один;
                subclause 2: два.
                passage: Он вправе отказать¹.
                table: Вид | Доля / Налог | один два /  | три
          annex 1 «ПЕРЕЧЕНЬ»
            clause 1: Дороги.
        """
    )
    assert [note.text for note in imported.notes] == [
        "Сноска. Статья 1 с изменением.",
        "Примечание РЦПИ! Пункт 2 вводится в действие с 1 января.",
    ]
    assert [found.text for found in imported.skipped] == [
        *("Главная", "к Закону Республики Казахстан", "Все права защищены"),
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>а<b>б</b>в</p>", ["абв"]),
        ("<div>а<div>б</div>в</div>", ["а", "б", "в"]),
        ("а<br>б<br/>в", ["а", "б", "в"]),
        ("<pre>а\n  б</pre>", ["а", "б"]),
        ("<p>а\n   б</p>", ["а б"]),
        ("а <unknown>б</unknown> в", ["а", "б", "в"]),
        ("<p>а &lt;б&gt; &laquo;в&raquo;", ["а <б> «в»"]),
        ("только слова", ["только слова"]),
        ("", []),
        ("<!-- одна заметка -->", []),
        ("<table><tr><td>Президент</td><td>К. Токаев</td></tr></table>", ["Президент", "К. Токаев"]),
        ("<table><tr><td><h2>Глава 1</h2></td></tr><tr><td>Текст</td></tr></table>", ["Глава 1", "Текст"]),
        ("<table><tr><td>Статья 1. А</td></tr><tr><td>Текст</td></tr></table>", ["Статья 1. А", "Текст"]),
    ],
)
def test_a_paragraph_ends_where_a_browser_ends_it(source, found):
    assert texts(source) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<ol><li>А</li><li>Б</li></ol>", ["1. А", "2. Б"]),
        ("<p>Решает:</p><ol><li>а;</li><li>б.</li></ol>", ["Решает:", "1) а;", "2) б."]),
        ("<ol><li>А:<ol><li>а</li></ol></li><li>Б</li></ol>", ["1. А:", "1) а", "2. Б"]),
        ('<ol start="5"><li>А</li><li value="7">Б</li><li>В</li></ol>', ["5. А", "7. Б", "8. В"]),
        ("<ol><li>5-1. А</li></ol>", ["5-1. А"]),
        ("<ul><li>а</li></ul>", ["- а"]),
        ('<ul style="list-style: none"><li>а</li></ul>', ["а"]),
    ],
)
def test_items_of_lists_get_the_labels_that_are_shown(source, found):
    assert texts(source) == found


def test_numbers_made_for_a_list_are_named_in_a_remark():
    assert html.read("<ol><li>А</li></ol>".encode(), "ru").remarks == (html.NUMBERS_MADE,)
    assert html.read("<p>1. А</p>".encode(), "ru").remarks == ()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<tr><td>а<td>б<tr><td>в<td>г", [(("а", "б"), ("в", "г"))]),
        ("<tr><td colspan=2>а</td><td>б</td></tr><tr><td>в<td>г<td>д</tr>", [(("а", "", "б"), ("в", "г", "д"))]),
        ("<tr><td rowspan=2>а<td>б</tr><tr><td>в</tr>", [(("а", "б"), ("", "в"))]),
        ("<tr><td colspan=99999>а</td><td>б</td></tr><tr><td>в</td></tr>", [(("а", *[""] * 49, "б"), ("в",))]),
        ("<tr><td>а<table><tr><td>б<td>в<tr><td>г<td>д</table></td></tr>", [(("б", "в"), ("г", "д"))]),
    ],
)
def test_tables_of_data_keep_their_cells(source, found):
    assert rows(f"<table>{source}</table>") == found


def test_lines_are_numbered_as_in_the_source():
    assert [(line.number, line.text) for line in html.lines("<p>а</p>\n\n<p>б<br>\nв</p>")] == [
        (1, "а"),
        (3, "б"),
        (3, "в"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1251", "koi8-r", "iso-8859-5"])
def test_the_encoding_is_that_of_the_page(encoding):
    page = f'<meta charset="{encoding.removesuffix("-sig")}"><p>Настоящий Закон регулирует отношения</p>'
    assert html.read(page.encode(encoding), "ru").root.heading == "Настоящий Закон регулирует отношения"


PIECES = (
    *("<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<br>", "<table>", "</table>", "<tr>", "<td>", "<ol>", "</ol>"),
    *("<ul>", "<li>", "</li>", "<h2>", "</h2>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<sup>", "</sup>"),
    *(
        "<nav>",
        "</nav>",
        "<!-- x -->",
        "&amp;",
        "слово ",
        "Слово.",
        "1) ",
        "Статья 1. ",
        "\n",
        "<th>",
        "</td>",
        "<span>",
    ),
)


class Shown(HTMLParser):
    """The words of a page by another parser."""

    def __init__(self):
        super().__init__()
        self.words = []

    def handle_data(self, data):
        self.words.append(data)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_no_letter_of_a_page_is_lost_or_made(source):
    other = Shown()
    other.feed(source)
    found = "".join(line.text + "".join(cell for row in line.rows for cell in row) for line in html.lines(source))
    assert Counter(filter(str.isalpha, found)) == Counter(filter(str.isalpha, "".join(other.words)))


def test_a_page_nested_without_end_is_refused_rather_than_read_in_part():
    with pytest.raises(ImportRefused, match="nested"):
        html.read(("<p>Начало</p>" + "<div>" * 5000 + "слово").encode(), "ru")
