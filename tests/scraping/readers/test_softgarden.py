"""softgarden reads the postings of a feed as any other posting, and nothing else as one."""

import json

import pytest
from hypothesis import given

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.softgarden import softgarden
from stellenbund.scraping.tree import MOST_TAGS
from tests.scraping.readers.pairs import crawled
from tests.scraping.readers.test_json_ld import ANY_JSON

SITE = softgarden("https://musterstadt.career.softgarden.example/")
POSTING = {"@type": "JobPosting", "identifier": "1", "title": "Koch/Köchin", "url": "/jobs/1/"}


def delivered(*elements: object, **more: object) -> Delivery:
    feed = {"@type": "DataFeed", "dataFeedElement": list(elements)} | more
    return crawl(SITE, lambda request: Page(url=request.url, text=json.dumps(feed)))


def test_links_are_relative_to_the_feed_whatever_a_text_says() -> None:
    urls = {each.url for each in crawled(SITE, "softgarden").records}
    assert urls == {
        "https://musterstadt.career.softgarden.example/jobs/4711/strassenbauer-in/",
        "https://musterstadt.career.softgarden.example/jobs/4712/pflegefachkraft/",
        "https://musterstadt.career.softgarden.example/jobs/4713/bauzeichner-in/",
    }


def test_a_feed_of_long_texts_is_no_page_of_too_many_tags() -> None:
    text = "<p>Wir bilden aus.</p>" * MOST_TAGS
    (record,) = delivered({"item": {**POSTING, "description": text}}).records
    assert record.url == "https://musterstadt.career.softgarden.example/jobs/1/"


def test_a_feed_of_one_may_hold_it_without_a_list_and_without_a_frame() -> None:
    assert [each.title for each in delivered(dataFeedElement=POSTING).records] == ["Koch/Köchin"]


def test_what_is_no_posting_is_there_but_unreadable() -> None:
    delivery = delivered({"item": {"@type": "Event", "title": "Fest", "url": "/fest/"}}, 7, None)
    assert delivery.trouble is Outcome.UNREADABLE
    assert "/fest/" in delivery.unreadable


def test_an_empty_feed_is_empty_and_a_round_one_is_cut() -> None:
    assert delivered().trouble is Outcome.EMPTY
    elements = [{"item": {**POSTING, "identifier": str(number)}} for number in range(200)]
    assert delivered(*elements).trouble is Outcome.TRUNCATED
    assert delivered(*elements[1:]).trouble is None


@pytest.mark.parametrize("document", [[], {}, POSTING, {"@type": "DataFeed"}, None, "x"])
def test_any_other_document_is_refused(document: object) -> None:
    delivery = crawl(SITE, lambda request: Page(url=request.url, text=json.dumps(document)))
    assert delivery.trouble is Outcome.UNREADABLE
    assert [each.rule for each in delivery.findings] == ["softgarden.unknown"]


@given(ANY_JSON)
def test_any_json_is_read_or_unreadable(value: object) -> None:
    names = ("title", "identifier", "jobLocation", "baseSalary", "url", "hiringOrganization")
    item = {"@type": "JobPosting"} | dict.fromkeys(names, value)
    for elements in (value, [value], [{"item": value}, {"item": item}]):
        document = {"@type": "DataFeed", "dataFeedElement": elements}
        try:
            found = list(SITE.read(Page(url="https://a.example/", text=json.dumps(document))))
        except ValueError:
            continue
        assert found


@pytest.mark.parametrize("depth", [40, 400, 100_000])
def test_a_document_that_is_too_deep_is_unreadable(depth: int) -> None:
    with pytest.raises(ValueError, match="tief"):
        list(SITE.read(Page(url="https://a.example/", text="[" * depth + "]" * depth)))
