"""Packing: bytes that are too many for memory, written into a file in the coding of a client."""

import gzip
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from typing import IO, Protocol

import zstandard

_GZIP_LEVEL, _ZSTD_LEVEL = 6, 9


class Coding(StrEnum):
    """How bytes are packed on the way (RFC 9110, 8.4.1)."""

    ZSTD = "zstd"
    GZIP = "gzip"
    IDENTITY = "identity"

    @classmethod
    def accepted(cls, accepted: str) -> "Coding":
        """Return the best coding that an Accept-Encoding header of that value takes.

        >>> Coding.accepted("gzip, deflate, br, zstd"), Coding.accepted("zstd;q=0, *")
        (<Coding.ZSTD: 'zstd'>, <Coding.GZIP: 'gzip'>)
        >>> Coding.accepted("")
        <Coding.IDENTITY: 'identity'>
        """
        weights = dict(map(_weighed, accepted.lower().split(",")))
        packed = (cls.ZSTD, cls.GZIP)
        taken = (each for each in packed if weights.get(each, weights.get("*", False)))
        return next(taken, cls.IDENTITY)


def pack(coding: Coding, chunks: Iterable[bytes], file: IO[bytes]) -> None:
    """Write *chunks* into *file*, packed; the same chunks always give the same bytes."""
    with _packer(coding, file) as packer:
        for chunk in chunks:
            packer.write(chunk)


class _Writer(Protocol):
    """What packed bytes go through."""

    def write(self, chunk: bytes, /) -> int: ...


def _packer(coding: Coding, file: IO[bytes]) -> AbstractContextManager[_Writer]:
    match coding:
        case Coding.ZSTD:
            return zstandard.ZstdCompressor(_ZSTD_LEVEL).stream_writer(file, closefd=False)
        case Coding.GZIP:
            return gzip.GzipFile("", "wb", _GZIP_LEVEL, file, mtime=0)
        case Coding.IDENTITY:
            return nullcontext(file)


def _weighed(part: str) -> tuple[str, bool]:
    """Return the coding that a part of the header names, and whether it is taken at all."""
    coding, _, parameter = part.partition(";")
    return coding.strip(), parameter.replace(" ", "").rstrip("0.") != "q="
