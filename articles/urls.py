"""Addresses of the pages."""

from django.urls import path

from .views import law, laws, session

urlpatterns = [
    path("", laws.laws, name="laws"),
    path("sign-in/", session.sign_in, name="sign_in"),
    path("sign-out/", session.sign_out, name="sign_out"),
    path("interface-language/", session.interface_language, name="interface_language"),
    path("laws/<slug:slug>/", law.law, name="law"),
    path("laws/<slug:slug>/export/<str:format>/", law.law_export, name="law_export"),
    path("laws/<slug:slug>/drafts/<int:number>/", law.draft, name="draft"),
    path("laws/<slug:slug>/drafts/<int:number>/export/<str:format>/", law.draft_export, name="draft_export"),
]
