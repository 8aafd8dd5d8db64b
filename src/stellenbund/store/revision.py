"""Revision: whether a database has exactly the tables that this program expects."""

from functools import cache

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import Session

from stellenbund.store.migrations import script_location


def is_current(session: Session) -> bool:
    """Say whether all our steps, and no later ones, were taken on the database of *session*."""
    return set(MigrationContext.configure(session.connection()).get_current_heads()) == _newest()


@cache
def _newest() -> set[str]:
    return set(ScriptDirectory(script_location()).get_heads())
