"""A page that could not be had, or tells nothing, costs just what it would have told."""

from dataclasses import replace

import pytest

from stellenbund.domain.run import Outcome
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.scraper import Follow, NoOpenings
from tests.scraping.web import CLOSED, DOWN, GONE, START, Web, finding, record, references


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
    assert delivery.gone == {START + "b"}


def test_an_opening_of_a_sitemap_that_cannot_be_had_cuts_the_list() -> None:
    web = Web(b=DOWN, c=[record("2")])
    web.pages["start"] = [web.detail("b"), web.detail("c")]
    assert web.crawl().trouble is Outcome.TRUNCATED


def test_one_page_with_nothing_and_one_with_openings_is_no_complete_list() -> None:
    delivery = Web(a=[record("1")], b=[]).crawl("a", "b")
    assert delivery.trouble is Outcome.UNREADABLE
    assert Web(a=[record("1")], b=[NoOpenings("x")]).crawl("a", "b").trouble is None


def test_a_page_that_shows_nothing_but_the_way_to_the_next_cuts_the_list() -> None:
    web = Web(start=[record("1"), Follow(START + "b")], b=[Follow(START + "c")], c=[record("3")])
    delivery = web.crawl()
    assert references(delivery) == ["1", "3"]
    assert delivery.trouble is Outcome.TRUNCATED
