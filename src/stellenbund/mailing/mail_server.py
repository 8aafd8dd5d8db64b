"""Mail server: where letters are handed over, as one address tells it."""

import ssl
from dataclasses import dataclass, field
from enum import StrEnum
from smtplib import SMTP, SMTP_SSL
from typing import Self
from urllib.parse import unquote, urlsplit


class Security(StrEnum):
    """How the way to a server is protected: not at all, from its greeting on, or from the start."""

    NONE = "smtp"
    STARTTLS = "starttls"
    TLS = "smtps"


PORTS = {Security.NONE: 25, Security.STARTTLS: 587, Security.TLS: 465}
"""Where servers listen if nothing else is said (RFC 6409, RFC 8314)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """A server with whom to sign in there, if with anybody; *tls* says whom to trust."""

    host: str
    port: int
    security: Security
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context, repr=False)

    @classmethod
    def of(cls, url: str) -> Self:
        """Return the server that a setting names.

        >>> MailServer.of("starttls://stellen:ge%40heim@mail.example")  # doctest: +ELLIPSIS
        MailServer(host='mail.example', port=587, security=..., user='stellen')
        """
        parts = urlsplit(url)
        security = Security(parts.scheme)
        return cls(
            host=parts.hostname or "",
            port=parts.port or PORTS[security],
            security=security,
            user=parts.username and unquote(parts.username),
            password=parts.password and unquote(parts.password),
        )

    def client(self, *, our_name: str, timeout: float) -> SMTP:
        """Return a client, not yet connected; each of its steps may take *timeout* seconds."""
        if self.security is Security.TLS:
            protected = _Protected(local_hostname=our_name, timeout=timeout, context=self.tls)
            return protected.expecting(self.host)
        return _Plain(local_hostname=our_name, timeout=timeout).expecting(self.host)


class _Plain(SMTP):
    """A client that connects late and still knows whose certificate it expects."""

    def expecting(self, host: str) -> Self:
        """Let it be shown the certificate of *host* only."""
        self._host = host
        return self


class _Protected(SMTP_SSL):
    """The same, protected from the first byte on."""

    def expecting(self, host: str) -> Self:
        """Let it be shown the certificate of *host* only."""
        self._host = host
        return self
