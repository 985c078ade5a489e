"""Two laws compared: the structure cases by their numbers, in trees with ids and without."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.lawtext.changes import CLASSES, REASONS, Span
from articles.lawtext.comparison import compare
from articles.lawtext.moves import heaviest_run
from articles.lawtext.provision import FIELDS, NUMBERED, Provision, Reference, anonymous, provisions, walk

from .any_law import any_laws
from .strategies import LANGUAGES, drafted, laws
from .test_redline import marked


def unit(kind, id, number="", *children, **words):
    return Provision(kind, number, children=children, id=id, **words)


def law(*children, heading="О местном самоуправлении"):
    return unit("law", "law", "", *children, heading=heading)


def article(id, number, *children, heading="Полномочия кенеса", **words):
    return unit("article", id, number, *children, heading=heading, **words)


def clause(id, number, text, *children, **words):
    return unit("clause", id, number, *children, text=text, **words)


def items(*pairs, start=1):
    """Subclauses of a list, numbered through; ids and texts."""
    return tuple(unit("subclause", id, str(n), text=text) for n, (id, text) in enumerate(pairs, start=start))


def listing(*pairs, start=1, closing="", intro="Кенес в пределах своей компетенции:"):
    return law(article("a1", "1", clause("c1", "1", intro, *items(*pairs, start=start), closing=closing)))


def found(old, new):
    """What changed, shortly: class and id of the provision (of the old one where it went)."""
    return [(change.classed, change.provision) for change in compare(old, new).changes]


def compared(ids, old, new):
    return compare(old, new) if ids else compare(anonymous(old), anonymous(new))


def classes(comparison):
    """Class and text of each changed provision, in reading order."""
    return [
        (change.classed, (change.new or change.old).provision.text or (change.new or change.old).provision.heading)
        for change in comparison.changes
    ]


def text_of(change):
    return marked(change.spans["text"])


ids_or_none = pytest.mark.parametrize("ids", [True, False], ids=["with ids", "without ids"])
"""The same comparison of two drafts and, as two files would bring it, without ids."""

BUDGET, PLAN, REPORT, RULES = (
    ("s1", "утверждает бюджет местного сообщества;"),
    ("s2", "принимает план развития территории;"),
    ("s3", "заслушивает отчет акима;"),
    ("s4", "определяет регламент своих заседаний."),
)
LIST = listing(BUDGET, PLAN, REPORT, RULES)


@ids_or_none
def test_S01_an_insertion_in_the_middle_is_one_change_and_the_rest_is_renumbered(ids):
    new = listing(BUDGET, ("s9", "образует постоянные комиссии;"), PLAN, REPORT, RULES)
    comparison = compared(ids, LIST, new)
    assert comparison.totals == {"inserted": 1, "renumbered": 3}
    assert [(old, new) for _, old, new in comparison.concordance] == [("2", "3"), ("3", "4"), ("4", "5")]


@ids_or_none
def test_S02_an_insertion_with_an_additional_number_changes_nothing_else(ids):
    inserted = unit("subclause", "s9", "2-1", text="образует постоянные комиссии;")
    old = LIST
    own = old.children[0].children[0]
    new = law(article("a1", "1", replace(own, children=(*own.children[:2], inserted, *own.children[2:]))))
    assert classes(compared(ids, old, new)) == [("inserted", "образует постоянные комиссии;")]


def duties(*names):
    """One article with two clauses for each name, numbered through."""
    texts = {
        "Бюджет": ("Бюджет утверждает кенес на три года.", "Исполнение бюджета обеспечивает аким."),
        "План": ("План развития территории принимает собрание.", "План пересматривают раз в пять лет."),
        "Отчет": ("Отчет акима заслушивают ежегодно в марте.", "Отчет размещают на интернет-ресурсе."),
        "Сход": ("Сход созывает аким по своей инициативе.", "Решения схода обязательны для жителей."),
    }
    return law(
        *(
            article(
                name,
                str(number),
                clause(f"{name}-1", "1", texts[name][0]),
                clause(f"{name}-2", "2", texts[name][1]),
                heading=name,
            )
            for number, name in enumerate(names, start=1)
        )
    )


@ids_or_none
def test_S03_an_excluded_article_is_one_change_with_its_clauses_and_later_ones_are_renumbered(ids):
    comparison = compared(ids, duties("Бюджет", "План", "Отчет", "Сход"), duties("Бюджет", "Отчет", "Сход"))
    assert comparison.totals == {"excluded": 1, "renumbered": 2}
    excluded = comparison.changes[0]
    assert [child.number for child in excluded.old.children] == ["1", "2"]
    assert excluded.new is None


@ids_or_none
def test_S04_a_moved_clause_is_the_only_one_that_moved(ids):
    rules = ("s4", "определяет регламент своих заседаний;")
    new = listing(rules, BUDGET, PLAN, ("s3", "заслушивает отчет акима."))
    comparison = compared(ids, LIST, new)
    assert comparison.totals == {"moved": 1, "renumbered": 3}
    assert comparison.changes[0].new.provision.text == rules[1]


@ids_or_none
def test_S05_the_words_edited_in_a_moved_clause_are_marked(ids):
    new = listing(("s3", "заслушивает ежегодный отчет акима;"), BUDGET, PLAN, RULES)
    comparison = compared(ids, LIST, new)
    assert text_of(comparison.changes[0]) == "заслушивает {+ежегодный +}отчет акима;"
    assert comparison.changes[0].classed == "moved"


def test_S05_a_short_clause_that_moved_keeps_its_id_whatever_was_edited():
    new = listing(("s3", "созывает сход;"), BUDGET, PLAN, RULES)
    assert found(LIST, new)[0] == ("moved", "s3")


@ids_or_none
def test_S06_of_two_swapped_articles_one_moved_and_neither_is_torn(ids):
    comparison = compared(ids, duties("Бюджет", "План", "Отчет", "Сход"), duties("Бюджет", "Отчет", "План", "Сход"))
    assert comparison.totals == {"moved": 1, "renumbered": 1}


@ids_or_none
def test_S06_two_swapped_words_of_a_list_are_not_two_substitutions(ids):
    old, new = (listing(("x", "а;"), *pairs) for pairs in ([("y", "б;"), ("z", "в.")], [("z", "в;"), ("y", "б.")]))
    comparison = compared(ids, old, new)
    assert set(comparison.totals) == {"moved", "renumbered"}
    assert not any(change.substantive for change in comparison.changes)


@ids_or_none
def test_S07_a_move_with_a_new_number_is_a_move_and_stands_in_the_concordance(ids):
    comparison = compared(ids, duties("Бюджет", "План", "Отчет", "Сход"), duties("Сход", "Бюджет", "План", "Отчет"))
    assert [change.classed for change in comparison.changes] == ["moved", "renumbered", "renumbered", "renumbered"]
    assert [(old, new) for _, old, new in comparison.concordance] == [("4", "1"), ("1", "2"), ("2", "3"), ("3", "4")]


TWO_SENTENCES = "Кенес утверждает бюджет местного сообщества. Исполнение бюджета обеспечивает аким."
ONE, OTHER = "Кенес утверждает бюджет местного сообщества.", "Исполнение бюджета обеспечивает аким."
LAST = "Иные вопросы решает собрание жителей."
WHOLE = law(article("a1", "1", clause("c1", "1", TWO_SENTENCES), clause("c2", "2", LAST)))
HALVES = law(article("a1", "1", clause("c1", "1", ONE), clause("c9", "2", OTHER), clause("c2", "3", LAST)))


@ids_or_none
def test_S08_a_split_clause_lost_no_words_and_gained_none(ids):
    comparison = compared(ids, WHOLE, HALVES)
    first, second, last = comparison.changes
    assert [change.classed for change in comparison.changes] == ["split", "split", "renumbered"]
    assert [span.why for span in first.spans["text"] if span.operation != "equal"] == ["split"]
    assert [tuple(span) for span in second.spans["text"]] == [("insert", OTHER, "split")]
    assert second.origins == (("c1",) if ids else ("0.0",))
    assert second.old is None
    assert not any(change.substantive for change in (first, second, last))


def test_S08_words_edited_while_splitting_are_told_from_those_that_stayed():
    edited = OTHER.replace("обеспечивает", "не обеспечивает")
    new = law(article("a1", "1", clause("c1", "1", ONE), clause("c9", "2", edited), clause("c2", "3", LAST)))
    change = next(change for change in compare(WHOLE, new).changes if change.provision == "c9")
    assert [span.text for span in change.spans["text"] if not span.why] == [" не"]
    assert change.reasons == ("negation",)


@ids_or_none
def test_S09_merged_clauses_lost_no_words_and_gained_none(ids):
    comparison = compared(ids, HALVES, WHOLE)
    merged, gone, last = comparison.changes
    assert [change.classed for change in comparison.changes] == ["merged", "merged", "renumbered"]
    assert merged.origins == (("c9",) if ids else ("0.1",))
    assert [span.why for span in merged.spans["text"] if span.operation != "equal"] == ["merged"]
    assert gone.new is None
    assert not any(change.substantive for change in (merged, gone, last))


@ids_or_none
def test_S10_a_sentence_that_became_a_list_was_split(ids):
    old = law(
        article("a1", "1", clause("c1", "1", "Кенес утверждает бюджет, принимает устав и избирает председателя."))
    )
    new = law(
        article(
            "a1",
            "1",
            clause(
                "c1",
                "1",
                "Кенес:",
                *items(("s1", "утверждает бюджет;"), ("s2", "принимает устав;"), ("s3", "избирает председателя.")),
            ),
        )
    )
    comparison = compared(ids, old, new)
    assert comparison.totals == {"split": 4}
    assert not any(span for change in comparison.changes[1:] for span in change.spans["text"] if not span.why)


@ids_or_none
def test_S11_a_clause_that_became_an_article_changed_its_level(ids):
    report = "Аким ежегодно отчитывается перед кенесом о своей работе."
    old = law(article("a1", "1", clause("c1", "1", ONE), clause("c2", "2", report)))
    new = law(article("a1", "1", clause("c1", "1", ONE)), article("c2", "2", heading="Отчет", text=report))
    comparison = compared(ids, old, new)
    assert comparison.totals == {"level": 1}
    assert comparison.changes[0].old.address == (("article", "1"), ("clause", "2"))
    assert comparison.changes[0].new.address == (("article", "2"),)


@ids_or_none
def test_S12_identical_clauses_are_told_by_their_neighbours(ids):
    same = "ведет протокол;"
    old = listing(("x", same), ("y", same), PLAN, ("z", same), RULES)
    new = listing(("x", same), ("y", same), ("s9", same), PLAN, ("z", same), RULES)
    comparison = compared(ids, old, new)
    assert comparison.totals == {"inserted": 1, "renumbered": 3}


@ids_or_none
def test_S13_many_clauses_inserted_and_excluded_together_stay_whole(ids):
    old_words, new_words = ("бюджет", "план", "отчет", "устав"), ("дорога", "школа", "вода", "парк")
    kept = clause("k", "6", LAST)

    def made(words):
        own = [clause(w, str(n), f"Вопросы о {w} и смежные с {w} дела {w}.") for n, w in enumerate(words, start=1)]
        return law(article("a1", "1", *own, kept))

    comparison = compared(ids, made(old_words), made(new_words))
    assert "renumbered" not in comparison.totals
    for change in comparison.changes:
        assert_sides_exact(change)
    assert sum(comparison.totals.values()) <= 10


@ids_or_none
def test_S14_from_nothing_to_a_law_and_back(ids):
    empty = Provision("law", id="law")
    full = duties("Бюджет", "План")
    assert [change.classed for change in compared(ids, empty, full).changes] == ["reworded", "inserted", "inserted"]
    assert [change.classed for change in compared(ids, full, empty).changes] == ["reworded", "excluded", "excluded"]
    assert compared(ids, empty, empty).changes == ()


@ids_or_none
def test_S15_a_clause_moved_to_another_article_is_one_change(ids):
    report = "Аким ежегодно отчитывается перед кенесом о своей работе."
    first, second = clause("c1", "1", ONE), clause("c3", "1", LAST)
    old = law(article("a1", "1", first, clause("c2", "2", report)), article("a2", "2", second, heading="Аким"))
    new = law(article("a1", "1", first), article("a2", "2", second, clause("c2", "2", report), heading="Аким"))
    comparison = compared(ids, old, new)
    assert comparison.totals == {"moved": 1}
    assert comparison.changes[0].old.parent != comparison.changes[0].new.parent


@ids_or_none
def test_S16_a_similar_clause_in_another_chapter_is_not_a_move(ids):
    old_text = "Аким представляет кенесу отчет об исполнении бюджета за истекший год."
    new_text = "Аким представляет жителям проект плана развития территории на будущий год."
    chapters = [
        unit(
            "chapter",
            f"h{n}",
            str(n),
            article(f"a{n}", str(n), clause(f"c{n}", "1", ONE + str(n)), heading=f"Тема {n}"),
        )
        for n in (1, 2)
    ]

    def with_clause(chapter, own):
        first = chapter.children[0]
        return replace(
            chapter, heading=f"Глава {chapter.number}", children=(replace(first, children=(*first.children, own)),)
        )

    old = law(with_clause(chapters[0], clause("x", "2", old_text)), replace(chapters[1], heading="Глава 2"))
    new = law(replace(chapters[0], heading="Глава 1"), with_clause(chapters[1], clause("y", "2", new_text)))
    assert compared(ids, old, new).totals == {"inserted": 1, "excluded": 1}


@pytest.mark.parametrize("status", ["removed", "excluded", "expired"])
def test_S17_a_provision_that_is_no_longer_law_counts_as_excluded(status):
    own = LIST.children[0].children[0]
    gone = replace(own.children[1], status=status)
    new = law(article("a1", "1", replace(own, children=(own.children[0], gone, *own.children[2:]))))
    assert found(LIST, new) == [("excluded", "s2")]
    assert found(new, LIST) == [("inserted", "s2")]
    assert found(new, new) == []


@pytest.mark.parametrize("words", ["исключен Законом РК от 27.02.2017 № 49-VI;", "алып тасталды;", "excluded;"])
@ids_or_none
def test_S17_a_stub_that_keeps_the_number_counts_as_excluded(ids, words):
    new = listing(BUDGET, ("s2", words), REPORT, RULES)
    comparison = compared(ids, LIST, new)
    assert comparison.totals == {"excluded": 1}
    assert comparison.changes[0].old.provision.text == PLAN[1]
    assert compared(ids, new, LIST).totals == {"inserted": 1}


STUB = "исключен Законом РК от 27.02.2017 № 49-VI;"


@pytest.mark.parametrize("status", ["standing", "excluded"])
@ids_or_none
def test_S17_an_exclusion_has_the_words_that_say_so_and_so_has_its_way_back(ids, status):
    clauses = LIST.children[0].children[0]
    gone = replace(clauses.children[1], text=STUB, status=status)
    new = law(article("a1", "1", replace(clauses, children=(clauses.children[0], gone, *clauses.children[2:]))))
    (excluded,), (inserted,) = (compared(ids, *pair).changes for pair in ((LIST, new), (new, LIST)))
    assert excluded.spans == {"text": (Span("delete", PLAN[1]), Span("insert", STUB))}
    assert inserted.spans == {"text": (Span("delete", STUB), Span("insert", PLAN[1]))}
    assert excluded.new.provision.text == inserted.old.provision.text == STUB
    assert excluded.new.address == excluded.old.address == inserted.old.address


def test_S17_an_article_that_says_in_its_heading_that_it_is_excluded_keeps_both_wordings():
    old = duties("Бюджет", "План")
    gone = replace(old.children[1], heading=STUB, children=(), status="excluded")
    (excluded,) = compare(old, replace(old, children=(old.children[0], gone))).changes
    assert excluded.spans == {"heading": (Span("delete", old.children[1].heading), Span("insert", STUB))}
    assert excluded.old.children == old.children[1].children


def test_S17_words_that_an_excluded_provision_only_keeps_are_not_inserted():
    clauses = LIST.children[0].children[0]
    gone = replace(clauses.children[1], status="excluded")
    new = law(article("a1", "1", replace(clauses, children=(clauses.children[0], gone, *clauses.children[2:]))))
    (excluded,) = compare(LIST, new).changes
    assert excluded.new is None
    assert excluded.spans == {"text": (Span("delete", PLAN[1]),)}


@ids_or_none
def test_S17_a_clause_that_takes_the_number_of_a_stub_is_linked_to_its_old_place(ids):
    old = listing(BUDGET, ("s2", "исключен;"), REPORT, RULES)
    new = listing(BUDGET, REPORT, RULES)
    assert compared(ids, old, new).totals == {"excluded": 1, "renumbered": 2}


def test_an_exclusion_is_no_exception():
    old = law(article("a1", "1", clause("c1", "1", "Исключение из реестра производит аким.")))
    new = law(article("a1", "1", clause("c1", "1", "Исключение из реестра производит кенес.")))
    assert found(old, new) == [("reworded", "c1")]


@ids_or_none
def test_S18_a_heading_changes_alone(ids):
    old, new = duties("Бюджет", "План"), duties("Бюджет", "План")
    changed = replace(new.children[1], heading="План развития")
    comparison = compared(ids, old, replace(new, children=(new.children[0], changed)))
    assert comparison.totals == {"reworded": 1}
    assert marked(comparison.changes[0].spans["heading"]) == "План{+ развития+}"


def citing(number, target, count=30):
    """A law in which many clauses cite one article, whose number is given."""
    words = f"статьей {number}"

    def cited(n):
        text = f"Вопрос {n} решается в соответствии со {words} настоящего Закона."
        start = text.index(words)
        reference = Reference("text", start, start + len(words), (target,), "ins+l")
        return clause(f"c{n}", str(n), text, references=(reference,))

    return article("a1", "1", *(cited(n) for n in range(1, count + 1)), heading="Отсылки")


def with_sources(number, *extra):
    return law(
        citing(number, "target"), *extra, article("target", str(number), heading="Источник", text="Норма права.")
    )


def test_S19_thirty_references_that_follow_a_renumbering_are_thirty_folded_changes():
    new = with_sources(3, article("a9", "2", heading="Новая", text="Новая норма права для всех."))
    comparison = compare(with_sources(2), new)
    assert comparison.totals == {"inserted": 1, "reference": 30, "renumbered": 1}
    assert {change.substantive for change in comparison.changes} == {False, True}
    assert all(not change.reasons for change in comparison.changes if change.classed == "reference")


def test_S19_targets_are_followed_through_trees_without_the_same_ids():
    old, new = with_sources(2), with_sources(3, article("a9", "2", heading="Новая", text="Новая норма права для всех."))
    renamed = {provision.id: f"n-{provision.id}" for provision in provisions(new)}

    def other(provision):
        references = tuple(
            replace(one, targets=tuple(renamed[target] for target in one.targets)) for one in provision.references
        )
        children = tuple(other(child) for child in provision.children)
        return replace(provision, id=renamed[provision.id], references=references, children=children)

    assert compare(old, other(new)).totals == {"inserted": 1, "reference": 30, "renumbered": 1}


def test_S19_a_reference_left_behind_by_a_renumbering_is_a_change_of_substance():
    inserted = article("a9", "2", heading="Новая", text="Новая норма права для всех.")
    new = with_sources(3, inserted)
    stale = law(citing(2, "a9", 1), *new.children[1:])
    comparison = compare(law(citing(2, "target", 1), *with_sources(2).children[1:]), stale)
    change = next(change for change in comparison.changes if change.provision == "c1")
    assert change.classed == "reworded"
    assert change.reasons == ("reference",)


@ids_or_none
def test_S20_a_list_may_start_at_any_number(ids):
    old = listing(BUDGET, PLAN, REPORT, start=15)
    own = old.children[0].children[0]
    inserted = unit("subclause", "s9", "15b", text="образует постоянные комиссии;")
    new = law(article("a1", "1", replace(own, children=(own.children[0], inserted, *own.children[1:]))))
    comparison = compared(ids, old, new)
    assert comparison.totals == {"inserted": 1}
    assert comparison.changes[0].new.address[-1] == ("subclause", "15b")


@ids_or_none
def test_the_final_mark_of_an_item_only_follows_its_place(ids):
    old = listing(BUDGET, ("s2", "принимает план развития территории."))
    new = listing(BUDGET, ("s2", "принимает план развития территории;"), ("s3", "заслушивает отчет акима."))
    comparison = compared(ids, old, new)
    assert [change.classed for change in comparison.changes] == ["typographic", "inserted"]
    assert text_of(comparison.changes[0]) == "принимает план развития территории[-~.-]{+~;+}"


def test_a_reference_at_the_end_of_an_item_that_is_no_longer_the_last_stays_folded():
    def cited(number, mark):
        text = f"дает согласие в порядке статьи {number}{mark}"
        start = text.index("статьи")
        return replace(items(("s1", text))[0], references=(Reference("text", start, len(text) - 1, ("a9",), "gen"),))

    def made(number, *more):
        own = clause("c1", "1", "Кенес:", cited(number, ";" if more else "."), *more)
        return law(article("a1", "1", own), article("a9", number, text=LAST))

    comparison = compare(made("2"), made("3", unit("subclause", "s2", "2", text="заслушивает отчет акима.")))
    change = next(change for change in comparison.changes if change.provision == "s1")
    assert change.classed == "reference"
    assert text_of(change) == "дает согласие в порядке [-@статьи 2.-]{+@статьи 3;+}"


@ids_or_none
def test_closing_words_take_the_mark_from_the_last_item(ids):
    old = listing(("s1", "жоспарды бекіту;"), ("s2", "бюджетті айқындау"), closing="жатады.", intro="Құзыретіне:")
    new = listing(
        ("s1", "жоспарды бекіту;"),
        ("s2", "бюджетті айқындау;"),
        ("s3", "есепті тыңдау"),
        closing="жатады.",
        intro="Құзыретіне:",
    )
    comparison = compared(ids, old, new)
    assert [change.classed for change in comparison.changes] == ["typographic", "inserted"]
    assert text_of(comparison.changes[0]) == "бюджетті [-~айқындау-]{+~айқындау;+}"


@ids_or_none
def test_the_mark_of_an_item_that_gets_items_of_its_own_only_follows_its_place(ids):
    def nested(mark, *inner):
        own = unit("subclause", "s2", "2", *inner, text=f"принимает план развития территории{mark}")
        return law(article("a1", "1", clause("c1", "1", "Кенес:", *items(BUDGET), own)))

    inner = unit("indent", "i1", text="дорог и площадей общего пользования.")
    assert compared(ids, nested("."), nested(";", inner)).totals == {"inserted": 1, "typographic": 1}


@pytest.mark.parametrize(("status", "expected"), [("excluded", "typographic"), ("removed", "reworded")])
def test_an_excluded_item_that_prints_keeps_the_full_stop_of_its_list(status, expected):
    gone = unit("subclause", "s3", "3", text="исключен.", status=status)

    def ended(mark, *more):
        own = clause("c1", "1", "Кенес:", *items(BUDGET, ("s2", f"принимает план развития территории{mark}")), *more)
        return law(article("a1", "1", own))

    assert compare(ended("."), ended(";", gone)).totals == {expected: 1}


@ids_or_none
def test_the_mark_of_a_part_that_ends_an_item_follows_the_place_of_the_item(ids):
    def parted(mark, *more):
        part = unit("passage", "p1", text=f"План публикуется в средствах массовой информации{mark}")
        own = unit("subclause", "s1", "1", part, text="принимает план развития территории.")
        return law(article("a1", "1", clause("c1", "1", "Кенес:", own, *more)))

    new = parted(";", unit("subclause", "s2", "2", text="заслушивает отчет акима."))
    assert compared(ids, parted("."), new).totals == {"inserted": 1, "typographic": 1}


@ids_or_none
def test_a_mark_that_changes_where_the_place_did_not_is_a_rewording(ids):
    new = listing(BUDGET, ("s2", "принимает план развития территории,"), REPORT, RULES)
    assert compared(ids, LIST, new).totals == {"reworded": 1}


@ids_or_none
def test_typography_alone_is_one_line_and_no_substance(ids):
    new = listing(BUDGET, ("s2", "принимает план развития\u00a0территории;"), REPORT, RULES)
    (change,) = compared(ids, LIST, new).changes
    assert change.classed == "typographic"
    assert not change.substantive


@ids_or_none
def test_closing_words_and_headings_are_compared_too(ids):
    old = listing(("s1", "жоспарды бекіту"), closing="жатады.", intro="Құзыретіне:")
    new = listing(("s1", "жоспарды бекіту"), closing="жатқызылады.", intro="Құзыретіне:")
    (change,) = compared(ids, old, new).changes
    assert marked(change.spans["closing"]) == "[-жатады-]{+жатқызылады+}."


@ids_or_none
def test_a_clause_is_known_by_its_words_when_its_list_and_the_verb_that_closes_it_went_elsewhere(ids):
    inner = items(("s1", "аумақты дамыту жоспарын;"), ("s2", "көшелерді абаттандыру қағидаларын"))
    words = "Кеңес қатысушылардың көпшілік даусымен мынадай мәселелерді"
    old = clause("c1", "1", words, *inner, closing="келіседі.")
    new = clause("c1", "1", words), clause("c2", "2", "Әкім мыналарды:", *inner, closing="келіседі.")
    comparison = compared(ids, law(article("a1", "1", old)), law(article("a1", "1", *new)))
    assert comparison.totals == {"inserted": 1, "moved": 2, "reworded": 1}
    assert (
        text_of(next(change for change in comparison.changes if change.classed == "inserted")) == "{+Әкім мыналарды:+}"
    )


@ids_or_none
def test_a_new_chapter_that_took_one_article_over_is_not_the_one_in_which_the_others_stayed(ids):
    articles = [
        article(
            f"a{n}", str(n), heading=f"Полномочия органа номер {n} в селе", text="Порядок устанавливает маслихат. " * n
        )
        for n in range(1, 5)
    ]
    old = law(unit("chapter", "h1", "1", *articles, heading="Органы"))
    stayed = unit("chapter", "h1", "1", *articles[:3], heading="Кенес и аким")
    comparison = compared(ids, old, law(stayed, unit("chapter", "h2", "2", articles[3], heading="Сход жителей")))
    assert comparison.totals == {"inserted": 1, "moved": 1, "reworded": 1}


def test_what_moved_into_an_inserted_article_is_a_change_of_its_own():
    report = "Аким ежегодно отчитывается перед кенесом о своей работе."
    old = law(article("a1", "1", clause("c1", "1", ONE), clause("c2", "2", report)))
    new = law(
        article("a1", "1", clause("c1", "1", ONE)),
        article("a9", "2", clause("c2", "1", report), clause("c9", "2", LAST), heading="Отчет"),
    )
    comparison = compare(old, new)
    assert [(change.classed, change.provision) for change in comparison.changes] == [
        ("inserted", "a9"),
        ("moved", "c2"),
    ]
    assert [child.id for child in comparison.changes[0].new.children] == ["c9"]


def test_what_moved_out_of_an_excluded_chapter_is_a_change_of_its_own():
    first, second = article("a1", "1", text=ONE), article("a2", "2", text=LAST)
    old = law(
        unit("chapter", "h1", "1", first, second, heading="Первая"),
        unit("chapter", "h2", "2", article("a3", "3", text=OTHER), heading="Вторая"),
    )
    new = law(unit("chapter", "h2", "1", replace(second, number="1"), article("a3", "2", text=OTHER), heading="Вторая"))
    comparison = compare(old, new)
    assert found(old, new) == [
        ("excluded", "h1"),
        ("renumbered", "h2"),
        ("moved", "a2"),
        ("renumbered", "a3"),
    ]
    assert [child.id for child in comparison.changes[0].old.children] == ["a1"]


def test_excluded_provisions_are_read_where_they_stood():
    new = listing(BUDGET, RULES, ("s9", "решает иные вопросы."))
    assert [change for _, change in found(LIST, new)] == ["s2", "s3", "s4", "s9"]


@ids_or_none
def test_a_tree_with_ids_and_one_without_are_compared_by_content(ids):
    old, new = duties("Бюджет", "План", "Отчет"), duties("Бюджет", "Отчет")
    comparison = compare(old, anonymous(new)) if ids else compare(anonymous(old), new)
    assert comparison.totals == {"excluded": 1, "renumbered": 1}


def reason_of(old, new):
    (change,) = compare(*(law(article("a", "1", heading="", text=text), heading="") for text in (old, new))).changes
    return change.reasons


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("в течение 15 дней", "в течение 45 дней", "period"),
        ("в течение пятнадцати рабочих дней", "в течение десяти рабочих дней", "period"),
        ("в течение десяти рабочих дней", "в течение десяти календарных дней", "period"),
        ("within fifteen days of the vote", "within thirty days of the vote", "period"),
        ("күнтізбелік отыз күн ішінде", "күнтізбелік он күн ішінде", "period"),
        ("жиырма жұмыс күнінен кешіктірмей", "он бес жұмыс күнінен кешіктірмей", "period"),
        ("сроком на четыре года", "сроком на три года", "period"),
        ("не менее 5 процентов жителей", "не менее 10 процентов жителей", "percentage"),
        ("тұрғындардың он пайызы", "тұрғындардың жиырма пайызы", "percentage"),
        ("at least 5 % of residents", "at least 10 % of residents", "percentage"),
        ("в размере 20 месячных расчетных показателей", "в размере 30 месячных расчетных показателей", "money"),
        ("сумма 5\u00a0000 тенге", "сумма 6\u00a0000 тенге", "money"),
        ("of $35,000,000 a year", "of $55,000,000 a year", "money"),
        ("с 1 января 2027 года", "с 1 февраля 2027 года", "date"),
        ("2027 жылғы 1 қаңтардан бастап", "2028 жылғы 1 қаңтардан бастап", "date"),
        ("from 1 January 2027 on", "from 22 February 2027 on", "date"),
        ("состоит из 9 членов", "состоит из 11 членов", "number"),
        ("состоит из девяти членов", "состоит из одиннадцати членов", "number"),
        ("аким обязан отчитаться", "аким вправе отчитаться", "modality"),
        ("әкім есеп беруге міндетті", "әкім есеп беруге құқылы", "modality"),
        ("the akim shall report", "the akim may report", "modality"),
        ("кенес вправе решать", "кенес не вправе решать", "negation"),
        ("шешім қабылданады", "шешім қабылданбайды", "negation"),
        ("the council may act", "the council may not act", "negation"),
        ("аким и кенес решают", "аким или кенес решают", "enumeration"),
        ("аким, кенес решают", "аким, собрание, кенес решают", "enumeration"),
        ("әкім және кеңес", "әкім немесе кеңес", "enumeration"),
        ("в порядке статьи 17 Закона", "в порядке статьи 18 Закона", "reference"),
        ("осы Заңның 17-бабында", "осы Заңның 18-бабында", "reference"),
        ("under article 17 of the Act", "under article 18 of the Act", "reference"),
    ],
)
def test_T14_a_rewording_says_what_it_touches(old, new, reason):
    assert reason in reason_of(old, new)
    assert reason in reason_of(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Кенес принимает решение открыто.", "Кенес выносит решение открыто."),
        ("в течение пять дней", "в течение пяти дней"),
        ("Решение подписывает он сам.", "Решение подписывает аким сам."),
        ("Аким обязан отчитаться.", "Акимы обязаны отчитаться."),
        ("The council takes a decision.", "The council makes a decision."),
    ],
)
def test_words_that_touch_no_norm_are_no_substance(old, new):
    assert reason_of(old, new) == ()


def test_numbers_that_changed_places_are_a_change_of_numbers():
    assert "number" in reason_of("из 15 депутатов и 20 жителей села", "из 20 депутатов и 15 жителей села")


def test_an_item_put_into_a_list_makes_the_enumeration_longer():
    new = listing(BUDGET, PLAN, ("s9", "образует комиссии;"), REPORT, RULES)
    assert compare(LIST, new).changes[0].reasons == ("enumeration",)


def test_P04_a_clause_too_long_to_compare_is_named_in_a_notice():
    old, new = (law(article("a7", "7", clause("c2", "2", part * 5_000))) for part in ("а б ", "б в "))
    (notice,) = compare(old, new).notices
    assert notice.startswith("article 7, clause 2: too long")


@ids_or_none
def test_P01_three_edits_in_eight_hundred_articles_are_three_changes(ids):
    def made(edited=()):
        texts = {n: f"Статья о предмете {n} действует на всей территории и во всех случаях." for n in range(800)}
        texts |= {n: texts[n].replace("во всех", "не во всех") for n in edited}
        return law(*(article(f"a{n}", str(n), clause(f"c{n}", "1", text), heading="") for n, text in texts.items()))

    comparison = compared(ids, made(), made((3, 400, 799)))
    assert comparison.totals == {"reworded": 3}
    assert {change.reasons for change in comparison.changes} == {("negation",)}


@pytest.mark.parametrize("count", [200, 2_000])
def test_P02_a_law_of_which_every_word_changed_is_compared(count):
    def rewritten(word):
        own = [clause("", str(n), f"{word}{n} {word}{n * 7} {word}{n * 3} и прочее в {word}.") for n in range(count)]
        return law(article("", "1", *own))

    comparison = compare(rewritten("слово"), rewritten("дело"))
    assert sum(comparison.totals.values()) >= count


def test_P02_a_law_of_one_clause_repeated_is_compared():
    def repeated(count):
        return law(
            article("", "1", *(clause("", str(n), "Аким ежегодно отчитывается перед кенесом.") for n in range(count)))
        )

    assert compare(repeated(900), repeated(1_000)).totals == {"inserted": 100}


def test_reordered_repetitive_articles_are_compared():
    def made(names):
        own = [clause("", "1", "Аким ежегодно отчитывается перед кенесом."), clause("", "2", LAST)]
        return law(*(article("", str(n), *own, heading=f"Отчет {name}") for n, name in enumerate(names)))

    comparison = compare(made(range(300)), made([*range(1, 300), 0]))
    assert comparison.totals == {"moved": 1, "renumbered": 299}


@given(st.permutations(range(8)), st.lists(st.integers(1, 9), min_size=8, max_size=8))
@settings(max_examples=50, deadline=None)
def test_as_few_as_possible_move_and_the_light_ones(order, weights):
    kept = sorted(heaviest_run(order, weights))
    assert [order[i] for i in kept] == sorted(order[i] for i in kept)
    runs = [
        run
        for size in range(len(kept), 9)
        for run in combinations(range(8), size)
        if all(order[i] < order[j] for i, j in pairwise(run))
    ]
    assert max(map(len, runs)) == len(kept)
    assert max(sum(weights[i] for i in run) for run in runs) == sum(weights[i] for i in kept)


def assert_sides_exact(change):
    for side, other in ((change.old, "insert"), (change.new, "delete")):
        for name in FIELDS:
            words = "".join(span.text for span in change.spans.get(name, ()) if span.operation != other)
            assert words == (side.provision.words(name) if side else "")


def standing(root):
    """Every standing provision by id: kind, number, words."""
    if root.status != "standing" and root.kind != "law":
        return {}
    own = {root.id: (root.kind, root.number if root.kind in NUMBERED else "", *map(root.words, FIELDS))}
    for child in root.children:
        own |= standing(child)
    return own


def applied(old, comparison):
    """The provisions of the new law, made from those of the old one by the changes alone."""
    made = standing(old)
    gone = [change.old for change in comparison.changes if change.new is None]
    for side in gone:
        for provision in (side.provision, *(inner for child in side.children for inner in provisions(child))):
            made.pop(provision.id)
    for change in comparison.changes:
        if change.new is None:
            continue
        words = ["".join(s.text for s in change.spans.get(name, ()) if s.operation != "delete") for name in FIELDS]
        own = change.new.provision
        made[own.id] = (change.kind, own.number if own.kind in NUMBERED else "", *words)
        for child in change.new.children:
            made |= standing(child)
    return made


@st.composite
def drafts(draw):
    language = draw(st.sampled_from(LANGUAGES))
    old = draw(laws(language))
    return old, draw(drafted(old, language))


@given(drafts())
@settings(max_examples=50, deadline=None)
def test_the_changes_applied_to_the_old_law_give_the_new_one(pair):
    old, new = pair
    assert applied(old, compare(old, new)) == standing(new)


@given(drafts())
@settings(max_examples=50, deadline=None)
def test_every_change_holds_both_wordings_and_is_of_one_class(pair):
    for old, new in (pair, tuple(map(anonymous, pair))):
        comparison = compare(old, new)
        for change in comparison.changes:
            assert_sides_exact(change)
            assert change.classed in CLASSES
            assert list(change.reasons) == [reason for reason in REASONS if reason in change.reasons]
        assert [change.id for change in comparison.changes] == [f"c{n + 1}" for n in range(len(comparison.changes))]
        assert compare(old, new) == comparison


@given(drafts())
@settings(max_examples=60, deadline=None)
def test_a_law_compared_with_itself_has_no_changes(pair):
    for tree in (*pair, *map(anonymous, pair)):
        comparison = compare(tree, tree)
        assert comparison.changes == ()
        assert comparison.concordance == ()


@given(drafts())
@settings(max_examples=60, deadline=None)
def test_no_two_provisions_have_one_counterpart_and_ids_decide(pair):
    old, new = pair
    pairs = compare(old, new).pairs
    assert len(set(pairs.values())) == len(pairs)
    places = {provision.id: path for path, provision in walk(old)}
    for path, provision in walk(new):
        if path in pairs:
            assert places[provision.id] == pairs[path]


@given(any_laws(), any_laws())
@settings(max_examples=60, deadline=None)
def test_trees_that_no_drafter_would_write_are_compared_all_the_same(old, new):
    comparison = compare(old, new)
    for change in comparison.changes:
        assert_sides_exact(change)
    assert compare(new, new).changes == ()
