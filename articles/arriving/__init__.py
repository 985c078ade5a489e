"""How a text comes in: a file with its report, an outline, a copy, the sample law."""
