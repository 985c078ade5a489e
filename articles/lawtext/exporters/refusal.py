"""Why a text cannot be written in a format."""


class ExportRefused(Exception):
    """The text cannot leave in this format; the message is one sentence that names character and place."""
