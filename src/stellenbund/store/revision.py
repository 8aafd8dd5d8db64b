"""Revision: whether a database has exactly the tables that this program expects.

Alembic knows it too, but takes longer to load than half of what serves; so its files are read here.
"""

import re
from functools import cache
from pathlib import Path

from sqlalchemy import column, inspect, select, table
from sqlmodel import Session

_STEP = re.compile(r'^(?P<down>down_)?revision = "(?P<name>\w+)"$', re.MULTILINE)
_TAKEN = table("alembic_version", column("version_num"))
"""Where alembic writes down which steps were taken."""


def script_location() -> str:
    """Return the folder of the steps: packed in the wheel, else that of the checkout."""
    package = Path(__file__).resolve().parents[1]
    packed = package / "_migrations"
    return str(packed if packed.is_dir() else package.parents[1] / "alembic")


def is_empty(session: Session) -> bool:
    """Say whether none of our steps was ever taken on the database of *session*."""
    return not inspect(session.connection()).has_table(_TAKEN.name)


def is_current(session: Session) -> bool:
    """Say whether all our steps, and no later ones, were taken on the database of *session*."""
    if is_empty(session):
        return False
    return set(session.connection().scalars(select(_TAKEN.c.version_num))) == newest()


@cache
def newest() -> frozenset[str]:
    """Return the steps that no other follows; one, unless somebody forgot to merge."""
    steps: set[str] = set()
    followed: set[str] = set()
    for file in (Path(script_location()) / "versions").glob("*.py"):
        for found in _STEP.finditer(file.read_text("utf-8")):
            (followed if found["down"] else steps).add(found["name"])
    return frozenset(steps - followed)
