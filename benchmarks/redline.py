"""The redline of a whole law whose provisions have ids.

By characters a single changed word costs next to nothing, so ten are tried as well, as an amendment rewrites them.
"""

from articles.lawtext.comparison import compare

from . import peers
from .laws import FEW_WORDS, TEN_WORDS, changed_words, law, reworded
from .measuring import Row, held

SHARES = (0.05, 0.20)
WORDS = {"1–3 words": FEW_WORDS, "10 words": TEN_WORDS}
QUICK, QUICK_MILLISECONDS = (0.05, FEW_WORDS), 30


def rows(articles):
    old = law(articles)
    for named, words in WORDS.items():
        for share in SHARES:
            row = _row(f"redline with ids, {share:.0%} by {named}", articles, old, reworded(old, share, words))
            yield row
            if (share, words) == QUICK:
                yield Row(row.job, articles, row.times, f"{QUICK_MILLISECONDS} ms", QUICK_MILLISECONDS, 1)


def _row(job, articles, old, new):
    """Held against the changed clauses alone, each by characters."""
    diff, pairs = peers.characters(), changed_words(old, new)
    peer = diff and (lambda: [diff(before, after) for before, after in pairs])
    return held(job, articles, lambda: compare(old, new), peer, "C++ dmp, changed clauses", 0.25)
