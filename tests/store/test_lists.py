"""The lists beside the openings: cities, professions, sources and runs."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import select

from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.query import RunQuery
from stellenbund.domain.run import Outcome
from stellenbund.store.cities import list_cities
from stellenbund.store.database import reading
from stellenbund.store.professions import list_professions
from stellenbund.store.runs import find_run, list_runs
from stellenbund.store.sources import list_sources
from stellenbund.store.tables.runs import RunRow
from tests.builders import NOW, harvest, notice
from tests.stocking import (
    JOBSUCHE,
    MUSTERSTADT,
    NEUSTADT,
    PROFESSIONS,
    SITE,
    open_store,
    settled,
    source,
)

YESTERDAY = date(2026, 11, 23)


@pytest.fixture
def stocked(engine: Engine) -> Engine:
    """Two openings in Musterstadt, one of them expired, and a source in trouble."""
    open_store(engine)
    over = notice(
        "b", profession="koch", title="Koch", deadline_kind="fixed", deadline_on=YESTERDAY
    )
    settled(engine, harvest(notice("a"), over))
    settled(engine, harvest(trouble=Outcome.FAILED, reason="Kein Netz."), of=JOBSUCHE)
    return engine


def test_active_cities_are_listed_with_what_one_can_apply_for(stocked: Engine) -> None:
    with reading(stocked) as session:
        listed = [(state.city, state.openings) for state in list_cities(session, NOW)]
    assert listed == [(MUSTERSTADT, 1), (NEUSTADT, 0)]


def test_professions_are_listed_by_slug(stocked: Engine) -> None:
    clerk, gardener, cook = PROFESSIONS
    with reading(stocked) as session:
        assert list_professions(session) == (gardener, cook, clerk)


def test_a_source_is_listed_with_its_last_runs_and_its_last_good_one(stocked: Engine) -> None:
    for number in range(6):
        failed = harvest(trouble=Outcome.BLOCKED, reason="403")
        settled(stocked, failed, at=NOW + timedelta(hours=number + 1))
    with reading(stocked) as session:
        jobsuche, site, empty = list_sources(session)
    assert (jobsuche.source, jobsuche.notices, jobsuche.last_good) == (JOBSUCHE, 0, None)
    assert [run.reason for run in jobsuche.runs] == ["Kein Netz."]
    assert (site.source, site.notices, len(site.runs)) == (SITE, 2, 5)
    assert site.runs[0].finished_at == NOW + timedelta(hours=6)
    assert site.last_good is not None
    assert (site.last_good.finished_at, site.last_good.completeness["title"]) == (NOW, 1)
    assert (empty.source.city, empty.runs) == ("neustadt", ())


def test_the_sources_of_one_city(stocked: Engine) -> None:
    with reading(stocked) as session:
        assert [each.source.key for each in list_sources(session, city="neustadt")] == ["site"]


def test_runs_are_listed_newest_first_and_by_city_and_source(stocked: Engine) -> None:
    settled(stocked, harvest(notice("n")), of=source(city="neustadt"))
    with reading(stocked) as session:
        assert [(run.city, run.source) for run in list_runs(session)] == [
            ("neustadt", "site"),
            ("musterstadt", "jobsuche"),
            ("musterstadt", "site"),
        ]
        assert len(list_runs(session, RunQuery(city="musterstadt"))) == 2
        (run,) = list_runs(session, RunQuery(source="musterstadt/jobsuche"))
        assert (run.outcome, run.findings) == (Outcome.FAILED, ())
        assert len(list_runs(session, RunQuery(limit=1))) == 1
        assert find_run(session, run.id) == run


def test_a_run_that_never_was_is_not_found(stocked: Engine) -> None:
    with reading(stocked) as session, pytest.raises(NotFoundError, match="run: 99"):
        find_run(session, 99)


def test_a_doubted_harvest_is_kept_only_while_it_waits(engine: Engine) -> None:
    open_store(engine)
    many = tuple(notice(name, org_unit=f"Amt {name}") for name in "abcdefgh")
    doubted = harvest(many[0], unreadable=frozenset("z"))

    def waiting() -> list[object]:
        with reading(engine) as session:
            return [row.harvest for row in session.exec(select(RunRow)) if row.harvest]

    settled(engine, harvest(*many))
    settled(engine, doubted)
    assert waiting() == [doubted]
    settled(engine, harvest(trouble=Outcome.FAILED))
    assert waiting() == [doubted]
    settled(engine, doubted)
    assert waiting() == [doubted]
    settled(engine, harvest(*many))
    assert waiting() == []
