"""What one run learns of a site, the next one knows; what brought too little is forgotten."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import func, select

from stellenbund.domain.robots import RobotsStatus
from stellenbund.domain.run import Outcome
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.remembering import forget_old
from stellenbund.flows.scrape_source import scrape_source
from stellenbund.scraping.addresses import LOOPBACK
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.hosts import Pace
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.scraper import Site
from stellenbund.store.database import reading
from stellenbund.store.runs import LoggedRun
from stellenbund.store.sources import list_sources
from stellenbund.store.tables.pages import PageRow
from tests.builders import NOW
from tests.flows.pages import LINES, SCRAPER, SITE, lines
from tests.scraping.bad_host import Behaviour, answer, serving
from tests.stocking import ids, open_store

PLAIN = "Content-Type: text/plain"
SENT = answer(LINES, PLAIN, 'ETag: "1"')
NOT_MODIFIED = answer("", status="304 Not Modified")


@dataclass
class Town:
    """A site whose answer changes from run to run, and the store that its runs are kept in."""

    engine: Engine
    port: int = 0
    behave: Behaviour = SENT
    heard: list[str] = field(default_factory=list)
    runs: int = 0

    def run(self, behave: Behaviour | None = None, *, sample: bool = False) -> LoggedRun:
        """Read the site, which from now on answers so, an hour after the last run."""
        self.behave = behave or self.behave
        self.heard.clear()
        self.runs += 1
        at = NOW + timedelta(hours=self.runs)
        site = replace(SITE, start=f"http://stadt.test:{self.port}/ausbildung")
        occasion = Occasion(
            trigger="test", sample=sample, clock=lambda: at, new_id=ids(str(self.runs))
        )
        pace = Pace(gap=0.0, sleep=lambda _: None, now=lambda: at)
        with open_fetcher(
            "Stellenbund", door=LOOPBACK, resolve=lambda _, __: ("127.0.0.1",), pace=pace
        ) as courier:
            return scrape_source(
                self.engine, SCRAPER, site, lambda memory: courier.for_site(site, memory), occasion
            )

    @property
    def was_asked_whether_it_changed(self) -> bool:
        """Whether the last run sent a validator."""
        return any("if-none-match" in each.lower() for each in self.heard)

    @property
    def kept(self) -> int:
        """How many pages are kept."""
        with reading(self.engine) as session:
            return session.exec(select(func.count()).select_from(PageRow)).one()


@pytest.fixture
def town(engine: Engine) -> Iterator[Town]:
    """A site and an empty store."""
    open_store(engine)
    with at_work(Town(engine)) as town:
        yield town


@contextmanager
def at_work(town: Town) -> Iterator[Town]:
    def behave(connection: socket.socket, path: str) -> None:
        town.behave(connection, path)

    with serving(behave, heard=town.heard) as town.port:
        yield town


def test_an_unchanged_site_costs_one_short_answer(town: Town) -> None:
    first = town.run()
    assert (first.outcome, first.new, first.not_modified) == (Outcome.APPLIED, 2, 0)
    second = town.run(NOT_MODIFIED)
    assert (second.outcome, second.unchanged, second.not_modified) == (Outcome.UNCHANGED, 2, 1)
    assert len(town.heard) == 1
    assert town.was_asked_whether_it_changed
    third = town.run()
    assert (third.pages, third.not_modified, town.kept) == (1, 1, 1)


def test_a_changed_site_is_read_anew(town: Town) -> None:
    town.run()
    more = LINES + "19 Ausbildung zum Verwaltungsfachangestellten (m/w/d) 2027\n"
    assert town.run(answer(more, PLAIN, 'ETag: "2"')).new == 1
    assert town.run(NOT_MODIFIED).found == 3


def test_a_page_without_validator_leaves_nothing(town: Town) -> None:
    town.run(answer(LINES, PLAIN))
    town.run()
    assert not town.was_asked_whether_it_changed


@pytest.mark.parametrize(
    ("behave", "outcome", "kept"),
    [
        (answer("", status="503 No"), Outcome.FAILED, 1),
        (answer("", status="403 No"), Outcome.BLOCKED, 1),
        (answer("<h1>Stellen</h1>", 'ETag: "2"'), Outcome.UNREADABLE, 0),
        (answer("", status="404 No"), Outcome.MOVED, 0),
    ],
)
def test_what_brought_too_little_is_not_believed_again(
    town: Town, behave: Behaviour, outcome: Outcome, kept: int
) -> None:
    town.run()
    assert (town.run(behave).outcome, town.kept) == (outcome, kept)
    town.run(SENT)
    assert town.was_asked_whether_it_changed is bool(kept)


def test_no_page_is_kept_for_more_than_a_week(town: Town) -> None:
    town.run()
    forget_old(town.engine, NOW + timedelta(days=7))
    assert town.kept == 1
    forget_old(town.engine, NOW + timedelta(days=7, hours=2))
    assert town.kept == 0


def test_saved_pages_leave_no_memory_and_use_none(town: Town) -> None:
    town.run(sample=True)
    assert town.kept == 0
    town.run()
    town.run(sample=True)
    assert not town.was_asked_whether_it_changed
    assert town.kept == 1


def test_a_run_that_is_interrupted_leaves_everything_as_it_was(town: Town) -> None:
    town.run()
    with reading(town.engine) as session:
        before = list_sources(session, city="musterstadt")[-1]
    occasion = Occasion(trigger="test", sample=False, clock=lambda: NOW, new_id=ids("x"))

    def press_ctrl_c(_: Request) -> Page:
        occasion.stop.set()
        return Page(url=SITE.starts[0], text="17 Ausbildung zum Maler (m/w/d) 2027")

    run = scrape_source(town.engine, SCRAPER, SITE, lambda _: press_ctrl_c, occasion)
    with reading(town.engine) as session:
        after = list_sources(session, city="musterstadt")[-1]
    assert (run.outcome, run.found, run.pages) == (Outcome.INTERRUPTED, 0, 0)
    assert (before.notices, before.robots) == (after.notices, after.robots)
    assert after.runs[0].outcome is Outcome.INTERRUPTED
    assert town.kept == 1


def test_the_rules_of_its_hosts_are_known_of_each_source(town: Town) -> None:
    run = town.run()
    assert run.outcome is Outcome.APPLIED
    with reading(town.engine) as session:
        (_, site) = list_sources(session, city="musterstadt")
    assert [(each.host, each.status) for each in site.robots] == [
        (f"http://stadt.test:{town.port}", RobotsStatus.NONE)
    ]


def test_a_host_that_is_no_longer_read_is_forgotten(town: Town) -> None:
    town.run()
    before = town.port
    with at_work(town):
        town.run()
    with reading(town.engine) as session:
        (_, site) = list_sources(session, city="musterstadt")
    assert before != town.port
    assert [each.host for each in site.robots] == [f"http://stadt.test:{town.port}"]


def test_sources_remember_each_for_itself(town: Town) -> None:
    town.run()
    other = Site(start=f"http://stadt.test:{town.port}/ausbildung", read=lines, key="jobsuche")
    occasion = Occasion(trigger="test", sample=False, clock=lambda: NOW, new_id=ids("y"))
    town.heard.clear()
    with open_fetcher(
        "Stellenbund", door=LOOPBACK, resolve=lambda _, __: ("127.0.0.1",), pace=Pace(gap=0.0)
    ) as courier:
        scrape_source(
            town.engine, SCRAPER, other, lambda memory: courier.for_site(other, memory), occasion
        )
    assert not town.was_asked_whether_it_changed
    assert town.kept == 2
