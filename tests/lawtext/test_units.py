"""Names of units: every kind in every case, gender, ordinals, words for excluded units."""

import pytest

from articles.lawtext.ordinals import LAST, ordinal_readings, ordinal_word
from articles.lawtext.provision import KINDS
from articles.lawtext.units import CASES, LANGUAGES, NOUNS, PROFILES, excluded_text, label, noun, this


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_name_in_every_case_and_number(kind, language):
    for profile in PROFILES:
        named = noun(kind, language, profile)
        assert all(named.form(case, plural) for case in CASES[language] for plural in (False, True))


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "law"])
def test_every_kazakh_name_has_a_possessed_form_in_every_case(kind):
    named = NOUNS["kk"][kind]

    assert all(named.form(case, plural, possessed=True) for case in CASES["kk"] for plural in (False, True))


@pytest.mark.parametrize(
    ("kind", "forms"),
    [
        ("article", "бап баптың бапқа бапты бапта баптан баппен"),
        ("clause", "тармақ тармақтың тармаққа тармақты тармақта тармақтан тармақпен"),
        ("subclause", "тармақша тармақшаның тармақшаға тармақшаны тармақшада тармақшадан тармақшамен"),
        ("passage", "бөлік бөліктің бөлікке бөлікті бөлікте бөліктен бөлікпен"),
        ("indent", "абзац абзацтың абзацқа абзацты абзацта абзацтан абзацпен"),
        ("chapter", "тарау тараудың тарауға тарауды тарауда тараудан тараумен"),
        ("law", "Заң Заңның Заңға Заңды Заңда Заңнан Заңмен"),
    ],
)
def test_kazakh_endings_follow_the_last_sound_of_the_name(kind, forms):
    assert [noun(kind, "kk").form(case) for case in CASES["kk"]] == forms.split()


@pytest.mark.parametrize(
    ("kind", "forms"),
    [
        ("article", "бабы бабының бабына бабын бабында бабынан бабымен"),
        ("clause", "тармағы тармағының тармағына тармағын тармағында тармағынан тармағымен"),
        ("subclause", "тармақшасы тармақшасының тармақшасына тармақшасын тармақшасында тармақшасынан тармақшасымен"),
        ("passage", "бөлігі бөлігінің бөлігіне бөлігін бөлігінде бөлігінен бөлігімен"),
        ("indent", "абзацы абзацының абзацына абзацын абзацында абзацынан абзацымен"),
        ("section", "бөлімі бөлімінің бөліміне бөлімін бөлімінде бөлімінен бөлімімен"),
        ("annex", "қосымшасы қосымшасының қосымшасына қосымшасын қосымшасында қосымшасынан қосымшасымен"),
    ],
)
def test_kazakh_possessed_forms(kind, forms):
    assert [noun(kind, "kk").form(case, possessed=True) for case in CASES["kk"]] == forms.split()


@pytest.mark.parametrize(
    ("kind", "language", "case", "profile", "words"),
    [
        ("article", "ru", "gen", "law", "настоящей статьи"),
        ("clause", "ru", "ins", "law", "настоящим пунктом"),
        ("annex", "ru", "prep", "law", "настоящем приложении"),
        ("law", "ru", "prep", "law", "настоящем Законе"),
        ("law", "ru", "gen", "code", "настоящего Кодекса"),
        ("law", "ru", "dat", "rules", "настоящим Правилам"),
        ("law", "ru", "ins", "rules", "настоящими Правилами"),
        ("clause", "ru", "acc", "code", "настоящую часть"),
        ("law", "kk", "loc", "law", "осы Заңда"),
        ("law", "kk", "dat", "code", "осы Кодекске"),
        ("law", "kk", "gen", "rules", "осы Қағидалардың"),
        ("article", "kk", "abl", "law", "осы баптан"),
        ("law", "en", "at", "law", "this Law"),
        ("law", "en", "at", "rules", "these Rules"),
        ("clause", "en", "at", "law", "this point"),
        ("clause", "en", "at", "code", "this part"),
    ],
)
def test_a_unit_is_named_from_inside_it(kind, language, case, profile, words):
    assert this(kind, language, case, profile) == words


@pytest.mark.parametrize(
    ("number", "language", "gender", "case", "word"),
    [
        (1, "ru", "f", "nom", "первая"),
        (2, "ru", "f", "ins", "второй"),
        (3, "ru", "f", "acc", "третью"),
        (3, "ru", "m", "prep", "третьем"),
        (6, "ru", "m", "dat", "шестому"),
        (7, "ru", "m", "nom", "седьмой"),
        (8, "ru", "f", "nom", "восьмая"),
        (11, "ru", "f", "gen", "одиннадцатой"),
        (20, "ru", "f", "nom", "двадцатая"),
        (23, "ru", "m", "gen", "двадцать третьего"),
        (40, "ru", "m", "ins", "сороковым"),
        (99, "ru", "f", "acc", "девяносто девятую"),
        (1, "kk", "", "nom", "бірінші"),
        (9, "kk", "", "loc", "тоғызыншы"),
        (10, "kk", "", "nom", "оныншы"),
        (16, "kk", "", "nom", "он алтыншы"),
        (20, "kk", "", "nom", "жиырмасыншы"),
        (34, "kk", "", "nom", "отыз төртінші"),
        (50, "kk", "", "nom", "елуінші"),
        (2, "en", "", "at", "two"),
        (12, "en", "", "at", "twelve"),
        (45, "en", "", "at", "forty-five"),
        (100, "ru", "f", "nom", "100"),
    ],
)
def test_ordinals_are_words(number, language, gender, case, word):
    assert ordinal_word(number, language, gender, case) == word


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_ordinal_word_is_read_back_as_one_number(language):
    readings = ordinal_readings(language)

    assert {number for found in readings.values() for number, _, _ in found} == set(range(1, LAST + 1))
    assert all(len({number for number, _, _ in found}) == 1 for found in readings.values())


@pytest.mark.parametrize(
    ("kind", "text", "language", "profile", "words"),
    [
        ("subclause", "утверждение бюджета;", "ru", "law", "исключен;"),
        ("subclause", "утверждение бюджета.", "ru", "law", "исключен."),
        ("clause", "Кенес утверждает бюджет.", "ru", "law", "Исключен."),
        ("clause", "Кенес утверждает бюджет.", "ru", "code", "Исключена."),
        ("article", "", "ru", "law", "Исключена."),
        ("note", "Население определяется по данным статистики.", "ru", "law", "Исключено."),
        ("clause", "Кеңес мынадай шешім қабылдайды:", "kk", "law", "Алып тасталды."),
        ("subclause", "бюджетті бекіту;", "kk", "law", "алып тасталды;"),
        ("subclause", "approval of the budget;", "en", "law", "excluded;"),
    ],
)
def test_an_excluded_unit_says_so_in_the_gender_of_its_name(kind, text, language, profile, words):
    assert excluded_text(kind, text, language, profile) == words


@pytest.mark.parametrize(
    ("kind", "number", "language", "words"),
    [
        ("article", "17", "ru", "Статья 17."),
        ("article", "17", "kk", "17-бап."),
        ("subclause", "3", "en", "3)"),
        ("annex", "", "kk", "Қосымша"),
        ("annex", "2", "ru", "Приложение 2"),
        ("passage", "", "ru", ""),
        ("article", "", "ru", ""),
        ("note", "", "ru", "Примечание."),
    ],
)
def test_labels(kind, number, language, words):
    assert label(kind, number, language) == words
