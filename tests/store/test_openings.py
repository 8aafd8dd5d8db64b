"""Reading openings: filters, words, the order and its pages, on both databases alike."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Engine

from stellenbund.domain.city import City
from stellenbund.domain.errors import NotFoundError
from stellenbund.domain.notice import Notice
from stellenbund.domain.opening import Fields, Opening
from stellenbund.domain.query import OpeningQuery
from stellenbund.domain.statements import Claim, PartnerSchool, Pay, PayYear, WorkPlace
from stellenbund.domain.vocabulary import Certificate, Kind, Status
from stellenbund.flows.register import register
from stellenbund.store.database import reading, writing
from stellenbund.store.openings import find_openings, get_opening, opening_history
from tests.builders import NOW, fields, harvest, notice
from tests.stocking import JOBSUCHE, NEUSTADT, open_store, settled, source

TODAY = date(2026, 11, 24)

STOCK = (
    notice("plain"),
    notice("garden", title="Gärtner/in", profession="gaertner", kind="school_based"),
    notice("cook", title="Koch/Köchin", profession="koch", training_year=2026),
    notice("abitur", title="Bachelor of Laws", profession=None, certificate="abitur"),
    notice("haupt", title="Straßenwärter/in", profession=None, certificate="hauptschule_9"),
    notice("today", org_unit="Heute", deadline_kind="fixed", deadline_on=TODAY),
    notice(
        "over", org_unit="Gestern", deadline_kind="fixed", deadline_on=TODAY - timedelta(days=1)
    ),
    notice("odd", title="100 % draußen_und C:\\drin", profession=None, description_text="Ä & Ö"),
)


@pytest.fixture(scope="module")
def stocked(shared_engine: Engine) -> Engine:
    """A database with the stock above in Musterstadt, and one opening in Neustadt."""
    stock(shared_engine)
    return shared_engine


def stock(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(*STOCK))
    later = NOW + timedelta(minutes=1)
    settled(engine, harvest(notice("neu")), of=source(city="neustadt"), at=later)


def references(engine: Engine, filters: dict[str, object], now: datetime = NOW) -> set[str]:
    """Return the references of the openings that the filters find."""
    with reading(engine) as session:
        page = find_openings(session, OpeningQuery.model_validate(filters | {"limit": 100}), now)
    assert page.total == len(page.items)
    return {opening.origins["title"].reference for opening in page.items}


PUBLISHED = {"plain", "garden", "cook", "abitur", "haupt", "today", "odd", "neu"}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, PUBLISHED),
        ({"cities": {"neustadt"}}, {"neu"}),
        ({"cities": {"neustadt", "musterstadt"}}, PUBLISHED),
        ({"cities": {"nirgendwo"}}, set()),
        ({"professions": {"gaertner", "koch"}}, {"garden", "cook"}),
        ({"kinds": {Kind.SCHOOL_BASED}}, {"garden"}),
        ({"training_years": {2026}}, {"cook"}),
        ({"training_years": {2026}, "professions": {"gaertner"}}, set()),
        ({"certificate": Certificate.HAUPTSCHULE_9}, PUBLISHED - {"abitur"}),
        ({"certificate": Certificate.NONE}, PUBLISHED - {"abitur", "haupt"}),
        ({"certificate": Certificate.ABITUR}, PUBLISHED),
        ({"statuses": {Status.EXPIRED}}, {"over"}),
        ({"statuses": {Status.EXPIRED, Status.PUBLISHED}}, PUBLISHED | {"over"}),
        ({"statuses": {Status.HELD, Status.WITHDRAWN}}, set()),
        ({"statuses": set()}, set()),
        ({"words": ("GÄRTNER",)}, {"garden"}),
        ({"words": ("gaertner",)}, {"garden"}),
        ({"words": ("strassenwärter",)}, {"haupt"}),
        ({"words": ("köchin", "koch")}, {"cook"}),
        ({"words": ("koch", "gärtner")}, set()),
        ({"words": ("%",)}, {"odd"}),
        ({"words": ("_",)}, {"odd"}),
        ({"words": ("\\",)}, {"odd"}),
        ({"words": ("100 %",)}, {"odd"}),
        ({"words": ("ä & ö",)}, {"odd"}),
        ({"words": ("'; DROP TABLE opening; --",)}, set()),
    ],
)
def test_filters_find(stocked: Engine, filters: dict[str, object], found: set[str]) -> None:
    assert references(stocked, filters) == found


def test_the_deadline_is_over_when_its_day_is_over_in_berlin(stocked: Engine) -> None:
    last_second = datetime(2026, 11, 24, 22, 59, 59, tzinfo=UTC)
    midnight = last_second + timedelta(seconds=1)
    assert "today" in references(stocked, {}, last_second)
    assert "today" not in references(stocked, {}, midnight)
    assert references(stocked, {"statuses": {Status.EXPIRED}}, midnight) == {"today", "over"}


@pytest.mark.parametrize(
    ("day", "midnight"),
    [
        (date(2026, 3, 28), datetime(2026, 3, 28, 23, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (date(2026, 10, 24), datetime(2026, 10, 24, 22, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
    ids=["before summer time", "summer time begins", "before it ends", "summer time ends"],
)
def test_a_deadline_ends_at_midnight_on_days_of_23_and_25_hours_too(
    engine: Engine, day: date, midnight: datetime
) -> None:
    open_store(engine)
    settled(engine, harvest(notice("last", deadline_kind="fixed", deadline_on=day)))
    filters: tuple[dict[str, object], ...] = ({}, {"words": ("verwaltung",)})
    for told in filters:
        assert references(engine, told, midnight - timedelta(seconds=1)) == {"last"}
        assert references(engine, told, midnight) == set()
        over = told | {"statuses": {Status.EXPIRED}}
        assert references(engine, over, midnight - timedelta(seconds=1)) == set()
        assert references(engine, over, midnight) == {"last"}


def test_an_opening_whose_deadline_is_over_says_so_itself(stocked: Engine) -> None:
    with reading(stocked) as session:
        query = OpeningQuery(statuses=frozenset({Status.EXPIRED}))
        (opening,) = find_openings(session, query, NOW).items
        assert opening.status is Status.EXPIRED
        assert get_opening(session, opening.id, NOW) == opening
        assert [step.status for step in opening_history(session, opening.id)] == ["published"]


def test_pages_show_each_opening_once_newest_first(stocked: Engine) -> None:
    query = OpeningQuery(statuses=frozenset(Status), limit=2)
    seen: list[Opening] = []
    with reading(stocked) as session:
        whole = find_openings(session, query.model_copy(update={"limit": 100}), NOW)
        while True:
            page = find_openings(session, query, NOW)
            seen.extend(page.items)
            assert page.total == 9
            if page.next is None:
                break
            query = query.model_copy(update={"after": page.next})
    assert tuple(seen) == whole.items
    assert seen[0].city == "neustadt"
    places = [(opening.first_seen_at, opening.id) for opening in seen]
    assert places == sorted(places, reverse=True)


def test_a_page_that_just_fits_has_no_next(stocked: Engine) -> None:
    with reading(stocked) as session:
        assert find_openings(session, OpeningQuery(limit=8), NOW).next is None
        assert find_openings(session, OpeningQuery(limit=7), NOW).next is not None


def test_a_city_that_left_is_listed_no_longer_but_its_addresses_live(engine: Engine) -> None:
    stock(engine)
    with reading(engine) as session:
        (opening,) = find_openings(session, OpeningQuery(cities=frozenset({"neustadt"})), NOW).items
    gone = City.model_validate(NEUSTADT.model_dump() | {"is_active": False})
    with writing(engine) as session:
        register(session, [(gone, ())], ())
    assert references(engine, {}) == PUBLISHED - {"neu"}
    with reading(engine) as session:
        assert get_opening(session, opening.id, NOW) == opening


def test_what_never_was_is_not_found(stocked: Engine) -> None:
    with reading(stocked) as session, pytest.raises(NotFoundError, match="opening: zzzzzzzzzz"):
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
        (opening,) = find_openings(session, OpeningQuery(), NOW).items
    assert told_by(opening) == dict(told)
    assert str(opening.weekly_hours) == "39.50"
    assert opening.pay is not None
    assert str(opening.pay.amounts[0].amount) == "1368.26"
    assert set(FULL) <= set(opening.origins)


def test_nothing_stated_comes_back_as_nothing(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("bare")))
    with reading(engine) as session:
        (opening,) = find_openings(session, OpeningQuery(), NOW).items
    assert told_by(opening) == dict(fields())
    assert opening.pay is None
    assert opening.part_time == Claim()
