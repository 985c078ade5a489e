"""Characters of symbol fonts (w:sym) and raised figures, as the characters of Unicode that look so."""

import string

PRIVATE = range(0xF000, 0xF100)
"""Where Word puts the 256 characters of a symbol font."""

GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
GREEK_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"

FONTS: dict[str, dict[int, str]] = {
    "symbol": {
        **{ord(letter): letter for letter in string.digits + " !%&()+,./:;<=>?[]_{|}"},
        **dict(zip(map(ord, string.ascii_lowercase), GREEK, strict=True)),
        **dict(zip(map(ord, string.ascii_uppercase), GREEK_CAPITALS, strict=True)),
        0x2D: "−",
        0xA3: "≤",
        0xA5: "∞",
        0xAE: "→",
        0xB0: "°",
        0xB1: "±",
        0xB2: "″",
        0xB3: "≥",
        0xB4: "×",
        0xB7: "•",
        0xB8: "÷",
        0xB9: "≠",
        0xBB: "≈",
        0xBC: "…",
        0xD7: "⋅",
        0xE5: "∑",
    },
    "wingdings": {
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0xA7: "▪",
        0xA8: "□",
        0xD8: "➢",
        0xE0: "→",
        0xFC: "✓",
        0xFE: "☑",
    },
}

UNKNOWN = "\ufffd"

VERTICAL = {
    "superscript": str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾"),
    "subscript": str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎"),
}
"""Figures keep their place: «м²» must not become «м2», nor article 5¹ article 51."""


def symbol(font: str, code: str) -> str:
    """The character of a w:sym; UNKNOWN where the font is not known here or the code is none."""
    try:
        place = int(code, 16)
    except ValueError:
        return UNKNOWN
    if place in PRIVATE or font.lower() in FONTS:
        return FONTS.get(font.lower(), {}).get(place % 0x100, UNKNOWN)
    return chr(place) if 0x20 <= place < 0xD800 else UNKNOWN


def placed(text: str, position: str) -> str:
    """Raised or lowered figures as such; other words unchanged."""
    table = VERTICAL.get(position)
    figures = table is not None and text.strip() and all(ord(letter) in table for letter in text.strip())
    return text.translate(table) if table and figures else text
