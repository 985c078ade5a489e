"""The working text, in both its languages, becomes the next draft."""

from articles.procedures import freeze

from . import database
from .measuring import Row, alone


def rows(articles):
    law = database.law(articles)
    yield Row("freeze, two languages", articles, alone(lambda: freeze(law, "Измерение")))
