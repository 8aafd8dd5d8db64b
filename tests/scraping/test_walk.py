"""A crawl goes each way once, and leaves a host alone that refuses."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.page import Page
from stellenbund.scraping.scraper import (
    Follow,
    NoOpenings,
    Refused,
    Site,
    Skipped,
    Total,
    Unreadable,
    Yield,
)
from tests.scraping.web import CLOSED, DOWN, GONE, START, Web, finding, record, references


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


@pytest.mark.parametrize(
    ("beyond", "outcome"),
    [
        ([], None),
        ([Total(1)], None),
        ([record("2")], Outcome.TRUNCATED),
        (GONE, None),
        (DOWN, Outcome.TRUNCATED),
        (ValueError("kein JSON"), Outcome.TRUNCATED),
    ],
)
def test_nothing_is_what_is_expected_behind_the_last_page(
    beyond: list[Yield] | Exception, outcome: Outcome | None
) -> None:
    web = Web(start=[record("1"), Follow(START + "n", is_beyond=True)], n=beyond)
    assert web.crawl().trouble is outcome
    assert web.asked == ["start", "n"]


@pytest.mark.parametrize("error", [GONE, DOWN, CLOSED, ValueError("kein JSON")])
def test_what_a_site_has_otherwise_is_a_part_of_what_there_is(error: Exception) -> None:
    web = Web(start=error, other=[record("1"), Total(1)])
    delivery = web.crawl_otherwise("other")
    assert references(delivery) == ["1"]
    assert delivery.trouble is Outcome.TRUNCATED
    assert START + "other" in (delivery.reason or "")


@pytest.mark.parametrize("other", [DOWN, [NoOpenings("Keine Stellen.")], [Skipped("1")]])
def test_what_a_site_has_otherwise_proves_nothing_if_it_is_nothing(
    other: list[Yield] | Exception,
) -> None:
    delivery = Web(start=CLOSED, other=other).crawl_otherwise("other")
    assert (delivery.trouble, delivery.reason) == (CLOSED.outcome, CLOSED.reason)


@pytest.mark.parametrize(
    "found",
    [
        [record("1")],
        [NoOpenings("Keine Stellen.")],
        [record("1"), ValueError("mittendrin")],
        [Unreadable("1", finding()), Refused(Outcome.TRUNCATED, finding())],
    ],
)
def test_what_a_site_has_otherwise_is_left_alone_where_its_start_tells_anything(
    found: list[Yield],
) -> None:
    web = Web(start=found, other=[record("2")])
    web.crawl_otherwise("other")
    assert web.asked == ["start"]
