"""Signing in, the laws of a person, and how the interface looks and speaks."""

from allauth.account import views as allauth
from django.urls import path, re_path
from django.views.generic import RedirectView

from ..views import laws, session

urlpatterns = [
    path("", laws.laws, name="laws"),
    path("interface-language/", session.interface_language, name="interface_language"),
    path("appearance/", session.appearance, name="appearance"),
    # Allauth looks its pages up by these names; those that it can do without are not here.
    path("sign-in/", allauth.login, name="account_login"),
    path("sign-in/closed/", allauth.account_inactive, name="account_inactive"),
    path("sign-out/", allauth.logout, name="account_logout"),
    path("password/", allauth.password_change, name="account_change_password"),
    path("password/set/", RedirectView.as_view(pattern_name="account_reset_password"), name="account_set_password"),
    path("password/forgotten/", allauth.password_reset, name="account_reset_password"),
    path("password/forgotten/sent/", allauth.password_reset_done, name="account_reset_password_done"),
    path("password/new/done/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
