"""Drafts are frozen for good, verified to the letter, read back and restored."""

import re

import pytest
from django.db.models import F
from django.utils import translation

from articles import procedures
from articles.models import Draft, DraftDocument, Entry, Law, Provision, Reference, Wording
from articles.models.written_once import IsWrittenOnce
from articles.procedures import errors
from articles.texts import verification
from articles.texts.verification import expected_in, mismatches_in

from .conftest import lines, place


@pytest.fixture
def draft(law, by):
    return procedures.freeze(law, "Первая редакция", remark="после обсуждения", by=by)


def test_a_draft_holds_the_text_of_every_language(law, draft):
    documents = {document.language: document.as_provision() for document in draft.documents.all()}
    assert documents == {"ru": law.as_provision("ru"), "kk": law.as_provision("kk")}


def test_a_draft_does_not_change_when_the_law_does(law, draft, by):
    before = law.as_provision("ru")
    procedures.exclude(law, place(law, "art_1"), by=by)
    assert draft.documents.get(language="ru").as_provision() == before


def test_drafts_are_numbered_and_chained(law, draft, by):
    second = procedures.freeze(law, "Вторая редакция", by=by)
    assert (draft.number, second.number, second.previous) == (1, 2, draft)
    assert second.fingerprint != draft.fingerprint


def test_a_draft_says_the_revision_of_each_wording_and_under_which_eid_it_was_frozen_first(law, draft, by):
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Иначе.", by=by)
    procedures.exclude(law, place(law, "art_1"), by=by)
    second = procedures.freeze(law, "Вторая", by=by)
    document = bytes(second.documents.get(language="ru").akn).decode()
    clause = re.search(r'<clause eId="art_1__clause_2"[^>]*>', document).group()
    assert 'ld:revision="2"' in clause
    assert 'wId="art_2__clause_2"' in clause


def test_everything_verifies_after_a_history_of_acts(law, draft, by):
    procedures.exclude(law, place(law, "art_1"), by=by)
    procedures.freeze(law, "Вторая", by=by)
    law.refresh_from_db()
    assert mismatches_in(law) == []
    assert expected_in(law, draft.fingerprint)
    assert expected_in(law, f"sha256-{draft.fingerprint}")
    assert not expected_in(law, "0" * 64)


TAMPERED = [
    (lambda law: Entry.objects.filter(law=law, sequence=1).update(reason="иное"), "entry 1 does not match"),
    (lambda law: Entry.objects.filter(law=law, sequence=1).update(signed="Другой"), "entry 1 does not match"),
    (lambda law: Wording.history.filter(revision=1).update(text="подмена"), "does not match"),
    (lambda law: Wording.objects.filter(provision__law=law).update(text="подмена"), "is not what its last entry"),
    (lambda law: Provision.objects.filter(kind="article").update(number="77"), "prints the number 77 instead of"),
    (lambda law: Provision.objects.filter(kind="article").update(position=F("position") * -1), "is not what its last"),
    (lambda law: Law.objects.update(stage="signed"), "law"),
    (lambda law: Reference.objects.all().delete(), "the table of references"),
    (lambda law: Reference.objects.update(form="acc"), "the table of references"),
    (lambda law: DraftDocument.objects.update(akn=b"<x/>"), "is not the text that was frozen"),
    (lambda law: Draft.objects.update(title="Иная"), "draft 1 does not match"),
    (lambda law: _delete_last_draft(law), "froze is missing"),
    (lambda law: _delete_wording(law), "but not in its text"),
]


def _delete_last_draft(law):
    DraftDocument.objects.all().delete()
    Draft.objects.all().delete()


def _delete_wording(law):
    wording = Wording.objects.filter(provision__law=law, references=None).first()
    Wording.objects.filter(pk=wording.pk)._raw_delete("default")


@pytest.mark.parametrize(("tamper", "said"), TAMPERED)
def test_a_change_behind_the_back_is_found(law, draft, tamper, said):
    tamper(law)
    law.refresh_from_db()
    with translation.override("en"):
        assert any(said in mismatch for mismatch in mismatches_in(law))


def test_verifying_while_somebody_saves_accuses_nobody(law, draft, by, monkeypatch):
    texts = iter(["Раз.", "Два.", "Три."])
    read = verification._history

    def read_and_save(seen):
        history = read(seen)
        if text := next(texts, ""):
            procedures.reword(law, place(law, "art_2__clause_2"), "ru", text=text, by=by)
        return history

    monkeypatch.setattr(verification, "_history", read_and_save)
    assert mismatches_in(law) == []
    assert next(texts, "none") == "none"


def test_a_law_that_is_saved_all_the_time_is_verified_in_the_end(law, by, monkeypatch):
    monkeypatch.setattr(verification, "ATTEMPTS", 0)
    assert mismatches_in(law) == []
    Entry.objects.filter(law=law, sequence=1).update(reason="подмена")
    assert len(mismatches_in(law)) == 1


def test_what_is_written_once_is_neither_saved_again_nor_deleted(law, draft):
    for row in (draft, draft.entry, draft.documents.first()):
        with pytest.raises(IsWrittenOnce):
            row.save()
        with pytest.raises(IsWrittenOnce):
            row.delete()


