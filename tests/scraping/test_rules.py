"""What a host asks of programs is learnt once a day, obeyed, and known for each source."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from stellenbund.domain.robots import RobotsState, RobotsStatus
from stellenbund.domain.run import Outcome
from stellenbund.scraping.addresses import LOOPBACK
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.hosts import Pace
from stellenbund.scraping.memory import Memory
from stellenbund.scraping.page import Fetch, Request
from stellenbund.scraping.scraper import Site
from tests.scraping.bad_host import Behaviour, answer, missing, page, serving

NOON = datetime(2026, 11, 25, 11, tzinfo=UTC)
DELAYED = "User-agent: *\r\nCrawl-delay: 7\r\nDisallow: /intern\r\n"
RESERVED = '[{"location": "/intern/", "tdm-reservation": 1}]'
ALL_RESERVED = '[{"location": "/", "tdm-reservation": 1}]'


def plain(text: str) -> Behaviour:
    return answer(text, "Content-Type: text/plain")


@dataclass
class Visits:
    """A host, visited again and again by one source that keeps what it learns of it."""

    robots: Behaviour = missing
    reserved: Behaviour = missing
    page: Behaviour = field(default_factory=lambda: answer(page(1)))
    now: datetime = NOON
    heard: list[str] = field(default_factory=list)
    known: Mapping[str, RobotsState] = field(default_factory=dict)
    outcomes: list[Outcome | None] = field(default_factory=list)

    def visit(self, *paths: str) -> RobotsState:
        """Fetch *paths*, whatever becomes of it; return what is known of the host."""
        self.heard.clear()
        memory = Memory(known=self.known)
        pace = Pace(gap=0.0, sleep=lambda _: None, now=lambda: self.now)
        with serving(self.page, self.robots, self.heard, self.reserved) as port:
            start = f"http://karriere.stadt.test:{port}"
            if self.known:
                (state,) = self.known.values()
                memory.known = {start: state.model_copy(update={"host": start})}
            with open_fetcher(
                "Stellenbund/0", door=LOOPBACK, resolve=lambda _, __: ("127.0.0.1",), pace=pace
            ) as courier:
                fetch = courier.for_site(Site(start=start, read=lambda _: iter(())), memory)
                self.outcomes = [self._outcome(fetch, start + path) for path in paths]
        self.known = memory.hosts
        (state,) = memory.hosts.values()
        assert state.host == start
        return state

    def _outcome(self, fetch: Fetch, url: str) -> Outcome | None:
        try:
            fetch(Request(url))
        except FetchError as error:
            return error.outcome
        return None

    @property
    def asked(self) -> list[str]:
        """The paths that the host was asked for."""
        return [each.split(" ")[1] for each in self.heard]


RULES = ["/robots.txt", "/.well-known/tdmrep.json"]


def test_a_host_without_rules_allows_everything() -> None:
    state = Visits().visit("/stellen")
    assert (state.status, state.crawl_delay, state.is_reserved) == (RobotsStatus.NONE, 0.0, False)
    assert state.asked_at == NOON


def test_a_rule_that_does_not_concern_the_source_is_none_to_it() -> None:
    state = Visits(robots=plain(DELAYED), reserved=answer(RESERVED)).visit("/stellen")
    assert (state.status, state.crawl_delay) == (RobotsStatus.ALLOWED, 7.0)
    assert not state.is_reserved


def test_what_the_source_needs_and_must_not_have_is_known() -> None:
    visits = Visits(robots=plain(DELAYED))
    state = visits.visit("/stellen", "/intern/17", "/stellen")
    assert visits.outcomes == [None, Outcome.BLOCKED, None]
    assert state.status is RobotsStatus.DISALLOWED


def test_a_server_that_fails_at_its_robots_txt_is_not_read() -> None:
    visits = Visits(robots=answer("", status="500 No"))
    state = visits.visit("/stellen")
    assert state.status is RobotsStatus.UNREADABLE
    assert visits.outcomes == [Outcome.BLOCKED]
    assert visits.asked == ["/robots.txt"]


def test_a_reserved_page_is_not_even_asked_for() -> None:
    visits = Visits(reserved=answer(RESERVED, "Content-Type: application/json"))
    state = visits.visit("/stellen", "/intern/17")
    assert visits.outcomes == [None, Outcome.BLOCKED]
    assert visits.asked == [*RULES, "/stellen"]
    assert state.is_reserved


@pytest.mark.parametrize(
    "reserving",
    [
        answer(page(1), "TDM-Reservation: 1"),
        answer('<meta name="TDM-Reservation" content="1">' + page(1)),
    ],
)
def test_a_page_that_reserves_itself_is_known(reserving: Behaviour) -> None:
    visits = Visits(page=reserving)
    assert visits.visit("/stellen").is_reserved
    assert visits.outcomes == [Outcome.BLOCKED]


@pytest.mark.parametrize(
    "reserved",
    [
        missing,
        answer("", status="500 No"),
        answer("", status="403 No"),
        answer("<title>Nicht gefunden</title>"),
        answer("", "Location: https://example.com/", status="302 Found"),
        answer(ALL_RESERVED, status="404 Not Found"),
    ],
)
def test_a_host_that_has_no_such_file_reserves_nothing(reserved: Behaviour) -> None:
    visits = Visits(reserved=reserved)
    assert not visits.visit("/stellen").is_reserved
    assert visits.outcomes == [None]


def test_a_file_that_robots_txt_forbids_is_not_asked_for() -> None:
    visits = Visits(plain("User-agent: *\nDisallow: /.well-known/"), answer(ALL_RESERVED))
    visits.visit("/stellen")
    assert visits.asked == ["/robots.txt", "/stellen"]


def test_within_a_day_a_known_host_is_not_asked_for_its_rules_again() -> None:
    visits = Visits(robots=plain(DELAYED), reserved=answer(RESERVED))
    first = visits.visit("/stellen")
    visits.now += timedelta(hours=23)
    again = visits.visit("/stellen", "/intern/17")
    assert visits.asked == ["/stellen"]
    assert visits.outcomes == [None, Outcome.BLOCKED]
    assert (again.asked_at, again.crawl_delay) == (NOON, first.crawl_delay)
    assert again.status is RobotsStatus.DISALLOWED


def test_after_a_day_it_is_asked_again() -> None:
    visits = Visits(robots=plain(DELAYED))
    visits.visit("/stellen")
    visits.now += timedelta(hours=24)
    visits.robots = plain("")
    state = visits.visit("/stellen", "/intern/17")
    assert visits.asked == [*RULES, "/stellen", "/intern/17"]
    assert (state.asked_at, state.status) == (visits.now, RobotsStatus.ALLOWED)


def test_what_was_forbidden_once_is_judged_anew_each_time() -> None:
    visits = Visits(robots=plain(DELAYED))
    assert visits.visit("/intern").status is RobotsStatus.DISALLOWED
    assert visits.visit("/stellen").status is RobotsStatus.ALLOWED


def test_a_refusal_is_not_kept_for_the_next_reading() -> None:
    visits = Visits(robots=answer("", status="500 No"))
    visits.visit("/stellen")
    visits.robots = missing
    assert visits.visit("/stellen").status is RobotsStatus.NONE


@pytest.mark.parametrize("delay", ["inf", "nan", "1e300", "-5", "99999999999"])
def test_a_delay_out_of_all_proportion_is_a_day(delay: str) -> None:
    state = Visits(robots=plain(f"User-agent: *\nCrawl-delay: {delay}")).visit("/stellen")
    assert 0 <= state.crawl_delay <= 86_400


def test_one_reader_going_on_for_days_learns_anew() -> None:
    heard: list[str] = []
    clock = [NOON]
    pace = Pace(gap=0.0, sleep=lambda _: None, now=lambda: clock[0])
    with serving(answer(page(1)), heard=heard) as port:
        start = f"http://karriere.stadt.test:{port}"
        with open_fetcher(
            "Stellenbund", door=LOOPBACK, resolve=lambda _, __: ("127.0.0.1",), pace=pace
        ) as courier:
            fetch = courier.for_site(Site(start=start, read=lambda _: iter(())))
            for hours in (0, 23, 2):
                clock[0] += timedelta(hours=hours)
                fetch(Request(start))
    assert len([each for each in heard if "robots.txt" in each]) == 2
