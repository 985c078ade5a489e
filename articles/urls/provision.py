"""The page of a provision, its redline, its margin beside the law, and returning to an earlier revision."""

from django.urls import path

from ..views import provision

PROVISION = "laws/<slug:slug>/provisions/<uuid:pk>/"

urlpatterns = [
    path(PROVISION, provision.provision, name="provision"),
    path(PROVISION + "margin/", provision.margin, name="margin"),
    path(PROVISION + "restore-revision/", provision.restore_revision, name="restore_revision"),
]
