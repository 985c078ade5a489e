"""``python -m benchmarks [--sizes 60,240] [--only redline,pdf]``."""

import argparse
import contextlib
import sys
from importlib import import_module

from . import database, table

JOBS = ("imports", "redline", "without_ids", "docx", "pdf", "akoma")
DATABASE_JOBS = ("load", "save", "freeze", "page", "act", "compare")
"""Each is a module with a function ``rows(articles)``."""

SIZES = (60, 240, 960)


def main() -> None:
    chosen = _arguments()
    needs_database = any(job in DATABASE_JOBS for job in chosen.only)
    with database.temporary() if needs_database else contextlib.nullcontext("no database") as named:
        print(table.heading(named), flush=True)
        rows = [row for job in chosen.only for size in chosen.sizes for row in _rows(job, size)]
    over = [row for row in rows if row.verdict == "over"]
    print(f"\n{len(over)} of {sum(bool(row.verdict) for row in rows)} rows are over their target.")


def _rows(job, size):
    for row in import_module(f".{job}", __package__).rows(size):
        print(table.line(row), flush=True)
        yield row


def _arguments():
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=size_list, default=SIZES, help="numbers of articles, such as 60,240")
    parser.add_argument("--only", type=job_list, default=JOBS + DATABASE_JOBS, help=", ".join(JOBS + DATABASE_JOBS))
    return parser.parse_args()


def size_list(given):
    return tuple(map(int, given.split(",")))


def job_list(given):
    names = tuple(given.split(","))
    unknown = set(names) - set(JOBS + DATABASE_JOBS)
    if unknown:
        raise argparse.ArgumentTypeError(f"there is no job {', '.join(sorted(unknown))}")
    return names


if __name__ == "__main__":
    sys.exit(main())
