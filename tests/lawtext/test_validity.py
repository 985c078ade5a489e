"""The term of validity: counted by the calendar, and recognised in the words of the articles."""

import datetime
from dataclasses import replace

import pytest

from articles.lawtext.provision import Provision
from articles.lawtext.validity import (
    Doubt,
    Step,
    Terms,
    after_days,
    after_months,
    completed,
    doubts,
    last_day,
    validity,
)
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


@pytest.mark.parametrize(
    ("published", "months", "effect"),
    [
        ("2014-05-20", 6, "2014-11-21"),
        ("2027-01-15", 12, "2028-01-16"),
        ("2027-02-28", 6, "2027-08-29"),
        ("2027-08-31", 6, "2028-03-01"),
        ("2027-12-31", 2, "2028-03-01"),
        ("2027-06-30", 6, "2027-12-31"),
    ],
)
def test_months_pass_with_the_same_day_or_with_a_month_that_lacks_it(published, months, effect):
    assert after_months(day(published), months) == day(effect)


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
        (Terms(months=36), None, "event"),
        (Terms(basis="unread"), None, "unread"),
        (Terms(basis="effect", months=36, effect_rule="unread", published=day("2027-01-15")), None, "effect"),
        (Terms(basis="force", months=36, effect_rule="unread"), None, "force"),
        (Terms(basis="effect", months=36, effect_rule="months", effect_months=6), None, "publication"),
    ],
)
def test_what_is_not_known_yet_is_named(terms, last, missing):
    found = validity(terms)
    assert (found.last, found.missing) == (last, missing)


def test_months_until_the_law_is_put_into_effect_are_a_step():
    terms = Terms(basis="effect", months=36, published=day("2027-01-15"), effect_rule="months", effect_months=6)
    found = validity(terms)
    assert found.steps[1] == Step("effect-months", day("2027-07-16"), 6)
    assert (found.first, found.last) == (day("2027-07-16"), day("2030-07-15"))


def test_a_silent_law_is_put_into_effect_ten_days_after_publication():
    steps = validity(Terms(basis="effect", months=12, published=day("2027-01-15"))).steps
    assert steps[1] == Step("effect-default", day("2027-01-26"), 10)


def law(*texts):
    return Provision("law", children=tuple(Provision("clause", text=text, id=str(n)) for n, text in enumerate(texts)))


def said(language, *texts):
    return tuple(said_in(law(*texts), language))


