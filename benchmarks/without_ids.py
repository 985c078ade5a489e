"""Two laws without ids, as two files bring them."""

import tempfile
from pathlib import Path

from articles.lawtext.comparison import compare
from articles.lawtext.provision import anonymous

from . import peers
from .laws import law, plain_text, reworded, with_an_article_more
from .measuring import held


def rows(articles):
    old = law(articles)
    new = reworded(old, 0.05)
    yield _row("redline without ids, 5% by 1–3 words", articles, old, new)
    yield _row("redline without ids, an article more", articles, old, with_an_article_more(new))


def _row(job, articles, old, new):
    sides = anonymous(old), anonymous(new)
    diff = peers.word_diff()
    with tempfile.TemporaryDirectory() as folder:
        files = [_written(Path(folder, name), root) for name, root in (("old.txt", old), ("new.txt", new))]
        peer = diff and (lambda: diff(*files))
        return held(job, articles, lambda: compare(*sides), peer, "git diff --word-diff", 1)


def _written(path, root):
    path.write_text(plain_text(root), encoding="utf-8")
    return path
