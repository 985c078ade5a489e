"""All addresses: the one app has them."""

from django.urls import include, path

urlpatterns = [path("", include("articles.urls"))]
