"""Probing the saved pages of every reader names that reader, and reads openings by its lines."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stellenbund.domain.city import City
from stellenbund.domain.run import Outcome
from stellenbund.flows.probe import MOST_REQUESTS, Probe, Way, probe
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.memory import Memory
from stellenbund.scraping.page import Fetch, Page, Request
from stellenbund.scraping.registry import load_scrapers
from stellenbund.scraping.saved import answers_from
from tests.scraping.probing.declarations import declared
from tests.scraping.probing.test_look import PIECES
from tests.scraping.readers.pairs import fetched_from
from tests.scraping.readers.sites import SITES, Pair

TODAY = date(2026, 11, 25)
MUSTERSTADT = City(
    slug="musterstadt", name="Musterstadt", ags="05999000", website="https://musterstadt.example/"
)
CITIES = {slug: each for slug, each in load_scrapers().items() if each.sources}
SAVED = Path(__file__).parents[1] / "cities"
NO_KEY, NO_STOCK = "bite", "interamt_widget"
"""Folders whose documents lack what another one would tell: a key, a list that is asked first."""

PAGES_FOR_PEOPLE = {
    "smartrecruiters": '<a href="https://careers.smartrecruiters.com/StadtMusterstadt">Jobs</a>',
    "personio": '<iframe src="https://musterstadt.jobs.personio.de/"></iframe>',
    "mein_check_in": '<a href="https://www.mein-check-in.de/musterstadt/overview">Stellen</a>',
    "interamt_widget": '<iframe src="https://interamt.de/koop/app/trefferliste?partner=9999">',
    "karriere_nrw": '<a href="https://karriere.nrw/suche">Unsere Stellen</a>',
    "service_bund": '<a href="https://www.service.bund.de/x.html">Unsere Stellen</a>',
    "jobsuche": '<a href="https://www.arbeitsagentur.de/jobsuche/suche?wo=Musterstadt">Suche</a>',
}


def probed(url: str, fetch: Fetch, city: City = MUSTERSTADT) -> Probe:
    way = Way(reach=fetch, fetch_for=lambda _: fetch, memory=Memory())
    return probe(url, way, city, f"Stadt {city.name}", today=TODAY)


def counted(fetch: Fetch, asked: list[Request]) -> Fetch:
    def fetched(request: Request) -> Page:
        asked.append(request)
        return fetch(request)

    return fetched


@pytest.mark.parametrize("pair", SITES, ids=[each.name for each in SITES])
def test_the_saved_pages_of_a_reader_name_it(pair: Pair) -> None:
    asked: list[Request] = []
    found = probed(pair.site.starts[0], counted(fetched_from(pair.folder), asked))
    assert found.best is not None
    assert found.best.reader == pair.site.reader_name
    assert len(asked) <= MOST_REQUESTS
    if pair.folder in {NO_KEY, NO_STOCK}:
        return
    assert found.best.call is not None
    assert found.trial is not None
    assert found.trial.delivery.records
    assert found.trial.complete["title"] == 1
    site = declared(found.best.call)
    assert site.reader_name == pair.site.reader_name
    assert site.starts[0] == pair.site.starts[0]


@pytest.mark.parametrize("slug", CITIES)
def test_the_saved_pages_of_a_city_name_the_reader_that_it_declares(slug: str) -> None:
    site = CITIES[slug].sources[0]
    with open_fetcher("Stellenbund (+test)", answer=answers_from(SAVED / slug)) as courier:
        memory = Memory()

        def reach(request: Request) -> Page:
            target, reply = courier.follow(request.url, memory)
            return reply.page(target.url)

        way = Way(reach=reach, fetch_for=lambda each: courier.for_site(each, memory), memory=memory)
        city = CITIES[slug].city
        found = probe(site.starts[0], way, city, f"Stadt {city.name}", today=TODAY)
    assert found.best is not None
    assert found.best.reader == site.reader_name
    assert found.trial is not None
    assert found.trial.harvest.notices
    assert found.trial.complete["deadline_kind"] == 1
    assert [state.robots_txt is not None for state in memory.hosts.values()] == [True]


@pytest.mark.parametrize(("folder", "markup"), PAGES_FOR_PEOPLE.items())
def test_a_page_for_people_leads_to_the_openings(folder: str, markup: str) -> None:
    start, saved = "https://www.musterstadt.example/", fetched_from(folder)

    def fetch(request: Request) -> Page:
        if request.url == start:
            return Page(url=start, text=f"<main>{markup}</main>")
        return saved(request)

    found = probed(start, fetch)
    (reader,) = {each.site.reader_name for each in SITES if each.folder == folder}
    assert found.trial is not None
    assert found.trial.clue.reader == reader
    assert found.trial.delivery.records


def test_a_portal_that_brings_nothing_gives_way_to_what_the_page_shows() -> None:
    start = "https://www.musterstadt.example/karriere/ausbildung"
    saved = fetched_from("job_posting")

    def fetch(request: Request) -> Page:
        page = saved(request)
        frame = '<iframe src="https://alt.onlyfy.jobs/"></iframe><main>'
        return Page(url=page.url, text=page.text.replace("<main>", frame))

    found = probed(start, fetch)
    tried = [(each.clue.reader, bool(each.delivery.records)) for each in found.trials]
    assert tried == [("onlyfy", False), ("job_posting", True)]
    assert found.best is found.trials[1].clue


@pytest.mark.parametrize("text", ["<h1>Rathaus</h1>", "", "{}", "<rss", '<a href="/">Start</a>'])
def test_a_site_of_which_nothing_speaks_has_no_reader(text: str) -> None:
    found = probed("https://www.musterstadt.example/", lambda each: Page(url=each.url, text=text))
    assert (found.best, found.trial, found.trials) == (None, None, ())


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_site_gets_an_answer(pieces: list[str]) -> None:
    asked: list[Request] = []
    text = "".join(pieces)
    found = probed(
        "https://www.musterstadt.example/",
        counted(lambda each: Page(url=each.url, text=text), asked),
    )
    assert len(asked) <= MOST_REQUESTS
    assert (found.best is None) == (not found.look.clues)


def _endless(request: Request) -> Page:
    links = "".join(f'<a class=a href="{request.url}/{n}">Stelle {n} (m/w/d)</a>' for n in range(9))
    frames = "".join(f'<iframe src="https://a{n}.onlyfy.jobs/"></iframe>' for n in range(9))
    maps = f"<sitemapindex><sitemap><loc>{request.url}/x.xml</loc></sitemap></sitemapindex>"
    return Page(url=request.url, text=maps if request.url.endswith("xml") else links + frames)


def _gone(request: Request) -> Page:
    raise FetchError(Outcome.FAILED, f"{request.url} antwortet nicht.")


@pytest.mark.parametrize("fetch", [_endless, _gone])
def test_no_site_costs_more_than_the_bound(fetch: Callable[[Request], Page]) -> None:
    asked: list[Request] = []
    probed("https://www.musterstadt.example/", counted(fetch, asked))
    assert 0 < len(asked) <= MOST_REQUESTS
