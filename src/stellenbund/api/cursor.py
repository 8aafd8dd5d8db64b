"""Cursor: where a page ended, as an opaque word that fits its own query only."""

import base64
import binascii
import hashlib
import json
import struct
from datetime import UTC, datetime, timedelta

from stellenbund.domain.catalogue_query import Bookmark, CatalogueQuery
from stellenbund.domain.errors import StellenbundError

_PLACE = struct.Struct(">qq10s")
"""What the order counts, microseconds since 1970, and the ten letters of an id."""

_SEAL = 13
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PAGING = {"after", "limit", "facets"}
"""What may differ between two pages of one list."""

_UNASKED = [
    (name, field.default)
    for name, field in CatalogueQuery.model_fields.items()
    if name not in _PAGING
]


class CursorError(StellenbundError, ValueError):
    """A cursor that was not made by us, or not for this query."""


def write_cursor(bookmark: Bookmark, query: CatalogueQuery) -> str:
    """Return the cursor of the page that follows *bookmark* in the answer to *query*.

    It is sealed with a digest over the query's filters and its order. There is no secret in it on
    purpose: everything it can lead to is public, and what no worker keeps, no worker can lose.
    """
    microseconds = (bookmark.first_seen_at - _EPOCH) // timedelta(microseconds=1)
    place = _PLACE.pack(bookmark.value, microseconds, bookmark.id.encode("ascii"))
    seal = hashlib.blake2b(place + _asked(query), digest_size=_SEAL).digest()
    return base64.urlsafe_b64encode(place + seal).decode("ascii")


def read_cursor(cursor: str, query: CatalogueQuery) -> Bookmark:
    """Return where the page begins that *cursor* stands for.

    Raises:
        CursorError: this is not, letter by letter, the cursor we would write for that place.
    """
    try:
        value, microseconds, name = _PLACE.unpack(base64.urlsafe_b64decode(cursor)[:-_SEAL])
        first_seen_at = _EPOCH + timedelta(microseconds=microseconds)
        found = Bookmark(value=value, first_seen_at=first_seen_at, id=name.decode("ascii"))
    except (binascii.Error, struct.error, ValueError, OverflowError) as error:
        raise CursorError from error
    if write_cursor(found, query) != cursor:
        raise CursorError
    return found


def _asked(query: CatalogueQuery) -> bytes:
    """Return what *query* asks for, sets in one order; how long its pages are does not matter."""
    asked = [
        (name, sorted(value) if isinstance(value, frozenset) else value)
        for name, unasked in _UNASKED
        if (value := getattr(query, name)) != unasked
    ]
    return json.dumps(asked, default=str).encode("ascii")
