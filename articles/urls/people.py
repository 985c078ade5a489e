"""The working group of a law."""

from django.urls import path

from ..views import people

urlpatterns = [
    path("laws/<slug:slug>/people/", people.people, name="people"),
    path("laws/<slug:slug>/people/add/", people.person_add, name="person_add"),
    path("laws/<slug:slug>/people/invite/", people.person_invite, name="person_invite"),
    path("laws/<slug:slug>/people/remind/", people.person_remind, name="person_remind"),
    path("laws/<slug:slug>/people/role/", people.person_role, name="person_role"),
    path("laws/<slug:slug>/people/take-out/", people.person_take_out, name="person_take_out"),
]
