"""Representation: the bytes of an answer in the coding that a client takes, with their tag."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property

WORTH_PACKING = 1_000
"""Bytes below which packing costs more than it saves."""


@dataclass(frozen=True)
class Representation:
    """What stands at an address right now; the same content always gives the same bytes."""

    content: bytes
    media_type: str

    @cached_property
    def packed(self) -> bytes:
        """The content as gzip, without a clock in it."""
        return gzip.compress(self.content, mtime=0)

    @cached_property
    def digest(self) -> str:
        """A fingerprint of the content."""
        return hashlib.sha256(self.content).hexdigest()[:32]

    def coding(self, accepted: str) -> str | None:
        """Return ``gzip`` if it pays and an Accept-Encoding of *accepted* takes it."""
        pays = len(self.content) >= WORTH_PACKING
        return "gzip" if pays and takes_gzip(accepted) else None

    def tag(self, coding: str | None) -> str:
        """Return the strong ETag of the bytes in that coding, quoted."""
        return f'"{self.digest}-{coding}"' if coding else f'"{self.digest}"'


def takes_gzip(accepted: str) -> bool:
    """Say whether an Accept-Encoding header of that value takes gzip.

    >>> takes_gzip("br, gzip;q=0.5"), takes_gzip("gzip;q=0"), takes_gzip("")
    (True, False, False)
    """
    weights = {}
    for part in accepted.lower().split(","):
        coding, _, parameter = part.partition(";")
        weights[coding.strip()] = parameter.replace(" ", "")
    return weights.get("gzip", weights.get("*", "q=0")).rstrip("0.") != "q="
