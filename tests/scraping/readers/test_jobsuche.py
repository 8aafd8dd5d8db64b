"""jobsuche keeps the city's rows, counts the others, and loses nothing when details fail."""

import json
from base64 import b64decode
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote

import pytest
from hypothesis import given

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.finding import Finding
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.jobsuche import jobsuche
from stellenbund.scraping.registry import READERS
from stellenbund.scraping.scraper import Follow, Refused, Skipped, Total, Unreadable, Yield
from tests.scraping.readers.test_json_ld import ANY_JSON

T = TypeVar("T")

FIXTURES = Path(__file__).parents[1] / "fixtures" / "jobsuche"
SITE = jobsuche(
    employer="Stadt Musterstadt",
    place="Musterstadt",
    aliases=["Rettungsdienst Musterstadt AöR"],
)


def page(document: object, url: str = SITE.starts[0]) -> Page:
    return Page(url=url, text=json.dumps(document), content_type="application/json")


def fixture(name: str) -> Page:
    return page(json.loads((FIXTURES / name).read_text(encoding="utf-8")))


def row(number: int, firm: str = "Stadt Musterstadt") -> dict[str, object]:
    return {"referenznummer": str(number), "stellenangebotsTitel": "Koch", "firma": firm}


def of(kind: type[T], found: Iterable[Yield]) -> list[T]:
    return [each for each in found if isinstance(each, kind)]


def follow(number: int) -> Follow:
    return of(Follow, SITE.read(fixture("v6_list.json")))[number]


def test_rows_of_the_city_are_kept_and_all_are_counted() -> None:
    found = list(SITE.read(fixture("v6_list.json")))
    assert of(Total, found) == [Total(6)]
    assert [each.record.reference for each in of(Follow, found) if each.record] == [
        "10001-1000000001-S",
        "12511-20??/Ä+3-S",
        "10001-1000000005-S",
    ]
    assert of(Skipped, found) == [Skipped("10001-1000000002-S"), Skipped("10001-1000000004-S")]
    (similar,) = of(Finding, found)
    assert similar.rule == "employer.similar"
    assert [each.reference for each in found if isinstance(each, Unreadable)] == [
        "10001-1000000006-S"
    ]


def test_a_row_becomes_a_record() -> None:
    assert follow(0).record == RawRecord(
        page=SITE.starts[0],
        reference="10001-1000000001-S",
        url="https://www.arbeitsagentur.de/jobsuche/jobdetail/10001-1000000001-S",
        apply_url="https://karriere.musterstadt.example/stelle/1",
        title="Gärtner/in (m/w/d)",
        kind="AUSBILDUNG",
        profession="Gärtner/in - Zierpflanzenbau",
        employer="Stadt Musterstadt",
        places=(
            RawPlace(
                name="Musterstadt",
                street="Rathausplatz 1",
                postcode="45999",
                latitude="51.5",
                longitude="7.25",
            ),
        ),
        start="2027-09-01",
        posted="2026-08-13",
    )


def test_a_detail_adds_text_certificate_pay_and_working_times() -> None:
    read = follow(0).read
    assert read is not None
    (record,) = read(fixture("v6_detail.json"))
    assert isinstance(record, RawRecord)
    assert record.description_html == "Wir suchen dich!\n\n- Pflanzen\n- Gießen"
    assert record.certificate == "Mittlerer Schulabschluss (Mittlere Reife)"
    assert record.pay == (
        "1. Ausbildungsjahr: 1368,26 €, 2. Ausbildungsjahr: 1418,20 €, "
        "3. Ausbildungsjahr: 1464,00 €"
    )
    assert record.working_time == "Vollzeit, Teilzeit Vormittag"
    assert record.labelled == ()
    assert not record.is_partial


def test_the_kind_and_the_profession_are_kept_where_others_hold_nothing() -> None:
    record = follow(1).record
    assert record is not None
    assert record.kind == "AUSBILDUNG, DUALES_STUDIUM"
    assert record.profession == "Verwaltungswirt/in (FH)"
    assert record.places == ()


def test_a_reference_is_escaped_in_every_address() -> None:
    name = follow(1).url.rpartition("/")[2]
    assert not set(name) & set("/+=?")
    assert b64decode(unquote(name)).decode() == "12511-20??/Ä+3-S"
    record = follow(1).record
    assert record is not None
    assert (record.url or "").endswith("/12511-20%3F%3F%2F%C3%84%2B3-S")


