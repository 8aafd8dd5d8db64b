"""Numbers: a whole number of each opening, kept so that any range of them is found at once.

There is one bitset per binary digit (a "bit-sliced index", O'Neil and Quass 1997): a comparison
takes a few operations per digit, whatever the numbers are, and no list is walked.
"""

from collections.abc import Mapping

from stellenbund.catalogue.bitsets import packed


class Numbers:
    """The numbers of some openings, each from 0 up; never changes, but grows into a new one."""

    __slots__ = ("_digits", "_known")

    def __init__(self, known: int = 0, digits: tuple[int, ...] = ()) -> None:
        self._known = known
        self._digits = digits

    @property
    def known(self) -> int:
        """The openings that have a number."""
        return self._known

    def grown(self, more: Mapping[int, int]) -> "Numbers":
        """Return these numbers with those of *more* slots, which had none."""
        if not more:
            return self
        width = max(max(more.values()).bit_length(), len(self._digits))
        known = self._digits + (0,) * (width - len(self._digits))
        first = min(more)
        added = (
            packed(slot - first for slot, number in more.items() if number >> digit & 1) << first
            for digit in range(width)
        )
        digits = tuple(bits | new for bits, new in zip(known, added, strict=True))
        return Numbers(self._known | packed(more), digits)

    def below(self, bound: int) -> int:
        """Return the openings whose number is smaller than *bound*.

        >>> bin(Numbers().grown({0: 4, 1: 5, 2: 6}).below(6))
        '0b11'
        """
        if bound <= 0:
            return 0
        if bound.bit_length() > len(self._digits):
            return self._known
        smaller, equal = 0, self._known
        for digit in range(len(self._digits) - 1, -1, -1):
            ones = equal & self._digits[digit]
            if bound >> digit & 1:
                smaller |= equal ^ ones
                equal = ones
            else:
                equal ^= ones
        return smaller

    def within(self, least: int | None, most: int | None) -> int:
        """Return the openings whose number lies from *least* to *most*, both included."""
        up_to = self._known if most is None else self.below(most + 1)
        return up_to if least is None else up_to & ~self.below(least)
