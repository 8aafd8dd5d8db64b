"""Courier: brings a source's pages, following redirects and obeying what their hosts ask."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError, ReservedError
from stellenbund.scraping.hosts import Host
from stellenbund.scraping.memory import Memory, conditional, restored
from stellenbund.scraping.page import Fetch, Page, Request
from stellenbund.scraping.replies import Reply
from stellenbund.scraping.rules import Rules, learn, recall
from stellenbund.scraping.scraper import Site
from stellenbund.scraping.targets import MOST_REDIRECTS, Target, bare_hosts


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """On whose behalf something is fetched: the hosts it may come from, and what is remembered.

    Without *hosts*, it may come from any.
    """

    hosts: frozenset[str] | None
    memory: Memory


@dataclass(slots=True, kw_only=True)
class Courier:
    """Brings pages of all sources; what it knows of a host it knows for all of them.

    *read_target* takes an address apart that stands on the page of another (or raises
    ``FetchError``), *open_host* gives a host a client of its own, *agent* is our name in
    robots.txt, *deadline* the seconds that a page may take with all its redirects, *now* the
    clock by which pages and rules grow old.
    """

    read_target: Callable[[str, str], Target]
    open_host: Callable[[], Host]
    agent: str
    deadline: float
    now: Callable[[], datetime]
    _hosts: dict[str, Host] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def for_site(self, site: Site, memory: Memory | None = None) -> Fetch:
        """Return how pages of *site* are had: from the hosts of its starts and its further ones.

        What *memory* holds of a page is asked for only whether it changed; without one each page
        is sent whole.
        """
        addresses = (*site.starts, *(f"https://{host}/" for host in site.hosts))
        remembered = memory or Memory()

        def fetch(request: Request) -> Page:
            hosts = bare_hosts(self.read_target(each, each).host for each in addresses)
            target, asked, reply = self._reply(request, Errand(hosts=hosts, memory=remembered))
            try:
                page = reply.page(target.url)
            except ReservedError:
                remembered.note_reservation(target.origin)
                raise
            remembered.keep(asked, reply, self.now())
            return page

        return fetch

    def follow(self, url: str, memory: Memory | None = None) -> tuple[Target, Reply]:
        """Follow the link *url* to whatever host it leads; return where it ended, and the reply.

        What the hosts ask of us is noted in *memory*.

        Raises:
            FetchError: there is no reply, or a host does not want to be asked.
        """
        errand = Errand(hosts=None, memory=memory or Memory())
        target, _, reply = self._reply(Request(url), errand)
        return target, reply

    def _reply(
        self, request: Request, errand: Errand, *, is_rules: bool = False
    ) -> tuple[Target, Request, Reply]:
        """Follow redirects of *request*; return where it ended, what was asked there, the reply."""
        target = first = self.read_target(request.url, request.url)
        left = self.deadline
        for _ in range(MOST_REDIRECTS + 1):
            target.check(errand.hosts)
            host = self._host(target)
            if not is_rules:
                self._obey(host, target, errand)
            asked = _at(target, first, request)
            kept = None if is_rules else errand.memory.page_for(asked, self.now())
            reply = restored(host.ask(conditional(asked, kept), left), kept)
            if not reply.location:
                return target, asked, reply
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
            if target.server not in self._hosts:
                self._hosts[target.server] = self.open_host()
            return self._hosts[target.server]

    def _obey(self, host: Host, target: Target, errand: Errand) -> None:
        """Learn the rules of the target's origin, once for all who ask it, and let it pass.

        Raises:
            FetchError: the host does not want it read.
        """
        with host.learning:
            rules = host.rules.get(target.origin)
            if rules is None or not rules.are_fresh(self.now()):
                rules = host.rules[target.origin] = self._rules(target, errand)
        errand.memory.note(rules, target.url)
        rules.check(target.url)

    def _rules(self, target: Target, errand: Errand) -> Rules:
        """Return what the host asks of us: as the source still knows it, else as it says now."""
        known = errand.memory.known.get(target.origin)
        rules = recall(known, self.agent, self.now()) if known else None
        if rules is not None:
            return rules

        def ask(path: str) -> Reply:
            asked = self.read_target(path, target.url)
            return self._reply(Request(asked.url), errand, is_rules=True)[2]

        return learn(target.origin, ask, self.agent, self.now())


def _at(target: Target, first: Target, request: Request) -> Request:
    """Return *request* as it is sent to *target*; what it says is meant for its own host."""
    if target.host == first.host:
        return replace(request, url=target.url)
    return Request(target.url)