@pytest.mark.parametrize("code", ["KEINE_ANGABEN", "KEINE_ANGABE", "NICHT_RELEVANT", "", None])
def test_a_code_for_no_answer_is_none(code: str | None) -> None:
    names = ("ausbildungsart", "hauptberuf", "geforderterBildungsabschluss", "externeURL")
    (record,) = READERS["jobsuche"](page(row(1) | dict.fromkeys(names, code)))
    assert isinstance(record, RawRecord)
    assert (record.kind, record.profession, record.certificate, record.apply_url) == (None,) * 4


def test_no_hits_come_without_the_list() -> None:
    assert list(SITE.read(fixture("v6_no_hits.json"))) == [Total(0)]
    delivery = crawl(SITE, lambda _: fixture("v6_no_hits.json"))
    assert (delivery.trouble, delivery.reason) == (Outcome.EMPTY, "Die Quelle nennt 0 Stellen.")
    assert (delivery.stated_total, delivery.findings) == (0, ())


@pytest.mark.parametrize("total", [None, -1, 1, "viele", ""])
def test_a_list_without_a_sound_total_is_not_believed(total: object) -> None:
    answer = page({"ergebnisliste": [row(1), row(2)], "maxErgebnisse": total})

    def fetch(_: Request) -> Page:
        return answer

    delivery = crawl(SITE, fetch)
    assert delivery.trouble is Outcome.UNREADABLE
    assert delivery.records == ()


def test_behind_a_full_page_the_next_is_asked_for_whatever_the_total_says() -> None:
    rows = [row(number) for number in range(100)]
    found = list(SITE.read(page({"ergebnisliste": rows, "maxErgebnisse": 100})))
    assert [each.url for each in of(Follow, found) if "page=2" in each.url]


def test_version_4_is_refused_as_moved() -> None:
    detail = {"refnr": "1", "titel": "Koch", "arbeitgeber": "Stadt Musterstadt"}
    for each in (fixture("v4_list.json"), page(detail)):
        (found,) = SITE.read(each)
        assert isinstance(found, Refused)
        assert (found.outcome, found.finding.rule) == (Outcome.MOVED, "jobsuche.moved")


@pytest.mark.parametrize("document", [{}, [], None, 7, "x", {"messages": [{"code": "FEHLER"}]}])
def test_any_other_document_is_refused_as_unreadable(document: object) -> None:
    (found,) = SITE.read(page(document))
    assert isinstance(found, Refused)
    assert (found.outcome, found.finding.rule) == (Outcome.UNREADABLE, "jobsuche.unknown")


def test_a_bare_detail_and_a_list_of_one_are_read_from_disk() -> None:
    (detail,) = READERS["jobsuche"](fixture("v6_detail.json"))
    assert isinstance(detail, RawRecord)
    assert detail.title == "Gärtner/in (m/w/d)"
    one = page({"maxErgebnisse": 1, "ergebnisliste": [row(1)]}, "file:///one.json")
    assert [type(each) for each in READERS["jobsuche"](one)] == [Total, RawRecord]


@pytest.mark.parametrize(
    "firm",
    ["Stadt Musterstadt", "STADT MUSTERSTADT", " Stadt\u00a0 Musterstadt ",
     "rettungsdienst musterstadt aoer"],
)  # fmt: skip
def test_case_umlauts_and_blanks_of_an_employer_do_not_matter(firm: str) -> None:
    assert of(Skipped, SITE.read(page(row(1, firm)))) == []


@pytest.mark.parametrize(
    "firm", ["Stadt Musterstadt - Der Bürgermeister", "Stadt Musterstadt GmbH", "Musterstadt", ""]
)
def test_a_name_that_nobody_declared_is_another_employer(firm: str) -> None:
    assert of(Skipped, SITE.read(page(row(1, firm)))) == [Skipped("1")]


