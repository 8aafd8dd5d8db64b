"""Openings that are advertised again: linked with what had ended, never merged with it."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from stellenbund.domain.clock import berlin_day
from stellenbund.domain.notice import Notice
from stellenbund.domain.opening import Opening
from stellenbund.domain.source import Source
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.growth import grown
from stellenbund.flows.picture import Picture
from stellenbund.store.database import reading
from stellenbund.store.tables.changes import ChangeRow
from tests.builders import NOW, harvest, notice
from tests.flows import invariants
from tests.flows.desk import corrected, seen
from tests.reading import openings_of
from tests.stocking import JOBSUCHE, SITE, open_store, settled, source

DAY = timedelta(days=1)
OTHERS = tuple(notice(name, org_unit=f"Amt {name}", title=f"Stelle {name}") for name in "bcde")


def say(engine: Engine, *references: str, at: datetime, of: Source = JOBSUCHE) -> None:
    """Let a source show gardeners under these references, and four openings besides."""
    settled(engine, harvest(*map(gardener, references), *OTHERS), of=of, at=at)
    invariants.check(engine)


def gardener(reference: str) -> Notice:
    return notice(reference, title="Gärtner/in", profession="gaertner", positions=len(reference))


def gardeners(engine: Engine) -> dict[str, Opening]:
    """Return the gardeners by the reference of their title, whatever became of them."""
    found = openings_of(engine, statuses={Status.PUBLISHED, Status.WITHDRAWN})
    gardeners = [opening for opening in found if opening.profession == "gaertner"]
    return {opening.origins["title"].reference: opening for opening in gardeners}


def follows(engine: Engine, reference: str) -> str | None:
    """Return the id of what advertises an opening again."""
    name = gardeners(engine)[reference].id
    return grown(engine, Picture()).successor(name, berlin_day(NOW))


def test_a_new_reference_after_the_end_is_linked_and_not_merged(engine: Engine) -> None:
    open_store(engine)
    say(engine, "1", at=NOW)
    say(engine, at=NOW + 10 * DAY)
    say(engine, "22", at=NOW + 90 * DAY)
    found = gardeners(engine)
    assert found["1"].id != found["22"].id
    assert (found["1"].status, found["22"].status) == (Status.WITHDRAWN, Status.PUBLISHED)
    assert (found["22"].readvertises, found["1"].readvertises) == (found["1"].id, None)
    assert follows(engine, "1") == found["22"].id
    with reading(engine) as session:
        told = select(ChangeRow.reason).where(ChangeRow.opening == found["22"].id)
        reasons = session.exec(told.order_by(col(ChangeRow.seq))).all()
    assert reasons == ["appeared", f"readvertises {found['1'].id}"]


def test_one_that_takes_the_place_of_another_in_one_run_is_linked(engine: Engine) -> None:
    open_store(engine)
    say(engine, "1", at=NOW)
    say(engine, "22", at=NOW + DAY)
    found = gardeners(engine)
    assert found["22"].readvertises == found["1"].id


def test_at_a_page_the_link_is_made_when_the_old_one_is_gone_for_good(engine: Engine) -> None:
    open_store(engine)
    say(engine, "1", at=NOW, of=SITE)
    for days, is_linked in ((1, False), (2, False), (3, True)):
        say(engine, "22", at=NOW + days * DAY, of=SITE)
        found = gardeners(engine)
        assert (found["22"].readvertises == found["1"].id) == is_linked


def test_two_that_stood_beside_each_other_are_two_places(engine: Engine) -> None:
    open_store(engine)
    say(engine, "1", "22", at=NOW)
    say(engine, "22", at=NOW + DAY)
    assert gardeners(engine)["22"].readvertises is None
    assert follows(engine, "1") is None


@pytest.mark.parametrize(("days", "is_linked"), [(365, True), (366, False)])
def test_after_a_year_it_is_something_new(engine: Engine, days: int, *, is_linked: bool) -> None:
    open_store(engine)
    say(engine, "1", at=NOW)
    say(engine, at=NOW + DAY)
    say(engine, "22", at=NOW + days * DAY)
    assert (gardeners(engine)["22"].readvertises is not None) == is_linked


def test_what_comes_back_under_its_old_reference_is_itself(engine: Engine) -> None:
    open_store(engine)
    say(engine, "1", at=NOW)
    say(engine, at=NOW + DAY)
    say(engine, "1", at=NOW + 2 * DAY)
    (opening,) = gardeners(engine).values()
    assert (opening.status, opening.readvertises) == (Status.PUBLISHED, None)


def test_a_chain_leads_to_the_one_that_is_published_now(engine: Engine) -> None:
    open_store(engine)
    for number, references in enumerate((["1"], ["22"], ["333"], [])):
        say(engine, *references, at=NOW + number * DAY)
    assert follows(engine, "1") is None
    say(engine, "4444", at=NOW + 9 * DAY)
    found = gardeners(engine)
    assert [found[each].readvertises for each in ("22", "333", "4444")] == [
        found[each].id for each in ("1", "22", "333")
    ]
    assert {follows(engine, each) for each in ("1", "22", "333")} == {found["4444"].id}


def test_a_repetition_says_nothing_twice(engine: Engine) -> None:
    open_store(engine)
    say(engine, "1", at=NOW)
    say(engine, "22", at=NOW + DAY)
    before = gardeners(engine)["22"].sequence
    say(engine, "22", at=NOW + 2 * DAY)
    assert gardeners(engine)["22"].sequence == before


def test_another_city_advertises_for_itself(engine: Engine) -> None:
    open_store(engine)
    say(engine, "1", at=NOW)
    say(engine, at=NOW + DAY)
    say(engine, "22", at=NOW + 2 * DAY, of=source(city="neustadt"))
    assert gardeners(engine)["22"].readvertises is None


def test_a_title_corrected_by_hand_links_at_once(engine: Engine) -> None:
    open_store(engine)
    say(engine, "1", at=NOW)
    say(engine, at=NOW + DAY)
    renamed = notice("22", title="Grünpfleger/in", profession="gaertner", positions=2)
    settled(engine, harvest(renamed, *OTHERS), of=JOBSUCHE, at=NOW + 2 * DAY)
    found = gardeners(engine)
    assert found["22"].readvertises is None
    corrected(engine, found["22"].id, {"title": "Gärtner/in"}, at=NOW + 3 * DAY)
    assert seen(engine, found["22"].id).readvertises == found["1"].id
    invariants.check(engine)