TERMS = [
    (
        "ru",
        "Настоящий Закон прекращает действие по истечении трех лет со дня введения его в действие.",
        ("effect",),
        36,
    ),
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
    ("ru", "Действие настоящего Закона ограничено тремя годами со дня введения его в действие.", ("effect",), 36),
    ("ru", "Настоящий Закон действует полтора года со дня введения его в действие.", ("effect",), 18),
    ("ru", "Настоящий Закон действует в течение года со дня вступления его в силу.", ("force",), 12),
    (
        "ru",
        "Настоящий Закон утрачивает силу по истечении трех лет со дня введения его в действие.",
        ("effect",),
        36,
    ),
    ("kk", "Осы Заң қолданысқа енгізілген күнінен бастап бір жарым жыл бойы қолданылады.", ("effect",), 18),
    ("en", "This Law is valid for one and a half years from the day it is put into effect.", ("effect",), 18),
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
        ("ru", "Настоящий Закон действует до 31 декабря 2029 г. включительно.", "2029-12-31"),
        ("ru", "Настоящий Закон действует до 31 декабря 2029 года (включительно).", "2029-12-31"),
        ("ru", "Настоящий Закон действует с 1 января 2027 года по 31 декабря 2029 года.", "2029-12-31"),
        ("ru", "Срок действия настоящего Закона истекает 31 декабря 2029 года.", "2029-12-31"),
        ("kk", "Осы Заң 2029 жылғы 31 желтоқсанға дейін қоса алғанда қолданылады.", "2029-12-31"),
        ("kk", "Осы Заң 2029 жылғы 31 желтоқсанға дейін (қоса алғанда) қолданылады.", "2029-12-31"),
        ("kk", "Осы Заң 2029 жылғы 31 желтоқсанды қоса алғанда қолданылады.", "2029-12-31"),
        ("kk", "Осы Заңның қолданылу мерзімі 2029 жылғы 31 желтоқсанда аяқталады.", "2029-12-31"),
        ("ru", "Настоящий Закон утрачивает силу с 1 января 2030 года.", "2029-12-31"),
        (
            "ru",
            "Настоящий Конституционный закон действует временно, до 1 января 2030 года.",
            "2029-12-31",
        ),
        ("kk", "Осы Заң 2030 жылғы 1 қаңтардан бастап күшін жояды.", "2029-12-31"),
        (
            "kk",
            "Осы Конституциялық заң 2030 жылғы 1 қаңтарға дейін қолданылады.",
            "2029-12-31",
        ),
        ("en", "This Law shall cease to have effect from 1 January 2030.", "2029-12-31"),
        ("en", "This Law is valid until 31 December 2029 inclusive.", "2029-12-31"),
        ("en", "This Law is valid up to and including 31 December 2029.", "2029-12-31"),
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
            "Установить, что настоящий Конституционный закон вводится в действие с 1 января 2028 года и подлежит "
            "опубликованию.",
            "date",
            0,
            "2028-01-01",
        ),
        (
            "kk",
            "Осы Конституциялық заң ресми жарияланған күнінен бастап қолданысқа енгізіледі.",
            "publication",
            0,
            None,
        ),
        (
            "kk",
            "Осы Заң алғашқы ресми жарияланғанынан кейін күнтізбелік жиырма бір күн өткен соң қолданысқа енгізіледі.",
            "days",
            21,
            None,
        ),
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
        (
            "ru",
            "Настоящий Закон вводится в действие после дня его первого официального опубликования.",
            "days",
            0,
            None,
        ),
        ("kk", "Осы Заң алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі.", "days", 0, None),
        ("en", "This Law is put into effect after the day of its first official publication.", "days", 0, None),
        (
            "ru",
            "Настоящие Правила, кроме пункта 3, вводятся в действие по истечении двадцати одного календарного дня "
            "после дня их первого официального опубликования.",
            "days",
            21,
            None,
        ),
        (
            "ru",
            "Настоящий Закон вводится в действие со дня его первого официального опубликования и распространяется на "
            "отношения, возникшие с 1 января 2026 года.",
            "publication",
            0,
            None,
        ),
        (
            "kk",
            "Осы Заң алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі және 2026 жылғы 1 қаңтардан бастап "
            "туындаған қатынастарға қолданылады.",
            "publication",
            0,
            None,
        ),
        (
            "ru",
            "Настоящий Закон вводится в действие с 1 июля 2027 года, а статья 44 – по истечении шести месяцев после "
            "дня его первого официального опубликования.",
            "date",
            0,
            "2027-07-01",
        ),
        (
            "kk",
            "Осы Заң алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі, ал "
            "44-бап 2028 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.",
            "days",
            10,
            None,
        ),
        (
            "ru",
            "Настоящий Закон вступает в силу со дня его подписания и вводится в действие с 1 июля 2027 года.",
            "date",
            0,
            "2027-07-01",
        ),
    ],
)
def test_when_the_law_is_put_into_effect_is_read_from_the_words(language, text, rule, days, date):
    (found,) = said(language, text)
    assert (found.kind, found.rule, found.days, found.date) == ("effect", rule, days, date and day(date))


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        (
            "ru",
            "Настоящий Закон вводится в действие по истечении шести месяцев после дня его первого официального "
            "опубликования.",
            6,
        ),
        (
            "ru",
            "Настоящий Кодекс вводится в действие по истечении одного года после дня его первого официального "
            "опубликования, за исключением статьи 5, которая вводится в действие по истечении трех месяцев.",
            12,
        ),
        ("kk", "Осы Заң алғашқы ресми жарияланған күнінен кейін алты ай өткен соң қолданысқа енгізіледі.", 6),
        (
            "en",
            "This Law is put into effect upon expiry of eighteen months after the day of its first official "
            "publication.",
            18,
        ),
    ],
)
def test_months_until_a_law_is_put_into_effect_are_read(language, text, months):
    (found,) = said(language, text)
    assert (found.kind, found.rule, found.months, found.days) == ("effect", "months", months, 0)


TEN_RU = "по истечении десяти календарных дней после дня его первого официального опубликования"
TEN_KK = "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң"
TEN_EN = "upon expiry of ten calendar days after the day of its first official publication"


