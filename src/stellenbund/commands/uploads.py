"""uploads: the files that a city sent, and taking one back."""

from typing import Annotated

import typer

from stellenbund.commands.callers import As, caller
from stellenbund.commands.environment import load_settings
from stellenbund.commands.letters import tell_by_letter
from stellenbund.commands.options import AsJson
from stellenbund.commands.run_report import print_runs
from stellenbund.commands.screen import print_json
from stellenbund.commands.surroundings import now, opened
from stellenbund.commands.upload_report import print_uploads
from stellenbund.flows.acting import Acting
from stellenbund.flows.chance import new_id
from stellenbund.flows.undo_upload import undo as take_back
from stellenbund.flows.uploads import list_uploads
from stellenbund.store.database import Database

City = Annotated[str, typer.Argument(help="Slug of the city.")]
Undo = Annotated[
    str | None, typer.Option(metavar="ID", help="Take the commit of this upload back.")
]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="How many, the newest first.")]


def uploads(
    city: City, *, undo: Undo = None, limit: Limit = 20, by: As = None, as_json: AsJson = False
) -> None:
    """List the files that a city sent, and what became of each; or take the newest commit back.

    After --undo ID the openings of the city's files are what they were before, as a new run.
    """
    settings = load_settings()
    with opened(settings) as engine:
        if undo is not None:
            acting = Acting(by=caller(by), clock=now, new_id=new_id, letterhead=settings.letterhead)
            _undo(engine, city, undo, acting, as_json=as_json)
            tell_by_letter(engine, settings)
            return
        found = list_uploads(engine, city, limit=limit)
    if as_json:
        print_json(found)
    else:
        print_uploads(found)


def _undo(engine: Database, city: str, name: str, acting: Acting, *, as_json: bool) -> None:
    run = take_back(engine, city, name, acting)
    if as_json:
        print_json(run)
    else:
        print_runs([run])
