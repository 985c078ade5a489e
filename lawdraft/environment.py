"""Variables of the environment that an installation for a group cannot do without."""

import os

from django.core.exceptions import ImproperlyConfigured


def required(name: str, meaning: str) -> str:
    """The variable's value; without it the application does not start."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"Set {name}: {meaning}.")
    return value
