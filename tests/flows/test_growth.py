"""Growth: a picture that grew tells the same as one that was read at once."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine, event

from stellenbund.domain.catalogue_query import CatalogueQuery
from stellenbund.domain.city import City
from stellenbund.domain.opening import Opening
from stellenbund.domain.vocabulary import Status
from stellenbund.flows.growth import grown
from stellenbund.flows.kept import opening_of
from stellenbund.flows.picture import Picture
from stellenbund.flows.register import register
from stellenbund.store.changes import latest_sequence
from stellenbund.store.database import reading, writing
from tests.builders import NOW, harvest, notice
from tests.stocking import JOBSUCHE, NEUSTADT, SITE, open_store, settled, source

TODAY = date(2026, 11, 24)
HOUR = timedelta(hours=1)
EVERY = CatalogueQuery(statuses=frozenset(Status), limit=100)


def say(engine: Engine, references: str, hours: int, *, sample: bool = False) -> None:
    """Let the agency show openings of these references, hours from now."""
    notices = (notice(each, org_unit=f"Amt {each}") for each in references)
    settled(engine, harvest(*notices), of=JOBSUCHE, at=NOW + hours * HOUR, sample=sample)


def told(picture: Picture) -> list[Opening]:
    """Return everything that is in a picture's lists."""
    hits = picture.catalogue.find(EVERY, TODAY).hits
    return [opening_of(hit.kept, hit.status, picture.seen(hit.id)) for hit in hits]


def test_a_picture_grows_into_what_it_would_be_anew(engine: Engine) -> None:
    open_store(engine)
    picture = grown(engine, Picture())
    assert len(picture.catalogue) == 0
    for hours, references in enumerate(("abc", "abcd", "bd", "bd", "abd", "")):
        say(engine, references, hours, sample=hours == 4)
        picture = grown(engine, picture)
        anew = grown(engine, Picture())
        assert told(picture) == told(anew)
        assert (picture.pulse, picture.register) == (anew.pulse, anew.register)
        assert picture.sidelights == anew.sidelights
    with reading(engine) as session:
        assert picture.catalogue.sequence == latest_sequence(session)


def test_where_nothing_moved_the_picture_is_the_same_one(engine: Engine) -> None:
    open_store(engine)
    say(engine, "a", 0)
    picture = grown(engine, Picture())
    assert grown(engine, picture) is picture


def test_what_was_only_seen_again_is_seen_in_the_picture(engine: Engine) -> None:
    open_store(engine)
    say(engine, "ab", 0)
    before = grown(engine, Picture())
    say(engine, "ab", 1)
    after = grown(engine, before)
    assert after.catalogue.sequence == before.catalogue.sequence
    assert after.version != before.version
    assert {each.last_seen_at for each in told(after)} == {NOW + HOUR}
    assert {each.last_seen_at for each in told(before)} == {NOW}


def test_a_city_that_left_is_in_no_list_but_its_addresses_live(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("n")), of=source(city="neustadt"))
    say(engine, "a", 0)
    picture = grown(engine, Picture())
    name = next(each.id for each in told(picture) if each.city == "neustadt")
    for is_active in (False, True):
        city = City.model_validate(NEUSTADT.model_dump() | {"is_active": is_active})
        with writing(engine) as session:
            register(session, [(city, ())], (), at=NOW)
        picture = grown(engine, picture)
        found = picture.get(name, TODAY)
        assert found is not None
        assert found.status is Status.PUBLISHED
        assert (name in {each.id for each in told(picture)}) is is_active
        assert ("neustadt" in picture.register.cities) is is_active


def test_what_nobody_can_be_shown_is_not_there(engine: Engine) -> None:
    assert grown(engine, Picture()).get("zzzzzzzzzz", TODAY) is None


def test_whether_anything_to_apply_for_is_a_sample(engine: Engine) -> None:
    open_store(engine)
    say(engine, "a", 0, sample=True)
    picture = grown(engine, Picture())
    assert picture.has_samples
    settled(engine, harvest(notice("a")), of=SITE, at=NOW + HOUR)
    say(engine, "", 2)
    assert not grown(engine, picture).has_samples


def test_a_worn_picture_is_read_anew(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(engine)
    say(engine, "ab", 0)
    picture = grown(engine, Picture())
    monkeypatch.setattr(type(picture.catalogue), "is_worn", True)
    say(engine, "abc", 1)
    after = grown(engine, picture)
    assert len(after.catalogue._stock.entries) == 3


def test_one_question_tells_whether_anything_moved(engine: Engine) -> None:
    open_store(engine)
    say(engine, "a", 0)
    picture = grown(engine, Picture())
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    assert grown(engine, picture) is picture
    assert len([each for each in asked if each.startswith("SELECT")]) == 1


def test_the_picture_knows_when_it_moved_unless_only_the_register_did(engine: Engine) -> None:
    open_store(engine)
    assert grown(engine, Picture()).moved_at is None
    say(engine, "ab", 1)
    picture = grown(engine, Picture())
    assert picture.moved_at == NOW + HOUR
    say(engine, "ab", 2)
    picture = grown(engine, picture)
    assert picture.moved_at == NOW + 2 * HOUR
    open_store(engine)
    picture = grown(engine, picture)
    assert picture.moved_at == NOW + 2 * HOUR
    city = City.model_validate(NEUSTADT.model_dump() | {"name": "Neustadt am Rhein"})
    with writing(engine) as session:
        register(session, [(city, ())], (), at=NOW)
    picture = grown(engine, picture)
    assert (picture.moved_at, picture.register.cities["neustadt"]) == (None, city)
    with writing(engine) as session:
        register(session, [], (), at=NOW)
    assert grown(engine, picture).moved_at is None
    say(engine, "ab", 3)
    assert grown(engine, picture).moved_at == NOW + 3 * HOUR
