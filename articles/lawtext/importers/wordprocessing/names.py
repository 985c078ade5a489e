"""Names and values of WordprocessingML. Strict documents are brought to the transitional names first."""

import re

from lxml import etree

Element = etree._Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

STRICT = b"http://purl.oclc.org/ooxml/"
TRANSITIONAL = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", MATH.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATIONS.encode()),
)

FALSE = frozenset({"0", "false", "off", "none"})

TWIPS = {"pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54}
MEASURE = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)(pt|pc|pi|in|cm|mm)?")

LARGEST = 2**31


def transitional(content: bytes) -> bytes:
    """The part with the namespaces of transitional documents (ISO/IEC 29500-4) for those of strict ones (-1)."""
    if STRICT in content:
        for strict, name in TRANSITIONAL:
            content = content.replace(strict, name)
    return content


def w(name: str) -> str:
    """An element or attribute name in the namespace of WordprocessingML."""
    return f"{{{WORD}}}{name}"


VAL = w("val")


def value(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of the child of this name; None without child or attribute."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL)


def integer(text: str | None) -> int | None:
    """A whole number that fits 32 bits; None for anything else, so that damaged values count as absent."""
    try:
        number = int(text or "")
    except ValueError:
        return None
    return number if -LARGEST <= number < LARGEST else None


def is_on(child: Element | None) -> bool:
    """An on/off property: there and not switched off."""
    return child is not None and child.get(VAL, "true").lower() not in FALSE


def half_points(element: Element | None) -> float | None:
    """The measure of a w:sz or w:position; strict documents may write «12pt». None without one."""
    found = MEASURE.fullmatch("" if element is None else element.get(VAL, ""))
    if not found:
        return None
    return float(found[1]) * TWIPS[found[2]] / 10 if found[2] else float(found[1])


def twips(text: str | None) -> float | None:
    """A length in twentieths of a point; strict documents write «1.25cm»."""
    found = MEASURE.fullmatch(text or "")
    return float(found[1]) * TWIPS.get(found[2] or "", 1.0) if found else None
