"""Cursor: where a page ended, as an opaque word that fits its own query only."""

import base64
import binascii
import hashlib
import json
import struct
from datetime import UTC, datetime, timedelta

from stellenbund.domain.errors import StellenbundError
from stellenbund.domain.query import OpeningQuery, Position

_PLACE = struct.Struct(">q10s")
"""Microseconds since 1970 and the ten letters of an id."""

_SEAL = 12
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class CursorError(StellenbundError, ValueError):
    """A cursor that was not made by us, or not for this query."""


def write_cursor(position: Position, query: OpeningQuery) -> str:
    """Return the cursor of the page that follows *position* in the answer to *query*.

    It is sealed with a digest over the query's filters. There is no secret in it on purpose:
    everything it can lead to is public, and what no worker keeps, no worker can lose.
    """
    microseconds = (position.first_seen_at - _EPOCH) // timedelta(microseconds=1)
    place = _PLACE.pack(microseconds, position.id.encode("ascii"))
    seal = hashlib.blake2b(place + _filters(query), digest_size=_SEAL).digest()
    return base64.urlsafe_b64encode(place + seal).decode("ascii")


def read_cursor(cursor: str, query: OpeningQuery) -> Position:
    """Return where the page begins that *cursor* stands for.

    Raises:
        CursorError: this is not, letter by letter, the cursor we would write for that place.
    """
    try:
        microseconds, name = _PLACE.unpack(base64.urlsafe_b64decode(cursor)[:-_SEAL])
        first_seen_at = _EPOCH + timedelta(microseconds=microseconds)
        position = Position(first_seen_at=first_seen_at, id=name.decode("ascii"))
    except (binascii.Error, struct.error, ValueError, OverflowError) as error:
        raise CursorError from error
    if write_cursor(position, query) != cursor:
        raise CursorError
    return position


def _filters(query: OpeningQuery) -> bytes:
    """Return the filters of *query* in one order; how long its pages are does not matter."""
    filters = query.model_dump(mode="json", exclude={"after", "limit"})
    ordered = {
        name: sorted(value) if isinstance(value, list) else value for name, value in filters.items()
    }
    return json.dumps(ordered, sort_keys=True).encode("ascii")
