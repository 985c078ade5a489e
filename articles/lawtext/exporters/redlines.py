"""The formats in which a redline leaves: one table, and the only place that lists them."""

from . import Exporter, redline_html, redline_json, redline_pdf

REDLINES = {
    "html": Exporter(redline_html.write, "text/html; charset=utf-8", ".html"),
    "json": Exporter(redline_json.write, "application/json", ".json"),
    "pdf": Exporter(redline_pdf.write, "application/pdf", ".pdf"),
}
"""Each ``write(comparison, old, new)`` takes a Comparison and the two Editions and gives the file as bytes."""
