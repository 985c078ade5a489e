"""Word documents (DOCX), read from their XML.

A library that hands out ``paragraph.text`` drops insertions, content controls and links; here every element of a
paragraph is read through unless it is known to hold no words.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from . import structure
from .archive import IN_FORCE, Limits
from .lines import Imported, ImportRefused, Line
from .wordprocessing import revisions
from .wordprocessing.package import document
from .wordprocessing.story import Story, margins


class Reading(NamedTuple):
    """The lines of a document in order and sentences about it as a whole.

    ``marks_closings`` says that the document is one of ours, in which all closing words are marked.
    """

    lines: list[Line]
    remarks: tuple[str, ...]
    marks_closings: bool = False


def lines(content: bytes, language: str = "ru", limits: Limits | None = None) -> Reading:
    """What a DOCX says, paragraph by paragraph; ``Line.number`` counts paragraphs from 1.

    Tracked changes are read as accepted, automatic numbers as the words they print; notes follow the paragraph that
    refers to them. Hidden words, headers, footers and pictures are not read, and the remarks say so. ``language`` is
    that of ordinal numbers. Raises ImportRefused for what is no DOCX, what is damaged and what exceeds ``limits``
    (without them, those in force).
    """
    limits = limits or IN_FORCE.get()
    parts = document(content, limits)
    story = Story(parts, language, limits.paragraphs)
    try:
        story.read(parts.body)
    except RecursionError as error:
        raise ImportRefused("The document is nested too deeply.") from error
    story.tally.margins = margins(parts)
    texts = (part for part in (parts.body, parts.footnotes, parts.endnotes) if part is not None)
    return Reading(story.lines, _sentences(revisions.remark(texts), story.tally.remarks()), story.marks_closings)


def _sentences(first: str, others: Iterable[str]) -> tuple[str, ...]:
    return ((first,) if first else ()) + tuple(others)


def read(content: bytes, language: str) -> Imported:
    """A law from a DOCX; see ``lines`` for what is read and refused."""
    reading = lines(content, language)
    imported = structure.read(reading.lines, language, reading.marks_closings)
    return replace(imported, remarks=imported.remarks + reading.remarks)
