"""Where a provision stands in a frozen draft, by the eIds of its document."""

import pytest

from articles.lawtext.edition import Edition
from articles.lawtext.eids import eids
from articles.lawtext.exporters import akn
from articles.lawtext.exporters.redline_words import place
from articles.lawtext.frozen import address_in, frozen_eids
from articles.lawtext.importers import read
from articles.lawtext.provision import identified, walk

LAW = """О законе

Глава 1. Общие положения

Статья 1. Вопросы
1. Слова:
1) одни;
2) другие.
Часть вторая.

Приложение
Перечень

Слова перечня.
"""


@pytest.mark.parametrize(
    ("eid", "expected"),
    [
        ("preamble", "Преамбула"),
        ("chp_3", "Глава 3"),
        ("chp_3__subchp_1", "Глава 3, параграф 1"),
        ("art_17", "Статья 17"),
        ("art_17__clause_2-1", "Статья 17, пункт 2-1"),
        ("art_17__clause_2__subclause_3", "Статья 17, пункт 2, подпункт 3)"),
        ("art_17__clause_2__al_2", "Статья 17, пункт 2, часть вторая"),
        ("art_17~2__clause_2", "Статья 17, пункт 2"),
        ("art_nn", "Статья"),
        ("annex_1__tbl_1", "Приложение 1, таблица"),
    ],
)
def test_an_eid_says_the_address(eid, expected):
    assert place(address_in(eid), "ru") == expected


def test_the_only_annex_has_no_number():
    assert place(address_in("annex_1__art_3", annexes_are_numbered=False), "ru") == "Приложение, статья 3"


def test_every_provision_of_a_document_is_found_by_its_id():
    root = identified(read("law.txt", LAW.encode(), "ru").root)
    given = eids(root)
    expected = {provision.id: given[path] for path, provision in walk(root) if path}
    assert frozen_eids(akn.write(root, Edition(slug="law", language="ru", draft=1))) == expected
