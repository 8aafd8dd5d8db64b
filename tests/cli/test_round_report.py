"""The report of a round: what happened at each source, and how complete the fields are."""

import json
from datetime import UTC, datetime

import pytest

from stellenbund.commands.round_report import as_document, completeness, print_report, short_names
from stellenbund.commands.screen import print_json
from stellenbund.domain.run import Outcome, Run

AT = datetime(2026, 11, 24, 5, tzinfo=UTC)


def run(
    city: str,
    source: str = "site",
    *,
    outcome: Outcome = Outcome.APPLIED,
    reason: str | None = None,
    found: int = 0,
    completeness: dict[str, float] | None = None,
) -> Run:
    return Run(
        city=city,
        source=source,
        trigger="test",
        sample=True,
        started_at=AT,
        finished_at=AT,
        outcome=outcome,
        reason=reason,
        found=found,
        new=found,
        completeness=completeness or {},
    )


def test_a_city_is_as_complete_as_its_sources_weighed_by_their_notices() -> None:
    runs = [
        run("bochum", "site", found=30, completeness={"pay": 1.0, "title": 1.0}),
        run("bochum", "jobsuche", found=10, completeness={"pay": 0.0, "title": 1.0}),
    ]
    assert completeness(runs) == {"bochum": {"pay": 0.75, "title": 1.0}}


def test_a_source_that_brought_nothing_says_nothing_about_completeness() -> None:
    assert completeness([run("bochum", outcome=Outcome.FAILED)]) == {}


def test_the_report_shows_each_source_its_reason_and_the_sum(
    capsys: pytest.CaptureFixture[str],
) -> None:
    runs = [
        run("bochum", found=24, completeness={"title": 1.0, "pay": 0.5}),
        run("essen", outcome=Outcome.BLOCKED, reason="403 [verboten]"),
    ]
    print_report(runs, sample=True)
    shown = capsys.readouterr().out
    assert "applied" in shown
    assert "essen/site, as its city reads it: 403 [verboten]" in shown
    assert "2 sources" in shown
    assert "saved sample pages" in shown
    (pay,) = [line for line in shown.splitlines() if line.startswith("pay")]
    assert pay.split() == ["pay", "50"]


def test_a_live_report_does_not_speak_of_samples(capsys: pytest.CaptureFixture[str]) -> None:
    print_report([run("bochum")], sample=False)
    assert "sample" not in capsys.readouterr().out


def test_machines_get_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    print_json(as_document([run("bochum", found=2, completeness={"pay": 0.5})], sample=False))
    document = json.loads(capsys.readouterr().out)
    assert document["sample"] is False
    assert document["runs"][0]["outcome"] == "applied"
    assert document["runs"][0]["started_at"] == "2026-11-24T05:00:00Z"
    assert document["completeness"] == {"bochum": {"pay": 0.5}}


@pytest.mark.parametrize(
    ("slugs", "names"),
    [
        (["bochum", "bottrop"], ("boch", "bott")),
        (["musterstadt", "musterdorf"], ("musters", "musterd")),
        (["ulm"], ("ulm",)),
        ([], ()),
    ],
)
def test_short_names_tell_cities_apart(slugs: list[str], names: tuple[str, ...]) -> None:
    assert short_names(slugs) == names
