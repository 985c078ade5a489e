"""ZIP archives from outside: the directory is read first, and sizes are counted again while inflating."""

import zipfile
import zlib
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from io import BytesIO

from .lines import ImportRefused

MEBIBYTE = 1024 * 1024

DIRECTORY_RECORD = b"PK\x01\x02"
METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
ENCRYPTED = 0x1
CHUNK = 256 * 1024

SMALL = 4 * MEBIBYTE
"""An entry of this many bytes harms nobody, whatever its ratio."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file from outside may cost.

    ``bytes`` is the size of the file itself; ``entries``, ``inflated`` (bytes, all entries together) and ``ratio``
    (inflated to packed, of one entry) bound an archive; ``paragraphs`` bounds a document; ``seconds`` (processor and
    wall) and ``memory`` (bytes of address space) bound the process that reads it.
    """

    bytes: int = 20 * MEBIBYTE
    entries: int = 2_000
    inflated: int = 100 * MEBIBYTE
    ratio: int = 200
    paragraphs: int = 100_000
    seconds: int = 10
    memory: int = 512 * MEBIBYTE


IN_FORCE: ContextVar[Limits] = ContextVar("limits in force", default=Limits())  # noqa: B039 (it is frozen)
"""The limits of this import; the sandbox sets those it was given, so that nobody between has to hand them on."""


def refuse_larger(size: int, limits: Limits) -> None:
    """Raises ImportRefused for a file of more bytes than are accepted; asked before anything of it is read."""
    if size > limits.bytes:
        raise ImportRefused("The file is larger than %(most)s MiB.", most=limits.bytes // MEBIBYTE)


class Archive:
    """The entries of a checked ZIP archive; ``entry`` may be asked for any of ``names``."""

    def __init__(self, directory: zipfile.ZipFile, limits: Limits) -> None:
        self._directory = directory
        self._left = limits.inflated
        self.names = frozenset(directory.namelist())

    def entry(self, name: str) -> bytes:
        """The inflated bytes of one entry; KeyError if there is none.

        What is asked for counts against the limit of the whole archive, however often, so that neither a directory
        that lies nor entries that share their packed bytes get past it.
        """
        return b"".join(self._chunks(self._directory.getinfo(name)))

    def _chunks(self, record: zipfile.ZipInfo) -> Iterator[bytes]:
        try:
            with self._directory.open(record) as stream:
                while chunk := stream.read(CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise ImportRefused("The archive inflates to more than is accepted.")
                    yield chunk
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
            OSError,
        ) as error:
            raise ImportRefused(
                "The archive is damaged: %(name)s cannot be inflated.", name=repr(record.filename[:80])
            ) from error


def opened(content: bytes, limits: Limits) -> Archive:
    """The archive, after its directory was checked; nothing is inflated yet."""
    refuse_larger(len(content), limits)
    if content.count(DIRECTORY_RECORD) > limits.entries:
        raise ImportRefused("The archive has more than %(most)s entries.", most=limits.entries)
    try:
        directory = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise ImportRefused("The file is not a ZIP archive, or it is damaged or cut off.") from error
    _check_directory(directory.infolist(), limits)
    return Archive(directory, limits)


def _check_directory(records: list[zipfile.ZipInfo], limits: Limits) -> None:
    for record in records:
        _check_record(record, limits)
    if len({record.filename for record in records}) < len(records):
        raise ImportRefused("The archive has two entries of the same name.")
    if sum(record.file_size for record in records) > limits.inflated:
        raise ImportRefused("The archive inflates to more than %(most)s MiB.", most=limits.inflated // MEBIBYTE)


def _check_record(record: zipfile.ZipInfo, limits: Limits) -> None:
    if _leads_out(record.filename):
        name = repr(record.filename[:80])
        raise ImportRefused("The archive has an entry with a path that is not accepted: %(name)s.", name=name)
    if record.flag_bits & ENCRYPTED:
        raise ImportRefused("The archive is protected by a password: save the file without one.")
    if record.compress_type not in METHODS:
        raise ImportRefused("The archive is packed by a method that is not accepted.")
    if record.file_size > max(SMALL, limits.ratio * record.compress_size):
        raise ImportRefused("An entry of the archive inflates to more than %(most)s times its size.", most=limits.ratio)


def _leads_out(name: str) -> bool:
    """Whether the path is absolute, climbs, or is written for another system."""
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")
