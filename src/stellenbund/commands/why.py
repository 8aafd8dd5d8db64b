"""why: what became of one record of a source, and by which step and rule."""

from typing import Annotated

import typer

from stellenbund.api.near import near
from stellenbund.commands.errors import WrongUseError
from stellenbund.commands.options import AsJson
from stellenbund.commands.screen import cell, print_json, results, say, table
from stellenbund.commands.surroundings import looking, now
from stellenbund.domain.why import UnknownReferenceError
from stellenbund.flows.why import Explanation
from stellenbund.flows.why import why as ask

SourceName = Annotated[
    str, typer.Argument(metavar="CITY/SOURCE", help="The source, such as bochum/site.")
]
Reference = Annotated[
    str, typer.Argument(help="The source's own reference, or the address of the record's page.")
]


def why(source: SourceName, reference: Reference, *, as_json: AsJson = False) -> None:
    """Say what became of one record of a source: which step and rule dropped, held or merged it."""
    city, slash, key = source.partition("/")
    if not (city and slash and key):
        raise WrongUseError(f"A source is named CITY/SOURCE, such as bochum/site, not {source}.")
    try:
        with looking() as session:
            explanation = ask(session, city, key, reference, now=now())
    except UnknownReferenceError as error:
        alike = near(reference, error.known)
        meant = f" Did you mean {' or '.join(alike)}?" if alike else ""
        say(
            f"{source} showed nothing of its city under {reference} within the last year: it lists "
            f"that under another employer, or not at all.{meant}"
        )
        raise typer.Exit(1) from error
    if as_json:
        print_json(explanation)
    else:
        _print(explanation)


def _print(explanation: Explanation) -> None:
    steps = table("when", "run", "step", "rule", "text", "what happened")
    for step in explanation.steps:
        steps.add_row(
            f"{step.at:%Y-%m-%d %H:%M}" if step.at else "now",
            cell(step.run),
            step.kind,
            cell(step.rule),
            cell(step.value),
            cell(step.message_de),
        )
    state = "published" if explanation.is_public else "not published"
    named = f" as {explanation.opening}" if explanation.opening else ""
    results().print(f"{cell(explanation.reference)}: {state}{named}", soft_wrap=True)
    results().print(steps)
