"""One file per noun."""

from .draft import Draft, DraftDocument
from .entry import Entry
from .law import Law
from .membership import Membership, Role
from .organisation import Organisation
from .person import Person
from .provision import Provision
from .stage import Stage
from .upload import Upload
from .wording import Provenance, Reference, Wording

__all__ = [
    "Draft",
    "DraftDocument",
    "Entry",
    "Law",
    "Membership",
    "Organisation",
    "Person",
    "Provenance",
    "Provision",
    "Reference",
    "Role",
    "Stage",
    "Upload",
    "Wording",
]
