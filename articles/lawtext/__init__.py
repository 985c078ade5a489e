"""Values and rules of legal text: pure Python, no Django, no database.

Arrows point one way: modules here import the standard library, lxml, rapidfuzz and other
libraries of text, and each other. ``tests/test_layers.py`` walks the imports and fails on anything else.
"""