@pytest.mark.parametrize(
    ("language", "text", "effect", "term"),
    [
        ("ru", f"Настоящий Закон вводится в действие {TEN_RU} и действует три года.", 10, ((), 36, None)),
        (
            "ru",
            f"Настоящий Закон вводится в действие {TEN_RU} и действует до 1 января 2030 года.",
            10,
            ((), 0, "2029-12-31"),
        ),
        (
            "ru",
            "Настоящий Закон вводится в действие с 1 января 2027 года и действует до 1 января 2030 года.",
            "2027-01-01",
            ((), 0, "2029-12-31"),
        ),
        (
            "ru",
            "Настоящий Закон вводится в действие с 1 января 2027 года, за исключением статьи 5, которая вводится в "
            "действие с 1 июля 2027 года, и действует в течение трех лет со дня введения его в действие.",
            "2027-01-01",
            (("effect",), 36, None),
        ),
        (
            "ru",
            f"Настоящий Закон вводится в действие {TEN_RU}, срок его действия составляет пять лет.",
            10,
            ((), 60, None),
        ),
        ("kk", f"Осы Заң {TEN_KK} қолданысқа енгізіледі және үш жыл бойы қолданылады.", 10, ((), 36, None)),
        (
            "kk",
            f"Осы Заң {TEN_KK} қолданысқа енгізіледі және қолданысқа енгізілген күнінен бастап үш жыл қолданылады.",
            10,
            (("effect",), 36, None),
        ),
        (
            "kk",
            "Осы Заң 2027 жылғы 1 қаңтардан бастап қолданысқа енгізіліп, 2030 жылғы 1 қаңтарға дейін қолданылады.",
            "2027-01-01",
            ((), 0, "2029-12-31"),
        ),
        (
            "kk",
            f"Осы Заң {TEN_KK} қолданысқа енгізіледі және оның қолданылу мерзімі бес жылды құрайды.",
            10,
            ((), 60, None),
        ),
        ("en", f"This Law is put into effect {TEN_EN} and is valid for three years.", 10, ((), 36, None)),
        (
            "en",
            "This Law comes into force on the day it is signed, is put into effect from 1 January 2027, and shall "
            "remain in force through 31 December 2029.",
            "2027-01-01",
            ((), 0, "2029-12-31"),
        ),
    ],
)
def test_one_sentence_says_when_a_law_is_put_into_effect_and_how_long_it_is_valid(language, text, effect, term):
    first, second = said(language, text)
    assert (first.kind, first.days or str(first.date)) == ("effect", effect)
    assert (second.kind, (second.events, second.months, second.last_day and str(second.last_day))) == ("term", term)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("ru", "Настоящий Закон действует до 31 июня 2030 года.", "term-unread"),
        ("ru", "Настоящий Закон действует до 1 января 0001 года.", "term-unread"),
        ("ru", "Настоящий Закон действует два с половиной года со дня введения его в действие.", "term-unread"),
        ("ru", "Срок действия настоящего Закона устанавливается Правительством.", "term-unread"),
        ("ru", "Настоящий Закон действует в течение срока, указанного в статье 5.", "term-unread"),
        ("kk", "Осы Заң екі жарым жыл бойы қолданылады.", "term-unread"),
        ("en", "This Law is valid for two and a half years.", "term-unread"),
        ("ru", "Настоящий Закон вводится в действие с 1 января 9999 года.", "effect-unread"),
        ("ru", f"Настоящий Закон вводится в действие {TEN_RU}".replace("календарных", "рабочих"), "effect-unread"),
        ("ru", f"Настоящий Закон вводится в действие с 1 июля 2027 года, но не ранее чем {TEN_RU}.", "effect-unread"),
        (
            "ru",
            f"Настоящий Закон вводится в действие {TEN_RU}".replace("дней", "дней и шести месяцев"),
            "effect-unread",
        ),
        (
            "ru",
            "Настоящий Закон вводится в действие с первого числа месяца, следующего за месяцем его опубликования.",
            "effect-unread",
        ),
        ("ru", "Настоящий Закон вводится в действие со дня его подписания.", "effect-unread"),
        ("kk", f"Осы Заң {TEN_KK} қолданысқа енгізіледі.".replace("күнтізбелік он", "он жұмыс"), "effect-unread"),
        ("en", f"This Law is put into effect {TEN_EN}.".replace("calendar", "working"), "effect-unread"),
    ],
)
def test_what_is_not_understood_is_not_passed_over(language, text, kind):
    assert [item.kind for item in said(language, text)] == [kind]


