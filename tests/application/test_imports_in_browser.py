"""A file is reported on before anything of it is saved; only who brought it sees it; laws begin in three ways."""

import io
import zipfile
from datetime import timedelta
from uuid import uuid4

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from articles import procedures
from articles.lawtext.provision import provisions
from articles.models import Entry, Law, Membership, Person, Provision, Role, Upload

from .conftest import KAZAKH, RUSSIAN, lines

NEW = "/laws/new/"

DOUBTFUL = """О сходе

Статья 1. Понятия
1. Сход – собрание жителей.
строка, которой никто не ждал

Статья 3. Решения
1. Решения принимаются большинством голосов.
"""


@pytest.fixture
def person(client, db):
    """Somebody without a law, who has signed in."""
    person = Person.objects.create(email="new@example.kz", name="Новый человек", language="ru")
    client.force_login(person)
    return person


@pytest.fixture
def chair(client, law, member):
    person = member(Role.CHAIR)
    client.force_login(person)
    return person


def bring(client, text, name="закон.txt", to=NEW, language="", **headers):
    """Posts a file; text or bytes."""
    content = text.encode() if isinstance(text, str) else text
    return client.post(to, {"file": SimpleUploadedFile(name, content), "language": language}, headers=headers)


def page(client, response):
    """The words of the page to which a response leads."""
    return client.get(response.url).content.decode()


def load(client, **fields):
    upload = Upload.objects.get()
    sequence = upload.law.sequence if upload.law else 0
    return client.post(reverse("import_load", args=[upload.pk]), {"sequence": sequence, **fields})


def zipped(*entries):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return held.getvalue()


# The report


def test_the_report_says_what_was_read_and_nothing_is_saved(client, person):
    report = page(client, bring(client, DOUBTFUL))
    for words in (
        "Пока ничего не сохранено.",
        "Некоторые строки нужно проверить",
        "строка, которой никто не ждал",
        "часть без номера (пункт 1)",
        "статья 3 следует за номером 1; оставлено как в файле",
        "Статья 3. Решения",
        'value="О сходе"',
    ):
        assert words in report
    assert not Law.objects.exists()


@pytest.mark.parametrize(("text", "language"), [(RUSSIAN, "Русский"), (KAZAKH, "Қазақша")])
def test_the_language_is_told_from_the_text(client, person, text, language):
    assert f"закон.txt · {language}" in page(client, bring(client, text))


def test_a_text_in_another_language_than_was_said_is_refused(client, person):
    refused = page(client, client.get(bring(client, KAZAKH * 3, language="ru").url))
    assert "Язык файла – казахский, а был указан русский. Ничего не сохранено." in refused
    assert not Upload.objects.exists()


def test_the_text_that_was_reported_on_becomes_a_law_whose_chair_has_brought_it(client, person):
    bring(client, RUSSIAN)
    response = load(client, title="О сходе жителей")
    law = Law.objects.get()
    assert (law.slug, response.url) == ("o-shode-zhitelei", law.get_absolute_url())
    assert "О сходе жителей" in lines(law)
    assert list(law.memberships.values_list("person", "role")) == [(person.pk, Role.CHAIR)]
    assert (law.entries.get().person, law.entries.get().reason) == (person, "закон.txt")
    assert not Upload.objects.exists()


def test_a_second_press_of_the_button_loads_nothing_more(client, person):
    bring(client, RUSSIAN)
    again = reverse("import_load", args=[Upload.objects.get().pk])
    first = load(client, title="О сходе")
    assert client.post(again, {"title": "О сходе"}).url == first.url
    assert Law.objects.count() == 1


def test_two_laws_of_one_title_have_addresses_of_their_own(client, person):
    for _time in range(2):
        bring(client, RUSSIAN)
        load(client, title="Новый")
    bring(client, RUSSIAN)
    load(client, title="New")
    assert set(Law.objects.values_list("slug", flat=True)) == {"novyi", "novyi-2", "new-2"}


def test_a_law_without_a_title_is_not_loaded(client, person):
    bring(client, RUSSIAN)
    response = load(client, title=" ")
    assert "У закона должно быть название: впишите его." in page(client, response)
    assert Upload.objects.exists()
    assert not Law.objects.exists()


def test_what_is_discarded_is_gone(client, person):
    bring(client, RUSSIAN)
    response = client.post(reverse("import_discard", args=[Upload.objects.get().pk]))
    assert "Вы отказались от текста." in page(client, response)
    assert not Upload.objects.exists()


def test_what_waited_for_more_than_a_week_goes_when_the_next_file_comes(client, person):
    bring(client, RUSSIAN)
    Upload.objects.update(moment=timezone.now() - timedelta(days=8))
    old = Upload.objects.get()
    bring(client, RUSSIAN)
    assert Upload.objects.count() == 1
    assert not Upload.objects.filter(pk=old.pk).exists()


