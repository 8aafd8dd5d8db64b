"""interamt keeps a city's entries of the whole stock, and believes only a whole one."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

import pytest
from hypothesis import given

from stellenbund.domain.city import City
from stellenbund.domain.delivery import Delivery
from stellenbund.domain.normalisers.records import Context, normalise_all
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.domain.source import Scope
from stellenbund.domain.vocabulary import DeadlineKind
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.errors import FetchError
from stellenbund.scraping.fetcher import open_fetcher
from stellenbund.scraping.page import Page, Request
from stellenbund.scraping.readers.interamt import STOCK, InteramtReading, interamt
from stellenbund.scraping.saved import SavedAnswer
from stellenbund.scraping.scraper import Refused, Skipped, Yield
from tests.scraping.readers.pairs import crawled
from tests.scraping.readers.test_json_ld import ANY_JSON

T = TypeVar("T")

OURS = "Stadt Musterstadt"
CITY = City(
    slug="musterstadt", name="Musterstadt", ags="05999000", website="https://musterstadt.example/"
)
SITE = interamt(OURS, partner="1 7&id=3", detail=False)
WIDGET = "https://interamt.de/koop/app/webservice_v2?partner=1%207%26id%3D3"
READ = InteramtReading().read
CLOSED = FetchError(Outcome.BLOCKED, "Interamt lehnt den Abruf ab.")


def page(document: object, url: str = SITE.starts[0]) -> Page:
    return Page(url=url, text=json.dumps(document), content_type="application/json")


def row(number: int, authority: str | None = "Kreis Beispielkreis") -> dict[str, object]:
    return {
        "stellenangebotId": number,
        "behoerdeName": authority,
        "stellenbezeichnung": "Ausbildung Koch",
    }


def stock(count: int, ours: int = 2) -> list[object]:
    """Return so many rows; ours are the last, where a cut would take them."""
    return [row(number, OURS if number > count - ours else "Amt") for number in range(1, count + 1)]


def of(kind: type[T], found: Iterable[Yield]) -> list[T]:
    return [each for each in found if isinstance(each, kind)]


class Interamt:
    """Both ways into Interamt: each brings a document, or fails."""

    def __init__(self, data: object, widget: object = None, detail: object = None) -> None:
        """Keep what is sent; *data* is what stands under that name."""
        self.sent = {"search": data, "widget": widget, "detail": detail}
        self.asked: list[Request] = []

    def fetch(self, request: Request) -> Page:
        """Answer as the way does that was taken."""
        self.asked.append(request)
        way = "widget" if "partner" in request.url else "search" if request.body else "detail"
        found = self.sent[way]
        if isinstance(found, FetchError):
            raise found
        is_widget = way == "widget"
        return page(found if is_widget else {"data": found}, request.url)

    def crawl(self, *, detail: bool = False) -> Delivery:
        """Crawl the source of Musterstadt."""
        return crawl(interamt(OURS, partner="1 7&id=3", detail=detail), self.fetch)

    @property
    def ways(self) -> list[str]:
        """The addresses that were asked for."""
        return [each.url for each in self.asked]


def widget_list(*rows: int) -> object:
    items = [{"Id": number, "Behoerde": OURS, "StellenBezeichnung": "Koch"} for number in rows]
    return {"Anzahltreffer": str(len(rows)), "Stellenangebote": items}


def references(delivery: Delivery) -> list[str | None]:
    return [each.reference for each in delivery.records]


def test_the_search_of_visitors_is_asked_as_their_page_asks() -> None:
    portal = Interamt(stock(1_234))
    assert references(portal.crawl()) == ["1233", "1234"]
    (request,) = portal.asked
    assert request.url == "https://api.interamt.de/search/stellenangebot?showResult=true"
    assert request.headers == (("X-REMOTE-APPLICATION", "Interamtb2c"),)
    assert json.loads(request.body or "") == {"search": {}}


def test_a_list_without_a_total_is_not_believed_at_once() -> None:
    assert (SITE.scope, SITE.is_authoritative, SITE.strikes) == (Scope.MIXED, False, 3)


def test_a_stock_of_more_entries_than_are_kept_of_a_source_is_read_to_its_end() -> None:
    delivery = Interamt(stock(9_876)).crawl()
    assert (references(delivery), delivery.trouble) == (["9875", "9876"], None)


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (stock(STOCK + 1), None),
        (stock(STOCK - 1), Outcome.TRUNCATED),
        (stock(2, ours=2), Outcome.TRUNCATED),
        (stock(2_000), Outcome.TRUNCATED),
        (stock(STOCK + 1, ours=0), Outcome.EMPTY),
        ([], Outcome.TRUNCATED),
        ([{"id": number} for number in range(1_234)], Outcome.UNREADABLE),
        ([7, "x", None], Outcome.UNREADABLE),
    ],
    ids=["whole", "too few", "ours alone", "round", "none of ours", "empty", "renamed", "no rows"],
)
def test_only_a_whole_stock_proves_that_something_is_missing(
    data: Sequence[object], trouble: Outcome | None
) -> None:
    assert crawl(interamt(OURS), Interamt(data).fetch).trouble is trouble


def test_how_many_entries_are_a_whole_stock_can_be_declared() -> None:
    assert crawl(interamt(OURS, stock=7), Interamt(stock(7)).fetch).trouble is None


def test_too_few_entries_are_a_finding_with_a_remedy() -> None:
    (found,) = Interamt(stock(12)).crawl().findings
    assert (found.rule, found.value) == ("interamt.few", "12")
    assert "nur 12 Ausschreibungen aller Behörden" in found.message
    assert "stock=" in (found.remedy or "")


def test_only_details_of_ours_are_asked_for() -> None:
    portal = Interamt(stock(1_234), detail={"stellenbezeichnung": "Ausbildung Koch"})
    portal.crawl(detail=True)
    assert portal.ways[1:] == [
        "https://api.interamt.de/query/stellenangebot/1233",
        "https://api.interamt.de/query/stellenangebot/1234",
    ]
    assert {each.headers for each in portal.asked} == {(("X-REMOTE-APPLICATION", "Interamtb2c"),)}


@pytest.mark.parametrize(
    "detail",
    [
        FetchError(Outcome.MOVED, "404", is_gone=True),
        FetchError(Outcome.FAILED, "500"),
        {"stellenangebotId": 99, "stellenbezeichnung": "Eine andere Stelle"},
        {"fehler": "Stellenangebot nicht gefunden"},
        None,
        ["kein Objekt"],
    ],
    ids=str,
)
def test_a_detail_that_fails_loses_nothing(detail: object) -> None:
    delivery = Interamt(stock(1_234), detail=detail).crawl(detail=True)
    assert references(delivery) == ["1233", "1234"]
    assert all(each.is_partial for each in delivery.records)
    assert delivery.trouble is None


@pytest.mark.parametrize(
    ("stated", "deadline"),
    [
        ({"bewerbungsfrist": None}, "baldmöglichst"),
        ({"bewerbungsfrist": "baldmöglichst"}, "baldmöglichst"),
        ({"bewerbungsfrist": "2027-01-31"}, "2027-01-31"),
        ({"bewerbungsfrist": ""}, None),
        ({}, None),
    ],
)
def test_a_deadline_that_is_null_is_shown_as_soon_as_possible(
    stated: dict[str, object], deadline: str | None
) -> None:
    (record,) = of(RawRecord, READ(page({"data": [{**row(1), **stated}]})))
    assert record.deadline == deadline


def test_a_detail_with_a_date_knows_better_than_a_row_without() -> None:
    detail = {"stellenbezeichnung": "Ausbildung Koch", "bewerbungsfrist": "28.02.2027"}
    data = [*stock(1_233, ours=0), {**row(1_234, OURS), "bewerbungsfrist": None}]
    (record,) = Interamt(data, detail=detail).crawl(detail=True).records
    assert (record.deadline, record.is_partial) == ("28.02.2027", False)


def test_as_soon_as_possible_is_a_rolling_deadline_and_a_start_at_once() -> None:
    """In both lists, and as a start in the widget's details."""
    for site, folder in (
        (interamt(OURS, stock=8), "interamt"),
        (interamt(OURS, partner="9999"), "interamt_widget"),
    ):
        context = Context(
            city=CITY, scope=site.scope, today=date(2026, 11, 24), attribution=site.attribution
        )
        notices = normalise_all(crawled(site, folder), context).notices
        kinds = {notice.fields.deadline_kind for notice in notices}
        assert kinds == {DeadlineKind.FIXED, DeadlineKind.ROLLING}
        assert {notice.fields.attribution for notice in notices} == {"Interamt"}
        told = "".join(notice.model_dump_json() for notice in notices)
        assert [name for name in ("Erika", "Beispiel") if name in told] == []


