"""Rules: what one host asks of programs, learnt once and kept for at most a day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from stellenbund.domain.robots import RobotsState, RobotsStatus
from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError, ReservedError
from stellenbund.scraping.replies import Reply
from stellenbund.scraping.reservations import (
    FILE,
    Reservations,
    is_reserved,
    read_reservations,
)
from stellenbund.scraping.robots import Robots

KEPT = timedelta(hours=24)
"""So long rules may be kept, as RFC 9309 (2.4) has it."""

KEPT_REFUSAL = timedelta(hours=1)
"""So long a robots.txt that the server could not deliver keeps us out before we ask again."""

Ask = Callable[[str], Reply]
"""How a file of the host is asked for: its path in, the reply out; else a ``FetchError``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The wishes of a host: its robots.txt, the delay in it, and what it reserves (TDMRep)."""

    robots: Robots
    reservations: Reservations
    state: RobotsState

    def check(self, url: str) -> None:
        """Let *url* pass.

        Raises:
            FetchError: the host does not want it read, or its wish could not be learnt.
        """
        self.robots.check(url)
        if self.reserves(url):
            raise ReservedError(url, FILE)

    def reserves(self, url: str) -> bool:
        """Say whether *url* is reserved."""
        return is_reserved(self.reservations, url)

    def are_fresh(self, now: datetime) -> bool:
        """Say whether they still hold without asking again."""
        is_refusal = self.state.status is RobotsStatus.UNREADABLE
        return self.state.asked_at + (KEPT_REFUSAL if is_refusal else KEPT) > now

    @property
    def delay(self) -> float:
        """Seconds that the host wants between two requests; 0 where it does not say."""
        return self.robots.delay


def recall(state: RobotsState, agent: str, now: datetime) -> Rules | None:
    """Return the rules that an earlier reading learnt, if they still hold."""
    robots = Robots.read(state.robots_txt, agent)
    if state.status is RobotsStatus.UNREADABLE:
        return None
    rules = Rules(
        robots=robots,
        reservations=read_reservations(state.tdmrep or ""),
        # What they mean for another source's addresses is not known yet.
        state=state.model_copy(update={"status": _status(robots), "is_reserved": False}),
    )
    return rules if rules.are_fresh(now) else None


def learn(host: str, ask: Ask, agent: str, asked_at: datetime) -> Rules:
    """Ask *host* for its rules.

    Raises:
        FetchError: it cannot be reached at all; that says nothing about its wishes.
    """
    robots, text = _robots(ask, agent)
    tdmrep = _tdmrep(host, ask, robots)
    state = RobotsState(
        host=host,
        asked_at=asked_at,
        status=_status(robots),
        crawl_delay=robots.delay,
        robots_txt=text,
        tdmrep=tdmrep,
    )
    return Rules(robots=robots, reservations=read_reservations(tdmrep or ""), state=state)


def _robots(ask: Ask, agent: str) -> tuple[Robots, str | None]:
    """Ask for robots.txt: without one all is allowed, if it cannot be read nothing is."""
    try:
        reply = ask("/robots.txt")
    except FetchError as error:
        if error.outcome is Outcome.FAILED:
            raise
        if error.outcome is Outcome.MOVED:
            return Robots(agent), None
        return Robots(agent, refusal=f"robots.txt war nicht zu lesen: {error.reason}"), None
    if reply.is_error_of_server:
        return Robots(agent, refusal=f"robots.txt war nicht zu lesen: Status {reply.status}."), None
    text = _lines(reply.text()) if reply.is_success else None
    return Robots.read(text, agent), text


def _tdmrep(host: str, ask: Ask, robots: Robots) -> str | None:
    """Ask for the reservations; a host from which none can be had reserves nothing."""
    try:
        robots.check(host + FILE)
        reply = ask(FILE)
    except FetchError:
        return None
    text = _lines(reply.text()) if reply.is_success else ""
    return text if read_reservations(text) else None


def _lines(text: str) -> str:
    """Return *text* with our line ends."""
    return "\n".join(text.splitlines())


def _status(robots: Robots) -> RobotsStatus:
    if robots.refusal:
        return RobotsStatus.UNREADABLE
    return RobotsStatus.ALLOWED if robots.rules else RobotsStatus.NONE
