"""Codes: the one value that each opening has of a trait, as a byte, for counting many at once."""

from collections import Counter
from collections.abc import Mapping, Sequence

from stellenbund.catalogue.traits import Value

_MOST = 255
"""How many values a byte can tell apart beside having none."""

_FEWEST = 32
"""With fewer values, an intersection for each of them is faster."""

_SHARE = 4
"""Likewise with more hits than one opening in so many."""

_MASK = bytes.maketrans(b"01", b"\x00\xff")


class Codes:
    """The values of a trait of which no opening has two; never changes, but grows."""

    __slots__ = ("_number", "_octets", "_values")

    def __init__(self, values: Mapping[Value, int] | None = None, octets: bytes = b"") -> None:
        self._values: Mapping[Value, int] = values or {}
        self._octets = octets
        self._number = int.from_bytes(octets, "little")

    def grown(self, more: Mapping[Value, Sequence[int]], total: int) -> "Codes":
        """Return these codes with the slots of *more* values, for *total* slots altogether."""
        values = dict(self._values)
        for value in more:
            values.setdefault(value, len(values) + 1)
        if len(values) > _MOST:
            return Codes(values)
        octets = bytearray(self._octets).ljust(total, b"\x00")
        for value, slots in more.items():
            for slot in slots:
                octets[slot] = values[value]
        return Codes(dict(sorted(values.items(), key=_name)), bytes(octets))

    def pays_for(self, hits: int) -> bool:
        """Whether counting *hits* by their codes is faster than an intersection for each value."""
        is_possible = _FEWEST <= len(self._values) <= _MOST
        return is_possible and hits.bit_count() * _SHARE <= len(self._octets)

    def count(self, hits: int) -> dict[Value, int]:
        """Return how many of *hits* have each value, in the order of the values.

        >>> Codes().grown({"koch": [0, 2], "gaertner": [3]}, 4).count(0b1101)
        {'gaertner': 1, 'koch': 2}
        """
        every_bit = f"{hits:b}".encode().translate(_MASK)
        codes = self._number & int.from_bytes(every_bit, "big")
        octets = codes.to_bytes(len(self._octets), "little")
        counted = Counter(octets.translate(None, b"\x00"))
        return {value: counted[code] for value, code in self._values.items() if code in counted}


def _name(coded: tuple[Value, int]) -> str:
    return str(coded[0])
