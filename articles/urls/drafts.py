"""Drafts of a law: listed, frozen, restored, verified and taken away."""

from django.urls import path

from ..views import drafts, exports, verifying

urlpatterns = [
    path("laws/<slug:slug>/drafts/", drafts.drafts, name="drafts"),
    path("laws/<slug:slug>/drafts/freeze/", drafts.freeze, name="freeze"),
    path("laws/<slug:slug>/drafts/verify/", verifying.verify_law, name="verify_law"),
    path("laws/<slug:slug>/drafts/<int:number>/restore/", drafts.restore_draft, name="restore_draft"),
    path("laws/<slug:slug>/take-away/", exports.take_away, name="take_away"),
]
