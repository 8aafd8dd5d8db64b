"""smartrecruiters pages on until all that is stated has come, and loses nothing with a detail."""

import json
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.smartrecruiters import smartrecruiters
from tests.scraping.readers.pairs import crawled
from tests.scraping.readers.test_json_ld import ANY_JSON

SITE = smartrecruiters("Stadt Musterstadt", detail=False)


def row(number: int) -> dict[str, object]:
    return {"id": str(number), "name": "Koch/Köchin", "company": {"identifier": "Stadt"}}


@dataclass
class Interface:
    """The interface with so many rows; details raise, or are one document."""

    rows: list[dict[str, object]]
    total: object
    details: object = None
    size: int = 100
    offsets: list[int] = field(default_factory=list)

    def fetch(self, request: Request) -> Page:
        """Answer as the interface does."""
        parts = urlsplit(request.url)
        if not parts.query:
            if isinstance(self.details, FetchError):
                raise self.details
            return Page(url=request.url, text=json.dumps(self.details))
        assert parts.path == "/v1/companies/Stadt%20Musterstadt/postings"
        offset = int(dict(parse_qsl(parts.query))["offset"])
        self.offsets.append(offset)
        content = self.rows[offset : offset + self.size]
        return Page(
            url=request.url, text=json.dumps({"totalFound": self.total, "content": content})
        )

    def crawl(self, *, detail: bool = False) -> Delivery:
        """Crawl the source of Musterstadt."""
        return crawl(smartrecruiters("Stadt Musterstadt", detail=detail), self.fetch)


def test_all_pages_are_read() -> None:
    interface = Interface([row(number) for number in range(250)], 250)
    delivery = interface.crawl()
    assert interface.offsets == [0, 100, 200]
    assert (len(delivery.records), delivery.stated_total, delivery.trouble) == (250, 250, None)


def test_a_round_number_that_is_stated_is_whole_if_nothing_is_behind_it() -> None:
    interface = Interface([row(number) for number in range(200)], 200)
    assert interface.crawl().trouble is None
    assert interface.offsets == [0, 100, 200]


@pytest.mark.parametrize("total", [60, 100, 129])
def test_a_total_that_is_too_small_is_seen_through(total: int) -> None:
    delivery = Interface([row(number) for number in range(130)], total).crawl()
    assert delivery.trouble in {Outcome.UNREADABLE, Outcome.TRUNCATED}


def test_pages_shorter_than_asked_for_are_read_on_where_they_end() -> None:
    interface = Interface([row(number) for number in range(25)], 25, size=10)
    assert interface.crawl().trouble is None
    assert interface.offsets == [0, 10, 20]


@pytest.mark.parametrize("missing", [1, 60, 249])
def test_rows_that_are_missing_cut_the_list(missing: int) -> None:
    delivery = Interface([row(number) for number in range(250 - missing)], 250).crawl()
    assert (delivery.trouble, len(delivery.records)) == (Outcome.TRUNCATED, 250 - missing)


def test_an_offset_that_is_ignored_cuts_the_list() -> None:
    answer = json.dumps({"totalFound": 250, "content": [row(number) for number in range(100)]})
    delivery = crawl(SITE, lambda request: Page(url=request.url, text=answer))
    assert delivery.trouble is Outcome.TRUNCATED
    assert delivery.pages == 2


def test_a_company_that_nobody_knows_is_one_without_postings() -> None:
    assert Interface([], 0).crawl().trouble is Outcome.EMPTY


@pytest.mark.parametrize(
    "details",
    [
        FetchError(Outcome.MOVED, "404", is_gone=True),
        FetchError(Outcome.BLOCKED, "403"),
        FetchError(Outcome.FAILED, "500"),
        {"id": "andere", "name": "Gärtner/in"},
        {},
        ["kein Objekt"],
    ],
    ids=str,
)
def test_a_detail_that_fails_loses_nothing(details: object) -> None:
    delivery = Interface([row(number) for number in range(3)], 3, details).crawl(detail=True)
    assert [each.reference for each in delivery.records] == ["0", "1", "2"]
    assert all(each.is_partial for each in delivery.records)
    assert delivery.trouble is None


def test_nobody_who_created_a_posting_is_taken() -> None:
    assert "Geheim" not in repr(crawled(smartrecruiters("StadtMusterstadt"), "smartrecruiters"))


def test_an_internship_is_called_one_and_full_time_is_no_kind() -> None:
    types = ({"id": "intern", "label": "Intern"}, {"id": "permanent", "label": "Full-time"})
    rows = [{**row(number), "typeOfEmployment": each} for number, each in enumerate(types)]
    found = Interface(rows, 2).crawl().records
    assert [(each.kind, each.working_time) for each in found] == [
        ("Praktikum", None),
        (None, "Vollzeit"),
    ]


@pytest.mark.parametrize("total", [None, "viele", True, 2.5, {}])
def test_a_list_that_states_no_number_is_unreadable(total: object) -> None:
    assert Interface([row(1)], total).crawl().trouble is Outcome.UNREADABLE


@pytest.mark.parametrize("document", [{}, [], None, 7, "x", {"content": {}}])
def test_any_other_document_is_refused(document: object) -> None:
    delivery = crawl(SITE, lambda request: Page(url=request.url, text=json.dumps(document)))
    assert [each.rule for each in delivery.findings] == ["smartrecruiters.unknown"]


@given(ANY_JSON)
def test_any_json_is_read_or_unreadable(value: object) -> None:
    names = ("id", "name", "company", "location", "department", "customField", "jobAd", "refNumber")
    item = dict.fromkeys(names, value)
    for document in (value, {"totalFound": value, "content": [value]},
                     {"totalFound": 2, "content": [item, value]}):  # fmt: skip
        try:
            found = list(SITE.read(Page(url=SITE.starts[0], text=json.dumps(document))))
        except ValueError:
            continue
        assert found


@given(ANY_JSON)
def test_any_detail_is_read_or_unreadable(value: object) -> None:
    sections = dict.fromkeys(("jobDescription", "qualifications"), value)
    detail = {"id": "0", "name": value, "jobAd": {"sections": sections}, "language": value}
    for document in (value, detail):
        delivery = Interface([row(0)], 1, document).crawl(detail=True)
        assert [each.title for each in delivery.records if each.reference == "0"]
