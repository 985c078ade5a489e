"""Where the provisions of a frozen draft stand, told by the eIds of its document without reading its words."""

from .eids import ABBREVIATIONS, WITHOUT_NUMBER
from .places import Address
from .xml import parse

KINDS = {abbreviation: kind for kind, abbreviation in ABBREVIATIONS.items()}


def frozen_eids(content: bytes) -> dict[str, str]:
    """The eId of each provision by its id, in a document of Akoma Ntoso of ours; XMLRefused if it is no XML."""
    named = ((unit.get("GUID"), unit.get("eId")) for unit in parse(content).iter("{*}*"))
    return {str(id): str(eid) for id, eid in named if id and eid}


def address_in(eid: str, annexes_are_numbered: bool = True) -> Address:
    """Kind and number of every unit that an eId names, from the outermost down: it is built as units are cited.

    The only annex of a law counts as the first in eIds, but has no number.
    """
    steps = tuple(_step(segment) for segment in eid.split("__"))
    return steps if annexes_are_numbered else tuple((kind, "" if kind == "annex" else mark) for kind, mark in steps)


def _step(segment: str) -> tuple[str, str]:
    """One part of an eId; equal numbers in one law are told apart by ``~2``, which does not print."""
    abbreviation, _, number = segment.partition("~")[0].partition("_")
    return KINDS[abbreviation], "" if number == WITHOUT_NUMBER else number
