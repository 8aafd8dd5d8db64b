"""Approval: a rehearsal as the document that a person reads against the pages and approves."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from stellenbund.domain.finding import Finding
from stellenbund.domain.harvest import Harvest
from stellenbund.domain.merge import Merged, stated
from stellenbund.flows.rehearse import Rehearsal

Document = dict[str, Any]
"""Plain JSON."""


def approval(rehearsal: Rehearsal) -> Document:
    """Return what was rehearsed, in an order of its own and without what nobody states."""
    openings = [_opening(merged) for merged in rehearsal.merger.openings]
    return {
        "as_of": rehearsal.today.isoformat(),
        "sources": {key: _source(harvest) for key, harvest in rehearsal.harvests.items()},
        "findings": _counts(rehearsal.merger.findings),
        "openings": sorted(openings, key=lambda opening: (opening["title"], opening["notices"])),
    }


def _source(harvest: Harvest) -> Document:
    return {
        "trouble": harvest.trouble,
        "reason": harvest.reason,
        "pages": harvest.pages,
        "notices": len(harvest.notices),
        "unreadable": sorted(harvest.unreadable),
        "left_out": sorted(harvest.left_out),
        "findings": _counts(harvest.findings),
    }


def _counts(findings: Iterable[Finding]) -> dict[str, int]:
    return dict(sorted(Counter(finding.rule for finding in findings).items()))


def _opening(merged: Merged) -> Document:
    """Return the stated fields; a source is named for those that the first notice left open.

    The description stands in it as text: nobody reads it twice.
    """
    first = merged.notices[0]
    shown = stated(merged.fields) - {"description_html"}
    return {
        "notices": [f"{notice.source}: {notice.reference}" for notice in merged.notices],
        **merged.fields.model_dump(mode="json", include=set(shown)),
        "filled_in": {
            name: origin.source
            for name, origin in merged.origins.items()
            if origin.source != first.source
        },
    }
