"""A lease has one holder at a time, whoever wants it and whenever."""

import threading
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from stellenbund.domain.lease import Lease
from stellenbund.store.database import open_database, writing
from stellenbund.store.leases import change_lease, take_lease
from tests.builders import NOW

A_MINUTE = timedelta(minutes=1)


def lease(holder: str, until: datetime = NOW + A_MINUTE, name: str = "web") -> Lease:
    return Lease(name=name, holder=holder, until=until)


def take(engine: Engine, wanted: Lease, now: datetime = NOW) -> Lease:
    with writing(engine) as session:
        return take_lease(session, wanted, now)


def change(engine: Engine, changed: Lease) -> bool:
    with writing(engine) as session:
        return change_lease(session, changed)


def test_a_lease_that_nobody_has_is_ours(engine: Engine) -> None:
    assert take(engine, lease("we")) == lease("we")


def test_a_lease_that_somebody_has_stays_theirs_until_it_ends(engine: Engine) -> None:
    take(engine, lease("they"))
    ours = lease("we", NOW + 2 * A_MINUTE)
    just_before = NOW + A_MINUTE - timedelta(microseconds=1)
    assert take(engine, ours, just_before) == lease("they")
    assert take(engine, ours, NOW + A_MINUTE) == ours
    assert take(engine, lease("they", NOW + 3 * A_MINUTE), NOW + A_MINUTE) == ours


def test_who_has_a_lease_may_take_it_again(engine: Engine) -> None:
    take(engine, lease("we"))
    longer = lease("we", NOW + 5 * A_MINUTE)
    assert take(engine, longer) == longer


def test_leases_of_two_names_have_nothing_to_do_with_each_other(engine: Engine) -> None:
    take(engine, lease("they"))
    other = lease("we", name="another")
    assert take(engine, other) == other


def test_only_its_holder_makes_a_lease_longer_or_ends_it(engine: Engine) -> None:
    assert not change(engine, lease("we"))
    take(engine, lease("they"))
    assert not change(engine, lease("we", NOW))
    assert take(engine, lease("we")) == lease("they")
    assert change(engine, lease("they", NOW + 3 * A_MINUTE))
    assert take(engine, lease("we"), NOW + 2 * A_MINUTE).holder == "they"
    assert change(engine, lease("they", NOW))
    assert take(engine, lease("we")) == lease("we")


@pytest.mark.parametrize("is_known", [False, True])
def test_of_many_who_want_it_at_once_one_has_it(
    engine: Engine, database_url: str, *, is_known: bool
) -> None:
    if is_known:
        take(engine, lease("long gone", NOW - A_MINUTE))
    names = [f"process {number}" for number in range(8)]
    together = threading.Barrier(len(names))
    stood: dict[str, Lease] = {}

    def want(name: str) -> None:
        own = open_database(database_url)
        together.wait(60)
        stood[name] = take(own, lease(name))
        own.dispose()

    wanting = [threading.Thread(target=want, args=(name,)) for name in names]
    for each in wanting:
        each.start()
    for each in wanting:
        each.join()
    assert stood.keys() == set(names)
    assert len({each.holder for each in stood.values()}) == 1
