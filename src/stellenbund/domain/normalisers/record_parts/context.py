"""Context: what is known about a record before it is read."""

from dataclasses import dataclass
from datetime import date

from stellenbund.domain.city import City
from stellenbund.domain.source import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The city, what its source publishes, the day, and who must be named as the origin."""

    city: City
    scope: Scope
    today: date
    licence: str | None = None
    attribution: str | None = None
