"""Imports in a process of their own, with limits of memory, processor time and wall time that the system enforces.

The child is this module run by ``python -m``. It gets a header line of JSON and the file on its standard input and
answers with JSON on its standard output; it opens no file of the import and writes none, so nothing is left behind.
"""

import dataclasses
import json
import logging
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

from .. import importers
from ..said import Said
from . import transfer
from .archive import IN_FORCE, Limits, refuse_larger
from .lines import Imported, ImportRefused
from .signatures import refuse_misnamed

log = logging.getLogger(__name__)

MODULE = "articles.lawtext.importers.sandbox"
ROOT = Path(__file__).resolve().parents[3]
"""The folder in which the package ``articles`` stands."""

PATH = str(ROOT)
"""Where the child finds its modules."""

TOO_LONG = "The file takes too long to read."
TOO_LARGE = "The file needs too much memory to read."
FAILED = "The file cannot be read: the reader failed on it, and the failure was logged."
LONGEST_COMPLAINT = 4_000

SIGNALS = {signal.SIGXCPU: TOO_LONG, signal.SIGALRM: TOO_LONG, signal.SIGKILL: TOO_LARGE}
"""What it means if a signal ended the child: of SIGKILL, that the system was short of memory."""

OPEN_FILES = 64


def read(name: str, content: bytes, language: str, limits: Limits = Limits()) -> Imported:  # noqa: B008
    """The law in a file, read in a process of its own; ``name`` tells the format.

    Raises ImportRefused with one sentence: for what the importers refuse, for a file whose bytes are not what its
    name promises, for one that reaches the limits, and for one on which the reader crashes.
    """
    refuse_larger(len(content), limits)
    refuse_misnamed(name, content)
    header = {"name": name, "language": language, "limits": dataclasses.asdict(limits)}
    status, answer, complaint = _answered(json.dumps(header).encode() + b"\n" + content, limits)
    if status:
        raise ImportRefused(_sentence(status, complaint))
    kind, _, rest = answer.partition(b"\n")
    if kind == b"refused":
        raise ImportRefused(transfer.restored_sentence(rest))
    return transfer.restored(rest)


def _answered(request: bytes, limits: Limits) -> tuple[int, bytes, bytes]:
    """Exit status, answer and complaint of the child; its whole process group is ended if it takes too long."""
    with subprocess.Popen(  # noqa: S603 (our own module, the file is on its standard input)
        [sys.executable, "-s", "-P", "-X", "utf8", "-m", MODULE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": PATH},
        start_new_session=True,
    ) as child:
        try:
            answer, complaint = child.communicate(request, timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise ImportRefused(TOO_LONG) from error
        finally:
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGKILL)
    return child.returncode, answer, complaint


def _sentence(status: int, complaint: bytes) -> str:
    known = SIGNALS.get(signal.Signals(-status)) if status < 0 else None
    if known:
        return known
    log.error("Import ended with status %s: %s", status, complaint[-LONGEST_COMPLAINT:].decode("utf-8", "replace"))
    return FAILED


def _restrict(limits: Limits) -> None:
    """Bounds this process for good. The alarm ends it even if nobody waits for it any more."""
    bounds = {
        resource.RLIMIT_AS: limits.memory,
        resource.RLIMIT_DATA: limits.memory,
        resource.RLIMIT_CPU: limits.seconds,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for name, bound in bounds.items():
        _bound(name, bound)
    signal.alarm(limits.seconds + 1)


def _bound(name: int, bound: int) -> None:
    """Lowers a limit, and its ceiling to just above, so that the signal that tells of it comes before the kill."""
    ceiling = resource.getrlimit(name)[1]
    least = bound if ceiling == resource.RLIM_INFINITY else min(bound, ceiling)
    resource.setrlimit(name, (least, least + 1 if ceiling == resource.RLIM_INFINITY else ceiling))


def _refused(said: Said) -> bytes:
    return b"refused\n" + transfer.written_sentence(said)


def _answer(header: bytes) -> bytes:
    """What the child says to one file: the kind of the answer, a line end, and the import or a sentence."""
    asked = json.loads(header)
    limits = Limits(**asked["limits"])
    _restrict(limits)
    IN_FORCE.set(limits)
    try:
        imported = importers.read(asked["name"], sys.stdin.buffer.read(), asked["language"])
        answer = transfer.written(imported)
    except ImportRefused as refusal:
        return _refused(refusal.said)
    except MemoryError:
        return _refused(Said(TOO_LARGE))
    if len(answer) > limits.inflated:
        return _refused(Said(TOO_LARGE))
    return b"imported\n" + answer


if __name__ == "__main__":
    sys.stdout.buffer.write(_answer(sys.stdin.buffer.readline()))
