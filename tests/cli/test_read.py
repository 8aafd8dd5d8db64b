"""read: documents from disk through a reader and its normalisers."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import Shell
from tests.cli.federation import PAGE

POSTING = """<!DOCTYPE html><html lang="de"><body><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "JobPosting",
 "title": "Ausbildung zur Vermessungstechnikerin / zum Vermessungstechniker (m/w/d)",
 "identifier": {"@type": "PropertyValue", "value": "VT-2027"},
 "datePosted": "2026-10-01", "validThrough": "2027-01-31",
 "hiringOrganization": {"@type": "Organization", "name": "Stadt Musterstadt"},
 "jobLocation": {"@type": "Place", "address": {"postalCode": "59999",
   "addressLocality": "Musterstadt"}},
 "description": "<p>Du vermisst die Stadt. Ausbildungsbeginn ist der 1. August 2027.</p>"}
</script></body></html>"""


def document(shell: Shell, *words: str) -> dict[str, Any]:
    answer = shell("read", *words, "--json")
    assert answer.code == 0, answer.err
    return dict(json.loads(answer.out))


@pytest.mark.usefixtures("federation")
def test_a_page_is_read_as_the_city_declares_it(stellenbund: Shell) -> None:
    read = document(stellenbund, "html_cards", str(PAGE), "--city", "musterstadt")
    assert [record["reference"] for record in read["records"]] == [
        "MU-27-01",
        "MU-27-02",
        "MU-27-03",
    ]
    first = read["notices"][0]["fields"]
    assert (first["title"], first["starts_on"]) == ("Verwaltungsfachangestellte/r", "2027-08-01")
    assert first["deadline_on"] == "2027-01-31"
    assert first["source_url"].startswith("https://karriere.musterstadt.example/ausbildung/")


def test_a_document_of_no_city_is_read_by_a_reader_that_needs_none(
    tmp_path: Path, stellenbund: Shell
) -> None:
    file = tmp_path / "posting.html"
    file.write_text(POSTING, encoding="utf-8")
    read = document(stellenbund, "job_posting", str(file))
    (record,) = read["records"]
    assert record["reference"] == "VT-2027"
    assert "is_partial" not in record
    (notice,) = read["notices"]
    assert notice["fields"]["kind"] == "dual_apprenticeship"
    assert notice["fields"]["deadline_on"] == "2027-01-31"
    assert read["outcome"] is None


def test_people_see_records_notices_and_findings(tmp_path: Path, stellenbund: Shell) -> None:
    file = tmp_path / "posting.html"
    file.write_text(POSTING, encoding="utf-8")
    shown = stellenbund("read", "job_posting", str(file)).out
    assert "Record 1" in shown
    assert "Notice VT-2027" in shown
    assert "1 records, 1 notices" in shown


def test_the_interface_that_moved_is_named(tmp_path: Path, stellenbund: Shell) -> None:
    file = tmp_path / "old.json"
    file.write_text('{"stellenangebote": [], "maxErgebnisse": 0}', encoding="utf-8")
    read = document(stellenbund, "jobsuche", str(file))
    assert read["outcome"] == "moved"
    assert "jobsuche.moved" in {finding["rule"] for finding in read["findings"]}


def test_a_document_that_is_nothing_of_the_sort_says_so(tmp_path: Path, stellenbund: Shell) -> None:
    file = tmp_path / "note.json"
    file.write_text("no JSON at all", encoding="utf-8")
    read = document(stellenbund, "jobsuche", str(file))
    assert read["notices"] == []
    assert read["outcome"] == "unreadable"


def test_two_files_of_the_same_name_are_two_documents(tmp_path: Path, stellenbund: Shell) -> None:
    files = [tmp_path / folder / "posting.html" for folder in ("one", "two")]
    for number, file in enumerate(files):
        file.parent.mkdir()
        file.write_text(POSTING.replace("VT-2027", f"VT-{number}"), encoding="utf-8")
    read = document(stellenbund, "job_posting", *map(str, files))
    assert [record["reference"] for record in read["records"]] == ["VT-0", "VT-1"]


@pytest.mark.usefixtures("federation")
def test_a_reader_that_nobody_declares_is_one_sentence(stellenbund: Shell) -> None:
    answer = stellenbund("read", "html_cards", str(PAGE))
    assert answer.code == 2
    assert answer.err.startswith("There is no reader html_cards; known are bite, ")


def test_a_file_that_is_not_there_is_wrong_use(stellenbund: Shell) -> None:
    assert stellenbund("read", "jobsuche", "/nowhere.json").code == 2
