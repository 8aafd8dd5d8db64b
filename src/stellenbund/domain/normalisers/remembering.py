"""Remembering: what was read from a short text need not be read from it again."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

from stellenbund.domain.errors import UnreadableTextError

P = ParamSpec("P")
T = TypeVar("T")

LONGEST = 500
MOST = 2_048
"""Texts that are remembered, and how long they may be: a few megabytes for each reader at most."""


def remembering(read: Callable[Concatenate[str, P], T]) -> Callable[Concatenate[str, P], T]:
    """Return *read* with its last answers at hand: cities say the same in all their openings.

    The answers must be frozen. That a text cannot be read is an answer too, and is raised anew.
    """

    @lru_cache(maxsize=MOST)
    def known(text: str, /, *args: P.args, **named: P.kwargs) -> T | UnreadableTextError:
        try:
            return read(text, *args, **named)
        except UnreadableTextError as error:
            return UnreadableTextError(error.text, error.rule, error.message)

    @wraps(read)
    def look_up(text: str, /, *args: P.args, **named: P.kwargs) -> T:
        if len(text) > LONGEST:
            return read(text, *args, **named)
        answer = known(text, *args, **named)  # type: ignore[arg-type]  # dates can be hashed
        if isinstance(answer, UnreadableTextError):
            raise UnreadableTextError(answer.text, answer.rule, answer.message)
        return answer

    return look_up
