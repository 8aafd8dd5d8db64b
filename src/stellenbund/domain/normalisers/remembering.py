"""Remembering: what was read from a short text need not be read from it again."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

LONGEST = 500
MOST = 2_048
"""Texts that are remembered, and how long they may be: a few megabytes for each reader at most."""


def remembering(read: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """Return *read* with its last answers at hand: cities say the same in all their openings.

    The answers must be frozen; an error is not remembered but comes anew.
    """
    known = lru_cache(maxsize=MOST)(read)

    @wraps(read)
    def look_up(text: str, /, *args: P.args, **named: P.kwargs) -> T:
        if len(text) > LONGEST:
            return read(text, *args, **named)
        return known(text, *args, **named)  # type: ignore[arg-type]  # dates can be hashed

    return look_up
