"""What a city declares is what the store and the API learn about it."""

from collections.abc import Iterator

import pytest

from stellenbund.domain.city import City
from stellenbund.domain.source import Scope, Source, Trust
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.readers.list_then_detail import list_then_detail
from stellenbund.scraping.scraper import Scraper, Site, Yield

CITY = City(
    slug="musterstadt", name="Musterstadt", ags="05999000", website="https://musterstadt.example/"
)
START = "https://karriere.musterstadt.example/"


def own_reader(_: Page) -> Iterator[Yield]:
    yield from ()


def test_a_source_is_described_by_its_declaration() -> None:
    site = Site(start=(START, START + "2"), read=html_cards(card="li"), scope=Scope.MIXED)
    assert site.describe(CITY) == Source(
        city="musterstadt",
        key="site",
        name="Karriereseite",
        url=START,
        reader="html_cards",
        trust=Trust.SITE,
        scope=Scope.MIXED,
    )


@pytest.mark.parametrize(
    ("site", "name"),
    [
        (Site(start=START, read=html_cards(card="li")), "html_cards"),
        (Site(start=START, read=list_then_detail(card="li", link="a")), "list_then_detail"),
        (Site(start=START, read=job_posting()), "job_posting"),
        (jobsuche(employer="Stadt Musterstadt", place="Musterstadt"), "jobsuche"),
        (Site(start=START, read=own_reader), "test_scraper"),
        (Site(start=START, read=own_reader, reader="eigener"), "eigener"),
    ],
)
def test_a_reader_is_called_by_the_module_that_holds_it(site: Site, name: str) -> None:
    assert site.reader_name == name
    assert site.describe(CITY).reader == name


def test_the_agencys_interface_is_authoritative_and_least_trusted() -> None:
    source = jobsuche(employer="Stadt Musterstadt", place="Musterstadt").describe(CITY)
    assert (source.is_authoritative, source.strikes) == (True, 1)
    assert source.trust is min(Trust)
    assert source.attribution == "Bundesagentur für Arbeit"


def test_two_sources_of_a_city_never_share_a_key() -> None:
    site = Site(start=START, read=own_reader)
    with pytest.raises(ValueError, match="musterstadt: two sources share a key"):
        Scraper(city=CITY, sources=(site, site))
