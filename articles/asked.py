"""Numbers that an address, a form or a command asks for: any words at all may stand where they should."""

DIGITS = 9
"""No law has drafts, revisions or entries, and no text characters, beyond this."""


def number(words):
    """The number of a draft, revision, entry or person, or a place in a text; None if the words are none."""
    return int(words) if words and words.isascii() and words.isdecimal() and len(words) <= DIGITS else None
