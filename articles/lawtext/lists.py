"""The final mark of a list item follows its place.

An item ends with a semicolon, the last with a full stop; where closing words end the list, the last item has no mark
and the closing words carry the full stop (Law No 480-V, article 23; Kazakh lists close with their verb).
"""

MARKS = ";."
CLOSED = ")»}"
"""Ends of words after which the mark still comes; a stored reference ends with a brace."""


def ended(words: str, last: bool, closing: bool = False) -> str:
    """The words of an item with the mark that its place asks for; words that end in any other mark stay as they are.

    ``closing`` says that closing words follow the list. A colon, question mark or quotation mark at the end means
    that the drafter ended the item on purpose.
    """
    bare = words[:-1] if words[-1:] in tuple(MARKS) and not words.endswith("..") else words
    if not bare or not (words[-1] in MARKS or words[-1].isalnum() or words[-1] in CLOSED):
        return words
    if last and closing:
        return bare
    return bare + ("." if last else ";")
