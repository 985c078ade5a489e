"""The redline of a whole law whose provisions have ids."""

from articles.lawtext.comparison import compare

from . import peers
from .laws import changed_words, law, reworded
from .measuring import Row, held

SHARES = (0.05, 0.20)
QUICK_SHARE, QUICK_MILLISECONDS = 0.05, 30


def rows(articles):
    old = law(articles)
    for share in SHARES:
        new = reworded(old, share)
        job = f"redline with ids, {share:.0%} reworded"
        row = held(job, articles, lambda new=new: compare(old, new), _peer(old, new), "C++ dmp, changed clauses", 0.25)
        yield row
        if share == QUICK_SHARE:
            yield Row(job, articles, row.times, f"{QUICK_MILLISECONDS} ms", QUICK_MILLISECONDS, 1)


def _peer(old, new):
    """The changed clauses alone, each by characters."""
    diff = peers.characters()
    pairs = changed_words(old, new)
    return diff and (lambda: [diff(before, after) for before, after in pairs])
