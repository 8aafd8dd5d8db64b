"""Reading report: what documents gave, as tables for people and as one document for machines."""

from collections.abc import Iterator
from dataclasses import fields

from stellenbund.commands.findings import print_findings
from stellenbund.commands.screen import cell, results, said, table
from stellenbund.domain.delivery import Delivery
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.merge import states
from stellenbund.domain.notice import Notice
from stellenbund.domain.opening import Fields
from stellenbund.domain.record import RawRecord


def as_document(delivery: Delivery, harvest: Harvest) -> dict[str, object]:
    """Return everything as one document; absent fields of a record are left out."""
    return {
        "outcome": harvest.trouble,
        "reason": harvest.reason,
        "stated_total": delivery.stated_total,
        "records": [dict(_stated(record)) for record in delivery.records],
        "notices": harvest.notices,
        "left_out": sorted(harvest.left_out),
        "unreadable": sorted(harvest.unreadable),
        "findings": harvest.findings,
    }


def print_reading(delivery: Delivery, harvest: Harvest) -> None:
    """Print raw records, notices and findings, one table each."""
    for number, record in enumerate(delivery.records, start=1):
        _print_fields(f"Record {number}", _stated(record))
    for notice in harvest.notices:
        _print_fields(f"Notice {notice.reference}", _told(notice))
    print_findings(harvest.findings)
    summary = (
        f"{len(delivery.records)} records, {len(harvest.notices)} notices, "
        f"{len(harvest.left_out)} no training place, {len(harvest.unreadable)} unreadable"
    )
    results().print(summary if not harvest.reason else f"{summary}; {cell(harvest.reason)}")


def _stated(record: RawRecord) -> Iterator[tuple[str, object]]:
    """Yield the fields of a record that hold something."""
    for field in fields(record):
        if (value := getattr(record, field.name)) not in (None, (), False):
            yield field.name, value


def _told(notice: Notice) -> Iterator[tuple[str, object]]:
    for name in Fields.model_fields:
        if states(notice.fields, name):
            yield name, getattr(notice.fields, name)


def _print_fields(title: str, pairs: Iterator[tuple[str, object]]) -> None:
    drawn = table("", "", title=title)
    drawn.show_header = False
    for name, value in pairs:
        drawn.add_row(f"  {name}", cell(said(value)))
    results().print(drawn, "")
