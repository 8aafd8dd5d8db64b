"""Reading openings: one by one or all that moved, on both databases alike."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine

from stellenbund.domain.city import City
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.notice import Notice
from stellenbund.domain.opening import Fields, Opening
from stellenbund.domain.statements import Claim, PartnerSchool, Pay, PayYear, WorkPlace
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.register import register
from stellenbund.store import openings
from stellenbund.store.cities import list_cities
from stellenbund.store.database import reading, writing
from stellenbund.store.openings import get_opening, opening_history, openings_since
from tests.builders import NOW, fields, harvest, notice
from tests.reading import openings_of
from tests.stocking import JOBSUCHE, NEUSTADT, open_store, settled, source

LATER = NOW + timedelta(minutes=1)


def since(engine: Engine, sequence: int) -> list[tuple[int, str, list[str]]]:
    """Return sequence, reference and history of the openings that moved after *sequence*."""
    with reading(engine) as session:
        return [
            (each.sequence, each.origins["title"].reference, [step.reason for step in each.history])
            for each in openings_since(session, sequence)
        ]


def settle_all(engine: Engine, references: str, at: datetime) -> None:
    notices = (notice(each, org_unit=f"Amt {each}") for each in references)
    settled(engine, harvest(*notices), of=JOBSUCHE, at=at)


@pytest.mark.parametrize("batch", [1, 1_000])
def test_all_that_moved_comes_in_the_order_in_which_it_did(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(openings, "_BATCH", batch)
    open_store(engine)
    settle_all(engine, "abc", NOW)
    before = since(engine, 0)
    assert [(number, steps) for number, _, steps in before] == [
        (number, ["appeared"]) for number in (1, 2, 3)
    ]
    assert since(engine, 2) == before[2:]
    settled(engine, harvest(notice("n")), of=source(city="neustadt"), at=LATER)
    settle_all(engine, "ab", LATER)
    assert since(engine, 3) == [(4, "n", ["appeared"]), (5, "c", ["appeared", "vanished"])]
    assert since(engine, 5) == []
    with reading(engine) as session:
        statuses = [each.status for each in openings_since(session, 3)]
    assert statuses == [Status.PUBLISHED, Status.WITHDRAWN]


@pytest.mark.parametrize(
    ("day", "midnight"),
    [
        (date(2026, 11, 24), datetime(2026, 11, 24, 23, tzinfo=UTC)),
        (date(2026, 3, 28), datetime(2026, 3, 28, 23, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (date(2026, 10, 24), datetime(2026, 10, 24, 22, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
    ids=["any day", "summer begins", "before it ends", "summer ends", "after it ended"],
)
def test_a_deadline_is_over_when_its_day_is_over_in_berlin(
    engine: Engine, day: date, midnight: datetime
) -> None:
    open_store(engine)
    settled(engine, harvest(notice("last", deadline_kind="fixed", deadline_on=day)))
    for now, status in (
        (midnight - timedelta(seconds=1), Status.PUBLISHED),
        (midnight, Status.EXPIRED),
    ):
        (opening,) = openings_of(engine, now=now, statuses=set(Status))
        assert opening.status is status
        with reading(engine) as session:
            listed = {state.city.slug: state.openings for state in list_cities(session, now)}
        assert listed["musterstadt"] == (status is Status.PUBLISHED)


def test_an_opening_whose_deadline_is_over_is_stored_as_published(engine: Engine) -> None:
    open_store(engine)
    over = date(2026, 11, 23)
    settled(engine, harvest(notice("over", deadline_kind="fixed", deadline_on=over)))
    with reading(engine) as session:
        (opening,) = openings_since(session, 0)
        assert opening.status is Status.PUBLISHED
        assert get_opening(session, opening.id, NOW).status is Status.EXPIRED
        assert [step.status for step in opening_history(session, opening.id)] == ["published"]


def test_the_addresses_of_a_city_that_left_live(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("neu")), of=source(city="neustadt"))
    (opening,) = openings_of(engine)
    gone = City.model_validate(NEUSTADT.model_dump() | {"is_active": False})
    with writing(engine) as session:
        register(session, [(gone, ())], (), at=NOW)
    with reading(engine) as session:
        assert told_by(get_opening(session, opening.id, NOW)) == told_by(opening)


def test_what_never_was_is_not_found(engine: Engine) -> None:
    with reading(engine) as session, pytest.raises(NotFoundError, match="opening: zzzzzzzzzz"):
        get_opening(session, "zzzzzzzzzz", NOW)


FULL: dict[str, object] = {
    "places": (WorkPlace(ags="05999000", name="Musterstadt", postcode="01067", latitude=51.5),),
    "pay": Pay(amounts=(PayYear(year=1, amount="1368.26"),), valid_from=date(2026, 5, 1)),
    "weekly_hours": "39.5",
    "part_time": Claim(answer="yes", sentence="Teilzeit ist möglich."),
    "partner_schools": (PartnerSchool(name="Berufskolleg"),),
    "contact": {"email": "ausbildung@example.org", "phone": "+49521510"},
    "profession_score": 0.93,
    "profession_method": "alias",
    "kldb": "73202",
    "start_kind": "month",
    "positions": 999,
    "apply_url": "https://a.example/" + "x" * 1_900,
    "apply_kind": "portal",
    "description_html": "<p>„Grün“ – 10 €</p>" * 2_000,
    "minimum_age": {"answer": "yes", "years": 16, "months": 6},
    "german_level": {"answer": "yes", "level": "B2", "sentence": "Deutsch B2"},
}


def told_by(opening: Opening) -> dict[str, object]:
    return {name: getattr(opening, name) for name in Fields.model_fields}


def test_every_field_comes_back_as_it_was(engine: Engine) -> None:
    open_store(engine)
    told = fields(**FULL)
    settled(engine, harvest(Notice(reference="full", fields=told)), of=JOBSUCHE)
    with reading(engine) as session:
        (moved,) = openings_since(session, 0)
        opening = get_opening(session, moved.id, NOW)
    assert told_by(moved) == told_by(opening) == dict(told)
    assert str(opening.weekly_hours) == "39.50"
    assert opening.pay is not None
    assert str(opening.pay.amounts[0].amount) == "1368.26"
    assert set(FULL) <= set(opening.origins)


def test_nothing_stated_comes_back_as_nothing(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("bare")))
    (opening,) = openings_of(engine)
    assert told_by(opening) == dict(fields())
    assert opening.pay is None
    assert opening.part_time == Claim()
