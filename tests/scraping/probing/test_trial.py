"""A trial reads as ever, but never more than a few openings."""

import pytest

from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.probing.trial import MOST_LISTS, MOST_OPENINGS, MOST_REQUESTS, tried
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.list_then_detail import list_then_detail
from stellenbund.scraping.readers.sitemap import sitemap
from stellenbund.scraping.scraper import Reader, Site
from stellenbund.scraping.selectors import text

URL = "https://www.musterstadt.example/"
POSTING = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Koch"}</script>'


class Endless:
    """A site whose list never ends, and whose sitemaps list sitemaps for ever."""

    def __init__(self, openings: int) -> None:
        """Show so many openings on each page of the list."""
        self.openings = openings
        self.asked: list[str] = []

    def fetch(self, request: Request) -> Page:
        """Bring any page."""
        self.asked.append(request.url)
        if "koch" in request.url:
            return Page(url=request.url, text=f"<h1>Koch</h1>{POSTING}")
        number = len(self.asked)
        links = (f'<a href="koch{number}-{each}">Koch</a>' for each in range(self.openings))
        maps = f"<sitemapindex><sitemap><loc>{URL}map{number}</loc></sitemap></sitemapindex>"
        onward = f'{"".join(links)}<i><a href="seite{number}">weiter</a></i>'
        return Page(url=request.url, text=maps if "map" in request.url else onward)


@pytest.mark.parametrize("openings", [0, 1, 3, 50])
@pytest.mark.parametrize(
    "read",
    [
        job_posting(links="a[href^=koch]", next_page="i a"),
        list_then_detail(card="a[href^=koch]", link=":scope", next_page="i a", title=text("h1")),
    ],
)
def test_an_endless_list_costs_a_few_pages(read: Reader, openings: int) -> None:
    site = Endless(openings)
    delivery = tried(Site(start=URL, read=read), site.fetch)
    assert len(delivery.records) == min(MOST_OPENINGS, openings * (MOST_LISTS + 1))
    assert len(site.asked) <= MOST_REQUESTS


def test_endless_sitemaps_cost_a_few_pages() -> None:
    site = Endless(0)
    assert tried(Site(start=f"{URL}map", read=sitemap(openings="koch")), site.fetch).records == ()
    assert len(site.asked) == MOST_LISTS + 1


def test_what_one_document_holds_is_read_whole() -> None:
    page = Page(url=URL, text="".join(POSTING.replace("Koch", name) for name in "ABCDEFGHIJ"))
    assert len(tried(Site(start=URL, read=job_posting()), lambda _: page).records) == 10
