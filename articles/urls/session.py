"""Signing in, the laws of a person, and how the interface looks and speaks."""

from django.urls import path

from ..views import laws, session

urlpatterns = [
    path("", laws.laws, name="laws"),
    path("sign-in/", session.sign_in, name="sign_in"),
    path("sign-out/", session.sign_out, name="sign_out"),
    path("interface-language/", session.interface_language, name="interface_language"),
    path("appearance/", session.appearance, name="appearance"),
]
