"""dvinci takes a publication apart, leaves its instants alone and its people out."""

import json
from datetime import date

import pytest
from hypothesis import given

from stellenbund.domain.delivery import Delivery
from stellenbund.domain.normalisers.dates import read_day, read_deadline, read_start
from stellenbund.domain.record import RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.crawl import crawl
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.dvinci import dvinci
from stellenbund.scraping.readers.employer_names import employer_names
from tests.scraping.readers.pairs import crawled
from tests.scraping.readers.test_json_ld import ANY_JSON

TODAY = date(2026, 11, 24)
SITE = dvinci("https://musterstadt.dvinci-hr.example")
NAMES = ("id", "position", "introduction", "startDate", "jobPublicationURL", "subtitle")
OPENING_NAMES = ("reference", "location", "locations", "categories", "company", "salary")


def delivered(document: object) -> Delivery:
    text = json.dumps(document)
    return crawl(
        SITE, lambda request: Page(url=request.url, text=text, content_type="application/json")
    )


def first() -> RawRecord:
    return crawled(SITE, "dvinci").records[0]


def test_an_instant_in_utc_is_the_day_that_it_is_in_berlin() -> None:
    record = first()
    assert (record.posted, record.start) == ("2026-10-04T22:00Z", "2027-08-31T22:00Z")
    assert read_day(record.posted or "", today=TODAY) == date(2026, 10, 5)
    assert read_start(record.start or "", today=TODAY).on == date(2027, 9, 1)
    assert read_deadline(record.deadline or "", today=TODAY).on == date(2027, 1, 31)


def test_nobody_who_is_responsible_is_taken() -> None:
    assert "Geheim" not in repr(crawled(SITE, "dvinci"))
    assert "musterstadt.example" not in repr(crawled(SITE, "dvinci").records)


def test_dates_that_are_null_are_not_there() -> None:
    record = crawled(SITE, "dvinci").records[1]
    assert (record.posted, record.deadline, record.start, record.apply_url) == (None,) * 4


def test_a_list_of_small_fields_proves_nothing_by_its_silence() -> None:
    small = {"id": 1, "position": "Koch/Köchin", "jobOpening": {"reference": "K-1"}}
    whole = {**small, "id": 2, "jobOpening": {}, "introduction": None}
    assert [each.is_partial for each in delivered([small, whole]).records] == [True, False]


def test_a_publication_is_known_by_its_number_whatever_reference_it_shares() -> None:
    rows = [
        {"id": number, "position": name, "jobOpening": {"reference": "2027-Ausbildung"}}
        for number, name in enumerate(("Koch/Köchin", "Gärtner/in"), start=1)
    ]
    records = delivered(rows).records
    assert [each.reference for each in records] == ["1", "2"]
    assert {each.labelled for each in records} == {(("Kennziffer", "2027-Ausbildung"),)}


def test_another_company_is_counted_and_a_similar_one_is_mentioned() -> None:
    only = dvinci("https://musterstadt.dvinci-hr.example", only=employer_names("Klinikum"))
    delivery = crawled(only, "dvinci")
    assert (delivery.trouble, delivery.records) == (Outcome.UNREADABLE, ())
    assert {each.rule for each in delivery.findings} == {"employer.similar", "opening.no_title"}


@pytest.mark.parametrize("document", [{}, {"jobPublications": []}, None, 7, "x"])
def test_any_other_document_is_refused(document: object) -> None:
    delivery = delivered(document)
    assert delivery.trouble is Outcome.UNREADABLE
    assert [each.rule for each in delivery.findings] == ["dvinci.unknown"]


def test_an_empty_list_is_empty_and_a_round_one_is_cut() -> None:
    assert delivered([]).trouble is Outcome.EMPTY
    rows = [{"id": number, "position": "Koch/Köchin"} for number in range(100)]
    assert delivered(rows).trouble is Outcome.TRUNCATED
    assert delivered(rows[1:]).trouble is None


def test_what_is_no_publication_is_unreadable() -> None:
    assert delivered([None, 7, [], {}]).trouble is Outcome.UNREADABLE


@given(ANY_JSON)
def test_any_json_is_read_or_unreadable(value: object) -> None:
    opening = dict.fromkeys(OPENING_NAMES, value)
    item = dict.fromkeys(NAMES, value) | {"jobOpening": opening}
    for document in (value, [value], [item, value]):
        try:
            found = list(SITE.read(Page(url="https://a.example/", text=json.dumps(document))))
        except ValueError:
            continue
        assert found
