"""A law as an indented outline, in which tests can show a tree line by line."""

from textwrap import dedent


def outline(root):
    """One line a provision: ``clause 5-1 (excluded) «heading»: text … closing``; rows of a table apart by /."""
    return "\n".join(_lines(root, 0))


def shown(text):
    """The outline that a test expects, without the indentation of the test."""
    return dedent(text).strip("\n")


def _lines(provision, depth):
    name = f"{provision.kind} {provision.number}".rstrip()
    status = "" if provision.status == "standing" else f" ({provision.status})"
    heading = f" «{provision.heading}»" if provision.heading else ""
    text = provision.text.replace("\n", " / ").replace("\t", " | ")
    words = f": {text}" if text else ""
    closing = f" … {provision.closing}" if provision.closing else ""
    yield f"{'  ' * depth}{name}{status}{heading}{words}{closing}"
    for child in provision.children:
        yield from _lines(child, depth + 1)