def test_of_one_person_ten_texts_wait_at_most(client, person):
    for _time in range(11):
        bring(client, DOUBTFUL)
    bring(client, RUSSIAN, name="последний.txt")
    assert Upload.objects.count() == 10
    assert Upload.objects.first().name == "последний.txt"


def test_with_script_the_report_is_a_part_of_a_page_that_is_already_there(client, person):
    response = bring(client, RUSSIAN, hx_request="true")
    upload = Upload.objects.get()
    assert response.headers["HX-Redirect"] == reverse("import_waiting", args=[upload.pk])
    report = reverse("import_report", args=[upload.pk])
    assert f'hx-get="{report}"' in client.get(response.headers["HX-Redirect"]).content.decode()
    part = client.get(report, headers={"hx-request": "true"}).content.decode()
    assert part.startswith('<div class="report" id="import">')
    assert "<html" in client.get(report).content.decode()


# A law that is there


def test_a_further_language_is_laid_onto_the_law_and_its_mismatches_are_shown_before(client, chair, law):
    english = "On Local Self-government\n\nArticle 1. Concepts\nIn this Law:\n1) kenes – a body;\n9) nobody – a word.\n"
    to = reverse("language_import", args=[law.slug])
    report = page(client, bring(client, english, to=to))
    assert "станет текстом закона ещё на одном языке" in report
    assert "<strong>подпункт 9)</strong>" in report
    assert "nobody – a word." in report
    law.refresh_from_db()
    assert law.language_codes == ["ru", "kk"]
    load(client)
    law.refresh_from_db()
    assert law.language_codes == ["ru", "kk", "en"]
    assert law.as_provision("en").heading == "On Local Self-government"


def test_a_newer_text_shows_the_number_of_changes_before_and_keeps_ids(client, chair, law):
    newer = RUSSIAN.replace("большинством голосов", "двумя третями голосов")
    before = set(law.provisions.values_list("pk", flat=True))
    report = page(client, bring(client, newer, to=reverse("language_import", args=[law.slug])))
    assert "заменит нынешний текст" in report
    assert "</span> изменено</dt><dd>1</dd>" in report
    load(client)
    assert "2. Решения принимаются двумя третями голосов." in lines(law)
    assert set(law.provisions.values_list("pk", flat=True)) == before


def test_the_same_text_offers_nothing_to_load(client, chair, law):
    report = page(client, bring(client, RUSSIAN, to=reverse("language_import", args=[law.slug])))
    assert "загружать нечего" in report
    assert reverse("import_load", args=[Upload.objects.get().pk]) not in report


def test_a_law_that_was_changed_meanwhile_is_reported_on_anew(client, chair, law):
    bring(client, RUSSIAN.replace("большинством", "третью"), to=reverse("language_import", args=[law.slug]))
    response = load(client, sequence=law.sequence - 1)
    assert response.url == reverse("import_report", args=[Upload.objects.get().pk])
    assert "Пока вы читали отчёт, закон изменили" in page(client, response)
    assert "2. Решения принимаются большинством голосов." in lines(law)


@pytest.mark.parametrize("sequence", ["9" * 5000, "²", "٣", "-1", "x", ""])
def test_a_report_that_does_not_say_on_which_entry_it_was_made_is_made_anew(client, chair, law, sequence):
    bring(client, RUSSIAN.replace("большинством", "третью"), to=reverse("language_import", args=[law.slug]))
    assert load(client, sequence=sequence).url == reverse("import_report", args=[Upload.objects.get().pk])
    assert "2. Решения принимаются большинством голосов." in lines(law)


def test_a_law_with_only_a_title_takes_a_first_text_in_any_language_and_keeps_its_title(client, person):
    client.post(reverse("new_outline"), {"title": "О самоуправлении", "language": "ru", "outline": ""})
    law = Law.objects.get()
    report = page(client, bring(client, KAZAKH, to=reverse("language_import", args=[law.slug])))
    assert "Этот текст станет первым текстом закона." in report
    assert "Не совпадает" not in report
    load(client)
    law.refresh_from_db()
    assert law.as_provision("ru").heading == "О самоуправлении"
    assert "2. Шешімдер көпшілік дауыспен қабылданады." in lines(law, "kk")
    assert any(unit.references for unit in units(law, "kk"))


# Who sees an upload


@pytest.mark.parametrize("name", ["import_waiting", "import_report", "import_load", "import_discard"])
def test_what_somebody_brought_is_open_to_nobody_else(client, person, law, member, name):
    bring(client, RUSSIAN)
    upload = Upload.objects.get()
    client.force_login(member(Role.CHAIR))
    address = reverse(name, args=[upload.pk])
    ask = client.post if name in ("import_load", "import_discard") else client.get
    assert ask(address, {"title": "Чужой", "sequence": 0}).status_code == 404
    assert Upload.objects.get() == upload


