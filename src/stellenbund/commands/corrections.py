"""corrections: what a city set by hand, over what, and what its sources say by now."""

from typing import Annotated

import typer

from stellenbund.commands.correction_report import print_corrections
from stellenbund.commands.environment import load_settings
from stellenbund.commands.options import AsJson
from stellenbund.commands.screen import print_json
from stellenbund.commands.surroundings import declared_cities, known, looking
from stellenbund.flows.questions import correction_states
from stellenbund.store.corrections import list_corrections

City = Annotated[str, typer.Argument(metavar="CITY", help="Slug of the city.")]
Limit = Annotated[int, typer.Option(help="How many at the most.", min=1, max=1000)]
Asked = Annotated[
    bool, typer.Option("--asked", help="Only those whose sources say something else by now.")
]


def corrections(
    city: City, *, asked: Asked = False, limit: Limit = 100, as_json: AsJson = False
) -> None:
    """List what a city set by hand, newest first; a question mark: its sources have moved since."""
    with looking() as session:
        states = correction_states(session, list_corrections(session, city, limit=limit))
    if not states:
        known(declared_cities(load_settings()), city)
    shown = [state for state in states if state.question or not asked]
    if as_json:
        print_json(shown)
    else:
        print_corrections(shown)
