"""Real documents, where they are at hand, are read right, or a finding says what they are."""

import json
import re
from pathlib import Path

import pytest

from stellenbund.domain.finding import Finding
from stellenbund.domain.record import RawPlace, RawRecord
from stellenbund.domain.run import Outcome
from stellenbund.scraping.decoding import decode
from stellenbund.scraping.page import Page
from stellenbund.scraping.registry import READERS
from stellenbund.scraping.scraper import Refused, Total, Yield

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="the shared samples are not beside this checkout"
)


def read(reader: str, name: str) -> list[Yield]:
    path = SAMPLES / name
    page = Page(url=f"https://example.org/{path.name}", text=decode(path.read_bytes(), None))
    return list(READERS[reader](page))


@pytest.mark.parametrize(
    ("name", "title", "certificate"),
    [
        ("schemaorg_eg-0028_jobposting_all_syntaxes.txt", "Software Engineer",
         "Bachelor's Degree in Computer Science, Information Systems or related fields of study."),
        ("schemaorg_issue-1698-examples.txt", "Mobile App Developer", None),
        ("schemaorg_issue-2083-examples.txt", "Telecommute from anywhere in USA!", None),
        ("schemaorg_issue-2294-examples.txt", "Systems Research Engineer", None),
        ("schemaorg_issue-2681-jobposting_education.txt", "Software Engineer", "bachelor degree"),
    ],
)  # fmt: skip
def test_a_real_posting_is_read_once(name: str, title: str, certificate: str | None) -> None:
    (record,) = read("job_posting", f"jsonld/{name}")
    assert isinstance(record, RawRecord)
    assert (record.title, record.certificate) == (title, certificate)


def test_a_real_posting_in_all_syntaxes_keeps_its_parts() -> None:
    (record,) = read("job_posting", "jsonld/schemaorg_eg-0028_jobposting_all_syntaxes.txt")
    assert isinstance(record, RawRecord)
    assert record.places == (RawPlace(name="Kirkland"),)
    assert (record.pay, record.posted) == ("100000 USD", "2011-10-31")
    assert (record.weekly_hours, record.working_time) == ("40 hours per week", "Vollzeit")


@pytest.mark.parametrize("syntax", ["MICRODATA", "RDFA", "JSON"])
def test_a_real_posting_is_read_in_each_syntax_alone(syntax: str) -> None:
    (record,) = in_syntax(syntax)
    assert isinstance(record, RawRecord)
    assert (record.title, record.places) == ("Software Engineer", (RawPlace(name="Kirkland"),))
    assert (record.pay, record.posted) == ("100000 USD", "2011-10-31")
    assert (record.weekly_hours, record.working_time) == ("40 hours per week", "Vollzeit")
    assert "in-house tools" in (record.description_html or "")


def test_a_real_posting_in_english_text_alone_is_named_as_none() -> None:
    (found,) = in_syntax("PRE-MARKUP")
    assert isinstance(found, Finding)
    assert found.rule == "job_posting.none"


def in_syntax(name: str) -> list[Yield]:
    """Read one section of the document that tells a posting in all syntaxes."""
    document = SAMPLES / "jsonld" / "schemaorg_eg-0028_jobposting_all_syntaxes.txt"
    _, section = document.read_text(encoding="utf-8").split(f"\n{name}:\n")
    text = re.split(r"^[A-Z-]+:$", section, maxsplit=1, flags=re.MULTILINE)[0]
    return list(READERS["job_posting"](Page(url="https://example.org/stelle", text=text)))


@pytest.mark.parametrize(
    ("name", "types"),
    [
        ("extruct_JSONLD_with_JS_comment.html", ["NewsArticle"]),
        ("extruct_JSONLD_with_JS_comment.jsonld", ["NewsArticle"]),
        ("extruct_JSONLD_with_control_characters.html", ["JSON ohne @type"]),
        ("extruct_JSONLD_with_control_characters.jsonld", ["JSON ohne @type"]),
        ("extruct_JSONLD_with_control_characters_comment.html", ["JSON ohne @type"]),
        ("extruct_null_ld_mock.html", ["LocalBusiness", "Review"]),
        ("extruct_product_microdata.html", ["Offer", "Product"]),
        ("schemaorg_issue-1779-credential.txt", ["EducationalOccupationalCredential"]),
        ("schemaorg_issue-2289-workbasedprogram.txt", ["EducationalOccupationalProgram",
                                                       "WorkBasedProgram"]),
    ],
)  # fmt: skip
def test_a_real_document_without_posting_is_named(name: str, types: list[str]) -> None:
    (found,) = read("job_posting", f"jsonld/{name}")
    assert isinstance(found, Finding)
    assert found.rule == "job_posting.none"
    assert [each for each in types if each not in found.message] == []


@pytest.mark.parametrize(
    "name", ["ba_v6_search_one_ausbildung_item.json", "ba_v4_jobdetail_ausbildung.json"]
)
def test_a_real_row_and_its_detail_are_read(name: str) -> None:
    (record,) = [each for each in read("jobsuche", f"ba/{name}") if not isinstance(each, Total)]
    assert isinstance(record, RawRecord)
    document = json.loads((SAMPLES / "ba" / name).read_text(encoding="utf-8"))
    item = document.get("ergebnisliste", [document])[0]
    assert record.title == item["stellenangebotsTitel"]
    assert record.reference == item["referenznummer"]
    assert record.employer == item["firma"]
    assert record.start == "2027-09-01"
    assert record.kind == "AUSBILDUNG"
    assert (record.pay, record.certificate) == (None, None)


def test_a_real_list_of_version_4_is_refused() -> None:
    (found,) = read("jobsuche", "ba/ba_v4_search_page1_dortmund.json")
    assert isinstance(found, Refused)
    assert (found.outcome, found.finding.rule) == (Outcome.MOVED, "jobsuche.moved")
