"""Pages: the openings of one page, whatever the order counts."""

from collections.abc import Iterable, Iterator

from stellenbund.catalogue.ordering import Order
from stellenbund.domain.catalogue_query import Bookmark

Bucket = tuple[int, int]
"""What an order counts, with the openings of which it counts that much."""


def first(
    buckets: Iterable[Bucket], newest: Order, limit: int, after: Bookmark | None
) -> list[tuple[int, int]]:
    """Return value and slot of up to *limit* openings of *buckets* that follow *after*.

    Buckets come in rising order of what they count; in each of them the newest come first.
    """
    found: list[tuple[int, int]] = []
    for value, bits in buckets:
        if after and value < after.value:
            continue
        end = after.model_copy(update={"value": 0}) if after and value == after.value else None
        slots = newest.first(bits, limit - len(found), end)
        found += ((value, slot) for slot in slots)
        if len(found) == limit:
            break
    return found


def apart(buckets: Iterable[Bucket]) -> Iterator[Bucket]:
    """Yield *buckets*, each without what the ones before it hold."""
    seen = 0
    for value, bits in buckets:
        yield value, bits & ~seen
        seen |= bits
