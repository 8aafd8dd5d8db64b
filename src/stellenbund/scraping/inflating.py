"""Inflating: gzip to bytes, counted while they grow so that a bomb stays small."""

import zlib
from collections.abc import Iterable, Iterator

_GZIP = 31


class TooLargeError(Exception):
    """More bytes than allowed came out."""


class DamagedError(Exception):
    """What should be gzip is none, or ends in the middle."""


def counted(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Yield *chunks* as they are.

    Raises:
        TooLargeError: they hold more than *limit* bytes.
    """
    left = limit
    for chunk in chunks:
        left -= len(chunk)
        if left < 0:
            raise TooLargeError
        yield chunk


def inflated(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Yield what the gzip members in *chunks* hold, never more than *limit* bytes in all.

    Raises:
        TooLargeError: they hold more.
        DamagedError: they are no gzip, or end in the middle of it.
    """
    member, left, is_empty = zlib.decompressobj(_GZIP), limit, True
    for chunk in chunks:
        rest, is_empty = chunk, False
        while rest:
            if member.eof:
                member = zlib.decompressobj(_GZIP)
            out = _decompress(member, rest, left + 1)
            left -= len(out)
            if left < 0:
                raise TooLargeError
            yield out
            rest = member.unused_data if member.eof else member.unconsumed_tail
    if not member.eof and not is_empty:
        raise DamagedError("it ends in the middle")


def _decompress(member: "zlib._Decompress", packed: bytes, most: int) -> bytes:
    """Decompress, with our own error for what cannot be."""
    try:
        return member.decompress(packed, most)
    except zlib.error as error:
        raise DamagedError(str(error)) from error
