"""Round report: what a round brought, as tables for people and as one document for machines."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rich.table import Table

from stellenbund.commands.screen import cell, results, table
from stellenbund.domain.opening import Fields
from stellenbund.domain.run import Run

COUNTS = ("found", "left_out", "new", "changed", "unchanged", "vanished", "unreadable")

Shares = Mapping[str, float]
"""For each field, the share of notices that state it, 0 to 1."""


def as_document(runs: Sequence[Run], *, sample: bool) -> dict[str, object]:
    """Return what a round brought as one document."""
    return {"sample": sample, "runs": runs, "completeness": completeness(runs)}


def print_report(runs: Sequence[Run], *, sample: bool) -> None:
    """Print a line per source, the reasons of what went wrong, and how complete each field is."""
    results().print(_run_table(runs))
    for run in runs:
        if run.reason:
            reason = f"{run.city}/{run.source}, as its city reads it: {cell(run.reason)}"
            results().print(reason, soft_wrap=True)
    if cities := completeness(runs):
        results().print(_field_table(cities))
    if sample:
        results().print("\nAll of this was read from saved sample pages; their texts are invented.")


def completeness(runs: Sequence[Run]) -> dict[str, Shares]:
    """Return the shares of each city: those of its sources, weighed by their notices."""
    stated: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    notices: dict[str, int] = defaultdict(int)
    for run in runs:
        read = _read(run)
        notices[run.city] += read
        for field, share in run.completeness.items():
            stated[run.city][field] += share * read
    return {
        city: {field: total / notices[city] for field, total in fields.items()}
        for city, fields in stated.items()
        if notices[city]
    }


def headings(names: Sequence[str]) -> tuple[str, ...]:
    """Return field names as people read them."""
    return tuple(name.replace("_", " ") for name in names)


def short_names(slugs: Sequence[str], least: int = 4) -> tuple[str, ...]:
    """Return the beginnings that tell *slugs* apart, so that many fit beside each other.

    >>> short_names(["bochum", "bottrop", "muelheim-an-der-ruhr", "muenster"])
    ('boch', 'bott', 'muel', 'muen')
    """
    longest = max(map(len, slugs), default=least)
    for length in range(least, longest):
        names = tuple(slug[:length] for slug in slugs)
        if len(set(names)) == len(names):
            return names
    return tuple(slugs)


def _run_table(runs: Sequence[Run]) -> Table:
    numbers = (*headings(COUNTS), "complete")
    drawn = table("city", "source", "outcome", *numbers, numbers=numbers)
    for run in runs:
        counts = [str(getattr(run, count)) for count in COUNTS]
        drawn.add_row(run.city, run.source, run.outcome, *counts, _mean(run.completeness))
    sums = [str(sum(getattr(run, count) for run in runs)) for count in COUNTS]
    drawn.add_section()
    drawn.add_row("all", "1 source" if len(runs) == 1 else f"{len(runs)} sources", "", *sums, "")
    return drawn


def _field_table(cities: Mapping[str, Shares]) -> Table:
    names = short_names(list(cities))
    drawn = table(
        "field", *names, title="\nHow often each field is stated, in percent", numbers=names
    )
    for field in Fields.model_fields:
        shares = [fields.get(field) for fields in cities.values()]
        if any(share is not None for share in shares):
            drawn.add_row(field, *("" if each is None else f"{each:.0%}"[:-1] for each in shares))
    return drawn


def _read(run: Run) -> int:
    return run.found - run.unreadable - run.left_out


def _mean(shares: Shares) -> str:
    return f"{sum(shares.values()) / len(shares):.0%}" if shares else ""
