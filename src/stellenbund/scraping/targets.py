"""Target: an address that is about to be fetched, and whether it may be."""

from collections.abc import Iterable
from dataclasses import dataclass

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError

MOST_REDIRECTS = 3
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address, taken apart by the same code that will connect to it."""

    url: str
    scheme: str
    host: str
    port: int
    has_user: bool = False

    @property
    def origin(self) -> str:
        """What robots.txt belongs to, such as ``https://bochum.de``."""
        return f"{self.scheme}://{self.server}"

    @property
    def server(self) -> str:
        """What is to be spared, whether it is asked with encryption or without: ``bochum.de``."""
        port = "" if self.port == PORTS.get(self.scheme) else f":{self.port}"
        return f"{self.host}{port}"

    def check(self, hosts: frozenset[str] | None) -> None:
        """Let an address of one of *hosts* pass; without them, of any host.

        Raises:
            FetchError: it is no web address (failed), or leads to another host (moved).
        """
        if self.scheme not in {"http", "https"} or not self.host or self.has_user:
            raise FetchError(Outcome.FAILED, f"{self.url} ist keine Adresse einer Webseite.")
        if hosts is not None and bare(self.host) not in hosts:
            raise FetchError(
                Outcome.MOVED,
                f"{self.url} führt zu einem anderen Anbieter ({self.host}); er muss erst in der "
                "Beschreibung der Quelle erlaubt werden (hosts).",
            )

    def check_step(self, before: "Target") -> None:
        """Let a redirect from *before* pass.

        Raises:
            FetchError: it gives up the encryption.
        """
        if before.scheme == "https" and self.scheme == "http":
            raise FetchError(
                Outcome.MOVED, f"{before.url} leitet auf eine unverschlüsselte Adresse weiter."
            )


def bare(host: str) -> str:
    """Return *host* without what makes no difference: case, a final dot, ``www.``.

    >>> bare("WWW.Bielefeld.de.")
    'bielefeld.de'
    """
    return host.lower().rstrip(".").removeprefix("www.")


def bare_hosts(hosts: Iterable[str]) -> frozenset[str]:
    """Return the set of *hosts* as they are compared."""
    return frozenset(bare(host) for host in hosts if host)
