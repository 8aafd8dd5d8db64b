"""No page that fits the limits costs a reader more than a few seconds."""

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from stellenbund.scraping import walls
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.html_cards import html_cards
from stellenbund.scraping.readers.job_posting import job_posting
from stellenbund.scraping.readers.list_then_detail import list_then_detail
from stellenbund.scraping.readers.sitemap import sitemap
from stellenbund.scraping.scraper import Reader, Site
from stellenbund.scraping.selectors import above, attribute, following, html, labelled, text

READERS: dict[str, Reader] = {
    "html_cards": html_cards(
        card="div.c",
        next_page="a[rel=next]",
        section=above("h2"),
        title=text("h3"),
        url=attribute("href", of="a"),
        description_html=html("div, p"),
        deadline=labelled("Bewerbungsfrist"),
        start=labelled("Beginn", "Start"),
        benefits_html=following("Wir bieten"),
    ),
    "list_then_detail": list_then_detail(card="li", link="a", title=text("h1")),
    "job_posting": job_posting(links="a.s"),
    "sitemap": sitemap(openings="x"),
}
PAGES = (
    ("html_cards", "<div class=c><h3>a</h3>Beginn: b" * 200 + "x" * 2_000_000),
    ("html_cards", "<div class=c><h3>a</h3><p>Beginn: 1.9.2027</div>" * 10_000),
    ("html_cards", "<div class=c>" + "<p>Bewerbungsfrist:<p>Beginn:" * 15_000),
    ("html_cards", "<h2>Wir bieten</h2>" * 15_000 + "<div class=c>"),
    ("html_cards", "<div class=c>" + "<b>Bewerbungsfrist:" * 250 + "Beginn:" * 100_000),
    ("html_cards", "<div class=c><h3>a</h3>" + " " * 2_900_000 + "|" + "\n" * 9 + "Beginn:"),
    ("html_cards", "<div class=c>" + " | a" * 700_000),
    ("html_cards", "<div class=c " + "a=b " * 700_000 + ">"),
    ("list_then_detail", "<li><a href=x>b</a>" * 12_000),
    ("job_posting", "<a class=s href=x></a>" * 15_000),
    ("job_posting", "<div itemscope itemtype=JobPosting itemprop=description>a" * 200
        + "<p itemprop=title>" * 20_000),
    ("job_posting", "<div itemscope itemtype=JobPosting>" + "<p itemprop=title>a" * 20_000),
    ("job_posting", '<script type="application/ld+json">[' * 12_000),
    ("job_posting", "<h1>a</h1>" + "<p>Bewerbungsfrist:<p>Beginn:" * 10_000),
    ("job_posting", "<main>" + "<div itemscope itemtype=JobPosting><b itemprop=title>t</b>" * 120
        + "<p>Bewerbungsfrist: 1.1.2027</p>" * 15_000),
    ("job_posting", '<script type="application/ld+json">['
        + ",".join(f'{{"@type":"JobPosting","title":"a","url":"#i{n}"}}' for n in range(2_000))
        + "]</script>" + "".join(f"<p id=i{n}>Dauer: 3" for n in range(2_000))),
    ("job_posting", '<script type="application/ld+json">{"@type":"JobPosting","title":"a"}</script>'
        "<main><h1>a</h1>" + "<a href=/x><div>" * 120 + "Bewerben " * 300_000),
    ("sitemap", "<urlset>" + "<loc>" + " " * 2_900_000),
    ("sitemap", "<urlset>" + "<loc>a" * 99_000),
    ("sitemap", "<urlset>" + "<url><loc>x</loc><link hreflang=de href=" * 60_000),
    ("sitemap", "<urlset>" + "<link " + "href='x' hreflang='de' " * 150_000),
    ("sitemap", "<urlset><url>" + "<link hreflang='de' href='x'>" * 99_000 + "<loc>x</loc>"),
    ("job_posting", "[" + '{"@type": "JobPosting", "title": "a"},' * 70_000),
    ("html_cards", "aes.js" * 30_000 + "akamai" * 30_000),
)  # fmt: skip


@pytest.mark.parametrize(("reader", "text"), PAGES, ids=lambda value: str(value)[:40])
def test_a_hostile_page_is_read_or_given_up_in_time(reader: str, text: str) -> None:
    def fetch(request: Request) -> Page:
        page = Page(url=request.url, text=text)
        with suppress(FetchError, ValueError):
            walls.check(page)
        return page

    began = time.process_time()
    delivery = crawl(Site(start="https://a.test/", read=READERS[reader]), fetch, clock=clock(2))
    assert time.process_time() - began < 4
    assert delivery.pages == 1


def clock(ticks: int) -> Callable[[], float]:
    """Return a clock on which a crawl is over after a few pages."""
    times = iter([0.0] * ticks + [1e9] * 1_000_000)
    return lambda: next(times)
