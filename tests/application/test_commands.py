"""The commands that scripts rely on: they do what they say, or say in one line why not and exit 1."""

import json

import pytest
from django.core.management import CommandError, call_command

from articles import procedures
from articles.models import Law, Person

from .conftest import KAZAKH, RUSSIAN, place


@pytest.fixture
def file(tmp_path):
    def make(text, name="law.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return make


def run(capsys, *arguments):
    call_command(*arguments)
    return capsys.readouterr().out


@pytest.mark.django_db
def test_import_without_slug_only_reports(capsys, file):
    report = json.loads(run(capsys, "import_law", file(RUSSIAN), "--language", "ru", "--format", "json"))
    assert report["counts"]["article"] == 3
    assert set(report) == {"counts", "notes", "guesses", "not_understood", "skipped"}
    assert not Law.objects.exists()


@pytest.mark.django_db
def test_import_saves_a_law_and_lays_a_second_language_onto_it(capsys, file):
    run(capsys, "import_law", file(RUSSIAN), "--language", "ru", "--slug", "local")
    run(capsys, "import_law", file(KAZAKH), "--language", "kk", "--slug", "local")
    law = Law.objects.get()
    assert law.language_codes == ["ru", "kk"]
    russian, kazakh = law.as_provision("ru"), law.as_provision("kk")
    assert [child.id for child in russian.children] == [child.id for child in kazakh.children]


@pytest.mark.django_db
def test_a_language_that_is_there_is_refused_without_replace(capsys, file):
    run(capsys, "import_law", file(RUSSIAN), "--language", "ru", "--slug", "local")
    with pytest.raises(CommandError, match="--replace"):
        run(capsys, "import_law", file(RUSSIAN), "--language", "ru", "--slug", "local")


def test_replace_keeps_ids_and_is_one_entry(capsys, file, law):
    before, sequence = place(law, "art_2__clause_2"), law.sequence
    newer = RUSSIAN.replace("большинством голосов", "двумя третями голосов").replace(
        "1) утверждение плана развития;\n", ""
    )
    newer = newer.replace("2) утверждение бюджета", "1) утверждение бюджета").replace("3) иные", "2) иные")
    run(capsys, "import_law", file(newer), "--language", "ru", "--slug", "local", "--replace")
    law.refresh_from_db()
    assert place(law, "art_2__clause_2") == before
    assert law.sequence == sequence + 1


def test_mismatches_of_the_second_language_are_listed(capsys, file, law):
    extra = KAZAKH.replace("2. Мерзім", "2. Қосымша.\n3. Мерзім")
    call_command("import_law", file(RUSSIAN), "--language", "ru", "--slug", "other")
    capsys.readouterr()
    call_command("import_law", file(extra), "--language", "kk", "--slug", "other")
    assert "mismatch: clause 3 stands in “kk” only and was left out: Мерзім өткенге" in capsys.readouterr().err


def test_broken_references_and_words_that_became_none_are_listed(capsys, law, by):
    assert "every reference leads" in run(capsys, "references", "local", "--language", "ru")
    procedures.reword(law, place(law, "art_2__clause_2"), "ru", text="Как в статье 99 настоящего Закона.", by=by)
    procedures.exclude(law, place(law, "art_2__clause_1__subclause_2"), by=by)
    listed = run(capsys, "references", "local", "--language", "ru")
    assert "пункт 1 статьи 3: подпункт 2) пункта 1 статьи 2 (removed)" in listed
    assert "пункт 2 статьи 2: “статье 99 настоящего Закона” names a unit that this law does not have" in listed


def test_freeze_prints_number_and_fingerprint(capsys, law):
    printed = run(capsys, "freeze", "local", "--title", "Первая").split()
    draft = law.drafts.get()
    assert printed == ["draft", "1", draft.fingerprint]


@pytest.mark.parametrize("format", ["docx", "pdf", "akn", "html", "txt", "json"])
def test_every_format_is_exported_and_verified_against_its_draft(capsys, law, by, tmp_path, format):
    procedures.freeze(law, "Первая", by=by)
    output = tmp_path / f"law.{format}"
    run(capsys, "export_law", "local@1", "--language", "ru", "--format", format, "--output", str(output))
    assert "local@1, ru" in run(capsys, "verify", str(output))
    renamed = tmp_path / "renamed"
    renamed.write_bytes(output.read_bytes())
    assert "local@1, ru" in run(capsys, "verify", str(renamed), "--expect", law.drafts.get().fingerprint)
    with pytest.raises(CommandError, match="another fingerprint"):
        run(capsys, "verify", str(renamed), "--expect", "0" * 64)
    output.write_bytes(output.read_bytes() + b" ")
    with pytest.raises(CommandError, match="to the letter"):
        run(capsys, "verify", str(output))


def test_a_redline_between_a_draft_and_the_working_text(capsys, law, by, tmp_path):
    procedures.freeze(law, "Первая", by=by)
    clause = place(law, "art_2__clause_2")
    procedures.reword(law, clause, "ru", text="Решения принимаются двумя третями голосов.", by=by)
    output = tmp_path / "redline.json"
    run(capsys, "redline", "local@1", "local", "--language", "ru", "--format", "json", "--output", str(output))
    found = json.loads(output.read_text(encoding="utf-8"))
    assert (found["old"], found["new"], found["totals"]) == ("local@1", "local", {"reworded": 1})
    assert found["changes"][0]["provision"] == clause
    assert "".join(text for operation, text, _ in found["changes"][0]["spans"]["text"] if operation != "delete") == (
        "Решения принимаются двумя третями голосов."
    )


def test_a_redline_of_two_files(capsys, db, file, tmp_path):
    old, new = file(RUSSIAN, "old.txt"), file(RUSSIAN.replace("три года", "пять лет"), "new.txt")
    output = tmp_path / "redline.html"
    printed = run(capsys, "redline", old, new, "--language", "ru", "--format", "html", "--output", str(output))
    assert "reworded 1" in printed


def test_between_two_files_references_that_follow_a_renumbering_are_no_rewordings(capsys, db, file, tmp_path):
    newer = RUSSIAN.replace("Статья 3.", "Статья 4.").replace("Статья 2.", "Статья 3.")
    newer = newer.replace("статьи 2 ", "статьи 3 ")
    newer = newer.replace("Статья 3. Компетенция", "Статья 2. Новая\nНовая норма.\n\nСтатья 3. Компетенция")
    output = tmp_path / "redline.json"
    old, new = file(RUSSIAN, "old.txt"), file(newer, "new.txt")
    run(capsys, "redline", old, new, "--language", "ru", "--format", "json", "--output", str(output))
    found = json.loads(output.read_text(encoding="utf-8"))
    assert found["totals"] == {"inserted": 1, "reference": 2, "renumbered": 2}
    assert {change["provision"] for change in found["changes"]} == {""}


def test_verify_says_that_everything_matches_and_expects_a_fingerprint(capsys, law, by):
    draft = procedures.freeze(law, "Первая", by=by)
    assert "local: 3 entries match" in run(capsys, "verify", "local", "--expect", draft.fingerprint)
    with pytest.raises(CommandError, match="expected"):
        run(capsys, "verify", "local", "--expect", "0" * 64)


@pytest.mark.parametrize(
    "arguments",
    [
        ["freeze", "nothing", "--title", "T"],
        ["export_law", "nothing", "--language", "ru", "--format", "txt", "--output", "x.txt"],
        ["export_law", "local@9", "--language", "ru", "--format", "txt", "--output", "x.txt"],
        ["export_law", "local", "--language", "en", "--format", "txt", "--output", "x.txt"],
        ["export_law", "local", "--language", "ru", "--format", "txt", "--output", "no/such/folder/x.txt"],
        ["redline", "local", "local@x", "--language", "ru", "--format", "json", "--output", "x.json"],
        ["redline", "local", f"local@{'9' * 5000}", "--language", "ru", "--format", "json", "--output", "x.json"],
        ["verify", "nothing"],
        ["import_law", "no-such-file.txt", "--language", "ru"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_bad_input_gets_one_line(law, arguments):
    with pytest.raises(CommandError) as refusal:
        call_command(*arguments)
    assert "\n" not in str(refusal.value)


def test_tracked_docx_is_not_offered_before_it_exists():
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("redline", "a", "b", "--language", "ru", "--format", "docx", "--output", "x.docx")


def test_an_account_is_made_for_the_first_chair(db, monkeypatch):
    monkeypatch.setattr("articles.management.commands.add_person.getpass", lambda _asked: "long-enough-and-rare-7")
    call_command("add_person", "Chair@Example.kz", name="Ерлан Касымов", language="kk")
    person = Person.objects.get(email="chair@example.kz")
    assert person.check_password("long-enough-and-rare-7")
    with pytest.raises(CommandError, match="already"):
        call_command("add_person", "chair@example.kz", name="Ерлан Касымов")


def test_an_account_wants_a_password_that_is_not_guessed(db, monkeypatch):
    monkeypatch.setattr("articles.management.commands.add_person.getpass", lambda _asked: "password")
    with pytest.raises(CommandError, match="common"):
        call_command("add_person", "chair@example.kz", name="Ерлан Касымов")
    assert not Person.objects.exists()
