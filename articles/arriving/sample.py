"""The sample law: its texts go through the importer, its acts through the procedures, like anybody's.

Ids are UUID5 of slug and place and moments stand in the files, so its fingerprints are the same everywhere.
"""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from .. import procedures
from ..lawtext.eids import eids
from ..lawtext.importers import read
from ..lawtext.provision import at, walk
from ..models import Law, Membership, Organisation, Person
from ..procedures import By

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "local_self_government"
SLUG = "local-self-government"
PASSWORD = "sample-law-2026"  # noqa: S105 - printed at every start of a local installation


def people():
    """The sample people: e-mail, name, post, organisation and role of each."""
    return _json("people.json")["people"]


def load_sample(password=PASSWORD):
    """Loads the sample law, its people and its acts; True if it was not there yet."""
    if Law.objects.filter(slug=SLUG).exists():
        return False
    persons = _persons(password)
    law = _law(_json("law.json"), persons)
    for number, act in enumerate(_json("acts.json"), start=1):
        perform(law, act, persons, new_id=uuid5(NAMESPACE_URL, f"{SLUG}/act/{number}"))
    _memberships(law, persons)
    return True


def _json(name):
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def _persons(password):
    contents = _json("people.json")
    organisations = {
        item["slug"]: Organisation.objects.get_or_create(
            slug=item["slug"], defaults={"names": item["names"], "kind": item["kind"]}
        )[0]
        for item in contents["organisations"]
    }
    persons = {}
    for item in contents["people"]:
        known = {name: item[name] for name in ("name", "post", "language")}
        known["organisation"] = organisations[item["organisation"]]
        found = Person.objects.filter(email=item["email"]).first()
        persons[item["email"]] = found or Person.objects.create_user(item["email"], password, **known)
    return persons


def _memberships(law, persons):
    for item in people():
        person = persons[item["email"]]
        Membership.objects.create(law=law, person=person, role=item["role"], organisation=person.organisation)


def _law(contents, persons):
    """Loads the text of every language, the first one with ids made from its places."""
    law = None
    for text in contents["texts"]:
        imported = read(text["file"], (FOLDER / text["file"]).read_bytes(), text["language"])
        by = _by(text, persons)
        if law is None:
            law = procedures.load(SLUG, replace(imported, root=_with_ids(imported.root)), by=by)
        else:
            procedures.add_language(law, imported, by=by)
            law.refresh_from_db()
    return law


def _by(item, persons):
    moment = datetime.fromisoformat(item["moment"])
    return By(person=persons[item["person"]], moment=moment, reason=item.get("reason", ""))


def _with_ids(root):
    named = eids(root)

    def given(provision, path):
        children = tuple(given(child, (*path, index)) for index, child in enumerate(provision.children))
        name = uuid5(NAMESPACE_URL, f"{SLUG}/{named.get(path, '')}")
        return replace(provision, id=str(name), children=children)

    return given(root, ())


def perform(law, act, persons, new_id=None):
    """Performs one act of the file; addresses are eIds in the text as it stands."""
    by = _by(act, persons)
    return ACTS[act["act"]](law, act, _Addresses(law), by, new_id)


def _card(facts):
    """Facts of the card as columns hold them: days are written 2027-01-15."""
    return {name: Law._meta.get_field(name).to_python(value) for name, value in facts.items()}


class _Addresses:
    """Provisions of the working text by eId."""

    def __init__(self, law):
        root = law.as_provision(law.language_codes[0])
        named = eids(root)
        self.ids = {named[path]: provision.id for path, provision in walk(root) if path in named}
        self.ids["law"] = at(root, ()).id

    def __getitem__(self, eid):
        return None if eid is None else self.ids[eid]


ACTS = {
    "reword": lambda law, act, place, by, _id: procedures.reword(
        law, place[act["at"]], act["language"], **act["words"], by=by
    ),
    "heading": lambda law, act, place, by, _id: procedures.change_heading(
        law, place[act["at"]], act["language"], act["heading"], by=by
    ),
    "insert": lambda law, act, place, by, new_id: procedures.insert(
        law, place[act["in"]], act["kind"], act["words"], after=place[act["after"]], id=new_id, by=by
    ),
    "exclude": lambda law, act, place, by, _id: procedures.exclude(law, place[act["at"]], by=by),
    "move": lambda law, act, place, by, _id: procedures.move(
        law, place[act["at"]], place[act["in"]], after=place[act["after"]], by=by
    ),
    "split": lambda law, act, place, by, new_id: procedures.split(
        law, place[act["at"]], act["halves"], id=new_id, by=by
    ),
    "join": lambda law, act, place, by, _id: procedures.join(law, place[act["at"]], by=by),
    "indent": lambda law, act, place, by, _id: procedures.indent(law, place[act["at"]], by=by),
    "outdent": lambda law, act, place, by, _id: procedures.outdent(law, place[act["at"]], by=by),
    "renumber": lambda law, act, place, by, _id: procedures.renumber(law, place[act["at"]], act["number"], by=by),
    "undo": lambda law, act, _place, by, _id: procedures.undo(law, law.entries.order_by("-sequence").first(), by=by),
    "redo": lambda law, act, _place, by, _id: procedures.redo(law, law.entries.order_by("-sequence").first(), by=by),
    "card": lambda law, act, _place, by, _id: procedures.change_card(law, _card(act["facts"]), by=by),
    "freeze": lambda law, act, _place, by, _id: procedures.freeze(law, act["title"], remark=by.reason, by=by),
}
"""The verbs of the file of acts."""
