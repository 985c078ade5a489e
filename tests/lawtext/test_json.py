import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.lawtext.edition import Edition
from articles.lawtext.exporters.json import NotALaw, from_json, tree_from_json, tree_to_json, write
from articles.lawtext.provision import Provision, Reference

from .any_law import any_laws

CLAUSE = Provision(
    kind="clause",
    number="2-1",
    text="В соответствии со статьей 5.",
    closing="",
    id="00000000-0000-4000-8000-000000000001",
    status="expired",
    references=(Reference("text", 15, 27, ("00000000-0000-4000-8000-000000000002",), "ins"),),
)


@given(any_laws(), st.sampled_from(("kk", "ru", "en")))
@settings(max_examples=80, deadline=None)
def test_every_law_comes_back_to_the_letter(law, language):
    assert from_json(write(law, Edition(language=language))) == law
    assert tree_from_json(tree_to_json(law)) == law


def test_a_provision_has_the_promised_keys():
    assert json.loads(write(CLAUSE, Edition(language="ru"))) == {
        "id": "00000000-0000-4000-8000-000000000001",
        "kind": "clause",
        "number": "2-1",
        "label": "2-1.",
        "status": "expired",
        "heading": "",
        "text": "В соответствии со статьей 5.",
        "closing": "",
        "references": [
            {
                "field": "text",
                "start": 15,
                "end": 27,
                "targets": ["00000000-0000-4000-8000-000000000002"],
                "form": "ins",
                "through": False,
            }
        ],
        "children": [],
    }


@pytest.mark.parametrize(("language", "printed"), [("kk", "5-1-бап."), ("ru", "Статья 5-1."), ("en", "Article 5-1.")])
def test_the_label_is_what_prints_in_the_language(language, printed):
    law = Provision(kind="law", children=(Provision(kind="article", number="5-1"),))
    (article,) = json.loads(write(law, Edition(language=language)))["children"]
    assert (article["number"], article["label"]) == ("5-1", printed)


def test_letters_are_written_as_they_are():
    assert "Әкім".encode() in write(Provision(kind="law", heading="Әкім"), Edition(language="kk"))


def test_removed_provisions_stay_in_the_tree():
    law = Provision(kind="law", children=(replace(CLAUSE, status="removed"),))
    assert from_json(write(law, Edition())) == law


def broken(**changes):
    return json.dumps({**tree_to_json(CLAUSE), **changes}).encode()


def reference(**changes):
    return broken(references=[{**tree_to_json(CLAUSE)["references"][0], **changes}])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b'{"kind": "law"}',
        b"[" * 100_000,
        b'{"start": ' + b"9" * 10_000 + b"}",
        broken(kind="poem"),
        broken(status="lost"),
        broken(text=None),
        broken(text=["a"]),
        broken(children={}),
        broken(children=[1]),
        broken(references="text"),
        broken(extra=1),
        reference(end=29),
        reference(start=-1),
        reference(start=20, end=16),
        reference(start=True),
        reference(field="kind"),
        reference(targets=[5]),
        reference(targets="id"),
        reference(through=0),
    ],
)
def test_what_is_no_law_is_refused_in_one_sentence(content):
    with pytest.raises(NotALaw) as refusal:
        from_json(content)
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)
