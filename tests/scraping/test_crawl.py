"""A crawl brings everything a source shows, within bounds of pages and time."""

from collections.abc import Iterator

from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import MOST_SECONDS, crawl
from stellenbund.scraping.fetcher import PACE
from stellenbund.scraping.page import Headers, Page, Request
from stellenbund.scraping.scraper import Follow, Site, Skipped, Total, Unreadable, Yield
from stellenbund.scraping.walk import MOST_PAGES
from tests.scraping.web import START, Web, finding, record, references


def test_pages_are_read_one_after_another() -> None:
    web = Web(
        start=[record("1"), Follow(START + "b"), finding()],
        b=[record("2"), Unreadable("3", finding("card.broken")), Skipped("4"), Total(4)],
    )
    delivery = web.crawl()
    assert references(delivery) == ["1", "2"]
    assert delivery.unreadable == {"3"}
    assert [each.rule for each in delivery.findings] == ["card.odd", "card.broken"]
    assert (delivery.trouble, delivery.reason) == (None, None)
    assert (delivery.pages, delivery.stated_total) == (2, 4)


def test_header_lines_of_the_site_and_of_the_page_are_sent() -> None:
    sent: list[Headers] = []

    def fetch(request: Request) -> Page:
        sent.append(request.headers)
        return Page(url=request.url, text="")

    def read(page: Page) -> Iterator[Yield]:
        yield record(page.url)
        yield Follow(START + "b", headers=(("B", "2"),))

    crawl(Site(start=START, read=read, headers=(("A", "1"),)), fetch)
    assert sent == [(("A", "1"),), (("A", "1"), ("B", "2"))]


def endless(page: Page) -> Iterator[Yield]:
    """Show ten openings and one more page, for ever."""
    number = int(page.url.partition("=")[2] or 0)
    yield from (record(f"{number}-{n}") for n in range(11))
    yield Follow(f"{START}?seite={number + 1}")


def test_a_list_without_end_is_cut_at_200_pages_and_2000_records() -> None:
    web = Web(start=[])
    delivery = crawl(Site(start=START, read=endless), web.fetch)
    assert (len(web.asked), len(delivery.records)) == (200, 2_000)
    assert delivery.trouble is Outcome.TRUNCATED


def test_nine_cities_that_share_a_host_have_time_for_all_their_pages() -> None:
    assert 9 * MOST_PAGES * (PACE.gap + 0.5) < MOST_SECONDS


def test_a_crawl_is_over_after_an_hour_and_keeps_what_lists_told() -> None:
    web = Web()
    time = iter(range(0, 100_000, 1_200))
    details: list[Yield] = [web.detail(f"d{n}", of=record(str(n))) for n in range(9)]
    web.pages |= {"start": details} | {f"d{n}": [record(str(n))] for n in range(9)}
    site = Site(start=START, read=web.read)
    delivery = crawl(site, web.fetch, clock=lambda: float(next(time)))
    assert delivery.trouble is Outcome.TRUNCATED
    assert len(delivery.records) == 9
    assert len(web.asked) == 3


def test_pages_that_each_take_their_whole_deadline_cannot_hold_a_crawl_for_longer() -> None:
    now = [0.0]

    def fetch(request: Request) -> Page:
        now[0] += PACE.deadline
        return Page(url=request.url, text="")

    delivery = crawl(Site(start=START, read=endless), fetch, clock=lambda: now[0])
    assert delivery.trouble is Outcome.TRUNCATED
    assert "nicht länger brauchen" in (delivery.reason or "")
    assert MOST_SECONDS < now[0] <= MOST_SECONDS + PACE.deadline
    assert delivery.pages < MOST_PAGES
    assert delivery.records


def test_pages_that_did_not_change_are_counted() -> None:
    def fetch(request: Request) -> Page:
        return Page(url=request.url, text="", is_unchanged=request.url.endswith("b"))

    def read(page: Page) -> Iterator[Yield]:
        yield record(page.url)
        yield Follow(START + "b")

    delivery = crawl(Site(start=START, read=read), fetch)
    assert (delivery.pages, delivery.not_modified) == (2, 1)
