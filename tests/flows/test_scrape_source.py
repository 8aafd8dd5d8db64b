"""From a city's page to its published openings."""

from dataclasses import replace

from sqlalchemy import Engine

from stellenbund.domain.run import Outcome
from stellenbund.flows.occasion import Occasion
from stellenbund.flows.scrape_source import scrape_source
from stellenbund.scraping.page import Page, Request
from stellenbund.store.changes import take_numbers
from stellenbund.store.database import reading, writing
from stellenbund.store.runs import find_run
from tests.builders import NOW
from tests.flows.pages import LINES, SCRAPER, SITE, away, serving, with_any_memory
from tests.reading import openings_of
from tests.stocking import ids, open_store


def occasion() -> Occasion:
    return Occasion(trigger="test", sample=False, clock=lambda: NOW, new_id=ids())


def titles(engine: Engine) -> list[str]:
    return sorted(opening.title_published for opening in openings_of(engine))


def test_what_stands_on_the_page_is_published(engine: Engine) -> None:
    open_store(engine)
    run = scrape_source(engine, SCRAPER, SITE, with_any_memory(serving(LINES)), occasion())
    assert (run.outcome, run.new, run.pages) == (Outcome.APPLIED, 2, 1)
    assert titles(engine) == [
        "Ausbildung zum Gärtner (m/w/d) 2027",
        "Ausbildung zur Köchin (m/w/d) 2027",
    ]
    with reading(engine) as session:
        assert find_run(session, run.id) == run


def test_without_a_network_the_run_failed_and_nothing_changes(engine: Engine) -> None:
    open_store(engine)
    scrape_source(engine, SCRAPER, SITE, with_any_memory(serving(LINES)), occasion())
    before = titles(engine)
    run = scrape_source(engine, SCRAPER, SITE, with_any_memory(away), occasion())
    assert run.outcome is Outcome.FAILED
    assert run.reason == "https://musterstadt.example/ausbildung antwortet nicht."
    assert titles(engine) == before


def test_a_page_that_shows_nothing_and_does_not_say_so_changes_nothing(engine: Engine) -> None:
    open_store(engine)
    scrape_source(engine, SCRAPER, SITE, with_any_memory(serving(LINES)), occasion())
    before = titles(engine)
    run = scrape_source(engine, SCRAPER, SITE, with_any_memory(serving("")), occasion())
    assert not run.outcome.is_good
    assert titles(engine) == before


def test_a_source_that_is_switched_off_is_not_asked(engine: Engine) -> None:
    open_store(engine)
    silent = replace(SITE, is_enabled=False, disabled_reason="Die Stadt zieht um.")
    run = scrape_source(engine, SCRAPER, silent, with_any_memory(away), occasion())
    assert (run.outcome, run.reason) == (Outcome.SWITCHED_OFF, "Die Stadt zieht um.")


def test_nobody_waits_for_the_network_with_the_database_in_hand(engine: Engine) -> None:
    open_store(engine)

    def fetch(request: Request) -> Page:
        with writing(engine) as session:
            take_numbers(session, 0)
        return Page(url=request.url, text=LINES)

    assert scrape_source(engine, SCRAPER, SITE, with_any_memory(fetch), occasion()).new == 2
