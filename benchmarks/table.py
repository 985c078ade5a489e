"""The table of measurements: one line a row, printed as it is measured."""

import os
import platform

from .measuring import Row

COLUMNS = (
    ("job", "<38"),
    ("articles", ">8"),
    ("median ms", ">10"),
    ("min–max", ">17"),
    ("cpu ms", ">7"),
    ("held against", "<36"),
    ("limit ms", ">9"),
    ("ratio", ">6"),
    ("target", ">7"),
    ("", "<4"),
)
NOTHING = "–"


def heading(database: str) -> str:
    """The machine and the database, then the names of the columns."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    machine = f"{os.cpu_count()} cores of {platform.machine()}, {memory:.0f} GB, load {os.getloadavg()[0]:.1f}"
    system = f"{platform.python_implementation()} {platform.python_version()} on {platform.system()}"
    names = _aligned(name for name, _format in COLUMNS)
    return f"{machine} · {system} · {database}\n\n{names}\n{'-' * len(names)}"


def line(row: Row) -> str:
    """One row; what is not there is a dash."""
    unit = "" if row.unit == "ms" else f", {row.unit}"
    return _aligned(
        (
            row.job + unit,
            str(row.articles),
            _number(row.times.median),
            f"{_number(row.times.least)}–{_number(row.times.most)}",
            _number(row.times.cpu),
            row.against or NOTHING,
            _number(row.limit),
            f"{row.ratio:.2f}" if row.ratio is not None else NOTHING,
            f"≤ {row.target:g}" if row.target is not None else NOTHING,
            row.verdict,
        )
    )


def _aligned(cells) -> str:
    return "  ".join(format(cell, form) for cell, (_name, form) in zip(cells, COLUMNS, strict=True)).rstrip()


def _number(value: float | None) -> str:
    """Three figures that count, or the whole number."""
    if value is None:
        return NOTHING
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
