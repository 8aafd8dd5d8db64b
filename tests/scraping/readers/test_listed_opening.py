"""A listed opening is read from data, else from words, and stays as listed where both fail."""

from dataclasses import replace

import pytest

from stellenbund.domain.finding import Finding
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.scraping.page import Page
from stellenbund.scraping.readers.employer_names import employer_names
from stellenbund.scraping.readers.listed_opening import ListedOpening
from stellenbund.scraping.scraper import Skipped, Yield

URL = "https://portal.example/7"
LISTED = RawRecord(
    page="https://portal.example/",
    reference="7",
    url=URL,
    title="Köchin/Koch",
    places=(RawPlace(name="Musterstadt"),),
)
PROSE = "<p>Du kochst jeden Tag für unsere Kitas und Schulen.</p>" * 5
KOCH = '{"@type": "JobPosting", "title": "Köchin/Koch", "identifier": "x", "url": "/7?sid=9"}'
FOREIGN = '{"@type": "JobPosting", "title": "Koch (m/w/d)", "hiringOrganization": "Zoo"}'
OTHER = '{"@type": "JobPosting", "title": "Gärtner/in", "hiringOrganization": "Zoo"}'


def read(text: str, opening: ListedOpening | None = None) -> list[Yield]:
    return list((opening or ListedOpening(LISTED)).read(Page(url=f"{URL}?sid=1", text=text)))


def json_ld(*postings: str) -> str:
    return "".join(f'<script type="application/ld+json">{each}</script>' for each in postings)


def test_the_list_says_which_opening_it_is_and_fills_what_the_page_leaves_open() -> None:
    (record,) = read(json_ld(KOCH))
    assert isinstance(record, RawRecord)
    assert (record.reference, record.url, record.places) == ("7", URL, LISTED.places)


def test_among_several_openings_of_a_page_the_listed_one_is_taken() -> None:
    (record,) = read(json_ld(OTHER, KOCH))
    assert isinstance(record, RawRecord)
    assert record.title == "Köchin/Koch"


@pytest.mark.parametrize(
    "head",
    ["<h1>Köchin/Koch (m/w/d)</h1>", "<h1>Karriere</h1><h2>KÖCHIN/KOCH</h2>",
     "<title>Köchin/Koch | Stadt</title><h1>Wir suchen dich</h1>",
     "<meta property='og:title' content='Köchin/Koch'>"],
)  # fmt: skip
def test_mere_text_counts_where_the_page_names_the_opening(head: str) -> None:
    (record,) = read(f"{head}{PROSE}<h3>Dein Profil</h3><p>Neugier</p>")
    assert isinstance(record, RawRecord)
    assert (record.title, record.is_partial) == ("Köchin/Koch", False)
    assert (record.profile_html or "").startswith("<p>Neugier</p>")
    assert "<html" not in (record.description_html or "<html").lower()


@pytest.mark.parametrize(
    "text",
    ["", f"<h1>Ihre Sitzung ist abgelaufen</h1>{PROSE}",
     "<h1>Köchin/Koch</h1><p>Diese Stelle ist bereits besetzt.</p>"],
    ids=["nothing", "another page", "no more than a notice"],
)  # fmt: skip
def test_a_page_that_does_not_show_the_opening_leaves_what_the_list_says(text: str) -> None:
    remark, record = read(text)
    assert getattr(remark, "rule", None) == "job_posting.none"
    assert isinstance(record, RawRecord)
    assert (record.title, record.is_partial, record.description_html) == ("Köchin/Koch", True, None)


def test_another_employers_opening_is_skipped() -> None:
    opening = ListedOpening(LISTED, employer_names("Stadt Musterstadt"))
    assert read(json_ld(FOREIGN), opening) == [Skipped("7")]


def test_a_page_of_another_opening_leaves_what_the_list_says() -> None:
    remark, record = read(json_ld(OTHER))
    assert isinstance(remark, Finding)
    assert (remark.rule, remark.reference, remark.value) == (
        "page.other_opening",
        "7",
        "Gärtner/in",
    )
    assert record == replace(LISTED, is_partial=True)


def test_the_same_number_proves_an_opening_that_is_called_otherwise() -> None:
    (record,) = read(json_ld(OTHER.replace('"title"', '"identifier": "7", "title"')))
    assert isinstance(record, RawRecord)
    assert (record.title, record.is_partial) == ("Gärtner/in", False)


@pytest.mark.parametrize("text", [json_ld(KOCH), f"<h1>Köchin/Koch</h1>{PROSE}"])
def test_an_address_that_leads_on_to_another_opening_proves_nothing(text: str) -> None:
    page = Page(url="https://portal.example/8", text=text)
    found = list(ListedOpening(LISTED).read(page))
    assert found[-1] == replace(LISTED, is_partial=True)
    assert [each.rule for each in found if isinstance(each, Finding)][-1] == "page.other_opening"
