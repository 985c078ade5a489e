"""What words are references of this law, what they name, and what is said of the rest."""

from dataclasses import replace

import pytest

from articles.lawtext.provision import provisions
from articles.lawtext.references import Index, link, linked, read_form, relinked, stored

from .cpu_limit import cpu_limit
from .standing_law import standing_law, with_words

ROOT, IDS = standing_law()
INDEX = Index(ROOT)
NAMES = {id: name for name, id in IDS.items()}


def _named(found):
    return [",".join(NAMES[target] for target in one.targets) for one in found.references]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "в соответствии со статьей 12 Бюджетного кодекса Республики Казахстан"),
        ("ru", "статьями 10 и 11 Уголовно-процессуального кодекса"),
        ("ru", "статьей 17 Закона Республики Казахстан «О правовых актах»"),
        ("ru", "пунктом 2 статьи 17 Конституционного закона Республики Казахстан «О выборах»"),
        ("ru", "пункта 3 статьи 17 Конституции Республики Казахстан"),
        ("ru", "подпунктом 3) пункта 1 статьи 17 и статьей 18 указанного Закона"),
        ("ru", "пунктами 1 и 3, подпунктом 2) пункта 2 статьи 17 Бюджетного кодекса"),
        ("ru", "статьи 17 закона о выборах"),
        ("ru", "пункта 3 статьи 17 международного договора"),
        ("ru", "приложением 1 к Правилам"),
        ("ru", "разделом 2 утвержденного плана развития территории"),
        ("ru", "приложению 1 к решению маслихата"),
        ("ru", "статьи 17 постановления Правительства Республики Казахстан"),
        ("kk", "Азаматтық кодекстің 10-бабы"),
        ("kk", "Қазақстан Республикасы Бюджет кодексінің 17-бабы 2-тармағының 1) тармақшасында"),
        ("kk", "«Сайлау туралы» Қазақстан Республикасы Конституциялық заңының 17-бабының 2-тармағында"),
        ("kk", "Қазақстан Республикасы Конституциясы 17-бабының 3-тармағында"),
        ("kk", "аталған Заңның 5-бабында және 17-бабының 2-тармағында"),
        ("kk", "Қазақстан Республикасының «Құқықтық актілер туралы» Заңының 17-бабына"),
        ("en", "article 12 of the Budget Code of the Republic of Kazakhstan"),
        ("en", "article 17 of the Law of the Republic of Kazakhstan “On legal acts”"),
        ("en", "point 2 of article 17 of the Constitutional Law"),
        ("en", "point 3 of article 17 and article 18 of the said Law"),
        ("en", "annex 1 to the Rules"),
        ("en", "section 2 of the programme"),
    ],
)
def test_references_to_other_acts_stay_words(language, words):
    text = f"А {words} а."

    found = linked(text, INDEX, language, IDS["a17.c1"])

    assert found.references == ()
    assert found.unlinked == ()


@pytest.mark.parametrize(
    ("language", "words", "names"),
    [
        ("ru", "пунктом 2 статьи 17 настоящего Закона и статьей 12 Бюджетного кодекса", ["a17.c2"]),
        ("ru", "статьей 12 Бюджетного кодекса, статьей 17 настоящего Закона", ["a17"]),
        ("ru", "В соответствии со статьей 17 решения кенеса публикуются", ["a17"]),
        ("ru", "полномочия, указанные в статье 17, кенеса", ["a17"]),
        ("ru", "статьи 5 и 10 рабочих дней", ["a5"]),
        ("ru", "не позднее срока по статье 5, 10 процентов суммы", ["a5"]),
        ("ru", "статьей 5 и 31 декабря", ["a5"]),
        ("kk", "Бюджет кодексінің 12-бабында және осы Заңның 17-бабында", ["a17"]),
        ("kk", "Бюджет кодексінің 12-бабында, 17-бапта", ["a17"]),
        ("kk", "10 жұмыс күні ішінде 17-бапта", ["a17"]),
        ("kk", "осы Заңда және Бюджет кодексінде", ["L"]),
        ("en", "article 5 and 10 working days", ["a5"]),
        ("en", "under article 17 of this Law or article 12 of the Budget Code", ["a17"]),
    ],
)
def test_only_what_belongs_to_this_law_is_linked(language, words, names):
    assert _named(linked(words, INDEX, language, IDS["a18.c1"])) == names


