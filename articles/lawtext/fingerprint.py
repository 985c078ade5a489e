"""Fingerprints: SHA-256 over a canonical form, so that equal content has one fingerprint everywhere.

A fingerprint is kept as 64 hexadecimal digits. ``printed`` is the form for exports and commands, ``short`` the one
that a person can compare by eye.
"""

import datetime
import hashlib
import json
from collections.abc import Mapping

PREFIX = "sha256-"


def canonical(value: object) -> bytes:
    """A plain value as JSON in one possible spelling: sorted keys, no blanks, UTF-8, words exactly as they are.

    Dates and moments become ISO 8601, moments in UTC with microseconds. TypeError for anything else that JSON cannot
    hold, ValueError for a moment without a time zone and for numbers that are none.
    """
    form = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_plain)
    return form.encode("utf-8")


def _plain(value: object) -> str:
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            raise ValueError(f"the moment {value.isoformat()} has no time zone")
        return value.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no canonical form")


def of_bytes(content: bytes) -> str:
    """The fingerprint of a document as it is stored."""
    return hashlib.sha256(content).hexdigest()


def of_entry(facts: Mapping[str, object]) -> str:
    """The fingerprint of an entry.

    ``facts`` are all that the entry says, as plain values: its sequence, moment, person, act, subject and reason, the
    rows it wrote and the fingerprint of the entry before, which makes the entries a chain.
    """
    return of_bytes(canonical(dict(facts)))


def of_draft(
    number: int,
    title: str,
    date: datetime.date,
    entry_fingerprint: str,
    previous: str,
    documents: Mapping[str, str],
) -> str:
    """The fingerprint of a draft: ``documents`` maps each language to the SHA-256 of its document.

    ``entry_fingerprint`` is that of the last entry the draft holds, ``previous`` that of the draft before or empty.
    """
    return of_bytes(
        canonical(
            {
                "number": number,
                "title": title,
                "date": date,
                "entry": entry_fingerprint,
                "previous": previous,
                "documents": dict(documents),
            }
        )
    )


def bare(fingerprint: str) -> str:
    """The hexadecimal digits of a fingerprint in any of its forms, as a person may type or paste it."""
    return "".join(fingerprint.lower().split()).removeprefix(PREFIX)


def printed(fingerprint: str) -> str:
    """The form for exports: «sha256-» and 64 digits; empty for no fingerprint."""
    return PREFIX + bare(fingerprint) if fingerprint else ""


def short(fingerprint: str) -> str:
    """The first 16 digits in groups of four, for print: «3fa9 02c1 77be 41d0»."""
    digits = bare(fingerprint)[:16]
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
