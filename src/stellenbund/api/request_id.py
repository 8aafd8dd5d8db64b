"""Request id: the name of one request, in its answer and wherever something is said about it."""

import os
import re
from itertools import chain, count

from starlette.types import Scope

from stellenbund.api.request_headers import REQUEST_ID, telling

KEY = "stellenbund.request_id"
"""Where the id stands in the scope, once it has been chosen."""

_WELL_FORMED = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_LETTERS = 16
_AT_ONCE = 512


def _block(_number: int) -> list[bytes]:
    """Return many ids: drawing random bytes costs a call of the system, however many they are."""
    drawn = os.urandom(_AT_ONCE * _LETTERS // 2).hex().encode()
    return [drawn[start : start + _LETTERS] for start in range(0, len(drawn), _LETTERS)]


_NEW = chain.from_iterable(map(_block, count()))


def request_id(scope: Scope) -> bytes:
    """Return the id of the request of *scope*, the same whoever asks for it."""
    if KEY not in scope:
        scope[KEY] = chosen_id(telling(scope).get(REQUEST_ID))
    chosen: bytes = scope[KEY]
    return chosen


def chosen_id(given: bytes | None) -> bytes:
    """Return the id that a client has *given*, if it is well-formed; else a new one.

    Up to 64 ASCII letters, digits, dots, hyphens and underscores: nothing that could break a line
    of a log.

    >>> chosen_id(b"kampagne-17")
    b'kampagne-17'
    >>> len(chosen_id(b"a b")), len(chosen_id(None))
    (16, 16)
    """
    if given is not None and _WELL_FORMED.fullmatch(given):
        return given
    return next(_NEW)
