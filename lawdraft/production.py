"""Settings of an installation for a group: everything that must be decided comes from the environment."""

import os

from .environment import required
from .letters import mail_server

# Asked for ahead of the local settings, which would write a key of their own.
KEY = required("SECRET_KEY", "a long random text that signs sessions, the same on every server")

from .settings import *  # noqa: E402, F403

DEBUG = False
SECRET_KEY = KEY
HOSTS = required("ALLOWED_HOSTS", "the host names that people type, separated by commas")
ALLOWED_HOSTS = [host.strip() for host in HOSTS.split(",")]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

# Invitations and new passwords go by e-mail: without EMAIL_URL over the mail server of this machine.
globals().update(mail_server(os.environ.get("EMAIL_URL") or "smtp://localhost"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("EMAIL_FROM") or f"LawDraft <lawdraft@{ALLOWED_HOSTS[0]}>"

# The one proxy that ends HTTPS names the client last; attempts to sign in are counted by that address.
ALLAUTH_TRUSTED_PROXY_COUNT = 1

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

WHITENOISE_USE_FINDERS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
