"""The one parser for XML from outside: no DOCTYPE, no entities, no network, bounded depth and size."""

from xml.parsers import expat

from lxml import etree

from .said import Refused

MARKUP = 3_000_000
"""How many tags a document may have. A law of 1,000 articles has about 300,000 in Word's XML."""


class XMLRefused(Refused, ValueError):
    """XML that is not read; the message is one sentence that says why."""


class _Prologue(Exception):
    """Raised at the root element: all that may stand before it has been seen."""


def _refuse_doctype(*_: object) -> None:
    raise XMLRefused("The XML holds a DOCTYPE, which is not accepted.")


def _stop(*_: object) -> None:
    raise _Prologue


def _check_prologue(content: bytes) -> None:
    """Refuses a DOCTYPE before anything of it is expanded or fetched. The reader stops at the root element."""
    reader = expat.ParserCreate()
    reader.StartDoctypeDeclHandler = _refuse_doctype
    reader.StartElementHandler = _stop
    try:
        reader.Parse(content, True)
    except _Prologue:
        return
    except (expat.ExpatError, ValueError, LookupError) as error:
        if isinstance(error, XMLRefused):
            raise
        raise XMLRefused("The XML is damaged: %(why)s.", why=str(error)) from error


def _parser() -> etree.XMLParser:
    """Without comments and instructions, so that words which they interrupt are one text."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def parse(content: bytes, markup: int = MARKUP) -> etree._Element:
    """The root of an XML document of which nothing is fetched or expanded.

    Raises XMLRefused for a DOCTYPE, more than ``markup`` tags, nesting beyond what libxml2 allows and damaged XML;
    MemoryError where a memory limit of the process is reached.
    """
    if content.count(b"<") > markup:
        raise XMLRefused("The XML has more than %(most)s tags.", most=f"{markup:,}")
    _check_prologue(content)
    try:
        return etree.fromstring(content, _parser())
    except etree.XMLSyntaxError as error:
        code = getattr(error, "code", 0)
        if code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        if code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            raise XMLRefused("The XML is nested too deeply or holds a text that is too long.") from error
        raise XMLRefused("The XML is damaged: %(why)s.", why=" ".join(str(error.msg).split())) from error