def test_who_lost_the_right_to_edit_meanwhile_loads_nothing(client, chair, law):
    bring(client, RUSSIAN.replace("большинством", "третью"), to=reverse("language_import", args=[law.slug]))
    Membership.objects.filter(person=chair).update(role=Role.OBSERVER)
    assert load(client).status_code == 403
    assert "2. Решения принимаются большинством голосов." in lines(law)


# Files that are refused

BOMB = zipped(("word/document.xml", b"0" * 60_000_000))
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><akomaNtoso>&b;</akomaNtoso>'

REFUSED = [
    ("law.docx", BOMB, "увеличивается более чем в 200 раз"),
    ("law.xml", DOCTYPE, "В XML есть объявление DOCTYPE"),
    ("law.pdf", "Статья 1".encode(), "формата, который здесь не читается"),
    ("law.docx", b"%PDF-1.7", "Файл – PDF"),
    ("law.txt", "Статья 1\x07".encode(), "В строке 1 есть управляющий символ (U+0007)"),
]


@pytest.mark.parametrize(("name", "content", "sentence"), REFUSED)
@pytest.mark.parametrize("with_script", [False, True])
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence_and_leaves_nothing(
    client, person, name, content, sentence, with_script
):
    headers = {"hx_request": "true"} if with_script else {}
    response = bring(client, content, name, **headers)
    if response.status_code == 302:
        response = client.get(client.get(response.url).url)
    elif "HX-Redirect" in response.headers:
        report = reverse("import_report", args=[Upload.objects.get().pk])
        response = client.get(client.get(report, headers=headers).headers["HX-Redirect"])
    said = response.content.decode().replace("</strong>", "")
    assert f"Файл {name} не загружен." in said
    assert sentence in said
    assert "Ничего не сохранено." in said
    assert not Upload.objects.exists()
    assert not Law.objects.exists()


def test_a_file_over_the_limit_is_refused_before_it_is_read(client, person, settings, monkeypatch):
    def read(_file):
        raise AssertionError("The file was read.")

    settings.FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
    monkeypatch.setattr(TemporaryUploadedFile, "read", property(read))
    settings.IMPORT_LIMITS = {"bytes": 100}
    response = bring(client, RUSSIAN)
    assert response.status_code == 422
    assert "Файл больше 0 МБ." in response.content.decode()
    assert not Upload.objects.exists()


def test_no_file_and_an_empty_file_are_said_in_words(client, person):
    assert "Сначала выберите файл." in client.post(NEW, {}).content.decode()
    assert "Файл пуст." in bring(client, "").content.decode()


def test_a_word_document_is_read_with_its_table(client, person):
    document = docx.Document()
    for words in ("О доходах", "Статья 1. Доходы", "1. Доходы распределяются:"):
        document.add_paragraph(words)
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("Вид", "Доля", "Налог", "100"), strict=True):
        cell.text = words
    held = io.BytesIO()
    document.save(held)
    assert "Таблицы</dt><dd>1</dd>" in page(client, bring(client, held.getvalue(), "law.docx"))


# An outline


def test_an_outline_becomes_a_law_that_numbers_itself(client, person):
    response = client.post(
        reverse("new_outline"),
        {
            "title": "О сходе",
            "language": "ru",
            "outline": "Глава. Общие положения\nПонятия\n\nГлава 7. Сход\nСтатья 9. Созыв\nГлава государства\n",
        },
    )
    law = Law.objects.get()
    assert response.url == law.get_absolute_url()
    assert lines(law)[-5:] == [
        "Глава 1. Общие положения",
        "Статья 1. Понятия",
        "Глава 2. Сход",
        "Статья 2. Созыв",
        "Статья 3. Глава государства",
    ]
    assert law.entries.get().act == Entry.Act.LOAD
    assert law.numbering == Law.Numbering.DRAFTING


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": ""}, "У закона должно быть название: впишите его."),
        ({"outline": "Понятия\x07"}, "Здесь есть символ, который нельзя сохранить в документе: удалите его."),
    ],
)
def test_a_bad_outline_is_refused_in_words_and_kept(client, person, fields, sentence):
    asked = {"title": "О сходе", "language": "ru", "outline": "Понятия о сходе", **fields}
    response = client.post(reverse("new_outline"), asked)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert asked["outline"] in response.content.decode()
    assert not Law.objects.exists()


def test_a_second_press_begins_no_second_law(client, person):
    fields = {"title": "О сходе", "language": "ru", "outline": "", "token": str(uuid4())}
    first, second = (client.post(reverse("new_outline"), fields) for _time in range(2))
    assert first.url == second.url
    assert Law.objects.count() == 1


