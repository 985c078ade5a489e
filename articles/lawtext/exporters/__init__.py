"""The formats in which a law leaves: one table, and the only place that lists them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from ..edition import Edition
from ..provision import Path, Provision

Notes = Sequence[tuple[Path, str]]
"""Editorial notes: the path of the provision they belong to, and their words."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: ``write(root, edition, notes)`` gives the file as bytes, ``suffix`` begins with a dot."""

    write: Callable[..., bytes]
    media_type: str
    suffix: str


def _written_by(module: str) -> Callable[..., bytes]:
    """The function ``write`` of a module that is imported at the first export: typesetting is slow to load."""

    def write(root: Provision, edition: Edition, notes: Notes = ()) -> bytes:
        written: bytes = import_module(f".{module}", __name__).write(root, edition, notes)
        return written

    return write


EXPORTERS = {
    "docx": Exporter(
        _written_by("docx"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"
    ),
    "pdf": Exporter(_written_by("pdf"), "application/pdf", ".pdf"),
    "akn": Exporter(_written_by("akn"), "application/akn+xml", ".xml"),
    "html": Exporter(_written_by("html"), "text/html; charset=utf-8", ".html"),
    "txt": Exporter(_written_by("text"), "text/plain; charset=utf-8", ".txt"),
    "json": Exporter(_written_by("json"), "application/json", ".json"),
}
