"""Job posting: what search engines demand is there, and nothing is made up."""

from typing import Any

import pytest
from hypothesis import given

from stellenbund.domain.city import City
from stellenbund.domain.job_posting import job_posting
from stellenbund.domain.opening import Opening
from tests.catalogue.openings import opening, openings

BOCHUM = City(slug="bochum", name="Bochum", ags="05911000", website="https://www.bochum.example")
URL = "/v1/openings/aaaaaaaaaa"


def posting(**fields: Any) -> dict[str, Any]:  # noqa: ANN401
    return job_posting(opening(**fields), BOCHUM, URL)


@given(openings(most=3))
def test_what_is_demanded_is_always_there(stock: list[Opening]) -> None:
    for each in stock:
        told = job_posting(each, BOCHUM, URL)
        for name in ("datePosted", "description", "hiringOrganization", "jobLocation", "title"):
            assert told[name], name
        assert all(place["address"]["addressCountry"] == "DE" for place in told["jobLocation"])
        assert None not in told.values()


def test_an_ordinary_opening_as_linked_data() -> None:
    told = posting(
        title="Erzieher/in",
        description_html="<p>Du lernst.</p>",
        org_unit="Jugendamt",
        places=[{"name": "Wattenscheid", "postcode": "44866", "latitude": 51.48, "longitude": 7.1}],
        starts_on="2027-08-01",
        start_kind="day",
        positions=12,
        posted_on="2026-11-20",
        part_time={"answer": "yes"},
        pay={"amounts": [{"year": 1, "amount": "1368.26"}, {"year": 3, "amount": "1514.02"}]},
    )
    assert told == {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": "Erzieher/in",
        "description": "<p>Du lernst.</p>",
        "identifier": {"@type": "PropertyValue", "name": "Bochum", "value": opening().id},
        "datePosted": "2026-11-20",
        "employmentType": ["FULL_TIME", "PART_TIME"],
        "hiringOrganization": {
            "@type": "Organization",
            "name": "Stadt Bochum",
            "sameAs": "https://www.bochum.example",
            "department": {"@type": "Organization", "name": "Jugendamt"},
        },
        "jobLocation": [
            {
                "@type": "Place",
                "address": {
                    "@type": "PostalAddress",
                    "postalCode": "44866",
                    "addressLocality": "Wattenscheid",
                    "addressRegion": "NW",
                    "addressCountry": "DE",
                },
                "geo": {"@type": "GeoCoordinates", "latitude": 51.48, "longitude": 7.1},
            }
        ],
        "jobStartDate": "2027-08-01",
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "EUR",
            "value": {
                "@type": "QuantitativeValue",
                "minValue": 1368.26,
                "maxValue": 1514.02,
                "unitText": "MONTH",
            },
        },
        "totalJobOpenings": 12,
        "directApply": False,
        "inLanguage": "de",
        "url": URL,
    }


@pytest.mark.parametrize(
    ("day", "moment"),
    [("2027-01-31", "2027-01-31T23:59:59+01:00"), ("2027-06-30", "2027-06-30T23:59:59+02:00")],
)
def test_it_is_valid_through_the_last_second_of_its_deadline(day: str, moment: str) -> None:
    assert posting(deadline_on=day, deadline_kind="fixed")["validThrough"] == moment


def test_without_a_deadline_or_pay_nothing_is_made_up() -> None:
    told = posting(pay={"tariff": "tvaoed_bbig", "hint": [{"year": 1, "amount": "1368.26"}]})
    assert not {"validThrough", "baseSalary", "totalJobOpenings", "jobStartDate"} & told.keys()


@pytest.mark.parametrize(
    ("texts", "html"),
    [
        ({}, "<p>Ausbildung</p>"),
        ({"title_published": "Koch & Köchin <b>"}, "<p>Koch &amp; Köchin &lt;b&gt;</p>"),
        ({"tasks": "Kochen\n\nPutzen"}, "<p>Kochen</p><p>Putzen</p>"),
        (
            {"description_html": "<p>A</p>", "description_text": "A B", "tasks": "B"},
            "<p>A</p>",
        ),
        ({"description_html": "<p>A</p>", "profile": "C <3"}, "<p>A</p><p>C &lt;3</p>"),
    ],
)
def test_all_texts_are_told_once_as_safe_html(texts: dict[str, str], html: str) -> None:
    assert posting(**texts)["description"] == html


@pytest.mark.parametrize(
    ("kind", "word"),
    [("internship", "INTERN"), ("voluntary_year", "VOLUNTEER"), ("dual_study", "FULL_TIME")],
)
def test_a_kind_has_the_word_that_search_engines_know(kind: str, word: str) -> None:
    assert posting(kind=kind)["employmentType"] == [word]
