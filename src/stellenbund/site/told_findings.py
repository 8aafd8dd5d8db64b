"""Told findings: what a file's preview says about its rows, each thing once."""

from collections.abc import Iterable
from typing import NamedTuple

from stellenbund.domain.finding import Severity
from stellenbund.feeds.row_finding import RowFinding

MOST_ROWS = 12
"""So many rows are named; a reader of more opens the file with findings."""


class ToldFinding(NamedTuple):
    """What is to be known of one or several *rows*, or of the whole file where there are none."""

    severity: Severity
    column: str | None
    message: str
    value: str | None
    suggestion: str | None
    rows: tuple[int, ...]

    @property
    def where(self) -> str:
        """The rows as HR reads them."""
        if not self.rows:
            return "ganze Datei"
        more = len(self.rows) - MOST_ROWS
        named = ", ".join(map(str, self.rows[:MOST_ROWS]))
        return f"{named} und {more} weitere" if more > 0 else named


def told_findings(findings: Iterable[RowFinding]) -> tuple[ToldFinding, ...]:
    """Return *findings*; those that say the very same of several rows become one."""
    rows: dict[ToldFinding, list[int]] = {}
    for each in findings:
        said = (each.severity, each.column, each.message, each.value, each.suggestion)
        rows.setdefault(ToldFinding(*said, rows=()), []).extend([each.row] if each.row else [])
    return tuple(told._replace(rows=tuple(its)) for told, its in rows.items())
