"""Of a page is taken what its reader finds, up to where it stumbles or has found too much."""

import pytest

from stellenbund.domain.finding import Severity
from stellenbund.domain.run import Outcome
from stellenbund.scraping.haul import MOST_RECORDS
from stellenbund.scraping.reading import MOST_ENTRIES
from stellenbund.scraping.scraper import Skipped, Yield
from tests.scraping.web import Web, finding, record, references


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


def test_entries_of_others_do_not_count_towards_what_is_kept_of_a_page() -> None:
    others = [Skipped(str(number)) for number in range(9_999)]
    delivery = Web(start=[*others, record("A"), record("B")]).crawl()
    assert (references(delivery), delivery.trouble) == (["A", "B"], None)


@pytest.mark.parametrize(
    "entries",
    [
        [Skipped(str(number)) for number in range(MOST_ENTRIES + 1)],
        [finding(str(number)) for number in range(MOST_RECORDS + 1)],
    ],
    ids=["of others", "of ours"],
)
def test_a_page_that_shows_more_than_is_taken_of_one_cuts_the_list(entries: list[Yield]) -> None:
    delivery = Web(start=[record("1"), *entries, record("2")]).crawl()
    assert (references(delivery), delivery.trouble) == (["1"], Outcome.TRUNCATED)
