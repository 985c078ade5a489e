"""Redlines of two wordings: the failure cases by their numbers, and what must hold for every pair."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.lawtext.provision import Reference
from articles.lawtext.redline import bounded_redline, redline
from articles.lawtext.tokens import normal, tokens

from .strategies import wordings

SIGNS = {"": "", "typographic": "~", "reference": "@"}


def marked(spans):
    """«[-old-]{+new+}», a folded pair with ~ (typographic) or @ (reference)."""
    shown = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(shown[span.operation].format(SIGNS[span.why] + span.text) for span in spans)


def shown(old, new):
    return marked(redline(old, new))


def mirrored(text):
    """What a redline shows when the two wordings change places."""
    swapped = re.sub(r"\[-(.*?)-\]\{\+(.*?)\+\}", r"[-\2-]{+\1+}", text, flags=re.DOTALL)
    once = re.compile(r"\[-.*?-\]\{\+.*?\+\}|\[-(.*?)-\]|\{\+(.*?)\+\}", re.DOTALL)
    return once.sub(
        lambda match: (
            match[0] if match[1] is match[2] is None else f"{{+{match[1]}+}}" if match[1] else f"[-{match[2]}-]"
        ),
        swapped,
    )


def assert_shown(expected):
    """That both wordings give this redline, and its mirror when swapped."""
    old = re.sub(r"\{\+.*?\+\}|\[-[~@]?|-\]", "", expected, flags=re.DOTALL)
    new = re.sub(r"\[-.*?-\]|\{\+[~@]?|\+\}", "", expected, flags=re.DOTALL)
    assert shown(old, new) == expected
    assert shown(new, old) == mirrored(expected)


def both_ways(name, *cases):
    return pytest.mark.parametrize(name, cases)


@both_ways(
    "expected",
    "The [-Commission-]{+Committee+} may decide.",
    "The Committee may, a [-little-]{+bit of+} later, decide.",
    "[-местного-]{+местных+} самоуправления",
    "кеңестің [-шешімі-]{+шешімдері+} қабылданады",
)
def test_T01_words_half_equal_change_as_whole_words(expected):
    assert_shown(expected)


@both_ways("expected", "within [-15-]{+45+} days", "в течение [-15-]{+45+} дней", "[-15-]{+45+} күн ішінде")
def test_T02_a_number_changes_as_a_whole(expected):
    assert_shown(expected)


@both_ways(
    "expected",
    "$[-35,000,000-]{+55,000,000+} in all",
    "[-5\u00a0000-]{+6\u00a0000+} тенге",
    "[-5 000-]{+6 000+} тенге",
    "до [-~1 000-]{+~1\u202f000+} тенге",
)
def test_T03_groups_of_figures_are_one_number(expected):
    assert_shown(expected)


@both_ways(
    "expected",
    "подпункт [-5)-]{+5-1)+} пункта",
    "in [-12-1(3)-]{+12-2(3)+} above",
    "under [-§4(2)(a)-]{+§4(2)(b)+} hereof",
    "осы баптың [-5)-]{+5-1)+} тармақшасы",
)
def test_T04_a_label_changes_as_a_whole(expected):
    assert_shown(expected)


@both_ways(
    "expected",
    "from [-1 January 2027-]{+22 February 2027+} on",
    "вводится в действие с [-1 января 2027-]{+22 февраля 2027+} года",
    "[-2027 жылғы 1 қаңтардан-]{+2028 жылғы 1 ақпаннан+} бастап",
    "до [-15.01.2027-]{+15.01.2028+} включительно",
)
def test_T05_a_date_is_one_change(expected):
    assert_shown(expected)


@both_ways("expected", "в годах [-~2012-2013-]{+~2012–2013+} было", "слово [-~--]{+~–+} дело")
def test_T06_another_dash_is_typography(expected):
    if "[-~--]" in expected:  # A hyphen beside the signs of the redline cannot be told from them.
        assert shown("слово - дело", "слово – дело") == expected
    else:
        assert_shown(expected)


@both_ways("expected", 'слово [-~"-]{+~«+}x[-~"-]{+~»+} здесь', "слово [-~«-]{+~“+}x[-~»-]{+~”+} здесь")
def test_T07_other_quotation_marks_are_typography_and_tokens_of_their_own(expected):
    assert_shown(expected)


@both_ways(
    "expected",
    "25[-~ -]{+~\u00a0+}мая",
    "25[-~ -]{+~\u2009+}мая и более",
    "это [-~слово-]{+~сло\u00adво+} здесь",
    "5[-~%-]{+~ %+} годовых",
    "два[-~  -]{+~ +}слова",
)
def test_T08_blanks_and_soft_hyphens_are_typography_and_nothing_is_reprinted(expected):
    assert_shown(expected)


@both_ways("expected", "[-~йод-]{+~и\u0306од+} и вода", "[-~бір-]{+~бiр+} сөз")
def test_T09_another_encoding_of_a_letter_is_typography(expected):
    assert_shown(expected)


@both_ways("expected", "Кенес [-принимает-]{+выносит+} решение", "[-все-]{+всё+} собрание", "[-мен-]{+пен+} әкім")
def test_T10_a_changed_ending_changes_the_word_and_yo_is_a_letter(expected):
    assert_shown(expected)


@both_ways(
    "expected",
    "знак [-👍-]{+👍🏽+} здесь",
    "[-👨\u200d👩\u200d👧-]{+👨\u200d👩\u200d👦+} family",
    "a [-\ud83d-]{+\ude00+} b",
)
def test_T11_emoji_and_lone_surrogates_stay_whole(expected):
    assert_shown(expected)


@both_ways("expected", "бюджет[-;-]{+,+}", "бюджет[-.-]{+;+}", "аким[-,-] и кенес")
def test_T12_a_mark_of_punctuation_changes_alone(expected):
    assert_shown(expected)


@both_ways("expected", "настоящий [-Закон-]{+закон+}", "осы [-Заң-]{+заң+}", "this [-Law-]{+law+}")
def test_T13_a_capital_letter_is_a_change(expected):
    assert_shown(expected)


@both_ways(
    "expected",
    "the akim [-shall-]{+may+} report",
    "кенес {+не +}вправе",
    "the council may {+not +}decide",
    "әкім [-міндетті-]{+құқылы+}",
)
def test_T14_modality_and_negation_change_as_words(expected):
    assert_shown(expected)


REWRITTEN = {
    "en": (
        "Lots of words in this sentence were there for the old rule of the council.",
        "Not very many letters remain here of what the former norm had once provided.",
    ),
    "ru": (
        "Кенес на своем заседании большинством голосов и в открытом порядке принимает решение.",
        "Жители вправе на сходе и путем тайного голосования отозвать избранного ими акима.",
    ),
    "kk": (
        "Кеңес өз отырысында және ашық дауыс беру арқылы шешім қабылдайды.",
        "Тұрғындар жиналыста және жасырын дауыс беру жолымен әкімді кері шақырып алады.",
    ),
}


@pytest.mark.parametrize("language", sorted(REWRITTEN))
def test_C01_a_rewritten_sentence_is_old_sentence_and_new_sentence(language):
    assert_shown("[-{}-]{{+{}+}}".format(*REWRITTEN[language]))


@pytest.mark.parametrize("language", sorted(REWRITTEN))
def test_C01_the_sentences_around_a_rewritten_one_stay(language):
    old, new = REWRITTEN[language]
    assert_shown(f"Первое предложение остается. [-{old}-]{{+{new}+}} Последнее предложение остается.")


def test_C01_a_sentence_that_grew_was_not_rewritten():
    assert_shown(
        "Кенес принимает решение{+ большинством голосов от общего числа избранных членов на открытом заседании+}."
    )


@both_ways(
    "expected",
    "of [-such Partner's-]{+the sum+} share",
    "решения [-присутствующих депутатов-]{+всех избранных членов+} кенеса",
    "между [-акимом и кенесом-]{+жителями и собранием+}, если закон не устанавливает иного порядка рассмотрения споров",
    "сроком на [-четыре года-]{+пять лет+} и {+не +}может быть освобожден от должности",
)
def test_C02_neighbouring_changes_are_one_and_blanks_survive(expected):
    assert_shown(expected)


@both_ways(
    "expected",
    "[-The Commission shall decide. -]The Commission shall report.",
    "[-Кенес вправе решать. -]Кенес вправе просить. Кенес вправе ждать.",
    "Кенес вправе решать. {+Кенес вправе просить. +}Кенес вправе ждать.",
    "{+Кеңес шешім қабылдайды. +}Кеңес шешім шығарады.",
)
def test_C03_a_sentence_that_begins_like_the_next_goes_as_a_sentence(expected):
    assert_shown(expected)


@both_ways(
    "expected",
    "Решение принимает [-аким-]{+кенес+}. [-Порядок определяет закон. -]Споры решает суд.",
    "Кенес заседает раз в [-месяц-]{+квартал+}.[- Заседание ведет председатель.-]",
    "The council [-decides-]{+votes+}. {+The vote is open. +}Disputes go to court.",
)
def test_C03_the_end_of_a_sentence_and_the_next_sentence_are_two_changes(expected):
    assert_shown(expected)


@both_ways("expected", "foo bar{+ bar+}", "аким и кенес{+ и кенес+}")
def test_C04_a_repeated_word_is_not_printed_again(expected):
    assert_shown(expected)


@both_ways(
    "expected",
    "Кенес принимает решение.{+ Решение подписывает председатель.+}",
    "The council decides.{+ The decision is published.+}",
)
def test_C05_an_appended_sentence_leaves_the_one_before_alone(expected):
    assert_shown(expected)


def test_C06_words_that_shift_are_not_replaced():
    assert_shown("{+ONE TWO THREE +}FOUR FIVE SIX[- SEVEN EIGHT NINE-]")


def test_C07_a_long_repetitive_list_shows_only_what_changed():
    items = [f"the council approves the report of the akim on matter {n} of the budget;" for n in range(60)]
    changed = {7: "the council rejects the report of the akim on matter 7 of the budget;", 31: items[31].upper()}
    old, new = " ".join(items), " ".join(changed.get(n, item) for n, item in enumerate(items) if n != 50)
    touched = [span for span in redline(old, new) if span.operation != "equal"]
    assert sum(len(span.text.split()) for span in touched) <= 2 + 2 * len(items[31].split()) + len(items[50].split())


def test_C07_one_word_in_a_small_vocabulary_is_one_insertion():
    words = [
        [
            "кенес",
            "аким",
            "бюджет",
            "решение",
            "и",
            "в",
            "на",
            "не",
            "член",
            "закон",
            "право",
            "село",
            "город",
            "район",
        ][n * n % 14]
        for n in range(400)
    ]
    new = [*words[:200], "новое", *words[200:]]
    assert [span for span in redline(" ".join(words), " ".join(new)) if span.operation != "equal"] == [
        ("insert", "новое ", "")
    ]


@both_ways(
    "expected",
    "consetetur elitr[- sed-]{+,+} diam nonumy",
    "аким, {+кенес, +}собрание",
    "аким, [-кенес, -]собрание",
    "аким[-,-]{+ и+} кенес",
)
def test_C08_commas_are_told_from_words(expected):
    assert_shown(expected)


def test_a_line_of_a_table_that_moved_is_no_typography():
    assert shown("до 1 000\t5\nдо 5 000\t9", "до 1 000 5\nдо 5 000\t9") == "до 1 000[-\t-]{+ +}5\nдо 5 000\t9"


def reference(text, words, *targets, form="gen", through=False):
    start = text.index(words)
    return Reference("text", start, start + len(words), targets, form, through)


OLD = "Аким избирается в порядке статьи 17 настоящего Закона."
NEW = "Аким избирается в порядке статьи 18 настоящего Закона."


def test_a_reference_to_the_same_provision_in_other_words_is_folded():
    spans = redline(OLD, NEW, [reference(OLD, "статьи 17", "a")], [reference(NEW, "статьи 18", "a")])
    assert marked(spans) == "Аким избирается в порядке [-@статьи 17-]{+@статьи 18+} настоящего Закона."


def test_the_counterpart_of_a_target_is_the_same_provision():
    old, new = [reference(OLD, "статьи 17", "0.3")], [reference(NEW, "статьи 18", "0.4")]
    assert [span.why for span in redline(OLD, NEW, old, new, {"0.3": "0.4"})] == ["", "reference", "reference", ""]


def test_a_reference_to_another_provision_is_an_ordinary_change():
    spans = redline(OLD, NEW, [reference(OLD, "статьи 17", "a")], [reference(NEW, "статьи 18", "b")])
    assert marked(spans) == "Аким избирается в порядке статьи [-17-]{+18+} настоящего Закона."


def test_a_reference_that_prints_the_same_and_goes_elsewhere_is_a_change():
    spans = redline(OLD, OLD, [reference(OLD, "статьи 17", "a")], [reference(OLD, "статьи 17", "b")])
    assert marked(spans) == "Аким избирается в порядке [-статьи 17-]{+статьи 17+} настоящего Закона."


def test_a_reference_in_another_case_is_a_change_of_words():
    new = OLD.replace("в порядке статьи", "согласно статье")
    spans = redline(OLD, new, [reference(OLD, "статьи 17", "a")], [reference(new, "статье 17", "a", form="dat")])
    assert not [span for span in spans if span.why]


def test_words_that_were_never_linked_compare_as_words():
    assert marked(redline(OLD, NEW, [reference(OLD, "статьи 17", "a")])) == shown(OLD, NEW)


def test_an_inserted_reference_does_not_tear_the_one_beside_it():
    new = OLD.replace("статьи 17", "статьи 17 и пункта 2 статьи 17")
    spans = redline(
        OLD,
        new,
        [reference(OLD, "статьи 17", "a")],
        [reference(new, "статьи 17", "a"), reference(new, "пункта 2 статьи 17", "b")],
    )
    assert marked(spans) == "Аким избирается в порядке статьи 17 {+и пункта 2 статьи 17 +}настоящего Закона."


@given(wordings())
@settings(max_examples=150, deadline=None)
def test_the_spans_hold_both_wordings_to_the_letter(pair):
    old, new = pair
    spans = redline(old, new)
    assert "".join(span.text for span in spans if span.operation != "insert") == old
    assert "".join(span.text for span in spans if span.operation != "delete") == new


@given(wordings())
@settings(max_examples=100, deadline=None)
def test_the_same_wordings_give_the_same_redline_and_swapped_ones_its_mirror(pair):
    old, new = pair
    spans = redline(old, new)
    assert redline(old, new) == spans
    assert redline(new, old) == tuple(mirror(spans))


@given(wordings())
@settings(max_examples=150, deadline=None)
def test_delete_stands_before_insert_and_no_span_is_empty(pair):
    spans = redline(*pair)
    assert all(span.text for span in spans)
    following = {(one.operation, other.operation) for one, other in pairwise(spans)}
    assert following <= {
        ("equal", "delete"),
        ("equal", "insert"),
        ("delete", "insert"),
        ("delete", "equal"),
        ("insert", "equal"),
    }


@given(wordings())
@settings(max_examples=150, deadline=None)
def test_no_edge_stands_inside_a_word(pair):
    for text, other in zip(pair, ("insert", "delete"), strict=True):
        place = 0
        for span in redline(*pair):
            place += len(span.text) if span.operation != other else 0
            assert not (0 < place < len(text) and (text[place - 1] + text[place]).isalnum())


@given(wordings())
@settings(max_examples=150, deadline=None)
def test_a_typographic_pair_has_one_normal_form_and_both_spellings(pair):
    spans = redline(*pair)
    for one, other in pairwise(spans):
        if one.why == "typographic" and one.operation == "delete":
            assert (other.operation, other.why) == ("insert", "typographic")
            assert squeezed(one.text) == squeezed(other.text)
            assert one.text != other.text
    assert sum(bool(span.why) for span in spans) % 2 == 0


def squeezed(text):
    return normal(text).replace(" ", "")


@st.composite
def cited(draw, text):
    """References over some runs of whole tokens of a text, to a few provisions."""
    spans = [(token.start, token.end) for token in tokens(text)]
    places = sorted(draw(st.sets(st.integers(0, len(spans)), max_size=6))) if spans else []
    return [
        Reference(
            "text",
            spans[i][0],
            spans[j - 1][1],
            (draw(st.sampled_from("abc")),),
            draw(st.sampled_from(("gen", "dat+r"))),
        )
        for i, j in pairwise(places)
    ][::2]


@given(wordings().flatmap(lambda pair: st.tuples(*map(st.just, pair), *map(cited, pair))))
@settings(max_examples=100, deadline=None)
def test_references_leave_both_wordings_exact_and_come_in_pairs(case):
    old, new, old_references, new_references = case
    spans = redline(old, new, old_references, new_references)
    assert "".join(span.text for span in spans if span.operation != "insert") == old
    assert "".join(span.text for span in spans if span.operation != "delete") == new
    folded = [span.operation for span in spans if span.why == "reference"]
    assert folded == ["delete", "insert"] * (len(folded) // 2)
    assert redline(new, old, new_references, old_references) == tuple(mirror(spans))


def mirror(spans):
    """The spans with the sides swapped, deletions still ahead of insertions."""
    operations = {"equal": "equal", "insert": "delete", "delete": "insert"}
    turned = [span._replace(operation=operations[span.operation]) for span in spans]
    for index, span in enumerate(turned):
        if span.operation == "delete" and index and turned[index - 1].operation == "insert":
            turned[index - 1 : index + 1] = [span, turned[index - 1]]
    return turned


@given(wordings())
@settings(max_examples=100, deadline=None)
def test_equal_wordings_have_nothing_to_show(pair):
    old, _ = pair
    assert all(span.operation == "equal" for span in redline(old, old))


def sentences(count, words=20):
    return [" ".join(f"слово{n}x{k}" for k in range(words)).capitalize() + "." for n in range(count)]


def test_P03_a_clause_of_twenty_thousand_words_is_compared_by_words():
    old = sentences(1_000)
    new = [text.replace("x7 ", "x7 не ") if n % 10 == 0 else text for n, text in enumerate(old) if n != 500]
    spans, coarse = bounded_redline(" ".join(old), " ".join(new))
    assert not coarse
    assert sum(span.operation == "insert" for span in spans) == sum(n % 10 == 0 for n in range(1_000) if n != 500)


def test_P03_twenty_thousand_words_of_which_every_sentence_changed():
    old = sentences(1_000)
    spans, coarse = bounded_redline(" ".join(old), " ".join(text.replace("x3 ", "y3 ") for text in old))
    assert not coarse
    assert sum(len(span.text.split()) for span in spans if span.operation == "delete") == 1_000


def test_P04_what_is_too_long_to_compare_is_told():
    old, new = "а б " * 5_000, "б в " * 5_000
    spans, coarse = bounded_redline(old, new)
    assert coarse
    assert {span.operation for span in spans} >= {"delete", "insert"}
    assert "".join(span.text for span in spans if span.operation != "insert") == old


@pytest.mark.parametrize("part", ["а, ", "1 000 ", "( ", ". ", "Слово. ", "5-1) ", "\u00ad", "а" * 50, "\u00a0а"])
def test_a_hundred_thousand_hostile_characters_end(part):
    text = part * (100_000 // len(part))
    spans = redline(text, text[: len(text) // 2] + "новое " + text[len(text) // 2 + 40 :])
    assert "".join(span.text for span in spans if span.operation != "insert") == text
