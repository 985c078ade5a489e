"""A law that left as a Word document or a web page comes back as the same tree, to the letter."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.lawtext.comparison import compare
from articles.lawtext.edition import Edition
from articles.lawtext.exporters import docx as docx_writer
from articles.lawtext.exporters import html as html_writer
from articles.lawtext.importers import docx, html, plain
from articles.lawtext.provision import Provision, identified, provisions
from articles.lawtext.references import link, linked_by_place

SAMPLE = Path(__file__).parents[2] / "fixtures" / "local_self_government"
LANGUAGES = ("ru", "kk", "en")
FORMATS = {"docx": (docx_writer, docx), "html": (html_writer, html)}

INTRODUCED = {"ru": "Кенес вправе:", "kk": "Кеңестің құзыретіне:", "en": "The kenes may:"}
SENTENCES = {
    "ru": ("Кенес решает вопросы.", "Иные вопросы решает сход."),
    "kk": ("Кеңес мәселелерді қарайды.", "Жиын өзге мәселелерді қарауға құқылы."),
    "en": ("The kenes decides.", "Other issues are decided by the meeting."),
}
ITEMS = {"ru": "утвердить план;", "kk": "жоспарды бекіту;", "en": "approve the plan;"}
LAST = {
    "ru": ("заслушать отчет.", "определить порядок."),
    "kk": ("есепті тыңдау.", "тәртібін айқындау жатады.", "мүлікті басқаруды жүзеге асырады."),
    "en": ("hear the report.", "determine the order."),
}
CLOSINGS = {
    "ru": ("в течение года.", "если иное не установлено законом"),
    "kk": ("жатады.", "қатынастарға қолданылады.", "құқылы", "5-бапта белгіленген: 1) тәртіппен. Басқару"),
    "en": ("within a year.", "unless the law says otherwise"),
}


def there_and_back(root, language, name):
    writer, reader = FORMATS[name]
    return reader.read(writer.write(root, Edition(language=language)), language).root


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_comes_back_the_same(language, name):
    root = plain.read((SAMPLE / f"{language}.txt").read_bytes(), language).root
    assert there_and_back(root, language, name) == root


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_with_its_references_compares_with_its_own_document_as_unchanged(language):
    root = identified(plain.read((SAMPLE / f"{language}.txt").read_bytes(), language).root)
    linked = link(root, language)[0]
    assert compare(linked, linked_by_place(there_and_back(linked, language, "docx"), language)).changes == ()


def closing_words(language):
    return st.sampled_from(("", *CLOSINGS[language]))


@st.composite
def lists(draw, kind, language, inner, is_closed=False):
    """A provision of this kind with a list, whose items may hold lists, and the words that end it.

    ``is_closed`` says that words follow which end a list around it, so that its last item needs no full stop.
    """
    closing = draw(closing_words(language))
    is_closed = is_closed or bool(closing)
    last = st.sampled_from([text.rstrip("." if is_closed else "") for text in LAST[language]])
    texts = [ITEMS[language]] * draw(st.integers(0, 2)) + [draw(last)]
    children = [Provision(inner, text=text) for text in texts]
    if inner == "subclause" and draw(st.booleans()):
        children[-1] = draw(lists("subclause", language, "indent", is_closed))
    if inner == "subclause":
        children = [with_number(child, str(number)) for number, child in enumerate(children, start=1)]
    return Provision(kind, text=INTRODUCED[language], closing=closing, children=tuple(children))


def with_number(provision, number):
    return Provision(provision.kind, number, "", provision.text, provision.closing, provision.children)


@st.composite
def clauses(draw, language):
    sentences = st.sampled_from(SENTENCES[language])
    if draw(st.booleans()):
        return Provision("clause", text=draw(sentences))
    clause = draw(lists("clause", language, "subclause"))
    passages = tuple(Provision("passage", text=text) for text in draw(st.lists(sentences, max_size=2)))
    return Provision("clause", text=clause.text, closing=clause.closing, children=clause.children + passages)


@st.composite
def laws(draw, language):
    found = draw(st.lists(clauses(language), min_size=1, max_size=4))
    numbered = tuple(with_number(clause, str(number)) for number, clause in enumerate(found, start=1))
    article = Provision("article", "1", SENTENCES[language][0].rstrip("."), children=numbered)
    return Provision("law", heading=SENTENCES[language][1].rstrip("."), children=(article,))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_lists_inside_lists_come_back_with_the_words_that_end_each(language, name, data):
    root = data.draw(laws(language))
    assert there_and_back(root, language, name) == root


def law_of(*children):
    article = Provision("article", "1", "Кеңес", children=children)
    return Provision("law", heading="Кеңес туралы", children=(article,))


@pytest.mark.parametrize("name", FORMATS)
def test_words_that_end_a_list_behind_a_table_come_back(name):
    item = Provision("subclause", "1", text="мынадай:", children=(Provision("table", text="Түрі\tҮлесі\nСалық\t1"),))
    root = law_of(Provision("clause", "1", text="Кеңес:", closing="тәртібін айқындайды.", children=(item,)))
    assert there_and_back(root, "kk", name) == root


@pytest.mark.parametrize("name", FORMATS)
def test_untranslated_units_are_not_in_the_file_and_all_others_come_back(name):
    clauses = (Provision("clause", "1", text="The kenes decides."), Provision("clause", "2"))
    translated = Provision("article", "1", "Kenes", children=clauses[:1])
    other = Provision("article", "2", "Akim", children=(Provision("clause", text="The akim acts."),))
    root = Provision("law", heading="On the kenes", children=(translated, other))
    assert [one.text for one in provisions(there_and_back(root, "en", name)) if one.text] == [
        "The kenes decides.",
        "The akim acts.",
    ]


def edited(content, pattern, replacement):
    """The Word document with its body altered as a person would alter it."""
    source, target = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                altered = re.sub(pattern, replacement, part.decode(), count=1)
                assert altered != part.decode()
                part = altered.encode()
            package.writestr(name, part)
    return target.getvalue()


LISTED = law_of(
    Provision(
        "clause",
        "1",
        text="Кеңестің құзыретіне:",
        closing="айқындау жатады.",
        children=(
            Provision("subclause", "1", text="жоспарды бекіту;"),
            Provision("subclause", "2", text="тәртібін"),
        ),
    )
)
CLOSING_RUN = r'(<w:r><w:rPr><w:rStyle w:val="ClosingWords"/></w:rPr><w:t[^>]*>)айқындау жатады\.(</w:t></w:r>)'
NEXT = r'</w:p><w:p><w:pPr><w:pStyle w:val="Clause"/></w:pPr>'


def reread(pattern, replacement):
    content = edited(docx_writer.write(LISTED, Edition(language="kk")), pattern, replacement)
    article = docx.read(content, "kk").root.children[0]
    return article.children


def test_a_clause_typed_behind_closing_words_takes_their_style_but_is_a_clause():
    first, second = reread(CLOSING_RUN, rf"\1айқындау жатады.\2{NEXT}\g<1>2. Кеңес тәуелсіз.\2")
    assert (first.closing, second.number, second.text) == ("айқындау жатады.", "2", "Кеңес тәуелсіз.")


def test_closing_words_that_were_edited_stay_closing_words():
    (clause,) = reread(CLOSING_RUN, r"\1ғана \2<w:r><w:t>айқындау</w:t></w:r>\1 жатады.\2")
    assert (clause.children[-1].text, clause.closing) == ("тәртібін", "ғана айқындау жатады.")


def test_an_item_typed_behind_closing_words_that_were_taken_out_is_an_item():
    (clause,) = reread(CLOSING_RUN, rf"{NEXT}\g<1>3) есепті тыңдау.\2")
    assert [(item.number, item.text) for item in clause.children][1:] == [("2", "тәртібін"), ("3", "есепті тыңдау.")]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_closing_words_survive_a_document_being_saved_in_another_program(tmp_path):
    file = tmp_path / "law.docx"
    file.write_bytes(docx_writer.write(LISTED, Edition(language="kk")))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    order = ["soffice", "--headless", profile, "--convert-to", "docx", "--outdir", str(tmp_path / "saved"), str(file)]
    subprocess.run(order, check=True, capture_output=True)
    assert docx.read((tmp_path / "saved" / "law.docx").read_bytes(), "kk").root == LISTED


@pytest.mark.parametrize(
    ("page", "title", "skipped"),
    [
        ("<main><header><p>База</p><h1>О кенесе</h1></header>{}</main>", "О кенесе", ["База"]),
        ("<article><header><h1>О кенесе</h1><nav>Меню</nav></header>{}</article>", "О кенесе", ["Меню"]),
        ("<header><h1>База законов</h1></header><main><h1>О кенесе</h1>{}</main>", "О кенесе", ["База законов"]),
    ],
)
def test_the_title_is_read_from_the_header_of_the_content_not_from_that_of_the_page(page, title, skipped):
    imported = html.read(page.format("<h2>Статья 1. Понятия</h2><p>Кенес – орган.</p>").encode(), "ru")
    assert imported.root.heading == title
    assert [found.text for found in imported.skipped] == skipped


def test_marks_of_closing_words_are_believed_only_in_pages_of_ours():
    page = '<h1>О кенесе</h1><h2>Статья 1. Кенес</h2><p>1. Кенес:</p><p>1) решает <span class="closing">все.</span></p>'
    clause = html.read(page.encode(), "ru").root.children[0].children[0]
    assert (clause.closing, clause.children[0].text) == ("", "решает все.")
