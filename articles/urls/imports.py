"""Beginning a law, and texts that are brought from files."""

from django.urls import path

from ..views import beginnings, imports

urlpatterns = [
    path("laws/new/", imports.new_law, name="new_law"),
    path("laws/new/outline/", beginnings.new_outline, name="new_outline"),
    path("laws/new/copy/", beginnings.new_copy, name="new_copy"),
    path("laws/<slug:slug>/outline/", beginnings.law_outline, name="law_outline"),
    path("laws/<slug:slug>/copy/", beginnings.law_copy, name="law_copy"),
    path("laws/<slug:slug>/languages/import/", imports.language_import, name="language_import"),
    path("imports/<uuid:pk>/", imports.import_waiting, name="import_waiting"),
    path("imports/<uuid:pk>/report/", imports.import_report, name="import_report"),
    path("imports/<uuid:pk>/load/", imports.import_load, name="import_load"),
    path("imports/<uuid:pk>/discard/", imports.import_discard, name="import_discard"),
    path("guide/close/", beginnings.guide_close, name="guide_close"),
]
