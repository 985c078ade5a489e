"""A plain-text law is read, in this process and in the one with limits that the application uses."""

from articles.lawtext import importers
from articles.lawtext.importers import sandbox

from .laws import law, pages, plain_text
from .measuring import Row, alone

MILLISECONDS_A_PAGE = 2000 / 100


def rows(articles):
    root = law(articles)
    content = plain_text(root).encode()
    limit = MILLISECONDS_A_PAGE * pages(root)
    ways = {"import of plain text": importers.read, "import in a process of its own": sandbox.read}
    for job, read in ways.items():
        times = alone(lambda read=read: read("law.txt", content, "ru"))
        yield Row(job, articles, times, "2 s for 100 pages", limit, 1)
