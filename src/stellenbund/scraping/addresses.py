"""Addresses: which of them may be reached; an explicit list, whatever the library thinks."""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Resolve = Callable[[str, int], Sequence[str]]
"""How a host and port become addresses: literals, in the order to be tried; else ``OSError``."""

Network = IPv4Network | IPv6Network

# IANA's special-purpose registries, and the address of one cloud's machine metadata.
_CLOSED_V4 = tuple(
    IPv4Network(each)
    for each in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "168.63.129.16/32",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
_OPEN_V6 = IPv6Network("2000::/3")
_CLOSED_V6 = tuple(
    IPv6Network(each) for each in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)


@dataclass(frozen=True, slots=True)
class Door:
    """What may be reached: public addresses on the ports of the web, and what is opened besides.

    *networks* opens further networks and *ports* replaces the ports (``None``: all of them);
    only tests, which have no other server than their own, have a reason to.
    """

    networks: tuple[Network, ...] = ()
    ports: frozenset[int] | None = frozenset({80, 443})

    def admits(self, address: str) -> bool:
        """Say whether the literal *address* may be connected to.

        >>> Door().admits("93.184.216.34"), Door().admits("::ffff:10.0.0.1")
        (True, False)
        """
        try:
            parsed = ip_address(address)
        except ValueError:
            return False
        if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
            parsed = parsed.ipv4_mapped
        if any(parsed in network for network in self.networks):
            return True
        if isinstance(parsed, IPv6Address):
            return parsed in _OPEN_V6 and not any(parsed in each for each in _CLOSED_V6)
        return not any(parsed in network for network in _CLOSED_V4)

    def admits_port(self, port: int) -> bool:
        """Say whether *port* may be connected to."""
        return self.ports is None or port in self.ports


PUBLIC = Door()
LOOPBACK = Door(networks=(ip_network("127.0.0.0/8"), ip_network("::1/128")), ports=None)


def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system's resolver; it also knows spellings such as ``127.1`` and ``0x7f.1``."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))
