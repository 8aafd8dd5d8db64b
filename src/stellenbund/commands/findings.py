"""Findings: what a person should know about records, as a table."""

from collections.abc import Sequence

from stellenbund.commands.screen import cell, results, table
from stellenbund.domain.finding import Finding


def print_findings(findings: Sequence[Finding]) -> None:
    """Print what a person should know, and what to do about it."""
    if not findings:
        return
    columns = ("severity", "rule", "reference", "place", "text", "message")
    drawn = table(*columns, title="Findings, as the city reads them")
    for each in findings:
        drawn.add_row(
            each.severity,
            each.rule,
            cell(each.reference),
            cell(each.place),
            cell(each.value),
            cell(" ".join(filter(None, (each.message, each.remedy)))),
        )
    results().print(drawn, "")