def test_a_kazakh_sentence_ends_behind_the_list_of_its_exceptions():
    later = "қаңтардан бастап қолданысқа енгізілетін 44-баптың"
    first = Provision("subclause", text=f"2028 жылғы 1 {later} 1-тармағын;", id="1")
    tail = "қоспағанда, алғашқы ресми жарияланған күнінен кейін күнтізбелік алпыс күн өткен соң қолданысқа енгізіледі."
    joined = (first, Provision("subclause", text=f"2029 жылғы 1 {later} 2-тармағын {tail}", id="2"))
    apart = (first, Provision("subclause", text=f"2029 жылғы 1 {later} 2-тармағын", id="2"))
    for children, closing in ((joined, ""), (apart, tail)):
        clause = Provision("clause", text="Осы Заң:", children=children, closing=closing, id="0")
        (found,) = said_in(Provision("law", children=(clause,)), "kk")
        assert (found.kind, found.rule, found.days, found.provision) == ("effect", "days", 60, "0")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Решение кенеса вводится в действие с 1 января 2027 года и действует три года."),
        ("ru", "Настоящий Закон действует на всей территории Республики Казахстан."),
        ("ru", "Со дня, когда настоящий Закон вводится в действие, полномочия кенесов прекращаются."),
        ("ru", "Действие пункта 3 статьи 5 настоящего Закона прекращается 1 января 2030 года."),
        ("ru", "Со дня введения в действие настоящего Закона утрачивает силу прежний закон."),
        ("en", "Until point 2 of article 46 of this Law is put into effect, the share is set by the maslikhat."),
        ("ru", "Решение кенеса вводится в действие по истечении десяти календарных дней."),
        ("ru", "До истечения указанного срока действие настоящего Закона может быть продлено."),
        ("ru", "Проект о продлении срока действия настоящего Закона вносится за шесть месяцев до истечения срока."),
        ("ru", "Аким избирается на пять лет со дня вступления в законную силу решения суда."),
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
WORKING = SIXTY.replace("календарных", "рабочих")
NEVER = "Настоящий Закон действует до 31 июня 2030 года."
SIX_MONTHS = SIXTY.replace("шестидесяти календарных дней", "шести месяцев")
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
        (Terms(), [WORKING], ["unread"]),
        (SAMPLE, [EFFECT, WORKING], []),
        (Terms(), [WORKING, SIXTY], []),
        (Terms(), [NEVER], ["unread"]),
        (Terms(basis="date", last_day=day("2029-12-31")), [NEVER], []),
        (Terms(), [SIX_MONTHS], []),
        (SAMPLE, [EFFECT, SIX_MONTHS], ["effect"]),
        (replace(SAMPLE, effect_rule="months", effect_days=0, effect_months=6), [EFFECT, SIX_MONTHS], []),
        (replace(SAMPLE, effect_rule="months", effect_months=3), [EFFECT, SIX_MONTHS], ["effect"]),
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


def test_what_the_text_says_in_words_not_understood_is_not_counted():
    card = Terms(basis="effect", months=36, published=day("2027-01-15"))
    texts = said("ru", WORKING)
    found = validity(completed(card, texts), texts)
    assert found.steps[0] == Step("effect-unread", said=texts[0])
    assert (found.last, found.missing) == (None, "effect")
    assert completed(Terms(), said("ru", NEVER)).basis == "unread"


@pytest.mark.parametrize("text", [FORCE, FOUR, SILENT])
def test_a_step_names_only_a_provision_that_says_the_same(text):
    assert validity(SAMPLE, said("ru", text)).steps[-1].said is None


def test_the_card_goes_before_the_text():
    card = Terms(basis="force", months=12, in_force=day("2027-01-01"), effect_rule="days", effect_days=10)
    assert completed(card, said("ru", EFFECT, SIXTY)) == card


@pytest.mark.parametrize(
    "unit",
    [
        "настоящий закон действует ",
        ", ",
        "осы заң, ",
        "со дня его ",
        "три ",
        "from after ",
        "жариялану",
        ", кроме ",
        " за исключением ",
        ": ",
    ],
)
def test_a_hundred_thousand_hostile_characters_are_read_in_seconds(unit):
    with cpu_limit(20):
        for language in ("ru", "kk", "en"):
            assert said(language, unit * (100_000 // len(unit)) + "силу, қолданы, force") == ()


@pytest.mark.parametrize(
    "unit",
    [
        "настоящий закон вводится в действие и действует ",
        "и действует , а ",
        "осы заң қолданысқа енгізіледі және ",
        " қолданысқа енгізіліп, ал ",
        "this law is put into effect and is , ",
    ],
)
def test_a_hundred_thousand_characters_of_statements_are_read_in_seconds(unit):
    with cpu_limit(20):
        for language, opening in OPENINGS.items():
            found = said(language, opening + unit * (100_000 // len(unit)))
            assert {item.kind for item in found} <= {"effect-unread"}


OPENINGS = {
    "ru": "Настоящий Закон вводится в действие, ",
    "kk": "Осы Заң қолданысқа енгізіледі, ",
    "en": "This Law is put into effect, ",
}
