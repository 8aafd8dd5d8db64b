"""Codings: how an answer is packed on its way, and which packing a client takes."""

import gzip
from enum import StrEnum
from functools import lru_cache

import brotli
import zstandard

CLIPPED = 200
"""Bytes of an Accept-Encoding header that are read; no browser sends as many."""

_REMEMBERED = 256


class Coding(StrEnum):
    """A content coding (RFC 9110, 8.4.1; RFC 8878; RFC 7932), the cheapest to make first."""

    ZSTD = "zstd"
    BR = "br"
    GZIP = "gzip"
    IDENTITY = "identity"


PACKED = (Coding.ZSTD, Coding.BR, Coding.GZIP)

_QUICK = {Coding.ZSTD: 3, Coding.BR: 1, Coding.GZIP: 1}
"""Levels that cost a list of 20 openings about 50 to 110 µs."""

_DENSE = {Coding.ZSTD: 9, Coding.BR: 5, Coding.GZIP: 6}
"""Levels that cost it about 300 to 450 µs; beyond them it costs ten times more for 4 %."""


@lru_cache(_REMEMBERED)
def chosen(accepted: bytes) -> Coding:
    """Return the coding for a client that sends an Accept-Encoding header of that value.

    >>> chosen(b"gzip, deflate, br, zstd"), chosen(b"zstd;q=0.5, br;q=0.8, gzip;q=0")
    (<Coding.ZSTD: 'zstd'>, <Coding.BR: 'br'>)
    >>> chosen(b""), chosen(b"identity, gzip;q=0.5")
    (<Coding.IDENTITY: 'identity'>, <Coding.IDENTITY: 'identity'>)
    """
    parts = accepted[:CLIPPED].decode("latin-1").lower().split(",")
    weights = dict(map(_weighed, parts))
    others = weights.get("*", 0.0)
    best = max(PACKED, key=lambda coding: weights.get(coding, others))
    weight = weights.get(best, others)
    return best if weight > 0 and weight >= weights.get("identity", 0.0) else Coding.IDENTITY


def pack(content: bytes, coding: Coding, *, densely: bool) -> bytes:
    """Return *content* in *coding*; the same content always gives the same bytes.

    Raises:
        KeyError: there is nothing to pack in *coding*.
    """
    level = (_DENSE if densely else _QUICK)[coding]
    match coding:
        case Coding.ZSTD:
            return zstandard.ZstdCompressor(level).compress(content)
        case Coding.BR:
            packed: bytes = brotli.compress(content, quality=level)
            return packed
        case _:
            return gzip.compress(content, level, mtime=0)


def _weighed(part: str) -> tuple[str, float]:
    """Return the coding that a part of the header names, and its weight; what is none has none."""
    coding, _, parameter = part.partition(";")
    try:
        weight = float(parameter.replace(" ", "").removeprefix("q=")) if parameter else 1.0
    except ValueError:
        weight = 0.0
    return coding.strip(), weight if 0.0 <= weight <= 1.0 else 0.0
