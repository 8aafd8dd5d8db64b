"""Whatever a host does wrong: the run's outcome names it, and no opening is lost."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from stellenbund.domain.city import City
from stellenbund.domain.run import Outcome
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.register import register
from stellenbund.flows.scrape_source import scrape_source
from stellenbund.scraping.addresses import LOOPBACK
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.hosts import Pace
from stellenbund.scraping.scraper import Scraper, Site
from stellenbund.store.database import reading, writing
from stellenbund.store.runs import LoggedRun
from stellenbund.store.tables.openings import OpeningRow
from tests.builders import NOW
from tests.scraping.bad_host import DEADLINE, Behaviour, answer, page, serving
from tests.scraping.misdeeds import LATE, READ, ROWS, Row
from tests.stocking import PROFESSIONS, ids

PACE = Pace(gap=0.0, deadline=20.0, sleep=lambda _: None)
HASTY = replace(PACE, deadline=DEADLINE)
"""For hosts that never finish; any other may be slow because this machine is."""


def resolve(host: str, _: int) -> tuple[str, ...]:
    """Know every host of these tests; one of them is a private one."""
    return ("10.1.2.3",) if host.startswith("innen") else ("127.0.0.1",)


@dataclass
class Server:
    """A server whose behaviour changes, for a city that only this row knows."""

    engine: Engine
    city: City
    port: int
    behave: list[Behaviour]
    runs: int = field(default=0)

    def scrape(self, row: Row, *, is_good: bool) -> LoggedRun:
        """Read the city's site as *row* has it, or as it was while all was well."""
        good = Site(
            start=f"http://karriere.stadt.test:{self.port}/start",
            read=READ,
            hosts=("innen.stadt.test",),
        )
        site = good if is_good else replace(good, read=row.read, body=row.body)
        scraper = Scraper(city=self.city, sources=(site,))
        if is_good:
            with writing(self.engine) as session:
                register(session, [(self.city, [site.describe(self.city)])], PROFESSIONS, at=NOW)
        self.runs += 1
        at = NOW + timedelta(hours=self.runs)
        occasion = Occasion(
            trigger="test",
            sample=False,
            clock=lambda: at,
            new_id=ids(f"{self.city.slug}{self.runs}"),
        )
        with open_fetcher(
            "Stellenbund/0 (+mailto:test@example.org)",
            door=LOOPBACK,
            resolve=resolve,
            pace=HASTY if row.reason == LATE and not is_good else PACE,
        ) as courier:
            return scrape_source(
                self.engine, scraper, site, lambda memory: courier.for_site(site, memory), occasion
            )

    def openings(self) -> dict[str, str]:
        """Return the status of each opening of the city."""
        with reading(self.engine) as session:
            rows = session.exec(select(OpeningRow).where(OpeningRow.city == self.city.slug))
            return {row.id: str(row.status) for row in rows}


@contextmanager
def server(engine: Engine, number: int, good: Behaviour) -> Iterator[Server]:
    """Run a server that behaves well at first."""
    behave = [good]

    def behaving(connection: socket.socket, path: str) -> None:
        behave[-1](_WithPort(connection, port), path)  # type: ignore[arg-type]

    with serving(behaving) as port:
        city = City(
            slug=f"stadt-{number}", name="Stadt", ags="05999000", website="https://stadt.test"
        )
        yield Server(engine, city, port, behave)


@dataclass
class _WithPort:
    """A connection that puts the server's port where a row has left room for it."""

    connection: socket.socket
    port: int

    def sendall(self, sent: bytes) -> None:
        """Send with the room filled."""
        self.connection.sendall(sent.replace(b"{port}", str(self.port).encode()))

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_what_a_host_does_has_an_outcome_that_names_it_and_loses_nothing(
    shared_engine: Engine, row: Row
) -> None:
    shown = range(1, row.records + 1) if row.outcome is None else range(1, 5)
    with server(shared_engine, ROWS.index(row), answer(page(*shown))) as host:
        assert host.scrape(row, is_good=True).outcome is Outcome.APPLIED
        before = host.openings()
        host.behave.append(row.behave)
        began = time.monotonic()
        run = host.scrape(row, is_good=False)
        took = time.monotonic() - began
        after = host.openings()
    is_emptied = row.outcome is Outcome.EMPTY  # what is held, a person must let go
    assert run.outcome is (Outcome.DOUBTED if is_emptied else row.outcome or Outcome.UNCHANGED)
    assert row.reason in (run.reason or "")
    assert (run.reason is None) == (row.outcome is None)
    assert run.found - run.unreadable == row.records
    assert run.vanished == run.missing == 0
    assert len(before) == len(shown)
    assert before.items() <= after.items()
    assert row.reason != LATE or took < 20 * DEADLINE
