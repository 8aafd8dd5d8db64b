"""Quota: how many requests a client may send in a minute, and what headers say about it."""

from stellenbund.api.allowance import WINDOW, Allowance
from stellenbund.api.headers import RawHeaders


class Quota:
    """So many requests a minute for each *name*, an address or a token; 0 is no limit."""

    def __init__(self, name: str, most: int) -> None:
        self.name, self.most = name, most
        self._policy = (b"ratelimit-policy", f'"{name}";q={most};w={WINDOW}'.encode())
        self._told = f'"{name}";r=%d;t=%d'.encode()

    def headers(self, allowance: Allowance) -> RawHeaders:
        """Return what is said of *allowance* (draft-ietf-httpapi-ratelimit-headers-10)."""
        left, resets_in = allowance
        return [self._policy, (b"ratelimit", self._told % (max(0, left), resets_in))]
