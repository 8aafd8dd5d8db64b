"""The widget's list states a total, mixes authorities, and is read with its details."""

import json
from collections.abc import Iterable
from typing import TypeVar

import pytest
from hypothesis import given

from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.decoding import decode
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.employer_names import employer_names
from stellenbund.scraping.readers.interamt_widget import WidgetReading, widget_address
from stellenbund.scraping.scraper import Refused, Site, Skipped, Total, Yield
from tests.scraping.readers.pairs import FIXTURES
from tests.scraping.readers.test_json_ld import ANY_JSON

T = TypeVar("T")

ONLY = employer_names("Stadt Musterstadt")
START = widget_address("9999")
READ = WidgetReading().read


def site(*, detail: bool = False) -> Site:
    return Site(start=START, read=WidgetReading(ONLY, has_details=detail).read)


def page(document: object, url: str = START) -> Page:
    return Page(url=url, text=json.dumps(document), content_type="application/json")


def row(number: int, authority: str = "Stadt Musterstadt") -> dict[str, object]:
    return {"Id": number, "Behoerde": authority, "StellenBezeichnung": "Ausbildung Koch"}


def of(kind: type[T], found: Iterable[Yield]) -> list[T]:
    return [each for each in found if isinstance(each, kind)]


def saved(name: str) -> Page:
    text = decode((FIXTURES / "interamt_widget" / name).read_bytes(), "application/json")
    return Page(url=START, text=text, content_type="application/json")


def test_rows_of_other_authorities_are_skipped_and_counted() -> None:
    found = list(WidgetReading(ONLY).read(saved("list.json")))
    assert of(Total, found) == [Total(6)]
    assert of(Skipped, found) == [Skipped("700003"), Skipped("700005")]


def test_latin_1_without_a_label_keeps_its_umlauts() -> None:
    (record,) = of(RawRecord, READ(saved("detail_700001.json")))
    assert record.title == "Ausbildung zum Straßenwärter (m/w/d)"


@pytest.mark.parametrize("name", ["StellenBezeichnung", "Stellenbezeichnung"])
def test_the_title_is_read_in_either_spelling(name: str) -> None:
    (record,) = of(RawRecord, READ(page({"Id": 1, name: "Ausbildung Koch", "AnzahlStellen": 3})))
    assert (record.title, record.positions) == ("Ausbildung Koch", "3")
    assert record.url == "https://interamt.de/koop/app/stelle?id=1"


@pytest.mark.parametrize(
    "detail",
    [
        FetchError(Outcome.MOVED, "404", is_gone=True),
        FetchError(Outcome.FAILED, "500"),
        {"Id": 99, "Stellenbezeichnung": "Eine andere Stelle"},
        {"Fehler": "Stellenangebot nicht gefunden"},
        ["kein Objekt"],
    ],
    ids=str,
)
def test_a_detail_that_fails_loses_nothing(detail: object) -> None:
    def fetch(request: Request) -> Page:
        if "partner" in request.url:
            rows = [row(number) for number in (1, 2, 3)]
            return page({"Anzahltreffer": "3", "Stellenangebote": rows}, request.url)
        if isinstance(detail, FetchError):
            raise detail
        return page(detail, request.url)

    delivery = crawl(site(detail=True), fetch)
    assert [each.reference for each in delivery.records] == ["1", "2", "3"]
    assert all(each.is_partial for each in delivery.records)
    assert delivery.trouble is None


@pytest.mark.parametrize(
    ("count", "rows", "trouble"),
    [
        ("7", [row(n) for n in range(7)], None),
        ("8", [row(n) for n in range(7)], Outcome.TRUNCATED),
        ("2", [row(1), row(2, "Kreis Beispiel")], None),
        ("1", [row(2, "Kreis Beispiel")], Outcome.EMPTY),
        ("0", [], Outcome.EMPTY),
        (0, None, Outcome.EMPTY),
    ],
)
def test_the_stated_total_is_checked(
    count: object, rows: list[object] | None, trouble: Outcome | None
) -> None:
    document = {"Anzahltreffer": count, "Stellenangebote": rows}
    assert crawl(site(), lambda request: page(document, request.url)).trouble is trouble


@pytest.mark.parametrize("document", [{}, [], None, 7, "x", {"Fehler": "Partner unbekannt"}])
def test_any_other_document_is_refused(document: object) -> None:
    (found,) = READ(page(document))
    assert isinstance(found, Refused)
    assert (found.outcome, found.finding.rule) == (Outcome.UNREADABLE, "interamt.unknown")


@given(ANY_JSON)
def test_any_json_is_read_or_unreadable(value: object) -> None:
    names = ("Id", "Kennung", "Behoerde", "StellenBezeichnung", "Dienstverhaeltnisse", "Bezahlung",
             "StellenangebotOrt", "Daten", "Einsatzort", "Studiengaenge", "Teilzeit",
             "ExtAnsprechpartner")  # fmt: skip
    item = dict.fromkeys(names, value)
    for document in (
        value,
        item,
        {"Anzahltreffer": "2", "Stellenangebote": [item, value]},
        {"Anzahltreffer": value, "Stellenangebote": value},
    ):
        try:
            found = list(READ(page(document)))
        except ValueError:
            continue
        assert all(record.title for record in of(RawRecord, found))
