"""The structure of a law, read from its lines."""

from collections.abc import Sequence

from ..provision import Provision
from .lines import Imported, Line


def read(lines: Sequence[Line], language: str) -> Imported:
    """The law that these lines print, with the report of all that was not read for certain."""
    text = " ".join(line.text for line in lines)
    return Imported(Provision("law", children=(Provision("preamble", text=text),)), language)
