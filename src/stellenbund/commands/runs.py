"""runs: what the last deliveries did, and what a person should know about one."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

import typer

from stellenbund.commands.findings import print_findings
from stellenbund.commands.options import AsJson
from stellenbund.commands.round_report import COUNTS, headings
from stellenbund.commands.screen import cell, print_json, results, say, table
from stellenbund.commands.surroundings import (
    declared_cities,
    known,
    load_settings,
    looking,
    now,
)
from stellenbund.store.runs import LoggedRun, find_run, list_runs

City = Annotated[str | None, typer.Argument(help="Only the runs of this city.", metavar="CITY")]
Number = Annotated[int | None, typer.Option(help="One run with its findings.", min=1)]
Limit = Annotated[int, typer.Option(help="How many runs at the most.", min=1, max=1000)]
Within = Annotated[
    float | None,
    typer.Option(help="Only ask whether a run ended in the last HOURS; exit with 1 if none did."),
]


def runs(
    city: City = None,
    *,
    number: Number = None,
    limit: Limit = 20,
    within: Within = None,
    as_json: AsJson = False,
) -> None:
    """List the last runs, newest first: what each source brought, and why it went as it did."""
    with looking() as session:
        last = (
            (find_run(session, number),) if number else list_runs(session, city=city, limit=limit)
        )
    if city is not None and not last:
        known(declared_cities(load_settings()), city)
    if within is not None:
        _ask_whether_fresh(last, within)
    elif as_json:
        print_json(last)
    else:
        _print_runs(last)
        print_findings([finding for run in last for finding in run.findings])


def _print_runs(shown: Sequence[LoggedRun]) -> None:
    counts = headings(COUNTS)
    drawn = table("run", "ended", "city", "source", "pages", "outcome", *counts, numbers=counts)
    for run in shown:
        drawn.add_row(
            str(run.id),
            f"{run.finished_at:%Y-%m-%d %H:%M}",
            cell(run.city),
            cell(run.source),
            "saved" if run.sample else "live",
            run.outcome,
            *(str(getattr(run, count)) for count in COUNTS),
        )
    results().print(drawn)
    for run in shown:
        if run.reason:
            results().print(f"{run.id}: {cell(run.reason)}", soft_wrap=True)


def _ask_whether_fresh(last: Sequence[LoggedRun], hours: float) -> None:
    newest = max((run.finished_at for run in last), default=None)
    if newest is None or newest < now() - timedelta(hours=hours):
        say(f"No run ended within the last {hours:g} hours.")
        raise typer.Exit(1)