class Interface:
    """The interface with so many rows, and what its details answer."""

    def __init__(self, rows: list[dict[str, object]], total: int, details: object = None) -> None:
        """Answer with *rows* by the hundred; details raise, or are one document."""
        self.rows, self.total, self.details = rows, total, details
        self.pages: list[int] = []

    def fetch(self, request: Request) -> Page:
        """Answer as the interface does."""
        assert request.headers == (("X-API-Key", "jobboerse-jobsuche"),)
        if "jobdetails" in request.url:
            if isinstance(self.details, FetchError):
                raise self.details
            return page(self.details, request.url)
        number = int(request.url.partition("&page=")[2].partition("&")[0])
        assert "wo=Musterstadt&umkreis=0" in request.url
        self.pages.append(number)
        part = self.rows[(number - 1) * 100 : number * 100]
        return page({"maxErgebnisse": self.total, "ergebnisliste": part}, request.url)

    def crawl(self, *, detail: bool = False) -> Delivery:
        """Crawl the source of Musterstadt."""
        site = jobsuche(employer="Stadt Musterstadt", place="Musterstadt", detail=detail)
        return crawl(site, self.fetch)


def test_all_pages_are_read_and_the_total_counts_all_employers() -> None:
    rows = [row(n, "Stadt Musterstadt" if n % 10 == 0 else "Bäckerei") for n in range(250)]
    interface = Interface(rows, 250)
    delivery = interface.crawl()
    assert interface.pages == [1, 2, 3]
    assert (len(delivery.records), delivery.stated_total) == (25, 250)
    assert delivery.trouble is None


def test_a_hundred_rows_are_all_if_none_is_behind_them() -> None:
    interface = Interface([row(n) for n in range(100)], 100)
    assert interface.crawl().trouble is None
    assert interface.pages == [1, 2]


def test_a_total_of_a_hundred_that_is_too_small_is_seen_through() -> None:
    assert Interface([row(n) for n in range(130)], 100).crawl().trouble is Outcome.TRUNCATED


@pytest.mark.parametrize("missing", [1, 60])
def test_rows_that_are_missing_cut_the_list(missing: int) -> None:
    delivery = Interface([row(n) for n in range(250 - missing)], 250).crawl()
    assert delivery.trouble is Outcome.TRUNCATED
    assert len(delivery.records) == 250 - missing


def test_a_row_twice_and_another_not_at_all_cut_the_list() -> None:
    delivery = Interface([row(n) for n in range(149)] + [row(0)], 150).crawl()
    assert delivery.trouble is Outcome.TRUNCATED


def test_a_place_beyond_the_interfaces_limits_is_cut_not_asked_for() -> None:
    interface = Interface([row(n, "Bäckerei") for n in range(12_000)], 12_000)
    assert interface.crawl().trouble is Outcome.TRUNCATED
    assert interface.pages[-1] == 100


def test_a_city_without_any_row_of_its_own_is_empty() -> None:
    delivery = Interface([row(n, "Bäckerei") for n in range(3)], 3).crawl()
    assert (delivery.trouble, delivery.records) == (Outcome.EMPTY, ())
    assert Interface([], 0).crawl().trouble is Outcome.EMPTY


@pytest.mark.parametrize(
    "details",
    [
        FetchError(Outcome.MOVED, "404", is_gone=True),
        FetchError(Outcome.BLOCKED, "403"),
        FetchError(Outcome.FAILED, "500"),
        {"referenznummer": "andere", "stellenangebotsTitel": "Koch"},
        ["kein Objekt"],
    ],
    ids=str,
)
def test_a_detail_that_fails_loses_nothing(details: object) -> None:
    delivery = Interface([row(n) for n in range(3)], 3, details).crawl(detail=True)
    assert [each.reference for each in delivery.records] == ["0", "1", "2"]
    assert all(each.is_partial for each in delivery.records)
    assert delivery.trouble is None
    assert {each.rule for each in delivery.findings} >= {"page.no_detail"}


@given(ANY_JSON)
def test_any_json_is_read_or_unreadable(value: object) -> None:
    names = ("referenznummer", "stellenangebotsTitel", "firma", "stellenlokationen", "alleBerufe",
             "eintrittszeitraum", "ausbildungsverguetungJahr1", "arbeitszeitX")  # fmt: skip
    item = dict.fromkeys(names, value)
    for document in (value, item, {"maxErgebnisse": value, "ergebnisliste": [item, value]}):
        delivery = crawl(SITE, lambda request, found=document: page(found, request.url))  # type: ignore[misc]
        assert all(record.title for record in delivery.records)