@pytest.mark.parametrize(
    "trouble",
    [
        CLOSED,
        FetchError(Outcome.FAILED, "500"),
        FetchError(Outcome.UNREADABLE, "zu groß"),
        {"fehler": 7},
        "kein JSON, das wir kennen",
        [],
    ],
    ids=str,
)
def test_where_the_search_brings_nothing_the_widget_tells_what_appeared(trouble: object) -> None:
    portal = Interamt(trouble, widget_list(5, 6))
    delivery = portal.crawl()
    assert references(delivery) == ["5", "6"]
    assert delivery.trouble is Outcome.TRUNCATED, "nothing vanishes by a poorer list"
    assert WIDGET in (delivery.reason or "")
    assert portal.ways == [SITE.starts[0], WIDGET]


def test_the_reason_still_says_why_the_search_failed() -> None:
    reason = Interamt(CLOSED, widget_list(5)).crawl().reason or ""
    assert reason.startswith(CLOSED.reason)


@pytest.mark.parametrize(
    "widget", [CLOSED, widget_list(), {"Fehler": "Partner unbekannt"}], ids=str
)
def test_where_the_widget_brings_nothing_either_the_searchs_trouble_stands(widget: object) -> None:
    delivery = Interamt(CLOSED, widget).crawl()
    assert (delivery.records, delivery.trouble) == ((), Outcome.BLOCKED)


