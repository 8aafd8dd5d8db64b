"""migrate: the database at the newest schema."""

from typing import Annotated

import typer

from stellenbund.commands.environment import load_settings
from stellenbund.commands.screen import say
from stellenbund.commands.surroundings import declared_cities, make_known, opened
from stellenbund.store.migrations import migrate as climb

NEWEST = "head"
Revision = Annotated[str, typer.Argument(help="Climb to this revision; without it, to the newest.")]


def migrate(revision: Revision = NEWEST) -> None:
    """Bring the database to the newest schema; a second time changes nothing.

    At the newest schema it also learns which cities, sources and professions there are.
    """
    settings = load_settings()
    with opened(settings) as engine:
        climb(engine, revision)
        if revision == NEWEST:
            make_known(engine, declared_cities(settings))
    what = "the newest schema" if revision == NEWEST else f"the schema {revision}"
    say(f"{engine.url.render_as_string(hide_password=True)} has {what}.")
