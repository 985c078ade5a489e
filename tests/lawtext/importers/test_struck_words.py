"""Struck words of a page are not law: they are left out and reported."""

from articles.lawtext.importers import read

PAGE = """<html><body><h1>О пробе</h1><h3>Статья 1. Срок</h3>
<p>1. Закон действует <del>три года</del> пять <s>лет </s>лет.</p><p>2. Ещё.</p></body></html>"""


def test_struck_words_are_skipped_and_reported():
    imported = read("law.html", PAGE.encode(), "ru")
    assert [clause.text for clause in imported.root.children[0].children] == ["Закон действует пять лет.", "Ещё."]
    assert [skipped.text for skipped in imported.skipped] == ["три года", "лет"]