@pytest.mark.parametrize(
    "data", [stock(1_234), stock(12), [row(1, OURS) | {"stellenbezeichnung": ""}]]
)
def test_where_the_search_brings_anything_of_ours_the_widget_is_left_alone(
    data: Sequence[object],
) -> None:
    portal = Interamt(data, widget_list(5))
    portal.crawl()
    assert portal.ways == [SITE.starts[0]]


def test_the_fetcher_finds_the_way_to_the_widget_as_well() -> None:
    def answer(request: Request) -> SavedAnswer:
        if request.url == WIDGET:
            return SavedAnswer(body=json.dumps(widget_list(5)).encode())
        return SavedAnswer(status=404 if request.url.endswith("/robots.txt") else 403)

    with open_fetcher("Stellenbund/1 (+https://example.org)", answer=answer) as courier:
        delivery = crawl(SITE, courier.for_site(SITE))
    assert (references(delivery), delivery.trouble) == (["5"], Outcome.TRUNCATED)


def test_without_a_partners_number_there_is_no_other_way() -> None:
    site = interamt(OURS)
    assert (site.otherwise, site.hosts) == (None, ())
    assert crawl(site, Interamt(CLOSED).fetch).trouble is Outcome.BLOCKED


@pytest.mark.parametrize(
    "document", [{}, [], None, 7, "x", {"data": None}, {"data": {}}, {"message": "Unauthorized"}]
)
def test_any_other_document_is_refused(document: object) -> None:
    (found,) = READ(page(document))
    assert isinstance(found, Refused)
    assert (found.outcome, found.finding.rule) == (Outcome.UNREADABLE, "interamt.unknown")


def test_one_opening_alone_is_kept_only_if_it_is_ours() -> None:
    for name, count in ((OURS, 1), ("Kreis Beispielkreis", 0), (None, 0)):
        found = list(SITE.read(page({"data": row(1, name)})))
        assert len(of(RawRecord, found)) == count
        assert len(of(Skipped, found)) == 1 - count


def test_codes_are_read_as_interamt_shows_them() -> None:
    item = {
        "stellenbezeichnung": "Ausbildung Koch",
        "teilzeitVollzeit": "BEIDES",
        "beschaeftigungsdauer": "UNBEFRISTET",
        "beschaeftigungsverhaeltnisse": [
            {"entgeltgruppeVon": "E 5", "entgeltgruppeBis": "E 6", "wochenarbeitszeit": 39},
            {"besoldungVon": "A6", "besoldungBis": "A6", "wochenarbeitszeit": 41},
        ],
    }
    (record,) = of(RawRecord, READ(page({"data": item})))
    assert (record.working_time, record.pay) == ("Vollzeit oder Teilzeit", "E 5 - E 6, A6")
    assert (record.weekly_hours, record.labelled) == (
        "39, 41",
        (("Beschäftigungsdauer", "unbefristet"),),
    )


@given(ANY_JSON)
def test_any_json_is_read_or_unreadable(value: object) -> None:
    names = ("stellenangebotId", "behoerdeName", "stellenbezeichnung", "bewerbungsfrist",
             "einsatzorte", "teilzeitVollzeit", "beschaeftigungsverhaeltnisse",
             "stellenbeschreibung", "tarifEbeneMin", "datumErstellt")  # fmt: skip
    item = dict.fromkeys(names, value)
    for document in (value, {"data": value}, {"data": item}, {"data": [item, value, row(1)]}):
        try:
            found = list(READ(page(document)))
        except ValueError:
            continue
        assert all(record.title for record in of(RawRecord, found))


@given(ANY_JSON)
def test_any_detail_is_read_or_unreadable(value: object) -> None:
    for detail in (value, {"stellenbezeichnung": value, "einsatzorte": value}):
        delivery = Interamt([row(1, OURS), row(2)], detail=detail).crawl(detail=True)
        assert references(delivery) == ["1"]
