"""Letters in place of figures in a heading are read as the figures they look like, and said to be a guess."""

import pytest

from articles.lawtext.importers import read
from articles.lawtext.provision import provisions

HEADINGS = [
    ("ru", "Статья З. Срок", "3"),
    ("ru", "Статья 5-І. Срок", "5-1"),
    ("ru", "Статья 1О. Срок", "10"),
    ("ru", "Глава l2. Срок", "12"),
    ("kk", "З-бап. Мерзім", "3"),
    ("kk", "5-І-бап. Мерзім", "5-1"),
    ("en", "Article lO. Term", "10"),
]


@pytest.mark.parametrize(("language", "heading", "number"), HEADINGS)
def test_a_heading_with_look_alike_figures_is_a_heading(language, heading, number):
    first = {"ru": "Статья 1. Начало", "kk": "1-бап. Басы", "en": "Article 1. Beginning"}[language]
    text = f"О пробе\n\n{first}\nНорма.\n\n{heading}\nЕщё норма.\n"
    imported = read("law.txt", text.encode(), language)
    units = [provision for provision in provisions(imported.root) if provision.kind in ("article", "chapter")]
    assert [unit.number for unit in units] == ["1", number]
    assert units[1].heading == heading.split(". ")[1]
    assert any(guess.line == 6 for guess in imported.guesses)


@pytest.mark.parametrize("line", ["Статья и закон.", "Статья Зб о другом", "О пробе.", "Глава государства."])
def test_words_that_only_begin_alike_stay_words(line):
    text = f"О пробе\n\nСтатья 1. Начало\nНорма.\n{line}\n"
    root = read("law.txt", text.encode(), "ru").root
    assert [provision.number for provision in provisions(root) if provision.kind == "article"] == ["1"]
