"""The secret key of a local installation: made once, kept in a file that git ignores."""

import os
import secrets
from pathlib import Path


def local_secret_key(path: Path) -> str:
    """The key in the file; written first, readable by its owner only, if the file is not there."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    key = secrets.token_urlsafe(50)
    with os.fdopen(descriptor, "w") as file:
        file.write(key)
    return key
