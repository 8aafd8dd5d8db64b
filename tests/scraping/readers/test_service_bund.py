"""service_bund keeps an employer's entries of the national feed, and proves nothing by absence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.service_bund import FEED, ServiceBundReading, service_bund
from stellenbund.scraping.scraper import Yield
from tests.scraping.readers.sites import SERVICE_BUND


def item(number: int, employer: str) -> str:
    return (
        f"<item><title>Koch</title><link>https://a.test/{number}.html#track=feed-jobs</link>"
        f"<guid>https://a.test/{number}.html</guid><description><![CDATA[Arbeitgeber: "
        f"<strong>{employer}</strong><br/>Ort: <strong>45999 Musterstadt</strong><br/>"
        "Bewerbungsfrist: <strong>31.01.2027 23:59</strong>]]></description></item>"
    )


def crawled(items: list[str]) -> Delivery:
    text = f'<rss version="2.0"><channel>{"".join(items)}</channel></rss>'
    return crawl(
        SERVICE_BUND, lambda request: Page(url=request.url, text=text, content_type="text/xml")
    )


def test_the_source_is_never_authoritative() -> None:
    assert not SERVICE_BUND.is_authoritative
    assert service_bund(employer="Stadt").starts == (FEED,)


def test_the_mark_of_the_feed_is_dropped_from_the_address() -> None:
    (record,) = crawled([item(1, "Stadt Musterstadt")]).records
    assert (record.url, record.reference) == ("https://a.test/1.html",) * 2
    assert (record.deadline, record.description_html) == ("31.01.2027 23:59", None)


@pytest.mark.parametrize("count", [499, 500])
def test_the_feed_shows_only_its_newest_entries_full_or_not(count: int) -> None:
    items = [item(n, "Stadt Musterstadt" if n % 100 == 7 else "Bund") for n in range(count)]
    delivery = crawled(items)
    assert (len(delivery.records), delivery.trouble, delivery.is_excerpt) == (5, None, True)


def test_a_feed_of_others_is_empty() -> None:
    assert crawled([item(1, "Bund")]).trouble is Outcome.EMPTY


@given(st.text())
def test_any_text_is_refused_or_read(text: str) -> None:
    for body in (text, f"<rss><channel><item><description>{text}</description></item></channel>"):
        found: list[Yield] = list(ServiceBundReading().read(Page(url=FEED, text=body)))
        assert found
