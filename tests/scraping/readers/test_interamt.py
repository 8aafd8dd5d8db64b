"""interamt keeps an authority's rows of a partner's list, counts the others, and loses none."""

import json
from collections.abc import Iterable
from typing import TypeVar

import pytest
from hypothesis import given

from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Scope
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.interamt import InteramtReading, interamt
from stellenbund.scraping.scraper import Refused, Skipped, Total, Yield
from tests.scraping.approved import crawl_saved, saved_page
from tests.scraping.readers.sites import INTERAMT
from tests.scraping.readers.test_json_ld import ANY_JSON

T = TypeVar("T")

READ = InteramtReading().read


def page(document: object, url: str = INTERAMT.starts[0]) -> Page:
    return Page(url=url, text=json.dumps(document), content_type="application/json")


def row(number: int, authority: str = "Stadt Musterstadt") -> dict[str, object]:
    return {"Id": number, "Behoerde": authority, "StellenBezeichnung": "Ausbildung Koch"}


def of(kind: type[T], found: Iterable[Yield]) -> list[T]:
    return [each for each in found if isinstance(each, kind)]


def test_the_list_holds_ordinary_jobs_too() -> None:
    assert (INTERAMT.scope, INTERAMT.is_authoritative) == (Scope.MIXED, True)
    assert interamt(partner="1 7&id=3", authority="Stadt").starts == (
        "https://interamt.de/koop/app/webservice_v2?partner=1%207%26id%3D3",
    )


def test_rows_of_other_authorities_are_skipped_and_counted() -> None:
    found = list(INTERAMT.read(saved_page("interamt", INTERAMT.starts[0])))
    assert of(Total, found) == [Total(6)]
    assert of(Skipped, found) == [Skipped("700003"), Skipped("700005")]


def test_latin_1_without_a_label_keeps_its_umlauts() -> None:
    records = of(RawRecord, READ(saved_page("interamt", INTERAMT.starts[0])))
    assert records[0].title == "Ausbildung zum Straßenwärter (m/w/d)"
    assert records[3].deadline == "baldmöglichst"


@pytest.mark.parametrize("name", ["StellenBezeichnung", "Stellenbezeichnung"])
def test_the_title_is_read_in_either_spelling(name: str) -> None:
    (record,) = READ(page({"Id": 1, name: "Ausbildung Koch", "AnzahlStellen": 3}))
    assert isinstance(record, RawRecord)
    assert (record.title, record.positions) == ("Ausbildung Koch", "3")
    assert record.url == "https://interamt.de/koop/app/stelle?id=1"


def test_the_places_of_the_list_outlive_a_detail_that_names_only_a_postcode() -> None:
    first = crawl_saved("interamt", INTERAMT).records[0]
    assert [(each.street, each.postcode) for each in first.places] == [("Rathausplatz 1", "45999")]


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
            return page(
                {"Anzahltreffer": "3", "Stellenangebote": [row(n) for n in (1, 2, 3)]}, request.url
            )
        if isinstance(detail, FetchError):
            raise detail
        return page(detail, request.url)

    delivery = crawl(INTERAMT, fetch)
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
    site = interamt(partner="1", authority="Stadt Musterstadt", detail=False)
    document = {"Anzahltreffer": count, "Stellenangebote": rows}
    assert crawl(site, lambda request: page(document, request.url)).trouble is trouble


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
