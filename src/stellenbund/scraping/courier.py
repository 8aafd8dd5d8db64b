"""Courier: brings a source's pages, following redirects and obeying robots.txt."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.hosts import Host
from stellenbund.scraping.page import Fetch, Page, Request
from stellenbund.scraping.replies import Reply
from stellenbund.scraping.robots import Robots
from stellenbund.scraping.scraper import Site
from stellenbund.scraping.targets import MOST_REDIRECTS, Target, bare_hosts


@dataclass(slots=True, kw_only=True)
class Courier:
    """Brings pages of all sources; what it knows of a host it knows for all of them.

    *read_target* takes an address apart that stands on the page of another (or raises
    ``FetchError``), *open_host* gives a host a
    client of its own, *agent* is our name in robots.txt, *deadline* the seconds that a page may
    take with all its redirects.
    """

    read_target: Callable[[str, str], Target]
    open_host: Callable[[], Host]
    agent: str
    deadline: float
    _hosts: dict[tuple[str, str, int], Host] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def for_site(self, site: Site) -> Fetch:
        """Return how pages of *site* are had: from the hosts of its starts and its further ones."""
        addresses = (*site.starts, *(f"https://{host}/" for host in site.hosts))

        def fetch(request: Request) -> Page:
            allowed = bare_hosts(self.read_target(each, each).host for each in addresses)
            target, reply = self._reply(request, allowed)
            return reply.page(target.url)

        return fetch

    def _reply(
        self, request: Request, allowed: frozenset[str], *, is_robots: bool = False
    ) -> tuple[Target, Reply]:
        """Follow redirects of *request*; return where it ended, and the reply there."""
        target = first = self.read_target(request.url, request.url)
        left = self.deadline
        for _ in range(MOST_REDIRECTS + 1):
            target.check(allowed)
            host = self._host(target)
            if not is_robots:
                self._robots(host, target, allowed).check(target.url)
            reply = host.ask(_at(target, first, request), left)
            if not reply.location:
                return target, reply
            left -= reply.took
            target = self._step(target, reply.location)
            request = reply.onward(request)
        raise FetchError(
            Outcome.MOVED, f"{first.url} leitet öfter als {MOST_REDIRECTS}-mal weiter."
        )

    def _step(self, target: Target, location: str) -> Target:
        """Return where a redirect leads, if one may follow it."""
        onward = self.read_target(location, target.url)
        onward.check_step(target)
        return onward

    def _host(self, target: Target) -> Host:
        """Return the host of *target*, with the client that it alone uses."""
        with self._lock:
            if target.origin not in self._hosts:
                self._hosts[target.origin] = self.open_host()
            return self._hosts[target.origin]

    def _robots(self, host: Host, target: Target, allowed: frozenset[str]) -> Robots:
        """Return the host's rules; they are asked for once."""
        if host.robots is None:
            host.robots = self._read_robots(target, allowed)
        return host.robots

    def _read_robots(self, target: Target, allowed: frozenset[str]) -> Robots:
        """Ask for robots.txt: without one all is allowed, if it cannot be read nothing is.

        Raises:
            FetchError: the host cannot be reached at all; that says nothing about its wishes.
        """
        asked = self.read_target("/robots.txt", target.url)
        try:
            _, reply = self._reply(Request(asked.url), allowed, is_robots=True)
        except FetchError as error:
            if error.outcome is Outcome.FAILED:
                raise
            if error.outcome is Outcome.MOVED:
                return Robots(self.agent)
            return Robots(self.agent, refusal=f"robots.txt war nicht zu lesen: {error.reason}")
        return Robots.judged(reply.status, reply.text(), self.agent, asked.url)


def _at(target: Target, first: Target, request: Request) -> Request:
    """Return *request* as it is sent to *target*; what it says is meant for its own host."""
    if target.host == first.host:
        return replace(request, url=target.url)
    return Request(target.url)
