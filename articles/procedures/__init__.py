"""Legal acts over several rows. Each takes the law first, performs one entry in one transaction and returns it."""

from .act import By
from .begin import begin, copy, copy_into
from .card import change_card
from .exclude import exclude, restore
from .freeze import freeze, restore_draft
from .insert import insert
from .level import indent, outdent
from .load import add_language, load, replace
from .move import move
from .renumber import renumber
from .reword import change_heading, reword
from .split import join, split
from .undo import redo, undo

__all__ = [
    "By",
    "add_language",
    "begin",
    "change_card",
    "change_heading",
    "copy",
    "copy_into",
    "exclude",
    "freeze",
    "indent",
    "insert",
    "join",
    "load",
    "move",
    "outdent",
    "redo",
    "renumber",
    "replace",
    "restore",
    "restore_draft",
    "reword",
    "split",
    "undo",
]
