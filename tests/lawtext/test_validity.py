"""The term of validity: counted by the calendar, and recognised in the words of the articles."""

import datetime

import pytest

from articles.lawtext.provision import Provision
from articles.lawtext.validity import Doubt, Step, Terms, after_days, completed, doubts, last_day, validity
from articles.lawtext.validity_words import said_in

from .references.cpu_limit import cpu_limit


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        ("2027-03-17", 36, "2030-03-16"),
        ("2027-01-01", 12, "2027-12-31"),
        ("2027-03-01", 12, "2028-02-29"),
        ("2028-03-01", 12, "2029-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 36, "2031-02-28"),
        ("2028-02-29", 48, "2032-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2027-08-30", 6, "2028-02-29"),
        ("2027-08-29", 6, "2028-02-28"),
        ("2027-01-31", 3, "2027-04-30"),
        ("2027-12-15", 1, "2028-01-14"),
    ],
)
def test_a_term_ends_the_day_before_the_same_day_or_with_a_month_that_lacks_it(first, months, last):
    assert last_day(day(first), months) == day(last)


@pytest.mark.parametrize(
    ("published", "days", "effect"),
    [
        ("2027-01-15", 60, "2027-03-17"),
        ("2027-01-15", 10, "2027-01-26"),
        ("2028-02-19", 10, "2028-03-01"),
        ("2027-02-19", 10, "2027-03-02"),
        ("2026-12-31", 1, "2027-01-02"),
        ("2027-01-15", 0, "2027-01-16"),
    ],
)
def test_calendar_days_pass_from_the_day_after_publication(published, days, effect):
    assert after_days(day(published), days) == day(effect)


SAMPLE = Terms(basis="effect", months=36, published=day("2027-01-15"), effect_rule="days", effect_days=60)


def test_three_years_from_putting_into_effect_are_reached_in_three_steps():
    found = validity(SAMPLE)
    assert (found.first, found.last, found.missing) == (day("2027-03-17"), day("2030-03-16"), "")
    assert found.steps == (
        Step("publication", day("2027-01-15")),
        Step("effect-days", day("2027-03-17"), 60),
        Step("term", day("2030-03-16"), 36),
    )


@pytest.mark.parametrize(
    ("terms", "last", "missing"),
    [
        (Terms(), None, "basis"),
        (Terms(basis="unlimited"), None, ""),
        (Terms(basis="force", months=36), None, "force"),
        (Terms(basis="force", months=36, in_force=day("2026-12-30")), day("2029-12-29"), ""),
        (Terms(basis="publication", months=12, published=day("2027-01-15")), day("2028-01-14"), ""),
        (Terms(basis="effect", months=36), None, "publication"),
        (Terms(basis="effect", months=36, published=day("2027-01-15")), day("2030-01-25"), ""),
        (
            Terms(basis="effect", months=36, published=day("2027-01-15"), effect_rule="publication"),
            day("2030-01-14"),
            "",
        ),
        (Terms(basis="effect", months=36, effect_rule="date", effect_date=day("2027-07-01")), day("2030-06-30"), ""),
        (Terms(basis="effect", published=day("2027-01-15"), effect_rule="days", effect_days=60), None, "months"),
        (Terms(basis="date", last_day=day("2029-12-31")), day("2029-12-31"), ""),
        (Terms(basis="date"), None, "last-day"),
    ],
)
def test_what_is_not_known_yet_is_named(terms, last, missing):
    found = validity(terms)
    assert (found.last, found.missing) == (last, missing)


def test_a_silent_law_is_put_into_effect_ten_days_after_publication():
    steps = validity(Terms(basis="effect", months=12, published=day("2027-01-15"))).steps
    assert steps[1] == Step("effect-default", day("2027-01-26"), 10)


def law(*texts):
    return Provision("law", children=tuple(Provision("clause", text=text, id=str(n)) for n, text in enumerate(texts)))


def said(language, *texts):
    return tuple(said_in(law(*texts), language))


