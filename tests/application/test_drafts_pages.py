"""The pages of the drafts: what they list, freeze, restore, verify and hand out, and to whom."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html

from articles import procedures
from articles.lawtext import fingerprint
from articles.lawtext.exporters.refusal import ExportRefused
from articles.models import Entry, Person, Role
from articles.texts import origins
from articles.texts.sources import Source, draft_text

from .conftest import place


@pytest.fixture
def chair(client, law, member):
    person = member(Role.CHAIR)
    client.force_login(person)
    return person


@pytest.fixture
def draft(law, by):
    return procedures.freeze(law, "Первая", remark="После обсуждения", by=by)


def page_of(response):
    return html.fromstring(response.content)


def words(response):
    return " ".join(page_of(response).find(".//main").text_content().split())


def shown(client, name, *arguments):
    return words(client.get(reverse(name, args=["local", *arguments])))


def freeze(client, **fields):
    return client.post(reverse("freeze", args=["local"]), {"title": "Вторая", "token": uuid.uuid4(), **fields})


def restore(client, law, **fields):
    """Answers the question whether draft 1 is to be restored, as it is asked now."""
    law.refresh_from_db()
    sent = {"token": uuid.uuid4(), "sequence": law.sequence, **fields}
    return client.post(reverse("restore_draft", args=["local", 1]), sent, follow=True)


def test_the_list_says_who_froze_what_when_and_with_which_fingerprint(client, draft, chair, drafter):
    said = shown(client, "drafts")
    assert "Редакция 1. Первая" in said
    assert "После обсуждения" in said
    assert drafter.name in said
    assert fingerprint.short(draft.fingerprint) in said
    assert fingerprint.printed(draft.fingerprint) in said


def test_the_working_text_stands_first_and_says_whether_it_is_the_last_draft(client, law, draft, by, chair):
    assert shown(client, "drafts").index("Рабочий текст Совпадает с редакцией 1.") < shown(client, "drafts").index(
        "Первая"
    )
    procedures.exclude(law, place(law, "art_1"), by=by)
    assert "Рабочий текст Менялся после редакции 1." in shown(client, "drafts")


def test_who_reads_drafts_only_sees_no_working_text_and_is_offered_no_act(client, draft, member):
    client.force_login(member(Role.EXPERT))
    response = client.get(reverse("drafts", args=["local"]))
    assert "Рабочий текст Совпадает" not in words(response)
    assert not page_of(response).xpath("//a[contains(@href, '/freeze/') or contains(@href, '/restore/')]")
    assert page_of(response).xpath("//input[@name='source']/@value") == ["1"]


def test_freezing_on_the_page_makes_a_draft_and_names_it(client, law, draft, chair):
    response = client.post(
        reverse("freeze", args=["local"]), {"title": " Вторая ", "remark": "Итог", "token": uuid.uuid4()}, follow=True
    )
    second = law.drafts.get(number=2)
    assert (second.title, second.remark, second.entry.person) == ("Вторая", "Итог", chair)
    notice = page_of(response).xpath("string(//*[@id='notices'])")
    assert "Редакция 2 закреплена" in notice
    assert fingerprint.short(second.fingerprint) in notice


def test_the_same_form_sent_twice_freezes_once(client, law, chair):
    token = uuid.uuid4()
    assert [freeze(client, token=token).status_code for _attempt in range(2)] == [302, 302]
    assert law.drafts.count() == 1


@pytest.mark.parametrize("title", ["", "   ", "т" * 201, "а\x07б"])
def test_a_title_that_is_none_is_said_in_words_and_nothing_typed_is_lost(client, law, chair, title):
    response = freeze(client, title=title, remark="Не потеряйте меня")
    assert response.status_code == 422
    assert page_of(response).xpath("//*[@class='errorlist' or @class='notice refused']")
    assert "Не потеряйте меня" in response.content.decode()
    assert not law.drafts.exists()


def test_a_law_without_words_is_not_frozen_and_the_page_says_so(client, law, chair):
    root = law.provisions.get(parent=None)
    procedures.exclude(law, place(law, "preamble"))
    for eid in ("chp_1", "chp_1"):
        procedures.exclude(law, place(law, eid))
    assert root.wordings.exists()
    response = freeze(client)
    assert response.status_code == 422
    assert "на этом языке нет ни слова: русский" in words(response)


def test_freezing_names_broken_references_with_a_link_to_their_place(client, law, by, chair):
    procedures.exclude(law, place(law, "art_2__clause_1__subclause_2"), by=by)
    response = client.get(reverse("freeze", args=["local"]))
    assert "пункт 1 статьи 3: «подпункта 2) пункта 1 статьи 2 настоящего Закона»" in words(response)
    links = page_of(response).xpath("//main//a/@href")
    assert reverse("law", args=["local"]) + "?language=ru#art_3__clause_1" in links


def of(matter, response):
    """The lines of one matter on the page that freezes, by language."""
    section = page_of(response).xpath(f"//section[h3='{matter}']")[0]
    return [" ".join(line.text_content().split()) for line in section.xpath("./ul/li")]


def test_freezing_says_which_language_is_behind_since_the_last_draft(client, law, draft, by, chair):
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Решения принимаются единогласно.", by=by)
    lines = of("Отстаёт от другого языка", client.get(reverse("freeze", args=["local"])))
    assert lines[:2] == ["Русский: 0", "Қазақша: 1 2-баптың 2-тармағы"]


def test_what_was_behind_when_it_was_frozen_is_behind_before_the_next_draft(client, law, draft, by, chair):
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Решения принимаются единогласно.", by=by)
    procedures.freeze(law, "Вторая", by=by)
    lines = of("Отстаёт от другого языка", client.get(reverse("freeze", args=["local"])))
    assert lines[:2] == ["Русский: 0", "Қазақша: 1 2-баптың 2-тармағы"]


def test_a_change_that_was_undone_leaves_no_language_behind(client, law, draft, by, chair):
    entry = procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Иначе.", by=by)
    procedures.undo(law, entry, by=by)
    assert of("Отстаёт от другого языка", client.get(reverse("freeze", args=["local"])))[1] == "Қазақша: 0"


def test_both_languages_reworded_are_not_behind(client, law, draft, by, chair):
    for language, text in {"ru": "Иначе.", "kk": "Басқаша."}.items():
        procedures.reword(law, place(law, "art_2__clause_2"), language, text=text, by=by)
    assert of("Отстаёт от другого языка", client.get(reverse("freeze", args=["local"])))[:2] == [
        "Русский: 0",
        "Қазақша: 0",
    ]


def test_freezing_counts_what_has_no_words_in_a_language(client, law, by, chair):
    for number in range(7):
        procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": f"Пункт {number}."}}, by=by)
    lines = of("Нет текста", client.get(reverse("freeze", args=["local"])))
    assert lines[0] == "Русский: 0"
    assert lines[1].startswith("Қазақша: 7 ")
    assert lines[1].endswith("и другие")


def test_freezing_counts_units_that_are_named_in_words_only(client, law, by, chair):
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Как в статье 99 настоящего Закона.", by=by)
    assert of("Названо словами, не ссылкой", client.get(reverse("freeze", args=["local"])))[0] == "Русский: 1"


def test_restoring_says_first_what_would_change(client, law, draft, by, chair):
    procedures.exclude(law, place(law, "art_1"), by=by)
    said = shown(client, "restore_draft", 1)
    assert "Рабочий текст на каждом языке снова станет таким, как в редакции 1." in said
    assert "вставлено: 1" in said
    assert law.entries.count() == 4


def test_restoring_is_one_entry_with_its_reason(client, law, draft, by, chair):
    before = law.as_provision("ru")
    procedures.exclude(law, place(law, "art_1"), by=by)
    response = restore(client, law, reason="Ошиблись")
    entry = law.entries.order_by("sequence").last()
    assert (entry.act, entry.reason, entry.person) == (Entry.Act.RESTORE_DRAFT, "Ошиблись", chair)
    assert law.as_provision("ru") == before
    assert "Рабочий текст теперь такой же, как редакция 1." in page_of(response).xpath("string(//*[@id='notices'])")


def test_a_restored_draft_is_undone_on_the_page_of_the_drafts(client, law, draft, by, chair):
    procedures.exclude(law, place(law, "art_1"), by=by)
    before = law.as_provision("ru")
    response = restore(client, law)
    undo = page_of(response).xpath("//main//form[contains(@action, '/undo/')]/@action")
    client.post(undo[0])
    assert law.as_provision("ru") == before
    assert not page_of(client.get(reverse("drafts", args=["local"]))).xpath("//main//form[contains(@action, '/undo/')]")


def test_a_draft_that_says_the_same_is_not_restored(client, law, draft, chair):
    assert "Рабочий текст не отличается от этой редакции." in shown(client, "restore_draft", 1)
    sequence = law.entries.count()
    restore(client, law)
    assert law.entries.count() == sequence


def test_what_was_saved_since_the_question_is_not_overwritten_by_a_draft(client, law, draft, by, chair):
    procedures.exclude(law, place(law, "art_1"), by=by)
    asked = page_of(client.get(reverse("restore_draft", args=["local", 1]))).xpath("//input[@name='sequence']/@value")
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Решает сход.", by=by)
    refused = restore(client, law, reason="Ошиблись", sequence=asked[0])
    assert refused.status_code == 422
    assert "Решает сход." in str(law.as_provision("ru"))
    assert "Пока вы читали, закон изменили" in words(refused)
    assert "изменено: 1" in words(refused)
    assert page_of(refused).xpath("//input[@name='reason']/@value") == ["Ошиблись"]
    restore(client, law, sequence=page_of(refused).xpath("//input[@name='sequence']/@value")[0])
    assert "Решает сход." not in str(law.as_provision("ru"))


@pytest.mark.parametrize(
    "sent", [{"sequence": ""}, {"sequence": "9" * 5000}, {"reason": "а\x07б"}, {"reason": "а" * 501}]
)
def test_a_question_that_is_not_answered_well_restores_nothing(client, law, draft, by, chair, sent):
    procedures.exclude(law, place(law, "art_1"), by=by)
    sequence = law.entries.count()
    assert restore(client, law, **sent).status_code == 422
    assert law.entries.count() == sequence


@pytest.mark.parametrize("role", [Role.EXPERT, Role.OBSERVER, Role.DEPUTY])
def test_who_may_not_edit_neither_restores_nor_freezes(client, law, draft, by, member, role):
    procedures.exclude(law, place(law, "art_1"), by=by)
    client.force_login(member(role))
    sequence = law.entries.count()
    assert client.post(reverse("restore_draft", args=["local", 1])).status_code == 403
    assert freeze(client).status_code == 403
    assert law.entries.count() == sequence


def test_a_draft_that_is_not_there_is_no_page(client, law, draft, chair):
    assert client.get(reverse("restore_draft", args=["local", 9])).status_code == 404


def test_verifying_says_that_everything_matches_and_what_that_proves(client, law, draft, chair):
    said = shown(client, "verify_law")
    assert "Всё цело" in said
    assert "Проверено записей: 3, редакций: 1." in said
    assert "Что это доказывает" in said
    assert "Чего это не доказывает" in said


def test_verifying_says_in_words_what_does_not_match(client, law, draft, chair):
    Entry.objects.filter(law=law, sequence=1).update(reason="подмена")
    said = shown(client, "verify_law")
    assert "запись 1 не сходится со своей контрольной суммой" in said
    assert "Всё цело" not in said


def verify(client, **sent):
    return words(client.post(reverse("verify_law", args=["local"]), sent))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (lambda draft: draft.fingerprint, "принадлежит этому закону"),
        (lambda draft: fingerprint.short(draft.fingerprint), "принадлежит этому закону"),
        (lambda draft: fingerprint.printed(draft.fingerprint).upper(), "принадлежит этому закону"),
        (lambda draft: "0" * 64, "Такой контрольной суммы нет"),
        (lambda draft: draft.fingerprint[:8], "не меньше 16 знаков"),
        (lambda draft: "", "Укажите контрольную сумму или файл."),
    ],
)
def test_a_printed_fingerprint_is_looked_for(client, draft, chair, typed, said):
    assert said in verify(client, fingerprint=typed(draft))


def test_a_file_that_was_taken_away_is_known_by_every_letter(client, draft, chair):
    content = draft_text(draft, "kk").exported("txt")
    assert "выгрузка этой редакции: Редакция 1. Первая (казахский)" in verify(
        client, file=SimpleUploadedFile("закон.txt", content)
    )
    assert "закон.txt: знак в знак не совпадает" in verify(client, file=SimpleUploadedFile("закон.txt", content + b" "))


def test_only_the_draft_that_a_file_names_is_written_again(client, law, draft, by, chair, monkeypatch):
    content = draft_text(draft, "ru").exported("txt")
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Решает сход.", by=by)
    procedures.freeze(law, "Вторая", by=by)
    written = []
    monkeypatch.setattr(origins, "draft_text", lambda *asked: written.append(asked[0].number) or draft_text(*asked))
    assert "Редакция 1. Первая" in verify(client, file=SimpleUploadedFile("закон.txt", content))
    assert set(written) == {1}
    assert "не совпадает" in verify(client, file=SimpleUploadedFile("закон.pdf", b"%PDF" + b"0" * 100))
    assert "не совпадает" in verify(client, file=SimpleUploadedFile("закон.docx", b"PK\x03\x04 no archive"))
    assert set(written) == {1}


def test_a_file_that_cannot_be_written_again_is_said_to_be_unknown(client, draft, chair, monkeypatch):
    def refuse(*_asked):
        raise ExportRefused("Setting the pages took more than %(seconds)s seconds.", seconds=60)

    content = draft_text(draft, "ru").exported("txt")
    monkeypatch.setattr(Source, "exported", refuse)
    said = verify(client, file=SimpleUploadedFile("закон.txt", content))
    assert "закон.txt: сверить нельзя." in said
    assert "60" in said
    assert "Не совпадает" not in said


def test_a_draft_of_another_law_is_not_told_of(client, law, draft, chair, by):
    from articles.lawtext.importers import read

    other = procedures.load("other", read("law.txt", "О другом\n\nСтатья 1. Иное\nИное.\n".encode(), "ru"), by=by)
    content = draft_text(procedures.freeze(other, "Чужая", by=by), "ru").exported("txt")
    said = verify(client, file=SimpleUploadedFile("law.txt", content))
    assert "не совпадает" in said
    assert "Чужая" not in said


TAKEN = [
    ("working", "kk", "txt", "local-working-kk.txt"),
    ("1", "ru", "json", "local-1-ru.json"),
    ("1", "kk", "docx", "local-1-kk.docx"),
]


def taken(client, **asked):
    return client.get(reverse("take_away", args=["local"]), asked, follow=True)


@pytest.mark.parametrize(("source", "language", "format", "name"), TAKEN)
def test_what_was_chosen_comes_as_a_file(client, draft, chair, source, language, format, name):
    response = taken(client, source=source, language=language, format=format)
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_a_language_that_a_draft_lacks_is_said_in_words(client, draft, chair):
    draft.documents.filter(language="kk").delete()
    response = taken(client, source="1", language="kk", format="txt")
    assert "Редакция 1. Первая: на этом языке текста в ней нет (казахский)." in page_of(response).xpath(
        "string(//*[@id='notices'])"
    )


@pytest.mark.parametrize(
    "asked",
    [
        {"source": "1", "language": "ru", "format": "exe"},
        {"source": "1", "language": "fr", "format": "txt"},
        {"source": "9", "language": "ru", "format": "txt"},
        {"source": "x", "language": "ru", "format": "txt"},
        {"source": "²", "language": "ru", "format": "txt"},
        {"source": "9" * 5000, "language": "ru", "format": "txt"},
    ],
)
def test_what_is_not_there_is_not_taken_away(client, draft, chair, asked):
    assert taken(client, **asked).status_code == 404


def test_who_reads_drafts_only_takes_no_working_text_away(client, draft, member):
    client.force_login(member(Role.AGENCY))
    assert taken(client, source="working", language="ru", format="txt").status_code == 403
    assert taken(client, source="1", language="ru", format="txt").status_code == 200


RUSSIAN = ("Закрепить", "Восстановить", "Проверка", "Ссылки", "Отстаёт", "Выгрузить", "Язык", "Название", "Почему")

PAGES = [("drafts", []), ("freeze", []), ("restore_draft", [1]), ("verify_law", [])]


@pytest.mark.parametrize(("name", "arguments"), PAGES)
@pytest.mark.parametrize("language", ["kk", "en"])
def test_every_page_of_the_drafts_speaks_the_language_of_the_person(
    client, law, draft, by, chair, name, arguments, language
):
    procedures.exclude(law, place(law, "art_2__clause_1__subclause_2"), by=by)
    Person.objects.filter(pk=chair.pk).update(language=language)
    page = page_of(client.get(reverse(name, args=["local", *arguments])))
    own = page.xpath("//main//h1 | //main//label | //main//button | //main//h3 | //main//*[@class='hint']")
    said = " ".join(part.text_content() for part in own)
    assert [word for word in RUSSIAN if word in said] == []


@pytest.mark.parametrize(("name", "queries"), [("drafts", 12), ("freeze", 29), ("verify_law", 20)])
def test_queries_grow_neither_with_the_law_nor_with_its_drafts(
    client, law, draft, by, chair, django_assert_max_num_queries, name, queries
):
    address = reverse(name, args=["local"])
    client.get(address)
    with django_assert_max_num_queries(queries) as few:
        client.get(address)
    for number in range(12):
        procedures.insert(law, place(law, "art_2"), "clause", {"ru": {"text": f"Пункт {number}."}}, by=by)
        if number % 4 == 0:
            procedures.freeze(law, f"Ещё {number}", by=by)
    with django_assert_max_num_queries(len(few)):
        client.get(address)
