"""The law as tagged PDF/A: pages in a second, against WeasyPrint, and the memory that setting it takes."""

import io
import multiprocessing
import resource
from concurrent.futures import ProcessPoolExecutor
from html import escape

from pypdf import PdfReader

from articles.lawtext.edition import Edition
from articles.lawtext.exporters import pdf
from articles.lawtext.provision import provisions
from articles.lawtext.units import label

from . import peers
from .laws import law
from .measuring import Row, Times, held

PAGES_A_SECOND = 190
SECONDS = 5.0

PAGE = (
    '<!DOCTYPE html><html lang="ru"><head><title>{title}</title><style>@page {{ size: A4; margin: 2cm 2cm 2cm 3cm }} '
    "body {{ font: 14pt serif; text-align: justify }} p {{ margin: 0; text-indent: 1cm }}</style></head>"
    "<body>{body}</body></html>"
)
TAGS = {"law": "h1", "chapter": "h2", "article": "h3"}


def rows(articles):
    root = law(articles)
    peer = peers.weasyprint()
    page = _page(root)
    row = held(
        "PDF",
        articles,
        lambda: pdf.write(root, Edition()),
        peer and (lambda: peer(page)),
        "WeasyPrint, tagged",
        0.15,
        seconds=SECONDS,
    )
    yield row
    pages = len(PdfReader(io.BytesIO(pdf.write(root, Edition()))).pages)
    yield Row(f"PDF, {pages} pages", articles, row.times, "190 pages a second", 1000 * pages / PAGES_A_SECOND, 1)
    memory = _apart(_memory, articles)
    yield Row("PDF, peak memory of the setting", articles, Times(memory, memory, memory), unit="MB")


def _page(root):
    return PAGE.format(title=escape(root.heading), body="".join(map(_element, provisions(root))))


def _element(unit):
    tag = TAGS.get(unit.kind, "p")
    return f"<{tag}>{label(unit.kind, unit.number, 'ru')} {escape(unit.heading or unit.text)}</{tag}>"


def _apart(act, *arguments):
    """What a function returns in a fresh process, which has ended no other processes before."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as process:
        return process.submit(act, *arguments).result()


def _memory(articles):
    """The most that the process which sets the PDF held at once, in megabytes."""
    pdf.write(law(articles), Edition())
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
