"""Run report: runs as a table, with their reasons and what persons decided about them."""

from collections.abc import Iterator, Sequence

from stellenbund.commands.round_report import COUNTS, headings
from stellenbund.commands.screen import cell, results, table
from stellenbund.store.runs import LoggedRun


def print_runs(shown: Sequence[LoggedRun]) -> None:
    """Print a line per run, and below what there is to say about each."""
    counts = headings(COUNTS)
    drawn = table("run", "ended", "city", "source", "pages", "outcome", *counts, numbers=counts)
    for run in shown:
        drawn.add_row(
            str(run.id),
            f"{run.finished_at:%Y-%m-%d %H:%M}",
            cell(run.city),
            cell(run.source),
            "saved" if run.sample else "live",
            f"{run.outcome} ?" if run.is_open else run.outcome,
            *(str(getattr(run, count)) for count in COUNTS),
        )
    results().print(drawn)
    for run in shown:
        for remark in _remarks(run):
            results().print(f"{run.id}: {cell(remark)}", soft_wrap=True)


def _remarks(run: LoggedRun) -> Iterator[str]:
    """Yield why a run ended as it did, and whether somebody has decided about it."""
    if run.reason:
        yield f"as its city reads it: {run.reason}"
    if run.is_open:
        yield f"It waits for a person: stellenbund release {run.id}, or reject {run.id}."
    if run.decision:
        yield run.decision.sentence
