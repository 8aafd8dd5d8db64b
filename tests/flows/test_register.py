"""Making cities, sources and professions known."""

import threading

from sqlalchemy import Engine

from stellenbund.domain.city import City
from stellenbund.flows.register import register
from stellenbund.store.cities import list_cities
from stellenbund.store.database import reading, writing
from stellenbund.store.professions import list_professions
from stellenbund.store.sources import list_sources
from tests.builders import NOW, harvest, notice
from tests.stocking import MUSTERSTADT, PROFESSIONS, SITE, open_store, settled


def test_registering_again_changes_nothing(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("a")))
    with reading(engine) as session:
        before = (list_cities(session, NOW), list_sources(session), list_professions(session))
    open_store(engine)
    with reading(engine) as session:
        after = (list_cities(session, NOW), list_sources(session), list_professions(session))
    assert after == before


def test_what_is_declared_anew_takes_the_place_of_the_old(engine: Engine) -> None:
    open_store(engine)
    settled(engine, harvest(notice("a")))
    city = City.model_validate(MUSTERSTADT.model_dump() | {"name": "Musterstadt am See"})
    site = SITE.model_copy(update={"is_enabled": False, "disabled_reason": "Umzug"})
    profession = PROFESSIONS[0].model_copy(update={"title": "Verwaltungsprofi"})
    with writing(engine) as session:
        register(session, [(city, [site])], [profession], at=NOW)
    with reading(engine) as session:
        assert list_cities(session, NOW)[0].city == city
        assert profession in list_professions(session)
        known = {state.source.key: state for state in list_sources(session, city="musterstadt")}
    assert known["site"].source == site
    assert known["site"].notices == 1
    assert "jobsuche" in known


def test_two_that_register_at_once_do_not_disturb_each_other(engine: Engine) -> None:
    failures: list[BaseException] = []

    def run() -> None:
        try:
            open_store(engine)
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failures.append(error)

    together = [threading.Thread(target=run) for _ in range(4)]
    for each in together:
        each.start()
    for each in together:
        each.join()
    assert failures == []
    with reading(engine) as session:
        assert len(list_sources(session)) == 3
