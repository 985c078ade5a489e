"""Who may do what, written out by hand; every address is asked for by the wrong person."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import get_resolver, reverse

from articles import procedures
from articles.access import RIGHTS, Right, law_for, rights_on
from articles.models import Law, Person, Role

from .conftest import place

ALLOWED = {
    Role.CHAIR: {
        "read drafts",
        "read the working text",
        "edit the text",
        "freeze drafts",
        "change the card",
        "give roles",
    },
    Role.SECRETARY: {"read drafts", "read the working text", "edit the text", "freeze drafts", "change the card"},
    Role.DRAFTER: {"read drafts", "read the working text", "edit the text", "freeze drafts"},
    Role.AGENCY: {"read drafts"},
    Role.EXPERT: {"read drafts"},
    Role.DEPUTY: {"read drafts", "read the working text"},
    Role.LINGUIST: {"read drafts", "read the working text", "edit the text"},
    Role.OBSERVER: {"read drafts"},
}

CLAUSE = "art_2__clause_2"
"""Stands for the id of this provision in the arguments of an address."""

OWN = "an entry of one's own"
"""Stands for the number of the last entry, which the person who asks has made."""

NOBODYS = "00000000-0000-4000-8000-000000000000"
"""The id of an upload; who sees one is tried in test_imports_in_browser."""

PAGES = {
    # name of the address: arguments, right that it needs (None: only signing in; "open": nothing)
    "laws": ([], None),
    "account_login": ([], "open"),
    "account_inactive": ([], "open"),
    "account_logout": ([], "open"),
    "account_change_password": ([], None),
    "account_set_password": ([], "open"),
    "account_reset_password": ([], "open"),
    "account_reset_password_done": ([], "open"),
    "account_reset_password_from_key": (["1", "key"], "open"),
    "account_reset_password_from_key_done": ([], "open"),
    "interface_language": ([], "open"),
    "appearance": ([], "open"),
    "people": (["local"], Right.READ_DRAFTS),
    "person_add": (["local"], Right.GIVE_ROLES),
    "person_invite": (["local"], Right.GIVE_ROLES),
    "person_remind": (["local"], Right.GIVE_ROLES),
    "person_role": (["local"], Right.GIVE_ROLES),
    "person_take_out": (["local"], Right.GIVE_ROLES),
    "new_law": ([], None),
    "new_outline": ([], None),
    "new_copy": ([], None),
    "import_waiting": ([NOBODYS], None),
    "import_report": ([NOBODYS], None),
    "import_load": ([NOBODYS], None),
    "import_discard": ([NOBODYS], None),
    "guide_close": ([], None),
    "language_import": (["local"], Right.EDIT),
    "law_outline": (["local"], Right.EDIT),
    "law_copy": (["local"], Right.EDIT),
    "card": (["local"], Right.READ_DRAFTS),
    "card_change": (["local"], Right.CHANGE_CARD),
    "card_undo": (["local"], Right.CHANGE_CARD),
    "law": (["local"], Right.READ_DRAFTS),
    "law_export": (["local", "txt"], Right.READ_WORKING_TEXT),
    "draft": (["local", 1], Right.READ_DRAFTS),
    "draft_export": (["local", 1, "txt"], Right.READ_DRAFTS),
    "compare_newest": (["local"], Right.READ_DRAFTS),
    "compare": (["local", 1, "working"], Right.READ_WORKING_TEXT),
    "compare_export": (["local", 1, 1, "json"], Right.READ_DRAFTS),
    "drafts": (["local"], Right.READ_DRAFTS),
    "freeze": (["local"], Right.FREEZE),
    "restore_draft": (["local", 1], Right.FREEZE),
    "verify_law": (["local"], Right.READ_DRAFTS),
    "take_away": (["local"], Right.READ_DRAFTS),
    "provision": (["local", CLAUSE], Right.READ_WORKING_TEXT),
    "margin": (["local", CLAUSE], Right.READ_WORKING_TEXT),
    "restore_revision": (["local", CLAUSE], Right.EDIT),
    "undo": (["local"], Right.EDIT),
    "redo": (["local"], Right.EDIT),
    "undo_entry": (["local", OWN], Right.EDIT),
    "excluded": (["local"], Right.EDIT),
    "desk": (["local", CLAUSE], Right.EDIT),
    "new_provision": (["local", CLAUSE], Right.EDIT),
    "unit_menu": (["local", CLAUSE], Right.EDIT),
    "destinations": (["local", CLAUSE], Right.EDIT),
    "reword": (["local", CLAUSE], Right.EDIT),
    "insert": (["local", CLAUSE], Right.EDIT),
    "split": (["local", CLAUSE], Right.EDIT),
    "join": (["local", CLAUSE], Right.EDIT),
    "indent": (["local", CLAUSE], Right.EDIT),
    "outdent": (["local", CLAUSE], Right.EDIT),
    "move_up": (["local", CLAUSE], Right.EDIT),
    "move_down": (["local", CLAUSE], Right.EDIT),
    "move": (["local", CLAUSE], Right.EDIT),
    "exclude": (["local", CLAUSE], Right.EDIT),
    "restore": (["local", CLAUSE], Right.EDIT),
}

OF_A_LAW = [name for name, (_arguments, right) in PAGES.items() if isinstance(right, Right)]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("right", Right)
def test_each_role_has_the_rights_that_are_written_here(role, right):
    assert (right in RIGHTS[role]) == (right.value in ALLOWED[role])


def test_every_address_has_its_row_here():
    assert {pattern.name for entry in get_resolver().url_patterns for pattern in entry.url_patterns} == set(PAGES)


@pytest.fixture
def frozen(law, by):
    procedures.freeze(law, "Первая", by=by)
    return law


def url(name):
    law = Law.objects.first()
    stands_for = {CLAUSE: lambda: place(law, CLAUSE), OWN: lambda: law.entries.last_one().sequence}
    return reverse(name, args=[stands_for[one]() if one in stands_for else one for one in PAGES[name][0]])


def answer(client, name, **asked):
    """What the address answers to GET, or to an empty POST where it takes nothing else."""
    response = client.get(url(name), **asked)
    return client.post(url(name), **asked) if response.status_code == 405 else response


@pytest.mark.parametrize("name", [name for name, (_arguments, right) in PAGES.items() if right != "open"])
def test_who_has_not_signed_in_is_asked_to(client, frozen, name):
    response = answer(client, name)
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", OF_A_LAW)
def test_an_outsider_does_not_learn_that_the_law_exists(client, frozen, name):
    client.force_login(Person.objects.create(email="outsider@example.kz", name="Посторонний"))
    assert answer(client, name).status_code == 404


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", OF_A_LAW)
def test_a_member_gets_exactly_what_the_role_allows(client, frozen, member, name, role):
    person = member(role)
    client.force_login(person)
    if OWN in PAGES[name][0]:
        procedures.reword(frozen, place(frozen, CLAUSE), "ru", text="Своё.", by=procedures.By(person))
    allowed = PAGES[name][1].value in ALLOWED[role]
    response = answer(client, name, follow=True)
    assert response.status_code in ((200, 422) if allowed else (403,))


@pytest.mark.parametrize("role", [Role.EXPERT, Role.OBSERVER, Role.AGENCY])
def test_until_the_first_draft_who_reads_drafts_is_told_that_there_is_none(client, law, member, role):
    client.force_login(member(role))
    response = client.get(reverse("law", args=["local"]), follow=True)
    assert response.redirect_chain == [(reverse("drafts", args=["local"]), 302)]
    assert response.status_code == 200


def test_who_may_not_read_the_working_text_is_taken_to_the_newest_draft(client, frozen, member):
    client.force_login(member(Role.EXPERT))
    assert client.get(url("law")).url == url("draft")


READING = [("laws", []), ("draft", [1]), ("drafts", []), ("card", []), ("people", []), ("verify_law", [])]


@pytest.mark.parametrize(("name", "rest"), READING)
def test_who_reads_drafts_only_is_not_told_the_title_in_work(client, law, by, member, name, rest):
    procedures.freeze(law, "Первая", by=by)
    procedures.change_heading(law, law.root_id, "ru", "О тайном названии", by=by)
    address = reverse(name, args=["local", *rest] if name != "laws" else [])
    for role, is_told in {Role.EXPERT: False, Role.CHAIR: True}.items():
        client.force_login(member(role))
        said = client.get(address).content.decode()
        assert ("О тайном названии" in said) is is_told
        assert is_told or "О местном самоуправлении" in said


def test_until_the_first_draft_everybody_reads_the_title_that_there_is(client, law, by, member):
    procedures.change_heading(law, law.root_id, "ru", "Об ином", by=by)
    client.force_login(member(Role.EXPERT))
    assert "Об ином" in client.get(reverse("laws")).content.decode()


def test_somebody_deactivated_is_out(client, frozen, member):
    person = member(Role.CHAIR)
    client.force_login(person)
    Person.objects.filter(pk=person.pk).update(is_active=False)
    assert client.get(url("law")).status_code == 302


def test_law_for_tells_an_outsider_from_a_member_without_the_right(frozen, member):
    expert = member(Role.EXPERT)
    with pytest.raises(PermissionDenied):
        law_for(expert, "local", Right.EDIT)
    with pytest.raises(Http404):
        law_for(Person.objects.create(email="x@example.kz", name="X"), "local", Right.READ_DRAFTS)
    with pytest.raises(Http404):
        law_for(expert, "no-such-law", Right.READ_DRAFTS)


def test_rights_are_asked_for_in_one_query(frozen, member, django_assert_num_queries):
    chair = member(Role.CHAIR)
    with django_assert_num_queries(1):
        assert rights_on(frozen, chair) == frozenset(Right)
