"""Other tools that do a job, as far as they are installed; each is None where it is not."""

import logging
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path


def characters() -> Callable[[str, str], object] | None:
    """diff-match-patch in C++, by characters: its list of operations, without a time-out."""
    try:
        from fast_diff_match_patch import diff
    except ImportError:
        return None
    return lambda old, new: diff(old, new, timelimit=0, checklines=False)


def word_diff() -> Callable[[Path, Path], object] | None:
    """``git diff --word-diff`` of two files, without anybody's settings."""
    git = shutil.which("git")
    if not git:
        return None
    command = [git, "diff", "--no-index", "--no-color", "--word-diff"]
    environment = {**os.environ, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}

    def compared(old: Path, new: Path) -> bytes:
        found = subprocess.run([*command, old, new], env=environment, capture_output=True, check=False)
        if found.returncode != 1:
            raise RuntimeError(f"git found no difference or failed: {found.stderr.decode()}")
        return found.stdout

    return compared


def weasyprint() -> Callable[[str], bytes] | None:
    """HTML to tagged PDF by WeasyPrint; None too where the system has no Pango."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError):
        return None
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    return lambda page: HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
