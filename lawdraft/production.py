"""Settings of an installation for a group: everything that must be decided comes from the environment."""

from .environment import required

# Asked for ahead of the local settings, which would write a key of their own.
KEY = required("SECRET_KEY", "a long random text that signs sessions, the same on every server")

from .settings import *  # noqa: E402, F403

DEBUG = False
SECRET_KEY = KEY
HOSTS = required("ALLOWED_HOSTS", "the host names that people type, separated by commas")
ALLOWED_HOSTS = [host.strip() for host in HOSTS.split(",")]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]

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
