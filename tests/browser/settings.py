"""Settings of the server that the browser tests ask: as in use, with passwords that are hashed quickly."""

from lawdraft.settings import *  # noqa: F403

DEBUG = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
