"""What an Akoma Ntoso document says about itself: the work, the expression, the file, editorial notes, the draft."""

import datetime
import itertools
from collections.abc import Mapping
from urllib.parse import quote

from ..akoma import NO_DATE
from ..edition import Edition
from ..fingerprint import printed
from ..units import AKN_LANGUAGES

COUNTRY = "kz"

REFERENCES = (
    '<references source="#lawdraft">'
    '<TLCOrganization eId="lawdraft" href="/ontology/organization/lawdraft" showAs="LawDraft"/>'
    '<TLCOrganization eId="group" href="/ontology/organization/group" showAs="Working group"/>'
    "</references>"
)


def words(text: str) -> str:
    """Text as content of an element; a carriage return is spelled out, since parsers turn it into a line feed."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def value(text: str) -> str:
    """Text as an attribute in double quotes; blanks that parsers would turn into spaces are spelled out."""
    return words(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


def work_uri(edition: Edition) -> str:
    """The address of the law itself, equal in every draft and language."""
    year = f"{edition.begun.year:04}/" if edition.begun else ""
    return f"/akn/{COUNTRY}/bill/{year}{quote(edition.slug, safe='') or 'law'}"


def expression_uri(edition: Edition) -> str:
    """The address of one draft in one language."""
    date = f"@{edition.date.isoformat()}" if edition.date else ""
    stand = f"draft-{edition.draft}" if edition.draft else "working"
    return f"{work_uri(edition)}/{AKN_LANGUAGES[edition.language]}{date}!{stand}"


def _date(date: datetime.date | None, name: str) -> str:
    if date is None:
        return f'<FRBRdate date="{NO_DATE}" name="unknown"/>'
    return f'<FRBRdate date="{date.isoformat()}" name="{name}"/>'


def _level(uri: str, component: str, date: str, author: str) -> str:
    return (
        f'<FRBRthis value="{value(uri)}/!{component}"/><FRBRuri value="{value(uri)}"/>'
        f'{date}<FRBRauthor href="#{author}"/>'
    )


def identification(edition: Edition, component: str = "main") -> str:
    """Work, expression and manifestation of the document or of one of its components (an annex)."""
    stood = _date(edition.date, "frozen" if edition.draft else "working")
    expression = expression_uri(edition)
    return (
        '<identification source="#lawdraft">'
        f"<FRBRWork>{_level(work_uri(edition), component, _date(edition.begun, 'begun'), 'group')}"
        f'<FRBRcountry value="{COUNTRY}"/></FRBRWork>'
        f"<FRBRExpression>{_level(expression, component, stood, 'group')}"
        f'<FRBRauthoritative value="{"true" if edition.authentic else "false"}"/>'
        f'<FRBRlanguage language="{AKN_LANGUAGES[edition.language]}"/></FRBRExpression>'
        f"<FRBRManifestation>{_manifestation(expression, component, stood)}</FRBRManifestation></identification>"
    )


def _manifestation(expression: str, component: str, stood: str) -> str:
    return (
        f'<FRBRthis value="{value(expression)}/!{component}.xml"/><FRBRuri value="{value(expression)}.xml"/>'
        f'{stood}<FRBRauthor href="#lawdraft"/>'
    )


def _draft(edition: Edition) -> str:
    """The draft for our own reader.

    The fingerprint of a draft covers this document, so only that of a working text can stand here.
    """
    facts = {
        "law": edition.slug,
        "number": str(edition.draft or ""),
        "title": edition.title,
        "date": edition.date.isoformat() if edition.date else "",
        "sequence": str(edition.sequence or ""),
        "previous": printed(edition.previous),
        "fingerprint": "" if edition.draft else printed(edition.fingerprint),
    }
    attributes = "".join(f' {name}="{value(fact)}"' for name, fact in facts.items() if fact)
    return f'<proprietary source="#lawdraft"><ld:draft{attributes}/></proprietary>'


def note_eids(count: int, taken: frozenset[str]) -> list[str]:
    """Names for so many editorial notes; a norm that stands directly in the law may be called note_1 as well."""
    free = (name for name in (f"note_{place}" for place in itertools.count(1)) if name not in taken)
    return list(itertools.islice(free, count))


def meta(edition: Edition, notes: Mapping[str, str]) -> str:
    """The element meta of the document; ``notes`` maps eIds to the words of editorial notes."""
    written = "".join(f'<note eId="{eid}"><p>{words(text)}</p></note>' for eid, text in notes.items())
    listed = f'<notes source="#lawdraft">{written}</notes>' if written else ""
    return f"<meta>{identification(edition)}{REFERENCES}{listed}{_draft(edition)}</meta>"
