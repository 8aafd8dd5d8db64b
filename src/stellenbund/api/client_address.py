"""Client address: who a request comes from, as far as that must be known to count requests."""

import ipaddress
import os

from starlette.types import Scope

FORWARDED_FOR = b"x-forwarded-for"

_SALT = os.urandom(16)
"""Drawn anew by each process and never told: without it no number can be traced back."""

_NETWORK_BYTES = 8
"""A household or an office has a /64 of IPv6, and as many addresses in it as it likes."""


def client_number(scope: Scope, proxies: int) -> int:
    """Return the number of the client of a request, the same for all its requests.

    Behind *proxies* it is the address that the outermost of ours wrote: as many from the right of
    X-Forwarded-For. What stands further left anybody can write.
    """
    client = scope.get("client")
    address: str = client[0] if client else ""
    if proxies:
        address = _forwarded(scope, proxies) or address
    return hash((_SALT, _network(address) if ":" in address else address))


def number_of(name: str) -> int:
    """Return a number for *name* from which nobody can tell the name."""
    return hash((_SALT, name))


def _forwarded(scope: Scope, proxies: int) -> str | None:
    lines = [value for name, value in scope["headers"] if name == FORWARDED_FOR]
    hops = b",".join(lines).decode("latin-1").split(",")
    if len(hops) < proxies:
        return None
    hop = hops[-proxies].strip()
    host = hop.partition("]")[0].removeprefix("[") if hop.startswith("[") else hop
    host = host.partition(":")[0] if host.count(":") == 1 else host
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return None
    return host


def _network(address: str) -> str | bytes:
    """Return what all IPv6 addresses of one client have in common.

    >>> _network("2001:db8:1:2:3:4:5:6") == _network("2001:db8:1:2::1")
    True
    >>> _network("::ffff:192.0.2.1")
    '192.0.2.1'
    """
    found = ipaddress.IPv6Address(address)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return found.packed[:_NETWORK_BYTES]
