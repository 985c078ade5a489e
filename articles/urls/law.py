"""The text of a law and what is taken away of it."""

from django.urls import path

from ..views import law

urlpatterns = [
    path("laws/<slug:slug>/", law.law, name="law"),
    path("laws/<slug:slug>/export/<str:format>/", law.law_export, name="law_export"),
    path("laws/<slug:slug>/drafts/<int:number>/", law.draft, name="draft"),
    path("laws/<slug:slug>/drafts/<int:number>/export/<str:format>/", law.draft_export, name="draft_export"),
]