@pytest.mark.parametrize(
    ("words", "case"),
    [
        ("в статье 17", "prep"),
        ("по статье 17", "dat"),
        ("согласно статье 17", "dat"),
        ("противоречит статье 17", "dat"),
        ("в пункт 2 статьи 17", "acc"),
        ("о части второй пункта 1 статьи 17", "prep"),
        ("к части второй пункта 1 статьи 17", "dat"),
        ("из части второй пункта 1 статьи 17", "gen"),
        ("требования части второй пункта 1 статьи 17", "gen"),
        ("в главах 2 – 5", "prep"),
        ("на статью 17", "acc"),
    ],
)
def test_the_preposition_tells_the_case(words, case):
    found = linked(words, INDEX, "ru", IDS["L"]).references

    assert [read_form(one.form).case for one in found] == [case]


@pytest.mark.parametrize(
    ("language", "words", "why"),
    [
        ("ru", "статьей 99 настоящего Закона", "unknown"),
        ("ru", "пунктом 9 статьи 17", "unknown"),
        ("ru", "частью пятой пункта 2 статьи 17", "unknown"),
        ("ru", "пунктом 2", "incomplete"),
        ("ru", "подпунктом 2) пункта 2", "incomplete"),
        ("ru", "статьями 10, 11", "spelling"),
        ("ru", "пунктами 1–3 статьи 17", "spelling"),
        ("ru", "пунктами 1 - 3 статьи 17", "spelling"),
        ("ru", "подпунктом 3 пункта 1 статьи 17", "spelling"),
        ("ru", "статьи\u00a017", "spelling"),
        ("ru", "пункта 2 Статьи 17", "spelling"),
        ("ru", "частью четвёртой пункта 1 статьи 20", "spelling"),
        ("ru", "статьи 17 главы 6", "spelling"),
        ("kk", "осы Заңның 99-бабында", "unknown"),
        ("kk", "2-тармақта", "incomplete"),
        ("kk", "оның 17-бабында", "incomplete"),
        ("kk", "осы Заңның 10, 11-баптарында", "spelling"),
        ("kk", "осы Заңның 10-11-баптарында", "unknown"),
        ("kk", "осы баптың 2-тармaғында".replace("a", "а").replace("і", "i"), None),
        ("kk", "осы тармақтың бiрінші бөлігінде", "spelling"),
        ("en", "article 99 of this Law", "unknown"),
        ("en", "point 2", "incomplete"),
        ("en", "articles 10, 11 of this Law", "spelling"),
    ],
)
def test_what_is_not_linked_is_reported(language, words, why):
    found = linked(words, INDEX, language, IDS["a17.c1.t2"])

    assert [missed.why for missed in found.unlinked] == ([why] if why else [])
    assert all(words[missed.start : missed.end] == missed.words for missed in found.unlinked)


def test_a_spelling_that_differs_is_reported_with_the_words_that_would_print():
    found = linked("по пунктам 1–3 статьи 17.", INDEX, "ru", IDS["L"])

    assert [(one.words, one.expected) for one in found.unlinked] == [
        ("пунктам 1–3 статьи 17", "пунктам 1 – 3 статьи 17")
    ]


def test_equal_numbers_are_ambiguous():
    root, ids = standing_law("L\n  a1\n    c1\n  a2")
    doubled = replace(root, children=(*root.children, replace(root.children[0], id=IDS["a20"])))

    found = linked("статьей 1 и статьей 2", Index(doubled), "ru", ids["L"])

    assert [one.targets for one in found.references] == [(ids["a2"],)]
    assert [one.why for one in found.unlinked] == ["ambiguous"]


