"""Own output: the table of its openings that a city takes away from us, which is no feed."""

import re
from collections.abc import Sequence

from stellenbund.feeds.table import Cells

OWN_START = ("Kennung", "Stand")
"""The names of its first columns: the id of an opening with us, and its status."""

_ID = re.compile(r"[a-z0-9]{10}")


def is_own_output(header: Cells, rows: Sequence[Cells]) -> bool:
    """Whether a table is our own: read as a feed, it would tell all openings a second time.

    >>> is_own_output(("Kennung", "Stand", "Titel"), [("k7m2x9qa4w", "öffentlich", "Koch/Köchin")])
    True
    """
    first = next(filter(None, rows), ("",))
    return header[: len(OWN_START)] == OWN_START and bool(_ID.fullmatch(first[0]))
