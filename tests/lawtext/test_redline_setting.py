import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.lawtext.changes import CLASSES, REASONS, Comparison, Span
from articles.lawtext.comparison import compare
from articles.lawtext.edition import Edition
from articles.lawtext.exporters.redline_letters import foreign_letters
from articles.lawtext.exporters.redline_setting import RedlineIncomplete, Setting, set_out
from articles.lawtext.exporters.redline_units import Fold, Piece, Unit, pieces, rows_of, seen, spellings
from articles.lawtext.exporters.redline_words import (
    CLASSED,
    PHRASES,
    REASONED,
    SIGNS,
    edition_name,
    place,
    units_between,
    what_is_substantive,
)
from articles.lawtext.numbering import renumbered
from articles.lawtext.provision import FIELDS, Provision, anonymous, list_end, walk
from articles.lawtext.units import LANGUAGES

from . import redline_example as example

ADDRESSES = [
    ((("article", "17"), ("clause", "2")), "Статья 17, пункт 2", "17-бап, 2-тармақ", "Article 17, point 2"),
    (
        (("article", "5-1"), ("clause", "1"), ("subclause", "3")),
        "Статья 5-1, пункт 1, подпункт 3)",
        "5-1-бап, 1-тармақ, 3) тармақша",
        "Article 5-1, point 1, subpoint 3)",
    ),
    ((("article", "4"), ("passage", "2")), "Статья 4, часть вторая", "4-бап, екінші бөлік", "Article 4, part two"),
    ((("chapter", "3"), ("paragraph", "1")), "Глава 3, параграф 1", "3-тарау, 1-параграф", "Chapter 3, paragraph 1"),
    ((("article", "4"), ("table", "2")), "Статья 4, таблица", "4-бап, кесте", "Article 4, table"),
    ((("annex", ""),), "Приложение", "Қосымша", "Annex"),
    ((), "Наименование закона", "Заңның атауы", "Title of the law"),
]


def shown(setting: Setting) -> list[Unit]:
    return [unit for block in setting.blocks for unit in (block.units if isinstance(block, Fold) else (block,))]


def set_example(comparison: Comparison, language: str = "ru") -> Setting:
    return set_out(comparison, *example.editions(language))


@pytest.mark.parametrize(("address", "ru", "kk", "en"), ADDRESSES)
def test_a_place_is_named_from_the_largest_unit_down(address: tuple, ru: str, kk: str, en: str) -> None:
    assert [place(address, language) for language in ("ru", "kk", "en")] == [ru, kk, en]


@pytest.mark.parametrize(("language", "words"), [("ru", "Статьи 3–16"), ("kk", "3–16-баптар"), ("en", "Articles 3–16")])
def test_a_run_of_articles_is_named_by_its_ends(language: str, words: str) -> None:
    assert units_between("article", "3", "16", language) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_there_in_every_language_with_the_same_gaps(language: str) -> None:
    gaps = {name: phrase.count("{") for name, phrase in PHRASES["ru"].items()}
    assert {name: phrase.count("{") for name, phrase in PHRASES[language].items()} == gaps
    assert set(CLASSED[language]) == set(SIGNS) == set(CLASSES)
    assert set(REASONED[language]) == set(REASONS)


@pytest.mark.parametrize(
    ("edition", "name"),
    [
        (Edition("law", draft=3, title="Второе чтение"), "Редакция 3. Второе чтение"),
        (Edition("law"), "Рабочий текст"),
        (Edition(source="draft.docx"), "Файл draft.docx"),
    ],
)
def test_an_edition_says_what_it_is(edition: Edition, name: str) -> None:
    assert edition_name(edition, "ru") == name


def test_a_pair_that_changes_nothing_of_substance_is_one_piece() -> None:
    assert pieces(example.spans("по [tстатье 5=статье\u00a05t] и [rстатье 6=статье 7r]")) == (
        Piece("equal", "по "),
        Piece("folded", "статье\u00a05", "статье 5", "typographic"),
        Piece("equal", " и "),
        Piece("folded", "статье 7", "статье 6", "reference"),
    )


