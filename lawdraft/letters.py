"""The mail server that EMAIL_URL names."""

from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

NEITHER = "EMAIL_URL is neither smtp://…, smtp+tls://… nor smtps://… with a host."

SCHEMES = {
    # scheme: port, STARTTLS, TLS from the first byte
    "smtp": (25, False, False),
    "smtp+tls": (587, True, False),
    "smtps": (465, False, True),
}


def mail_server(url: str) -> dict[str, object]:
    """Django's settings for a mail server given as ``smtp+tls://user:password@host:port``."""
    try:
        parts = urlsplit(url)
        port, starts_tls, is_tls = SCHEMES[parts.scheme]
        named_port = parts.port
    except (KeyError, ValueError) as error:
        raise ImproperlyConfigured(NEITHER) from error
    if not parts.hostname:
        raise ImproperlyConfigured(NEITHER)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": named_port or port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": starts_tls,
        "EMAIL_USE_SSL": is_tls,
        # A page waits for the mail server.
        "EMAIL_TIMEOUT": 10,
    }
