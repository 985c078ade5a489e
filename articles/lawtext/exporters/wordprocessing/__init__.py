"""The package that Word opens: styles, page, headers, properties. What stands in the body is the exporters' part."""
