"""Settings of the server that the browser tests ask: as in use, with passwords that are hashed quickly."""

import os

from lawdraft.settings import *  # noqa: F403

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Letters are files that the tests open.
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = os.environ.get("LETTERS")
