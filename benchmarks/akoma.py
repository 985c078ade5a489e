"""The law as Akoma Ntoso: what freezing writes, and what reading a draft reads."""

import datetime

from articles.lawtext.edition import Edition
from articles.lawtext.exporters import akn as writer
from articles.lawtext.importers import akn as reader

from .laws import law
from .measuring import Row, alone


def rows(articles):
    root = law(articles)
    edition = Edition(slug="bench", date=datetime.date(2026, 1, 1), begun=datetime.date(2026, 1, 1))
    document = writer.write(root, edition)
    yield Row("Akoma Ntoso, written", articles, alone(lambda: writer.write(root, edition)))
    yield Row("Akoma Ntoso, read", articles, alone(lambda: reader.read(document)))