def test_a_group_that_cannot_be_part_of_one_reference_leaves_the_others_linked():
    found = linked("в подпунктах 1) и 9) пункта 1 и пункте 3 настоящей статьи", INDEX, "ru", IDS["a17.c5"])

    assert _named(found) == ["a17.c3"]
    assert [one.words for one in found.unlinked] == ["подпунктах 1) и 9) пункта 1"]


def test_a_law_is_linked_without_a_letter_changed():
    text = "Статья 17 применяется с учетом пункта 2 статьи 18 настоящего Закона и статьи 99."
    root = with_words(with_words(ROOT, IDS["a1"], text), IDS["a2"], "согласно настоящей статье")

    found, unlinked = link(root, "ru")

    index = Index(found)
    assert [provision.heading for provision in provisions(found)] == [one.heading for one in provisions(root)]
    first = index.provision(IDS["a1"])
    assert [(NAMES[one.targets[0]], text[one.start : one.end], one.field) for one in first.references] == [
        ("a17", "Статья 17", "heading"),
        ("a18.c2", "пункта 2 статьи 18 настоящего Закона", "heading"),
    ]
    assert [one.targets for one in index.provision(IDS["a2"]).references] == [(IDS["a2"],)]
    assert [(one.provision, one.field, one.words, one.why) for one in unlinked] == [
        (IDS["a1"], "heading", "статьи 99", "unknown")
    ]


def test_typed_words_become_references_and_kept_ones_stay():
    kept = stored((IDS["a17.c2"],), "gen+l")
    text = f"Для {kept} и статьи 18, кроме статьи 99."

    again, unlinked = relinked(text, INDEX, "ru", IDS["a1"])

    assert again == f"Для {kept} и {stored((IDS['a18'],), 'gen')}, кроме статьи 99."
    assert [one.why for one in unlinked] == ["unknown"]
    assert relinked(again, INDEX, "ru", IDS["a1"])[0] == again


def test_a_reference_to_which_words_were_added_in_front_becomes_the_longer_one():
    text = f"Для подпункта 2) {stored((IDS['a17.c2'],), 'gen')}."

    assert relinked(text, INDEX, "ru", IDS["a1"])[0] == f"Для {stored((IDS['a17.c2.s2'],), 'gen')}."


def test_letters_typed_onto_a_reference_make_it_another_case():
    text = f"{stored((IDS['a17.c2'],), 'acc+r')}а сәйкес"

    again, _ = relinked(text, INDEX, "kk", IDS["a17.c3"])

    assert again == f"{stored((IDS['a17.c2'],), 'dat+r')} сәйкес"


def test_a_reference_of_another_form_that_prints_the_same_is_kept():
    text = f"Пункт применяется к {stored((IDS['a17'],), 'prep')}."

    assert relinked(text, INDEX, "ru", IDS["a1"])[0] == text


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize(
    "unit",
    [
        "статьи 1, ",
        "статьи 1 и ",
        "1, ",
        "1 және ",
        "1) және 2) ",
        "1 – ",
        "9",
        "пункта 1 ",
        "части первой ",
        "осы баптың ",
        "осы Заңның 1-бабы ",
        "бірінші және ",
        "он ",
        "двадцать ",
        "point 1 of ",
        "points 1, 2, ",
        "the annex ",
        "ого",
        "Бюджетного ",
        "of the Budget ",
        "статьи 1 Бюджетного Бюджетного ",
        "article 1 of the Budget ",
        "заңының 1-бабы ",
        "«» ",
        "{@",
    ],
)
def test_hostile_words_are_read_in_linear_time(language, unit):
    words = unit * (100_000 // len(unit))

    with cpu_limit(20):
        linked(words, INDEX, language, IDS["a17.c1"])
