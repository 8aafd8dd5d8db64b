"""Webhook address: where a webhook may lead, as far as its text tells."""

import re
from enum import StrEnum
from urllib.parse import urlsplit

from stellenbund.domain.errors import StellenbundError

_PRINTABLE = re.compile(r"[\x21-\x7e]{1,2000}")
_NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?")
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Flaw(StrEnum):
    """What is wrong with an address."""

    UNREADABLE = "unreadable"
    NOT_SECURE = "not_secure"
    USER = "user"
    PORT = "port"
    HOST = "host"


class WebhookAddressError(StellenbundError):
    """An address to which no webhook may lead."""

    def __init__(self, flaw: Flaw) -> None:
        """Keep what is wrong with it."""
        super().__init__(flaw)
        self.flaw = flaw


def check_address(url: str, *, may_be_here: bool) -> None:
    """Let *url* pass: https to a public name, or this very machine where that is allowed.

    To which addresses the name leads is checked when it is connected to, every time anew.

    >>> check_address("https://agentur.example/hooks?key=1", may_be_here=False)
    >>> check_address("https://10.0.0.1/", may_be_here=False)
    Traceback (most recent call last):
    stellenbund.domain.webhook_address.WebhookAddressError: host

    Raises:
        WebhookAddressError: no webhook may lead there.
    """
    if not _PRINTABLE.fullmatch(url):
        raise WebhookAddressError(Flaw.UNREADABLE)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise WebhookAddressError(Flaw.UNREADABLE) from error
    if parts.username is not None or parts.fragment:
        raise WebhookAddressError(Flaw.USER)
    if may_be_here and host in _LOOPBACK and parts.scheme in {"http", "https"}:
        return
    if parts.scheme != "https":
        raise WebhookAddressError(Flaw.NOT_SECURE)
    if port not in {None, 443}:
        raise WebhookAddressError(Flaw.PORT)
    if not _NAME.fullmatch(host):
        raise WebhookAddressError(Flaw.HOST)