def test_words_that_stand_in_another_part_are_not_shown_as_new_or_gone() -> None:
    looks = [piece.look for piece in pieces(example.spans("а[-б-][<в>]{+г+}{>д<}"))]
    assert looks == ["equal", "delete", "gone", "insert", "moved"]


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("[-Аким созывает собрание жителей.-]{+Собрание созывает кенес в марте.+}", True),
        ("Первое. [-Аким созывает собрание жителей.-]{+Собрание созывает кенес в марте.+} Третье.", True),
        ("Аким [-созывает собрание всех жителей.-]{+проводит сход всех граждан.+}", False),
        ("Да. [-Нет.-]{+Может быть.+}", False),
        ("Порядок ст. [-Пять шесть семь восемь-]{+Раз два три четыре+} лет.", False),
    ],
)
def test_only_whole_sentences_stand_one_above_the_other(marked: str, whole: bool) -> None:
    assert any(piece.whole for piece in pieces(example.spans(marked))) is whole


SPANS = st.lists(
    st.builds(
        Span,
        st.sampled_from(["equal", "insert", "delete"]),
        st.text("аб. ;\t\n", min_size=1, max_size=12),
        st.sampled_from(["", "", "typographic", "split"]),
    ),
    max_size=8,
)


@given(SPANS)
def test_no_word_is_lost_between_spans_and_pieces(spans: list[Span]) -> None:
    marked = pieces(spans)
    new = "".join(piece.text for piece in marked if piece.look not in ("delete", "gone"))
    old = "".join(piece.was or piece.text for piece in marked if piece.look not in ("insert", "moved"))
    assert new == example.one_side(spans, "delete")
    assert old == example.one_side(spans, "insert")


def test_a_spelling_is_told_and_one_that_cannot_be_seen_is_said_to_be_so() -> None:
    change = example.change("typographic", "a", text='[t"x"=«x»t] на [t5 000=5\u00a0000t] [tсло\u00adво=словоt]')
    assert spellings(change) == [('"x"', "«x»"), ("", ""), ("", "")]


def test_hidden_characters_and_foreign_letters_are_set_apart() -> None:
    assert list(seen("нор\u200bма негiзгi")) == [
        ("нор", ""),
        ("\u200b", "zero-width U+200B"),
        ("ма нег", ""),
        ("i", "look-alike U+0069"),
        ("зг", ""),
        ("i", "look-alike U+0069"),
    ]


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("Жергiлiктi [-бюджет-]{+жоспар+}", "В абзаце букв другого алфавита: 3 (латиница: i)"),
        ("{+Cрок и договop+} Bудапешт", "В абзаце букв другого алфавита: 4 (латиница: B, C, o, p)"),
        ("{+Тhе+} lаw", "В абзаце букв другого алфавита: 2 (латиница: h; кириллица: а)"),
        ("Жергiлiктi бюджет", ""),
        ("Срок [-пять-]{+шесть+} лет", ""),
        ("Норма {+но\u200bвая+}", ""),
    ],
)
def test_letters_of_another_alphabet_are_counted_in_a_paragraph_that_changed(marked: str, told: str) -> None:
    unit = Unit("clause", "text", "1.", pieces=pieces(example.spans(marked)), look="reworded")
    assert foreign_letters(unit, "ru") == told


