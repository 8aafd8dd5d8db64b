"""A crawl brings everything a source shows, or says why it could not."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.finding import Finding, Severity
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import MOST_PAGES, MOST_SECONDS, crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.fetcher import PACE
from stellenbund.scraping.page import Headers, Page, Request
from stellenbund.scraping.scraper import (
    Follow,
    Listed,
    NoOpenings,
    Refused,
    Site,
    Skipped,
    Total,
    Unreadable,
    Yield,
)

START = "https://stadt.test/"


def record(reference: str, **texts: str) -> RawRecord:
    return RawRecord(page=START, reference=reference, title=f"Stelle {reference}", **texts)  # type: ignore[arg-type]


def finding(rule: str = "card.odd") -> Finding:
    return Finding(severity=Severity.HINT, rule=rule, message="Seltsam.")


GONE = FetchError(Outcome.MOVED, "weg", is_gone=True)
DOWN = FetchError(Outcome.FAILED, "aus")
CLOSED = FetchError(Outcome.BLOCKED, "zu")


class Web:
    """Pages by path: what is found on them, or the error that comes instead."""

    def __init__(self, **pages: list[Yield] | Exception) -> None:
        """Keep the pages; the start page is called *start*."""
        self.pages = pages
        self.asked: list[str] = []

    def fetch(self, request: Request) -> Page:
        """Return the page, or raise its error."""
        name = request.url.removeprefix(START).partition("?")[0] or "start"
        self.asked.append(name)
        found = self.pages.get(name, GONE)
        if isinstance(found, FetchError):
            raise found
        return Page(url=request.url, text=name)

    def read(self, page: Page) -> Iterator[Yield]:
        """Find on a page what it holds; stumble where it holds an error."""
        found = self.pages[page.text]
        for item in [found] if isinstance(found, Exception) else found:
            if isinstance(item, Exception):
                raise item
            yield item

    def crawl(self, *starts: str) -> Delivery:
        """Crawl from the start page, or from *starts*."""
        begin = tuple(START + start for start in starts) or START
        return crawl(Site(start=begin, read=self.read), self.fetch)

    def detail(self, name: str, of: RawRecord | None = None) -> Follow:
        """Return the way to the page of one opening."""
        return Follow(START + name, read=self.read, record=of, is_opening=True)


def references(delivery: Delivery) -> list[str | None]:
    return [each.reference for each in delivery.records]


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


def test_header_lines_of_the_site_and_of_the_step_are_sent() -> None:
    sent: list[Headers] = []

    def fetch(request: Request) -> Page:
        sent.append(request.headers)
        return Page(url=request.url, text="")

    def read(page: Page) -> Iterator[Yield]:
        yield record(page.url)
        yield Follow(START + "b", headers=(("B", "2"),))

    crawl(Site(start=START, read=read, headers=(("A", "1"),)), fetch)
    assert sent == [(("A", "1"),), (("A", "1"), ("B", "2"))]


@pytest.mark.parametrize("error", [GONE, DOWN, CLOSED, FetchError(Outcome.UNREADABLE, "leer")])
def test_a_start_page_that_cannot_be_had_names_the_outcome(error: FetchError) -> None:
    delivery = Web(start=error).crawl()
    assert (delivery.trouble, delivery.reason) == (error.outcome, error.reason)


def test_one_of_two_start_pages_missing_keeps_the_others_records() -> None:
    delivery = Web(a=CLOSED, b=[record("1")]).crawl("a", "b")
    assert references(delivery) == ["1"]
    assert delivery.trouble is Outcome.BLOCKED


@pytest.mark.parametrize("error", [GONE, DOWN, CLOSED])
def test_a_further_page_that_cannot_be_had_cuts_the_list(error: FetchError) -> None:
    delivery = Web(start=[record("1"), Follow(START + "b")], b=error).crawl()
    assert references(delivery) == ["1"]
    assert (delivery.trouble, delivery.reason) == (Outcome.TRUNCATED, error.reason)


@pytest.mark.parametrize("error", [GONE, DOWN, CLOSED, ValueError("kein JSON"), KeyError("x")])
def test_a_detail_page_that_cannot_be_had_loses_nothing(error: Exception) -> None:
    web = Web(b=error, c=[record("2")])
    web.pages["start"] = [web.detail("b", of=record("1")), web.detail("c", of=record("2"))]
    delivery = web.crawl()
    assert delivery.trouble is None
    assert delivery.records == (replace(record("1"), is_partial=True), record("2"))
    assert "page.no_detail" in {each.rule for each in delivery.findings}
    assert {each.reference for each in delivery.findings} == {"1"}


def test_a_detail_page_without_anything_leaves_the_lists_record() -> None:
    web = Web(b=[finding()])
    web.pages["start"] = [web.detail("b", of=record("1"))]
    assert web.crawl().records == (replace(record("1"), is_partial=True),)


def test_an_opening_of_a_sitemap_that_is_gone_says_nothing_about_the_rest() -> None:
    web = Web(c=[record("2")])
    web.pages["start"] = [web.detail("b"), web.detail("c")]
    delivery = web.crawl()
    assert delivery.trouble is None
    assert [each.rule for each in delivery.findings] == ["page.gone"]


def test_openings_that_are_gone_count_towards_the_stated_total() -> None:
    web = Web(c=[record("2")])
    web.pages["start"] = [Total(3), web.detail("a"), web.detail("b"), web.detail("c")]
    delivery = web.crawl()
    assert (references(delivery), delivery.trouble) == (["2"], None)


def test_a_list_whose_every_opening_is_gone_is_broken_not_empty() -> None:
    web = Web()
    web.pages["start"] = [Total(2), web.detail("a"), web.detail("b")]
    delivery = web.crawl()
    assert delivery.trouble is Outcome.UNREADABLE
    assert "Keine der 2" in (delivery.reason or "")


def test_one_sitemap_of_several_may_list_no_opening() -> None:
    web = Web(pages=[Listed(0)], jobs=[Listed(1)], d=[record("1")])
    web.pages["jobs"] = [Listed(1), web.detail("d")]
    web.pages["start"] = [Follow(START + each, read=web.read) for each in ("pages", "jobs")]
    delivery = web.crawl()
    assert (references(delivery), delivery.trouble) == (["1"], None)


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        ([record("1")], Outcome.TRUNCATED),
        ([NoOpenings("Zurzeit keine.")], Outcome.EMPTY),
        ([Listed(0)], Outcome.UNREADABLE),
    ],
)
def test_sitemaps_that_list_no_opening_at_all_prove_nothing(
    other: list[Yield], outcome: Outcome
) -> None:
    assert Web(a=other, b=[Listed(0)]).crawl("a", "b").trouble is outcome


def test_an_opening_of_a_sitemap_that_cannot_be_had_cuts_the_list() -> None:
    web = Web(b=DOWN, c=[record("2")])
    web.pages["start"] = [web.detail("b"), web.detail("c")]
    assert web.crawl().trouble is Outcome.TRUNCATED


def test_a_host_that_keeps_refusing_is_left_alone() -> None:
    web = Web(**{f"d{n}": CLOSED for n in range(30)})
    web.pages["start"] = [web.detail(f"d{n}", of=record(str(n))) for n in range(30)]
    delivery = web.crawl()
    assert len(web.asked) == 6
    assert len(delivery.records) == 30
    assert all(each.is_partial for each in delivery.records)
    assert delivery.trouble is None


def test_a_single_refusal_is_forgotten() -> None:
    web = Web(**{f"d{n}": CLOSED for n in range(1, 30, 2)})
    web.pages |= {f"d{n}": [record(str(n))] for n in range(0, 30, 2)}
    web.pages["start"] = [web.detail(f"d{n}", of=record(str(n))) for n in range(30)]
    assert len(web.crawl().records) == 30
    assert len(web.asked) == 31


def test_two_openings_that_share_a_detail_page_are_two() -> None:
    def detail(of: RawRecord) -> Follow:
        return Follow(START + "b", lambda _: iter([replace(of, pay="viel")]), of, is_opening=True)

    web = Web(start=[detail(record("1")), detail(record("2")), detail(record("1"))], b=[])
    assert web.crawl().records == (record("1", pay="viel"), record("2", pay="viel"))


def test_an_opening_found_twice_is_fetched_once() -> None:
    web = Web(d=[record("1")])
    web.pages |= {"a": [web.detail("d")], "b": [web.detail("d"), web.detail("d", record("1"))]}
    assert web.crawl("a", "b").records == (record("1"),)
    assert web.asked == ["a", "b", "d"]


@pytest.mark.parametrize(
    "error",
    [ValueError("a"), KeyError("b"), TypeError("c"), AttributeError("d"), RecursionError("e")],
)
def test_a_reader_that_stumbles_makes_the_page_unreadable(error: Exception) -> None:
    delivery = Web(start=[record("1"), error]).crawl()  # type: ignore[list-item]
    assert references(delivery) == ["1"]
    assert delivery.trouble is Outcome.UNREADABLE
    (found,) = delivery.findings
    assert (found.rule, found.severity) == ("page.unreadable", Severity.ERROR)
    assert type(error).__name__ in (found.value or "")


def test_a_document_that_is_refused_names_its_outcome() -> None:
    delivery = Web(start=[Refused(Outcome.MOVED, finding("jobsuche.moved"))]).crawl()
    assert delivery.trouble is Outcome.MOVED
    assert [each.rule for each in delivery.findings] == ["jobsuche.moved"]


@pytest.mark.parametrize(
    ("found", "outcome", "reason"),
    [
        ([], Outcome.UNREADABLE, "sagt das aber nicht"),
        ([finding()], Outcome.UNREADABLE, "sagt das aber nicht"),
        ([Total(3)], Outcome.UNREADABLE, "sagt das aber nicht"),
        ([Total(0)], Outcome.EMPTY, "nennt 0"),
        ([NoOpenings("Zurzeit keine.")], Outcome.EMPTY, "Zurzeit keine."),
        ([Total(2), Skipped("a"), Skipped("b")], Outcome.EMPTY, "Keine der 2"),
        ([Unreadable("a", finding())], Outcome.UNREADABLE, "Keine der 1"),
        ([Total(2), record("1")], Outcome.TRUNCATED, "nennt 2"),
        ([Total(2), record("1"), record("1")], Outcome.TRUNCATED, "nennt 2"),
        ([Total(2), record("1"), Skipped("2")], None, ""),
        ([Total(1), record("1"), record("2")], None, ""),
        ([record(str(n)) for n in range(100)], Outcome.TRUNCATED, "Genau 100"),
        ([record(str(n)) for n in range(101)], None, ""),
        ([Total(100), *(record(str(n)) for n in range(100))], None, ""),
        ([NoOpenings("x"), record("1")], None, ""),
    ],
    ids=lambda value: None if isinstance(value, Outcome | None) else repr(value)[:40],
)
def test_what_a_list_shows_and_says_decides(
    found: list[Yield], outcome: Outcome | None, reason: str
) -> None:
    delivery = Web(start=found).crawl()
    assert delivery.trouble == outcome
    assert reason in (delivery.reason or "")


def test_one_page_with_nothing_and_one_with_openings_is_no_complete_list() -> None:
    delivery = Web(a=[record("1")], b=[]).crawl("a", "b")
    assert delivery.trouble is Outcome.UNREADABLE
    assert Web(a=[record("1")], b=[NoOpenings("x")]).crawl("a", "b").trouble is None


def test_a_page_that_shows_nothing_but_the_way_to_the_next_cuts_the_list() -> None:
    web = Web(start=[record("1"), Follow(START + "b")], b=[Follow(START + "c")], c=[record("3")])
    delivery = web.crawl()
    assert references(delivery) == ["1", "3"]
    assert delivery.trouble is Outcome.TRUNCATED


def test_a_list_that_leads_back_is_cut() -> None:
    web = Web(start=[record("1"), Follow(START + "b")], b=[record("2"), Follow(START)])
    delivery = web.crawl()
    assert (references(delivery), delivery.trouble) == (["1", "2"], Outcome.TRUNCATED)


def test_a_page_that_links_itself_as_the_next_is_the_last() -> None:
    web = Web(start=[record("1"), Follow(START + "#liste")])
    assert web.crawl().trouble is None


@pytest.mark.parametrize(
    "entry",
    [
        lambda n: record("1", url=f"{START}?sid={n}"),
        lambda n: RawRecord(page=START, title="Gärtnerin", url=f"{START}?sid={n}"),
        lambda _: Skipped("1"),
        lambda _: Unreadable("1", finding()),
    ],
)
def test_the_same_openings_under_ever_new_addresses_are_seen_through(
    entry: Callable[[int], Yield],
) -> None:
    def read(page: Page) -> Iterator[Yield]:
        number = int(page.url.partition("=")[2] or 0)
        yield entry(number)
        yield Follow(f"{START}?sid={number + 1}")

    web = Web(start=[])
    delivery = crawl(Site(start=START, read=read), web.fetch)
    assert delivery.trouble is Outcome.TRUNCATED
    assert "dieselben Stellen" in (delivery.reason or "")
    assert len(web.asked) == 2


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


def test_the_same_remark_on_every_page_is_one() -> None:
    web = Web(start=[record("1"), finding(), Follow(START + "b")], b=[record("2"), finding()])
    assert len(web.crawl().findings) == 1
