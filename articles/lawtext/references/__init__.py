"""References between the provisions of a law: stored as ids, printed and recognised as words of the language."""

from .broken import Broken, broken, check_marks
from .by_place import linked_by_place
from .forms import FLAGS, Form, FormRefused, read_form
from .index import Index
from .linking import WHY, Linked, Unlinked, link, linked, relinked
from .printing import Printed, address, printed, printed_tree
from .recognising import Mention, recognise
from .restoring import restore_references
from .stored import MARK, STORED, ReferenceRefused, Token, pieces, stored, stored_words, to_stored

__all__ = [
    "FLAGS",
    "MARK",
    "STORED",
    "WHY",
    "Broken",
    "Form",
    "FormRefused",
    "Index",
    "Linked",
    "Mention",
    "Printed",
    "ReferenceRefused",
    "Token",
    "Unlinked",
    "address",
    "broken",
    "check_marks",
    "link",
    "linked",
    "linked_by_place",
    "pieces",
    "printed",
    "printed_tree",
    "read_form",
    "recognise",
    "relinked",
    "restore_references",
    "stored",
    "stored_words",
    "to_stored",
]
