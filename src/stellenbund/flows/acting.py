"""Acting: who does something, by which clock, and with which chance for new ids."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from stellenbund.domain.access import Caller
from stellenbund.domain.request_key import RequestKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """What a story needs besides its matter; a request with a *key* is carried out once.

    *letterhead* is the address below which letters lead to our pages; without it none is written.
    """

    by: Caller
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    key: RequestKey | None = None
    letterhead: str | None = None