TERMS = [
    ("ru", "Настоящий Закон действует в течение трех лет со дня введения его в действие.", ("effect",), 36),
    (
        "ru",
        "Настоящий Закон действует в течение трех лет со дня введения настоящего Закона в действие.",
        ("effect",),
        36,
    ),
    ("ru", "Настоящий Закон действует в течение трёх лет со дня вступления его в силу.", ("force",), 36),
    ("ru", "Настоящий Закон действует три года со дня вступления в силу.", ("force",), 36),
    (
        "ru",
        "Настоящий Закон действует 3 (три) года со дня его первого официального опубликования.",
        ("publication",),
        36,
    ),
    ("ru", "Настоящий Закон действует в течение восемнадцати месяцев с момента подписания.", ("force",), 18),
    (
        "ru",
        "Срок действия настоящего Закона составляет двадцать пять лет со дня его введения в действие.",
        ("effect",),
        300,
    ),
    ("ru", "Настоящий Закон действует три года, за исключением подпункта 2) пункта 1 статьи 2.", (), 36),
    (
        "ru",
        "Настоящий Закон действует два года со дня вступления в силу и введения в действие, "
        "считая со дня введения в действие.",
        ("force", "effect"),
        24,
    ),
    ("kk", "Осы Заң қолданысқа енгізілген күнінен бастап үш жыл бойы қолданылады.", ("effect",), 36),
    ("kk", "Осы Заң күшіне енген күннен бастап үш жыл бойы қолданылады.", ("force",), 36),
    ("kk", "Осы Заң күшіне енгеннен кейін он сегіз ай бойы қолданылады.", ("force",), 18),
    ("kk", "Осы Заң алғашқы ресми жарияланған күнінен бастап 2 жыл бойы қолданылады.", ("publication",), 24),
    ("kk", "Осы Заң, осы Заңның 2-бабы 1-тармағының 2) тармақшасын қоспағанда, үш жыл бойы қолданылады.", (), 36),
    ("kk", "Осы Заңның қолданылу мерзімі қолданысқа енгізілген күннен бастап бес жылды құрайды.", ("effect",), 60),
    ("en", "This Law is valid for three years from the day it is put into effect.", ("effect",), 36),
    ("en", "This Law shall remain in force for two years after its entry into force.", ("force",), 24),
    (
        "en",
        "This Law is valid for eighteen months from the day of its first official publication.",
        ("publication",),
        18,
    ),
]


@pytest.mark.parametrize(("language", "text", "events", "months"), TERMS)
def test_the_term_is_read_from_the_words(language, text, events, months):
    (found,) = said(language, text)
    assert (found.kind, found.events, found.months, found.words) == ("term", events, months, text)


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("ru", "Настоящий Закон действует до 1 января 2030 года.", "2029-12-31"),
        ("ru", "Настоящий Закон действует до 31 декабря 2029 года включительно.", "2029-12-31"),
        ("ru", "Настоящий Закон действует по 31 декабря 2029 года.", "2029-12-31"),
        ("kk", "Осы Заң 2030 жылғы 1 қаңтарға дейін қолданылады.", "2029-12-31"),
        ("en", "This Law is valid until 1 January 2030.", "2029-12-31"),
        ("en", "This Law is valid through 31 December 2029.", "2029-12-31"),
    ],
)
def test_a_term_until_a_date_ends_before_it_unless_it_says_otherwise(language, text, last):
    (found,) = said(language, text)
    assert found.last_day == day(last)


@pytest.mark.parametrize(
    ("language", "text", "rule", "days", "date"),
    [
        (
            "ru",
            "Настоящий Закон вводится в действие по истечении шестидесяти календарных дней после дня его первого "
            "официального опубликования, за исключением пункта 2 статьи 44, который вводится в действие с 1 января "
            "2028 года.",
            "days",
            60,
            None,
        ),
        (
            "ru",
            "Настоящий Закон, за исключением пунктов 1, 2 и 3 статьи 44, которые вводятся в действие с 1 января 2028 "
            "года, вводится в действие по истечении десяти календарных дней после дня его первого официального "
            "опубликования.",
            "days",
            10,
            None,
        ),
        ("ru", "Настоящий Закон вводится в действие с 1 января 2028 года.", "date", 0, "2028-01-01"),
        (
            "ru",
            "Настоящий Закон вводится в действие со дня его первого официального опубликования.",
            "publication",
            0,
            None,
        ),
        (
            "kk",
            "Осы Заң, 2028 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 44-баптың 2-тармағын қоспағанда, алғашқы "
            "ресми жарияланған күнінен кейін күнтізбелік алпыс күн өткен соң қолданысқа енгізіледі.",
            "days",
            60,
            None,
        ),
        ("kk", "Осы Заң 2028 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.", "date", 0, "2028-01-01"),
        ("kk", "Осы Заң алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.", "publication", 0, None),
        (
            "en",
            "This Law is put into effect upon expiry of one hundred and eighty calendar days after the day of its "
            "first official publication, except point 2 of article 44, which is put into effect from 1 January 2028.",
            "days",
            180,
            None,
        ),
        ("en", "This Law is put into effect from 1 January 2028.", "date", 0, "2028-01-01"),
    ],
)
def test_when_the_law_is_put_into_effect_is_read_from_the_words(language, text, rule, days, date):
    (found,) = said(language, text)
    assert (found.kind, found.rule, found.days, found.date) == ("effect", rule, days, date and day(date))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Настоящий Закон действует на всей территории Республики Казахстан."),
        ("ru", "Решение кенеса вводится в действие по истечении десяти календарных дней."),
        ("ru", "До истечения указанного срока действие настоящего Закона может быть продлено."),
        ("ru", "Проект о продлении срока действия настоящего Закона вносится за шесть месяцев до истечения срока."),
        ("ru", "Аким избирается на пять лет со дня вступления в законную силу решения суда."),
        ("ru", "Настоящий Закон действует до 31 июня 2030 года."),
        ("kk", "Кеңестің шешімі орналастырылған күннен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі."),
        ("kk", "Осы Заңның қолданылу мерзімінің өтуі үш жыл ішінде міндеттемелерден босатпайды."),
        ("en", "Decisions of keneses are valid until they are repealed."),
        ("en", "The draft law is submitted not later than six months before the expiry of the term."),
    ],
)
def test_what_is_said_of_something_else_is_no_term(language, text):
    assert said(language, text) == ()


