"""runs: what the last deliveries did, and what a person should know about one."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

import typer

from stellenbund.commands.changes import print_changes, told
from stellenbund.commands.environment import load_settings
from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.findings import print_findings
from stellenbund.commands.options import AsJson
from stellenbund.commands.run_report import print_runs
from stellenbund.commands.screen import plain, print_json, say
from stellenbund.commands.surroundings import declared_cities, known, looking, now
from stellenbund.domain.query import RunQuery
from stellenbund.flows.consent import preview
from stellenbund.store.runs import LoggedRun, find_run, list_runs

City = Annotated[str | None, typer.Argument(help="Only the runs of this city.", metavar="CITY")]
Number = Annotated[
    int | None,
    typer.Option(
        help="One run with its findings, and with what it would change if it is doubted.", min=1
    ),
]
Open = Annotated[
    bool, typer.Option("--open", help="Only doubted runs that wait to be released or rejected.")
]
Limit = Annotated[int, typer.Option(help="How many runs at the most.", min=1, max=1000)]
Within = Annotated[
    float | None,
    typer.Option(help="Only ask whether a run ended in the last HOURS; exit with 1 if none did."),
]

LONGEST = 24 * 366 * 100
"""Hours that one can look back: a hundred years."""


def runs(
    city: City = None,
    *,
    number: Number = None,
    is_open: Open = False,
    limit: Limit = 20,
    within: Within = None,
    as_json: AsJson = False,
) -> None:
    """List the last runs, newest first: what each source brought, and why it went as it did.

    A question mark behind the outcome: the run waits for a person to release or to reject it.
    """
    if within is not None and not 0 <= within <= LONGEST:
        raise WrongUseError(f"--within: hours are a number from 0 to {LONGEST}, not {within:g}.")
    if number:
        _show_one(number, as_json=as_json)
        return
    with looking() as session:
        last = list_runs(session, _query(city, is_open=is_open, limit=limit))
    if city is not None and not last:
        known(declared_cities(load_settings()), city)
    if within is not None:
        _ask_whether_fresh(last, within)
    elif as_json:
        print_json(last)
    else:
        print_runs(last)


def _query(city: str | None, *, is_open: bool, limit: int) -> RunQuery:
    return RunQuery(city=city, is_open=is_open, limit=limit)


def _show_one(number: int, *, as_json: bool) -> None:
    """Show a run with its findings and, while it waits, with what a release would change."""
    with looking() as session:
        run = find_run(session, number)
        diff = preview(session, number) if run.is_open else None
    if as_json:
        print_json([plain(run) | ({"changes": told(diff)} if diff else {})])
        return
    print_runs([run])
    print_findings(run.findings)
    if diff:
        print_changes(diff, f"What a release of run {number} would change now")


def _ask_whether_fresh(last: Sequence[LoggedRun], hours: float) -> None:
    newest = max((run.finished_at for run in last), default=None)
    if newest is None or newest < now() - timedelta(hours=hours):
        say(f"No run ended within the last {hours:g} hours.")
        raise typer.Exit(1)
