"""Tables: whether a database was ever set up, asked before anything is served from it."""

import typer

from stellenbund.commands.screen import say
from stellenbund.store.database import DATABASE_ERRORS, open_database, reading
from stellenbund.store.revision import is_empty


def ask_for_tables(database_url: str) -> None:
    """End with one sentence if the database is empty.

    One that is away may come back, and is asked again and again by what serves.
    """
    engine = open_database(database_url)
    try:
        with reading(engine) as session:
            needs_tables = is_empty(session)
    except DATABASE_ERRORS:
        needs_tables = False
    finally:
        engine.dispose()
    if needs_tables:
        say("The database has no tables yet; stellenbund migrate sets them up.")
        raise typer.Exit(1)
