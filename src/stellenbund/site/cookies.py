"""Cookies: the one cookie that there is, which holds a browser's ticket."""

from dataclasses import dataclass
from typing import Self

from starlette.requests import Request
from starlette.responses import Response

from stellenbund.settings import Settings


@dataclass(frozen=True, slots=True)
class TicketCookie:
    """The cookie's name, and whether it is sent only where TLS protects it.

    It ends with the browser, no script can read it, and no other site's request carries it. The
    prefix ``__Host-`` keeps other hosts of the domain from setting it.
    """

    name: str
    is_secure: bool

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the cookie of an installation; without TLS no browser takes the prefix."""
        if settings.plain_http:
            return cls(name="stellenbund", is_secure=False)
        return cls(name="__Host-stellenbund", is_secure=True)

    def read(self, request: Request) -> str | None:
        """Return the ticket that a browser carries."""
        return request.cookies.get(self.name)

    def write(self, response: Response, ticket: str) -> None:
        """Let a browser carry *ticket* from now on."""
        response.set_cookie(
            self.name, ticket, path="/", secure=self.is_secure, httponly=True, samesite="strict"
        )

    def drop(self, response: Response) -> None:
        """Let a browser carry nothing from now on."""
        response.delete_cookie(
            self.name, path="/", secure=self.is_secure, httponly=True, samesite="strict"
        )
