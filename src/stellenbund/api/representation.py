"""Representation: the bytes of an answer in the coding that a client takes, with their tag."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

from stellenbund.api.codings import Coding, chosen, pack

WORTH_PACKING = 1_000
"""Bytes below which packing costs more than it saves."""


@dataclass(frozen=True)
class Representation:
    """What stands at an address right now; the same content always gives the same bytes.

    *known_by* is what decides the content where that is shorter: the digests of its parts.

    What is sent once is packed quickly; what is sent again is packed densely, once, and kept.
    """

    content: bytes
    media_type: str
    known_by: bytes | None = None
    _packed: dict[Coding, bytes | None] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def digest(self) -> str:
        """A fingerprint of the content."""
        return hashlib.sha256(self.known_by or self.content).hexdigest()[:32]

    def coding(self, accepted: bytes) -> Coding:
        """Return the coding for an Accept-Encoding of *accepted*, if packing pays at all."""
        return chosen(accepted) if len(self.content) >= WORTH_PACKING else Coding.IDENTITY

    def tag(self, coding: Coding) -> str:
        """Return the ETag of the content in that coding, quoted.

        A packed answer has a weak one: its bytes depend on how much work was put into packing,
        what they mean does not. So one that came packed can be asked about in any coding.
        """
        return f'"{self.digest}"' if coding is Coding.IDENTITY else f'W/"{self.digest}"'

    def bytes_in(self, coding: Coding) -> bytes:
        """Return the content in that coding: the first time packed quickly, later densely."""
        if coding is Coding.IDENTITY:
            return self.content
        kept = self._packed.get(coding)
        if kept is None:
            is_repeated = coding in self._packed
            kept = pack(self.content, coding, densely=is_repeated)
            self._packed[coding] = kept if is_repeated else None
        return kept
