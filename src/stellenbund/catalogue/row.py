"""Row: one opening with the slot that it has in all bitsets."""

from typing import NamedTuple

from stellenbund.domain.opening import Opening


class Row(NamedTuple):
    """An opening and its slot; a changed opening gets a new slot, behind all others."""

    slot: int
    opening: Opening
