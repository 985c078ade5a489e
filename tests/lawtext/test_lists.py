"""The final mark of a list item follows its place."""

import pytest

from articles.lawtext.lists import ended


@pytest.mark.parametrize(
    ("words", "last", "closing", "expected"),
    [
        ("план", False, False, "план;"),
        ("план", True, False, "план."),
        ("план.", False, False, "план;"),
        ("план;", True, False, "план."),
        ("бекіту;", True, True, "бекіту"),
        ("бекіту", False, True, "бекіту;"),
        ("жатады.", True, False, "жатады."),
        ("вопросы (иные)", False, False, "вопросы (иные);"),
        ("слово «план»", True, False, "слово «план»."),
        ("в соответствии с {@aa;gen}", True, False, "в соответствии с {@aa;gen}."),
        ("следующие объекты:", False, False, "следующие объекты:"),
        ("и так далее…", True, False, "и так далее…"),
        ("", True, False, ""),
    ],
)
def test_an_item_ends_as_its_place_asks(words, last, closing, expected):
    assert ended(words, last, closing) == expected