def test_a_law_with_only_a_title_is_given_an_outline_but_one_with_a_text_is_not(client, person):
    client.post(reverse("new_outline"), {"title": "О сходе", "language": "ru", "outline": ""})
    law = Law.objects.get()
    assert not law.has_text
    address = reverse("law_outline", args=[law.slug])
    for outline in ("Понятия", "Другое"):
        client.post(address, {"title": "О сходе", "language": "ru", "outline": outline})
    assert lines(law)[-1] == "Статья 1. Понятия"


# A copy


def copies(client):
    return client.get(reverse("new_copy")).content.decode()


def test_a_copy_has_all_languages_and_ids_of_its_own_but_no_people_and_no_history(client, chair, law):
    response = client.post(reverse("new_copy"), {"text": law.slug, "title": "О другом"})
    copied = Law.objects.exclude(pk=law.pk).get()
    assert response.url == copied.get_absolute_url()
    assert copied.as_provision("ru").heading == "О другом"
    for language in ("ru", "kk"):
        assert lines(copied, language)[-4:] == lines(law, language)[-4:]
    assert copied.entries.count() == 1
    assert [row.person for row in copied.memberships.all()] == [chair]
    assert not set(copied.provisions.values_list("pk")) & set(law.provisions.values_list("pk"))
    targets = {reference.targets for unit in units(copied) for reference in unit.references}
    assert targets
    assert {target for found in targets for target in found} <= {unit.id for unit in units(copied)}


def units(law, language="ru"):
    return list(provisions(law.as_provision(language)))


def test_who_reads_drafts_only_may_copy_these_only(client, law, member, by):
    procedures.freeze(law, "Первая", by=by)
    client.force_login(member(Role.EXPERT))
    assert 'value="local@1"' in copies(client)
    assert 'value="local"' not in copies(client)
    assert client.post(reverse("new_copy"), {"text": "local", "title": "Мой"}).status_code == 422
    assert client.post(reverse("new_copy"), {"text": "local@1", "title": "Мой"}).status_code == 302
    assert Law.objects.get(slug="moi").has_text


def test_a_law_of_others_cannot_be_copied(client, law, person):
    assert "local" not in copies(client)
    assert client.post(reverse("new_copy"), {"text": "local", "title": "Мой"}).status_code == 422
    assert Law.objects.count() == 1


def test_a_law_with_only_a_title_takes_the_text_of_another_and_keeps_its_title(client, chair, law):
    client.post(reverse("new_outline"), {"title": "О сходе", "language": "ru", "outline": ""})
    begun = Law.objects.get(slug="o-shode")
    client.post(reverse("law_copy", args=[begun.slug]), {"text": law.slug})
    begun.refresh_from_db()
    assert begun.as_provision("ru").heading == "О сходе"
    assert begun.language_codes == ["ru", "kk"]
    assert lines(begun)[-1] == lines(law)[-1]
    assert Provision.objects.filter(law=begun, parent=None).count() == 1


# First steps


def test_the_first_steps_are_remembered_as_read(client, person):
    response = client.post(reverse("guide_close"), {"next": NEW})
    assert response.url == NEW
    person.refresh_from_db()
    assert person.knows_the_way


@pytest.mark.parametrize("articles", [10, 200])
def test_the_report_asks_the_database_no_more_for_a_longer_law(client, person, articles, django_assert_num_queries):
    text = "О сходе\n\n" + "\n".join(f"Статья {number}. Дело\n1. Слова." for number in range(1, articles + 1))
    bring(client, text)
    address = reverse("import_report", args=[Upload.objects.get().pk])
    with django_assert_num_queries(3):
        client.get(address)


@pytest.mark.parametrize("laws", [1, 12])
def test_the_choice_of_texts_to_copy_asks_the_database_no_more_for_more_laws(
    client, person, laws, django_assert_num_queries
):
    for number in range(laws):
        client.post(reverse("new_outline"), {"title": f"Закон {number}", "language": "ru", "outline": "Понятия"})
    with django_assert_num_queries(4):
        copies(client)


@pytest.mark.parametrize(
    ("may", "step"),
    [
        ({"edit": True, "read_working_text": True}, "дважды щёлкните его"),
        ({"read_working_text": True}, "меняют его разработчики"),
        ({}, "Выберите вверху редакцию"),
    ],
)
def test_the_first_steps_are_those_that_the_person_can_take(person, rf, may, step):
    with translation.override("ru"):
        assert step in render_to_string("_guide.html", {"may": may}, request=rf.get("/"))


def test_who_has_no_law_yet_is_offered_to_begin_one(client, person):
    assert f'<a class="button primary" href="{NEW}">Новый закон</a>' in client.get(reverse("laws")).content.decode()
