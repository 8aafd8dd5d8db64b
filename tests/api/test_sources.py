"""How a source is doing, and what its hosts ask of us, as the API shows it."""

import pytest

from stellenbund.api.schemas.sources import SourceCondition, SourceOut
from stellenbund.domain.robots import RobotsState, RobotsStatus
from stellenbund.domain.run import Outcome
from stellenbund.store.runs import LoggedRun
from stellenbund.store.sources import SourceState
from tests.builders import NOW
from tests.stocking import SITE


def shown(*outcomes: Outcome, robots: tuple[RobotsState, ...] = ()) -> SourceOut:
    """Return a source whose last runs ended so, newest first."""
    runs = tuple(
        LoggedRun(
            id=number,
            city="musterstadt",
            source="site",
            trigger="test",
            sample=False,
            started_at=NOW,
            finished_at=NOW,
            outcome=outcome,
        )
        for number, outcome in enumerate(outcomes, start=1)
    )
    state = SourceState(source=SITE, notices=0, runs=runs, last_good=None, robots=robots)
    return SourceOut.of(state, dead_links=0)


@pytest.mark.parametrize(
    ("outcomes", "condition"),
    [
        ((), SourceCondition.NEVER_RUN),
        ((Outcome.UNCHANGED, Outcome.FAILED), SourceCondition.WORKING),
        ((Outcome.FAILED, Outcome.APPLIED), SourceCondition.IN_TROUBLE),
        ((Outcome.INTERRUPTED, Outcome.APPLIED), SourceCondition.WORKING),
        ((Outcome.INTERRUPTED, Outcome.BLOCKED), SourceCondition.IN_TROUBLE),
        ((Outcome.INTERRUPTED,), SourceCondition.NEVER_RUN),
    ],
)
def test_a_run_that_was_interrupted_says_nothing_about_its_source(
    outcomes: tuple[Outcome, ...], condition: SourceCondition
) -> None:
    assert shown(*outcomes).condition is condition


def test_what_a_host_asks_is_shown_without_its_files() -> None:
    state = RobotsState(
        host="https://karriere.musterstadt.example",
        asked_at=NOW,
        status=RobotsStatus.DISALLOWED,
        crawl_delay=7.0,
        is_reserved=True,
        robots_txt="User-agent: *\nDisallow: /",
        tdmrep="[]",
    )
    (robots,) = shown(robots=(state,)).robots
    assert robots.model_dump() == {
        "host": "https://karriere.musterstadt.example",
        "asked_at": NOW,
        "status": "disallowed",
        "crawl_delay": 7.0,
        "is_reserved": True,
    }
