import datetime
import hashlib
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.lawtext import fingerprint

FACTS = {
    "sequence": 57,
    "moment": datetime.datetime(2026, 11, 23, 9, 30, tzinfo=datetime.UTC),
    "person": "a.serikova@example.org",
    "act": "reword",
    "subject": "6f1c0f54-6f0c-4a74-9c67-0d9d2f3f0c11",
    "reason": "Уточнён срок",
    "rows": [{"model": "wording", "id": "w", "revision": 7, "text": "Срок составляет три года."}],
    "before": "0" * 64,
}

DRAFT = {
    "number": 2,
    "title": "После согласования",
    "date": datetime.date(2026, 11, 23),
    "entry_fingerprint": "1" * 64,
    "previous": "2" * 64,
    "documents": {"kk": "3" * 64, "ru": "4" * 64},
}


def test_the_canonical_form_has_sorted_keys_no_blanks_and_words_as_they_are():
    assert fingerprint.canonical({"б": "й", "а": [1, None]}) == '{"а":[1,null],"б":"й"}'.encode()


def test_equal_words_in_different_unicode_forms_have_different_fingerprints():
    composed, decomposed = "\u0439", "\u0438\u0306"
    assert unicodedata.normalize("NFC", decomposed) == composed
    assert fingerprint.of_entry({"text": composed}) != fingerprint.of_entry({"text": decomposed})


def test_the_fingerprint_of_an_entry_is_the_hash_of_its_canonical_form():
    facts = {**FACTS, "moment": "2026-11-23T09:30:00.000000+00:00"}
    form = json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert fingerprint.of_entry(FACTS) == hashlib.sha256(form.encode()).hexdigest()


def test_the_order_of_the_facts_does_not_matter():
    assert fingerprint.of_entry(dict(reversed(FACTS.items()))) == fingerprint.of_entry(FACTS)


def test_one_moment_has_one_fingerprint_in_every_time_zone():
    almaty = datetime.timezone(datetime.timedelta(hours=5))
    elsewhere = {**FACTS, "moment": FACTS["moment"].astimezone(almaty)}
    assert fingerprint.of_entry(elsewhere) == fingerprint.of_entry(FACTS)


@pytest.mark.parametrize("name", list(FACTS))
def test_each_fact_of_an_entry_counts(name):
    assert fingerprint.of_entry({**FACTS, name: "changed"}) != fingerprint.of_entry(FACTS)
    assert fingerprint.of_entry({key: FACTS[key] for key in FACTS if key != name}) != fingerprint.of_entry(FACTS)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("number", 3),
        ("title", "После заседания"),
        ("date", datetime.date(2026, 11, 24)),
        ("entry_fingerprint", "5" * 64),
        ("previous", ""),
        ("documents", {"kk": "3" * 64, "ru": "5" * 64}),
        ("documents", {"kk": "3" * 64}),
        ("documents", {"kk": "4" * 64, "ru": "3" * 64}),
    ],
)
def test_each_part_of_a_draft_counts(name, value):
    assert fingerprint.of_draft(**{**DRAFT, name: value}) != fingerprint.of_draft(**DRAFT)


def test_the_order_of_the_languages_does_not_matter():
    swapped = {**DRAFT, "documents": dict(reversed(DRAFT["documents"].items()))}
    assert fingerprint.of_draft(**swapped) == fingerprint.of_draft(**DRAFT)


@given(st.binary(min_size=1, max_size=200), st.data())
def test_a_document_with_one_byte_changed_has_another_fingerprint(content, data):
    place = data.draw(st.integers(0, len(content) - 1))
    changed = bytearray(content)
    changed[place] ^= data.draw(st.integers(1, 255))
    assert fingerprint.of_bytes(bytes(changed)) != fingerprint.of_bytes(content)


@pytest.mark.parametrize("value", [datetime.datetime(2026, 11, 23), float("nan"), {1, 2}, object()])
def test_what_has_no_single_form_is_refused(value):
    with pytest.raises((TypeError, ValueError)):
        fingerprint.of_entry({"moment": value})


def test_a_fingerprint_is_recognised_in_every_form_in_which_it_is_printed():
    digits = fingerprint.of_bytes(b"law")
    assert fingerprint.printed(digits) == f"sha256-{digits}"
    assert fingerprint.printed(fingerprint.printed(digits)) == fingerprint.printed(digits)
    assert fingerprint.bare(f"  SHA256-{digits.upper()}\n") == digits
    assert digits.startswith(fingerprint.bare(fingerprint.short(digits)))


def test_the_short_form_is_four_groups_of_four_digits():
    assert fingerprint.short("sha256-" + "0123456789abcdef" * 4) == "0123 4567 89ab cdef"
    assert fingerprint.short("") == fingerprint.printed("") == ""