def test_a_new_e_mail_does_not_break_the_fingerprints_of_old_entries(law, draft, drafter):
    drafter.email = "new@example.kz"
    drafter.save()
    law.refresh_from_db()
    assert mismatches_in(law) == []


@pytest.mark.parametrize("title", ["", "   ", "т" * 201, "a\x00b"])
def test_a_draft_needs_a_proper_title(law, by, title):
    with pytest.raises(errors.ActRefused):
        procedures.freeze(law, title, by=by)


def test_an_excluded_provision_keeps_its_words_when_a_draft_is_restored(law, by):
    Law.objects.filter(pk=law.pk).update(numbering="amending")
    clause = place(law, "art_3__clause_1")
    procedures.exclude(law, clause, by=by)
    draft = procedures.freeze(law, "Первая", by=by)
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Иначе.", by=by)
    procedures.restore_draft(law, draft, by=by)
    procedures.restore(law, clause, by=by)
    assert any(line.startswith("1. Настоящий Закон действует три года") for line in lines(law))


def test_a_cleanly_cut_tail_verifies_but_lacks_the_fingerprint_that_an_export_printed(law, draft, by):
    clause = place(law, "art_2__clause_2")
    before = Wording.objects.get(provision=clause, language="ru").text
    entry = procedures.reword(law, clause, "ru", text="Иначе.", by=by)
    assert expected_in(law, entry.fingerprint)
    Wording.objects.filter(provision=clause, language="ru").update(text=before, revision=1)
    Wording.history.filter(entry=entry).delete()
    Entry.objects.filter(pk=entry.pk).delete()
    Law.objects.filter(pk=law.pk).update(sequence=entry.sequence - 1)
    law.refresh_from_db()
    assert mismatches_in(law) == []
    assert not expected_in(law, entry.fingerprint)


def test_restoring_a_draft_is_one_entry_and_keeps_ids(law, draft, by):
    before = law.as_provision("ru"), law.as_provision("kk")
    procedures.exclude(law, place(law, "art_1__subclause_2"), by=by)
    procedures.move(law, place(law, "art_2"), place(law, "chp_2"), by=by)
    procedures.reword(law, place(law, "art_3__clause_2"), "kk", text="Басқа.", by=by)
    procedures.insert(law, place(law, "chp_1"), "article", {"ru": {"heading": "Новая"}}, by=by)
    sequence = law.entries.count()
    procedures.restore_draft(law, draft, by=by)
    law.refresh_from_db()
    assert (law.as_provision("ru"), law.as_provision("kk")) == before
    assert law.entries.count() == sequence + 1
    assert mismatches_in(law) == []


def test_restoring_a_draft_that_says_the_same_is_no_entry(law, draft, by):
    with pytest.raises(errors.NothingChanged):
        procedures.restore_draft(law, draft, by=by)


def test_restoring_a_draft_is_undone_like_any_act(law, draft, by):
    procedures.exclude(law, place(law, "art_1"), by=by)
    before = lines(law)
    entry = procedures.restore_draft(law, draft, by=by)
    procedures.undo(law, entry, by=by)
    assert lines(law) == before


def test_restoring_a_draft_restores_the_numbers_that_were_locked_or_not(law, by):
    procedures.renumber(law, place(law, "art_2"), "5", by=by)
    draft = procedures.freeze(law, "С пропуском", by=by)
    procedures.renumber(law, place(law, "art_5"), "", by=by)
    procedures.renumber(law, place(law, "art_1"), "3", by=by)
    procedures.restore_draft(law, draft, by=by)
    for document in draft.documents.all():
        assert law.as_provision(document.language) == document.as_provision()


def test_what_was_inserted_and_excluded_since_is_not_in_a_restored_draft(law, draft, by):
    Law.objects.filter(pk=law.pk).update(numbering="amending")
    clause = procedures.insert(law, place(law, "art_3"), "clause", {"ru": {"text": "Новый."}}, by=by).subject
    procedures.exclude(law, clause, by=by)
    procedures.restore_draft(law, draft, by=by)
    assert law.as_provision("ru") == draft.documents.get(language="ru").as_provision()


def test_a_reference_to_what_a_draft_no_longer_held_prints_as_it_did(law, by):
    procedures.reword(law, place(law, "art_1__subclause_3"), "ru", text="аким – по статье 3 настоящего Закона.", by=by)
    procedures.exclude(law, place(law, "art_3"), by=by)
    draft = procedures.freeze(law, "Без срока", by=by)
    text = lines(law)
    assert "3) аким – по статье 3 настоящего Закона." in text
    gone = law.provisions.exclude(status="standing").get()
    procedures.insert(law, place(law, "chp_1"), "article", {"ru": {"heading": "Новая"}}, by=by)
    procedures.restore(law, gone, by=by)
    assert "3) аким – по статье 4 настоящего Закона." in lines(law)
    procedures.restore_draft(law, draft, by=by)
    assert lines(law) == text
