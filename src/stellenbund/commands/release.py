"""release: a doubted run becomes what is stored and published."""

from typing import Annotated

import typer

from stellenbund.commands.callers import As, caller
from stellenbund.commands.changes import print_changes, told
from stellenbund.commands.consents import Because, Run, consent
from stellenbund.commands.environment import load_settings
from stellenbund.commands.options import AsJson
from stellenbund.commands.run_report import print_runs
from stellenbund.commands.screen import print_json, say
from stellenbund.commands.surroundings import looking, now, opened
from stellenbund.flows.chance import new_id
from stellenbund.flows.consent import preview
from stellenbund.flows.consent import release as carry_out
from stellenbund.store.database import writing

DryRun = Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")]


def release(
    run: Run,
    *,
    because: Because = "",
    name: As = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Release a doubted run: its harvest is applied now, and what it lacks is gone at once.

    It is compared anew with what is stored at this moment. A reason must be given with --because;
    it is kept with your name. With --dry-run nothing is changed and no reason is needed.
    """
    if dry_run:
        _show(run, as_json=as_json)
        return
    by = caller(name)
    said = consent(because, by)
    with opened(load_settings()) as engine, writing(engine) as session:
        decision, caused = carry_out(session, run, said, by=by, clock=now, new_id=new_id)
    if as_json:
        print_json({"decision": decision, "run": caused})
        return
    print_runs([caused])
    say(decision.sentence)


def _show(run: int, *, as_json: bool) -> None:
    with looking() as session:
        diff = preview(session, run)
    if as_json:
        print_json(told(diff))
        return
    print_changes(diff, f"What a release of run {run} would change now")
    say("Nothing was changed.")
