"""Query: what a caller wants to see of the runs."""

from typing import Annotated

from pydantic import Field

from stellenbund.domain.run import Outcome
from stellenbund.domain.value import Value

LIMIT = 100
"""How much a page of a list holds at the most."""


class RunQuery(Value):
    """Which runs to see, newest first; *source* is named city/key.

    With *is_open* only those that wait for a person, with *before* only those with a smaller
    number.
    """

    city: str | None = None
    source: str | None = None
    outcomes: frozenset[Outcome] = frozenset()
    is_open: bool = False
    before: int | None = None
    limit: Annotated[int, Field(ge=1, le=1000)] = 50
