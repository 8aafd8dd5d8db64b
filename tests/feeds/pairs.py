"""Pairs: a file as a city might send it, and the report that we approved for it.

``python -m tests.feeds.pairs`` writes the reports anew; read what it changed before you commit it.
"""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

from stellenbund.domain.city import City
from stellenbund.domain.normalisers.records import Context
from stellenbund.domain.source import Scope
from stellenbund.feeds.choices import Choices
from stellenbund.feeds.errors import FeedError
from stellenbund.feeds.feed import Feed, read_feed
from stellenbund.feeds.report import report_on

CASES = sorted((Path(__file__).parent / "cases").iterdir())
CITY = City(slug="bochum", name="Bochum", ags="05911000", website="https://www.bochum.example")
TODAY = date(2026, 11, 25)
CONTEXT = Context(city=CITY, scope=Scope.TRAINING, today=TODAY)
_REPORT = "report.json"


def file_of(case: Path) -> Path:
    """Return the file that a city sent."""
    return next(case.glob("file.*"))


def choices_of(case: Path) -> Choices:
    """Return what a person chose for the file; mostly nothing."""
    path = case / "choices.json"
    return Choices(**json.loads(path.read_text("utf-8"))) if path.exists() else Choices()


def read(case: Path) -> Feed:
    """Read the file of a case."""
    path = file_of(case)
    return read_feed(path.read_bytes(), name=path.name, choices=choices_of(case))


def told(case: Path) -> object:
    """Return what HR is told about the file, and what was read from it, as JSON has it."""
    try:
        feed = read(case)
    except FeedError as error:
        return {"refused": error.rule, "message": error.message, "remedy": error.remedy}
    report = report_on(feed, CONTEXT)
    assumed = asdict(feed.table.assumed)
    found = {
        "form": feed.form,
        "assumed": _stated({**assumed, "header_row": feed.header_row}),
        "columns": {each.name: each.key for each in feed.headings},
        "rows": report.rows,
        "taken": report.taken,
        "left_out": report.left_out,
        "repeated": report.repeated,
        "deletions": sorted(report.deletions),
        "findings": [_stated(asdict(each)) for each in report.findings],
        "records": [_stated(asdict(row.record)) for row in feed.rows],
        "openings": {each.reference: _gist(each.fields) for each in report.harvest.notices},
    }
    return json.loads(json.dumps(found, default=str))


def approved(case: Path) -> object:
    """Return what we approved for a case."""
    return json.loads((case / _REPORT).read_text("utf-8"))


_GIST = ("title", "kind", "starts_on", "deadline_on", "positions", "weekly_hours", "apply_url")


def _gist(fields: object) -> object:
    return _stated({name: getattr(fields, name) for name in _GIST})


def _stated(value: object) -> object:
    """Return *value* without the fields in it that say nothing."""
    if isinstance(value, dict):
        fields = {name: _stated(each) for name, each in value.items()}
        return {name: each for name, each in fields.items() if each not in (None, [], False, "")}
    return [_stated(each) for each in value] if isinstance(value, list | tuple) else value


def _write_anew() -> None:
    for case in CASES:
        text = json.dumps(told(case), ensure_ascii=False, indent=1)
        (case / _REPORT).write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    _write_anew()