def test_what_is_excluded_says_nothing():
    text = "Настоящий Закон действует три года со дня введения в действие."
    root = Provision("law", children=(Provision("clause", text=text, status="excluded"),))
    assert list(said_in(root, "ru")) == []


EFFECT = "Настоящий Закон действует в течение трех лет со дня введения его в действие."
FORCE = "Настоящий Закон действует в течение трех лет со дня вступления его в силу."
FOUR = "Настоящий Закон действует в течение четырех лет со дня введения его в действие."
SIXTY = "Настоящий Закон вводится в действие по истечении шестидесяти календарных дней после дня его опубликования."
SILENT = "Настоящий Закон действует в течение трех лет."
BOTH = "Настоящий Закон действует три года со дня вступления в силу или со дня введения в действие."
MENTION = "По истечении трех лет со дня вступления настоящего Закона в силу полномочия кенесов прекращаются."


@pytest.mark.parametrize(
    ("card", "texts", "kinds"),
    [
        (SAMPLE, [EFFECT, SIXTY], []),
        (SAMPLE, [FORCE, SIXTY], ["basis"]),
        (SAMPLE, [FOUR, SIXTY], ["length"]),
        (SAMPLE, [EFFECT, SIXTY.replace("шестидесяти", "десяти")], ["effect"]),
        (SAMPLE, [SIXTY], ["unsaid"]),
        (SAMPLE, [EFFECT, FORCE], ["basis", "disagree"]),
        (SAMPLE, [EFFECT, MENTION], ["mention"]),
        (SAMPLE, [BOTH], ["ambiguous"]),
        (SAMPLE, [SILENT], ["no-basis"]),
        (Terms(), [EFFECT], []),
        (Terms(), [FORCE], ["force"]),
        (Terms(), [EFFECT, FOUR], ["disagree"]),
        (Terms(basis="force", months=36), [FORCE], ["force"]),
        (Terms(basis="unlimited"), [EFFECT], ["basis"]),
        (Terms(basis="date", last_day=day("2029-12-31")), ["Настоящий Закон действует до 1 января 2030 года."], []),
        (
            Terms(basis="date", last_day=day("2029-12-31")),
            ["Настоящий Закон действует до 1 января 2031 года."],
            ["last-day"],
        ),
        (Terms(), [], []),
    ],
)
def test_what_a_person_has_to_look_at(card, texts, kinds):
    assert [doubt.kind for doubt in doubts(card, said("ru", *texts))] == kinds


def test_a_doubt_names_its_provisions():
    texts = said("ru", EFFECT, "Иное.", FORCE)
    disagreement = next(doubt for doubt in doubts(Terms(), texts) if doubt.kind == "disagree")
    assert disagreement == Doubt("disagree", (texts[0], texts[1]))
    assert [item.provision for item in disagreement.said] == ["0", "2"]


def test_two_languages_of_one_provision_are_told_from_two_provisions():
    kazakh = said("kk", "Осы Заң күшіне енген күннен бастап үш жыл бойы қолданылады.")
    assert [doubt.kind for doubt in doubts(SAMPLE, (*said("ru", EFFECT), *kazakh))] == ["basis", "languages"]


def test_a_silent_card_takes_what_the_text_says():
    card = completed(Terms(published=day("2027-01-15")), said("ru", EFFECT, SIXTY))
    assert card == SAMPLE
    assert validity(card, said("ru", EFFECT, SIXTY)).steps[-1].said.words == EFFECT


@pytest.mark.parametrize("text", [FORCE, FOUR, SILENT])
def test_a_step_names_only_a_provision_that_says_the_same(text):
    assert validity(SAMPLE, said("ru", text)).steps[-1].said is None


def test_the_card_goes_before_the_text():
    card = Terms(basis="force", months=12, in_force=day("2027-01-01"), effect_rule="days", effect_days=10)
    assert completed(card, said("ru", EFFECT, SIXTY)) == card


@pytest.mark.parametrize(
    "unit", ["настоящий закон действует ", ", ", "осы заң, ", "со дня его ", "три ", "from after "]
)
def test_a_hundred_thousand_hostile_characters_are_read_in_seconds(unit):
    with cpu_limit(20):
        for language in ("ru", "kk", "en"):
            assert said(language, unit * (100_000 // len(unit)) + "силу, қолданы, force") == ()
