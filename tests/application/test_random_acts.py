"""Two hundred random acts of every verb: acts, history, drafts and comparison agree, for laws in both modes."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from uuid import UUID

import pytest
from django.db import transaction

from articles import procedures
from articles.lawtext.comparison import compare
from articles.lawtext.importers import read
from articles.lawtext.lists import ended
from articles.lawtext.provision import (
    FIELDS,
    LISTED,
    NUMBERED,
    anonymous,
    identified,
    misplaced,
    provisions,
    rebuilt,
    walk,
)
from articles.models import Entry, Law, Person, Provision
from articles.procedures.errors import ActRefused
from articles.texts.sources import draft_text
from articles.texts.verification import mismatches_in

from .expected_changes import Expected, covers, standing
from .random_acts import ACTS, REFUSED, Drafter
from .random_law import LANGUAGES, law_text

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

LIVES = ((11, "drafting"), (12, "amending"))
"""Seed and numbering mode; the numbers of the text bring the mode with them."""
ACTS_BEFORE, ACTS_BETWEEN = 20, 200


@dataclass(frozen=True)
class Outcome:
    """What the law says, by language, what does not verify, and what was refused on the way there."""

    trees: dict
    mismatches: list
    refused: tuple = ()


@dataclass(frozen=True)
class Life:
    """All that the tests ask of a law and its two drafts, as values."""

    performed: Counter
    refused: Counter
    sequences: list
    origins: dict
    moved_by_hand: set
    frozen: Outcome
    undone: Outcome
    restored: Outcome
    comparisons: dict


@pytest.fixture(scope="module")
def lived(django_db_setup, django_db_blocker):
    """Lives by seed and mode, each lived once for all tests of the module; nothing of it stays in the database."""

    @cache
    def once(seed, mode):
        with django_db_blocker.unblock(), transaction.atomic():
            found = live(seed, mode)
            transaction.set_rollback(True)
        return found

    return once


@pytest.fixture(params=LIVES, ids=lambda life: f"{life[1]}-{life[0]}")
def life(request, lived):
    return lived(*request.param)


def live(seed, mode):
    random = Random(seed)
    person = Person.objects.create(email=f"{seed}@group.example.kz", name="Асель Серикова", language="ru")
    by = procedures.By(person=person)
    drafter = Drafter(loaded(random, mode, by), by, random)
    drafter.perform(ACTS_BEFORE, after_each=assert_is_lawful)
    first = procedures.freeze(drafter.law, "Первая", by=by)
    drafter.perform(ACTS_BETWEEN, after_each=assert_is_lawful)
    second = procedures.freeze(drafter.law, "Вторая", by=by)
    law = drafter.law
    origins = Provision.objects.filter(law=law).exclude(origin=None).values_list("id", "origin")
    return Life(
        performed=drafter.performed,
        refused=drafter.refused,
        sequences=list(law.entries.order_by("sequence").values_list("sequence", flat=True)),
        origins={str(second): str(first) for second, first in origins},
        moved_by_hand={str(entry.subject) for entry in law.entries.filter(act=Entry.Act.MOVE)},
        frozen=outcome(law),
        undone=tried(law, lambda: undo_back_to(first, by)),
        restored=tried(law, lambda: procedures.restore_draft(law, first, by=by)),
        comparisons={code: compare(draft_text(first, code).root, draft_text(second, code).root) for code in LANGUAGES},
    )


def tried(law, act):
    """What comes of an act that is then rolled back."""
    with transaction.atomic():
        refused = act()
        found = outcome(law, refused if isinstance(refused, tuple) else ())
        transaction.set_rollback(True)
    return found


def outcome(law, refused=()):
    law = Law.objects.get(pk=law.pk)
    return Outcome({code: law.as_provision(code) for code in LANGUAGES}, mismatches_in(law), refused)


def undo_back_to(draft, by):
    """Undoes every entry after a draft, the last one first; returns those that were refused."""
    refused = []
    entries = draft.law.entries.filter(sequence__gt=draft.entry.sequence).exclude(act=Entry.Act.FREEZE)
    for entry in entries.order_by("-sequence"):
        try:
            procedures.undo(draft.law, entry, by=by)
        except ActRefused as refusal:
            refused.append(f"{entry}: {refusal}")
    return tuple(refused)


def loaded(random, mode, by):
    """A generated law in both languages."""
    texts = law_text(random, in_force=mode == "amending")
    imported = read("law.txt", texts["ru"].encode(), "ru")
    root = identified(imported.root, lambda: str(UUID(int=random.getrandbits(128), version=4)))
    law = procedures.load("law", replace(imported, root=root), by=by)
    assert law.numbering == mode
    assert procedures.add_language(law, read("law.txt", texts["kk"].encode(), "kk"), by=by) == ()
    return law


# What holds after every act


def assert_is_lawful(drafter):
    """Every unit stands where it may, numbers are given once, list items end as their place asks (in Kazakh, for the
    sake of time, it is asked after every fifth act).
    """
    root = drafter.tree("ru")
    assert misplaced(root) == []
    assert numbers_given_twice(root) == []
    assert [node for node in provisions(root) if node.number and node.kind not in NUMBERED] == []
    for language in LANGUAGES if drafter.performed.total() % 5 == 0 else ("ru",):
        assert list(badly_ended(drafter.tree(language))) == []


def numbers_given_twice(tree):
    """(kind, number, unit in which it is counted) of numbers that print more than once."""
    counted = Counter()

    def count(node, article, parent):
        scope = {"article": tree.id, "chapter": tree.id, "clause": article}.get(node.kind, parent)
        counted[node.kind, node.number, scope] += node.kind in NUMBERED
        for child in node.children:
            count(child, node.id if node.kind == "article" else article, node.id)

    count(tree, tree.id, "")
    return [numbered for numbered, times in counted.items() if times > 1]


def badly_ended(tree):
    """List items without units of their own that do not end with the mark of their place, and how they should."""
    for node in provisions(tree):
        children = node.children
        for place, item in enumerate(children):
            if item.kind not in LISTED or item.status != "standing" or node.kind in LISTED or item.children:
                continue
            last = not (children[place + 1 :] and children[place + 1].kind in LISTED)
            closed = bool(node.closing) and "passage" not in {child.kind for child in children[:place]}
            if ended(item.text, last, closed) != item.text:
                yield item.text, ended(item.text, last, closed)


# 1. Entries and history


def test_every_verb_was_performed_and_what_must_be_refused_was(life):
    assert set(ACTS) - REFUSED - set(life.performed) <= {"free_number"}
    assert life.refused.total() > len(REFUSED)


def test_every_entry_verifies(life):
    assert life.frozen.mismatches == []


def test_the_sequence_has_no_gaps(life):
    assert life.sequences == list(range(1, len(life.sequences) + 1))


@pytest.mark.parametrize("draft", ["old", "new"])
def test_both_languages_keep_one_structure(life, draft):
    shapes = [
        [(path, node.id, node.kind, node.number, node.status) for path, node in walk(getattr(comparison, draft))]
        for comparison in life.comparisons.values()
    ]
    assert shapes[0] == shapes[1]


# 2. The comparison finds exactly what was done


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def comparison(life, language):
    return life.comparisons[language]


@pytest.fixture
def expected(comparison):
    return Expected(standing(comparison.old), standing(comparison.new), joints_in(comparison))


def joints_in(comparison):
    """(class, whole, parts) of the splits and mergers that the comparison found."""
    parts = {}
    for change in comparison.changes:
        if change.classed == "split":
            whole = change.origins[0] if change.origins else change.provision
            parts.setdefault(("split", whole), set()).add(change.provision)
        elif change.classed == "merged" and change.new is not None:
            parts["merged", change.provision] = {change.provision, *change.origins}
    return tuple((classed, whole, tuple(sorted(ids))) for (classed, whole), ids in parts.items())


def test_every_change_is_found_and_no_other(comparison, expected):
    found = {change.provision: change.classed for change in comparison.changes}
    assert len(found) == len(comparison.changes)
    moved = {id for id, classed in found.items() if classed == "moved"}
    assert found == expected.classes(moved)


def test_no_more_is_moved_than_must_be(comparison, expected):
    classes = {change.provision: change.classed for change in comparison.changes}
    moved = {id for id, classed in classes.items() if classed == "moved"}
    other_level = {id for id, classed in classes.items() if classed in ("level", "split", "merged")}
    assert expected.order_faults(moved, other_level) == []


def test_what_is_split_or_merged_holds_the_same_words(expected):
    for classed, whole, parts in expected.joints:
        one, other = (expected.old, expected.new) if classed == "split" else (expected.new, expected.old)
        assert covers(one[whole].node.text, [other[part].node.text for part in parts])


def test_a_split_whose_halves_were_left_alone_is_found(life, expected):
    found = {part for classed, _whole, parts in expected.joints if classed == "split" for part in parts}
    for second, first in life.origins.items():
        if is_untouched_split(expected, first, second):
            assert second in found


def is_untouched_split(expected, first, second):
    """Whether both halves stand side by side and say together what the whole said."""
    if first not in expected.old or second in expected.old or not {first, second} <= expected.new.keys():
        return False
    siblings = expected.new[expected.new[first].parent].children
    if second not in siblings or siblings.index(second) != siblings.index(first) + 1:
        return False
    halves = f"{expected.new[first].node.text} {expected.new[second].node.text}"
    return expected.old[first].node.text.split() == halves.split()


def test_the_totals_agree(comparison, expected):
    moved = {change.provision for change in comparison.changes if change.classed == "moved"}
    assert comparison.totals == dict(Counter(expected.classes(moved).values()))


def test_the_spans_of_the_changes_make_the_new_words_of_the_old(comparison):
    made, wanted = (
        {id: all_words(unit.node) for id, unit in standing(tree).items()} for tree in (comparison.old, comparison.new)
    )
    for change in comparison.changes:
        for node in whole(change.old) if not stands(change.new) else ():
            assert made.pop(node.id) == all_words(node)
        for node in whole(change.new) if not stands(change.old) else ():
            made[node.id] = all_words(node)
        words = applied(change)
        if stands(change.new):
            made[change.provision] = words
    assert made == wanted


def all_words(node):
    return {name: node.words(name) if node else "" for name in FIELDS}


def stands(side):
    """Whether it is a provision in the text; an excluded one may print a line that says so."""
    return side is not None and side.provision.status == "standing"


def whole(side):
    """What comes or goes with one change."""
    return provisions(replace(side.provision, children=side.children))


def applied(change):
    """The words of the new side, made by the spans from those of the old one."""
    old, new = (all_words(side and side.provision) for side in (change.old, change.new))
    spans = {name: change.spans.get(name, ()) for name in FIELDS}
    assert {name: side_of(spans[name], "insert") for name in FIELDS} == old
    made = {name: side_of(spans[name], "delete") for name in FIELDS}
    assert made == new
    return made


def side_of(spans, other):
    """One side of a redline: the spans without the operation of the other."""
    return "".join(span.text for span in spans if span.operation != other)


def test_the_concordance_lists_every_other_number(comparison, expected):
    numbers = {
        (id, unit.node.number, expected.new[id].node.number)
        for id, unit in expected.old.items()
        if id in expected.new and {unit.node.kind, expected.new[id].node.kind} <= NUMBERED
    }
    assert set(comparison.concordance) == {(id, one, other) for id, one, other in numbers if one != other}


# 3. Without ids


@pytest.fixture
def comparisons(lived):
    """(comparison, ids that were moved by hand, the same comparison without ids) of every life and language."""
    lives = [lived(*which) for which in LIVES]
    return [
        (comparison, life.moved_by_hand, compare(anonymous(comparison.old), anonymous(comparison.new)))
        for life in lives
        for comparison in life.comparisons.values()
    ]


def moves(comparison):
    """The id of every moved provision by where it stood and stands."""
    places = [{id(node): path for path, node in walk(tree)} for tree in (comparison.old, comparison.new)]
    return {
        (places[0][id(change.old.provision)], places[1][id(change.new.provision)]): change.provision
        for change in comparison.changes
        if change.classed == "moved"
    }


def test_nine_of_ten_moves_by_hand_are_found_without_ids(comparisons):
    """What a split or a change of level carried along is no move by hand: without ids the unit that kept its contents
    is the old one, so that they have not moved.
    """
    moved, found = 0, 0
    for comparison, by_hand, bare in comparisons:
        places = {place for place, id in moves(comparison).items() if id in by_hand}
        moved, found = moved + len(places), found + len(places & moves(bare).keys())
    assert moved > 20 * len(LIVES)
    assert found >= 0.9 * moved


def test_nine_of_ten_moved_provisions_are_recognised_without_ids(comparisons):
    moved, found = 0, 0
    for comparison, _by_hand, bare in comparisons:
        pairs = {(old, new) for new, old in bare.pairs.items()}
        moved, found = moved + len(moves(comparison)), found + len(moves(comparison).keys() & pairs)
    assert found >= 0.9 * moved


# 4. and 5. Back to the first draft


def test_undoing_everything_returns_to_the_first_draft_to_the_letter(life, language):
    assert life.undone.refused == ()
    assert life.undone.trees[language] == life.comparisons[language].old
    assert life.undone.mismatches == []


def test_restoring_the_first_draft_gives_its_documents(life, language):
    assert without_dead(life.restored.trees[language]) == without_dead(life.comparisons[language].old)
    assert life.restored.mismatches == []


def without_dead(tree):
    """The tree without references to what it does not hold: where their target has another number now they come back
    as words.
    """
    ids = {node.id for node in provisions(tree)}

    def living(node):
        return replace(node, references=tuple(one for one in node.references if ids.issuperset(one.targets)))

    return rebuilt(tree, living)
