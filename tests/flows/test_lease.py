"""The right to ask the cities' sites: one has it, and who falls silent loses it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, text

from stellenbund.domain.robots import RobotsState, RobotsStatus
from stellenbund.flows.lease import LENGTH, Leaseholder
from stellenbund.scraping.fetcher import PACE
from stellenbund.scraping.robots import LONGEST_DELAY
from stellenbund.store.database import writing
from stellenbund.store.robots import save_robots
from stellenbund.store.sources import source_id
from tests.builders import NOW
from tests.stocking import SITE, open_store


@dataclass
class Two:
    """Two processes that want to go out, with one clock."""

    engine: Engine
    at: datetime = NOW
    we: Leaseholder = field(init=False)
    they: Leaseholder = field(init=False)

    def __post_init__(self) -> None:
        """Give both their names."""
        self.we, self.they = (
            Leaseholder(engine=self.engine, name=name, clock=lambda: self.at)
            for name in ("we", "they")
        )

    def after(self, span: timedelta) -> None:
        """Let time pass."""
        self.at += span


@pytest.fixture
def two(engine: Engine) -> Two:
    return Two(engine)


def test_the_second_is_told_who_has_it_and_until_when(two: Two) -> None:
    lease = two.we.take()
    assert (lease.holder, lease.until) == ("we", NOW + LENGTH)
    assert two.they.take() == lease


def test_whoever_extends_it_has_it_for_as_long_as_they_like(two: Two) -> None:
    lease = two.we.take()
    for _ in range(10):
        two.after(LENGTH * 0.9)
        extended = two.we.extend(lease)
        assert extended is not None
        assert extended.until == two.at + LENGTH
        assert two.they.take() == extended


def test_one_who_falls_silent_loses_it_to_the_next_and_learns_of_it(two: Two) -> None:
    lease = two.we.take()
    two.after(LENGTH)
    assert two.they.take().holder == "they"
    assert two.we.extend(lease) is None
    two.we.give_back()
    assert two.we.take().holder == "they"


def test_one_who_falls_silent_and_is_not_missed_goes_on(two: Two) -> None:
    lease = two.we.take()
    two.after(10 * LENGTH)
    assert two.we.extend(lease) is not None
    assert two.they.take().holder == "we"


def test_while_the_database_is_away_it_is_ours_for_as_long_as_it_was_given(two: Two) -> None:
    lease = two.we.take()
    with two.engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("ALTER TABLE lease RENAME TO lease_that_is_away"))
    two.after(LENGTH - timedelta(seconds=1))
    assert two.we.extend(lease) == lease
    two.after(timedelta(seconds=1))
    assert two.we.extend(lease) is None


@pytest.mark.parametrize(
    ("wanted", "rest"), [(None, PACE.gap), (0.0, PACE.gap), (7.5, 7.5), (3_600.0, LONGEST_DELAY)]
)
def test_the_next_one_waits_as_long_as_the_slowest_host_wants(
    two: Two, wanted: float | None, rest: float
) -> None:
    open_store(two.engine)
    if wanted is not None:
        slow = RobotsState(
            host="https://musterstadt.example",
            asked_at=NOW,
            status=RobotsStatus.ALLOWED,
            crawl_delay=wanted,
        )
        with writing(two.engine) as session:
            number = source_id(session, SITE.city, SITE.key)
            save_robots(session, number, [slow], are_all=True)
    two.we.take()
    two.we.give_back()
    two.after(timedelta(seconds=rest) - timedelta(milliseconds=1))
    assert two.they.take().holder == "we"
    two.after(timedelta(milliseconds=1))
    assert two.they.take().holder == "they"


def test_who_gave_it_back_need_not_wait_for_themselves(two: Two) -> None:
    two.we.take()
    two.we.give_back()
    assert two.we.take().until == NOW + LENGTH