def test_a_mark_that_reaches_beyond_a_cell_leaves_the_table_as_lines() -> None:
    inside = rows_of(pieces(example.spans("а\tб\nв\t[-г-]{+д+}")))
    assert [[[piece.text for piece in cell] for cell in row] for row in inside] == [[["а"], ["б"]], [["в"], ["г", "д"]]]
    assert rows_of(pieces(example.spans("а\tб{+\nв\tг+}"))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_is_told_once_under_its_number(language: str) -> None:
    setting = set_example(example.russian(), language)
    told = [unit.number for unit in shown(setting) if unit.entry]
    assert sorted(told) == list(range(1, len(setting.entries) + 1))
    assert [entry.change for entry in setting.entries] == list(example.russian().changes)


def test_a_change_without_a_place_is_an_error_and_never_silence() -> None:
    comparison = example.russian()
    stranger = replace(comparison.changes[2], new=example.side(example.kazakh().new, "s3"))
    broken = replace(comparison, changes=(*comparison.changes, stranger))
    with pytest.raises(RedlineIncomplete, match=str(len(broken.changes))):
        set_example(broken)


def test_what_was_excluded_stands_where_it_stood() -> None:
    units = shown(set_example(example.russian()))
    article = [unit for unit in units if unit.kind in ("clause", "subclause")]
    numbers = [(unit.label, unit.look) for unit in article if unit.entry and unit.number in (3, 4, 5)]
    assert numbers == [("3)", "inserted"), ("2.", "excluded"), ("2.", "reworded")]


@pytest.mark.parametrize("status", ["standing", "excluded"])
def test_words_of_an_exclusion_stand_once_behind_the_norm_that_they_exclude(status: str) -> None:
    units = shown(set_example(compare(*example.excluded_in_words(status))))
    clause, heading, text = (unit for unit in units if unit.look == "excluded")
    stub = "Исключен Законом РК от 09.02.2009 № 126."
    told = [[(piece.look, piece.text) for piece in unit.pieces] for unit in (clause, heading, text)]
    assert told == [
        [("delete", "Пасека осматривается раз в год."), ("insert", stub)],
        [("delete", "Надзор за пчелами"), ("insert", stub)],
        [("delete", "Надзор осуществляется государством.")],
    ]
    assert sum(piece.text == stub for unit in units for piece in unit.pieces) == 2


def test_an_excluded_article_and_an_inserted_one_of_the_same_number_stand_in_that_order() -> None:
    headings = [unit for unit in shown(set_example(example.russian())) if unit.label == "Статья 27."]
    assert [unit.look for unit in headings] == ["excluded", "inserted"]


def test_both_ends_of_a_move_lead_to_each_other() -> None:
    setting = set_example(example.russian())
    by_anchor = {unit.anchor: unit for unit in shown(setting) if unit.anchor}
    here, there = by_anchor["c7"], by_anchor["c7-from"]
    assert [(link.place, link.anchor) for link in here.links] == [("Статья 19, пункт 2", "c7-from")]
    assert [(link.place, link.anchor) for link in there.links] == [("Статья 18, пункт 2", "c7")]
    assert there.away
    assert {piece.look for piece in there.pieces} == {"gone"}


def test_every_link_leads_to_a_paragraph_that_is_shown() -> None:
    units = shown(set_example(example.russian()))
    anchors = {unit.anchor for unit in units}
    assert {link.anchor for unit in units for link in unit.links} <= anchors


def test_parts_of_a_split_and_of_a_merger_are_linked() -> None:
    units = shown(set_example(example.russian()))
    ways = {unit.number: [(link.phrase, link.anchor) for link in unit.links] for unit in units if unit.entry}
    assert (ways[11], ways[12]) == ([("destination", "c12")], [("origin", "c11")])
    assert (ways[17], ways[18]) == ([("origin", "c18")], [("destination", "c17")])


def test_articles_without_a_change_of_words_are_folded_into_a_line() -> None:
    folds = [block.words for block in set_example(example.russian()).blocks if isinstance(block, Fold)]
    assert folds == [
        "Статьи 1–15: без изменений",
        "Статьи 23–24: обновлена ссылка – 1, оформление – 1",
        "Статьи 28–40: без изменений",
    ]


def test_a_fold_names_the_old_numbers_too() -> None:
    comparison = compare(
        example.law("О", *example.quiet_articles(1, 4)),
        renumbered(
            example.law("О", example.p("article", "", "n", "Новая норма.", heading="Н"), *example.quiet_articles(1, 4))
        ),
    )
    folds = [block.words for block in set_example(comparison).blocks if isinstance(block, Fold)]
    assert folds == ["Статьи 2–5 ← 1–4: новый номер – 4"]


def test_both_lists_together_give_every_number_and_the_folded_one_says_which_it_has() -> None:
    setting = set_example(example.russian())
    assert sorted(entry.number for entry in (*setting.loud, *setting.quiet)) == list(range(1, 22))
    assert setting.quiet_heading == "Номера, ссылки и оформление: 5 (№ 6, 8, 13, 15–16)"


def test_what_came_or_went_is_of_substance_whatever_its_reasons_are() -> None:
    entries = set_example(example.russian()).entries
    told = {entry.number: entry.what for entry in entries if entry.change.classed in ("inserted", "excluded")}
    assert told[4] == "исключено: по существу"
    assert all(entry.reasons for entry in entries if entry.number in told)
    assert [entry.change.substantive for entry in entries] == [bool(entry.reasons) for entry in entries]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_key_explains_every_word_behind_the_sign_of_substance(language: str) -> None:
    told = what_is_substantive(language)
    assert all(word in told for word in REASONED[language].values())
    assert told.startswith(PHRASES[language]["substantive"])


def test_a_number_is_never_marked_as_text() -> None:
    renumbered_clause = next(unit for unit in shown(set_example(example.russian())) if unit.number == 6)
    assert (renumbered_clause.label, renumbered_clause.was) == ("3.", "4.")
    assert {piece.look for piece in renumbered_clause.pieces} == {"equal"}


def test_closing_words_stand_behind_the_list_they_end() -> None:
    units = [unit for unit in shown(set_example(example.kazakh(), "kk")) if unit.kind in ("clause", "subclause")]
    assert [(unit.field, unit.look) for unit in units] == [
        ("text", ""),
        ("text", ""),
        ("text", ""),
        ("text", "inserted"),
        ("closing", "reworded"),
    ]


def test_equal_laws_are_said_to_be_equal() -> None:
    law = example.russian().new
    setting = set_example(example.compared(law, law))
    assert setting.summary == PHRASES["ru"]["none"]
    assert not setting.entries
    assert not any(unit.look for unit in shown(setting))


def test_changes_of_numbers_only_are_said_to_be_such() -> None:
    comparison = example.russian()
    quiet = [change for change in comparison.changes if change.classed == "renumbered"]
    only = replace(comparison, old=comparison.new, changes=tuple(quiet), pairs={p: p for p, _ in walk(comparison.new)})
    assert PHRASES["ru"]["quiet_only"] in set_example(only).summary


def test_the_concordance_names_every_provision_that_the_comparison_lists() -> None:
    comparison = example.russian()
    assert len(set_example(comparison).concordance) == len(comparison.concordance)


WORDS = "кенес аким бюджет собрание жители порядок решение срок устав староста"


@st.composite
def laws(draw: st.DrawFn) -> tuple[Provision, Provision]:
    """A law and what became of it: clauses reworded, dropped, added, moved, articles swapped."""
    chance = random.Random(draw(st.integers(0, 10**6)))
    names = iter(range(10**6))

    def clause() -> Provision:
        words = " ".join(chance.choice(WORDS.split()) for _ in range(chance.randint(4, 9)))
        listed = tuple(
            Provision("subclause", text=f"{chance.choice(WORDS.split())} {next(names)};", id=f"s{next(names)}")
            for _ in range(chance.choice((0, 0, 2)))
        )
        closing = "жатады." if listed and chance.random() < 0.5 else ""
        return Provision("clause", text=f"{words}.", closing=closing, children=listed, id=f"c{next(names)}")

    def article() -> Provision:
        clauses = tuple(clause() for _ in range(chance.randint(1, 4)))
        return Provision("article", heading=f"О {next(names)}", children=clauses, id=f"a{next(names)}")

    def changed(unit: Provision) -> Provision:
        words = unit.text.split()
        words[chance.randrange(len(words))] = chance.choice(WORDS.split())
        return replace(unit, text=" ".join(words))

    old = [article() for _ in range(chance.randint(1, 5))]
    moved: list[Provision] = []
    new: list[Provision] = []
    for unit in old:
        clauses = []
        for child in unit.children:
            fate = chance.random()
            if fate < 0.12:
                moved.append(child)
            elif fate > 0.12 + 0.12:
                clauses.append(changed(child) if fate > 0.8 else child)
        clauses += [clause()] if chance.random() < 0.3 else []
        clauses += [moved.pop()] if moved and chance.random() < 0.6 else []
        if chance.random() > 0.1:
            new.append(replace(unit, children=tuple(clauses)))
    if chance.random() < 0.3:
        chance.shuffle(new)
    if len(new) > 1 and chance.random() < 0.3:
        one, two = chance.sample(range(len(new)), 2)  # A clause becomes part of another, in another article perhaps.
        whole, part = new[one].children[:1], new[two].children[-1:]
        if whole and part and whole != part:
            joined = replace(whole[0], text=f"{whole[0].text} {part[0].text}")
            new[one] = replace(new[one], children=(joined, *new[one].children[1:]))
            new[two] = replace(new[two], children=new[two].children[:-1])
    roots = (Provision("law", heading="О кенесе", children=tuple(units), id="law") for units in (old, new))
    before, after = (renumbered(root) for root in roots)
    return (before, after) if chance.random() < 0.6 else (anonymous(before), anonymous(after))


def read(provision: Provision) -> list[str]:
    """The words of a law in reading order."""
    end = list_end(provision)
    inside = [words for child in provision.children[:end] for words in read(child)]
    after = [words for child in provision.children[end:] for words in read(child)]
    own = [provision.heading, provision.text, *inside, provision.closing, *after]
    return [words for words in own if words]


@settings(max_examples=80, deadline=None)
@given(laws())
def test_without_what_is_gone_the_redline_reads_as_the_new_law(pair: tuple[Provision, Provision]) -> None:
    comparison = compare(*pair)
    units = [unit for unit in shown(set_example(comparison)) if not unit.away and unit.look != "excluded"]
    texts = ["".join(p.text for p in unit.pieces if p.look not in ("delete", "gone")) for unit in units]
    assert [text for text in texts if text] == read(comparison.new)[1:]


@settings(max_examples=80, deadline=None)
@given(laws())
def test_every_word_of_the_old_law_is_in_the_redline(pair: tuple[Provision, Provision]) -> None:
    comparison = compare(*pair)
    texts = {
        "".join(p.was or p.text for p in unit.pieces if p.look not in ("insert", "moved"))
        for unit in shown(set_example(comparison))
        if unit.look != "inserted"
    }
    moved = {
        "".join(p.was or p.text for p in unit.pieces if p.look != "insert") for unit in shown(set_example(comparison))
    }
    words = {unit.words(name) for _, unit in walk(comparison.old) for name in FIELDS if unit.kind != "law"}
    assert words - {""} <= texts | moved


@settings(max_examples=80, deadline=None)
@given(laws())
def test_every_change_is_shown_and_every_way_leads_to_its_other_end(pair: tuple[Provision, Provision]) -> None:
    setting = set_example(compare(*pair))
    anchors = [unit.anchor for unit in shown(setting) if unit.anchor]
    assert len(anchors) == len(set(anchors))
    assert {f"c{entry.number}" for entry in setting.entries} <= set(anchors)
    assert {link.anchor for unit in shown(setting) for link in unit.links} <= set(anchors)
