"""Real documents of portals and feeds, where they are at hand, are read right."""

import json
from datetime import date
from pathlib import Path

import pytest

from stellenbund.domain.normalisers.dates import read_day, read_deadline
from stellenbund.domain.record import RawRecord
from stellenbund.scraping.decoding import decode
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.feed import feed
from stellenbund.scraping.readers.interamt import InteramtReading
from stellenbund.scraping.readers.karriere_nrw import KarriereNrwReading
from stellenbund.scraping.scraper import Reader, Refused, Total, Yield

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
TODAY = date(2026, 11, 24)
pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="the shared samples are not beside this checkout"
)


def read(reader: Reader, text: str) -> list[Yield]:
    return list(reader(Page(url="https://example.org/feed", text=text)))


def sample(name: str) -> str:
    return decode((SAMPLES / name).read_bytes(), None)


def test_real_details_of_karriere_nrw_are_read() -> None:
    for detail in json.loads(sample("karriere_nrw/details.json")):
        (record,) = read(KarriereNrwReading().read, json.dumps(detail))
        assert isinstance(record, RawRecord)
        assert (record.title, record.reference) == (detail["titel_der_stelle"], detail["uuid"])
        assert (record.deadline, record.positions) == (
            detail["bewerbungsfrist"],
            str(detail["anzahl_offener_stellen"]),
        )
        assert record.places[0].latitude == str(detail["lat"])
        assert "Muster" not in (record.contact or "")


def test_a_real_list_of_interamt_is_read() -> None:
    rows = json.loads(sample("interamt/webservice_v2_list.json"))["Stellenangebote"]
    total, *records = read(InteramtReading().read, sample("interamt/webservice_v2_list.json"))
    assert total == Total(len(rows))
    for record, row in zip(records, rows, strict=True):
        assert isinstance(record, RawRecord)
        assert (record.reference, record.employer) == (str(row["Id"]), row["Behoerde"])
        assert (record.title or "").split() == row["StellenBezeichnung"].split()
        assert read_deadline(record.deadline or "", today=TODAY).text
        assert len(record.places) == len(row["StellenangebotOrt"])


def test_a_real_malformed_feed_is_read_to_its_last_entry() -> None:
    text = sample("feeds/public_service_apprenticeship_malformed.rss")
    reader = feed(
        elements={"employer": "dc:publisher", "reference": "dc:identifier", "start": "dc:date"}
    )
    records = [each for each in read(reader, text) if isinstance(each, RawRecord)]
    assert len(records) == text.count("<item>")
    assert len({each.reference for each in records}) == len(records)
    for record in records:
        assert "<" not in (record.title or "<")
        assert record.employer
        assert (record.url or "").startswith("https://")
        assert (record.description_html or "").startswith("<p>")
        assert read_day(record.posted or "", today=TODAY) == date(2025, 2, 26)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("trafilatura_feed1.atom", [("Atom-Powered Robots Run Amok",
                                     "http://example.org/2003/12/13/atom03"),
                                    ("Self-referenced link", "http://example.org/1000")]),
        ("trafilatura_feed2.rss", [("Example entry", "http://www.example.com/blog/post/1")]),
    ],
)  # fmt: skip
def test_a_real_feed_is_read(name: str, expected: list[tuple[str, str]]) -> None:
    found = read(feed(is_whole=True), sample(f"feeds/{name}"))
    assert [(each.title, each.url) for each in found if isinstance(each, RawRecord)] == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize(
    "name", ["trafilatura_sitemap.xml", "trafilatura_sitemap2.xml",
             "trafilatura_sitemap-hreflang.xml", "apprenticeship_partner_multiline.csv"]
)  # fmt: skip
def test_a_real_document_that_is_no_feed_is_refused(name: str) -> None:
    (found,) = read(feed(), sample(f"feeds/{name}"))
    assert isinstance(found, Refused)
    assert found.finding.rule == "feed.unknown"
