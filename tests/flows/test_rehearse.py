"""Rehearsing a city: the same story without a database, as a document to approve."""

import json
from datetime import date

from stellenbund.domain.run import Outcome
from stellenbund.flows.approval import approval
from stellenbund.flows.rehearse import Rehearsal, rehearse
from tests.flows.pages import LINES, SCRAPER, SITE, away, serving

TODAY = date(2026, 11, 24)


def rehearsal() -> Rehearsal:
    other = "4711 Ausbildung zur Köchin (m/w/d) 2027\n"
    return rehearse(SCRAPER, lambda site: serving(LINES if site is SITE else other), today=TODAY)


def test_all_sources_are_read_and_merged() -> None:
    rehearsed = rehearsal()
    assert {key: len(each.notices) for key, each in rehearsed.harvests.items()} == {
        "site": 2,
        "jobsuche": 1,
    }
    assert len(rehearsed.merger.openings) == 2


def test_a_source_in_trouble_says_so() -> None:
    rehearsed = rehearse(SCRAPER, lambda _: away, today=TODAY)
    assert rehearsed.harvests["site"].trouble is Outcome.FAILED
    assert rehearsed.merger.openings == ()


def test_the_document_names_notices_and_stated_fields_only() -> None:
    document = approval(rehearsal())
    assert document["as_of"] == "2026-11-24"
    assert document["sources"]["site"]["notices"] == 2
    gardener, cook = document["openings"]
    assert gardener["notices"] == ["site: 17"]
    assert cook["notices"] == ["site: 18", "jobsuche: 4711"]
    assert (cook["profession"], cook["starts_on"]) == ("koch", "2027-09-01")
    assert "pay" not in cook
    assert "medical_check" not in cook


def test_the_document_is_plain_json_and_the_same_each_time() -> None:
    document = approval(rehearsal())
    assert json.loads(json.dumps(document)) == document
    assert approval(rehearsal()) == document
