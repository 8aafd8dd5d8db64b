"""Copies: what stands in each portion, and that none is missed however many write."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from stellenbund.domain.copying import Copied, Operation, Portion, RestartedError
from stellenbund.flows.register import register
from stellenbund.store.changes import restart_sequence
from stellenbund.store.copies import changed_after, changed_at, public_numbers
from stellenbund.store.database import reading, writing
from tests.builders import NOW, harvest, notice
from tests.flows.desk import hidden
from tests.stocking import JOBSUCHE, MUSTERSTADT, SITE, open_store, settled, source

NEUSTADT_SITE = source(city="neustadt")


def portion(
    engine: Engine, after: int = 0, *, limit: int = 100, city: str | None = None
) -> Portion:
    with reading(engine) as session:
        return changed_after(session, after, limit=limit, city=city)


def told(engine: Engine, after: int = 0) -> list[tuple[Operation, str]]:
    return [(item.operation, item.reason) for item in portion(engine, after).items]


def offer(engine: Engine, *names: str, positions: int | None = None, hours: int = 0) -> None:
    """Let the authoritative source show openings of these names, and no others."""
    notices = (notice(name, org_unit=f"Amt {name}", positions=positions) for name in names)
    settled(engine, harvest(*notices), of=JOBSUCHE, at=NOW + timedelta(hours=hours))


def test_an_opening_that_changed_often_stands_there_once_as_it_is_now(engine: Engine) -> None:
    open_store(engine)
    for positions in (1, 2, 3):
        offer(engine, "a", "b", positions=positions, hours=positions)
    first = portion(engine)
    assert [item.opening and item.opening.positions for item in first.items] == [3, 3]
    assert [item.reason for item in first.items] == ["changed", "changed"]
    assert [item.sequence for item in first.items] == [5, 6]
    assert (first.next, first.latest, first.has_more) == (6, 6, False)
    assert portion(engine, 6).items == ()


def test_a_portion_ends_where_the_next_begins(engine: Engine) -> None:
    open_store(engine)
    offer(engine, *"abcde")
    taken: list[Copied] = []
    after, more = 0, True
    while more:
        part = portion(engine, after, limit=2)
        assert len(part.items) <= 2
        taken += part.items
        after, more = part.next, part.has_more
    assert tuple(taken) == portion(engine).items
    assert len(taken) == 5


def test_what_is_gone_says_why_and_what_is_hidden_says_no_more(engine: Engine) -> None:
    open_store(engine)
    offer(engine, "a", "b", "c")
    offer(engine, "a", "b", hours=1)
    assert told(engine, 3) == [(Operation.REMOVE, "vanished")]
    name = portion(engine).items[0].id
    hidden(engine, name)
    offer(engine, "a", "b", positions=7, hours=2)
    items = {item.id: item for item in portion(engine, 4).items}
    assert (items[name].opening, items[name].reason) == (None, "hidden")
    with reading(engine) as session:
        (left,) = changed_at(session, public_numbers(session))
        assert left.id != name


@pytest.mark.parametrize("is_sample", [False, True])
def test_a_city_that_leaves_takes_its_openings_with_it(engine: Engine, *, is_sample: bool) -> None:
    open_store(engine)
    settled(engine, harvest(notice("a")), of=SITE, sample=is_sample)
    settled(engine, harvest(notice("n")), of=NEUSTADT_SITE)
    for is_active, expected in (
        (False, (Operation.REMOVE, "city left")),
        (True, (Operation.UPSERT, "city joined")),
    ):
        before = portion(engine).latest
        city = MUSTERSTADT.model_copy(update={"is_active": is_active})
        for _ in range(2):  # the second time nothing moves
            with writing(engine) as session:
                register(session, [(city, ())], (), at=NOW)
        assert told(engine, before) == [expected]


def test_a_citys_portion_passes_over_the_changes_of_others(engine: Engine) -> None:
    open_store(engine)
    offer(engine, "a")
    settled(engine, harvest(notice("n")), of=NEUSTADT_SITE)
    offer(engine, "a", positions=2, hours=1)
    neustadt = portion(engine, city="neustadt")
    assert [item.sequence for item in neustadt.items] == [2]
    assert (neustadt.next, neustadt.latest) == (3, 3)
    assert portion(engine, 2, city="neustadt").next == 3


def test_after_a_restart_older_copies_are_refused_and_new_ones_go_on(engine: Engine) -> None:
    open_store(engine)
    offer(engine, "a")
    with writing(engine) as session:
        begins = restart_sequence(session)
    with pytest.raises(RestartedError) as refused:
        portion(engine, 1)
    assert (refused.value.after, refused.value.begins) == (1, begins)
    assert portion(engine, begins).items == ()
    offer(engine, "a", positions=2, hours=1)
    assert [item.sequence for item in portion(engine, begins).items] == [begins + 1]
    assert len(portion(engine, 0).items) == 1


def test_whoever_polls_while_others_write_misses_nothing(engine: Engine) -> None:
    open_store(engine)
    sources = (SITE, JOBSUCHE, NEUSTADT_SITE)
    failures: list[BaseException] = []

    def write(key: str, of_number: int) -> None:
        try:
            for number in range(1, 7):
                names = [f"{key}{place}" for place in range(4) if (place + number) % 5]
                notices = [
                    notice(name, title=name, profession=None, positions=number) for name in names
                ]
                at = NOW + timedelta(hours=number)
                settled(engine, harvest(*notices), of=sources[of_number], at=at)
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failures.append(error)

    writers = [threading.Thread(target=write, args=(f"w{i}-", i)) for i in range(3)]
    for writer in writers:
        writer.start()
    copy: dict[str, Copied] = {}
    after = 0
    while any(writer.is_alive() for writer in writers) or portion(engine, after).items:
        part = portion(engine, after, limit=3)
        copy |= {item.id: item for item in part.items}
        after = part.next
    assert failures == []
    assert sorted(copy.values(), key=lambda item: item.sequence) == list(portion(engine).items)
