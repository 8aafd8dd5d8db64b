"""karriere_nrw keeps an authority's training places, counts all rows, and names no person."""

import json
from collections.abc import Iterable
from typing import TypeVar

import pytest
from hypothesis import given

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Trust
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.karriere_nrw import KarriereNrwReading, karriere_nrw
from stellenbund.scraping.scraper import Follow, Refused, Skipped, Yield
from tests.scraping.readers.pairs import fetched_from
from tests.scraping.readers.sites import KARRIERE_NRW
from tests.scraping.readers.test_json_ld import ANY_JSON

T = TypeVar("T")

READ = KarriereNrwReading().read
SAVED = fetched_from("karriere_nrw")


def page(document: object, url: str = KARRIERE_NRW.starts[0]) -> Page:
    return Page(url=url, text=json.dumps(document), content_type="application/json")


def row(number: int, authority: str = "Stadt Musterstadt") -> dict[str, object]:
    return {
        "uuid": str(number),
        "title": "Koch (m/w/d)",
        "authority": authority,
        "contracting_authority": None,
        "jobtype": "apprenticeship",
    }


def of(kind: type[T], found: Iterable[Yield]) -> list[T]:
    return [each for each in found if isinstance(each, kind)]


class Interface:
    """The interface with so many rows, ten to a page, of which it states a total."""

    def __init__(self, rows: list[dict[str, object]], count: int) -> None:
        """Answer with *rows*; details are not to be had."""
        self.rows, self.count = rows, count
        self.pages: list[int] = []

    def fetch(self, request: Request) -> Page:
        """Answer as the interface does."""
        if "combined-jobs" in request.url:
            raise FetchError(Outcome.FAILED, "500")
        number = int(request.url.partition("?page=")[2])
        self.pages.append(number)
        part = self.rows[(number - 1) * 10 : number * 10]
        pages = (self.count + 9) // 10
        if self.rows and not part:
            raise FetchError(Outcome.MOVED, "404", is_gone=True)
        return page({"count": self.count, "pages": pages, "items": part}, request.url)

    def crawl(self, *, detail: bool = False) -> Delivery:
        """Crawl the source of Musterstadt."""
        return crawl(karriere_nrw(authority="Stadt Musterstadt", detail=detail), self.fetch)


def test_the_source_states_its_licence_and_its_name() -> None:
    assert (KARRIERE_NRW.licence, KARRIERE_NRW.attribution) == ("dl-de/by-2.0", "Karriere.NRW")
    assert (KARRIERE_NRW.trust, KARRIERE_NRW.is_authoritative) == (Trust.PORTAL, True)


def test_rows_of_others_and_other_kinds_of_job_are_skipped_and_counted() -> None:
    found = list(KARRIERE_NRW.read(SAVED(Request(KARRIERE_NRW.starts[0]))))
    kept = [each.record.reference for each in of(Follow, found) if each.record]
    assert [each[-2:] for each in kept if each] == ["01", "04", "09"]
    assert len(of(Skipped, found)) == 6


def test_a_contact_is_what_it_is_for_and_how_it_is_reached_without_a_person() -> None:
    url = "https://api.karriere.nrw/v1.0/combined-jobs/00000000-0000-4000-8000-000000000001/"
    (record,) = of(RawRecord, READ(SAVED(Request(url))))
    assert record.contact is not None
    assert record.contact.startswith("Fragen zum Bewerbungsverfahren, E-Mail: ausbildung@")
    assert "Telefon" not in record.contact
    assert "Beispiel" not in record.contact
    assert "Gleichstellung" not in record.contact


def test_all_pages_are_read_and_the_total_counts_all_authorities() -> None:
    rows = [row(n, "Stadt Musterstadt" if n % 20 == 0 else "Kreis Beispiel") for n in range(117)]
    interface = Interface(rows, 117)
    delivery = interface.crawl()
    assert interface.pages == list(range(1, 13))
    assert (len(delivery.records), delivery.stated_total) == (6, 117)
    assert delivery.trouble is None


@pytest.mark.parametrize("missing", [1, 10, 57])
def test_rows_that_are_missing_cut_the_list(missing: int) -> None:
    delivery = Interface([row(n) for n in range(117 - missing)], 117).crawl()
    assert delivery.trouble is Outcome.TRUNCATED
    assert len(delivery.records) == 117 - missing


@pytest.mark.parametrize("count", [8, 10])
def test_a_count_that_is_too_small_is_seen_through(count: int) -> None:
    delivery = Interface([row(n) for n in range(13)], count).crawl()
    assert delivery.trouble in {Outcome.UNREADABLE, Outcome.TRUNCATED}


def test_ten_rows_are_all_if_none_is_behind_them() -> None:
    interface = Interface([row(n) for n in range(10)], 10)
    assert interface.crawl().trouble is None
    assert interface.pages == [1, 2]


def test_an_authority_without_any_row_is_empty() -> None:
    assert Interface([row(n, "Kreis Beispiel") for n in range(3)], 3).crawl().trouble is (
        Outcome.EMPTY
    )
    assert Interface([], 0).crawl().trouble is Outcome.EMPTY


def test_details_that_fail_lose_nothing() -> None:
    delivery = Interface([row(n) for n in range(13)], 13).crawl(detail=True)
    assert [each.reference for each in delivery.records] == [str(n) for n in range(13)]
    assert all(each.is_partial for each in delivery.records)
    assert delivery.trouble is None


@pytest.mark.parametrize("document", [{}, [], None, 7, "x", {"results": []}, {"detail": "x"}])
def test_any_other_document_is_refused(document: object) -> None:
    (found,) = READ(page(document))
    assert isinstance(found, Refused)
    assert (found.outcome, found.finding.rule) == (Outcome.UNREADABLE, "karriere_nrw.unknown")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html>",
        '{"items": [], "count": 3}',
        '{"items": [{}], "count": 0, "pages": 1}',
        '{"items": []}',
    ],
)
def test_what_is_no_json_or_states_no_total_cannot_be_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(READ(Page(url=KARRIERE_NRW.starts[0], text=text)))


@given(ANY_JSON)
def test_any_json_is_read_or_unreadable(value: object) -> None:
    names = ("uuid", "title", "authority", "location", "deadline", "titel_der_stelle", "ort",
             "ansprechpartner", "dienststelle", "besoldung_entgelt", "lat")  # fmt: skip
    item = dict.fromkeys(names, value) | {"jobtype": "apprenticeship"}
    for document in (
        value,
        item,
        {"count": 2, "pages": 1, "items": [item, value]},
        {"count": value, "pages": value, "items": [item]},
    ):
        try:
            found = list(READ(page(document)))
        except ValueError:
            continue
        assert all(record.title for record in of(RawRecord, found))
