"""Why a text cannot be written in a format."""

from ..said import Refused


class ExportRefused(Refused):
    """The text cannot leave in this format; the message is one sentence that names character and place."""
