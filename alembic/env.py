"""How alembic runs our steps: on the connection it is given, in the transaction that is open."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from stellenbund.settings import Settings
from stellenbund.store.database import open_database
from stellenbund.store.migrations import migrating
from stellenbund.store.tables.columns import Cents, Validated
from stellenbund.store.tables.schema import METADATA


def render(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write our column types into a new step as plain types: a step must outlive our code."""
    if kind != "type":
        return False
    match item:
        case Validated():
            return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'
        case UTCDateTime():
            return "sa.DateTime(timezone=True)"
        case Cents():
            return f"sa.Numeric({item.digits}, 2)"
        case AutoString():
            return f"sa.String({item.impl.length or ''})"
        case _:
            return False


def run(connection: Connection) -> None:
    """Run the steps that alembic was asked for."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
        render_item=render,
    )
    with context.begin_transaction():
        context.run_migrations()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with migrating(open_database(Settings().database_url)) as own:
        run(own.attributes["connection"])
