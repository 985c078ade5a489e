"""Comparing drafts with each other and with the working text."""

from django.urls import path, register_converter

from ..views import compare


class EditionConverter:
    """A draft by its number, or the working text."""

    regex = "[1-9][0-9]{0,8}|working"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return str(value)


register_converter(EditionConverter, "edition")

urlpatterns = [
    path("laws/<slug:slug>/compare/", compare.compare_newest, name="compare_newest"),
    path("laws/<slug:slug>/compare/<edition:old>/<edition:new>/", compare.compare, name="compare"),
    path(
        "laws/<slug:slug>/compare/<edition:old>/<edition:new>/export/<str:format>/",
        compare.compare_export,
        name="compare_export",
    ),
]
