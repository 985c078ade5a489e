"""Columns of printed tables hold their words: no cell runs over its borders."""

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.lawtext.edition import Edition
from articles.lawtext.exporters import pdf
from articles.lawtext.exporters.columns import LETTERS, held, parts, widths
from articles.lawtext.exporters.setting import Run
from articles.lawtext.importers import plain
from articles.lawtext.provision import Provision

SAMPLE = Path(__file__).parents[2] / "fixtures" / "local_self_government"
LONG = (
    "Водопользователей\tГосударственно-правового\tЧастнопредпринимательская\tЭлектроэнергетического\tПериодичность\t"
    "Қауымдастықтарыңыздағылардың\t123456789012345678901234567890\tЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩЩ\n0\t1\t2\t3\t4\t5\t6\t7"
)

words = st.text("аоеЩкст1- ", max_size=40)
tables = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(words, min_size=width, max_size=width), min_size=1, max_size=4)
)


def cells(rows):
    return tuple(tuple((Run(text),) for text in row) for row in rows)


@settings(max_examples=100, deadline=None)
@given(tables)
def test_columns_stay_within_the_page_and_none_vanishes(rows):
    shares = widths(cells(rows))
    assert len(shares) == len(rows[0])
    assert min(shares) > 0
    assert sum(shares) <= 1000


def test_the_longest_word_of_a_heading_fits_its_column():
    rows = [["Вид", "Доля бюджета города районного значения, поселка", "Периодичность"], ["налог", "100", "день"]]
    shares = widths(cells(rows))
    assert all(parts(text, held(share)) == [text] for row in rows for text, share in zip(row, shares, strict=True))


def test_a_long_heading_does_not_make_a_column_of_figures_the_widest():
    rows = [["Вид", "Доля бюджета города районного значения, поселка, села"], ["Плата за размещение рекламы", "100"]]
    kind, figure = widths(cells(rows))
    assert kind > figure


@settings(max_examples=100, deadline=None)
@given(words, st.floats(0.5, LETTERS))
def test_words_are_only_cut_never_altered_and_only_where_they_are_too_long(text, letters):
    found = parts(text, letters)
    assert "".join(found) == text
    assert all(len(part.strip()) <= max(1, letters) for part in found) or found == [text]


@pytest.mark.parametrize(
    ("word", "letters", "cut"),
    [
        ("Периодичность", 20, ["Периодичность"]),
        ("Периодичность", 8, ["Пе", "рио", "дич", "ность"]),
        ("зачисления в бюджет", 8, ["за", "чис", "ле", "ния ", "в ", "бюджет"]),
        ("кіріс-шығыстар", 7, ["кіріс-", "шы", "ғыс", "тар"]),
        ("12345", 3, ["1", "2", "3", "4", "5"]),
    ],
)
def test_long_words_break_between_syllables_and_other_signs_anywhere(word, letters, cut):
    assert parts(word, letters) == cut


def law(text):
    table = Provision("table", text=text)
    return Provision("law", heading="О селе", children=(Provision("annex", "1", "Доли", children=(table,)),))


LAWS = {
    "ru": lambda: plain.read((SAMPLE / "ru.txt").read_bytes(), "ru").root,
    "kk": lambda: plain.read((SAMPLE / "kk.txt").read_bytes(), "kk").root,
    "long words": lambda: law(LONG),
}
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">')
RIGHT_EDGE = 595.3 - 15 / 25.4 * 72


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler to measure the words")
@pytest.mark.parametrize("name", LAWS)
def test_no_word_of_a_printed_table_runs_into_the_next_cell_or_the_margin(name, tmp_path):
    file = tmp_path / "law.pdf"
    file.write_bytes(pdf.write(LAWS[name](), Edition(language=name if len(name) == 2 else "ru")))
    shown = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True, text=True).stdout
    page = shown.split("<page ")[-1]
    boxes = sorted((float(y), float(left), float(right)) for left, y, right in WORD.findall(page))
    assert len(boxes) > 20
    assert max(right for *_, right in boxes) < RIGHT_EDGE + 0.5
    assert all(one[2] < other[1] for one, other in pairwise(boxes) if one[0] == other[0])
