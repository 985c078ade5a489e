"""Parts of a Word document: its package, styles, numbering, runs, tables and tracked changes."""
